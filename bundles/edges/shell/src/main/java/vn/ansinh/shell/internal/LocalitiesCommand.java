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
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.platform.api.Localities;

<<<<<<< HEAD
/** {@code ansinh:localities}. */
=======
/** {@code ansinh:localities}: tenants and the version that answers for each. */
>>>>>>> console
@Service
@Command(
        scope = "ansinh",
        name = "localities",
<<<<<<< HEAD
        description = "Các địa phương: mã, tên, gói đang hiệu lực")
public final class LocalitiesCommand implements Action {
    @Reference private Session session;
    @Reference private Localities localities;
    @Reference private ActiveLaw activeLaw;

    /** Made by the shell. */
    public LocalitiesCommand() {}

    LocalitiesCommand(Session session, Localities localities, ActiveLaw activeLaw) {
        this.session = session;
        this.localities = localities;
        this.activeLaw = activeLaw;
    }

    @Override
    public Object execute() {
        for (Localities.TenantInfo place : localities.all()) {
            String law =
                    activeLaw
                            .of(place.code())
                            .map(active -> active.symbolicName() + " " + active.version())
                            .orElse("chưa kích hoạt");
            Console.row(session, place.code(), place.name(), law);
=======
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
>>>>>>> console
        }
        return null;
    }
}
