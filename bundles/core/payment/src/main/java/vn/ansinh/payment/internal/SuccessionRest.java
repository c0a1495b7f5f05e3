package vn.ansinh.payment.internal;

import java.util.ArrayList;
import java.util.List;
import vn.ansinh.payment.api.Successions.Plan;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Suspensions;

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
