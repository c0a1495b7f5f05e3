package vn.ansinh.payment.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.ansinh.payment.api.AuditFile;
import vn.ansinh.payment.api.Funds.Shares;
import vn.ansinh.payment.port.AuditFileStorage;
import vn.ansinh.payment.port.AuditFileStorage.Part;
import vn.ansinh.payment.port.FundStorage;
import vn.ansinh.payment.port.Link;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** The auditor's file over the ports; rows go straight to the stream. */
public final class AuditFileService implements AuditFile {
    private static final String MASK = "Theo quyết định";
    private static final int RUN = 0;
    private static final int COMPONENT = 3;
    private static final int GROUND = 6;
    private static final int AMOUNT = 9;
    private static final int RATE_ROW = 13;
    private static final int COEFFICIENT_ROW = 14;

    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final PaymentStorage payments;
    private final AuditFileStorage storage;
    private final FundStorage funds;

    /** Over the ports. */
    public AuditFileService(
            UnitOfWork unitOfWork,
            Audit audit,
            PaymentStorage payments,
            AuditFileStorage storage,
            FundStorage funds) {
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.payments = payments;
        this.storage = storage;
        this.funds = funds;
    }

    @Override
    public void write(
            TenantId tenant, Actor actor, YearMonth from, YearMonth to, OutputStream out) {
        if (from.isAfter(to)) {
            throw RunLifeService.faulty("to", "Tháng cuối phải không trước tháng đầu.");
        }
        if (!actor.units().isEmpty()) {
            throw RunRules.forbidden("Hồ sơ thanh tra là của cả địa phương.");
        }
        unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    try {
                        write(actor, from, to, out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    audit.record(
                            "audit.file",
                            "tenant",
                            tenant.value(),
                            "from=" + from + " to=" + to + " open=" + actor.opens());
                    return null;
                });
    }

    private void write(Actor actor, YearMonth from, YearMonth to, OutputStream out)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        StringBuilder manifest = new StringBuilder("\uFEFFtep,so_dong,sha256\r\n");
        for (Part part : Part.values()) {
            Entry entry = new Entry(zip, part.file());
            entry.row(part.columns());
            Map<Long, Shares> shares = new HashMap<>();
            storage.rows(
                    part,
                    from,
                    to,
                    actor.opens(),
                    row -> entry.row(part == Part.LINES ? line(row, shares) : row));
            entry.close(manifest);
        }
        Entry readme = new Entry(zip, "doc-truoc.txt");
        readme.text(readme(from, to, actor.opens(), payments.lastLink().orElse(null)));
        readme.close(manifest);
        zip.putNextEntry(new ZipEntry("ke-khai-tep.csv"));
        zip.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    /** The row with its sources; the ground masked where it must be. */
    private List<String> line(List<String> row, Map<Long, Shares> shares) {
        Shares used =
                shares.computeIfAbsent(
                        Long.parseLong(row.get(RUN)),
                        run -> funds.versionOf(run).map(funds::version).orElse(Shares.none(0)));
        String sources =
                FundSplit.split(
                                used,
                                row.get(GROUND),
                                Integer.parseInt(row.get(COMPONENT)),
                                Long.parseLong(row.get(AMOUNT)))
                        .stream()
                        .map(part -> part.programme() + "/" + part.source() + "=" + part.dong())
                        .collect(Collectors.joining(" "));
        List<String> shown = new ArrayList<>(row.subList(0, row.size() - 1));
        if (row.get(row.size() - 1).equals("t")) {
            shown.set(GROUND, MASK);
            shown.set(RATE_ROW, "");
            shown.set(COEFFICIENT_ROW, "");
        }
        shown.add(sources);
        return shown;
    }

    private static String readme(YearMonth from, YearMonth to, boolean open, Link last) {
        StringBuilder text =
                new StringBuilder("HỒ SƠ PHỤC VỤ THANH TRA, KIỂM TOÁN\r\n\r\nTháng hưởng từ ")
                        .append(Texts.month(from))
                        .append(" đến ")
                        .append(Texts.month(to))
                        .append(
                                ". Chỉ có mã, không có họ tên; tiền là đồng chẵn; tệp CSV mã hóa"
                                        + " UTF-8.\r\n")
                        .append(
                                open
                                        ? "Căn cứ kín được hiện theo quyền và mục đích đã khai.\r\n"
                                        : "Căn cứ kín ghi là «Theo quyết định».\r\n")
                        .append("\r\n");
        for (Part part : Part.values()) {
            text.append(part.file()).append(": ").append(part.title()).append(".\r\n");
        }
        text.append("\r\nGốc sổ cái khi lập hồ sơ: ");
        if (last == null) {
            text.append("sổ cái chưa có mắt xích nào.\r\n");
        } else {
            text.append("mắt xích số ")
                    .append(last.sequence())
                    .append(", ")
                    .append(HexFormat.of().formatHex(last.hash()))
                    .append(
                            ".\r\nĐối chiếu gốc này với gốc in trên tờ trình duyệt chi bằng chương"
                                    + " trình kiểm tra sổ cái.\r\n");
        }
        return text.append("ke-khai-tep.csv ghi số dòng và SHA-256 của từng tệp.\r\n").toString();
    }

    /** A file of the archive. */
    private static final class Entry {
        private final ZipOutputStream zip;
        private final String name;
        private final MessageDigest sha = Merkle.sha256();
        private long rows = -1;

        Entry(ZipOutputStream zip, String name) throws IOException {
            this.zip = zip;
            this.name = name;
            zip.putNextEntry(new ZipEntry(name));
            text("\uFEFF");
        }

        void row(List<String> cells) {
            rows++;
            text(cells.stream().map(Entry::cell).collect(Collectors.joining(",")) + "\r\n");
        }

        /** Quoted where needed; a text that a spreadsheet would compute begins with a quote. */
        private static String cell(String text) {
            String safe = text.matches("(?s)[=+@\\t\\r].*|-(?!\\d+$).+") ? "'" + text : text;
            return safe.matches("(?s).*[,\"\\r\\n].*")
                    ? '"' + safe.replace("\"", "\"\"") + '"'
                    : safe;
        }

        void text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            sha.update(bytes);
            try {
                zip.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void close(StringBuilder manifest) throws IOException {
            zip.closeEntry();
            manifest.append(name)
                    .append(',')
                    .append(Math.max(0, rows))
                    .append(',')
                    .append(HexFormat.of().formatHex(sha.digest()))
                    .append("\r\n");
        }
    }
}
