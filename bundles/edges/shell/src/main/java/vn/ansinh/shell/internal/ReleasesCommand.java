package vn.ansinh.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.activation.api.Releases;

/** {@code ansinh:releases}: every version known, newest first, with what its check found. */
@Service
@Command(
        scope = "ansinh",
        name = "releases",
        description = "Các phiên bản luật và địa phương, mới nhất trước")
public final class ReleasesCommand implements Action {
    @Reference private Releases releases;
    @Reference private Session session;

    @Override
    public Object execute() {
        PrintStream out = session.getConsole();
        for (Releases.ReleaseView release : releases.all()) {
            out.println(
                    String.join(
                            "\t",
                            release.state().name(),
                            release.kind(),
                            release.code(),
                            release.version(),
                            release.sha256(),
                            release.since().toString()));
            release.findings().forEach(finding -> out.println("  - " + finding));
        }
        releases.strays().forEach(stray -> out.println("Ngoài kích hoạt: " + stray));
        return null;
    }
}
