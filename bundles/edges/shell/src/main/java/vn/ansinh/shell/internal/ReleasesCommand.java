package vn.ansinh.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.activation.api.Releases;

/** {@code ansinh:releases}. */
@Service
@Command(
        scope = "ansinh",
        name = "releases",
        description = "Các bản chính sách và địa phương: tình trạng, mã băm và kết quả kiểm tra")
public final class ReleasesCommand implements Action {
    @Reference private Session session;
    @Reference private Releases releases;

    /** Made by the shell. */
    public ReleasesCommand() {}

    ReleasesCommand(Session session, Releases releases) {
        this.session = session;
        this.releases = releases;
    }

    @Override
    public Object execute() {
        for (Releases.ReleaseView release : releases.all()) {
            Console.row(
                    session,
                    release.state(),
                    release.kind(),
                    release.code(),
                    release.symbolicName(),
                    release.version(),
                    release.sha256(),
                    release.since());
            release.findings().forEach(finding -> Console.row(session, "", finding));
        }
        return null;
    }
}
