package vn.ansinh.assessment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.Facts;

class SilenceTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);

    private static final Condition.Test POOR =
            (facts, law, on, lossOn) -> facts.is("poverty.national", "POOR", on);
    private static final Condition.Test NOT_IN_PRISON =
            (facts, law, on, lossOn) -> !facts.is("detention", "PRISON", on);
    private static final Condition.Test OLD = (facts, law, on, lossOn) -> facts.ageGiving(on) >= 75;
    private static final Condition.Test DATE = (facts, law, on, lossOn) -> on.getMonthValue() == 3;
    private static final Condition.Test BROKEN =
            (facts, law, on, lossOn) -> facts.value("detention", on).isEmpty();

    private static Silence of(Condition.Test... tests) {
        long[] askers = new long[tests.length];
        ViewParameters[] parameters = new ViewParameters[tests.length];
        for (int i = 0; i < tests.length; i++) {
            askers[i] = 1L << i;
            parameters[i] = new ViewParameters(null, new int[0], null);
        }
        return new Silence(askers, tests, parameters, LAST, FIRST);
    }

    private static long slots(String... kinds) {
        List<DatedFact> facts =
                List.of(kinds).stream()
                        .map(kind -> new DatedFact(kind, "YES", FIRST, null, FIRST))
                        .toList();
        return KnownFacts.present(new KnownFacts(FIRST, FIRST, "", null, facts, LAST));
    }

    @Test
    void answersOnlyWhereNoKindThatIsReadIsKnown() {
        Silence silence = of(POOR, NOT_IN_PRISON);
        assertThat(silence.answers(0, slots())).isTrue();
        assertThat(silence.answers(0, slots("detention"))).isTrue();
        assertThat(silence.answers(0, slots("poverty.national"))).isFalse();
        assertThat(silence.holds).containsExactly(false, true);
    }

    @Test
    void closesWhatFailsUnlessItsKindIsKnown() {
        Silence silence = of(POOR, NOT_IN_PRISON);
        assertThat(silence.open(0b11, slots())).isEqualTo(0b10);
        assertThat(silence.open(0b11, slots("poverty.national"))).isEqualTo(0b11);
    }

    @Test
    void asksWhatDependsOnThePersonAndWhatFails() {
        Silence silence = of(OLD, BROKEN);
        assertThat(silence.answers(0, slots())).isFalse();
        assertThat(silence.answers(1, slots())).isFalse();
        assertThat(silence.open(0b11, slots())).isEqualTo(0b11);
    }

    @Test
    void asksEverythingInTheMonthOfDeathAndOfOtherFacts() {
        Silence silence = of(POOR, DATE);
        Facts dead = new KnownFacts(FIRST, FIRST, "", LAST.minusDays(9), List.of(), LAST);
        LocalDate on = CompiledPolicy.decisiveDay(dead, YearMonth.from(FIRST));
        long present = SharedTests.present(dead, on, FIRST);
        assertThat(silence.answers(0, present)).isFalse();
        assertThat(silence.answers(1, present)).isFalse();
        assertThat(SharedTests.present(dead, LAST, FIRST)).isZero();
    }
}
