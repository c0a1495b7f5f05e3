package vn.ansinh.payment.internal;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunKind;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.RunLife;
import vn.ansinh.payment.api.RunPapers.Balance;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.RunEvent;
import vn.ansinh.payment.port.RunStorage;
import vn.ansinh.payment.port.RunStorage.ChunkSums;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** Moves runs over the ports. */
public final class RunLifeService implements RunLife {
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_NOTE = 1_000;

    private final Localities localities;
    private final ActiveLaw activeLaw;
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final PaymentStorage storage;
    private final RunStorage life;
    private final RunMoves moves;
    private final RunRules rules;
    private final RunComputer computer;
    private final long approveAboveDong;

    /**
     * Builds the part for a process that is no node.
     *
     * @param workers threads of a run
     * @param chunkLines lines per transaction
     * @param approveAboveDong above this total a second hand approves; 0 never
     */
    public RunLifeService(
            Localities localities,
            ActiveLaw activeLaw,
            Engine engine,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            PaymentStorage storage,
            RunStorage life,
            RunListeners listeners,
            int workers,
            int chunkLines,
            long approveAboveDong) {
        this(
                localities,
                activeLaw,
                engine,
                unitOfWork,
                audit,
                clock,
                storage,
                life,
                listeners,
                RunsAtWork.alone(),
                workers,
                chunkLines,
                approveAboveDong);
    }

    /** The same for a node. */
    public RunLifeService(
            Localities localities,
            ActiveLaw activeLaw,
            Engine engine,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            PaymentStorage storage,
            RunStorage life,
            RunListeners listeners,
            RunsAtWork atWork,
            int workers,
            int chunkLines,
            long approveAboveDong) {
        if (approveAboveDong < 0) {
            throw new IllegalArgumentException("approveAboveDong is not negative");
        }
        this.localities = localities;
        this.activeLaw = activeLaw;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.storage = storage;
        this.life = life;
        this.moves = new RunMoves(clock, storage, listeners);
        this.rules = new RunRules(life);
        this.computer =
                new RunComputer(
                        unitOfWork,
                        audit,
                        clock,
                        engine,
                        storage,
                        moves,
                        atWork,
                        workers,
                        chunkLines);
        this.approveAboveDong = approveAboveDong;
    }

    @Override
    public RunView compute(TenantId tenant, Actor actor, Order order) {
        YearMonth last = order.lastMonth() == null ? order.month() : order.lastMonth();
        RunRequest request =
                new RunRequest(
                        order.kind(), order.month(), last, order.budgetYear(), order.listDate());
        return PaymentService.view(computer.compute(tenant, actor, request, () -> law(tenant)));
    }

    @Override
    public RunView recompute(TenantId tenant, Actor actor, long runId, int version) {
        PolicySnapshot law = law(tenant);
        StoredRun draft =
                unitOfWork.inTenant(
                        tenant,
                        actor,
                        () -> {
                            StoredRun run = locked(runId, version);
                            if (run.state() == RunState.DRAFT) {
                                return run;
                            }
                            StoredRun open =
                                    move(tenant, actor, run, RunState.DRAFT, RunDuty.PREPARE, "");
                            return computer.again(open, law);
                        });
        return PaymentService.view(computer.finish(tenant, actor, draft, law));
    }

    @Override
    public RunView submit(TenantId tenant, Actor actor, long runId, int version, String note) {
        return onLocked(
                tenant,
                actor,
                runId,
                version,
                run -> {
                    rules.require(
                            run, actor, RunState.SUBMITTED, RunDuty.PREPARE, storage.events(runId));
                    Balance balance = new RunBalance(storage, life).of(run, true);
                    if (balance.lines() == 0) {
                        throw RunRules.refused(
                                "Kỳ chi trả số " + runId + " không có khoản nào để trình.");
                    }
                    if (!balance.balances()) {
                        throw new AnsinhException(
                                ErrorCode.NOT_RECONCILED,
                                "Kỳ chi trả số "
                                        + runId
                                        + " không cân đối: xem trang cân đối, tính lại kỳ rồi mới"
                                        + " trình.");
                    }
                    return move(
                            tenant, actor, run, RunState.SUBMITTED, RunDuty.PREPARE, note(note));
                });
    }

    @Override
    public RunView check(TenantId tenant, Actor actor, long runId, int version, String note) {
        return onLocked(
                tenant,
                actor,
                runId,
                version,
                run -> move(tenant, actor, run, RunState.SUBMITTED, RunDuty.CHECK, note(note)));
    }

    @Override
    public RunView approve(TenantId tenant, Actor actor, long runId, int version, String note) {
        return onLocked(
                tenant,
                actor,
                runId,
                version,
                run -> {
                    int already = RunRules.approvals(run, storage.events(runId)).size();
                    RunState to =
                            run.state() == RunState.SUBMITTED && already + 1 < run.approvals()
                                    ? RunState.SUBMITTED
                                    : RunState.APPROVED;
                    return move(tenant, actor, run, to, RunDuty.APPROVE, note(note));
                });
    }

    @Override
    public RunView giveBack(
            TenantId tenant, Actor actor, long runId, int version, RunDuty duty, String reason) {
        String why = reason(reason);
        return onLocked(
                tenant,
                actor,
                runId,
                version,
                run -> move(tenant, actor, run, RunState.RETURNED, duty, why));
    }

