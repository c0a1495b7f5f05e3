package vn.ansinh.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.platform.api.Suspensions;

/** {@code ansinh:suspend}: puts a locality at rest, lets it go on, or lists those at rest. */
@Service
@Command(
        scope = "ansinh",
        name = "suspend",
        description = "Tạm dừng một địa phương (chỉ đọc) hoặc cho chạy lại; không ghi mã: liệt kê")
public final class SuspendCommand implements Action {
    @Reference private Session session;
    @Reference private Suspensions suspensions;

    @Argument(index = 0, name = "locality", description = "Mã địa phương")
    private String code;

    @Argument(index = 1, name = "reason", description = "Lý do, không ghi tên người")
    private String reason;

    @Option(name = "--resume", description = "Cho địa phương chạy lại")
    private boolean resume;

    /** Made by the shell. */
    public SuspendCommand() {}

    SuspendCommand(
            Session session, Suspensions suspensions, String code, String reason, boolean resume) {
        this.session = session;
        this.suspensions = suspensions;
        this.code = code;
        this.reason = reason;
        this.resume = resume;
    }

    @Override
    public Object execute() {
        if (code != null && resume) {
            suspensions.resume(Console.actor(session), code);
        } else if (code != null) {
            suspensions.suspend(Console.actor(session), code, reason);
        }
        for (Suspensions.Suspension rest : suspensions.all()) {
            Console.row(session, rest.code(), rest.at(), rest.reason());
        }
        return null;
    }
}
