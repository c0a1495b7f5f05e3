package vn.ansinh.payment.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.payment.api.Successions.Event;
import vn.ansinh.payment.api.Successions.Plan;
import vn.ansinh.payment.api.Successions.State;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.SuccessionRows;
import vn.ansinh.payment.port.SuccessionStorage;
import vn.ansinh.payment.port.SuccessionStorage.Print;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.UnitOfWork;

/**
 * Takes a succession back, one successor at a time. Nothing of the old localities was touched, so
 * that they only have to be opened again.
 */
final class SuccessionReturn {
    private static final Logger LOG = LoggerFactory.getLogger(SuccessionReturn.class);
    private static final String ASKED = "REVERSE_ASKED";
    private static final String LINK = "SUCCESSION_REVERSED";

    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final SuccessionRest resting;
    private final SuccessionStorage storage;
    private final SuccessionRows rows;
    private final SuccessionCount count;
    private final Ledger ledger;
    private final PaymentStorage payments;

    SuccessionReturn(
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            SuccessionRest resting,
            SuccessionStorage storage,
            SuccessionRows rows,
            SuccessionCount count,
            Ledger ledger,
            PaymentStorage payments) {
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.resting = resting;
        this.storage = storage;
        this.rows = rows;
        this.count = count;
        this.ledger = ledger;
        this.payments = payments;
    }

    Plan reverse(Actor actor, long id, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Hủy việc kế thừa phải ghi lý do, không ghi tên người.");
        }
        Plan plan = get(actor, id);
        SuccessionService.require(
                plan, State.RUNNING, State.FAILED, State.DONE, State.REVERSING, State.REVERSED);
        resting.requireNoOther(plan);
        if (plan.state() != State.REVERSING && plan.state() != State.REVERSED) {
            requireUnpaid(plan, actor);
            if (isFirst(plan, actor)) {
                ask(actor, plan, reason.strip());
                return get(actor, id);
            }
            begin(actor, plan, reason.strip());
        }
        if (plan.state() != State.REVERSED) {
            plan.successors().forEach(code -> takeBack(actor, plan, code, true));
            plan.predecessors().forEach(code -> takeBack(actor, plan, code, false));
            move(actor, plan, State.REVERSED, "REVERSED", "", State.REVERSING);
        }
        resting.wake(plan, SuccessionRest.parties(plan), actor);
        return get(actor, id);
    }

    private Plan get(Actor actor, long id) {
        return unitOfWork.common(actor, () -> storage.get(id));
    }

    /** Whether nobody has asked since the last thing happened; another hand must ask again. */
    private static boolean isFirst(Plan plan, Actor actor) {
        Event last = plan.events().get(plan.events().size() - 1);
        if (!last.what().equals(ASKED)) {
            return true;
        }
        SuccessionService.requireOther(actor, last.hands(), "Người đã đề nghị hủy");
        return false;
    }

    private void ask(Actor actor, Plan plan, String reason) {
        move(actor, plan, plan.state(), ASKED, reason, plan.state());
    }

    /** The successors rest before the last look, so that nothing is recorded after it. */
    private void begin(Actor actor, Plan plan, String reason) {
        resting.rest(plan, plan.successors(), actor);
        try {
            SuccessionRest.awaitWriters(unitOfWork, storage, actor);
            requireUnpaid(plan, actor);
            requireUnchanged(plan, actor);
            move(actor, plan, State.REVERSING, "REVERSE", reason, plan.state());
        } catch (AnsinhException refused) {
            if (plan.state() == State.DONE) {
                resting.wake(plan, plan.successors(), actor);
            }
            throw refused;
        }
    }

    private void requireUnpaid(Plan plan, Actor actor) {
        for (String code : plan.successors()) {
            List<Long> paid = count.in(code, actor, rows::paidRuns);
            if (!paid.isEmpty()) {
                throw new AnsinhException(
                        ErrorCode.HANDED_OVER,
                        "«"
                                + code
                                + "» đã gửi kỳ chi trả số "
                                + paid.get(0)
                                + ": việc kế thừa không hủy được nữa, sai sót sửa bằng quyết định ở"
                                + " địa phương mới.");
            }
            if (count.in(code, actor, rows::hasRuns)) {
                throw new AnsinhException(
                        ErrorCode.CONFLICT,
                        "«" + code + "» có kỳ chi trả chưa gửi: hủy kỳ đó rồi hủy việc kế thừa.");
            }
        }
    }

    /** Names every table in which something was recorded since the successors were opened. */
    private void requireUnchanged(Plan plan, Actor actor) {
        List<Fault> faults = new ArrayList<>();
        for (String code : plan.successors()) {
            List<Print> kept = unitOfWork.common(actor, () -> storage.kept(plan.id(), code));
            if (kept.isEmpty()) {
                continue; // Never opened.
            }
            Map<String, Print> now =
                    count.in(code, actor, rows::prints).stream()
                            .collect(Collectors.toMap(Print::table, Function.identity()));
            for (Print before : kept) {
                Print after = now.get(before.table());
                if (!before.equals(after)) {
                    faults.add(
                            new Fault(
                                    faults.size() + 1,
                                    before.table(),
                                    code
                                            + ": bảng "
                                            + before.table()
                                            + " lúc mở "
                                            + before.rows()
                                            + " dòng, nay "
                                            + (after == null ? "không còn" : after.rows() + " dòng")
                                            + ", nội dung đã đổi."));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Địa phương mới đã ghi nhận thêm ở "
                            + faults.size()
                            + " bảng, hủy thì mất: không hủy việc kế thừa. "
                            + faults.get(0).sentence(),
                    faults,
                    null);
        }
    }

    /** One party; a second time there is nothing left to do. */
    private void takeBack(Actor actor, Plan plan, String code, boolean successor) {
        count.in(
                code,
                actor,
                () -> {
                    SuccessionService.require(storage.lock(plan.id()), State.REVERSING);
                    rows.allow(plan.id());
                    long gone = successor ? rows.takeBack() : 0;
                    boolean told =
                            payments.lastLink()
                                    .filter(
                                            l ->
                                                    l.kind().equals(LINK)
                                                            && l.subjectId() == plan.id())
                                    .isPresent();
                    if (!told) {
                        ledger.append(
                                LINK,
                                plan.id(),
                                HexFormat.of().parseHex(plan.planHash()),
                                "locality=" + code + "|rows=" + gone + "|hands=" + actor.hands());
                        audit.record(
                                "succession.reverse",
                                "locality",
                                count.tenant(code).value(),
                                "succession=" + plan.id() + " rows=" + gone);
                        LOG.info(
                                "succession: id='{}' taken-back='{}' rows='{}'",
                                plan.id(),
                                code,
                                gone);
                    }
                    return null;
                });
    }

    private void move(Actor actor, Plan plan, State to, String what, String note, State... from) {
        Instant at = clock.now().truncatedTo(ChronoUnit.MICROS);
        unitOfWork.common(
                actor,
                () -> {
                    SuccessionService.require(storage.lock(plan.id()), from);
                    storage.move(plan.id(), to, what, actor.hands(), note, at);
                    return null;
                });
    }
}
