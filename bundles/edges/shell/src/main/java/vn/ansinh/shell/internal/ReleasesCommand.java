package vn.ansinh.shell.internal;

<<<<<<< HEAD
=======
import java.io.PrintStream;
>>>>>>> console
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.activation.api.Releases;

<<<<<<< HEAD
/** {@code ansinh:releases}. */
=======
/** {@code ansinh:releases}: every version known, newest first, with what its check found. */
>>>>>>> console
@Service
@Command(
        scope = "ansinh",
        name = "releases",
<<<<<<< HEAD
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
=======
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
>>>>>>> console
        return null;
    }
}
