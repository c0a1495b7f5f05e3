package vn.ansinh.payment.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.RunLife.Move;
import vn.ansinh.payment.port.RunEvent;
import vn.ansinh.payment.port.RunStorage;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/**
 * Says in a sentence why a move is refused. The store refuses the same by its constraints, for
 * whoever comes round these lines.
 */
final class RunRules {
    private static final String SYSTEM = "system:";

    private final RunStorage life;

    RunRules(RunStorage life) {
        this.life = life;
    }

    /** Refuses a move that the table, a hand or another run does not allow. */
    void require(StoredRun run, Actor actor, RunState to, RunDuty duty, List<RunEvent> events) {
        if (!life.moves(run.state()).contains(new Move(to, duty))) {
            throw refused(
                    "Kỳ chi trả số "
                            + run.id()
                            + " đang ở trạng thái «"
                            + run.state().title()
                            + "»; việc «"
                            + duty.title()
                            + "» không chuyển được sang «"
                            + to.title()
                            + "».");
        }
        if (to == RunState.DRAFT || to == RunState.CANCELLED) {
            Optional<Long> later = life.comparedBy(run.id());
            if (later.isPresent()) {
                throw refused(
                        "Kỳ chi trả số "
                                + later.get()
                                + " của tháng sau đối chiếu với kỳ này; hủy kỳ đó trước.");
            }
        }
        hands(run, actor, duty);
        if (duty == RunDuty.APPROVE && (to == RunState.APPROVED || to == RunState.SUBMITTED)) {
            approval(run, actor, events);
        }
    }

    private void hands(StoredRun run, Actor actor, RunDuty duty) {
        if (duty == RunDuty.PAY) {
            return;
        }
        if (duty != RunDuty.PREPARE && actor.login().startsWith(SYSTEM)) {
            throw forbidden("Công việc tự động không kiểm, không duyệt kỳ chi trả.");
        }
        Set<RunDuty> others = life.duties(run.id(), run.round(), hands(actor));
        for (RunDuty other : others) {
            if (other != duty) {
                throw forbidden(
                        "Người này, hoặc người ủy quyền cho họ, đã làm việc «"
                                + other.title()
                                + "» ở vòng "
                                + run.round()
                                + " của kỳ chi trả; người lập, người kiểm, người duyệt phải khác"
                                + " nhau.");
            }
        }
    }

    private static void approval(StoredRun run, Actor actor, List<RunEvent> events) {
        if (!checked(run, events)) {
            throw refused(
                    "Kế toán chưa kiểm kỳ chi trả số " + run.id() + "; kiểm trước rồi mới duyệt.");
        }
        boolean again =
                approvals(run, events).stream()
                        .anyMatch(
                                event ->
                                        actor.sameHandAs(event.actor())
                                                || !event.onBehalfOf().isEmpty()
                                                        && actor.sameHandAs(event.onBehalfOf()));
        if (again) {
            throw forbidden(
                    "Người này đã duyệt; tổng chi cao hơn mức phải có người thứ hai duyệt.");
        }
    }

    /** Whether the accountant has checked the run in its round. */
    static boolean checked(StoredRun run, List<RunEvent> events) {
        return events.stream()
                .anyMatch(
                        event ->
                                event.round() == run.round()
                                        && event.duty() == RunDuty.CHECK
                                        && event.to() == RunState.SUBMITTED);
    }

    /** Approvals of the run's round. */
    static List<RunEvent> approvals(StoredRun run, List<RunEvent> events) {
        return events.stream()
                .filter(
                        event ->
                                event.round() == run.round()
                                        && event.duty() == RunDuty.APPROVE
                                        && event.to() != RunState.RETURNED)
                .toList();
    }

    /** Hands of an actor: their own and the one of whom they act for. */
    static List<String> hands(Actor actor) {
        return actor.onBehalfOf().isEmpty()
                ? List.of(actor.login())
                : List.of(actor.login(), actor.onBehalfOf());
    }

    static AnsinhException refused(String sentence) {
        return new AnsinhException(ErrorCode.CONFLICT, sentence);
    }

    static AnsinhException forbidden(String sentence) {
        return new AnsinhException(ErrorCode.FORBIDDEN, sentence);
    }
}
