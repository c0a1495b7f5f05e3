package vn.ansinh.payment.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.payment.api.Successions;
import vn.ansinh.payment.port.SuccessionRows;
import vn.ansinh.payment.port.SuccessionStorage;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** Successions over the ports: plans, questions and who agreed to what. */
final class SuccessionService implements Successions {
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final SuccessionStorage storage;
    private final SuccessionRows rows;
    private final SuccessionPlans plans;
    private final SuccessionCount count;
    private final SuccessionCarrying carrying;
    private final SuccessionReturn returning;

    SuccessionService(
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            SuccessionStorage storage,
            SuccessionRows rows,
            SuccessionPlans plans,
            SuccessionCount count,
            SuccessionCarrying carrying,
            SuccessionReturn returning) {
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.storage = storage;
        this.rows = rows;
        this.plans = plans;
        this.count = count;
        this.carrying = carrying;
        this.returning = returning;
    }

    @Override
    public long plan(Actor actor, NewPlan plan) {
        plans.check(plan);
        List<UnitRow> units = plans.fromLists(plan, actor);
        return unitOfWork.common(
                actor,
                () -> {
                    long id = storage.add(plan, units, actor.hands(), now());
                    storage.move(id, State.PLANNED, "PLAN", actor.hands(), "", now());
                    return id;
                });
    }

    @Override
    public void assign(Actor actor, long id, UnitRow row) {
        unitOfWork.common(
                actor,
                () -> {
                    Plan plan = storage.lock(id);
                    require(plan, State.PLANNED, State.PROPOSED);
                    check(plan, row);
                    storage.assign(
                            id,
                            new UnitRow(
                                    row.predecessor(),
                                    row.oldUnit(),
                                    row.successor(),
                                    row.newUnit(),
                                    row.reason().strip(),
                                    true));
                    storage.move(
                            id,
                            State.PLANNED,
                            "ASSIGN",
                            actor.hands(),
                            row.predecessor() + " " + row.oldUnit() + " → " + row.successor(),
                            now());
                    storage.hands(id, "", "", "");
                    return null;
                });
    }

    private static void check(Plan plan, UnitRow row) {
        List<Fault> faults = new ArrayList<>();
        if (!plan.predecessors().contains(row.predecessor())) {
            faults.add(
                    new Fault(0, "predecessor", "Không phải địa phương kết thúc của phương án."));
        }
        if (!plan.successors().contains(row.successor())) {
            faults.add(new Fault(0, "successor", "Không phải địa phương kế thừa của phương án."));
        }
        blank(faults, "oldUnit", row.oldUnit(), "Thiếu mã đơn vị cũ.");
        blank(faults, "newUnit", row.newUnit(), "Thiếu mã đơn vị mới.");
        blank(faults, "reason", row.reason(), "Ghi vì sao đơn vị này thuộc về nơi đó.");
        SuccessionPlans.refuse(faults);
    }

    private static void blank(List<Fault> faults, String field, String value, String sentence) {
        if (value == null || value.isBlank()) {
            faults.add(new Fault(0, field, sentence));
        }
    }

    static void require(Plan plan, State... states) {
        if (!Set.of(states).contains(plan.state())) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Phương án kế thừa số "
                            + plan.id()
                            + " đang ở trạng thái "
                            + plan.state()
                            + ": không làm được việc này.");
        }
    }

    @Override
    public List<Plan> all(Actor actor) {
        return unitOfWork.common(actor, () -> storage.ids().stream().map(storage::get).toList());
    }

    @Override
    public Plan get(Actor actor, long id) {
        return unitOfWork.common(actor, () -> storage.get(id));
    }

    @Override
    public DryRun dryRun(Actor actor, long id) {
        return count.of(get(actor, id), actor, false).dryRun();
    }

    @Override
    public void propose(Actor actor, long id, String hash) {
        Plan counted = get(actor, id);
        require(counted, State.PLANNED, State.PROPOSED);
        DryRun fresh = count.of(counted, actor, false).dryRun();
        if (fresh.blocked()) {
            List<Fault> faults = new ArrayList<>();
            for (Unmatched row : fresh.unmatched()) {
                if (row.reason().blocks()) {
                    faults.add(
                            new Fault(
                                    faults.size() + 1,
                                    row.kind(),
                                    row.locality()
                                            + " "
                                            + row.kind()
                                            + " "
                                            + row.id()
                                            + ": "
                                            + row.reason().sentence()));
                }
            }
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Còn " + faults.size() + " việc phải xử lý trước khi đề xuất kế thừa.",
                    faults,
                    null);
        }
        unitOfWork.common(
                actor,
                () -> {
                    Plan plan = storage.lock(id);
                    require(plan, State.PLANNED, State.PROPOSED);
                    if (!fresh.hash().equals(hash) || !plan.units().equals(counted.units())) {
                        throw new AnsinhException(
                                ErrorCode.STALE,
                                "Mã băm không phải của lần chạy thử mới nhất: xem lại kết quả chạy"
                                        + " thử rồi đề xuất.");
                    }
                    storage.hands(id, hash, actor.hands(), "");
                    storage.move(id, State.PROPOSED, "PROPOSE", actor.hands(), hash, now());
                    return null;
                });
    }

    @Override
    public void approve(Actor actor, long id) {
        unitOfWork.common(
                actor,
                () -> {
                    Plan plan = storage.lock(id);
                    require(plan, State.PROPOSED);
                    if (!plan.approvedBy().isEmpty()) {
                        throw new AnsinhException(
                                ErrorCode.CONFLICT,
                                "Phương án kế thừa số " + id + " đã được duyệt.");
                    }
                    requireOther(actor, plan.proposedBy(), "Người đề xuất");
                    storage.hands(id, plan.planHash(), plan.proposedBy(), actor.hands());
                    storage.move(
                            id, State.PROPOSED, "APPROVE", actor.hands(), plan.planHash(), now());
                    return null;
                });
    }

    /** Four eyes, delegates included. */
    static void requireOther(Actor actor, String hands, String who) {
        if (actor.sameHandAs(hands)) {
            throw new AnsinhException(
                    ErrorCode.FORBIDDEN,
                    who + " (kể cả người được hoặc đã ủy quyền) không là người thứ hai.");
        }
    }

    @Override
    public Plan carry(Actor actor, long id) {
        return carrying.carry(actor, id);
    }

    @Override
    public Plan reverse(Actor actor, long id, String reason) {
        return returning.reverse(actor, id, reason);
    }

    @Override
    public Optional<Origin> origin(TenantId tenant, Actor actor, long personId) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    audit.record("person.origin", "beneficiary", personId, "");
                    return rows.origin(personId);
                });
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MICROS);
    }
}
