package vn.ansinh.payment.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.payment.api.Successions.Control;
import vn.ansinh.payment.api.Successions.Plan;
import vn.ansinh.payment.api.Successions.Reason;
import vn.ansinh.payment.api.Successions.State;
import vn.ansinh.payment.api.Successions.Unmatched;
import vn.ansinh.payment.internal.SuccessionCount.Counted;
import vn.ansinh.payment.port.SuccessionRows;
import vn.ansinh.payment.port.SuccessionRows.Carried;
import vn.ansinh.payment.port.SuccessionStorage;
import vn.ansinh.payment.port.SuccessionStorage.Part;
import vn.ansinh.payment.port.SuccessionStorage.Stage;
import vn.ansinh.payment.port.SuccessionStorage.Who;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.UnitOfWork;

/**
 * Carries a succession out, part by part: what an old locality at rest has is read there and
 * written to its successor in one transaction that marks the part as done. Whatever is called again
 * goes on where it stopped.
 */
final class SuccessionCarrying {
    private static final Logger LOG = LoggerFactory.getLogger(SuccessionCarrying.class);

    /** People of a part. */
    private static final int RANGE = 2_000;

    /** Why somebody stays although a unit goes. */
    private static final Set<Reason> STAYING =
            EnumSet.of(
                    Reason.PERSON_NOWHERE,
                    Reason.NUMBER_TAKEN,
                    Reason.UNPAID_WITH_RECOVERY,
                    Reason.HOUSEHOLD_NOWHERE);

    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final SuccessionRest resting;
    private final SuccessionStorage storage;
    private final SuccessionRows rows;
    private final SuccessionCount count;
    private final SuccessionCheck check;
    private final Ledger ledger;

    SuccessionCarrying(
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            SuccessionRest resting,
            SuccessionStorage storage,
            SuccessionRows rows,
            SuccessionCount count,
            SuccessionCheck check,
            Ledger ledger) {
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.resting = resting;
        this.storage = storage;
        this.rows = rows;
        this.count = count;
        this.check = check;
        this.ledger = ledger;
    }

    Plan carry(Actor actor, long id) {
        resting.requireNoOther(unitOfWork.common(actor, () -> storage.get(id)));
        Plan plan = begin(actor, id);
        if (plan.state() != State.DONE) {
            resting.rest(plan, SuccessionRest.parties(plan), actor);
            if (!unitOfWork.common(actor, () -> storage.prepared(id))) {
                prepare(plan, actor);
            }
            Map<String, Who> who = who(plan, actor);
            for (Part part : open(actor, id)) {
                if (part.stage() != Stage.LEDGER) {
                    one(plan, part, who.get(part.predecessor()), actor);
                }
            }
            check.sides(id, who, actor);
            for (Part part : open(actor, id)) {
                link(plan, part, actor);
            }
            finish(actor, id);
        }
        resting.wake(plan, plan.successors(), actor);
        return unitOfWork.common(actor, () -> storage.get(id));
    }

    private List<Part> open(Actor actor, long id) {
        return unitOfWork.common(actor, () -> storage.open(id));
    }

    private Plan begin(Actor actor, long id) {
        return unitOfWork.common(
                actor,
                () -> {
                    Plan plan = storage.lock(id);
                    SuccessionService.require(
                            plan, State.PROPOSED, State.RUNNING, State.FAILED, State.DONE);
                    if (plan.approvedBy().isEmpty()) {
                        throw new AnsinhException(
                                ErrorCode.CONFLICT,
                                "Phương án kế thừa số " + id + " chưa có người thứ hai duyệt.");
                    }
                    if (plan.state() != State.DONE) {
                        String what = plan.state() == State.PROPOSED ? "CARRY" : "RESUME";
                        storage.move(id, State.RUNNING, what, actor.hands(), "", now());
                        LOG.info("succession: id='{}' what='{}'", id, what);
                    }
                    return plan;
                });
    }

    /** Counts again now that nothing changes any more, and cuts the parts. */
    private void prepare(Plan plan, Actor actor) {
        SuccessionRest.awaitWriters(unitOfWork, storage, actor);
        Counted counted = count.of(plan, actor, true);
        if (!counted.dryRun().hash().equals(plan.planHash())) {
            takeBackProposal(plan, actor);
            return;
        }
        for (String old : plan.predecessors()) {
            List<Unmatched> left =
                    counted.dryRun().unmatched().stream()
                            .filter(u -> u.locality().equals(old) && STAYING.contains(u.reason()))
                            .toList();
            count.in(
                    old,
                    actor,
                    () -> {
                        rows.allow(plan.id());
                        rows.leave(plan.id(), left);
                        return null;
                    });
        }
        List<Part> parts = parts(plan, counted.who(), actor);
        List<Control> expected =
                counted.dryRun().sums().stream()
                        .map(
                                s ->
                                        new Control(
                                                s.predecessor(),
                                                s.successor(),
                                                s.kind(),
                                                s.heads(),
                                                s.dong(),
                                                null,
                                                null))
                        .toList();
        unitOfWork.common(
                actor,
                () -> {
                    storage.lock(plan.id());
                    if (!storage.prepared(plan.id())) {
                        storage.prepare(plan.id(), parts, expected);
                    }
                    return null;
                });
    }

