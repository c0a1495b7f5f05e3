package vn.ansinh.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.platform.api.Localities;

/** {@code ansinh:localities}: tenants and the version that answers for each. */
@Service
@Command(
        scope = "ansinh",
        name = "localities",
        description = "Các địa phương và phiên bản đang hiệu lực")
public final class LocalitiesCommand implements Action {
    @Reference private Localities localities;
    @Reference private ActiveLaw activeLaw;
    @Reference private Session session;

    @Override
    public Object execute() {
        PrintStream out = session.getConsole();
        for (Localities.TenantInfo tenant : localities.all()) {
            String law =
                    activeLaw
                            .of(tenant.code())
                            .map(a -> a.symbolicName() + " " + a.version() + " " + a.sha256())
                            .orElse("(chưa hiệu lực)");
            out.println(tenant.id().value() + "\t" + tenant.code() + "\t" + law);
        }
        return null;
    }
}
