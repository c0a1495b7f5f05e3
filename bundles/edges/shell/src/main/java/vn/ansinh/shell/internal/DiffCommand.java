package vn.ansinh.shell.internal;

import java.time.YearMonth;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.activation.api.Releases;
import vn.ansinh.payment.api.PolicyDiffs;
import vn.ansinh.payment.api.PolicyDiffs.DiffView;
import vn.ansinh.payment.api.PolicyDiffs.Total;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** {@code ansinh:diff}: what a version not in force would change; sums only, no person. */
@Service
@Command(
        scope = "ansinh",
        name = "diff",
        description = "Bảng so sánh một bản chính sách với luật đang có hiệu lực ở một địa phương")
public final class DiffCommand implements Action {
    @Reference private Session session;
    @Reference private Localities localities;
    @Reference private Releases releases;
    @Reference private PolicyDiffs diffs;

    @Argument(index = 0, name = "locality", description = "Mã địa phương", required = true)
    private String locality;

    @Argument(index = 1, name = "sha256", description = "Mã sha256 của bản", required = true)
    private String sha256;

    @Argument(index = 2, name = "from", description = "Tháng đầu, yyyy-MM", required = true)
    private String from;

    @Argument(index = 3, name = "to", description = "Tháng cuối, yyyy-MM", required = true)
    private String to;

    /** Made by the shell. */
    public DiffCommand() {}

    DiffCommand(
            Session session,
            Localities localities,
            Releases releases,
            PolicyDiffs diffs,
            String locality,
            String sha256,
            String from,
            String to) {
        this.session = session;
        this.localities = localities;
        this.releases = releases;
        this.diffs = diffs;
        this.locality = locality;
        this.sha256 = sha256;
        this.from = from;
        this.to = to;
    }

    @Override
    public Object execute() {
        TenantId tenant = localities.require(locality).id();
        DiffView diff =
                diffs.compute(
                        tenant,
                        Console.actor(session),
                        ReleaseCommand.require(releases, sha256).sha256(),
                        YearMonth.parse(from),
                        YearMonth.parse(to),
                        null);
        Console.row(session, "bảng so sánh", diff.id(), "mã", diff.digest());
        Console.row(
                session,
                "dòng đổi",
                diff.changes(),
                "giảm",
                diff.falls(),
                "đang chi",
                diff.oldDong(),
                "sẽ chi",
                diff.newDong());
        for (Total total : diffs.totals(tenant, Console.actor(session), diff.id())) {
            Console.row(
                    session,
                    total.month(),
                    total.unitCode(),
                    total.ground(),
                    total.component(),
                    total.heads(),
                    total.changed(),
                    total.oldDong(),
                    total.newDong());
        }
        return null;
    }
}
