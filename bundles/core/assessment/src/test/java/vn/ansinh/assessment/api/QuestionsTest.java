package vn.ansinh.assessment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cases as a reader of JSON hands them over. DỮ LIỆU GIẢ LẬP. */
class QuestionsTest {

    private static Map<String, Object> one() {
        return new HashMap<>(
                Map.of(
                        "id",
                        "a",
                        "month",
                        "2026-03",
                        "known_on",
                        "2026-03-31",
                        "birth",
                        "1940-02",
                        "facts",
                        List.of(
                                Map.of(
                                        "kind",
                                        "supporter",
                                        "value",
                                        "NOBODY",
                                        "from",
                                        "2020-01-01"))));
    }

    private static List<String> faults(Object document) {
        Faults faults = new Faults();
        Questions.of(document, faults);
        return faults.all().stream().map(f -> f.row() + " " + f.field()).toList();
    }

    private static List<String> faultsOf(Map<String, Object> one) {
        return faults(Map.of("cases", List.of(one)));
    }

    @Test
    void aCaseIsReadAsItStands() {
        Faults faults = new Faults();
        List<Question> questions = Questions.of(Map.of("cases", List.of(one())), faults);
        assertThat(faults.all()).isEmpty();
        LocalDate from = LocalDate.of(2020, 1, 1);
        assertThat(questions)
                .containsExactly(
                        new Question(
                                "a",
                                YearMonth.of(2026, 3),
                                LocalDate.of(2026, 3, 31),
                                LocalDate.of(1940, 2, 1),
                                LocalDate.of(1940, 2, 29),
                                "",
                                null,
                                List.of(new DatedFact("supporter", "NOBODY", from, null, from))));
    }

    @Test
    void aDocumentOfAnotherShapeIsRefused() {
        assertThat(faults(null)).containsExactly("0 cases");
        assertThat(faults("x")).containsExactly("0 cases");
        assertThat(faults(Map.of("cases", "x"))).containsExactly("0 cases");
        assertThat(faults(Map.of("cases", List.of()))).containsExactly("0 cases");
        assertThat(faults(Map.of("cases", List.of(one()), "locality", "x")))
                .containsExactly("0 locality");
        assertThat(faults(Map.of("cases", List.of(one(), "x")))).containsExactly("2 ");
    }

    @Test
    void whatIsNoTextOrNoListIsTold() {
        Map<String, Object> one = one();
        one.put("facts", "supporter=NOBODY");
        one.put("sex", 1);
        assertThat(faultsOf(one)).containsExactlyInAnyOrder("1 facts", "1 sex");
        one = one();
        one.put("facts", List.of("x", Map.of("kind", "supporter", "value", true)));
        assertThat(faultsOf(one))
                .containsExactlyInAnyOrder("1 facts[1]", "1 facts[2].value", "1 facts[2].value");
        one = one();
        one.put("facts", null);
        one.put("death", null);
        assertThat(faultsOf(one)).isEmpty();
    }

    @Test
    void yearsHaveFourDigits() {
        for (String birth : List.of("+194", "-194", "194", "19400", "+1940-01-01", "1940-1-1")) {
            Map<String, Object> one = one();
            one.put("birth", birth);
            assertThat(faultsOf(one)).as(birth).containsExactly("1 birth");
        }
        Map<String, Object> one = one();
        one.put("month", "+12026-03");
        one.put("known_on", "+12026-03-01");
        assertThat(faultsOf(one)).containsExactlyInAnyOrder("1 month", "1 known_on");
    }
}
