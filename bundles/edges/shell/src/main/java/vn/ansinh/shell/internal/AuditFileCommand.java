package vn.ansinh.shell.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.AuditFile;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Localities;

/** {@code ansinh:audit-file}: everything an auditor asks for, in one file. */
@Service
@Command(
        scope = "ansinh",
        name = "audit-file",
        description = "Lập hồ sơ phục vụ thanh tra, kiểm toán của một khoảng tháng ra một tệp ZIP")
public final class AuditFileCommand implements Action {
    @Reference private Session session;
    @Reference private Identity identity;
    @Reference private Localities localities;
    @Reference private AuditFile auditFile;

    @Argument(index = 0, name = "locality", description = "Mã địa phương", required = true)
    private String locality;

    @Argument(index = 1, name = "from", description = "Tháng đầu, yyyy-MM", required = true)
    private String from;

    @Argument(index = 2, name = "to", description = "Tháng cuối, yyyy-MM", required = true)
    private String to;

    @Argument(index = 3, name = "file", description = "Tệp kết quả, chưa có")
    private String file;

    /** Made by the shell. */
    public AuditFileCommand() {}

    AuditFileCommand(
            Session session,
            Identity identity,
            Localities localities,
            AuditFile auditFile,
            String locality,
            String from,
            String to,
            String file) {
        this.session = session;
        this.identity = identity;
        this.localities = localities;
        this.auditFile = auditFile;
        this.locality = locality;
        this.from = from;
        this.to = to;
        this.file = file;
    }

    @Override
    public Object execute() throws IOException {
        Actor actor = Console.actor(session, identity, Permission.READ_AUDIT, locality);
        Path path =
                Path.of(
                        file == null
                                ? "ho-so-thanh-tra-" + locality + "-" + from + "-" + to + ".zip"
                                : file);
        try (OutputStream out = Console.fresh(path)) {
            auditFile.write(
                    localities.require(locality).id(),
                    actor,
                    Console.month(from),
                    Console.month(to),
                    out);
        } catch (RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
        Console.row(session, "file=" + path.toAbsolutePath(), "bytes=" + Files.size(path));
        return null;
    }
}
