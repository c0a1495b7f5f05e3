package vn.ansinh.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.entitlement.api.Imports;
import vn.ansinh.entitlement.api.Imports.UploadView;
import vn.ansinh.payment.api.ParallelRun;
import vn.ansinh.payment.api.ParallelRun.GoLive;
import vn.ansinh.payment.api.ParallelRun.MonthView;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** {@code ansinh:imports}: counts only, since operators do not read people. */
@Service
@Command(
        scope = "ansinh",
        name = "imports",
        description = "Các tệp đã tải lên, các tháng chạy song song (chỉ số đếm) và trạng thái")
public final class ImportsCommand implements Action {
    @Reference private Session session;
    @Reference private Localities localities;
    @Reference private Imports imports;
    @Reference private ParallelRun parallel;

    @Argument(index = 0, name = "locality", description = "Mã địa phương", required = true)
    private String locality;

    /** Made by the shell. */
    public ImportsCommand() {}

    ImportsCommand(
            Session session,
            Localities localities,
            Imports imports,
            ParallelRun parallel,
            String locality) {
        this.session = session;
        this.localities = localities;
        this.imports = imports;
        this.parallel = parallel;
        this.locality = locality;
    }

    @Override
    public Object execute() {
        Actor actor = Console.actor(session);
        TenantId tenant = localities.require(locality).id();
        for (UploadView upload : imports.uploads(tenant, actor)) {
            Console.row(
                    session,
                    "import=" + upload.id(),
                    "kind=" + upload.kind(),
                    "state=" + upload.state(),
                    "accepted=" + upload.counts().accepted(),
                    "warnings=" + upload.counts().warnings(),
                    "refused=" + upload.counts().refused());
        }
        for (MonthView month : parallel.months(tenant, actor)) {
            Console.row(
                    session,
                    "month=" + month.month(),
                    "paperDong=" + month.paperDong(),
                    "ourDong=" + month.ourDong(),
                    "agreeing=" + month.agreeing(),
                    "differences=" + month.differences(),
                    "unexplained=" + month.unexplained());
        }
        GoLive live = parallel.goLive(tenant, actor);
        Console.row(session, live.live() ? "VẬN HÀNH CHÍNH THỨC" : "ĐANG CHUẨN BỊ");
        return null;
    }
}
