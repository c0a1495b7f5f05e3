package vn.ansinh.payment.port;

import java.time.LocalDate;
import java.util.List;
import vn.ansinh.payment.api.Unclaimed.Debt;
import vn.ansinh.payment.api.Unclaimed.Sum;

/**
 * Lines whose live order was not collected, not accepted or came back, of the tenant of the current
 * unit of work.
 */
public interface UnpaidLines {

    /** What was unpaid at the end of a day, a page by key. */
    List<Debt> page(LocalDate on, long afterId, int limit);

    /** The same in sums by year of the months. */
    List<Sum> sums(LocalDate on);

    /**
     * Who did not receive any of the last months that were sent, so many of them, and has no open
     * case of it.
     */
    List<Late> late(int months);

    /**
     * Somebody who does not collect.
     *
     * @param personId person
     * @param cash whether the last order was cash
     */
    record Late(long personId, boolean cash) {}
}
