package vn.ansinh.payment.port;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.Corrections.Kind;
import vn.ansinh.payment.api.Payments.ItemLineView;

/**
 * Due items as a run takes them, of the tenant of the current unit of work: every method is called
 * inside one.
 */
public interface RunItems {

    /**
     * Reads the people of a chunk who have an item that was known at the run's pinned instant, is
     * open and may be taken in its month, in the order of their key.
     */
    void read(StoredRun run, Chunk chunk, Consumer<ItemCase> each);

    /**
     * Writes lines of items, which line took which, and marks the chunk done.
     *
     * @throws vn.ansinh.platform.api.AnsinhException CONFLICT when another run has taken one of the
     *     items since they were read
     */
    void finish(StoredRun run, Chunk chunk, ChunkResult result, List<ItemLine> lines);

    /**
     * Lines that took an item, by the item's key.
     *
     * @param personId one person, or 0 for all
     * @param hidden what a restricted ground shows as
     */
    List<ItemLineView> lines(long runId, long personId, String hidden, long afterItem, int limit);

    /**
     * Somebody with open items.
     *
     * @param personId person
     * @param unitCode unit
     * @param items items by month they may be taken from, then key
     * @param regularDong regular lines of the person in the run by kind of payee
     */
    record ItemCase(
            long personId, String unitCode, List<Open> items, Map<String, Long> regularDong) {}

    /**
     * An open item, as of its table.
     *
     * @param itemId key
     * @param component component
     * @param month month it is for
     * @param sequence sequence of its line
     * @param kind kind
     * @param amountDong amount
     * @param group payee kind, source and budget year: what nets
     * @param payeeKind who receives
     * @param setOff whether it is taken only against arrears of its group in the same run
     * @param decisionId decision
     * @param entitlementId entitlement, or 0
     * @param ground ground
     * @param restricted whether it must not show
     * @param coefficientHundredths coefficient × 100
     * @param rateDong rate
     * @param uncertain whether an uncertain row was used
     */
    record Open(
            long itemId,
            Component component,
            YearMonth month,
            int sequence,
            Kind kind,
            long amountDong,
            String group,
            String payeeKind,
            boolean setOff,
            long decisionId,
            long entitlementId,
            String ground,
            boolean restricted,
            int coefficientHundredths,
            long rateDong,
            boolean uncertain) {}

    /**
     * A line that takes an item.
     *
     * @param itemId item
     * @param month month the line is for
     * @param line the line
     */
    record ItemLine(long itemId, YearMonth month, Line line) {}
}
