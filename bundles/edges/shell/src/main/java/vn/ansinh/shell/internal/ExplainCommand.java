package vn.ansinh.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.platform.api.Localities;

/** {@code ansinh:explain}: why a person, given by key, gets what a run pays. */
@Service
@Command(scope = "ansinh", name = "explain", description = "Vì sao được số tiền này")
public final class ExplainCommand implements Action {
    @Reference private Localities localities;
    @Reference private Payments payments;
    @Reference private Session session;

    @Argument(index = 0, name = "locality", required = true, description = "Mã địa phương")
    private String locality;

    @Argument(index = 1, name = "runId", required = true, description = "Số kỳ chi trả")
    private long runId;

    @Argument(index = 2, name = "personId", required = true, description = "Số đối tượng")
    private long personId;

    @Override
    public Object execute() {
        PrintStream out = session.getConsole();
        List<Payments.Explanation> explanations =
                payments.explain(
                        localities.require(locality).id(), Operator.of(session), runId, personId);
        if (explanations.isEmpty()) {
            out.println("Kỳ " + runId + " không có khoản nào của đối tượng số " + personId + ".");
        }
        for (Payments.Explanation explanation : explanations) {
            out.println(explanation.component() + ": " + explanation.amountDong() + " đồng");
            explanation.steps().forEach(step -> out.println("  " + step));
        }
        return null;
    }
}
