package vn.ansinh.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.Corrections;
import vn.ansinh.payment.api.Corrections.Accepted;
import vn.ansinh.platform.api.Localities;

/** {@code ansinh:item-accept}: what a signed decision makes due; counts and sums. */
@Service
@Command(
        scope = "ansinh",
        name = "item-accept",
        description = "Ghi thành khoản phải chi, phải thu những gì một quyết định đã ký cho phép")
public final class ItemAcceptCommand implements Action {
    @Reference private Session session;
    @Reference private Identity identity;
    @Reference private Localities localities;
    @Reference private Corrections corrections;

    @Argument(index = 0, name = "locality", description = "Mã địa phương", required = true)
    private String locality;

    @Argument(index = 1, name = "decision", description = "Số hiệu quyết định", required = true)
    private long decision;

    /** Made by the shell. */
    public ItemAcceptCommand() {}

    ItemAcceptCommand(
            Session session,
            Identity identity,
            Localities localities,
            Corrections corrections,
            String locality,
            long decision) {
        this.session = session;
        this.identity = identity;
        this.localities = localities;
        this.corrections = corrections;
        this.locality = locality;
        this.decision = decision;
    }

    @Override
    public Object execute() {
        Accepted accepted =
                corrections.accept(
                        localities.require(locality).id(),
                        Console.actor(session, identity, Permission.COMPUTE_RUN, locality),
                        decision);
        Console.row(
                session,
                "items=" + accepted.items(),
                "arrearsDong=" + accepted.arrearsDong(),
                "oneOffDong=" + accepted.oneOffDong(),
                "claimedDong=" + accepted.claimedDong());
        accepted.notes().forEach(note -> Console.row(session, note));
        return null;
    }
}
