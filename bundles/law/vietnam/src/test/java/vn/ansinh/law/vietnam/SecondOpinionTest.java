package vn.ansinh.law.vietnam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.FactKind;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.ParameterRow;

/**
 * The engine and an evaluator that shares nothing with it agree; facts and law disturb only what
 * they may.
 */
class SecondOpinionTest {

    private static final int QUESTIONS = 30_000;

    private final Engine engine = Engines.standard();
    private final PolicySnapshot policy = compile(new VietnamLaw());

    private PolicySnapshot compile(LawLayer law) {
        return engine.compile(List.of(new Engine.Layer(law, "")), List.of("vietnam"));
    }

    @Test
    void agrees() throws Exception {
        SecondOpinion second = new SecondOpinion();
        People people = new People(20261124L);
        TreeSet<String> paid = new TreeSet<>();
        for (int i = 0; i < QUESTIONS; i++) {
            SecondOpinion.Somebody who = people.somebody();
            YearMonth month = YearMonth.of(2021, 1).plusMonths(people.below(78));
            LocalDate known = people.day();
            Map<String, String> says = says(who, month, known);
            says.values().forEach(due -> paid.add(due.split(" ")[0]));
            assertThat(says)
                    .as("%s, tháng %s, biết ngày %s", who, month, known)
                    .isEqualTo(second.of(who, month, known));
        }
        assertThat(paid)
                .as("every ground was met by somebody")
                .containsExactlyInAnyOrderElementsOf(
                        policy.grounds().stream().map(Ground::code).toList());
    }

    private Map<String, String> says(SecondOpinion.Somebody who, YearMonth month, LocalDate known) {
        Map<String, String> says = new LinkedHashMap<>();
        policy.decide(People.facts(engine, who, known), month, known)
                .dues()
                .forEach(
                        due ->
                                says.put(
                                        due.component().name(),
                                        due.groundCode() + " " + due.amountDong()));
        return says;
    }

    /** A fact that no ground of the catalogue asks for changes neither answer nor reasons. */
    @Test
    void anUncitedFactNeverChangesAnything() {
        People people = new People(7);
        List<FactKind> uncited = new ArrayList<>(FactKinds.all());
        uncited.removeIf(SecondOpinionTest::cited);
        assertThat(uncited).hasSizeGreaterThan(15);
        for (int i = 0; i < 6_000; i++) {
            SecondOpinion.Somebody who = people.somebody();
            YearMonth month = YearMonth.of(2021, 1).plusMonths(people.below(78));
            LocalDate known = people.day();
            List<SecondOpinion.Held> more = new ArrayList<>(who.facts());
            FactKind kind = uncited.get(people.below(uncited.size()));
            more.removeIf(held -> held.kind().equals(kind.kind()));
            more.add(people.held(kind));
            SecondOpinion.Somebody other =
                    new SecondOpinion.Somebody(who.earliest(), who.latest(), who.death(), more);
            Assessment before = policy.assess(People.facts(engine, who, known), month, known);
            Assessment after = policy.assess(People.facts(engine, other, known), month, known);
            assertThat(after).as("%s: %s", kind.kind(), who).isEqualTo(before);
        }
    }

    /** The other way round: every cited kind changes the answer or the warnings of somebody. */
    @Test
    void everyCitedFactCanChangeSomething() {
        People people = new People(11);
        TreeSet<String> waiting = new TreeSet<>();
        FactKinds.all().stream()
                .filter(SecondOpinionTest::cited)
                .forEach(k -> waiting.add(k.kind()));
        for (int i = 0; i < 40_000 && !waiting.isEmpty(); i++) {
            SecondOpinion.Somebody who = people.somebody();
            YearMonth month = YearMonth.of(2021, 7).plusMonths(people.below(72));
            LocalDate known = people.day();
            Assessment before = policy.assess(People.facts(engine, who, known), month, known);
            for (String kind : List.copyOf(waiting)) {
                List<SecondOpinion.Held> fewer = new ArrayList<>(who.facts());
                if (fewer.removeIf(held -> held.kind().equals(kind))) {
                    SecondOpinion.Somebody other =
                            new SecondOpinion.Somebody(
                                    who.earliest(), who.latest(), who.death(), fewer);
                    Assessment after =
                            policy.assess(People.facts(engine, other, known), month, known);
                    if (!after.equals(before)) {
                        waiting.remove(kind);
                    }
                }
            }
        }
        assertThat(waiting).isEmpty();
    }

    /** Whether the catalogue says that a ground or a rule of every ground asks for the kind. */
    private static boolean cited(FactKind kind) {
        return kind.askedBy().matches("5\\.[1-8].*|HTXH.*|CARE.*|mọi trợ cấp.*|thôi hưởng.*")
                || kind.kind().startsWith("benefit.")
                        && !List.of("benefit.local.dong", "benefit.other.dong")
                                .contains(kind.kind());
    }

    /** A decree of the future leaves every month before it, as known on any day, bit for bit. */
    @Test
    void aFutureChangeLeavesEarlierMonthsAlone() {
        VietnamLaw today = new VietnamLaw();
        List<ParameterRow> rows = new ArrayList<>(today.rows());
        for (ParameterRow row : today.rows()) {
            if (row.key().startsWith("rate.") && row.appliesFrom().equals(YearMonth.of(2026, 7))) {
                rows.add(later(row, "900000"));
            }
            if (row.key().startsWith("ground.5.")) {
                rows.removeIf(r -> r.key().equals(row.key()) && r.appliesFrom().getYear() == 2028);
                rows.add(later(row, "off"));
            }
        }
        PolicySnapshot changed = compile(new Changed(today, rows));
        People people = new People(23);
        int different = 0;
        for (int i = 0; i < 8_000; i++) {
            SecondOpinion.Somebody who = people.somebody();
            YearMonth month = YearMonth.of(2021, 1).plusMonths(people.below(84));
            LocalDate known = LocalDate.of(2021, 1, 1).plusDays(people.below(9 * 365));
            var facts = People.facts(engine, who, known);
            Assessment before = policy.assess(facts, month, known);
            Assessment after = changed.assess(facts, month, known);
            assertThat(after.dues()).isEqualTo(before.dues());
            assertThat(after.grounds()).isEqualTo(before.grounds());
            assertThat(after.warnings()).isEqualTo(before.warnings());
            YearMonth future = YearMonth.of(2028, 2);
            LocalDate then = LocalDate.of(2028, 3, 1);
            if (!changed.decide(facts, future, then).equals(policy.decide(facts, future, then))) {
                different++;
            }
        }
        assertThat(different).as("the change is one").isPositive();
    }

    private static ParameterRow later(ParameterRow row, String value) {
        return new ParameterRow(
                row.key(),
                value,
                row.unit(),
                row.rounding(),
                row.territory(),
                YearMonth.of(2028, 1),
                null,
                LocalDate.of(2027, 12, 1),
                LocalDate.of(2028, 1, 1),
                Citation.of("Nghị định giả lập 1/2027", "1", "", ""),
                Confidence.VERIFIED,
                "");
    }

    private record Changed(LawLayer law, List<ParameterRow> rows) implements LawLayer {
        @Override
        public String code() {
            return law.code();
        }

        @Override
        public String parent() {
            return law.parent();
        }

        @Override
        public List<Ground> grounds() {
            return law.grounds();
        }
    }
}
