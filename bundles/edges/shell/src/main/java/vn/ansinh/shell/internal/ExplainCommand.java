package vn.ansinh.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.Explanation;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;

/** {@code ansinh:explain}. */
@Service
@Command(
        scope = "ansinh",
        name = "explain",
        description = "Vì sao một đối tượng được số tiền trong một kỳ chi trả")
public final class ExplainCommand implements Action {
    @Reference private Session session;
    @Reference private Identity identity;
    @Reference private Localities localities;
    @Reference private Payments payments;

    @Argument(index = 0, name = "locality", description = "Mã địa phương", required = true)
    private String locality;

    @Argument(index = 1, name = "runId", description = "Số hiệu kỳ chi trả", required = true)
    private long runId;

    @Argument(index = 2, name = "personId", description = "Số hiệu đối tượng", required = true)
    private long personId;

    /** Made by the shell. */
    public ExplainCommand() {}

    ExplainCommand(
            Session session,
            Identity identity,
            Localities localities,
            Payments payments,
            String locality,
            long runId,
            long personId) {
        this.session = session;
        this.identity = identity;
        this.localities = localities;
        this.payments = payments;
        this.locality = locality;
        this.runId = runId;
        this.personId = personId;
    }

    @Override
    public Object execute() {
        List<Explanation> explanations =
                payments.explain(
                        localities.require(locality).id(),
                        Console.actor(session, identity, Permission.READ_PAYMENT, locality),
                        runId,
                        personId);
        if (explanations.isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.NOT_FOUND,
                    "Kỳ " + runId + " không trả khoản nào cho đối tượng số " + personId + ".");
        }
        for (Explanation explanation : explanations) {
            Console.row(session, explanation.component(), explanation.amountDong());
            Console.row(session, explanation.sentence());
            explanation.steps().forEach(step -> Console.row(session, "-", step));
        }
        return null;
    }
}
