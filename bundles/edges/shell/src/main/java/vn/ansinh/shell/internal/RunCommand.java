package vn.ansinh.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.Payments.TotalView;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** {@code ansinh:run}. */
@Service
@Command(
        scope = "ansinh",
        name = "run",
        description = "Lập kỳ chi trả của một tháng (gọi lại không ghi gì thêm) và in tổng")
public final class RunCommand implements Action {
    @Reference private Session session;
    @Reference private Localities localities;
    @Reference private Payments payments;

    @Argument(index = 0, name = "locality", description = "Mã địa phương", required = true)
    private String locality;

    @Argument(index = 1, name = "month", description = "Tháng, yyyy-MM", required = true)
    private String month;

    /** Made by the shell. */
    public RunCommand() {}

    RunCommand(
            Session session,
            Localities localities,
            Payments payments,
            String locality,
            String month) {
        this.session = session;
        this.localities = localities;
        this.payments = payments;
        this.locality = locality;
        this.month = month;
    }

    @Override
    public Object execute() {
        Actor actor = Console.actor(session);
        TenantId tenant = localities.require(locality).id();
        RunView run = payments.compute(tenant, actor, Console.month(month));
        Console.row(
                session,
                "run=" + run.id(),
                "month=" + run.month(),
                "state=" + run.state(),
                "lines=" + run.lines(),
                "persons=" + run.persons(),
                "totalDong=" + run.totalDong(),
                "differences=" + run.differences(),
                "digest=" + run.digest());
        for (TotalView total : payments.totals(tenant, actor, run.id(), null)) {
            Console.row(
                    session,
                    total.unitCode(),
                    total.groundCode(),
                    total.component(),
                    total.heads(),
                    total.amountDong());
        }
        boolean balances = payments.reconciliation(tenant, actor, run.id()).balances();
        Console.row(session, balances ? "Cân đối" : "KHÔNG CÂN ĐỐI");
        return null;
    }
}
