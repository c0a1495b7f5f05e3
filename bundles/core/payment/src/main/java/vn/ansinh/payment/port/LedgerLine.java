package vn.ansinh.payment.port;

import java.time.YearMonth;

/**
 * A line as its leaf was made of it. Of an erased line only key, amount and leaf are left.
 *
 * @param month benefit month
 * @param personId beneficiary
 * @param component stable code, see {@link LineKey}
 * @param sequence 0 for the list, else from a due item
 * @param unitCode unit of residence
 * @param ground decided ground
 * @param coefficientHundredths coefficient × 100
 * @param rateDong rate
 * @param amountDong amount
 * @param entitlementId entitlement it pays
 * @param decisionId decision it rests on
 * @param movement how it stands to the month before; hashed where sequence &gt; 0
 * @param restricted whether the ground is restricted: such a line is exported sealed
 * @param salt 16 bytes; null when erased
 * @param leaf SHA-256, see docs/reference/ledger.md
 */
public record LedgerLine(
        YearMonth month,
        long personId,
        int component,
        int sequence,
        String unitCode,
        String ground,
        int coefficientHundredths,
        long rateDong,
        long amountDong,
        long entitlementId,
        long decisionId,
        Movement movement,
        boolean restricted,
        byte[] salt,
        byte[] leaf) {

    /** What never is erased: month, person, component, sequence. */
    public String key() {
        return month + "|" + personId + "|" + component + "|" + sequence;
    }

    /** The canonical text that is hashed with the salt. */
    public String text(int tenant) {
        return tenant
                + "|"
                + key()
                + "|"
                + unitCode
                + "|"
                + ground
                + "|"
                + coefficientHundredths
                + "|"
                + rateDong
                + "|"
                + amountDong
                + "|"
                + entitlementId
                + "|"
                + decisionId
                + (sequence == 0 ? "" : "|" + movement);
    }
}
