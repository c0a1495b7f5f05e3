package vn.ansinh.shell.internal;

import java.time.YearMonth;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.platform.api.Localities;

/** {@code ansinh:run}: computes a month, or shows the run there is. */
@Service
@Command(scope = "ansinh", name = "run", description = "Lập kỳ chi trả của một tháng")
public final class RunCommand implements Action {
    @Reference private Localities localities;
    @Reference private Payments payments;
    @Reference private Session session;

    @Argument(index = 0, name = "locality", required = true, description = "Mã địa phương")
    private String locality;

    @Argument(index = 1, name = "month", required = true, description = "Tháng, yyyy-MM")
    private String month;

    @Override
    public Object execute() {
        Payments.RunView run =
                payments.compute(
                        localities.require(locality).id(),
                        Operator.of(session),
                        YearMonth.parse(month));
        session.getConsole()
                .printf(
                        "Kỳ %d, tháng %s, %s: %d khoản, %d người, %d đồng, %d chỗ khác xét; luật"
                                + " %s%n",
                        run.id(),
                        run.month(),
                        run.state(),
                        run.lines(),
                        run.persons(),
                        run.totalDong(),
                        run.differences(),
                        run.snapshotHash());
        return null;
    }
}
