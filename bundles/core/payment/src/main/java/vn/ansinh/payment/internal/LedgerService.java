package vn.ansinh.payment.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import vn.ansinh.payment.api.LedgerBook;
import vn.ansinh.payment.port.ChunkKind;
import vn.ansinh.payment.port.LedgerLine;
import vn.ansinh.payment.port.LedgerStorage;
import vn.ansinh.payment.port.LedgerStorage.Span;
import vn.ansinh.payment.port.Link;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** The ledger over the ports. */
public final class LedgerService implements LedgerBook {
    private static final int SHORTEST_PAPER = 3;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Localities localities;
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final PaymentStorage payments;
    private final LedgerStorage storage;
    private final Ledger ledger;

    /** Over the ports. */
    public LedgerService(
            Localities localities,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            PaymentStorage payments,
            LedgerStorage storage) {
        this.localities = localities;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.payments = payments;
        this.storage = storage;
        this.ledger = new Ledger(clock, payments);
    }

    @Override
    public List<LinkView> links(TenantId tenant, Actor actor, long after, int limit) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () ->
                        storage.links(after, limit).stream()
                                .map(
                                        link ->
                                                new LinkView(
                                                        link.sequence(),
                                                        link.kind(),
                                                        link.subjectId(),
                                                        link.at(),
                                                        link.event(),
                                                        HexFormat.of().formatHex(link.hash())))
                                .toList());
    }

    @Override
    public void export(TenantId tenant, Actor actor, OutputStream out) {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    // Held, so that no run moves between the links and the lines that are read.
                    long links = payments.lastLink().map(Link::sequence).orElse(0L);
                    write(writer, LedgerText.head(tenant.value(), code(tenant)));
                    storage.links(link -> write(writer, LedgerText.link(link)));
                    for (StoredRun run : payments.runs()) {
                        if (run.state().hasList()) {
                            export(tenant, run, actor.opens(), writer);
                        }
                    }
                    audit.record(
                            "ledger.export",
                            "tenant",
                            tenant.value(),
                            "links=" + links + " open=" + actor.opens());
                    return null;
                });
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void export(TenantId tenant, StoredRun run, boolean open, Writer writer) {
        write(writer, LedgerText.run(run));
        for (Span chunk : storage.chunks(run.id())) {
            write(writer, LedgerText.chunk(run.id(), chunk));
            storage.lines(
                    run.id(),
                    chunk,
                    line -> write(writer, LedgerText.line(tenant.value(), line, open)));
        }
    }

    private static void write(Writer writer, String line) {
        try {
            writer.write(line);
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String proof(TenantId tenant, Actor actor, long runId, LineName name) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    StoredRun run =
                            payments.byId(runId)
                                    .filter(found -> found.state().hasList())
                                    .orElseThrow(() -> missing(runId));
                    audit.record(
                            "ledger.proof",
                            "beneficiary",
                            name.personId(),
                            "run=" + runId + " month=" + name.month());
                    return proof(tenant, run, name, actor.opens());
                });
    }

    private String proof(TenantId tenant, StoredRun run, LineName name, boolean open) {
        List<byte[]> roots = new ArrayList<>();
        List<byte[]> leaves = new ArrayList<>();
        LedgerLine[] found = new LedgerLine[1];
        int chunkAt = -1;
        int leafAt = -1;
        for (Span chunk : storage.chunks(run.id())) {
            if (covers(chunk, name)) {
                chunkAt = roots.size();
                storage.lines(
                        run.id(),
                        chunk,
                        line -> {
                            if (line.component() == name.component()
                                    && line.sequence() == name.sequence()
                                    && line.personId() == name.personId()) {
                                found[0] = line;
                            }
                            leaves.add(line.leaf());
                        });
            }
            roots.add(chunk.root());
        }
        if (found[0] == null) {
            throw missing(run.id());
        }
        if (found[0].salt() == null) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT, "Phần riêng của khoản này đã được tiêu hủy theo quy định.");
        }
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i) == found[0].leaf()) {
                leafAt = i;
            }
        }
        if (found[0].restricted() && !open) {
            throw RunRules.forbidden(
                    "Khoản này theo căn cứ kín: giấy chứng cần quyền xem căn cứ kín và mục đích.");
        }
        Merkle merkle = new Merkle();
        List<String> path = new ArrayList<>(merkle.path(leaves, leafAt));
        path.addAll(merkle.path(roots, chunkAt));
        Link link = storage.lastOf(run.id(), run.digest()).orElseThrow(() -> missing(run.id()));
        return "{\"salt\":\""
                + BASE64.encodeToString(found[0].salt())
                + "\",\"text\":"
                + LedgerText.quoted(found[0].text(tenant.value()))
                + ",\"path\":\""
                + String.join(" ", path)
                + "\",\"prev\":\""
                + BASE64.encodeToString(link.previousHash())
                + "\",\"event\":"
                + LedgerText.quoted(link.event())
                + "}";
    }

    private static boolean covers(Span chunk, LineName name) {
        return chunk.month().equals(name.month())
                && (chunk.kind() == ChunkKind.LIST) == (name.sequence() == 0)
                && chunk.fromPerson() <= name.personId()
                && name.personId() <= chunk.toPerson();
    }

    private static AnsinhException missing(long runId) {
        return new AnsinhException(
                ErrorCode.NOT_FOUND, "Kỳ chi trả số " + runId + " không có khoản này.");
    }

    @Override
    public int erase(TenantId tenant, Actor actor, long personId, String paper) {
        if (paper == null || paper.strip().length() < SHORTEST_PAPER) {
            throw RunLifeService.faulty(
                    "paper", "Hãy nêu số văn bản hoặc biên bản cho phép tiêu hủy.");
        }
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    // The chain first: nobody else erases the same person meanwhile.
                    Optional<Link> last = payments.lastLink();
                    LedgerStorage.Retention rule = storage.retention();
                    YearMonth before = YearMonth.from(clock.today()).minusMonths(rule.months());
                    List<LedgerLine> lines = storage.linesOf(personId, before);
                    int fresh = (int) lines.stream().filter(line -> line.salt() != null).count();
                    if (fresh == 0) {
                        throw new AnsinhException(
                                ErrorCode.NOT_FOUND,
                                "Người này không có khoản nào trước tháng "
                                        + Texts.month(before)
                                        + " để tiêu hủy; phải lưu "
                                        + rule.months()
                                        + " tháng ("
                                        + rule.source()
                                        + ").");
                    }
                    storage.erase(
                            personId,
                            before,
                            paper.strip(),
                            actor.login(),
                            actor.onBehalfOf(),
                            clock.now(),
                            fresh);
                    // Of all lines of the person that are erased by now, not of these alone.
                    ledger.append(
                            "PAYLOAD_ERASED",
                            personId,
                            new Merkle().root(lines.stream().map(LedgerLine::leaf).toList()),
                            "lines="
                                    + lines.size()
                                    + "|after="
                                    + last.map(Link::sequence).orElse(0L));
                    audit.record(
                            "ledger.erase",
                            "beneficiary",
                            personId,
                            "before=" + before + " lines=" + fresh);
                    return fresh;
                });
    }

    private String code(TenantId tenant) {
        return localities.all().stream()
                .filter(locality -> locality.id().equals(tenant))
                .findFirst()
                .map(Localities.TenantInfo::code)
                .orElseThrow(
                        () -> new AnsinhException(ErrorCode.NOT_FOUND, "Không có địa phương này."));
    }
}
