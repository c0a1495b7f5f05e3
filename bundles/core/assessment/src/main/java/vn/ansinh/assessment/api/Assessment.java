package vn.ansinh.assessment.api;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.ParameterRow;

/**
 * What the engine says (kết quả xét), with the reasons. Never pays anything.
 *
 * @param month benefit month
 * @param knownOn as known on
 * @param snapshotHash law it was made with
 * @param dues what is owed, one per component at most
 * @param grounds every ground that exists in the month: met or not, and why
 * @param warnings uncertain rows that were used, in Vietnamese
 */
public record Assessment(
        YearMonth month,
        LocalDate knownOn,
        String snapshotHash,
        List<PolicySnapshot.Due> dues,
        List<GroundResult> grounds,
        List<String> warnings) {

    public Assessment {
        dues = List.copyOf(dues);
        grounds = List.copyOf(grounds);
        warnings = List.copyOf(warnings);
    }

    /**
     * One ground.
     *
     * @param groundCode its code
     * @param title its title
     * @param component what it competes with
     * @param met whether all conditions hold
     * @param chosen whether it is the one paid
     * @param conditions each condition with its outcome
     * @param offers what each layer gives, when met
     * @param amountDong highest offer, when met; else 0
     */
    public record GroundResult(
            String groundCode,
            String title,
            Component component,
            boolean met,
            boolean chosen,
            List<ConditionResult> conditions,
            List<Offer> offers,
            long amountDong) {}

    /**
     * One condition.
     *
     * @param code its code
     * @param sentence what was asked, in Vietnamese
     * @param met whether it holds
     * @param citation the clause
     */
    public record ConditionResult(String code, String sentence, boolean met, Citation citation) {}

    /**
     * What one layer gives for a ground.
     *
     * @param layer code of the layer
     * @param rate row of the rate
     * @param coefficient row of the coefficient
     * @param amountDong rate × coefficient
     * @param counts whether this is the offer that counted
     */
    public record Offer(
            String layer,
            ParameterRow rate,
            ParameterRow coefficient,
            long amountDong,
            boolean counts) {}
}
