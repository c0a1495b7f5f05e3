package vn.ansinh.assessment.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.ansinh.assessment.api.Reasons;
import vn.ansinh.assessment.api.Reasons.DueView;
import vn.ansinh.assessment.api.Reasons.GroundView;
import vn.ansinh.assessment.api.Reasons.OfferView;

/** The sentences to hand to the citizen. */
public final class Sentences {

    private Sentences() {}

    /** The sum first, then each ground met or not, why, with the clause. */
    public static List<String> of(
            YearMonth month,
            LocalDate knownOn,
            List<DueView> dues,
            List<GroundView> grounds,
            List<String> warnings) {
        List<String> text = new ArrayList<>();
        long total = dues.stream().mapToLong(DueView::amountDong).sum();
        text.add(
                "Tháng %s, theo luật và căn cứ biết đến ngày %s: %s."
                        .formatted(
                                month(month),
                                day(knownOn),
                                total == 0 ? "không được hưởng" : "được hưởng " + dong(total)));
        for (DueView due : dues) {
            if (due.groundCode().equals(Reasons.BY_DECISION)) {
                text.add(Reasons.BY_DECISION + ": " + dong(due.amountDong()) + ".");
            }
        }
        grounds.stream().filter(GroundView::chosen).forEach(g -> text.add(paid(g)));
        grounds.stream().filter(g -> g.met() && !g.chosen()).forEach(g -> text.add(notPaid(g)));
        grounds.stream().filter(g -> !g.met()).forEach(g -> text.add(notMet(g)));
        warnings.forEach(warning -> text.add("Lưu ý: " + warning));
        return text;
    }

    private static String paid(GroundView ground) {
        String sum = "";
        for (OfferView offer : ground.offers()) {
            if (offer.counts()) {
                long times = offer.amountDong() == 0 ? 1 : ground.amountDong() / offer.amountDong();
                sum =
                        "%s × %s%s = %s (mức: %s; hệ số: %s)"
                                .formatted(
                                        dong(Long.parseLong(offer.rate().value())),
                                        offer.coefficient().value().replace('.', ','),
                                        times > 1 ? " × " + times : "",
                                        dong(ground.amountDong()),
                                        offer.rate().clause(),
                                        offer.coefficient().clause());
            }
        }
        return "Đạt «%s» %s: %s. %s."
                .formatted(ground.groundCode(), ground.title(), sum, conditions(ground, true));
    }

    private static String notPaid(GroundView ground) {
        return "Đạt «%s» %s (%s) nhưng không chi: chỉ hưởng một mức cao nhất (khoản 2 Điều 6)."
                .formatted(ground.groundCode(), ground.title(), dong(ground.amountDong()));
    }

    private static String notMet(GroundView ground) {
        return "Không đạt «%s» %s, chưa đáp ứng điều kiện: %s."
                .formatted(ground.groundCode(), ground.title(), conditions(ground, false));
    }

    private static String conditions(GroundView ground, boolean met) {
        return ground.conditions().stream()
                .filter(condition -> condition.met() == met)
                .map(c -> c.sentence() + " (" + c.clause() + ")")
                .collect(Collectors.joining("; "));
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
