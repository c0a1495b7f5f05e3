package vn.ansinh.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.Corrections;
import vn.ansinh.payment.api.Corrections.Search;
import vn.ansinh.payment.api.Corrections.Sum;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** {@code ansinh:item-search}: past months looked at anew; counts and sums, nobody's name. */
@Service
@Command(
        scope = "ansinh",
        name = "item-search",
        description =
                "So lại các tháng đã chi của mọi người với điều biết hôm nay; in tổng đề xuất")
public final class ItemSearchCommand implements Action {
    @Reference private Session session;
    @Reference private Identity identity;
    @Reference private Localities localities;
    @Reference private Corrections corrections;

    @Argument(index = 0, name = "locality", description = "Mã địa phương", required = true)
    private String locality;

    @Option(name = "--person", description = "Chỉ một đối tượng, theo số hiệu")
    private long person;

    /** Made by the shell. */
    public ItemSearchCommand() {}

    ItemSearchCommand(
            Session session,
            Identity identity,
            Localities localities,
            Corrections corrections,
            String locality) {
        this.session = session;
        this.identity = identity;
        this.localities = localities;
        this.corrections = corrections;
        this.locality = locality;
    }

    @Override
    public Object execute() {
        TenantId tenant = localities.require(locality).id();
        Actor actor = Console.actor(session, identity, Permission.DRAFT_DECISION, locality);
        Search search = corrections.search(tenant, actor, person);
        Console.row(
                session,
                "persons=" + search.persons(),
                "months=" + search.months().size(),
                "found=" + search.found(),
                "superseded=" + search.superseded(),
                "open=" + search.open(),
                "arrearsDong=" + search.arrearsDong(),
                "recoveryDong=" + search.recoveryDong());
        for (Sum sum : corrections.sums(tenant, actor)) {
            Console.row(
                    session,
                    sum.cause(),
                    sum.month(),
                    sum.count(),
                    sum.arrearsDong(),
                    sum.recoveryDong());
        }
        return null;
    }
}
