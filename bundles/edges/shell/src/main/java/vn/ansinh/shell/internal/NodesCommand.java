package vn.ansinh.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.platform.api.Nodes;

/** {@code ansinh:nodes}: which containers work on this database. */
@Service
@Command(
        scope = "ansinh",
        name = "nodes",
        description = "Các máy cùng phục vụ một cơ sở dữ liệu: còn sống hay không, từ bao giờ")
public final class NodesCommand implements Action {
    @Reference private Session session;
    @Reference private Nodes nodes;

    /** Made by the shell. */
    public NodesCommand() {}

    NodesCommand(Session session, Nodes nodes) {
        this.session = session;
        this.nodes = nodes;
    }

    @Override
    public Object execute() {
        String self = nodes.self();
        for (Nodes.Node node : nodes.all()) {
            Console.row(
                    session,
                    node.name(),
                    node.live() ? "sống" : "không còn",
                    node.startedAt(),
                    node.seenAt(),
                    node.id().equals(self) ? "máy này" : node.id());
        }
        return null;
    }
}
