package vn.ansinh.payment.internal;

import java.time.Instant;
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
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.payment.api.Payments.Reconciliation;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.port.Chunk;
import vn.ansinh.payment.port.ChunkResult;
import vn.ansinh.payment.port.Link;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.StoredRow;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.payment.port.TotalRow;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/**
 * Computes a run: opens it with fixed chunks, does each chunk in one transaction on a few threads,
 * and completes it in a last one. Whatever is interrupted goes on at the first chunk not done.
 */
final class RunComputer {
    private static final Logger LOG = LoggerFactory.getLogger(RunComputer.class);

    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final Engine engine;
    private final PaymentStorage storage;
    private final int workers;
    private final int chunkLines;

    RunComputer(
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            Engine engine,
            PaymentStorage storage,
            int workers,
            int chunkLines) {
        if (workers < 1 || chunkLines < 1) {
            throw new IllegalArgumentException("workers and chunkLines are positive");
        }
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.engine = engine;
        this.storage = storage;
        this.workers = workers;
        this.chunkLines = chunkLines;
    }

    /** Computes the month with this law, or goes on with a draft of the same law. */
    StoredRun compute(TenantId tenant, Actor actor, YearMonth month, PolicySnapshot snapshot) {
        StoredRun run = unitOfWork.inTenant(tenant, actor, () -> open(month, snapshot));
        if (run.state() == RunState.COMPUTED) {
            return run;
        }
        long started = System.nanoTime();
        work(tenant, actor, run, snapshot);
        StoredRun done = unitOfWork.inTenant(tenant, actor, () -> complete(tenant, run));
        LOG.info(
                "run computed: tenant='{}' run='{}' month='{}' lines='{}' differences='{}' ms='{}'",
                tenant.value(),
                done.id(),
                month,
                done.lines(),
                done.differences(),
                (System.nanoTime() - started) / 1_000_000);
        return done;
    }

