package vn.ansinh.console.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.RunLife;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/** What the page of a run can do: one button each, with the right it needs. */
public enum RunAction {
    /** Submits. */
    SUBMIT("Trình", Permission.COMPUTE_RUN, RunDuty.PREPARE, RunState.SUBMITTED, false),
    /** The accountant has checked. */
    CHECK("Kế toán xác nhận", Permission.CHECK_RUN, RunDuty.CHECK, RunState.SUBMITTED, false),
    /** Approves. */
    APPROVE("Duyệt chi", Permission.APPROVE_RUN, RunDuty.APPROVE, RunState.APPROVED, false),
    /** The preparer takes it back. */
    WITHDRAW("Rút lại", Permission.COMPUTE_RUN, RunDuty.PREPARE, RunState.RETURNED, true),
    /** The accountant gives it back. */
    REFUSE("Kế toán trả lại", Permission.CHECK_RUN, RunDuty.CHECK, RunState.RETURNED, true),
    /** The approver gives it back. */
    RETURN("Trả lại", Permission.APPROVE_RUN, RunDuty.APPROVE, RunState.RETURNED, true),
    /** Computes it again. */
    RECOMPUTE("Tính lại", Permission.COMPUTE_RUN, RunDuty.PREPARE, RunState.DRAFT, false),
    /** Gives it up. */
    CANCEL("Hủy kỳ", Permission.COMPUTE_RUN, RunDuty.PREPARE, RunState.CANCELLED, true);

    private final String title;
    private final Permission permission;
    private final RunDuty duty;
    private final RunState to;
    private final boolean reason;

    RunAction(String title, Permission permission, RunDuty duty, RunState to, boolean reason) {
        this.title = title;
        this.permission = permission;
        this.duty = duty;
        this.to = to;
        this.reason = reason;
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    /** Part of the address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a reason has to be given. */
    public boolean reason() {
        return reason;
    }

    /** The right it needs. */
    Permission permission() {
        return permission;
    }

    /** The action of an address. */
    static Optional<RunAction> of(String path) {
        return Arrays.stream(values()).filter(action -> action.path().equals(path)).findFirst();
    }

    /** What the state allows and is not done yet. */
    static List<RunAction> open(RunLife.File file) {
        List<RunAction> open = new ArrayList<>();
        for (RunAction action : values()) {
            boolean allowed = file.moves().contains(new RunLife.Move(action.to, action.duty));
            boolean early = action == APPROVE && !file.checked();
            boolean again = action == CHECK && file.checked();
            if (allowed && !early && !again) {
                open.add(action);
            }
        }
        return open;
    }

    /** Does it, on the run as it was read. */
    RunView act(RunLife life, TenantId tenant, Actor actor, long runId, int version, String note) {
        return switch (this) {
            case SUBMIT -> life.submit(tenant, actor, runId, version, note);
            case CHECK -> life.check(tenant, actor, runId, version, note);
            case APPROVE -> life.approve(tenant, actor, runId, version, note);
            case WITHDRAW, REFUSE, RETURN ->
                    life.giveBack(tenant, actor, runId, version, duty, note);
            case RECOMPUTE -> life.recompute(tenant, actor, runId, version);
            case CANCEL -> life.cancel(tenant, actor, runId, version, note);
        };
    }
}