    private void takeBackProposal(Plan plan, Actor actor) {
        boolean taken =
                unitOfWork.common(
                        actor,
                        () -> {
                            Plan now = storage.lock(plan.id());
                            if (storage.prepared(plan.id()) || now.state() != State.RUNNING) {
                                return false;
                            }
                            storage.move(
                                    plan.id(), State.PLANNED, "STALE", actor.hands(), "", now());
                            storage.hands(plan.id(), "", "", "");
                            return true;
                        });
        if (taken) {
            resting.wake(plan, SuccessionRest.parties(plan), actor);
            throw new AnsinhException(
                    ErrorCode.STALE,
                    "Số liệu đã đổi từ khi đề xuất: đề xuất hết giá trị, chạy thử và đề xuất lại.");
        }
    }

    private List<Part> parts(Plan plan, Map<String, Who> who, Actor actor) {
        List<Part> parts = new ArrayList<>();
        for (Stage stage : List.of(Stage.PEOPLE, Stage.HOUSEHOLDS, Stage.DECISIONS, Stage.MONEY)) {
            for (String old : plan.predecessors()) {
                for (String successor : plan.successors()) {
                    if (stage == Stage.PEOPLE) {
                        long from = 0;
                        for (long to :
                                count.in(
                                        old,
                                        actor,
                                        () -> rows.bounds(successor, who.get(old), RANGE))) {
                            parts.add(new Part(parts.size() + 1, stage, old, successor, from, to));
                            from = to + 1;
                        }
                    } else {
                        parts.add(
                                new Part(
                                        parts.size() + 1,
                                        stage,
                                        old,
                                        successor,
                                        0,
                                        Long.MAX_VALUE));
                    }
                }
            }
        }
        plan.predecessors()
                .forEach(c -> parts.add(new Part(parts.size() + 1, Stage.LEDGER, c, "", 0, 0)));
        plan.successors()
                .forEach(c -> parts.add(new Part(parts.size() + 1, Stage.LEDGER, "", c, 0, 0)));
        return parts;
    }

    private Map<String, Who> who(Plan plan, Actor actor) {
        Map<String, Who> who = new HashMap<>();
        for (String old : plan.predecessors()) {
            List<Long> left = count.in(old, actor, () -> rows.left(plan.id()));
            who.put(old, SuccessionCount.who(plan, old, left));
        }
        return who;
    }

    private void one(Plan plan, Part part, Who who, Actor actor) {
        String detail = "succession=" + plan.id() + " part=" + part.number();
        Carried read =
                count.in(
                        part.predecessor(),
                        actor,
                        () -> {
                            audit(part.predecessor(), "succession.read", detail);
                            return rows.read(plan.id(), part, who, plan.paper(), now());
                        });
        count.in(
                part.successor(),
                actor,
                () -> {
                    if (mine(plan.id(), part)) {
                        long written = rows.write(read);
                        storage.done(plan.id(), part.number(), written, now());
                        audit(part.successor(), "succession.carry", detail + " rows=" + written);
                        LOG.info(
                                "succession: id='{}' part='{}' stage='{}' rows='{}'",
                                plan.id(),
                                part.number(),
                                part.stage(),
                                written);
                    }
                    return null;
                });
    }

    /** Whether the part is still to be done; nobody moves the succession meanwhile. */
    private boolean mine(long id, Part part) {
        SuccessionService.require(storage.lock(id), State.RUNNING);
        rows.allow(id);
        return storage.claim(id, part.number());
    }

    private void audit(String code, String action, String detail) {
        audit.record(action, "locality", count.tenant(code).value(), detail);
    }

    /** The chain of every party tells it; of a successor is kept what it is opened with. */
    private void link(Plan plan, Part part, Actor actor) {
        boolean from = !part.predecessor().isEmpty();
        String code = from ? part.predecessor() : part.successor();
        count.in(
                code,
                actor,
                () -> {
                    if (mine(plan.id(), part)) {
                        ledger.append(
                                "SUCCESSION_CARRIED",
                                plan.id(),
                                HexFormat.of().parseHex(plan.planHash()),
                                event(storage.get(plan.id()), code, from));
                        if (!from) {
                            storage.keep(plan.id(), code, rows.prints());
                        }
                        storage.done(plan.id(), part.number(), 1, now());
                    }
                    return null;
                });
    }

    private static String event(Plan plan, String code, boolean from) {
        long people = 0;
        long due = 0;
        for (Control sum : plan.controls()) {
            if (!sum.successor().isEmpty()
                    && code.equals(from ? sum.predecessor() : sum.successor())) {
                people += sum.kind().equals("PEOPLE") ? sum.oldHeads() : 0;
                due += sum.kind().equals(SuccessionCount.DUE) ? sum.oldDong() : 0;
            }
        }
        return (from ? "from=" : "to=")
                + code
                + "|month="
                + plan.effective()
                + "|people="
                + people
                + "|due="
                + due
                + "|hands="
                + plan.proposedBy()
                + ','
                + plan.approvedBy();
    }

    private void finish(Actor actor, long id) {
        unitOfWork.common(
                actor,
                () -> {
                    Plan plan = storage.lock(id);
                    if (plan.state() != State.DONE) {
                        SuccessionService.require(plan, State.RUNNING);
                        storage.move(id, State.DONE, "DONE", actor.hands(), "", now());
                        LOG.info("succession: id='{}' state='DONE'", id);
                    }
                    return null;
                });
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MICROS);
    }
}
