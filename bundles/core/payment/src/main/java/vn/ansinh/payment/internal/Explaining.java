package vn.ansinh.payment.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.Assessment.ConditionResult;
import vn.ansinh.assessment.api.Assessment.GroundResult;
import vn.ansinh.assessment.api.Assessment.Offer;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.payment.api.Payments.Explanation;
import vn.ansinh.payment.api.Payments.ItemLineView;
import vn.ansinh.payment.port.Case;
import vn.ansinh.payment.port.ExplainedLine;
import vn.ansinh.payment.port.StoredRow;
import vn.ansinh.payment.port.StoredRun;

/**
 * Says why a line has its amount. The sentence comes from what was stored with the run, so it stays
 * true when the law has gone or changed; the steps need the very law the run was computed with. A
 * restricted ground, its coefficient and its clauses never show.
 */
final class Explaining {
    private final Engine engine;

    Explaining(Engine engine) {
        this.engine = engine;
    }

    List<Explanation> explain(
            StoredRun run,
            List<ExplainedLine> lines,
            List<StoredRow> rows,
            Optional<Case> person,
            Optional<PolicySnapshot> law) {
        Map<Integer, StoredRow> byNumber =
                rows.stream().collect(Collectors.toMap(StoredRow::number, Function.identity()));
        Optional<PolicySnapshot> same =
                law.filter(snapshot -> snapshot.hash().equals(run.snapshotHash()));
        Optional<Assessment> assessment =
                same.flatMap(snapshot -> person.map(facts -> assess(snapshot, run, facts)));
        List<Explanation> explanations = new ArrayList<>();
        for (ExplainedLine line : lines) {
            List<String> steps = new ArrayList<>();
            steps.add(decided(line));
            if (assessment.isPresent()) {
                steps.addAll(steps(line, assessment.get(), same.get()));
            } else {
                steps.add(
                        "Bộ chính sách của kỳ chi trả này không còn hiệu lực trong hệ thống:"
                                + " giải thích theo căn cứ đã lưu khi tính.");
            }
            explanations.add(
                    new Explanation(
                            line.component(), line.amountDong(), sentence(line, byNumber), steps));
        }
        return explanations;
    }

    /** A due item needs no law any more: its decision says it all. */
    static Explanation item(ItemLineView line) {
        String amount = Texts.dong(Math.abs(line.signedDong()));
        String what =
                switch (line.kind()) {
                    case ARREARS -> "Truy lĩnh tháng " + Texts.month(line.month()) + ": " + amount;
                    case RECOVERY ->
                            "Thu hồi tháng " + Texts.month(line.month()) + ": trừ " + amount;
                    case ONE_OFF -> "Chi một lần: " + amount;
                };
        String decided =
                "Quyết định số " + line.decisionNumber() + " ngày " + Texts.day(line.signedOn());
        List<String> steps = new ArrayList<>();
        steps.add(decided + ": «" + line.groundCode() + "».");
        if (!line.instrument().isEmpty()) {
            steps.add("Văn bản về mức: " + line.instrument() + ".");
        }
        return new Explanation(
                line.component(), line.signedDong(), what + ", theo " + decided + ".", steps);
    }

    private Assessment assess(PolicySnapshot snapshot, StoredRun run, Case person) {
        return snapshot.assess(
                engine.facts(
                        person.earliestBirth(),
                        person.latestBirth(),
                        person.sex(),
                        person.death(),
                        person.facts(),
                        run.listDate()),
                run.month(),
                run.listDate());
    }

    private static String sentence(ExplainedLine line, Map<Integer, StoredRow> rows) {
        StringBuilder text = new StringBuilder(Texts.dong(line.amountDong()));
        if (!line.restricted()) {
            StoredRow rate = rows.get(line.rateRow());
            StoredRow coefficient = rows.get(line.coefficientRow());
            text.append(" = ").append(Texts.dong(line.rateDong())).append(" (");
            text.append(
                    rate != null && rate.key().contains("socialPension")
                            ? "mức trợ cấp hưu trí xã hội"
                            : "mức chuẩn");
            if (rate != null) {
                text.append(", ").append(rate.citation());
            }
            text.append(") × ").append(Texts.coefficient(line.coefficientHundredths()));
            text.append(
                    coefficient == null
                            ? " (hệ số ghi trong quyết định)"
                            : " (hệ số, " + coefficient.citation() + ")");
        }
        text.append(", theo Quyết định số ").append(line.decisionNumber());
        text.append(" ngày ").append(Texts.day(line.signedOn()));
        if (line.uncertain()) {
            text.append("; có dùng một quy định chưa được xác nhận");
        }
        return text.append('.').toString();
    }

    private static String decided(ExplainedLine line) {
        return "Quyết định số "
                + line.decisionNumber()
                + " ngày "
                + Texts.day(line.signedOn())
                + (line.restricted()
                        ? "."
                        : ": hưởng theo «"
                                + line.groundCode()
                                + "», hệ số "
                                + Texts.coefficient(line.coefficientHundredths())
                                + ".");
    }

    private static List<String> steps(
            ExplainedLine line, Assessment assessment, PolicySnapshot snapshot) {
        Set<String> hidden =
                snapshot.grounds().stream()
                        .filter(Ground::restricted)
                        .map(Ground::code)
                        .collect(Collectors.toSet());
        List<String> steps = new ArrayList<>();
        for (GroundResult ground : assessment.grounds()) {
            if (ground.component() == line.component() && !hidden.contains(ground.groundCode())) {
                steps.add(step(ground, line.restricted()));
            }
        }
        assessment.warnings().forEach(warning -> steps.add("Lưu ý: " + warning));
        return steps;
    }

    private static String step(GroundResult ground, boolean plain) {
        StringBuilder text = new StringBuilder(ground.met() ? "Đạt" : "Không đạt");
        text.append(" «").append(ground.groundCode()).append("» ").append(ground.title());
        String conditions =
                ground.conditions().stream()
                        .map(Explaining::condition)
                        .collect(Collectors.joining("; "));
        if (!conditions.isEmpty()) {
            text.append(": ").append(conditions);
        }
        // Beside a restricted ground the sums would tell which one was higher.
        if (ground.met() && !plain) {
            for (Offer offer : ground.offers()) {
                if (offer.counts()) {
                    text.append("; bằng ").append(Texts.dong(offer.amountDong()));
                }
            }
        }
        return text.append('.').toString();
    }

    private static String condition(ConditionResult condition) {
        return condition.sentence()
                + (condition.met() ? " (có, " : " (không, ")
                + condition.citation().vietnamese()
                + ")";
    }
}
