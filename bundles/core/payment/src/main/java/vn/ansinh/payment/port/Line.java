package vn.ansinh.payment.port;

import vn.ansinh.locality.api.Component;

/**
 * A line to store (khoản phải trả): a debt, unique by person, component, month and sequence.
 *
 * @param personId beneficiary
 * @param component component
 * @param sequence 0 for the regular line
 * @param unitCode unit of residence
 * @param groundCode decided ground, also when restricted
 * @param restricted whether the ground is shown as "Theo quyết định"
 * @param coefficientHundredths coefficient that counted × 100
 * @param rateDong rate that counted
 * @param amountDong amount
 * @param movement against the month before
 * @param previousDong amount of the month before, also under another unit or ground; 0 when none
 * @param entitlementId entitlement it pays
 * @param decisionId decision it rests on
 * @param rateRow row of law of the rate
 * @param coefficientRow row of law of the coefficient, or -1 when only the decision names it
 * @param uncertain whether an uncertain row was used
 * @param salt 16 random bytes
 * @param leaf SHA-256 over salt and canonical line
 */
public record Line(
        long personId,
        Component component,
        int sequence,
        String unitCode,
        String groundCode,
        boolean restricted,
        int coefficientHundredths,
        long rateDong,
        long amountDong,
        Movement movement,
        long previousDong,
        long entitlementId,
        long decisionId,
        int rateRow,
        int coefficientRow,
        boolean uncertain,
        byte[] salt,
        byte[] leaf) {}
