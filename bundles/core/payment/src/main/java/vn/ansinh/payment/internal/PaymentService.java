package vn.ansinh.payment.internal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.port.ExplainedLine;
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

/** Payment runs over the ports. Everything but computing works without the locality's law. */
public final class PaymentService implements Payments {
    private final Localities localities;
    private final ActiveLaw activeLaw;
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final PaymentStorage storage;
    private final RunsAtWork atWork;
    private final Map<TenantId, String> codes = new ConcurrentHashMap<>();
    private final RunComputer computer;
    private final Explaining explaining;

    /**
     * Builds the room's inside for a process that is no node.
     *
     * @param listeners who is told of every move
     * @param workers threads of a run, each with its own transaction; best as many as cores
     * @param chunkLines lines per transaction
     */
    public PaymentService(
            Localities localities,
            ActiveLaw activeLaw,
            Engine engine,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            PaymentStorage storage,
            RunListeners listeners,
            int workers,
            int chunkLines) {
        this(
                localities,
                activeLaw,
                engine,
                unitOfWork,
                audit,
                clock,
                storage,
                listeners,
                RunsAtWork.alone(),
                workers,
                chunkLines);
    }

    /** The same for a node. */
    public PaymentService(
            Localities localities,
            ActiveLaw activeLaw,
            Engine engine,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            PaymentStorage storage,
            RunListeners listeners,
            RunsAtWork atWork,
            int workers,
            int chunkLines) {
        this.atWork = atWork;
        this.localities = localities;
        this.activeLaw = activeLaw;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.storage = storage;
        this.computer =
                new RunComputer(
                        unitOfWork,
                        audit,
                        clock,
                        engine,
                        storage,
                        new RunMoves(clock, storage, listeners),
                        atWork,
                        workers,
                        chunkLines);
        this.explaining = new Explaining(engine);
    }

    @Override
    public RunView compute(TenantId tenant, Actor actor, YearMonth month) {
        return view(
                computer.compute(
                        tenant,
                        actor,
                        RunRequest.regular(month),
                        () -> activeLaw.require(code(tenant)).snapshot()));
    }

    /**
     * Goes on with a draft as the one who ordered it would, under the law it was opened with.
     *
     * @return whether it is a draft no more; false while its law is not active here
     */
    boolean goOn(TenantId tenant, Actor orderedBy, long runId) {
        Optional<StoredRun> draft =
                unitOfWork.inTenant(
                        tenant,
                        orderedBy,
                        () -> {
                            Optional<StoredRun> run =
                                    storage.byId(runId).filter(r -> r.state() == RunState.DRAFT);
                            if (run.isEmpty()) {
                                atWork.done(runId);
                            }
                            return run;
                        });
        if (draft.isEmpty()) {
            return true;
        }
        Optional<ActiveLaw.Active> law =
                activeLaw
                        .of(code(tenant))
                        .filter(l -> l.snapshot().hash().equals(draft.get().snapshotHash()));
        law.ifPresent(l -> computer.finish(tenant, orderedBy, draft.get(), l.snapshot()));
        return law.isPresent();
    }

    @Override
    public List<RunView> runs(TenantId tenant, Actor actor) {
        return unitOfWork.inTenant(
                tenant, actor, () -> storage.runs().stream().map(PaymentService::view).toList());
    }

    @Override
    public Optional<RunView> run(TenantId tenant, Actor actor, long runId) {
        return unitOfWork.inTenant(
                tenant, actor, () -> storage.byId(runId).map(PaymentService::view));
    }

    @Override
    public List<TotalView> totals(TenantId tenant, Actor actor, long runId, YearMonth month) {
        return onRun(
                tenant,
                actor,
                runId,
                run ->
                        Viewing.totals(
                                month == null
                                        ? storage.totals(run.id())
                                        : storage.totals(run.id(), of(run, month).month())));
    }

    @Override
    public Reconciliation reconciliation(TenantId tenant, Actor actor, long runId) {
        return onRun(tenant, actor, runId, run -> new RunReconciling(storage).of(run).get(0));
    }

    @Override
    public List<LineView> lines(
            TenantId tenant,
            Actor actor,
            long runId,
            YearMonth month,
            String unitCode,
            long afterLine,
            int limit) {
        return onRun(
                tenant,
                actor,
                runId,
                run -> {
                    List<LineView> lines =
                            storage.lines(of(run, month), unitCode, afterLine, limit).stream()
                                    .map(Viewing::line)
                                    .toList();
                    audit.record("run.lines", "run", runId, "lines=" + lines.size());
                    recordPeople(runId, lines.stream().map(LineView::personId));
                    return lines;
                });
    }

