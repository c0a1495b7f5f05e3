package vn.ansinh.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.payment.api.Estimates;
import vn.ansinh.payment.api.Estimates.Estimate;
import vn.ansinh.payment.api.Estimates.MonthTotal;
import vn.ansinh.payment.api.Estimates.Row;
import vn.ansinh.platform.api.Localities;

/** {@code ansinh:estimate}: sums by month, then by unit, ground and kind. */
@Service
@Command(
        scope = "ansinh",
        name = "estimate",
        description = "Dự toán một năm của một địa phương: chỉ in số tổng, không ghi gì")
public final class EstimateCommand implements Action {
    @Reference private Session session;
    @Reference private Localities localities;
    @Reference private Estimates estimates;

    @Argument(index = 0, name = "locality", description = "Mã địa phương", required = true)
    private String locality;

    @Argument(index = 1, name = "year", description = "Năm, yyyy", required = true)
    private int year;

    /** Made by the shell. */
    public EstimateCommand() {}

    EstimateCommand(
            Session session,
            Localities localities,
            Estimates estimates,
            String locality,
            int year) {
        this.session = session;
        this.localities = localities;
        this.estimates = estimates;
        this.locality = locality;
        this.year = year;
    }

    @Override
    public Object execute() {
        Estimate estimate =
                estimates.of(localities.require(locality).id(), Console.actor(session), year);
        Console.row(
                session, "tháng", "số khoản", "đồng", "mức chuẩn Nhà nước", "địa phương tăng thêm");
        for (MonthTotal month : estimate.months()) {
            Console.row(
                    session,
                    month.month(),
                    month.heads(),
                    month.amountDong(),
                    month.stateDong(),
                    month.localDong());
        }
        for (Row row : estimate.rows()) {
            Console.row(
                    session,
                    row.month(),
                    row.unitCode(),
                    row.ground(),
                    row.kind(),
                    row.heads(),
                    row.amountDong(),
                    row.stateDong(),
                    row.localDong());
        }
        Console.row(session, "cả năm", estimate.totalDong());
        return null;
    }
}
