package vn.ansinh.locality.kit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.ParameterRow;

/**
 * Generated people against every month in which something changes: whatever the facts, there is an
 * answer, it is the same with and without reasons, and nobody is paid after the month of death.
 */
final class Probes {

    private static final int PEOPLE = 400;
    private static final long SEED = 20261124L;
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    private static final Map<String, List<String>> VALUES = new LinkedHashMap<>();

    static {
        VALUES.put(FactKinds.POVERTY_NATIONAL, List.of("POOR", "NEAR_POOR", "NONE"));
        VALUES.put(FactKinds.POVERTY_LOCAL, List.of("POOR", "NEAR_POOR", "NONE"));
        VALUES.put(FactKinds.DISABILITY_DEGREE, List.of("SEVERE", "EXTREMELY_SEVERE", "MILD"));
        VALUES.put(FactKinds.SUPPORTER, List.of("NOBODY", "ON_ALLOWANCE", "ABLE"));
        VALUES.put(FactKinds.PENSION_DONG, List.of("0", "0", "300000", "4000000"));
        VALUES.put(FactKinds.SOCIAL_PENSION_REQUESTED, List.of("YES", "TRANSFERRED"));
        VALUES.put(FactKinds.CARE, List.of("OWN_HOUSEHOLD", "TAKEN_IN"));
        VALUES.put(FactKinds.EXTREME_AREA, List.of("YES", "NO"));
        VALUES.put(FactKinds.LIVING, List.of("COMMUNITY", "FACILITY"));
        VALUES.put(FactKinds.FACILITY_QUALIFIED, List.of("YES"));
    }

    private final Engine engine;
    private final PolicySnapshot policy;

    Probes(Engine engine, PolicySnapshot policy) {
        this.engine = engine;
        this.policy = policy;
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
        VALUES.forEach(
                (kind, values) -> {
                    if (random.nextInt(3) > 0) {
                        String value = values.get(random.nextInt(values.size()));
                        known.add(new DatedFact(kind, value, ALWAYS, null, ALWAYS));
                    }
                });
        String what = "sinh %s, tháng %s, biết ngày %s, %s".formatted(birth, month, knownOn, known);
        try {
            Facts facts = engine.facts(birth, birth, "", death, known, knownOn);
            var decided = policy.decide(facts, month, knownOn).dues();
            var explained = policy.assess(facts, month, knownOn).dues();
            if (!decided.equals(explained)) {
                return new Finding(
                        Finding.Kind.PROBE, what, "hai đáp án: " + decided + ", " + explained);
            }
            if (death != null && !decided.isEmpty()) {
                return new Finding(
                        Finding.Kind.PROBE, what, "trả cho người đã chết tháng trước: " + decided);
            }
            return null;
        } catch (RuntimeException e) {
            return new Finding(Finding.Kind.PROBE, what, "hỏng khi xét: " + e);
        }
    }
}
