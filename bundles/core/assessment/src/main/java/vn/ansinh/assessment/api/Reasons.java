package vn.ansinh.assessment.api;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.assessment.api.Assessment.ConditionResult;
import vn.ansinh.assessment.api.Assessment.GroundResult;
import vn.ansinh.assessment.api.Assessment.Offer;
import vn.ansinh.assessment.internal.Sentences;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.ParameterRow;

/**
 * An assessment as people read it (vì sao): every citation a sentence.
 *
 * <p>Restricted grounds (HIV) are left out unless the reader may open the restricted file; where
 * one is paid, the component says "Theo quyết định" and nothing else, because what the other
 * grounds lack would tell.
 *
 * @param month benefit month
 * @param knownOn as known on
 * @param snapshotHash law it was made with
 * @param dues what is owed, one per component at most
 * @param grounds grounds of the month, met or not
 * @param warnings uncertain rows that were used
 * @param sentences the whole as sentences to hand to the citizen
 */
public record Reasons(
        YearMonth month,
        LocalDate knownOn,
        String snapshotHash,
        List<DueView> dues,
        List<GroundView> grounds,
        List<String> warnings,
        List<String> sentences) {

    /** What stands for a restricted ground. */
    public static final String BY_DECISION = "Theo quyết định";

    /**
     * What a reader may see of an assessment.
     *
     * @param law the law it was assessed by
     * @param mayOpenRestricted whether the reader may see restricted grounds
     */
    public static Reasons of(Assessment assessment, PolicySnapshot law, boolean mayOpenRestricted) {
        Set<String> hidden =
                law.grounds().stream()
                        .filter(ground -> ground.restricted() && !mayOpenRestricted)
                        .map(Ground::code)
                        .collect(Collectors.toSet());
        Set<Component> masked =
                assessment.dues().stream()
                        .filter(due -> hidden.contains(due.groundCode()))
                        .map(PolicySnapshot.Due::component)
                        .collect(Collectors.toSet());
        List<DueView> dues =
                assessment.dues().stream().map(due -> DueView.of(due, hidden)).toList();
        List<GroundView> grounds =
                assessment.grounds().stream()
                        .filter(ground -> !hidden.contains(ground.groundCode()))
                        .filter(ground -> !masked.contains(ground.component()))
                        .map(GroundView::of)
                        .toList();
        List<String> warnings =
                assessment.warnings().stream()
                        .filter(text -> hidden.stream().noneMatch(c -> text.startsWith(c + ":")))
                        .toList();
        return new Reasons(
                assessment.month(),
                assessment.knownOn(),
                assessment.snapshotHash(),
                dues,
                grounds,
                warnings,
                Sentences.of(assessment.month(), assessment.knownOn(), dues, grounds, warnings));
    }

    /** What is owed, đồng per month. */
    public record DueView(
            Component component, String groundCode, int coefficientHundredths, long amountDong) {
        static DueView of(PolicySnapshot.Due due, Set<String> hidden) {
            return hidden.contains(due.groundCode())
                    ? new DueView(due.component(), BY_DECISION, 0, due.amountDong())
                    : new DueView(
                            due.component(),
                            due.groundCode(),
                            due.coefficientHundredths(),
                            due.amountDong());
        }
    }

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

        static GroundView of(GroundResult ground) {
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
    public record RowView(String key, String value, String unit, String clause, String confidence) {
        static RowView of(ParameterRow row) {
            return row == null
                    ? null
                    : new RowView(
                            row.key(),
                            row.value(),
                            row.unit(),
                            row.citation().vietnamese(),
                            row.confidence().name());
        }
    }
}
