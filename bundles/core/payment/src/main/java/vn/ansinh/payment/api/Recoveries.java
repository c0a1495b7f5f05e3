package vn.ansinh.payment.api;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.locality.api.Component;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * Claims of overpaid money (thu hồi), each by a decision. Always: total = recovered + transferred +
 * written off + open. Every read leaves an audit record. Throws {@code AnsinhException}:
 * INVALID_INPUT, NOT_FOUND, CONFLICT.
 */
public interface Recoveries {

    /** A page of claims by key. */
    List<Recovery> page(
            TenantId tenant, Actor actor, long personId, boolean openOnly, long afterId, int limit);

    /** One claim. */
    Recovery recovery(TenantId tenant, Actor actor, long recoveryId);

    /**
     * Money of a claim that reached the Treasury (nộp trả ngân sách), by its voucher. Instalments
     * it pays for are no longer taken, the last first.
     */
    Recovery transfer(TenantId tenant, Actor actor, long recoveryId, Transfer transfer);

    /**
     * Gives up what a signed WRITE_OFF decision gives up of its people's claims, the oldest first.
     * Again it does nothing.
     */
    List<Recovery> writeOff(TenantId tenant, Actor actor, long decisionId);

    /**
     * A transfer.
     *
     * @param amountDong amount
     * @param on day of the voucher
     * @param voucher number of the voucher (giấy nộp tiền)
     */
    record Transfer(long amountDong, LocalDate on, String voucher) {}

    /**
     * A claim.
     *
     * @param id key
     * @param personId beneficiary
     * @param payeeKind who had received
     * @param source whose money
     * @param budgetYear budget year
     * @param decisionId decision
     * @param totalDong claimed
     * @param recoveredDong kept back by lines of runs
     * @param transferredDong paid to the Treasury
     * @param writtenOffDong given up
     * @param plannedDong instalments still to take
     * @param months months it is of
     * @param entries transfers and write-offs
     */
    record Recovery(
            long id,
            long personId,
            String payeeKind,
            String source,
            int budgetYear,
            long decisionId,
            long totalDong,
            long recoveredDong,
            long transferredDong,
            long writtenOffDong,
            long plannedDong,
            List<Month> months,
            List<Entry> entries) {
        public Recovery {
            months = List.copyOf(months);
            entries = List.copyOf(entries);
        }

        /** What is still owed back. */
        public long openDong() {
            return totalDong - recoveredDong - transferredDong - writtenOffDong;
        }
    }

    /**
     * A month of a claim.
     *
     * @param month month
     * @param component component
     * @param amountDong overpaid
     * @param citesSequence line that overpaid
     */
    record Month(YearMonth month, Component component, long amountDong, int citesSequence) {}

    /**
     * A transfer or write-off.
     *
     * @param writtenOff whether it was given up
     * @param amountDong amount
     * @param on day
     * @param paper voucher or number of the decision
     */
    record Entry(boolean writtenOff, long amountDong, LocalDate on, String paper) {}
}
