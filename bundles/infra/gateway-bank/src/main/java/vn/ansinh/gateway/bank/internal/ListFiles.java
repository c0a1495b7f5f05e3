package vn.ansinh.gateway.bank.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import vn.ansinh.entitlement.port.Sheets;
import vn.ansinh.payment.port.BankNotice;
import vn.ansinh.payment.port.BankNotice.Outcome;
import vn.ansinh.payment.port.PaymentFile;
import vn.ansinh.payment.port.PaymentFile.Credit;

/** The bank's spreadsheet, out and back, for banks without messages. */
final class ListFiles {

    private static final List<String> TITLES =
            List.of(
                    "STT",
                    "Mã lệnh",
                    "Tên người thụ hưởng",
                    "Số tài khoản",
                    "Mã ngân hàng",
                    "Số tiền",
                    "Nội dung");

    private static final Map<String, Outcome> RESULTS =
            Map.of(
                    "DA CHI", Outcome.PAID,
                    "THANH CONG", Outcome.PAID,
                    "TU CHOI", Outcome.REJECTED,
                    "KHONG THANH CONG", Outcome.REJECTED,
                    "DANG XU LY", Outcome.PENDING,
                    "HOAN TRA", Outcome.REVERSED);

    private final Sheets sheets;

    ListFiles(Sheets sheets) {
        this.sheets = sheets;
    }

    byte[] write(PaymentFile file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets.write(
                out,
                book -> {
                    book.sheet(
                            file.messageId().substring(0, Math.min(31, file.messageId().length())),
                            TITLES);
                    long number = 0;
                    for (Credit credit : file.credits()) {
                        book.row(
                                Arrays.asList(
                                        ++number,
                                        credit.endToEndId(),
                                        Latin.of(credit.name()),
                                        credit.account(),
                                        credit.bank(),
                                        credit.amountDong(),
                                        Latin.of(credit.text())),
                                "");
                    }
                    book.row(
                            Arrays.asList(null, "CỘNG", null, null, null, file.totalDong(), null),
                            "");
                });
        return out.toByteArray();
    }

    List<BankNotice> read(byte[] content) {
        Reading reading = new Reading("LIST-" + digest(content));
        Path file = null;
        try {
            file = Files.createTempFile("bank-list", null);
            Files.write(file, content);
            sheets.read("danh sách của ngân hàng", file, reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
        return reading.end();
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] content) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().withUpperCase().formatHex(all, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Finds the heading, then takes a notice from each row below it. */
    private static final class Reading implements Sheets.Reader {
        private final String statementId;
        private final Faults faults = new Faults();
        private final List<BankNotice> notices = new ArrayList<>();
        private final Map<String, Integer> columns = new HashMap<>();
        private String sheet = "";

        Reading(String statementId) {
            this.statementId = statementId;
        }

        @Override
        public void sheet(String name, boolean hidden) {
            columns.clear();
            sheet = name;
        }

        @Override
        public void row(Sheets.Row row) {
            if (columns.isEmpty()) {
                Map<String, Integer> found = new HashMap<>();
                row.cells().forEach(c -> found.putIfAbsent(Latin.of(c.text()), c.column()));
                if (found.containsKey("MA LENH") && found.containsKey("KET QUA")) {
                    columns.putAll(found);
                }
                return;
            }
            String id = text(row, "MA LENH");
            if (id.isEmpty() || Latin.of(id).equals("CONG")) {
                return;
            }
            Outcome outcome = RESULTS.get(Latin.of(text(row, "KET QUA")));
            if (outcome == null) {
                faults.add(
                        row.number(),
                        "Kết quả",
                        "Phải là Đã chi, Từ chối, Đang xử lý hoặc Hoàn trả.");
                return;
            }
            LocalDate day = day(row);
            long amount = amount(row);
            notices.add(
                    new BankNotice(
                            text(row, "MA TEP"),
                            id,
                            amount,
                            outcome,
                            text(row, "LY DO"),
                            text(row, "SO BUT TOAN"),
                            day,
                            statementId,
                            sheet.isEmpty() ? "" + row.number() : sheet + "/" + row.number()));
        }

        List<BankNotice> end() {
            if (notices.isEmpty() && faults.none()) {
                faults.add(
                        0,
                        "file",
                        "Không tìm thấy dòng tiêu đề có cột Mã lệnh, Số tiền, Kết quả, hoặc không có"
                                + " dòng nào bên dưới.");
            }
            faults.refuse("Không đọc được danh sách kết quả của ngân hàng.");
            return notices;
        }

        private long amount(Sheets.Row row) {
            String text = text(row, "SO TIEN");
            if (text.matches("\\d{1,15}")) {
                return Long.parseLong(text);
            }
            if (text.matches("\\d{1,3}([.,]\\d{3}){1,4}")) {
                return Long.parseLong(text.replaceAll("[.,]", ""));
            }
            faults.add(row.number(), "Số tiền", "Phải là số đồng nguyên.");
            return 0;
        }

        private LocalDate day(Sheets.Row row) {
            String text = text(row, "NGAY HACH TOAN");
            if (text.isEmpty()) {
                return null;
            }
            try {
                return text.contains("/")
                        ? LocalDate.parse(text, DateTimeFormatter.ofPattern("d/M/uuuu"))
                        : LocalDate.parse(text);
            } catch (DateTimeException e) {
                faults.add(row.number(), "Ngày hạch toán", "Phải là ngày, ví dụ 19/03/2026.");
                return null;
            }
        }

        private String text(Sheets.Row row, String title) {
            Integer column = columns.get(title);
            if (column == null) {
                return "";
            }
            return row.cells().stream()
                    .filter(c -> c.column() == column)
                    .map(c -> c.text().strip())
                    .findFirst()
                    .orElse("");
        }
    }
}
