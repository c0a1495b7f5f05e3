package vn.ansinh.payment.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.activation.api.Releases;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.payment.api.PolicyDiffs;
import vn.ansinh.payment.port.Chunk;
import vn.ansinh.payment.port.DiffStorage;
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

/** Diffs over the ports: reads people as a run does, by both laws, range by range. */
public final class DiffService implements PolicyDiffs {
    private static final Logger LOG = LoggerFactory.getLogger(DiffService.class);
    private static final int RANGE = 10_000;
    private static final int MOST_MONTHS = 24;

    private final Localities localities;
    private final ActiveLaw activeLaw;
    private final Releases releases;
    private final Engine engine;
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final PaymentStorage payments;
    private final DiffStorage storage;
    private final int workers;

    /**
     * Over the ports.
     *
     * @param workers threads of a diff, each with its own transaction
     */
    public DiffService(
            Localities localities,
            ActiveLaw activeLaw,
            Releases releases,
            Engine engine,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            PaymentStorage payments,
            DiffStorage storage,
            int workers) {
        this.localities = localities;
        this.activeLaw = activeLaw;
        this.releases = releases;
        this.engine = engine;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.payments = payments;
        this.storage = storage;
        this.workers = workers;
    }

    @Override
    public DiffView compute(
            TenantId tenant,
            Actor actor,
            String sha256,
            YearMonth from,
            YearMonth to,
            LocalDate knownOn) {
        if (to.isBefore(from) || to.isAfter(from.plusMonths(MOST_MONTHS - 1))) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Bảng so sánh gồm từ 1 đến "
                            + MOST_MONTHS
                            + " tháng, tháng cuối không trước tháng đầu.");
        }
        String code = code(tenant);
        PolicySnapshot before = activeLaw.require(code).snapshot();
        PolicySnapshot after =
                releases.preview(sha256).stream()
                        .filter(active -> active.profile().code().equals(code))
                        .findFirst()
                        .map(ActiveLaw.Active::snapshot)
                        .orElseThrow(
                                () ->
                                        new AnsinhException(
                                                ErrorCode.CONFLICT,
                                                "Bản này không đổi gì luật của địa phương «"
                                                        + code
                                                        + "»."));
        Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = now.atZone(clock.zone()).toLocalDate();
        LocalDate end = to.atEndOfMonth();
        LocalDate known = knownOn != null ? knownOn : end.isAfter(today) ? end : today;
        DiffView draft =
                new DiffView(
                        0,
                        sha256,
                        before.hash(),
                        after.hash(),
                        from,
                        to,
                        known,
                        now,
                        0,
                        0,
                        0,
                        0,
                        0,
                        "",
                        actor.hands(),
                        "");
        long started = System.nanoTime();
        DiffView done = new Work(tenant, actor, draft, before, after).run();
        LOG.info(
                "diff: tenant='{}' diff='{}' payments='{}' changes='{}' falls='{}' ms='{}'",
                tenant.value(),
                done.id(),
                done.payments(),
                done.changes(),
                done.falls(),
                (System.nanoTime() - started) / 1_000_000);
        return done;
    }

    /** One diff being made. */
    private final class Work {
        private final TenantId tenant;
        private final Actor actor;
        private final DiffView draft;
        private final PolicySnapshot before;
        private final PolicySnapshot after;
        private long id;

        Work(
                TenantId tenant,
                Actor actor,
                DiffView draft,
                PolicySnapshot before,
                PolicySnapshot after) {
            this.tenant = tenant;
            this.actor = actor;
            this.draft = draft;
            this.before = before;
            this.after = after;
        }

        DiffView run() {
            List<Chunk> chunks =
                    unitOfWork.inTenant(
                            tenant,
                            actor,
                            () -> {
                                id = storage.open(draft);
                                return storage.ranges(RANGE);
                            });
            List<Part> parts = new ArrayList<>();
            ExecutorService threads =
                    Executors.newFixedThreadPool(
                            workers, task -> new Thread(task, "ansinh-diff-" + id));
            try {
                List<Future<Part>> all = new ArrayList<>();
                YearMonth month = draft.from();
                for (; !month.isAfter(draft.to()); month = month.plusMonths(1)) {
                    YearMonth one = month;
                    chunks.forEach(chunk -> all.add(threads.submit(() -> part(one, chunk))));
                }
                for (Future<Part> part : all) {
                    parts.add(part.get());
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException fault
                        ? fault
                        : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a diff was made", e);
            } finally {
                threads.shutdownNow();
            }
            return unitOfWork.inTenant(tenant, actor, () -> finish(parts));
        }

        /** One range of people in one month. */
        private Part part(YearMonth month, Chunk chunk) {
            DiffMonth diff = new DiffMonth(engine, before, after, month, draft.knownOn());
            StoredRun as =
                    StoredRun.draft(month, draft.knownOn(), draft.pinnedAt(), draft.fromHash(), 0);
            return unitOfWork.inTenant(
                    tenant,
                    actor,
                    () -> {
                        storage.read(as, chunk, diff::look);
                        List<Change> changes = diff.take();
                        storage.add(id, changes);
                        return new Part(
                                diff.takeRoot(), changes.size(), diff.falls(), diff.totals());
                    });
        }

        private DiffView finish(List<Part> parts) {
            List<Total> totals = DiffTotals.of(parts.stream().flatMap(p -> p.totals().stream()));
            DiffView done =
                    new DiffView(
                            id,
                            draft.sha256(),
                            draft.fromHash(),
                            draft.toHash(),
                            draft.from(),
                            draft.to(),
                            draft.knownOn(),
                            draft.pinnedAt(),
                            totals.stream().mapToLong(Total::heads).sum(),
                            parts.stream().mapToLong(Part::changes).sum(),
                            parts.stream().mapToLong(Part::falls).sum(),
                            totals.stream().mapToLong(Total::oldDong).sum(),
                            totals.stream().mapToLong(Total::newDong).sum(),
                            HexFormat.of()
                                    .formatHex(
                                            new Merkle()
                                                    .root(parts.stream().map(Part::root).toList())),
                            draft.madeBy(),
                            "");
            storage.finish(done, totals);
            audit.record(
                    "diff.compute",
                    "diff",
                    id,
                    "sha256="
                            + draft.sha256()
                            + " changes="
                            + done.changes()
                            + " digest="
                            + done.digest());
            return done;
        }
    }

    private record Part(byte[] root, long changes, long falls, List<Total> totals) {}

    @Override
    public List<DiffView> diffs(TenantId tenant, Actor actor) {
        return unitOfWork.inTenant(tenant, actor, storage::all);
    }

    @Override
    public Optional<DiffView> diff(TenantId tenant, Actor actor, long diffId) {
        return unitOfWork.inTenant(tenant, actor, () -> storage.byId(diffId));
    }

    @Override
    public List<Change> changes(TenantId tenant, Actor actor, long diffId, int offset, int limit) {
        return onDiff(
                tenant,
                actor,
                diffId,
                diff -> {
                    List<Change> page = storage.changes(diffId, offset, limit);
                    audit.record("diff.changes", "diff", diffId, "rows=" + page.size());
                    people("diff.read", "diff=" + diffId, page.stream().map(Change::personId));
                    return page;
                });
    }

    @Override
    public List<Total> totals(TenantId tenant, Actor actor, long diffId) {
        return onDiff(tenant, actor, diffId, diff -> storage.totals(diffId));
    }

    @Override
    public DiffView approve(TenantId tenant, Actor actor, long diffId, String digest) {
        String code = code(tenant);
        String inForce = activeLaw.require(code).snapshot().hash();
        return onDiff(
                tenant,
                actor,
                diffId,
                diff -> {
                    refuse(
                            !diff.digest().equals(digest),
                            "Mã của bảng so sánh không đúng: hãy mở lại bảng và phê duyệt đúng bảng"
                                    + " đã xem.");
                    refuse(
                            actor.sameHandAs(diff.madeBy()),
                            "Người lập bảng so sánh không được tự phê duyệt.");
                    refuse(
                            !diff.fromHash().equals(inForce),
                            "Luật đang có hiệu lực đã khác lúc lập bảng so sánh: hãy lập bảng mới.");
                    if (!diff.approvedBy().isEmpty()) {
                        return diff;
                    }
                    storage.approved(diffId, actor.hands());
                    releases.approve(
                            new Releases.Approval(
                                    diff.sha256(),
                                    code,
                                    diff.fromHash(),
                                    diff.toHash(),
                                    diff.digest(),
                                    diff.madeBy(),
                                    actor.hands(),
                                    clock.now()));
                    audit.record("diff.approve", "diff", diffId, "digest=" + digest);
                    return storage.byId(diffId).orElseThrow();
                });
    }

    @Override
    public Comparison compare(TenantId tenant, Actor actor, long diffId, long runId) {
        ActiveLaw.Active law = activeLaw.require(code(tenant));
        return onDiff(
                tenant,
                actor,
                diffId,
                diff -> {
                    StoredRun run =
                            payments.byId(runId)
                                    .orElseThrow(
                                            () ->
                                                    new AnsinhException(
                                                            ErrorCode.NOT_FOUND,
                                                            "Không có kỳ chi trả số "
                                                                    + runId
                                                                    + "."));
                    refuse(
                            !run.snapshotHash().equals(diff.toHash())
                                    || !law.snapshot().hash().equals(diff.toHash())
                                    || run.digest() == null
                                    || run.month().isBefore(diff.from())
                                    || run.month().isAfter(diff.to()),
                            "Kỳ chi trả số "
                                    + runId
                                    + " không phải là kỳ đã tính theo luật của bảng so sánh, trong"
                                    + " các tháng của bảng.");
                    Comparison comparison =
                            new DiffComparison(payments, diff, run, law.snapshot())
                                    .over(storage.ranges(RANGE));
                    audit.record("diff.compare", "diff", diffId, "run=" + runId);
                    people(
                            "diff.read",
                            "diff=" + diffId + " run=" + runId,
                            Stream.concat(
                                            comparison.explained().stream(),
                                            comparison.unexplained().stream())
                                    .map(Deviation::personId));
                    return comparison;
                });
    }

    /** Everybody of a list finds in the trail who read it. */
    private void people(String action, String detail, Stream<Long> personIds) {
        List<Long> ids = personIds.distinct().sorted().toList();
        if (!ids.isEmpty()) {
            String all = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
            audit.record(action, "beneficiary", ids.get(0), detail + " ids='" + all + "'");
        }
    }

    private static void refuse(boolean wrong, String sentence) {
        if (wrong) {
            throw new AnsinhException(ErrorCode.CONFLICT, sentence);
        }
    }

    private <T> T onDiff(TenantId tenant, Actor actor, long diffId, Function<DiffView, T> work) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () ->
                        work.apply(
                                storage.byId(diffId)
                                        .orElseThrow(
                                                () ->
                                                        new AnsinhException(
                                                                ErrorCode.NOT_FOUND,
                                                                "Không có bảng so sánh số "
                                                                        + diffId
                                                                        + "."))));
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
