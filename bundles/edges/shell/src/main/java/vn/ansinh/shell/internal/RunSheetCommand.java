package vn.ansinh.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.payment.api.RunPapers;
import vn.ansinh.payment.api.RunPapers.Balance;
import vn.ansinh.payment.api.RunPapers.Sheet;
import vn.ansinh.platform.api.Localities;

/** {@code ansinh:run-sheet}: sums and hashes; no beneficiary. */
@Service
@Command(
        scope = "ansinh",
        name = "run-sheet",
        description =
                "Tờ trình duyệt chi của một kỳ: tổng, mã băm, gốc sổ cái, chênh lệch, giữ lại")
public final class RunSheetCommand implements Action {
    @Reference private Session session;
    @Reference private Localities localities;
    @Reference private RunPapers papers;

    @Argument(index = 0, name = "locality", description = "Mã địa phương", required = true)
    private String locality;

    @Argument(index = 1, name = "runId", description = "Số hiệu kỳ chi trả", required = true)
    private long runId;

    /** Made by the shell. */
    public RunSheetCommand() {}

    RunSheetCommand(
            Session session, Localities localities, RunPapers papers, String locality, long runId) {
        this.session = session;
        this.localities = localities;
        this.papers = papers;
        this.locality = locality;
        this.runId = runId;
    }

    @Override
    public Object execute() {
        Sheet sheet =
                papers.sheet(localities.require(locality).id(), Console.actor(session), runId);
        Balance balance = sheet.balance();
        Console.row(
                session,
                "state=" + sheet.run().state(),
                "round=" + sheet.run().round(),
                "digest=" + sheet.run().digest(),
                "ledgerRoot=" + sheet.ledgerRoot(),
                "ledgerLinks=" + sheet.ledgerLinks());
        Console.row(
                session,
                "regular=" + balance.regular().dong(),
                "arrears=" + balance.arrears().dong(),
                "oneOff=" + balance.oneOff().dong(),
                "recovery=" + balance.recovery().dong(),
                "toDrawDong=" + balance.toDrawDong(),
                "heldDong=" + sheet.held().dong(),
                "toPayDong=" + sheet.toPayDong());
        Console.row(
                session,
                "differences=" + sheet.openDifferences(),
                "uncertainLines=" + sheet.uncertainLines(),
                "signed="
                        + sheet.preparedBy().size()
                        + "/"
                        + sheet.checkedBy().size()
                        + "/"
                        + sheet.approvedBy().size());
        Console.row(session, balance.balances() ? "Cân đối" : "KHÔNG CÂN ĐỐI");
        return null;
    }
}
