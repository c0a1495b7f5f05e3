package vn.ansinh.assessment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Facts;

/** More grounds than one set of questions holds. DỮ LIỆU GIẢ LẬP. */
class ManyGroundsTest {

    private static final int MORE = 2 * SharedTests.MOST_GROUNDS + 3;

    @Test
    void theLastGroundIsAskedLikeTheFirst() {
        TestLaw law = TestLaw.standard();
        for (int n = 0; n < MORE; n++) {
            law.stateGrounds.add(TestLaw.old("g" + n));
            // of the age of 50 only the last is met
            add(law, "ground.g" + n, "on");
            add(law, "age.g" + n + ".lower", n == MORE - 1 ? "50" : "90");
            add(law, "age.g" + n + ".upper", "99");
            add(law, "coefficient.g" + n + ".lower", n == MORE - 1 ? "9.0" : "1.0");
            add(law, "coefficient.g" + n + ".upper", "1.0");
        }
        PolicySnapshot policy = law.compileStateAlone();
        assertThat(owed(policy, "1970-01-01")).isEqualTo("g" + (MORE - 1));
        assertThat(owed(policy, "1980-01-01")).isEmpty();
    }

    private static void add(TestLaw law, String key, String value) {
        law.state.add(TestLaw.row(key, value, "2021-01", "2021-01-01", "2021-01-01"));
    }

    private static String owed(PolicySnapshot policy, String born) {
        LocalDate known = LocalDate.of(2025, 8, 1);
        LocalDate birth = LocalDate.parse(born);
        Facts facts = new StandardEngine().facts(birth, birth, "", null, List.of(), known);
        Assessment reasons = policy.assess(facts, YearMonth.of(2025, 8), known);
        assertThat(reasons.grounds()).hasSize(MORE + 1);
        assertThat(policy.decide(facts, YearMonth.of(2025, 8), known).dues())
                .isEqualTo(reasons.dues());
        return reasons.dues().isEmpty() ? "" : reasons.dues().get(0).groundCode();
    }
}
