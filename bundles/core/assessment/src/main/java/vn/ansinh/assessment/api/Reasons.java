package vn.ansinh.assessment.api;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.assessment.api.Assessment.ConditionResult;
import vn.ansinh.assessment.api.Assessment.GroundResult;
import vn.ansinh.assessment.api.Assessment.Offer;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.ParameterRow;

/**
 * An assessment as people read it (vì sao): every citation a sentence. A restricted ground that is
 * not met does not show, one that is met shows as the decision's.
 *
 * @param month benefit month
 * @param knownOn as known on
 * @param snapshotHash law it was made with
 * @param dues what is owed, one per component at most
 * @param grounds grounds of the month, met or not
 * @param warnings uncertain rows that were used
 */
public record Reasons(
        YearMonth month,
        LocalDate knownOn,
        String snapshotHash,
        List<DueView> dues,
        List<GroundView> grounds,
        List<String> warnings) {

    private static final String BY_DECISION = "Theo quyết định";

    /** What people may read of an assessment made with this snapshot. */
    public static Reasons of(Assessment assessment, PolicySnapshot snapshot) {
        Set<String> restricted =
                snapshot.grounds().stream()
                        .filter(Ground::restricted)
                        .map(Ground::code)
                        .collect(Collectors.toUnmodifiableSet());
        return new Reasons(
                assessment.month(),
                assessment.knownOn(),
                assessment.snapshotHash(),
                assessment.dues().stream()
                        .map(
                                due ->
                                        new DueView(
                                                due.component(),
                                                restricted.contains(due.groundCode())
                                                        ? BY_DECISION
                                                        : due.groundCode(),
                                                due.coefficientHundredths(),
                                                due.amountDong()))
                        .toList(),
                assessment.grounds().stream()
                        .filter(ground -> ground.met() || !restricted.contains(ground.groundCode()))
                        .map(ground -> GroundView.of(ground, restricted))
                        .toList(),
                assessment.warnings());
    }

    /** What is owed, đồng per month. */
    public record DueView(
            Component component, String groundCode, int coefficientHundredths, long amountDong) {}

    /** A ground with what decided it. */
    public record GroundView(
            String groundCode,
            String title,
            Component component,
            boolean met,
            boolean chosen,
            long amountDong,
            List<ConditionView> conditions,
            List<OfferView> offers) {

        static GroundView of(GroundResult ground, Set<String> restricted) {
            if (restricted.contains(ground.groundCode())) {
                return new GroundView(
                        BY_DECISION,
                        BY_DECISION,
                        ground.component(),
                        true,
                        ground.chosen(),
                        ground.amountDong(),
                        List.of(),
                        List.of());
            }
            return new GroundView(
                    ground.groundCode(),
                    ground.title(),
                    ground.component(),
                    ground.met(),
                    ground.chosen(),
                    ground.amountDong(),
                    ground.conditions().stream().map(ConditionView::of).toList(),
                    ground.offers().stream().map(OfferView::of).toList());
        }
    }

    /** A condition with its clause. */
    public record ConditionView(String code, String sentence, boolean met, String clause) {
        static ConditionView of(ConditionResult condition) {
            return new ConditionView(
                    condition.code(),
                    condition.sentence(),
                    condition.met(),
                    condition.citation().vietnamese());
        }
    }

    /** What a layer of law gives. */
    public record OfferView(
            String layer, RowView rate, RowView coefficient, long amountDong, boolean counts) {
        static OfferView of(Offer offer) {
            return new OfferView(
                    offer.layer(),
                    RowView.of(offer.rate()),
                    RowView.of(offer.coefficient()),
                    offer.amountDong(),
                    offer.counts());
        }
    }

    /** A row of law with its clause. */
    record RowView(String key, String value, String unit, String clause) {
        static RowView of(ParameterRow row) {
            return row == null
                    ? null
                    : new RowView(row.key(), row.value(), row.unit(), row.citation().vietnamese());
        }
    }
}
