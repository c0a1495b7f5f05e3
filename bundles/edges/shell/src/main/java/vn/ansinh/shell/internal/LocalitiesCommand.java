package vn.ansinh.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.platform.api.Localities;

/** {@code ansinh:localities}. */
@Service
@Command(
        scope = "ansinh",
        name = "localities",
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
        }
        return null;
    }
}
