package vn.ansinh.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.activation.api.Wiring;

/** {@code ansinh:wiring}: what support asks for first. */
@Service
@Command(
        scope = "ansinh",
        name = "wiring",
        description = "Sơ đồ nối các gói: tình trạng, lấy package từ đâu, dịch vụ cho và dùng")
public final class WiringCommand implements Action {
    @Reference private Session session;
    @Reference private Wiring wiring;

    @Argument(description = "Phần đầu tên gói; bỏ trống: mọi gói vn.ansinh")
    private String name = "vn.ansinh";

    /** Made by the shell. */
    public WiringCommand() {}

    WiringCommand(Session session, Wiring wiring, String name) {
        this.session = session;
        this.wiring = wiring;
        this.name = name;
    }

    @Override
    public Object execute() {
        for (Wiring.BundleView bundle : wiring.bundles()) {
            if (bundle.symbolicName().startsWith(name)) {
                Console.row(
                        session,
                        bundle.id(),
                        bundle.symbolicName(),
                        bundle.version(),
                        bundle.state());
                bundle.packages().forEach(line -> Console.row(session, "", "lấy", line));
                bundle.registered().forEach(line -> Console.row(session, "", "cho", line));
                bundle.used().forEach(line -> Console.row(session, "", "dùng", line));
            }
        }
        return null;
    }
}
