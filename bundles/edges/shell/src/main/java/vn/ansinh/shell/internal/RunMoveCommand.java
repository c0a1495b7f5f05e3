package vn.ansinh.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.RunLife;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** {@code ansinh:run-move}: an account of the locality signs in for the one move. */
@Service
@Command(
        scope = "ansinh",
        name = "run-move",
        description = "Trình, kiểm, duyệt, trả lại, tính lại, hủy một kỳ chi trả")
public final class RunMoveCommand implements Action {
    @Reference private Session session;
    @Reference private Identity identity;
    @Reference private Localities localities;
    @Reference private RunLife life;

    @Argument(index = 0, name = "locality", description = "Mã địa phương", required = true)
    private String locality;

    @Argument(index = 1, name = "runId", description = "Số hiệu kỳ chi trả", required = true)
    private long runId;

    @Argument(
            index = 2,
            name = "move",
            description = "submit, check, approve, withdraw, refuse, return, recompute, cancel",
            required = true)
    private String move;

    @Option(name = "--note", description = "Ghi chú; khi trả lại, hủy là lý do")
    private String note = "";

    @Option(name = "--version", description = "Phiên bản đã đọc; bỏ trống là bất kỳ")
    private int version = RunLife.ANY_VERSION;

    /** Made by the shell. */
    public RunMoveCommand() {}

    RunMoveCommand(
            Session session,
            Identity identity,
            Localities localities,
            RunLife life,
            String locality,
            long runId,
            String move,
            String note) {
        this.session = session;
        this.identity = identity;
        this.localities = localities;
        this.life = life;
        this.locality = locality;
        this.runId = runId;
        this.move = move;
        this.note = note;
    }

    @Override
    public Object execute() {
        Permission permission =
                switch (move) {
                    case "submit", "withdraw", "recompute", "cancel" -> Permission.COMPUTE_RUN;
                    case "check", "refuse" -> Permission.CHECK_RUN;
                    case "approve", "return" -> Permission.APPROVE_RUN;
                    default ->
                            throw new AnsinhException(
                                    ErrorCode.INVALID_INPUT, "Không có việc «" + move + "».");
                };
        TenantId tenant = localities.require(locality).id();
        Actor actor = Console.actor(session, identity, permission, locality);
        RunView run =
                switch (move) {
                    case "submit" -> life.submit(tenant, actor, runId, version, note);
                    case "check" -> life.check(tenant, actor, runId, version, note);
                    case "approve" -> life.approve(tenant, actor, runId, version, note);
                    case "recompute" -> life.recompute(tenant, actor, runId, version);
                    case "cancel" -> life.cancel(tenant, actor, runId, version, note);
                    case "withdraw" -> back(tenant, actor, RunDuty.PREPARE);
                    case "refuse" -> back(tenant, actor, RunDuty.CHECK);
                    default -> back(tenant, actor, RunDuty.APPROVE);
                };
        Console.row(session, "run=" + runId, "state=" + run.state(), "round=" + run.round());
        return null;
    }

    private RunView back(TenantId tenant, Actor actor, RunDuty duty) {
        return life.giveBack(tenant, actor, runId, version, duty, note);
    }
}
