package vn.ansinh.payment.internal;

import java.util.ArrayList;
import java.util.List;
import vn.ansinh.payment.api.Successions.Plan;
import vn.ansinh.payment.port.SuccessionStorage;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Suspensions;
import vn.ansinh.platform.api.UnitOfWork;

/** Puts the parties of a succession at rest and wakes those it put at rest, no others. */
final class SuccessionRest {
    private final Suspensions suspensions;

    SuccessionRest(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    static List<String> parties(Plan plan) {
        List<String> all = new ArrayList<>(plan.predecessors());
        all.addAll(plan.successors());
        return all;
    }

    /** Refuses when a party rests for something else. */
    void requireNoOther(Plan plan) {
        for (String code : parties(plan)) {
            if (suspensions.of(code).filter(rest -> !isOurs(plan, rest)).isPresent()) {
                throw new AnsinhException(
                        ErrorCode.CONFLICT,
                        "«" + code + "» đang tạm dừng vì việc khác: cho chạy lại rồi làm tiếp.");
            }
        }
    }

    void rest(Plan plan, List<String> codes, Actor actor) {
        codes.forEach(code -> suspensions.suspend(actor, code, reason(plan)));
    }

    /** A change that had its last statement before the rest may still end; it is waited for. */
    static void awaitWriters(UnitOfWork unitOfWork, SuccessionStorage storage, Actor actor) {
        if (!unitOfWork.common(actor, storage::awaitWriters)) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Còn việc đang ghi dở quá một phút: chờ việc đó xong rồi gọi lại để làm tiếp.");
        }
    }

    void wake(Plan plan, List<String> codes, Actor actor) {
        for (String code : codes) {
            if (suspensions.of(code).filter(rest -> isOurs(plan, rest)).isPresent()) {
                suspensions.resume(actor, code);
            }
        }
    }

    private static boolean isOurs(Plan plan, Suspensions.Suspension rest) {
        return rest.reason().equals(reason(plan));
    }

    private static String reason(Plan plan) {
        return "Kế thừa đơn vị hành chính, phương án số " + plan.id();
    }
}
