package vn.ansinh.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.activation.api.Releases;
import vn.ansinh.activation.api.Releases.ReleaseView;

/** {@code ansinh:release}: what a version would change, puts it in force, takes it out. */
@Service
@Command(
        scope = "ansinh",
        name = "release",
        description = "Một bản chính sách: xem trước, kích hoạt (bản cũ: quay lại), rút")
public final class ReleaseCommand implements Action {
    @Reference private Session session;
    @Reference private Releases releases;

    @Argument(
            index = 0,
            name = "action",
            description = "preview, activate hoặc withdraw",
            required = true)
    private String action;

    @Argument(
            index = 1,
            name = "sha256",
            description = "Mã sha256 của bản, ít nhất 8 chữ đầu",
            required = true)
    private String sha256;

    /** Made by the shell. */
    public ReleaseCommand() {}

    ReleaseCommand(Session session, Releases releases, String action, String sha256) {
        this.session = session;
        this.releases = releases;
        this.action = action;
        this.sha256 = sha256;
    }

    @Override
    public Object execute() {
        ReleaseView release = require(releases, sha256);
        switch (action) {
            case "preview" -> preview(release);
            case "activate" -> {
                releases.activate(Console.actor(session), release.sha256());
                say(release.sha256());
            }
            case "withdraw" -> {
                releases.withdraw(Console.actor(session), release.sha256());
                say(release.sha256());
            }
            default -> throw new IllegalArgumentException("preview, activate hoặc withdraw");
        }
        return null;
    }

    private void preview(ReleaseView release) {
        List<ActiveLaw.Active> changed = releases.preview(release.sha256());
        Console.row(session, "địa phương sẽ đổi luật", changed.size());
        for (ActiveLaw.Active active : changed) {
            Console.row(session, active.profile().code(), active.snapshot().hash());
        }
    }

    private void say(String sha) {
        ReleaseView now = require(releases, sha);
        Console.row(session, now.state(), now.kind(), now.code(), now.version(), now.sha256());
        now.findings().forEach(finding -> Console.row(session, "", finding));
    }

    /** The one version whose digest begins so. */
    static ReleaseView require(Releases releases, String prefix) {
        List<ReleaseView> found =
                prefix.length() < 8
                        ? List.of()
                        : releases.all().stream()
                                .filter(release -> release.sha256().startsWith(prefix))
                                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    "Có "
                            + found.size()
                            + " bản có mã sha256 bắt đầu bằng «"
                            + prefix
                            + "»; xem ansinh:releases và ghi ít nhất 8 chữ.");
        }
        return found.get(0);
    }
}
