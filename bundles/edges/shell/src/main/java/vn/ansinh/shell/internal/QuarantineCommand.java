package vn.ansinh.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.activation.api.Quarantine;

/** {@code ansinh:quarantine}: what went over its budget and is not called; lifts one of it. */
@Service
@Command(
        scope = "ansinh",
        name = "quarantine",
        description = "Luật, mẫu báo cáo đang bị cách ly khi chạy; ghi tên để gỡ")
public final class QuarantineCommand implements Action {
    @Reference private Session session;
    @Reference private Quarantine quarantine;

    @Argument(index = 0, name = "part", description = "Tên như trong danh sách: gỡ cách ly")
    private String part;

    /** Made by the shell. */
    public QuarantineCommand() {}

    QuarantineCommand(Session session, Quarantine quarantine, String part) {
        this.session = session;
        this.quarantine = quarantine;
        this.part = part;
    }

    @Override
    public Object execute() {
        if (part != null) {
            quarantine.lift(Console.actor(session), part);
        }
        for (Quarantine.Held held : quarantine.held()) {
            Console.row(
                    session,
                    held.part(),
                    String.join(",", held.localities()),
                    held.since(),
                    "luồng còn kẹt " + held.stuck(),
                    held.why());
        }
        return null;
    }
}
