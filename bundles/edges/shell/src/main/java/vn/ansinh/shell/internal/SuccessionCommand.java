package vn.ansinh.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.payment.api.Successions;
import vn.ansinh.payment.api.Successions.Control;
import vn.ansinh.payment.api.Successions.DryRun;
import vn.ansinh.payment.api.Successions.Event;
import vn.ansinh.payment.api.Successions.Plan;
import vn.ansinh.payment.api.Successions.Sum;
import vn.ansinh.payment.api.Successions.UnitRow;
import vn.ansinh.payment.api.Successions.Unmatched;

/** {@code ansinh:succession}: lists plans, shows one, or runs one dry. Keys and sums, no names. */
@Service
@Command(
        scope = "ansinh",
        name = "succession",
        description = "Kế thừa khi nhập, chia đơn vị: liệt kê, xem một phương án, chạy thử")
public final class SuccessionCommand implements Action {
    @Reference private Session session;
    @Reference private Successions successions;

    @Argument(index = 0, name = "id", description = "Số phương án; bỏ trống: liệt kê")
    private Long id;

    @Option(name = "--dry-run", description = "Chạy thử, không ghi gì")
    private boolean dryRun;

    /** Made by the shell. */
    public SuccessionCommand() {}

    SuccessionCommand(Session session, Successions successions, Long id, boolean dryRun) {
        this.session = session;
        this.successions = successions;
        this.id = id;
        this.dryRun = dryRun;
    }

    @Override
    public Object execute() {
        if (id == null) {
            for (Plan plan : successions.all(Console.actor(session))) {
                head(plan);
            }
        } else if (dryRun) {
            dry(successions.dryRun(Console.actor(session), id));
        } else {
            show(successions.get(Console.actor(session), id));
        }
        return null;
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
