package vn.ansinh.payment.port;

import java.time.YearMonth;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.Corrections.Cause;

/**
 * A correction as a search found it; fields as of the table.
 *
 * @param personId person
 * @param component component
 * @param month past month
 * @param cause why
 * @param owedDong owed as known now
 * @param settledDong settled
 * @param hasLine whether a regular line was written, which it cites
 * @param payeeKind who receives or received
 * @param source whose money
 * @param entitlementId entitlement, or 0
 * @param decisionId decision the entitlement rests on, or 0
 * @param unitCode unit
 * @param ground decided ground, also when restricted
 * @param restricted whether it must not show
 * @param coefficientHundredths coefficient × 100
 * @param rateDong rate
 * @param instrument instrument of the rate
 * @param uncertain whether an uncertain row was used
 */
public record FoundCorrection(
        long personId,
        Component component,
        YearMonth month,
        Cause cause,
        long owedDong,
        long settledDong,
        boolean hasLine,
        String payeeKind,
        String source,
        long entitlementId,
        long decisionId,
        String unitCode,
        String ground,
        boolean restricted,
        int coefficientHundredths,
        long rateDong,
        String instrument,
        boolean uncertain) {

    /** Arrears above 0, overpaid below. */
    public long deltaDong() {
        return owedDong - settledDong;
    }

    /** The same for another reason. */
    public FoundCorrection because(Cause other) {
        return new FoundCorrection(
                personId,
                component,
                month,
                other,
                owedDong,
                settledDong,
                hasLine,
                payeeKind,
                source,
                entitlementId,
                decisionId,
                unitCode,
                ground,
                restricted,
                coefficientHundredths,
                rateDong,
                instrument,
                uncertain);
    }
}
