package vn.ansinh.assessment.api;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.assessment.api.Assessment.ConditionResult;
import vn.ansinh.assessment.api.Assessment.GroundResult;
import vn.ansinh.assessment.api.Assessment.Offer;
import vn.ansinh.assessment.api.PolicySnapshot.Due;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.ParameterRow;

/**
 * The reasons of an assessment (lý do) as sentences to hand to the citizen and as JSON.
 *
 * <p>Restricted grounds (HIV) are left out unless the reader may open the restricted file; where
 * one is paid, the component says "Theo quyết định" and nothing else, because what the other
 * grounds lack would tell.
 */
public final class Reasons {

    /** What stands for a restricted ground. */
    public static final String BY_DECISION = "Theo quyết định";

    private final Assessment assessment;
    private final List<Due> dues = new ArrayList<>();
    private final List<GroundResult> grounds;
    private final List<String> warnings;
    private final Set<Component> masked = new HashSet<>();

    /**
     * @param law the law it was assessed by
     * @param mayOpenRestricted whether the reader may see restricted grounds
     */
    public Reasons(Assessment assessment, PolicySnapshot law, boolean mayOpenRestricted) {
        this.assessment = assessment;
        Set<String> hidden =
                law.grounds().stream()
                        .filter(ground -> ground.restricted() && !mayOpenRestricted)
                        .map(Ground::code)
                        .collect(Collectors.toSet());
        for (Due due : assessment.dues()) {
            if (hidden.contains(due.groundCode())) {
                masked.add(due.component());
                dues.add(new Due(due.component(), BY_DECISION, 0, due.amountDong()));
            } else {
                dues.add(due);
            }
        }
        grounds =
                assessment.grounds().stream()
                        .filter(ground -> !hidden.contains(ground.groundCode()))
                        .filter(ground -> !masked.contains(ground.component()))
                        .toList();
        warnings =
                assessment.warnings().stream()
                        .filter(
                                warning ->
                                        hidden.stream()
                                                .noneMatch(code -> warning.startsWith(code + ":")))
                        .toList();
    }

    /** Sentences: the sum first, then each ground met or not, why, with the clause. */
    public List<String> sentences() {
        List<String> text = new ArrayList<>();
        long total = dues.stream().mapToLong(Due::amountDong).sum();
        text.add(
                "Tháng %s, theo luật và căn cứ biết đến ngày %s: %s."
                        .formatted(
                                month(assessment.month()),
                                day(assessment.knownOn()),
                                total == 0 ? "không được hưởng" : "được hưởng " + dong(total)));
        for (Due due : dues) {
            if (masked.contains(due.component())) {
                text.add(BY_DECISION + ": " + dong(due.amountDong()) + ".");
            }
        }
        grounds.stream().filter(GroundResult::chosen).forEach(g -> text.add(paid(g)));
        grounds.stream().filter(g -> g.met() && !g.chosen()).forEach(g -> text.add(notPaid(g)));
        grounds.stream().filter(g -> !g.met()).forEach(g -> text.add(notMet(g)));
        warnings.forEach(warning -> text.add("Lưu ý: " + warning));
        return text;
    }

    private String paid(GroundResult ground) {
        String sum = "";
        for (Offer offer : ground.offers()) {
            if (offer.counts()) {
                long times = offer.amountDong() == 0 ? 1 : ground.amountDong() / offer.amountDong();
                sum =
                        "%s × %s%s = %s (mức: %s; hệ số: %s)"
                                .formatted(
                                        dong(Long.parseLong(offer.rate().value())),
                                        offer.coefficient().value().replace('.', ','),
                                        times > 1 ? " × " + times : "",
                                        dong(ground.amountDong()),
                                        offer.rate().citation().vietnamese(),
                                        offer.coefficient().citation().vietnamese());
            }
        }
        return "Đạt «%s» %s: %s. %s."
                .formatted(ground.groundCode(), ground.title(), sum, conditions(ground, true));
    }

    private static String notPaid(GroundResult ground) {
        return "Đạt «%s» %s (%s) nhưng không chi: chỉ hưởng một mức cao nhất (khoản 2 Điều 6)."
                .formatted(ground.groundCode(), ground.title(), dong(ground.amountDong()));
    }

    private static String notMet(GroundResult ground) {
        return "Không đạt «%s» %s: chưa đáp ứng %s."
                .formatted(ground.groundCode(), ground.title(), conditions(ground, false));
    }

    private static String conditions(GroundResult ground, boolean met) {
        return ground.conditions().stream()
                .filter(condition -> condition.met() == met)
                .map(c -> c.sentence() + " (" + c.citation().vietnamese() + ")")
                .collect(Collectors.joining("; "));
    }

    /** The same as one JSON object. */
    public String json() {
        return "{\"month\":%s,\"knownOn\":%s,\"law\":%s,\"dues\":[%s],\"grounds\":[%s],\"warnings\":[%s]}"
                .formatted(
                        quoted(assessment.month().toString()),
                        quoted(assessment.knownOn().toString()),
                        quoted(assessment.snapshotHash()),
                        joined(dues.stream().map(Reasons::due).toList()),
                        joined(grounds.stream().map(Reasons::ground).toList()),
                        joined(warnings.stream().map(Reasons::quoted).toList()));
    }

    private static String due(Due due) {
        return "{\"component\":%s,\"ground\":%s,\"coefficientHundredths\":%d,\"amountDong\":%d}"
                .formatted(
                        quoted(due.component().name()),
                        quoted(due.groundCode()),
                        due.coefficientHundredths(),
                        due.amountDong());
    }

    private static String ground(GroundResult ground) {
        return ("{\"code\":%s,\"title\":%s,\"met\":%b,\"chosen\":%b,\"amountDong\":%d,"
                        + "\"conditions\":[%s],\"offers\":[%s]}")
                .formatted(
                        quoted(ground.groundCode()),
                        quoted(ground.title()),
                        ground.met(),
                        ground.chosen(),
                        ground.amountDong(),
                        joined(ground.conditions().stream().map(Reasons::condition).toList()),
                        joined(ground.offers().stream().map(Reasons::offer).toList()));
    }

    private static String condition(ConditionResult condition) {
        return "{\"code\":%s,\"sentence\":%s,\"met\":%b,\"clause\":%s}"
                .formatted(
                        quoted(condition.code()),
                        quoted(condition.sentence()),
                        condition.met(),
                        quoted(condition.citation().vietnamese()));
    }

    private static String offer(Offer offer) {
        return "{\"layer\":%s,\"rate\":%s,\"coefficient\":%s,\"amountDong\":%d,\"counts\":%b}"
                .formatted(
                        quoted(offer.layer()),
                        row(offer.rate()),
                        row(offer.coefficient()),
                        offer.amountDong(),
                        offer.counts());
    }

    private static String row(ParameterRow row) {
        return "{\"key\":%s,\"value\":%s,\"from\":%s,\"clause\":%s,\"confidence\":%s}"
                .formatted(
                        quoted(row.key()),
                        quoted(row.value()),
                        quoted(row.appliesFrom().toString()),
                        quoted(row.citation().vietnamese()),
                        quoted(row.confidence().name()));
    }

    private static String joined(List<String> parts) {
        return String.join(",", parts);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    private static String month(YearMonth month) {
        return month.getMonthValue() + "/" + month.getYear();
    }

    private static String day(LocalDate day) {
        return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private static String dong(long dong) {
        StringBuilder digits = new StringBuilder(Long.toString(dong));
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            digits.insert(i, '.');
        }
        return digits + " đồng";
    }
}
