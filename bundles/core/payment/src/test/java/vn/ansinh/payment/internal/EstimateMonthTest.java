package vn.ansinh.payment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.ansinh.assessment.api.PolicySnapshot.Due;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.Estimates.Kind;
import vn.ansinh.payment.api.Estimates.Row;
import vn.ansinh.payment.port.Case;
import vn.ansinh.payment.port.Chunk;
import vn.ansinh.payment.port.Movement;
import vn.ansinh.payment.port.StoredRun;

/** Where nothing changes until a month, its estimate is its run, to the đồng. */
class EstimateMonthTest {
    private static final YearMonth TODAY = YearMonth.of(2026, 4);
    private static final YearMonth MONTH = YearMonth.of(2027, 2);
    private static final LocalDate KNOWN_ON = LocalDate.of(2026, 4, 10);

    @Provide
    Arbitrary<List<Case>> cases() {
        Arbitrary<Case> one =
                Arbitraries.integers()
                        .between(0, 9_999)
                        .map(
                                n ->
                                        new Case(
                                                n,
                                                "U" + n % 3,
                                                LocalDate.of(1950, 1, 1),
                                                LocalDate.of(1950, 1, 1),
                                                "",
                                                n % 11 == 0 ? LocalDate.of(2026, 3, 31) : null,
                                                List.of(
                                                        held(n, 100 + n % 7 * 50),
                                                        held(n + 1, 100 + n % 5 * 50)),
                                                List.of(),
                                                List.of()));
        return one.list().ofMaxSize(60);
    }

    private static Case.Held held(int n, int coefficient) {
        return new Case.Held(
                n,
                1,
                List.of("A", "B", "R").get(n % 3),
                n % 4 == 0 ? Component.CARE : Component.MONTHLY,
                coefficient);
    }

    @Property(tries = 200)
    void anEstimateIsTheRunOfTheMonth(@ForAll("cases") List<Case> cases) {
        FakeLaw law = new FakeLaw(500_000).due(new Due(Component.MONTHLY, "A", 150, 750_000));
        assertThat(estimated(law, cases)).isEqualTo(run(law, cases));
        // Another rate shows.
        if (!run(law, cases).isEmpty()) {
            assertThat(estimated(law, cases)).isNotEqualTo(run(new FakeLaw(600_000), cases));
        }
    }

    private static Map<String, String> estimated(FakeLaw law, List<Case> cases) {
        EstimateMonth sums = new EstimateMonth(law, law, TODAY, MONTH, KNOWN_ON);
        cases.forEach(sums::decided);
        Map<String, String> found = new TreeMap<>();
        for (Row row : sums.rows()) {
            assertThat(row.kind()).isEqualTo(Kind.DECIDED);
            found.put(row.unitCode() + " " + row.ground(), row.heads() + " " + row.amountDong());
        }
        return found;
    }

    private static Map<String, String> run(FakeLaw law, List<Case> cases) {
        StoredRun run =
                StoredRun.draft(MONTH, KNOWN_ON, Instant.parse("2026-04-10T02:00:00Z"), "h", 0);
        ChunkCalculation calculation =
                new ChunkCalculation(1, run, law, law, new Prices(law, MONTH, KNOWN_ON));
        cases.forEach(calculation);
        Map<String, long[]> sums = new TreeMap<>();
        calculation.result(new Chunk(1, 0, Long.MAX_VALUE)).totals().stream()
                .filter(row -> row.movement() != Movement.STOPPED)
                .forEach(
                        row -> {
                            long[] sum =
                                    sums.computeIfAbsent(
                                            row.unitCode() + " " + row.ground(), k -> new long[2]);
                            sum[0] += row.heads();
                            sum[1] += row.amountDong();
                        });
        Map<String, String> found = new TreeMap<>();
        sums.forEach((key, sum) -> found.put(key, sum[0] + " " + sum[1]));
        return found;
    }
}
