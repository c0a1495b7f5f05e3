package vn.ansinh.assessment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.Assessment.GroundResult;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;

/**
 * What is looked up instead of asked ({@link Month}, {@link Recall}) changes no answer: random laws
 * and people, against asking every condition of everybody. DỮ LIỆU GIẢ LẬP.
 */
class ShortcutsTest {

    private static final LocalDate KNOWN = LocalDate.of(2025, 12, 1);
    private static final YearMonth FIRST = YearMonth.of(2025, 6);
    private static final int GROUNDS = 70;
    private static final int PEOPLE = 400;
    private static final int WAYS = 9;
    private static final List<String> KINDS = List.of("a", "b", "c", "d", "amount");

    private final Map<String, List<Condition>> conditions = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void changeNoAnswer(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PolicySnapshot policy = law(random).compileStateAlone();
        int met = 0;
        for (int i = 0; i < PEOPLE; i++) {
            Facts facts = somebody(random);
            YearMonth month = FIRST.plusMonths(random.nextInt(3));
            Assessment reasons = policy.assess(facts, month, KNOWN);
            for (GroundResult ground : reasons.grounds()) {
                List<Boolean> asked = asked(ground.groundCode(), facts, month);
                assertThat(ground.met()).isEqualTo(!asked.contains(false));
                assertThat(ground.conditions())
                        .extracting(Assessment.ConditionResult::met)
                        .isEqualTo(asked);
                met += ground.met() ? 1 : 0;
            }
            assertThat(policy.decide(facts, month, KNOWN).dues()).isEqualTo(reasons.dues());
            assertThat(policy.assess(facts, month, KNOWN)).isEqualTo(reasons);
        }
        // both ways occur often, or nothing was tried
        assertThat(met).isBetween(PEOPLE, PEOPLE * GROUNDS / 2);
    }

    /** What is kept is made by whoever comes first, and by several at once. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26})
    void threadsAnswerAlike(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PolicySnapshot policy = law(random).compileStateAlone();
        List<Facts> people = Stream.generate(() -> somebody(random)).limit(PEOPLE).toList();
        List<Assessment> together =
                people.parallelStream().map(facts -> policy.assess(facts, FIRST, KNOWN)).toList();
        assertThat(people.stream().map(facts -> policy.assess(facts, FIRST, KNOWN)))
                .containsExactlyElementsOf(together);
    }

    /** Two threads asked at once; the one that gave up, for two values of a kind, kept first. */
    @Test
    void aWayMeetsTheEndOfAShorterOne() {
        Recall recall = new Recall();
        byte[] says = {1, 2};
        recall.keep(new int[] {0}, says, Recall.ASK);
        recall.keep(new int[] {0, 1}, says, 1);
        assertThat(recall.answer(says)).isEqualTo(Recall.ASK);
    }

    private List<Boolean> asked(String ground, Facts facts, YearMonth month) {
        if (ground.equals("old")) {
            return List.of(facts.ageGiving(CompiledPolicy.decisiveDay(facts, month)) >= 60);
        }
        LocalDate on = CompiledPolicy.decisiveDay(facts, month);
        return conditions.get(ground).stream()
                .map(c -> c.test().holds(facts, null, on, month.atDay(1)))
                .toList();
    }

    private TestLaw law(SplittableRandom random) {
        TestLaw law = TestLaw.standard();
        law.state.add(
                TestLaw.row(
                        "doubt",
                        "1",
                        "state",
                        "2021-01",
                        "2021-01-01",
                        "2021-01-01",
                        Confidence.UNCERTAIN));
        List<Condition.Test> shared = new ArrayList<>();
        for (int i = 0; i < GROUNDS; i++) {
            shared.add(test(random));
        }
        for (int i = 0; i < GROUNDS; i++) {
            String code = "g" + i;
            List<Condition> asks = new ArrayList<>();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                Condition.Test test = shared.get(random.nextInt(shared.size()));
                asks.add(new Condition("c" + n, "điều kiện giả lập", TestLaw.OLD_CLAUSE, test));
            }
            conditions.put(code, asks);
            law.stateGrounds.add(
                    new Ground(
                            code,
                            "Nhóm giả lập " + code,
                            Component.MONTHLY,
                            "rate.standard",
                            false,
                            asks,
                            (f, p, on, loss) ->
                                    "coefficient." + code + "." + f.ageGiving(on) % WAYS));
            add(law, "ground." + code, "on");
            for (int way = 0; way < WAYS; way++) {
                add(law, "coefficient." + code + "." + way, way + 1 + "." + i);
            }
        }
        return law;
    }

    private static void add(TestLaw law, String key, String value) {
        law.state.add(TestLaw.row(key, value, "2021-01", "2021-01-01", "2021-01-01"));
    }

    /** What a law may ask, and what it may but none does: another day, the birth itself. */
    private static Condition.Test test(SplittableRandom random) {
        String one = KINDS.get(random.nextInt(4));
        String other = KINDS.get(random.nextInt(4));
        int age = random.nextInt(90);
        return switch (random.nextInt(12)) {
            case 0, 1 -> (f, p, on, loss) -> f.is(one, "X", on) || f.is(one, "X", loss);
            case 2 -> (f, p, on, loss) -> !(f.is(one, "Y", on) && f.is(one, "Y", loss));
            case 3, 4 -> (f, p, on, loss) -> f.is(one, "X", on) || f.is(other, "Y", loss);
            case 5 -> (f, p, on, loss) -> f.value(one, on) == null || f.is(other, "X", on);
            case 6 ->
                    (f, p, on, loss) ->
                            f.ageGiving(on) >= age && (p == null || p.integer("doubt") == 1);
            case 7 -> (f, p, on, loss) -> f.ageEndingBefore(loss) < age || f.is(one, "X", on);
            case 8 -> (f, p, on, loss) -> f.death().isEmpty() || !f.death().get().isBefore(loss);
            case 9 -> (f, p, on, loss) -> f.is(one, "X", loss.minusYears(1));
            case 10 -> (f, p, on, loss) -> f.latestBirth().getDayOfMonth() > 9;
            default ->
                    (f, p, on, loss) -> {
                        String amount = f.value("amount", on);
                        return amount == null || Integer.parseInt(amount) % 3 > 0;
                    };
        };
    }

    private static Facts somebody(SplittableRandom random) {
        LocalDate birth = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(34_000));
        boolean yearOnly = random.nextInt(5) == 0;
        List<DatedFact> facts = new ArrayList<>();
        for (int n = random.nextInt(9); n > 0; n--) {
            String kind = KINDS.get(random.nextInt(KINDS.size()));
            // more amounts than have numbers
            String value =
                    kind.equals("amount")
                            ? Integer.toString(random.nextInt(500))
                            : List.of("X", "Y", "Z").get(random.nextInt(3));
            LocalDate from = LocalDate.of(2024, 3, 1).plusDays(random.nextInt(600));
            LocalDate to = random.nextInt(3) == 0 ? null : from.plusDays(random.nextInt(200));
            facts.add(new DatedFact(kind, value, from, to, from));
        }
        return new StandardEngine()
                .facts(
                        yearOnly ? LocalDate.of(birth.getYear(), 1, 1) : birth,
                        yearOnly ? LocalDate.of(birth.getYear(), 12, 31) : birth,
                        "",
                        random.nextInt(8) == 0
                                ? LocalDate.of(2025, 5, 1).plusDays(random.nextInt(150))
                                : null,
                        facts,
                        KNOWN);
    }
}
