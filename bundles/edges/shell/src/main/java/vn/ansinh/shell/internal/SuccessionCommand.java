package vn.ansinh.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.payment.api.Successions;
import vn.ansinh.payment.api.Successions.Control;
import vn.ansinh.payment.api.Successions.DryRun;
import vn.ansinh.payment.api.Successions.Event;
import vn.ansinh.payment.api.Successions.Plan;
import vn.ansinh.payment.api.Successions.Sum;
import vn.ansinh.payment.api.Successions.UnitRow;
import vn.ansinh.payment.api.Successions.Unmatched;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/**
 * {@code ansinh:succession}: lists plans, shows one, runs one dry, proposes, approves, carries it
 * out or takes it back. Keys and sums, no names. Who proposes, approves or takes back is an
 * operator with an account, for two hands must agree.
 */
@Service
@Command(
        scope = "ansinh",
        name = "succession",
        description =
                "Kế thừa khi nhập, chia đơn vị: liệt kê, xem, chạy thử, đề xuất, duyệt, chuyển, hủy")
public final class SuccessionCommand implements Action {
    @Reference private Session session;
    @Reference private Identity identity;
    @Reference private Successions successions;

    @Argument(index = 0, name = "id", description = "Số phương án; bỏ trống: liệt kê")
    private Long id;

    @Argument(
            index = 1,
            name = "move",
            description = "dry-run, propose, approve, carry, reverse; bỏ trống: xem phương án")
    private String move = "show";

    @Argument(
            index = 2,
            name = "text",
            description =
                    "Khi đề xuất: mã băm của lần chạy thử; khi hủy: lý do, không ghi tên người")
    private String text = "";

    /** Made by the shell. */
    public SuccessionCommand() {}

    SuccessionCommand(
            Session session,
            Identity identity,
            Successions successions,
            Long id,
            String move,
            String text) {
        this.session = session;
        this.identity = identity;
        this.successions = successions;
        this.id = id;
        this.move = move;
        this.text = text;
    }

    @Override
    public Object execute() {
        if (id == null) {
            successions.all(Console.actor(session)).forEach(this::head);
            return null;
        }
        switch (move) {
            case "show" -> show(plan());
            case "dry-run" -> dry(successions.dryRun(Console.actor(session), id));
            case "propose" -> {
                successions.propose(Console.operator(session, identity), id, text);
                head(plan());
            }
            case "approve" -> {
                successions.approve(Console.operator(session, identity), id);
                head(plan());
            }
            case "carry" -> show(successions.carry(Console.actor(session), id));
            case "reverse" ->
                    show(successions.reverse(Console.operator(session, identity), id, text));
            default ->
                    throw new AnsinhException(
                            ErrorCode.INVALID_INPUT, "Không có việc «" + move + "».");
        }
        return null;
    }

    private Plan plan() {
        return successions.get(Console.actor(session), id);
    }

    private void head(Plan plan) {
        Console.row(
                session,
                plan.id(),
                plan.state(),
                plan.effective(),
                String.join(",", plan.predecessors()) + " → " + String.join(",", plan.successors()),
                plan.partsDone() + "/" + plan.parts());
    }

    private void dry(DryRun found) {
        for (Sum sum : found.sums()) {
            Console.row(
                    session,
                    sum.predecessor(),
                    sum.successor().isEmpty() ? "(ở lại)" : sum.successor(),
                    sum.kind(),
                    sum.heads(),
                    sum.dong());
        }
        for (Unmatched row : found.unmatched()) {
            Console.row(
                    session,
                    row.reason().blocks() ? "PHẢI XỬ LÝ" : "chưa khớp",
                    row.locality(),
                    row.kind(),
                    row.id(),
                    row.unit(),
                    row.reason().sentence());
        }
        found.notes().forEach(note -> Console.row(session, "ghi chú", note));
        Console.row(session, "mã băm", found.hash());
    }

    private void show(Plan plan) {
        head(plan);
        for (UnitRow row : plan.units()) {
            Console.row(
                    session,
                    row.predecessor(),
                    row.oldUnit(),
                    row.successor(),
                    row.newUnit(),
                    row.reason());
        }
        for (Control sum : plan.controls()) {
            Console.row(
                    session,
                    sum.predecessor(),
                    sum.successor().isEmpty() ? "(ở lại)" : sum.successor(),
                    sum.kind(),
                    sum.oldHeads(),
                    sum.oldDong(),
                    sum.newHeads(),
                    sum.newDong());
        }
        for (Event event : plan.events()) {
            Console.row(session, event.at(), event.what(), event.hands(), event.note());
        }
    }
}
