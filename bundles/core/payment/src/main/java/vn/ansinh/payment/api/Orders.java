package vn.ansinh.payment.api;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * Payment orders (lệnh chi): one attempt each to pay lines to a payee. They are made when a run is
 * approved; an order that is stopped, rejected, reversed or not collected is replaced by a new one,
 * never sent twice.
 *
 * <p>Throws {@code AnsinhException}: NOT_FOUND; CONFLICT where the state does not allow it;
 * NOT_RECONCILED when sums are not those approved; INVALID_INPUT.
 */
public interface Orders {

    /**
     * Sends a run: checks once more that its orders are what was approved, stops those whose payee
     * has changed since, writes the intent of each bank file, calls the bank. Again it does only
     * what is left; many at once send once.
     */
    Sending send(TenantId tenant, Actor actor, long runId);

    /** Heads and sums by state, of the orders sent with a run. */
    List<StateTotal> totals(TenantId tenant, Actor actor, long runId);

    /** Heads and sums by channel, of the orders of a run that were paid or collected. */
    List<ChannelTotal> paidByChannel(TenantId tenant, Actor actor, long runId);

    /**
     * Orders of a run in the order of their key.
     *
     * @param state only these; null for all
     * @param after key to go on after; 0 from the start
     */
    List<OrderView> orders(
            TenantId tenant, Actor actor, long runId, OrderState state, long after, int limit);

    /** One order with its lines and what happened to it. */
    OrderDetail order(TenantId tenant, Actor actor, long orderId);

    /**
     * Replaces orders whose money has not left or has come back by new ones (attempt + 1), to the
     * payee as known now.
     *
     * @param runId run they are sent with: their own, or a later approved one (chuyển kỳ sau)
     * @param reason why; the new orders cite the old ones
     * @return the new orders
     */
    List<Long> reissue(
            TenantId tenant, Actor actor, List<Long> orderIds, long runId, String reason);

    /** Lets an order go that was stopped because of its account holder's name, with a reason. */
    void release(TenantId tenant, Actor actor, long orderId, String reason);

    /** Leaves orders unpaid to be watched as a liability; the run can close. */
    void leave(TenantId tenant, Actor actor, List<Long> orderIds, String reason);

    /**
     * Approved lines against our orders against the bank's bookings, with every difference named.
     *
     * @param runId one run, or 0 for all that were approved and not yet closed
     */
    Matching matching(TenantId tenant, Actor actor, long runId);

    /** Accounts the money leaves from. */
    List<Source> sources(TenantId tenant, Actor actor);

    /** Sets the account for payees of a bank, or for all others; files there are keep theirs. */
    void source(TenantId tenant, Actor actor, Source source);

    /**
     * What one sending did.
     *
     * @param stopped orders stopped because something changed since approval
     * @param written files whose intent was written
     * @param accepted files the bank took
     * @param unknown files nobody knows about yet
     * @param refused files the bank refused
     * @param waiting files not called: no link, or the bank failed too often
     */
    record Sending(int stopped, int written, int accepted, int unknown, int refused, int waiting) {}

    /** Orders of one state. */
    record StateTotal(OrderState state, long orders, long amountDong) {}

    /** Orders of one channel. */
    record ChannelTotal(String channel, long orders, long amountDong) {}

    /**
     * An order.
     *
     * @param id key
     * @param runId run it is sent with
     * @param originRunId run whose lines it pays
     * @param attempt 1, or one more than the order it replaces
     * @param cites order it replaces; 0 for none
     * @param personId beneficiary
     * @param unitCode unit
     * @param payeeKind kind of payee; empty when nobody is named
     * @param payeeName payee
     * @param channel channel; empty when nobody is named
     * @param bank bank
     * @param account account
     * @param amountDong amount
     * @param endToEndId id the bank gives back
     * @param state state
     * @param reason why it is in that state; a code or the bank's
     */
    record OrderView(
            long id,
            long runId,
            long originRunId,
            int attempt,
            long cites,
            long personId,
            String unitCode,
            String payeeKind,
            String payeeName,
            String channel,
            String bank,
            String account,
            long amountDong,
            String endToEndId,
            OrderState state,
            String reason) {}

    /** An order with its lines and events, oldest first. */
    record OrderDetail(OrderView order, List<PaidLine> lines, List<Event> events) {}

    /** A line an order pays; a recovery is negative. */
    record PaidLine(YearMonth month, int component, int sequence, long amountDong) {}

    /** Something that happened to an order or a file. */
    record Event(String from, String to, String reason, String actor, Instant at) {}

    /**
     * The whole of it.
     *
     * @param approvedDong approved lines
     * @param ordersDong orders that pay them, whatever their state
     * @param paidDong orders paid by the bank
     * @param bookedDong bookings of the bank for our orders, reversals taken off
     * @param cashDong cash collected
     * @param differences every difference
     */
    record Matching(
            long approvedDong,
            long ordersDong,
            long paidDong,
            long bookedDong,
            long cashDong,
            List<Difference> differences) {
        /** Whether nothing differs. */
        public boolean matches() {
            return differences.isEmpty();
        }
    }

    /** What can differ. */
    enum DifferenceKind {
        /** The run's approved total is not the sum of its lines. */
        TOTAL("Tổng các khoản khác tổng đã duyệt"),
        /** An approved line that no order pays. */
        LINE_WITHOUT_ORDER("Khoản đã duyệt chưa có lệnh chi"),
        /** A line of an order that differs from the approved one. */
        LINE_DIFFERS("Khoản của lệnh chi khác khoản đã duyệt"),
        /** An order that is not the sum of its lines. */
        ORDER_DIFFERS("Lệnh chi khác tổng các khoản của nó"),
        /** The bank speaks of an order we do not have. */
        NOT_OURS("Ngân hàng báo một lệnh chi không có ở đây"),
        /** The bank's amount is not the order's. */
        WRONG_AMOUNT("Ngân hàng báo số tiền khác lệnh chi"),
        /** More than one booking of one order. */
        DOUBLE_DEBIT("Ngân hàng ghi nợ nhiều lần cho một lệnh chi"),
        /** Paid an order that was not to be paid (any more). */
        PAID_WRONGLY("Ngân hàng đã chi một lệnh không gửi hoặc đã thay"),
        /** Paid and rejected. */
        CONTRADICTION("Ngân hàng báo vừa chi vừa từ chối"),
        /** Reversed without having been paid. */
        REVERSED_UNPAID("Ngân hàng báo hoàn trả một lệnh chưa báo chi"),
        /** Paid by the bank's word, in no statement yet. */
        NOT_BOOKED("Ngân hàng báo đã chi nhưng chưa có trong sao kê");

        private final String title;

        DifferenceKind(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /**
     * A difference.
     *
     * @param kind what differs
     * @param reference end-to-end id, or line as {@code person/month/component/sequence}
     * @param oursDong our amount
     * @param theirsDong the bank's, or the approved one
     */
    record Difference(DifferenceKind kind, String reference, long oursDong, long theirsDong) {}

    /**
     * An account the money leaves from.
     *
     * @param paysBank bank of the payees; empty for every other
     * @param bank bank of the account
     * @param account account number
     * @param name holder
     */
    record Source(String paysBank, String bank, String account, String name) {}
}
