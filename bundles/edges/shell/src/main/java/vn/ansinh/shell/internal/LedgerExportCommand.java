package vn.ansinh.shell.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.LedgerBook;
import vn.ansinh.payment.api.LedgerBook.LinkView;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** {@code ansinh:ledger-export}: a file for the verifier, and the root to compare it with. */
@Service
@Command(
        scope = "ansinh",
        name = "ledger-export",
        description = "Xuất sổ cái của một địa phương ra tệp để kiểm tra bằng chương trình riêng")
public final class LedgerExportCommand implements Action {
    private static final int PAGE = 500;

    @Reference private Session session;
    @Reference private Identity identity;
    @Reference private Localities localities;
    @Reference private LedgerBook ledger;

    @Argument(index = 0, name = "locality", description = "Mã địa phương", required = true)
    private String locality;

    @Argument(index = 1, name = "file", description = "Tệp kết quả, chưa có", required = true)
    private String file;

    /** Made by the shell. */
    public LedgerExportCommand() {}

    LedgerExportCommand(
            Session session,
            Identity identity,
            Localities localities,
            LedgerBook ledger,
            String locality,
            String file) {
        this.session = session;
        this.identity = identity;
        this.localities = localities;
        this.ledger = ledger;
        this.locality = locality;
        this.file = file;
    }

    @Override
    public Object execute() throws IOException {
        Actor actor = Console.actor(session, identity, Permission.READ_AUDIT, locality);
        TenantId tenant = localities.require(locality).id();
        try (OutputStream out = Console.fresh(Path.of(file))) {
            ledger.export(tenant, actor, out);
        } catch (RuntimeException e) {
            Files.deleteIfExists(Path.of(file));
            throw e;
        }
        LinkView last = null;
        List<LinkView> page = ledger.links(tenant, actor, 0, PAGE);
        while (!page.isEmpty()) {
            last = page.get(page.size() - 1);
            page = ledger.links(tenant, actor, last.sequence(), PAGE);
        }
        Console.row(session, "file=" + file, "bytes=" + Files.size(Path.of(file)));
        if (last != null) {
            Console.row(session, "root=" + last.sequence() + ":" + last.hash());
        }
        return null;
    }
}
