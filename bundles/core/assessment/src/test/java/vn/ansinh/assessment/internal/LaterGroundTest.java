package vn.ansinh.assessment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Facts;

/** A ground laid down after a city's rate was signed. DỮ LIỆU GIẢ LẬP. */
class LaterGroundTest {

    @Test
    void aGroundYoungerThanTheCitysRateIsPricedByTheCoefficientOfToday() {
        TestLaw law = TestLaw.standard();
        law.stateGrounds.add(TestLaw.old("late"));
        for (String[] row :
                List.of(
                        new String[] {"ground.late", "on"},
                        new String[] {"age.late.lower", "50"},
                        new String[] {"age.late.upper", "70"},
                        new String[] {"coefficient.late.lower", "1.0"},
                        new String[] {"coefficient.late.upper", "3.0"})) {
            law.state.add(TestLaw.row(row[0], row[1], "2025-07", "2025-06-01", "2025-07-01"));
        }
        PolicySnapshot policy = law.compile();
        LocalDate known = LocalDate.of(2025, 8, 1);
        LocalDate birth = LocalDate.of(1970, 1, 1);
        Facts facts = new StandardEngine().facts(birth, birth, "", null, List.of(), known);
        YearMonth month = YearMonth.of(2025, 8);
        assertThat(policy.decide(facts, month, known).dues())
                .isEqualTo(policy.assess(facts, month, known).dues())
                .singleElement()
                .matches(due -> due.groundCode().equals("late") && due.amountDong() == 150_000);
    }
}
