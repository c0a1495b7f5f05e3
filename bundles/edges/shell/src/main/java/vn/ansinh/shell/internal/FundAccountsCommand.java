package vn.ansinh.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.payment.api.Funds;
import vn.ansinh.payment.api.Funds.Account;
import vn.ansinh.platform.api.Localities;

/** {@code ansinh:fund-accounts}: ceilings, reserved, spent, free. */
@Service
@Command(
        scope = "ansinh",
        name = "fund-accounts",
        description = "Hạn mức, đã giữ chỗ, đã chi, còn lại theo chương trình và nguồn")
public final class FundAccountsCommand implements Action {
    @Reference private Session session;
    @Reference private Localities localities;
    @Reference private Funds funds;

    @Argument(index = 0, name = "locality", description = "Mã địa phương", required = true)
    private String locality;

    @Argument(index = 1, name = "year", description = "Năm ngân sách, yyyy", required = true)
    private int year;

    /** Made by the shell. */
    public FundAccountsCommand() {}

    FundAccountsCommand(
            Session session, Localities localities, Funds funds, String locality, int year) {
        this.session = session;
        this.localities = localities;
        this.funds = funds;
        this.locality = locality;
        this.year = year;
    }

    @Override
    public Object execute() {
        Console.row(session, "chương trình", "nguồn", "hạn mức", "đã giữ chỗ", "đã chi", "còn lại");
        for (Account account :
                funds.accounts(localities.require(locality).id(), Console.actor(session), year)) {
            Console.row(
                    session,
                    account.programme(),
                    account.source(),
                    account.ceilingDong(),
                    account.reservedDong(),
                    account.spentDong(),
                    account.freeDong());
        }
        return null;
    }
}
