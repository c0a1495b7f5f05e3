package vn.ansinh.shell.internal;

import java.time.YearMonth;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.payment.api.Funds;
import vn.ansinh.payment.api.Funds.Settled;
import vn.ansinh.payment.api.Funds.Settlement;
import vn.ansinh.platform.api.Localities;

/** {@code ansinh:fund-settlement}: sums by source, programme, month and unit. */
@Service
@Command(
        scope = "ansinh",
        name = "fund-settlement",
        description = "Thanh quyết toán một năm ngân sách, kèm gốc sổ cái")
public final class FundSettlementCommand implements Action {
    @Reference private Session session;
    @Reference private Localities localities;
    @Reference private Funds funds;

    @Argument(index = 0, name = "locality", description = "Mã địa phương", required = true)
    private String locality;

    @Argument(index = 1, name = "year", description = "Năm ngân sách, yyyy", required = true)
    private int year;

    /** Made by the shell. */
    public FundSettlementCommand() {}

    FundSettlementCommand(
            Session session, Localities localities, Funds funds, String locality, int year) {
        this.session = session;
        this.localities = localities;
        this.funds = funds;
        this.locality = locality;
        this.year = year;
    }

    @Override
    public Object execute() {
        Settlement settlement =
                funds.settlement(
                        localities.require(locality).id(),
                        Console.actor(session),
                        year,
                        YearMonth.of(year - 1, 1),
                        YearMonth.of(year + 1, 12));
        Console.row(
                session,
                "nguồn",
                "chương trình",
                "tháng",
                "đơn vị",
                "đã duyệt",
                "thu hồi",
                "giữ lại",
                "đã chuyển chi",
                "đã nhận",
                "hoàn trả",
                "chuyển kỳ sau");
        settlement.rows().forEach(this::row);
        row(settlement.total());
        Console.row(session, "root=" + settlement.ledgerLinks() + ":" + settlement.ledgerRoot());
        return null;
    }

    private void row(Settled row) {
        Console.row(
                session,
                row.source().isEmpty() ? "cộng" : row.source(),
                row.programme(),
                row.month() == null ? "" : row.month(),
                row.unitCode(),
                row.approvedDong(),
                row.recoveredDong(),
                row.heldDong(),
                row.sentDong(),
                row.paidDong(),
                row.returnedDong(),
                row.carriedDong());
    }
}
