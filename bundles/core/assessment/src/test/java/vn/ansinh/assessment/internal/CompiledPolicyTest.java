package vn.ansinh.assessment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.api.PolicySnapshot.Due;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;

class CompiledPolicyTest {

    private static final LocalDate BEFORE = LocalDate.of(2026, 10, 4);
    private static final LocalDate AFTER = LocalDate.of(2026, 10, 5);
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);

    private static Facts bornOn(String day) {
        LocalDate birth = LocalDate.parse(day);
        return new KnownFacts(birth, birth, "", null, List.of(), AFTER);
    }

    private static long amount(PolicySnapshot law, Facts facts, YearMonth month, LocalDate known) {
        List<Due> dues = law.decide(facts, month, known).dues();
        assertThat(law.assess(facts, month, known).dues()).isEqualTo(dues);
        return dues.isEmpty() ? 0 : dues.get(0).amountDong();
    }

    @Test
    void aLawCountsBackwardsOnlyFromItsDayInForce() {
        PolicySnapshot law = TestLaw.standard().compileStateAlone();
        Facts seventySeven = bornOn("1949-01-15");
        assertThat(amount(law, seventySeven, AUGUST, BEFORE)).isEqualTo(150_000);
        assertThat(amount(law, seventySeven, AUGUST, AFTER)).isEqualTo(240_000);
        assertThat(amount(law, seventySeven, YearMonth.of(2026, 6), AFTER)).isEqualTo(150_000);
    }

    @Test
    void theHigherAmountOfTheLayersCounts() {
        TestLaw rows = TestLaw.standard();
        rows.state.add(
                TestLaw.row("rate.standard", "200000", "2027-01", "2026-12-01", "2027-01-01"));
        PolicySnapshot law = rows.compile();
        Facts seventy = bornOn("1956-01-15");
        LocalDate known = LocalDate.of(2027, 1, 2);
        assertThat(amount(law, seventy, YearMonth.of(2026, 12), known)).isEqualTo(225_000);
        assertThat(amount(law, seventy, YearMonth.of(2027, 1), known)).isEqualTo(300_000);
        assertThat(law.price("old", 150, YearMonth.of(2026, 12), known).amountDong())
                .isEqualTo(225_000);
        assertThat(law.price("old", 150, YearMonth.of(2027, 1), known).rateDong())
                .isEqualTo(200_000);
    }

    @Test
    void aCityRateFollowsACoefficientChangedLaterUnlessItSaysOtherwise() {
        Facts seventySeven = bornOn("1949-01-15");
        PolicySnapshot follows = TestLaw.standard().compile();
        assertThat(amount(follows, seventySeven, AUGUST, AFTER)).isEqualTo(300_000);
        assertThat(follows.assess(seventySeven, AUGUST, AFTER).warnings())
                .anyMatch(w -> w.contains("300000") && w.contains("240000"));

        TestLaw rows = TestLaw.standard();
        rows.city.add(TestLaw.city(Law.FOLLOWS, "false", "2025-01", "2024-12-10", "2025-01-01"));
        PolicySnapshot stays = rows.compile();
        // 150,000 × 1.5 = 225,000 is below the State's 120,000 × 2.0
        assertThat(amount(stays, seventySeven, AUGUST, AFTER)).isEqualTo(240_000);
        assertThat(amount(stays, bornOn("1940-01-15"), AUGUST, AFTER)).isEqualTo(300_000);
        assertThat(stays.assess(bornOn("1940-01-15"), AUGUST, AFTER).warnings()).isEmpty();
    }

    @Test
    void ofSeveralGroundsTheHighestIsPaidAndOfEqualsTheLowerLayers() {
        TestLaw rows = TestLaw.standard();
        rows.cityGrounds.add(TestLaw.old("extra"));
        for (String[] row :
                new String[][] {
                    {"ground.extra", "on"},
                    {"age.extra.lower", "60"},
                    {"age.extra.upper", "90"},
                    {"coefficient.extra.lower", "1.5"},
                    {"coefficient.extra.upper", "3.0"}
                }) {
            rows.city.add(TestLaw.city(row[0], row[1], "2025-01", "2024-12-10", "2025-01-01"));
        }
        PolicySnapshot law = rows.compile();
        YearMonth may = YearMonth.of(2025, 5);
        assertThat(law.decide(bornOn("1960-01-01"), may, AFTER).dues())
                .containsExactly(new Due(Component.MONTHLY, "old", 150, 225_000));
        assertThat(law.decide(bornOn("1930-01-01"), may, AFTER).dues())
                .containsExactly(new Due(Component.MONTHLY, "extra", 300, 450_000));
        Assessment why = law.assess(bornOn("1930-01-01"), may, AFTER);
        assertThat(why.grounds()).extracting(Assessment.GroundResult::met).containsOnly(true);
        assertThat(why.grounds())
                .extracting(Assessment.GroundResult::chosen)
                .containsExactly(false, true);
        assertThat(why.grounds().get(0).offers())
                .extracting(Assessment.Offer::layer, Assessment.Offer::amountDong)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("state", 200_000L),
                        org.assertj.core.groups.Tuple.tuple("city", 300_000L));
    }

    @Test
    void aConditionOfTheGroundsOwnClauseIsCitedFromTheClauseInForce() {
        PolicySnapshot law = TestLaw.standard().compileStateAlone();
        Facts young = bornOn("2000-01-01");
        assertThat(clause(law, young, BEFORE)).isEqualTo("Nghị định giả lập 1");
        assertThat(clause(law, young, AFTER)).isEqualTo("Văn bản giả lập 2026-08-21");
    }

    private static String clause(PolicySnapshot law, Facts facts, LocalDate known) {
        Assessment.GroundResult old = law.assess(facts, AUGUST, known).grounds().get(0);
        assertThat(old.met()).isFalse();
        return old.conditions().get(0).citation().instrument();
    }

    @Test
    void anUncertainRowMarksWhatRestsOnIt() {
        TestLaw rows = TestLaw.standard();
        rows.state.removeIf(row -> row.key().equals("age.old.lower"));
        rows.state.add(
                TestLaw.row(
                        "age.old.lower",
                        "60",
                        "state",
                        "2021-01",
                        "2021-01-01",
                        "2021-01-01",
                        Confidence.UNCERTAIN));
        PolicySnapshot law = rows.compileStateAlone();
        assertThat(law.assess(bornOn("1949-01-15"), AUGUST, AFTER).warnings())
                .anyMatch(w -> w.contains("age.old.lower"));
        assertThat(law.assess(bornOn("2000-01-15"), AUGUST, AFTER).warnings())
                .as("not met only because of it")
                .anyMatch(w -> w.contains("age.old.lower"));
    }

    @Test
    void anUncertainOfferThatLosesIsToldToo() {
        TestLaw rows = TestLaw.standard();
        rows.city.clear();
        rows.city.add(
                TestLaw.row(
                        "rate.standard",
                        "90000",
                        "city",
                        "2025-01",
                        "2024-12-10",
                        "2025-01-01",
                        Confidence.UNCERTAIN));
        YearMonth may = YearMonth.of(2025, 5);
        Facts person = bornOn("1960-01-01");
        assertThat(amount(rows.compile(), person, may, AFTER)).isEqualTo(150_000);
        assertThat(rows.compile().assess(person, may, AFTER).warnings())
                .anyMatch(w -> w.contains("rate.standard = 90000"));
        assertThat(TestLaw.standard().compile().assess(person, may, AFTER).warnings()).isEmpty();
    }

    @Test
    void aGroundLaidDownForElsewhereDoesNotExistHere() {
        TestLaw rows = TestLaw.standard();
        rows.cityGrounds.add(TestLaw.old("extra"));
        for (String[] row :
                new String[][] {
                    {"ground.extra", "on"},
                    {"age.extra.lower", "60"},
                    {"age.extra.upper", "90"},
                    {"coefficient.extra.lower", "9.0"},
                    {"coefficient.extra.upper", "9.0"}
                }) {
            rows.city.add(
                    TestLaw.row(
                            row[0],
                            row[1],
                            "elsewhere",
                            "2025-01",
                            "2024-12-10",
                            "2025-01-01",
                            Confidence.VERIFIED));
        }
        YearMonth may = YearMonth.of(2025, 5);
        Facts person = bornOn("1960-01-01");
        assertThat(rows.compile().grounds()).extracting(Ground::code).containsExactly("old");
        assertThat(amount(rows.compile(), person, may, AFTER)).isEqualTo(225_000);
        PolicySnapshot there =
                new StandardEngine().compile(rows.layers(), List.of("state", "city", "elsewhere"));
        assertThat(amount(there, person, may, AFTER)).isEqualTo(1_350_000);
    }

    @Test
    void whatEndedIsNotPaidAndWasNotThereBefore() {
        TestLaw rows = TestLaw.standard();
        rows.state.add(TestLaw.row("ground.old", "off", "2027-01", "2026-12-01", "2027-01-01"));
        PolicySnapshot law = rows.compileStateAlone();
        LocalDate known = LocalDate.of(2027, 1, 1);
        YearMonth december = YearMonth.of(2026, 12);
        assertThat(law.exists("old", december, known)).isTrue();
        assertThat(law.exists("old", december.plusMonths(1), known)).isFalse();
        assertThat(law.price("old", 150, december.plusMonths(1), known).amountDong()).isZero();
        assertThat(law.exists("old", YearMonth.of(2020, 12), known)).isFalse();
        assertThat(law.exists("none", december, known)).isFalse();
        assertThatThrownBy(() -> law.price("none", 150, december, known))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aChangeDatedIntoTheFutureLeavesEveryEarlierAnswer() {
        PolicySnapshot before = TestLaw.standard().compile();
        TestLaw rows = TestLaw.standard();
        rows.city.add(
                TestLaw.city("rate.standard", "990000", "2027-01", "2026-12-01", "2027-01-01"));
        PolicySnapshot after = rows.compile();
        for (YearMonth month = YearMonth.of(2020, 1);
                month.isBefore(YearMonth.of(2027, 1));
                month = month.plusMonths(1)) {
            for (LocalDate known : List.of(BEFORE, AFTER, LocalDate.of(2030, 1, 1))) {
                for (String birth : List.of("1930-01-01", "1949-06-15", "1961-02-28")) {
                    assertThat(after.decide(bornOn(birth), month, known))
                            .isEqualTo(before.decide(bornOn(birth), month, known));
                }
            }
        }
        assertThat(after.decide(bornOn("1930-01-01"), YearMonth.of(2027, 1), AFTER.plusYears(1)))
                .isNotEqualTo(
                        before.decide(
                                bornOn("1930-01-01"), YearMonth.of(2027, 1), AFTER.plusYears(1)));
    }

    @Test
    void everyFaultOfTheLayersIsTold() {
        TestLaw rows = TestLaw.standard();
        rows.cityGrounds.add(TestLaw.old("old"));
        rows.stateGrounds.add(TestLaw.old("rowless"));
        rows.state.add(
                TestLaw.row("rate.standard", "100050", "2022-01", "2022-01-01", "2022-01-01"));
        rows.state.add(
                TestLaw.row("rate.standard", "130000", "2026-07", "2026-08-21", "2026-10-05"));
        rows.state.add(TestLaw.row("ground.ghost", "on", "2022-01", "2022-01-01", "2022-01-01"));
        rows.state.add(
                TestLaw.row("coefficient.old.lower", "1,5", "2022-01", "2022-01-01", "2022-01-01"));
        assertThatThrownBy(
                        () ->
                                new StandardEngine()
                                        .compile(rows.layers(), List.of("state", "city", "moon")))
                .hasMessageContainingAll(
                        "lãnh thổ 'moon'",
                        "nhóm 'old' được khai hai lần",
                        "nhóm 'rowless' không có dòng ground.rowless",
                        "chia hết cho 100",
                        "mâu thuẫn",
                        "ground.ghost",
                        "hệ số phải là số");
    }

    @Test
    void aGroundWithoutRateOrCoefficientInAMonthIsAFault() {
        TestLaw rows = TestLaw.standard();
        rows.state.removeIf(row -> row.key().equals("rate.standard"));
        rows.state.add(
                TestLaw.row("rate.standard", "120000", "2026-07", "2026-08-21", "2026-10-05"));
        assertThatThrownBy(rows::compileStateAlone)
                .hasMessageContaining("không có dòng rate.standard");
        TestLaw bare = TestLaw.standard();
        bare.state.removeIf(row -> row.key().startsWith("coefficient."));
        assertThatThrownBy(bare::compileStateAlone)
                .hasMessageContaining("không có dòng coefficient.old");
    }

    @Test
    void layersStandOnEachOther() {
        TestLaw rows = TestLaw.standard();
        assertThatThrownBy(
                        () ->
                                new StandardEngine()
                                        .compile(rows.layers().subList(1, 2), List.of("city")))
                .hasMessageContaining("tầng 'city' dựa trên 'state'");
        assertThat(rows.compile().layers()).containsExactly("state", "city");
    }
}
