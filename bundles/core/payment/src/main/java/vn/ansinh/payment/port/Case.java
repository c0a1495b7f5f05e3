package vn.ansinh.payment.port;

import java.time.LocalDate;
import java.util.List;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.locality.api.Component;

/**
 * What a run reads of one person.
 *
 * @param personId key
 * @param unitCode unit of residence
 * @param earliestBirth first day the record allows for the birth
 * @param latestBirth last day
 * @param sex {@code MALE}, {@code FEMALE} or empty
 * @param death day of death, or null
 * @param held entitlements in the month
 * @param facts dated facts
 * @param previous lines of the month before
 */
public record Case(
        long personId,
        String unitCode,
        LocalDate earliestBirth,
        LocalDate latestBirth,
        String sex,
        LocalDate death,
        List<Held> held,
        List<DatedFact> facts,
        List<Previous> previous) {

    /**
     * An entitlement in force in the month.
     *
     * @param entitlementId its key
     * @param decisionId decision it rests on
     * @param groundCode decided ground
     * @param component component
     * @param coefficientHundredths decided coefficient × 100
     */
    public record Held(
            long entitlementId,
            long decisionId,
            String groundCode,
            Component component,
            int coefficientHundredths) {}

    /**
     * A line of the month before.
     *
     * @param component component
     * @param unitCode unit then
     * @param groundCode ground then
     * @param restricted whether the ground was restricted
     * @param coefficientHundredths coefficient × 100
     * @param rateDong rate
     * @param amountDong amount
     */
    public record Previous(
            Component component,
            String unitCode,
            String groundCode,
            boolean restricted,
            int coefficientHundredths,
            long rateDong,
            long amountDong) {}
}
