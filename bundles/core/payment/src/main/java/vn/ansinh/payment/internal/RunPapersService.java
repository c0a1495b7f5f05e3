package vn.ansinh.payment.internal;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.RunPapers;
import vn.ansinh.payment.port.LineKey;
import vn.ansinh.payment.port.Link;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.RunEvent;
import vn.ansinh.payment.port.RunStorage;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** Pages of runs and held lines over the ports. */
public final class RunPapersService implements RunPapers {
    private static final int SHORTEST_REASON = 5;

    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final PaymentStorage storage;
    private final RunStorage life;
    private final FundNeeds funds;
    private final LateHolds holds;

    /** Over the ports. */
    public RunPapersService(
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            PaymentStorage storage,
            RunStorage life,
            FundNeeds funds) {
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.storage = storage;
        this.life = life;
        this.funds = funds;
        this.holds = new LateHolds(clock, audit, life);
    }

    @Override
    public Balance balance(TenantId tenant, Actor actor, long runId) {
        return onRun(
                tenant,
                actor,
                runId,
                run -> new RunBalance(storage, life).of(run, actor.units().isEmpty()));
    }

    @Override
    public Sheet sheet(TenantId tenant, Actor actor, long runId) {
        if (!actor.units().isEmpty()) {
            throw RunRules.forbidden("Tờ trình là của cả địa phương.");
        }
        return onRun(tenant, actor, runId, this::sheet);
    }

    private Sheet sheet(StoredRun run) {
        Balance balance = new RunBalance(storage, life).of(run, true);
        List<RunEvent> events = storage.events(run.id());
        List<Hold> open =
                life.holds(run.id()).stream().filter(hold -> hold.releasedAt() == null).toList();
        Sum held =
                new Sum(
                        open.size(),
                        open.stream()
                                .mapToLong(hold -> hold.recovery() ? 0 : hold.amountDong())
                                .sum());
        long uncertain = 0;
        for (YearMonth month : run.months()) {
            uncertain += life.listSums(run.only(month)).uncertain();
        }
        Optional<Link> last = storage.lastLink();
        audit.record("run.sheet", "run", run.id(), "round=" + run.round());
        return new Sheet(
                PaymentService.view(run),
                last.map(link -> HexFormat.of().formatHex(link.hash())).orElse(""),
                last.map(Link::sequence).orElse(0L),
                balance,
                run.differences(),
                uncertain,
                held,
                balance.toDrawDong() - held.dong(),
                signed(run, events, RunDuty.PREPARE),
                signed(run, events, RunDuty.CHECK),
                signed(run, events, RunDuty.APPROVE),
                run.approvals(),
                run.state().settles() ? List.of() : funds.coverage(run).warnings());
    }

    /** Who did a duty in the run's round; giving it back signs nothing. */
    private static List<Signed> signed(StoredRun run, List<RunEvent> events, RunDuty duty) {
        return events.stream()
                .filter(
                        event ->
                                event.round() == run.round()
                                        && event.duty() == duty
                                        && event.to().hasList()
                                        && event.to() != RunState.RETURNED)
                .map(event -> new Signed(event.actor(), event.onBehalfOf(), event.at()))
                .toList();
    }

    @Override
    public long hold(TenantId tenant, Actor actor, NewHold hold) {
        if (hold.reason() == null || hold.reason().strip().length() < SHORTEST_REASON) {
            throw RunLifeService.faulty("reason", "Hãy nêu lý do giữ lại, kèm giấy tờ nếu có.");
        }
        return onRun(
                tenant,
                actor,
                hold.runId(),
                found -> {
                    StoredRun run = storage.lock(found);
                    if (run.state() != RunState.APPROVED) {
                        throw RunRules.refused(
                                "Chỉ giữ lại được khoản của kỳ đã duyệt và chưa chuyển chi; kỳ số "
                                        + run.id()
                                        + " đang ở trạng thái «"
                                        + run.state().title()
                                        + "».");
                    }
                    int component = LineKey.code(hold.component());
                    if (!life.hasLine(
                            run.id(), hold.month(), hold.personId(), component, hold.sequence())) {
                        throw new AnsinhException(
                                ErrorCode.NOT_FOUND, "Kỳ chi trả này không có khoản đó.");
                    }
                    if (life.isHeld(hold.month(), hold.personId(), component, hold.sequence())) {
                        throw RunRules.refused("Khoản này đang được giữ lại.");
                    }
                    return holds.place(run, actor, hold);
                });
    }

    @Override
    public void release(TenantId tenant, Actor actor, long holdId, String reason) {
        if (reason == null || reason.strip().length() < SHORTEST_REASON) {
            throw RunLifeService.faulty("reason", "Hãy nêu lý do thôi giữ.");
        }
        unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    Hold hold =
                            life.holdById(holdId)
                                    .orElseThrow(
                                            () ->
                                                    new AnsinhException(
                                                            ErrorCode.NOT_FOUND,
                                                            "Không có lần giữ lại số "
                                                                    + holdId
                                                                    + "."));
                    if (hold.releasedAt() != null) {
                        throw RunRules.refused("Khoản này đã được thôi giữ.");
                    }
                    Set<String> heldBy = life.heldBy(holdId);
                    if (RunRules.hands(actor).stream().anyMatch(heldBy::contains)) {
                        throw RunRules.forbidden(
                                "Người thôi giữ phải khác người giữ, kể cả qua ủy quyền.");
                    }
                    life.release(
                            holdId,
                            actor.login(),
                            actor.onBehalfOf(),
                            clock.now().truncatedTo(ChronoUnit.MICROS),
                            reason.strip());
                    audit.record(
                            "line.release",
                            "beneficiary",
                            hold.personId(),
                            "run=" + hold.runId() + " hold=" + holdId);
                    return null;
                });
    }

    @Override
    public List<Late> late(TenantId tenant, Actor actor, long runId) {
        return onRun(tenant, actor, runId, run -> late(run));
    }

    private List<Late> late(StoredRun run) {
        List<Late> late = holds.late(run);
        readPeople("late.read", run.id(), late.stream().map(Late::personId));
        return late;
    }

    @Override
    public int holdLate(TenantId tenant, Actor actor, long runId) {
        return onRun(
                tenant,
                actor,
                runId,
                found -> {
                    StoredRun run = storage.lock(found);
                    return holds.hold(run, actor, late(run));
                });
    }

    /** Everybody of a list finds in the trail who read it. */
    private void readPeople(String action, long runId, Stream<Long> people) {
        List<Long> ids = people.distinct().sorted().toList();
        if (!ids.isEmpty()) {
            audit.record(
                    action,
                    "beneficiary",
                    ids.get(0),
                    "run="
                            + runId
                            + " ids='"
                            + ids.stream().map(String::valueOf).collect(Collectors.joining(","))
                            + "'");
        }
    }

    @Override
    public List<Hold> holds(TenantId tenant, Actor actor, long runId) {
        return onRun(
                tenant,
                actor,
                runId,
                run -> {
                    List<Hold> holds = life.holds(run.id());
                    readPeople("hold.read", runId, holds.stream().map(Hold::personId));
                    return holds;
                });
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
}
