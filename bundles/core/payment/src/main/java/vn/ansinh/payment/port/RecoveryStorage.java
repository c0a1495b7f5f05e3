package vn.ansinh.payment.port;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.Recoveries.Recovery;

/** Claims of overpaid money of the tenant of the current unit of work. */
public interface RecoveryStorage {

    /** Opens a claim with its months and the items that collect it; gives its key. */
    long open(Claim claim, Instant at);

    /** A page of claims by key. */
    List<Recovery> page(long personId, boolean openOnly, long afterId, int limit);

    /** One claim. */
    Optional<Recovery> byId(long recoveryId);

    /**
     * Arrears of a group that are due, not taken, and not set off yet: what a claim of the group
     * may be set off against.
     */
    long openArrears(long personId, String payeeKind, String source, int budgetYear);

    /** Regular lines of a person that a kind of payee received in a month. */
    long regularDong(long personId, String payeeKind, YearMonth month);

    /** Instalments of a claim that are not taken and not withdrawn, in order. */
    List<Planned> planned(long recoveryId);

    /** Appends a transfer or write-off; false when its paper has counted for the claim. */
    Optional<Long> addEntry(NewEntry entry, Instant at);

    /** Instalments that are no longer taken, because of an entry. */
    void withdraw(List<Planned> items, long personId, long entryId, Instant at);

    /** Adds an instalment like another one, of another amount. */
    void addItem(Planned like, long amountDong, Instant at);

    /**
     * A claim.
     *
     * @param personId person
     * @param payeeKind who had received
     * @param source whose money
     * @param budgetYear budget year
     * @param decisionId decision
     * @param instalments instalments planned, 0 for none
     * @param months what it is of
     * @param items what collects it
     */
    record Claim(
            long personId,
            String payeeKind,
            String source,
            int budgetYear,
            long decisionId,
            int instalments,
            List<ClaimMonth> months,
            List<Slice> items) {
        /** What is claimed. */
        public long totalDong() {
            return months.stream().mapToLong(ClaimMonth::amountDong).sum();
        }
    }

    /**
     * An overpaid month.
     *
     * @param month month
     * @param component component
     * @param amountDong overpaid
     * @param citesSequence line, or -1
     * @param ground ground of the line
     * @param restricted whether it must not show
     */
    record ClaimMonth(
            YearMonth month,
            Component component,
            long amountDong,
            int citesSequence,
            String ground,
            boolean restricted) {}

    /**
     * What one item keeps back.
     *
     * @param of its month
     * @param amountDong amount
     * @param setOff whether it is set off against arrears
     * @param takeFrom first month, null for any
     */
    record Slice(ClaimMonth of, long amountDong, boolean setOff, YearMonth takeFrom) {}

    /** An instalment that is open. */
    record Planned(long itemId, long amountDong) {}

    /**
     * A transfer or write-off.
     *
     * @param recoveryId claim
     * @param personId person
     * @param writtenOff whether it is given up
     * @param amountDong amount
     * @param on day
     * @param paper voucher or number of the decision
     * @param decisionId decision
     * @param by who records it
     */
    record NewEntry(
            long recoveryId,
            long personId,
            boolean writtenOff,
            long amountDong,
            LocalDate on,
            String paper,
            long decisionId,
            String by) {}
}
