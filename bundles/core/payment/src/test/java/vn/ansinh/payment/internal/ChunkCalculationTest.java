package vn.ansinh.payment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.ansinh.assessment.api.PolicySnapshot.Due;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.Payments.Reconciliation;
import vn.ansinh.payment.port.Case;
import vn.ansinh.payment.port.Chunk;
import vn.ansinh.payment.port.ChunkResult;
import vn.ansinh.payment.port.Line;
import vn.ansinh.payment.port.Movement;
import vn.ansinh.payment.port.StoredDifference;
import vn.ansinh.payment.port.StoredDifference.Kind;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.payment.port.TotalRow;

/** Properties of a run's arithmetic over random people, and the rules one by one. */
class ChunkCalculationTest {
    private static final YearMonth MONTH = YearMonth.of(2026, 4);
    private static final LocalDate LIST_DATE = LocalDate.of(2026, 4, 10);

    /** What one person had and has: unit, ground (or none) and coefficient, then and now. */
    record Somebody(
            String unitWas, String was, int wasHundredths, String unit, String is, int now) {
        Case toCase(long id) {
            List<Case.Held> held = new ArrayList<>();
            if (!is.isEmpty()) {
                held.add(new Case.Held(id, 1, is, Component.MONTHLY, now));
            }
            List<Case.Previous> previous = new ArrayList<>();
            if (!was.isEmpty()) {
                previous.add(
                        new Case.Previous(
                                Component.MONTHLY,
                                unitWas,
                                was,
                                was.equals("R"),
                                wasHundredths,
                                500_000,
                                5_000L * wasHundredths));
            }
            return person(id, unit, null, held, previous);
        }
    }

    @Provide
    Arbitrary<List<Somebody>> people() {
        Arbitrary<String> units = Arbitraries.of("U1", "U2");
        Arbitrary<String> grounds = Arbitraries.of("", "A", "B", "R");
        Arbitrary<Integer> coefficients = Arbitraries.integers().between(1, 999);
        return Combinators.combine(units, grounds, coefficients, units, grounds, coefficients)
                .as(Somebody::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 300)
    void everyRunReconcilesAndItsTotalsAreItsLines(
            @ForAll("people") List<Somebody> people, @ForAll("rates") long rate) {
        ChunkResult result = calculate(new FakeLaw(rate), cases(people));
        Reconciliation page =
                Reconciling.of(MONTH.minusMonths(1), lastTotals(people), result.totals());

        assertThat(page.balances()).isTrue();
        Reconciliation.Row total = page.rows().get(page.rows().size() - 1);
        assertThat(total.thisDong()).isEqualTo(result.totalDong());
        assertThat(result.lines().stream().mapToLong(Line::amountDong).sum())
                .isEqualTo(result.totalDong());
        assertThat(total.thisHeads()).isEqualTo(result.lines().size());
        // The page is not balanced by itself: last month one đồng off shows.
        if (!lastTotals(people).isEmpty()) {
            List<TotalRow> off = new ArrayList<>(lastTotals(people));
            TotalRow first = off.get(0);
            off.set(
                    0,
                    new TotalRow(
                            first.unitCode(),
                            first.ground(),
                            first.component(),
                            first.movement(),
                            first.heads(),
                            first.amountDong() + 1,
                            0,
                            0,
                            0));
            assertThat(Reconciling.of(MONTH, off, result.totals()).balances()).isFalse();
        }
    }

    @Provide
    Arbitrary<Long> rates() {
        return Arbitraries.of(500_000L, 600_000L, 333_300L);
    }

    @Property(tries = 200)
    void whereChunksAreCutAndInWhichOrderTheyEndDoesNotMatter(
            @ForAll("people") List<Somebody> people, @ForAll int seed) {
        List<Case> cases = cases(people);
        ChunkResult whole = calculate(new FakeLaw(600_000), cases);
        Random random = new Random(seed);
        List<ChunkResult> parts = new ArrayList<>();
        for (int from = 0; from < cases.size(); ) {
            int to = Math.min(cases.size(), from + 1 + random.nextInt(7));
            parts.add(calculate(new FakeLaw(600_000), cases.subList(from, to)));
            from = to;
        }
        List<Line> lines = parts.stream().flatMap(part -> part.lines().stream()).toList();
        Collections.shuffle(parts, random);
        Totals sums = new Totals();
        parts.forEach(part -> part.totals().forEach(sums::add));

        assertThat(sums.rows()).isEqualTo(whole.totals());
        assertThat(lines)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("salt", "leaf")
                .isEqualTo(whole.lines());
    }

    @Example
    void theHighestOfAComponentIsPaidAndTheOtherListed() {
        ChunkResult result =
                calculate(
                        new FakeLaw(500_000).due(new Due(Component.MONTHLY, "B", 200, 1_000_000)),
                        List.of(
                                person(
                                        1,
                                        "U1",
                                        null,
                                        List.of(
                                                new Case.Held(10, 1, "A", Component.MONTHLY, 150),
                                                new Case.Held(11, 1, "B", Component.MONTHLY, 200)),
                                        List.of())));
        assertThat(result.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.entitlementId()).isEqualTo(11));
        assertThat(result.differences())
                .containsExactly(
                        new StoredDifference(
                                1,
                                Component.MONTHLY,
                                Kind.NOT_HIGHEST,
                                10,
                                "A",
                                750_000,
                                "B",
                                1_000_000));
    }

