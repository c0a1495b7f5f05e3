package vn.ansinh.payment.internal;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.payment.api.Successions.Control;
import vn.ansinh.payment.api.Successions.Plan;
import vn.ansinh.payment.api.Successions.State;
import vn.ansinh.payment.api.Successions.Sum;
import vn.ansinh.payment.port.SuccessionRows;
import vn.ansinh.payment.port.SuccessionStorage;
import vn.ansinh.payment.port.SuccessionStorage.Who;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.UnitOfWork;

/** Counts both sides of a succession that was carried and compares them, sum by sum. */
final class SuccessionCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SuccessionCheck.class);

    private final UnitOfWork unitOfWork;
    private final CivilClock clock;
    private final SuccessionStorage storage;
    private final SuccessionRows rows;
    private final SuccessionCount count;

    SuccessionCheck(
            UnitOfWork unitOfWork,
            CivilClock clock,
            SuccessionStorage storage,
            SuccessionRows rows,
            SuccessionCount count) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.storage = storage;
        this.rows = rows;
        this.count = count;
    }

    /** Keeps what was found; a difference moves the succession to FAILED and is thrown. */
    void sides(long id, Map<String, Who> who, Actor actor) {
        Plan plan = unitOfWork.common(actor, () -> storage.get(id));
        Map<String, Sum> old = new HashMap<>();
        Map<String, Sum> now = new HashMap<>();
        plan.predecessors().forEach(code -> put(old, count.of(plan, code, who.get(code), actor)));
        plan.successors().forEach(code -> put(now, arrived(plan, code, actor)));
        List<Control> found = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (Control expected : plan.controls()) {
            String key = key(expected.predecessor(), expected.successor(), expected.kind());
            Sum before = old.get(key);
            // What stays is counted once more where it is.
            Sum after = (expected.successor().isEmpty() ? old : now).get(key);
            Control control =
                    new Control(
                            expected.predecessor(),
                            expected.successor(),
                            expected.kind(),
                            expected.oldHeads(),
                            expected.oldDong(),
                            after == null ? null : after.heads(),
                            after == null ? null : after.dong());
            found.add(control);
            if (before == null
                    || before.heads() != expected.oldHeads()
                    || before.dong() != expected.oldDong()) {
                faults.add(fault(faults, expected, "nơi cũ đếm lại", before));
            }
            if (!control.ties()) {
                faults.add(fault(faults, expected, "nơi mới", after));
            }
        }
        unitOfWork.common(
                actor,
                () -> {
                    SuccessionService.require(storage.lock(id), State.RUNNING);
                    found.forEach(control -> storage.found(id, control));
                    storage.move(
                            id,
                            faults.isEmpty() ? State.RUNNING : State.FAILED,
                            faults.isEmpty() ? "CHECKED" : "DIFFERS",
                            actor.hands(),
                            faults.isEmpty() ? "" : faults.get(0).sentence(),
                            clock.now().truncatedTo(ChronoUnit.MICROS));
                    return null;
                });
        LOG.info("succession: id='{}' sums='{}' differ='{}'", id, found.size(), faults.size());
        if (!faults.isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.NOT_RECONCILED,
                    "Phương án kế thừa số "
                            + id
                            + ": "
                            + faults.size()
                            + " số đối chiếu lệch, mọi địa phương vẫn tạm dừng. "
                            + faults.get(0).sentence(),
                    faults,
                    null);
        }
    }

    private List<Sum> arrived(Plan plan, String successor, Actor actor) {
        return count.in(
                successor,
                actor,
                () -> {
                    List<Sum> sums = new ArrayList<>();
                    for (String old : plan.predecessors()) {
                        sums.addAll(
                                rows.after(
                                        plan.id(),
                                        old,
                                        successor,
                                        SuccessionCount.who(plan, old, List.of())));
                        sums.addAll(count.dues(plan, old, successor, rows.carried(plan.id(), old)));
                    }
                    return sums;
                });
    }

    private static void put(Map<String, Sum> all, List<Sum> sums) {
        sums.forEach(sum -> all.put(key(sum.predecessor(), sum.successor(), sum.kind()), sum));
    }

    private static String key(String predecessor, String successor, String kind) {
        return predecessor + '|' + successor + '|' + kind;
    }

    private static Fault fault(List<Fault> before, Control expected, String side, Sum found) {
        String other =
                found == null
                        ? side + " không đếm được"
                        : side + " " + found.heads() + " / " + found.dong() + " đồng";
        return new Fault(
                before.size() + 1,
                expected.kind(),
                expected.predecessor()
                        + " → "
                        + (expected.successor().isEmpty() ? "(ở lại)" : expected.successor())
                        + ", "
                        + expected.kind()
                        + ": lúc đề xuất "
                        + expected.oldHeads()
                        + " / "
                        + expected.oldDong()
                        + " đồng, "
                        + other
                        + ".");
    }
}