    private StoredRun open(YearMonth month, PolicySnapshot snapshot) {
        if (!storage.holds(month)) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Không lập được kỳ chi trả cho tháng " + Texts.month(month) + ".");
        }
        Optional<StoredRun> there = storage.regularOf(month);
        if (there.isPresent()) {
            StoredRun run = there.get();
            if (run.state() == RunState.COMPUTED || run.snapshotHash().equals(snapshot.hash())) {
                return run;
            }
            StoredRun locked = storage.lock(run);
            if (locked.state() == RunState.COMPUTED) {
                return locked;
            }
            // A run never mixes two laws, and nobody has seen a draft as computed.
            storage.discard(locked);
            audit.record("run.discard", "run", run.id(), "snapshot=" + run.snapshotHash());
        }
        Optional<StoredRun> before = storage.regularOf(month.minusMonths(1));
        if (before.isPresent() && before.get().state() != RunState.COMPUTED) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Kỳ chi trả tháng "
                            + Texts.month(month.minusMonths(1))
                            + " đang tính dở; tính xong kỳ đó rồi mới tính tháng "
                            + Texts.month(month)
                            + ".");
        }
        // The store keeps microseconds.
        Instant pinned = clock.now().truncatedTo(ChronoUnit.MICROS);
        StoredRun draft =
                StoredRun.draft(
                        month,
                        pinned.atZone(clock.zone()).toLocalDate(),
                        pinned,
                        snapshot.hash(),
                        before.map(StoredRun::id).orElse(0L));
        StoredRun opened = storage.open(draft, rows(snapshot, draft), chunkLines);
        audit.record("run.open", "run", opened.id(), "month=" + month);
        return opened;
    }

    /** Rows that speak of the month and were known: all that an amount of the run can rest on. */
    private static List<StoredRow> rows(PolicySnapshot snapshot, StoredRun run) {
        List<StoredRow> rows = new ArrayList<>();
        List<ParameterRow> all = snapshot.rows();
        for (int i = 0; i < all.size(); i++) {
            ParameterRow row = all.get(i);
            if (row.applies(run.month()) && row.known(run.month(), run.listDate())) {
                rows.add(
                        new StoredRow(
                                i,
                                row.key(),
                                row.value(),
                                row.unit(),
                                row.citation().vietnamese(),
                                row.confidence() == Confidence.UNCERTAIN));
            }
        }
        return rows;
    }

    private void work(TenantId tenant, Actor actor, StoredRun run, PolicySnapshot snapshot) {
        Prices prices = new Prices(snapshot, run.month(), run.listDate());
        AtomicBoolean failed = new AtomicBoolean();
        ExecutorService threads =
                Executors.newFixedThreadPool(
                        workers, task -> new Thread(task, "ansinh-run-" + run.id()));
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                all.add(threads.submit(() -> worker(tenant, actor, run, snapshot, prices, failed)));
            }
            RuntimeException first = null;
            for (Future<?> one : all) {
                RuntimeException fault = await(one);
                if (first == null) {
                    first = fault;
                } else if (fault != null) {
                    first.addSuppressed(fault);
                }
            }
            if (first != null) {
                throw first;
            }
        } finally {
            failed.set(true);
            threads.shutdown();
        }
    }

    private static RuntimeException await(Future<?> worker) {
        try {
            worker.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause() instanceof RuntimeException fault
                    ? fault
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new IllegalStateException("interrupted while a run was computed", e);
        }
    }

    private void worker(
            TenantId tenant,
            Actor actor,
            StoredRun run,
            PolicySnapshot snapshot,
            Prices prices,
            AtomicBoolean failed) {
        try {
            // First what is free; then wait for what another node has claimed, it may die.
            for (boolean wait : new boolean[] {false, true}) {
                boolean more = true;
                while (more && !failed.get()) {
                    more =
                            unitOfWork.inTenant(
                                    tenant,
                                    actor,
                                    () -> chunk(tenant, run, snapshot, prices, wait));
                }
            }
        } catch (RuntimeException | Error e) {
            failed.set(true);
            throw e;
        }
    }

    private boolean chunk(
            TenantId tenant, StoredRun run, PolicySnapshot snapshot, Prices prices, boolean wait) {
        Optional<Chunk> claimed = storage.claim(run, wait);
        if (claimed.isEmpty()) {
            return false;
        }
        Chunk chunk = claimed.get();
        ChunkCalculation calculation =
                new ChunkCalculation(tenant.value(), run, engine, snapshot, prices);
        storage.read(run, chunk, calculation);
        ChunkResult result = calculation.result(chunk);
        storage.finish(run, chunk, result);
        audit.record(
                "run.chunk",
                "run",
                run.id(),
                "chunk="
                        + chunk.number()
                        + " lines="
                        + result.lineCount()
                        + " dong="
                        + result.totalDong());
        return true;
    }

    private StoredRun complete(TenantId tenant, StoredRun draft) {
        StoredRun run = storage.lock(draft);
        if (run.state() == RunState.COMPUTED) {
            return run;
        }
        Totals sums = new Totals();
        List<byte[]> roots = new ArrayList<>();
        for (ChunkResult chunk : storage.results(run)) {
            if (!chunk.done()) {
                throw new IllegalStateException(
                        "run " + run.id() + ": chunk " + chunk.number() + " is not done");
            }
            chunk.totals().forEach(sums::add);
            roots.add(chunk.root());
        }
        List<TotalRow> totals = sums.rows();
        List<TotalRow> lastTotals =
                run.previousRunId() == 0 ? List.of() : storage.totals(run.previousRunId());
        Reconciliation reconciliation =
                Reconciling.of(run.month().minusMonths(1), lastTotals, totals);
        long total = totals.stream().mapToLong(TotalRow::amountDong).sum();
        if (!reconciliation.balances() || total != run.totalDong()) {
            throw new AnsinhException(
                    ErrorCode.NOT_RECONCILED,
                    "Kỳ chi trả tháng "
                            + Texts.month(run.month())
                            + " không khớp với tháng trước; kỳ chi trả chưa được ghi nhận là đã tính.");
        }
        Merkle merkle = new Merkle();
        StoredRun computed = run.computed(merkle.root(roots));
        String event =
                "RUN_COMPUTED|tenant="
                        + tenant.value()
                        + "|run="
                        + run.id()
                        + "|month="
                        + run.month()
                        + "|lines="
                        + run.lines()
                        + "|dong="
                        + run.totalDong()
                        + "|root="
                        + HexFormat.of().formatHex(computed.digest());
        Optional<Link> last = storage.lastLink();
        byte[] before = last.map(Link::hash).orElse(new byte[32]);
        storage.complete(
                computed,
                totals,
                new Link(
                        last.map(Link::sequence).orElse(0L) + 1,
                        run.id(),
                        computed.digest(),
                        event,
                        before,
                        merkle.link(before, event)),
                clock.now());
        audit.record(
                "run.compute",
                "run",
                run.id(),
                "lines=" + run.lines() + " dong=" + run.totalDong());
        return computed;
    }
}
