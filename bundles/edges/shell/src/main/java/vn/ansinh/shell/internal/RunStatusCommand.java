package vn.ansinh.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.payment.api.RunLife;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** {@code ansinh:run-status}: state, progress, clocks and events of a run; no beneficiary. */
@Service
@Command(
        scope = "ansinh",
        name = "run-status",
        description = "Tình trạng một kỳ chi trả: tiến độ tính, ba đồng hồ, diễn biến")
public final class RunStatusCommand implements Action {
    @Reference private Session session;
    @Reference private Localities localities;
    @Reference private RunLife life;

    @Argument(index = 0, name = "locality", description = "Mã địa phương", required = true)
    private String locality;

    @Argument(index = 1, name = "runId", description = "Số hiệu kỳ chi trả", required = true)
    private long runId;

    /** Made by the shell. */
    public RunStatusCommand() {}

    RunStatusCommand(
            Session session, Localities localities, RunLife life, String locality, long runId) {
        this.session = session;
        this.localities = localities;
        this.life = life;
        this.locality = locality;
        this.runId = runId;
    }

    @Override
    public Object execute() {
        Actor actor = Console.actor(session);
        TenantId tenant = localities.require(locality).id();
        RunLife.File file = life.file(tenant, actor, runId);
        Console.row(
                session,
                "run=" + runId,
                "kind=" + file.run().kind(),
                "month=" + file.run().month(),
                "lastMonth=" + file.run().lastMonth(),
                "state=" + file.run().state(),
                "round=" + file.run().round(),
                "checked=" + file.checked(),
                "approvals=" + file.approvals() + "/" + file.approvalsNeeded());
        RunLife.Progress progress = life.progress(tenant, actor, runId);
        Console.row(
                session,
                "chunks=" + progress.doneChunks() + "/" + progress.chunks(),
                "percent=" + progress.percent(),
                "lines=" + progress.lines(),
                "linesPerSecond=" + progress.linesPerSecond(),
                "secondsLeft=" + progress.secondsLeft());
        for (RunLife.Clock clock : file.clocks()) {
            Console.row(
                    session,
                    clock.what(),
                    clock.lastDay(),
                    clock.status().title(),
                    clock.source(),
                    clock.note());
        }
        for (RunLife.Event event : file.events()) {
            Console.row(
                    session,
                    event.sequence(),
                    event.at(),
                    "round=" + event.round(),
                    event.duty(),
                    event.from() + ">" + event.to(),
                    event.note());
        }
        return null;
    }
}
