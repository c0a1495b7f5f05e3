package vn.ansinh.locality.kit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.FactKind;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.ParameterRow;

/**
 * Generated people against every month in which something changes: whatever the facts, there is an
 * answer, it is the same with and without reasons, and nobody is paid after the month of death.
 */
final class Probes {

    private static final int PEOPLE = 400;
    private static final long SEED = 20261124L;
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    private static final List<String> DONG = List.of("0", "0", "300000", "4000000");
    private static final List<String> DAYS =
            List.of("2015-02-28", "2004-09-20+2023-06-30", "2023-06-30+2023-06-30");

    private final Engine engine;
    private final PolicySnapshot policy;
    private final Set<String> own = new HashSet<>();
    private final StringBuilder answers = new StringBuilder();

    Probes(Engine engine, PolicySnapshot policy, LawLayer candidate) {
        this.engine = engine;
        this.policy = policy;
        candidate.grounds().forEach(ground -> own.add(ground.code()));
    }

    /** SHA-256 over the law's content hash and every answer, hex. */
    String digest() {
        List<Finding> findings = new ArrayList<>();
        run(findings);
        String text = policy.hash() + findings + answers;
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    void run(List<Finding> findings) {
        SplittableRandom random = new SplittableRandom(SEED);
        TreeSet<YearMonth> months = new TreeSet<>();
        TreeSet<LocalDate> days = new TreeSet<>();
        for (ParameterRow row : policy.rows()) {
            months.add(row.appliesFrom());
            months.add(row.appliesFrom().minusMonths(1));
            days.add(row.inForce());
            days.add(row.inForce().minusDays(1));
        }
        List<LocalDate> known = List.copyOf(days);
        for (int person = 0; person < PEOPLE; person++) {
            for (YearMonth month : months) {
                LocalDate knownOn = known.get(random.nextInt(known.size()));
                Finding finding = probe(random.split(), month, knownOn);
                if (finding != null) {
                    findings.add(finding);
                    return;
                }
            }
        }
    }

    private Finding probe(SplittableRandom random, YearMonth month, LocalDate knownOn) {
        LocalDate birth = month.atDay(1).minusDays(random.nextInt(105 * 365));
        LocalDate death = random.nextInt(5) == 0 ? month.atDay(1).minusDays(1) : null;
        List<DatedFact> known = new ArrayList<>();
        for (FactKind kind : FactKinds.all()) {
            if (random.nextInt(3) > 0) {
                List<String> values = values(kind);
                String value = values.get(random.nextInt(values.size()));
                known.add(new DatedFact(kind.kind(), value, ALWAYS, null, ALWAYS));
            }
        }
        String what = "sinh %s, tháng %s, biết ngày %s, %s".formatted(birth, month, knownOn, known);
        try {
            Facts facts = engine.facts(birth, birth, "", death, known, knownOn);
            var decided = policy.decide(facts, month, knownOn).dues();
            Assessment assessment = policy.assess(facts, month, knownOn);
            var explained = assessment.dues();
            answers.append(decided);
            if (!decided.equals(explained)) {
                return new Finding(
                        Finding.Kind.PROBE, what, "hai đáp án: " + decided + ", " + explained);
            }
            if (death != null && !decided.isEmpty()) {
                return new Finding(
                        Finding.Kind.PROBE, what, "trả cho người đã chết tháng trước: " + decided);
            }
            return citations(assessment, month, knownOn);
        } catch (RuntimeException e) {
            return new Finding(Finding.Kind.PROBE, what, "hỏng khi xét: " + e);
        }
    }

    /** A reason of the bundle's own grounds may not cite what is repealed by then. */
    private Finding citations(Assessment assessment, YearMonth month, LocalDate knownOn) {
        for (Assessment.GroundResult ground : assessment.grounds()) {
            for (Assessment.ConditionResult condition : ground.conditions()) {
                Citation cited = condition.citation();
                if (own.contains(ground.groundCode())
                        && policy.row("repealed." + cited.instrument(), month, knownOn) != null) {
                    return new Finding(
                            Finding.Kind.CITATION,
                            ground.groundCode() + "/" + condition.code(),
                            "tháng %s viện dẫn văn bản đã hết hiệu lực: %s"
                                    .formatted(month, cited.vietnamese()));
                }
            }
        }
        return null;
    }

    private static List<String> values(FactKind kind) {
        return switch (kind.format()) {
            case CODE, CODES -> List.copyOf(kind.values().keySet());
            case DONG -> DONG;
            case NUMBER -> List.of("0", "30", "140");
            case DATES -> DAYS;
            case TEXT -> List.of("giả lập");
        };
    }
}
