package vn.ansinh.shell.internal;

import java.time.LocalDate;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.payment.api.Unclaimed;
import vn.ansinh.payment.api.Unclaimed.Sum;
import vn.ansinh.platform.api.Localities;

/** {@code ansinh:item-unclaimed}: unclaimed money in sums, e.g. at the end of a year. */
@Service
@Command(
        scope = "ansinh",
        name = "item-unclaimed",
        description = "Tổng tiền chưa nhận theo năm đến một ngày")
public final class ItemUnclaimedCommand implements Action {
    @Reference private Session session;
    @Reference private Localities localities;
    @Reference private Unclaimed unclaimed;

    @Argument(index = 0, name = "locality", description = "Mã địa phương", required = true)
    private String locality;

    @Argument(index = 1, name = "day", description = "Ngày chốt, yyyy-MM-dd", required = true)
    private String day;

    /** Made by the shell. */
    public ItemUnclaimedCommand() {}

    ItemUnclaimedCommand(
            Session session,
            Localities localities,
            Unclaimed unclaimed,
            String locality,
            String day) {
        this.session = session;
        this.localities = localities;
        this.unclaimed = unclaimed;
        this.locality = locality;
        this.day = day;
    }

    @Override
    public Object execute() {
        for (Sum sum :
                unclaimed.sums(
                        localities.require(locality).id(),
                        Console.actor(session),
                        LocalDate.parse(day))) {
            Console.row(session, sum.year(), sum.count(), sum.amountDong());
        }
        return null;
    }
}
