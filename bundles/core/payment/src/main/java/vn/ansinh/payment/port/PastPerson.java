package vn.ansinh.payment.port;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.locality.api.Component;

/**
 * What a search for corrections reads of one person, as known now.
 *
 * @param personId key
 * @param unitCode unit of residence
 * @param death day of death, or null
 * @param held entitlements by span of months
 * @param lines regular lines of the months that runs have paid
 * @param settlements arrears that are due or paid (plus) and what is claimed back (minus)
 * @param payees who receives from day to day
 */
public record PastPerson(
        long personId,
        String unitCode,
        LocalDate death,
        List<Span> held,
        List<Paid> lines,
        List<Settled> settlements,
        List<PayeeSpan> payees) {

    /**
     * An entitlement.
     *
     * @param entitlementId key
     * @param decisionId decision it rests on
     * @param component component
     * @param ground ground
     * @param coefficientHundredths coefficient × 100
     * @param from first month
     * @param to last month, or null
     */
    public record Span(
            long entitlementId,
            long decisionId,
            Component component,
            String ground,
            int coefficientHundredths,
            YearMonth from,
            YearMonth to) {
        /** Whether it covers a month. */
        public boolean covers(YearMonth month) {
            return !month.isBefore(from) && (to == null || !month.isAfter(to));
        }
    }

    /**
     * A regular line.
     *
     * @param month month
     * @param component component
     * @param ground ground
     * @param restricted whether it must not show
     * @param coefficientHundredths coefficient × 100
     * @param rateDong rate
     * @param amountDong amount
     * @param decisionId decision
     */
    public record Paid(
            YearMonth month,
            Component component,
            String ground,
            boolean restricted,
            int coefficientHundredths,
            long rateDong,
            long amountDong,
            long decisionId) {}

    /**
     * What was settled beside the regular line.
     *
     * @param month month
     * @param component component
     * @param amountDong signed
     */
    public record Settled(YearMonth month, Component component, long amountDong) {}

    /**
     * Who receives.
     *
     * @param component component
     * @param kind why: {@code SELF}, {@code GUARDIAN} …
     * @param from first day
     * @param to last day, or null
     */
    public record PayeeSpan(Component component, String kind, LocalDate from, LocalDate to) {}
}