    @Override
    public List<ItemLineView> itemLines(
            TenantId tenant, Actor actor, long runId, long afterItem, int limit) {
        return onRun(
                tenant,
                actor,
                runId,
                run -> {
                    List<ItemLineView> lines =
                            storage.items()
                                    .lines(run.id(), 0, Prices.BY_DECISION, afterItem, limit);
                    audit.record("run.itemLines", "run", runId, "lines=" + lines.size());
                    recordPeople(runId, lines.stream().map(ItemLineView::personId));
                    return lines;
                });
    }

    @Override
    public List<Difference> differences(TenantId tenant, Actor actor, long runId, int limit) {
        return onRun(
                tenant,
                actor,
                runId,
                run -> {
                    audit.record("run.differences", "run", runId, "limit=" + limit);
                    List<Difference> found =
                            storage.differences(run.id(), limit).stream()
                                    .map(Viewing::difference)
                                    .toList();
                    recordPeople(runId, found.stream().map(Difference::personId));
                    return found;
                });
    }

    /** Everybody of a list finds in the trail who read it. */
    private void recordPeople(long runId, Stream<Long> personIds) {
        List<Long> ids = personIds.distinct().sorted().toList();
        if (!ids.isEmpty()) {
            String all = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
            audit.record(
                    "line.read", "beneficiary", ids.get(0), "run=" + runId + " ids='" + all + "'");
        }
    }

    @Override
    public List<Explanation> explain(TenantId tenant, Actor actor, long runId, long personId) {
        Optional<ActiveLaw.Active> law = activeLaw.of(code(tenant));
        return onRun(
                tenant,
                actor,
                runId,
                run -> {
                    audit.record("line.explain", "beneficiary", personId, "run=" + runId);
                    List<Explanation> all = new ArrayList<>();
                    for (YearMonth month : run.months()) {
                        all.addAll(explain(run.only(month), personId, law));
                    }
                    storage.items()
                            .lines(run.id(), personId, Prices.BY_DECISION, 0, Integer.MAX_VALUE)
                            .forEach(line -> all.add(Explaining.item(line)));
                    return all;
                });
    }

    private List<Explanation> explain(
            StoredRun run, long personId, Optional<ActiveLaw.Active> law) {
        List<ExplainedLine> lines = storage.linesOf(run, personId);
        if (lines.isEmpty()) {
            return List.of();
        }
        return explaining.explain(
                run,
                lines,
                storage.rows(run.id()),
                storage.person(run, personId),
                law.map(ActiveLaw.Active::snapshot));
    }

    /** The run as of one of its months. */
    private static StoredRun of(StoredRun run, YearMonth month) {
        if (month == null) {
            return run.only(run.month());
        }
        if (!run.months().contains(month)) {
            throw RunLifeService.faulty(
                    "month",
                    "Kỳ chi trả số " + run.id() + " không có tháng " + Texts.month(month) + ".");
        }
        return run.only(month);
    }

    private <T> T onRun(TenantId tenant, Actor actor, long runId, Function<StoredRun, T> work) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () ->
                        work.apply(
                                storage.byId(runId)
                                        .orElseThrow(
                                                () ->
                                                        new AnsinhException(
                                                                ErrorCode.NOT_FOUND,
                                                                "Không có kỳ chi trả số "
                                                                        + runId
                                                                        + "."))));
    }

    /** A locality keeps its code. */
    private String code(TenantId tenant) {
        String known = codes.get(tenant);
        if (known == null) {
            known =
                    localities
                            .byId(tenant)
                            .map(Localities.TenantInfo::code)
                            .orElseThrow(
                                    () ->
                                            new AnsinhException(
                                                    ErrorCode.NOT_FOUND,
                                                    "Không có địa phương này."));
            codes.put(tenant, known);
        }
        return known;
    }

    static RunView view(StoredRun run) {
        return new RunView(
                run.id(),
                run.kind(),
                run.month(),
                run.lastMonth(),
                run.budgetYear(),
                run.listDate(),
                run.state(),
                run.round(),
                run.snapshotHash(),
                run.pinnedAt(),
                run.lines(),
                run.persons(),
                run.totalDong(),
                run.differences(),
                run.digest() == null ? "" : HexFormat.of().formatHex(run.digest()));
    }
}