    @Example
    void theMonthOfDeathIsPaidAndTheNextIsNot() {
        List<Case.Held> held = List.of(new Case.Held(10, 1, "A", Component.MONTHLY, 150));
        FakeLaw law = new FakeLaw(500_000).due(new Due(Component.MONTHLY, "A", 150, 750_000));
        ChunkResult inMonth =
                calculate(law, List.of(person(1, "U1", LocalDate.of(2026, 4, 1), held, List.of())));
        assertThat(inMonth.lines()).hasSize(1);
        assertThat(inMonth.differences()).isEmpty();
        ChunkResult after =
                calculate(
                        law, List.of(person(1, "U1", LocalDate.of(2026, 3, 31), held, List.of())));
        assertThat(after.lines()).isEmpty();
        assertThat(after.differences())
                .extracting(StoredDifference::kind)
                .containsExactly(Kind.DECEASED);
    }

    @Example
    void decidedIsPaidWhateverIsAssessed() {
        List<Case.Held> held = List.of(new Case.Held(10, 1, "A", Component.MONTHLY, 150));
        ChunkResult result =
                calculate(
                        new FakeLaw(500_000)
                                .due(
                                        new Due(Component.MONTHLY, "R", 250, 1_250_000),
                                        new Due(Component.CARE, "C", 100, 500_000)),
                        List.of(person(1, "U1", null, held, List.of())));
        assertThat(result.totalDong()).isEqualTo(750_000);
        assertThat(result.differences())
                .containsExactly(
                        new StoredDifference(
                                1,
                                Component.MONTHLY,
                                Kind.AMOUNT,
                                10,
                                "A",
                                750_000,
                                "Theo quyết định",
                                1_250_000),
                        new StoredDifference(
                                1, Component.CARE, Kind.NOT_DECIDED, 0, "", 0, "C", 500_000));
    }

    @Example
    void aLeafDependsOnSaltAndLine() {
        Merkle merkle = new Merkle();
        byte[] salt = new byte[16];
        byte[] leaf = merkle.leaf(salt, "1|2026-04|1");
        assertThat(merkle.leaf(salt, "1|2026-04|1")).isEqualTo(leaf);
        assertThat(merkle.leaf(salt, "1|2026-04|2")).isNotEqualTo(leaf);
        salt[0] = 1;
        assertThat(merkle.leaf(salt, "1|2026-04|1")).isNotEqualTo(leaf);
        assertThat(merkle.root(List.of(leaf))).isEqualTo(leaf);
        assertThat(merkle.root(List.of(leaf, leaf))).isNotEqualTo(leaf);
    }

    private static List<Case> cases(List<Somebody> people) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            cases.add(people.get(i).toCase(i + 1));
        }
        return cases;
    }

    private static List<TotalRow> lastTotals(List<Somebody> people) {
        Totals last = new Totals();
        for (Somebody one : people) {
            if (!one.was().isEmpty()) {
                String shown = one.was().equals("R") ? "Theo quyết định" : one.was();
                last.add(
                        one.unitWas(),
                        shown,
                        Component.MONTHLY,
                        Movement.NEW,
                        5_000L * one.wasHundredths(),
                        0,
                        0,
                        0);
            }
        }
        return last.rows();
    }

    private static Case person(
            long id,
            String unit,
            LocalDate death,
            List<Case.Held> held,
            List<Case.Previous> previous) {
        LocalDate birth = LocalDate.of(1950, 1, 1);
        return new Case(id, unit, birth, birth, "", death, held, List.of(), previous);
    }

    private static ChunkResult calculate(FakeLaw law, List<Case> cases) {
        StoredRun run =
                StoredRun.draft(MONTH, LIST_DATE, Instant.parse("2026-04-10T02:00:00Z"), "h", 0);
        ChunkCalculation calculation =
                new ChunkCalculation(1, run, law, law, new Prices(law, MONTH, LIST_DATE));
        cases.forEach(calculation);
        return calculation.result(new Chunk(1, 0, Long.MAX_VALUE));
    }
}
