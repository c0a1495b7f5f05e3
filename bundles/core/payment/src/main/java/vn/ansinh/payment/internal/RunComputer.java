package vn.ansinh.payment.internal;

import java.lang.ref.WeakReference;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.port.Chunk;
import vn.ansinh.payment.port.ChunkKind;
import vn.ansinh.payment.port.ChunkResult;
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
    private final RunMoves moves;
    private final RunsAtWork atWork;
    private final ChunkWorkers chunks;
    private final int chunkLines;

    /** Weak, so that a law that is replaced is not held. */
    private volatile WeakReference<Prices> lastPrices = new WeakReference<>(null);

    RunComputer(
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            Engine engine,
            PaymentStorage storage,
            RunMoves moves,
            RunsAtWork atWork,
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
        this.moves = moves;
        this.atWork = atWork;
        this.chunks = new ChunkWorkers(unitOfWork, storage, workers);
        this.chunkLines = chunkLines;
    }

    /**
     * Opens and computes a run, or goes on with its draft. A run that has its list already is
     * returned as it is. What is one chunk is opened, listed and completed in one transaction: most
     * localities are that small, and a month of them all waits for commits more than for anything
     * else.
     *
     * @param law asked for only where something is to be computed
     */
    StoredRun compute(
            TenantId tenant, Actor actor, RunRequest request, Supplier<PolicySnapshot> law) {
        long started = System.nanoTime();
        Opened opened;
        try {
            opened =
                    unitOfWork.inTenant(
                            tenant, actor, () -> opened(tenant, actor, request, law, true));
        } catch (AnsinhException e) {
            if (e.code() != ErrorCode.NOT_RECONCILED) {
                throw e;
            }
            // what does not balance stays as a draft, to be looked at
            opened =
                    unitOfWork.inTenant(
                            tenant, actor, () -> opened(tenant, actor, request, law, false));
        }
        StoredRun run = opened.run();
        PolicySnapshot snapshot = opened.snapshot();
        if (snapshot == null) {
            return run;
        }
        if (run.state() != RunState.DRAFT) {
            computed(tenant, run, started);
            return run;
        }
        return atWork.during(tenant, run.id(), () -> rest(tenant, actor, run, snapshot, started));
    }

    /** A run with the law it is computed by; null where its list was there. */
    private record Opened(StoredRun run, PolicySnapshot snapshot) {}

    private Opened opened(
            TenantId tenant,
            Actor actor,
            RunRequest request,
            Supplier<PolicySnapshot> law,
            boolean atOnce) {
        // The store keeps microseconds.
        Instant pinned = clock.now().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = pinned.atZone(clock.zone()).toLocalDate();
        RunRequest asked = request.checked(today, storage::holds);
        storage.lockOpening();
        Optional<StoredRun> there =
                new RunOpening(storage).existing(asked).map(found -> storage.lock(found));
        if (there.isPresent() && there.get().state() != RunState.DRAFT) {
            return new Opened(there.get(), null);
        }
        PolicySnapshot snapshot = law.get();
        List<Audit.Entry> trail = new ArrayList<>();
        StoredRun run = draft(asked, there, pinned, snapshot, trail);
        Optional<Chunk> only = atOnce ? storage.claimOnly(run) : Optional.empty();
        if (only.isPresent()) {
            ChunkResult result = list(tenant, run, snapshot, prices(snapshot, run), only.get());
            trail.add(listed(run, result));
            run = complete(tenant, actor, run.with(result), month -> List.of(result), trail);
        } else {
            atWork.take(run.id());
        }
        audit.recordAll(trail);
        return new Opened(run, snapshot);
    }

    /** Takes a draft that is there, does what it lacks and completes it. */
    StoredRun finish(TenantId tenant, Actor actor, StoredRun run, PolicySnapshot snapshot) {
        if (run.state() != RunState.DRAFT) {
            return run;
        }
        return atWork.during(
                tenant,
                run.id(),
                () -> {
                    unitOfWork.inTenant(tenant, actor, () -> taken(run));
                    return rest(tenant, actor, run, snapshot, System.nanoTime());
                });
    }

    private StoredRun taken(StoredRun run) {
        atWork.take(run.id());
        return run;
    }

    private StoredRun rest(
            TenantId tenant,
            Actor actor,
            StoredRun run,
            PolicySnapshot snapshot,
            long startedNanos) {
        // A month is compared with the one before it, so it is done when that one is.
        for (YearMonth month : run.months()) {
            work(tenant, actor, run.only(month), snapshot);
        }
        // What is kept back is kept back from lines of the last month.
        int keep = KeepShare.percent(snapshot, run.lastMonth(), run.listDate());
        chunks.each(run, ChunkKind.ITEMS, tenant, actor, wait -> items(tenant, run, keep, wait));
        StoredRun done = unitOfWork.inTenant(tenant, actor, () -> complete(tenant, actor, run));
        computed(tenant, done, startedNanos);
        return done;
    }

    private static void computed(TenantId tenant, StoredRun done, long startedNanos) {
        LOG.info(
                "run computed: tenant='{}' run='{}' month='{}' lines='{}' differences='{}' ms='{}'",
                tenant.value(),
                done.id(),
                done.month(),
                done.lines(),
                done.differences(),
                (System.nanoTime() - startedNanos) / 1_000_000);
    }

    private StoredRun draft(
            RunRequest asked,
            Optional<StoredRun> there,
            Instant pinned,
            PolicySnapshot snapshot,
            List<Audit.Entry> trail) {
        StoredRun draft =
                StoredRun.draft(
                        asked.kind(),
                        asked.month(),
                        asked.lastMonth(),
                        asked.budgetYear(),
                        asked.listDate(),
                        pinned,
                        snapshot.hash(),
                        0);
        if (there.isEmpty()) {
            keep(snapshot);
            StoredRun opened = storage.open(new RunOpening(storage).after(draft), chunkLines);
            trail.add(
                    entry(
                            "run.open",
                            opened,
                            "month=" + asked.month() + " last=" + asked.lastMonth()));
            return opened;
        }
        // A run never mixes two laws, and nobody has seen a draft as computed.
        StoredRun run = there.get();
        return run.snapshotHash().equals(snapshot.hash()) ? run : restart(run, draft, snapshot);
    }

    /** Opens a draft anew as of now, with the months it has. */
    StoredRun again(StoredRun run, PolicySnapshot snapshot) {
        Instant pinned = clock.now().truncatedTo(ChronoUnit.MICROS);
        StoredRun draft =
                StoredRun.draft(
                        run.kind(),
                        run.month(),
                        run.lastMonth(),
                        run.budgetYear(),
                        pinned.atZone(clock.zone()).toLocalDate(),
                        pinned,
                        snapshot.hash(),
                        0);
        return restart(run, draft, snapshot);
    }

    private StoredRun restart(StoredRun run, StoredRun draft, PolicySnapshot snapshot) {
        audit.record("run.restart", "run", run.id(), "snapshot=" + run.snapshotHash());
        keep(snapshot);
        return storage.restart(run, new RunOpening(storage).after(draft), chunkLines);
    }

    /** Keeps the rows of the law, so that an amount can say why when the law has gone. */
    private void keep(PolicySnapshot snapshot) {
        storage.keepLaw(snapshot.hash(), () -> StoredRow.of(snapshot));
    }

    /** Those of the run before where month, day and law are the same, as in a month of all. */
    private Prices prices(PolicySnapshot snapshot, StoredRun run) {
        Prices last = lastPrices.get();
        if (last == null || !last.isOf(snapshot, run.month(), run.listDate())) {
            last = new Prices(snapshot, run.month(), run.listDate());
            lastPrices = new WeakReference<>(last);
        }
        return last;
    }

    private void work(TenantId tenant, Actor actor, StoredRun run, PolicySnapshot snapshot) {
        Prices prices = prices(snapshot, run);
        chunks.each(
                run,
                ChunkKind.LIST,
                tenant,
                actor,
                wait -> chunk(tenant, run, snapshot, prices, wait));
    }

    private boolean chunk(
            TenantId tenant, StoredRun run, PolicySnapshot snapshot, Prices prices, boolean wait) {
        Optional<Chunk> claimed = storage.claim(run, ChunkKind.LIST, wait);
        if (claimed.isEmpty()) {
            return false;
        }
        ChunkResult result = list(tenant, run, snapshot, prices, claimed.get());
        audit.recordAll(List.of(listed(run, result)));
        return true;
    }

    private static Audit.Entry listed(StoredRun run, ChunkResult result) {
        return entry("run.chunk", run, done(result));
    }

    /** Writes the list of a claimed chunk. */
    private ChunkResult list(
            TenantId tenant, StoredRun run, PolicySnapshot snapshot, Prices prices, Chunk chunk) {
        ChunkCalculation calculation =
                new ChunkCalculation(tenant.value(), run, engine, snapshot, prices);
        storage.read(run, chunk, calculation);
        ChunkResult result = calculation.result(chunk);
        storage.finish(run, chunk, result);
        return result;
    }

    private static String done(ChunkResult result) {
        return "chunk="
                + result.number()
                + " lines="
                + result.lineCount()
                + " dong="
                + result.totalDong();
    }

    private static Audit.Entry entry(String action, StoredRun run, String detail) {
        return new Audit.Entry(action, "run", run.id(), detail);
    }

    /** Takes due items of a key range in the run's last month. */
    private boolean items(TenantId tenant, StoredRun whole, int keep, boolean wait) {
        StoredRun run = whole.only(whole.lastMonth());
        Optional<Chunk> claimed = storage.claim(run, ChunkKind.ITEMS, wait);
        if (claimed.isEmpty()) {
            return false;
        }
        Chunk chunk = claimed.get();
        ItemCalculation calculation = new ItemCalculation(tenant.value(), keep);
        storage.items().read(run, chunk, calculation);
        ChunkResult result = calculation.result(chunk);
        storage.items().finish(run, chunk, result, calculation.lines());
        audit.recordAll(List.of(entry("run.items", run, done(result))));
        return true;
    }

    private static void requireDone(StoredRun run, ChunkResult chunk) {
        if (!chunk.done()) {
            throw new IllegalStateException(
                    "run " + run.id() + ": chunk " + chunk.number() + " is not done");
        }
    }

    private StoredRun complete(TenantId tenant, Actor actor, StoredRun draft) {
        StoredRun run = storage.lock(draft);
        if (run.state() != RunState.DRAFT) {
            return run;
        }
        List<Audit.Entry> trail = new ArrayList<>();
        StoredRun done =
                complete(tenant, actor, run, month -> storage.results(run.only(month)), trail);
        audit.recordAll(trail);
        return done;
    }

    /**
     * Completes a draft that is locked.
     *
     * @param results what the chunks of a month gave
     */
    private StoredRun complete(
            TenantId tenant,
            Actor actor,
            StoredRun run,
            Function<YearMonth, List<ChunkResult>> results,
            List<Audit.Entry> trail) {
        Map<YearMonth, List<TotalRow>> totals = new TreeMap<>();
        List<byte[]> roots = new ArrayList<>();
        long total = 0;
        for (YearMonth month : run.months()) {
            Totals sums = new Totals();
            for (ChunkResult chunk : results.apply(month)) {
                requireDone(run, chunk);
                chunk.totals().forEach(sums::add);
                roots.add(chunk.root());
            }
            totals.put(month, sums.rows());
            for (TotalRow row : sums.rows()) {
                total = Math.addExact(total, row.movement().signed(row.amountDong()));
            }
        }
        totals.forEach((month, rows) -> storage.writeTotals(run.only(month), rows));
        boolean balances =
                new RunReconciling(storage)
                        .of(run, totals::get).stream().allMatch(page -> page.balances());
        if (!balances || total != run.totalDong()) {
            throw new AnsinhException(
                    ErrorCode.NOT_RECONCILED,
                    "Kỳ chi trả tháng "
                            + Texts.month(run.month())
                            + " không khớp với tháng trước; kỳ chi trả chưa được ghi nhận là đã tính.");
        }
        byte[] digest = new Merkle().root(roots);
        StoredRun computed =
                moves.move(tenant, run, actor, RunState.COMPUTED, RunDuty.PREPARE, "", digest, 1);
        atWork.done(run.id());
        trail.add(entry("run.compute", run, "lines=" + run.lines() + " dong=" + run.totalDong()));
        return computed;
    }
}
