package vn.ansinh.payment.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ansinh.payment.api.OrderState;
import vn.ansinh.payment.api.Orders.ChannelTotal;
import vn.ansinh.payment.api.Orders.Difference;
import vn.ansinh.payment.api.Orders.Event;
import vn.ansinh.payment.api.Orders.OrderView;
import vn.ansinh.payment.api.Orders.PaidLine;
import vn.ansinh.payment.api.Orders.Source;
import vn.ansinh.payment.api.Orders.StateTotal;

/**
 * Payment orders of the tenant of the current unit of work. Whoever makes or replaces orders holds
 * the run's lock ({@link PaymentStorage#lock}).
 */
public interface OrderStorage {

    /**
     * Makes orders from the lines of a run that no live order pays, to the payees as known at this
     * instant.
     *
     * @param day day on which the payee must be in place
     * @return orders made
     */
    int make(StoredRun run, LocalDate day, Instant at);

    /** Cancels waiting orders of a run's own lines; others may not be there. */
    int cancel(StoredRun run, Instant at);

    /** Leaves waiting orders carried over into a run unclaimed. */
    int abandon(StoredRun run, Instant at);

    /** Orders of a run that may have left. */
    long underWay(long runId);

    /**
     * Compares waiting orders with the payees, holds and deaths known by now: an order of which a
     * single line is held is replaced by one without it, every other that differs is stopped.
     *
     * @return orders stopped or replaced
     */
    int stopChanged(StoredRun run, LocalDate day, Instant at);

    /** The sums of a run, counted anew from its lines and orders. */
    Sums sums(StoredRun run);

    /** Moves orders that are in a state; others are left alone. Gives the keys that moved. */
    List<Long> move(List<Long> orderIds, OrderState from, OrderState to, String reason, Instant at);

    /**
     * Replaces orders by new ones for the same lines, to be sent with a run.
     *
     * @return keys of the new orders
     */
    List<Long> replace(
            List<OrderView> orders, StoredRun run, LocalDate day, String reason, Instant at);

    /**
     * By key, in the order of their key. They are not locked: an event finds an order where it was
     * read, or fails.
     */
    List<OrderView> byIds(List<Long> orderIds);

    /** By key. */
    Optional<OrderView> byId(long orderId);

    /** Orders of a run. */
    List<OrderView> orders(long runId, OrderState state, long after, int limit);

    /** Lines of an order. */
    List<PaidLine> lines(long orderId);

    /** Events of an order, oldest first. */
    List<Event> events(long orderId);

    /** Heads and sums by state. */
    List<StateTotal> totals(long runId);

    /** Heads and sums by channel of what was paid or collected. */
    List<ChannelTotal> paidByChannel(long runId);

    /** Whether nothing is left to do about the orders of a run. */
    boolean settled(long runId);

    /** Runs of these orders, in the order of their key. */
    List<Long> runsOf(List<Long> orderIds);

    /** Sums of a run with the bank's word: paid orders, bookings, cash. */
    Paid paid(StoredRun run);

    /** Every difference of a run. */
    List<Difference> differences(StoredRun run, int limit);

    /** What the bank speaks of and nobody knows. */
    List<Difference> notOurs(int limit);

    /** Accounts the money leaves from. */
    List<Source> sources();

    /** Replaces the account for this bank's payees. */
    void source(Source source, Instant at);

    /**
     * Sums of a run.
     *
     * @param lines lines of the run
     * @param listLines of them those of the list, without due items
     * @param linesDong their sum as it counts
     * @param covered lines that exactly one live order pays, at their amount
     * @param coveredDong sum of these in the orders
     * @param ordersDong sum of the live orders of the run's lines
     */
    record Sums(
            long lines,
            long listLines,
            long linesDong,
            long covered,
            long coveredDong,
            long ordersDong) {}

    /** Sums of what was paid. */
    record Paid(long approvedDong, long ordersDong, long paidDong, long bookedDong, long cashDong) {

        /** Both together. */
        public Paid plus(Paid other) {
            return new Paid(
                    approvedDong + other.approvedDong,
                    ordersDong + other.ordersDong,
                    paidDong + other.paidDong,
                    bookedDong + other.bookedDong,
                    cashDong + other.cashDong);
        }
    }
}
