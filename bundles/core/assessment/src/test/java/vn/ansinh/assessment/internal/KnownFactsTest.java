package vn.ansinh.assessment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.locality.api.Facts;

class KnownFactsTest {

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    @ParameterizedTest
    @CsvSource({
        "1943-04-10,2023-04-09,79",
        "1943-04-10,2023-04-10,80",
        "1943-04-10,2023-04-11,80",
        "1948-02-29,2023-02-27,74",
        "1948-02-29,2023-02-28,75",
        "1948-02-29,2024-02-28,75",
        "1948-02-29,2024-02-29,76",
        "2024-02-29,2024-02-28,-1",
    })
    void countsCompletedYears(String birth, String on, int age) {
        Facts facts =
                new KnownFacts(day(birth), day(birth), null, null, List.of(), day("2026-01-01"));
        assertThat(facts.ageGiving(day(on))).isEqualTo(age);
        assertThat(facts.ageEnding(day(on))).isEqualTo(age);
        assertThat(facts.ageEndingBefore(day(on).plusDays(1))).isEqualTo(age);
    }

    @Test
    void kindsWithTheSameHashAreToldApart() {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        Facts facts =
                known(
                        List.of(
                                new DatedFact(
                                        "BB", "2", day("2021-01-01"), null, day("2021-01-01")),
                                new DatedFact(
                                        "Aa", "1", day("2020-01-01"), null, day("2020-01-01"))),
                        "2026-01-01");
        assertThat(facts.value("Aa", day("2025-01-01"))).isEqualTo("1");
        assertThat(facts.value("BB", day("2025-01-01"))).isEqualTo("2");
        assertThat(facts.value("BB", day("2020-06-01"))).isNull();
    }

    @Test
    void anIncompleteBirthGivesEarlyAndEndsLate() {
        Facts facts =
                new KnownFacts(
                        day("2008-01-01"),
                        day("2008-12-31"),
                        "F",
                        null,
                        List.of(),
                        day("2026-01-01"));
        assertThat(facts.ageGiving(day("2024-06-30"))).isEqualTo(16);
        assertThat(facts.ageEnding(day("2024-06-30"))).isEqualTo(15);
    }

    @Test
    void knowsOnlyWhatWasKnownAndTrue() {
        List<DatedFact> stored =
                List.of(
                        new DatedFact("d", "MILD", day("2020-01-01"), null, day("2020-01-05")),
                        new DatedFact("d", "SEVERE", day("2024-01-10"), null, day("2024-05-20")),
                        new DatedFact(
                                "p",
                                "POOR",
                                day("2022-01-01"),
                                day("2023-12-31"),
                                day("2022-01-01")));
        Facts before = known(stored, "2024-05-19");
        Facts after = known(stored, "2024-05-20");
        assertThat(before.value("d", day("2024-03-01"))).isEqualTo("MILD");
        assertThat(after.value("d", day("2024-03-01"))).isEqualTo("SEVERE");
        assertThat(after.value("d", day("2024-01-09"))).isEqualTo("MILD");
        assertThat(after.value("p", day("2023-12-31"))).isEqualTo("POOR");
        assertThat(after.value("p", day("2024-01-01"))).isNull();
        assertThat(after.value("other", day("2024-01-01"))).isNull();
    }

    @Test
    void ofOneDayTheLaterKnownCounts() {
        List<DatedFact> corrected =
                List.of(
                        new DatedFact("d", "NEW", day("2020-01-01"), null, day("2021-01-01")),
                        new DatedFact("d", "OLD", day("2020-01-01"), null, day("2020-01-01")));
        assertThat(known(corrected, "2024-01-01").value("d", day("2024-01-01"))).isEqualTo("NEW");
        assertThat(known(corrected, "2020-12-31").value("d", day("2024-01-01"))).isEqualTo("OLD");
    }

    @Test
    void refusesABirthThatEndsBeforeItBegins() {
        assertThatThrownBy(
                        () ->
                                new KnownFacts(
                                        day("2008-12-31"),
                                        day("2008-01-01"),
                                        "",
                                        null,
                                        List.of(),
                                        day("2026-01-01")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Facts known(List<DatedFact> facts, String on) {
        return new KnownFacts(day("1990-01-01"), day("1990-01-01"), "", null, facts, day(on));
    }
}
