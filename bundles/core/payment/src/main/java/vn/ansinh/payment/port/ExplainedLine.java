package vn.ansinh.payment.port;

import java.time.LocalDate;
import vn.ansinh.locality.api.Component;

/**
 * A stored line with its decision and rows of law, for an explanation.
 *
 * @param component component
 * @param groundCode decided ground, also when restricted
 * @param restricted whether the ground must not show
 * @param coefficientHundredths coefficient × 100
 * @param rateDong rate
 * @param amountDong amount
 * @param rateRow row of the rate
 * @param coefficientRow row of the coefficient, or -1
 * @param uncertain whether an uncertain row was used
 * @param decisionNumber number of the decision
 * @param signedOn day of its signature
 */
public record ExplainedLine(
        Component component,
        String groundCode,
        boolean restricted,
        int coefficientHundredths,
        long rateDong,
        long amountDong,
        int rateRow,
        int coefficientRow,
        boolean uncertain,
        String decisionNumber,
        LocalDate signedOn) {}