    @Override
    public RunView cancel(TenantId tenant, Actor actor, long runId, int version, String reason) {
        String why = reason(reason);
        return onLocked(
                tenant,
                actor,
                runId,
                version,
                run -> {
                    StoredRun gone =
                            move(tenant, actor, run, RunState.CANCELLED, RunDuty.PREPARE, why);
                    storage.clearLines(gone);
                    return gone;
                });
    }

    @Override
    public File file(TenantId tenant, Actor actor, long runId) {
        Optional<PolicySnapshot> law = activeLaw.of(code(tenant)).map(ActiveLaw.Active::snapshot);
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    StoredRun run = byId(runId);
                    List<RunEvent> events = storage.events(runId);
                    return new File(
                            PaymentService.view(run),
                            events.size(),
                            run.approvals(),
                            RunRules.checked(run, events),
                            RunRules.approvals(run, events).size(),
                            life.moves(run.state()),
                            events.stream().map(RunLifeService::event).toList(),
                            law.map(rows -> clocks(rows).of(run, events)).orElse(List.of()));
                });
    }

    @Override
    public Proposal propose(TenantId tenant, Actor actor) {
        PolicySnapshot law = law(tenant);
        YearMonth next =
                unitOfWork.inTenant(
                        tenant,
                        actor,
                        () ->
                                storage.runs().stream()
                                        .filter(
                                                run ->
                                                        run.kind() == RunKind.REGULAR
                                                                && run.state()
                                                                        != RunState.CANCELLED)
                                        .map(StoredRun::lastMonth)
                                        .max(YearMonth::compareTo)
                                        .map(month -> month.plusMonths(1))
                                        .orElse(YearMonth.from(clock.today()).plusMonths(1)));
        return clocks(law).propose(next);
    }

    @Override
    public Progress progress(TenantId tenant, Actor actor, long runId) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    StoredRun run = byId(runId);
                    ChunkSums sums = life.chunkSums(runId);
                    // The first part has no measured beginning: the rate is that of the others.
                    long millis =
                            sums.done() < 2
                                    ? 0
                                    : Duration.between(sums.firstDoneAt(), sums.lastDoneAt())
                                            .toMillis();
                    long rate =
                            millis == 0 ? 0 : (sums.lines() - sums.firstLines()) * 1000 / millis;
                    long left =
                            sums.done() == sums.chunks()
                                    ? 0
                                    : millis == 0
                                            ? -1
                                            : millis
                                                    * (sums.chunks() - sums.done())
                                                    / (sums.done() - 1)
                                                    / 1000;
                    int percent = sums.chunks() == 0 ? 0 : 100 * sums.done() / sums.chunks();
                    return new Progress(
                            runId,
                            run.state(),
                            sums.chunks(),
                            sums.done(),
                            sums.lines(),
                            percent,
                            rate,
                            left);
                });
    }

    private RunClocks clocks(PolicySnapshot law) {
        return new RunClocks(law, clock.today(), clock.zone());
    }

    private static Event event(RunEvent event) {
        return new Event(
                event.sequence(),
                event.from(),
                event.to(),
                event.duty(),
                event.actor(),
                event.onBehalfOf(),
                event.at(),
                event.round(),
                event.note());
    }

    private RunView onLocked(
            TenantId tenant,
            Actor actor,
            long runId,
            int version,
            Function<StoredRun, StoredRun> work) {
        return unitOfWork.inTenant(
                tenant, actor, () -> PaymentService.view(work.apply(locked(runId, version))));
    }

    private StoredRun locked(long runId, int version) {
        StoredRun run = storage.lock(byId(runId));
        if (version != ANY_VERSION && version != storage.events(runId).size()) {
            throw new AnsinhException(
                    ErrorCode.STALE,
                    "Kỳ chi trả số " + runId + " đã thay đổi từ lần đọc trước; đọc lại rồi làm.");
        }
        return run;
    }

    private StoredRun byId(long runId) {
        return storage.byId(runId)
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.NOT_FOUND,
                                        "Không có kỳ chi trả số " + runId + "."));
    }

    private StoredRun move(
            TenantId tenant, Actor actor, StoredRun run, RunState to, RunDuty duty, String note) {
        rules.require(run, actor, to, duty, storage.events(run.id()));
        boolean two = approveAboveDong > 0 && run.totalDong() > approveAboveDong;
        StoredRun now = moves.move(tenant, run, actor, to, duty, note, run.digest(), two ? 2 : 1);
        audit.record(
                "run.move",
                "run",
                run.id(),
                "from=" + run.state() + " to=" + to + " duty=" + duty + " round=" + run.round());
        return now;
    }

    private static String note(String note) {
        String text = note == null ? "" : note.strip();
        if (text.length() > LONGEST_NOTE) {
            throw faulty("note", "Ghi chú dài nhất " + LONGEST_NOTE + " ký tự.");
        }
        return text;
    }

    private static String reason(String reason) {
        String text = note(reason);
        if (text.length() < SHORTEST_REASON) {
            throw faulty("reason", "Hãy nêu lý do, ít nhất " + SHORTEST_REASON + " ký tự.");
        }
        return text;
    }

    static AnsinhException faulty(String field, String sentence) {
        return new AnsinhException(
                ErrorCode.INVALID_INPUT, sentence, List.of(new Fault(0, field, sentence)), null);
    }

    private PolicySnapshot law(TenantId tenant) {
        return activeLaw.require(code(tenant)).snapshot();
    }

    private String code(TenantId tenant) {
        return localities
                .byId(tenant)
                .map(Localities.TenantInfo::code)
                .orElseThrow(
                        () -> new AnsinhException(ErrorCode.NOT_FOUND, "Không có địa phương này."));
    }
}
