package vn.ansinh.payment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.entitlement.port.WatchedPeople;
import vn.ansinh.entitlement.port.WatchedPeople.Watched;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.payment.api.Estimates;
import vn.ansinh.payment.api.Estimates.Estimate;
import vn.ansinh.payment.api.Estimates.Kind;
import vn.ansinh.payment.api.Estimates.MonthTotal;
import vn.ansinh.payment.api.Estimates.Row;
import vn.ansinh.payment.port.Case;
import vn.ansinh.payment.port.Chunk;
import vn.ansinh.payment.port.ParallelStorage;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/**
 * A register of ten people (DỮ LIỆU GIẢ LẬP) over 2027, added up by hand: a rate that rises in
 * July, one who turns 80 in May, one who turns 75 in September, a child who turns 16 in March, a
 * degree that ends in February, a decision that begins in April.
 */
class EstimateServiceTest {
    private static final TenantId TENANT = new TenantId(1);
    private static final Actor ACTOR = new Actor("thu-nghiem", "");
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final List<Somebody> people = new ArrayList<>();
    private final List<String> audited = new ArrayList<>();

    /** Somebody with what is granted from a month on; no ground, nothing granted. */
    private record Somebody(
            LocalDate birth,
            LocalDate death,
            String ground,
            int coefficient,
            YearMonth from,
            List<DatedFact> facts) {
        boolean holds(YearMonth month) {
            return !ground.isEmpty() && !month.isBefore(from);
        }
    }

    private void add(
            String birth, String ground, int coefficient, String from, DatedFact... facts) {
        people.add(
                new Somebody(
                        LocalDate.parse(birth),
                        null,
                        ground,
                        coefficient,
                        YearMonth.parse(from),
                        List.of(facts)));
    }

    private static DatedFact fact(String kind, String value) {
        return new DatedFact(kind, value, LONG_AGO, null, LONG_AGO);
    }

    private void ten() {
        DatedFact severe = fact(FactKinds.DISABILITY_DEGREE, "SEVERE");
        LocalDate known = LocalDate.of(2026, 12, 1);
        add("1980-01-01", "KT", 150, "2026-01", severe);
        add("1980-01-01", "KT", 150, "2026-01", severe);
        add(
                "1947-05-20",
                "GIA",
                100,
                "2026-01",
                fact(FactKinds.PENSION_DONG, "0"),
                fact(FactKinds.SOCIAL_PENSION_REQUESTED, "YES"));
        add("2011-03-10", "TRE", 150, "2026-01", fact("orphan", "YES"));
        add("1952-09-01", "", 0, "2026-01");
        add("1960-01-01", "CAN", 100, "2026-01", fact(FactKinds.POVERTY_NATIONAL, "NEAR_POOR"));
        add(
                "1980-01-01",
                "KT",
                150,
                "2026-01",
                new DatedFact(
                        FactKinds.DISABILITY_DEGREE,
                        "SEVERE",
                        LONG_AGO,
                        LocalDate.of(2027, 2, 28),
                        LONG_AGO));
        add("1990-01-01", "R", 250, "2026-01", fact("secret", "YES"));
        add(
                "1980-01-01",
                "KT",
                150,
                "2027-04",
                new DatedFact(
                        FactKinds.DISABILITY_DEGREE,
                        "SEVERE",
                        LocalDate.of(2027, 3, 15),
                        null,
                        known));
        // Decided although the record does not show why: the decision stands.
        add("1966-01-01", "GIA", 100, "2026-01");
    }

    @Test
    void aYearOfTenPeopleIsWhatAHandMakesOfIt() {
        ten();
        Estimate estimate = service().of(TENANT, ACTOR, 2027);
        assertThat(estimate.months())
                .extracting(
                        m -> m.month().getMonthValue(),
                        MonthTotal::heads,
                        MonthTotal::amountDong,
                        MonthTotal::stateDong,
                        MonthTotal::localDong)
                .containsExactly(
                        tuple(1, 8L, 6_325_000L, 5_250_000L, 1_075_000L),
                        tuple(2, 8L, 6_325_000L, 5_250_000L, 1_075_000L),
                        tuple(3, 8L, 6_325_000L, 5_250_000L, 1_075_000L),
                        tuple(4, 7L, 5_500_000L, 4_500_000L, 1_000_000L),
                        tuple(5, 7L, 6_050_000L, 5_000_000L, 1_050_000L),
                        tuple(6, 7L, 6_050_000L, 5_000_000L, 1_050_000L),
                        tuple(7, 7L, 6_600_000L, 6_000_000L, 600_000L),
                        tuple(8, 7L, 6_600_000L, 6_000_000L, 600_000L),
                        tuple(9, 8L, 7_200_000L, 6_600_000L, 600_000L),
                        tuple(10, 8L, 7_200_000L, 6_600_000L, 600_000L),
                        tuple(11, 8L, 7_200_000L, 6_600_000L, 600_000L),
                        tuple(12, 8L, 7_200_000L, 6_600_000L, 600_000L));
        assertThat(estimate.totalDong()).isEqualTo(78_575_000);
        assertThat(audited).containsExactly("estimate.read year='2027'");
    }

    @Test
    void everySumSaysWhyItIsExpected() {
        ten();
        assertThat(month(YearMonth.of(2027, 3)))
                .extracting(Row::ground, Row::kind, Row::heads, Row::amountDong)
                .containsExactly(
                        tuple("CAN", Kind.DECIDED, 1L, 550_000L),
                        tuple("GIA", Kind.DECIDED, 2L, 1_100_000L),
                        tuple("KT", Kind.DECIDED, 2L, 1_650_000L),
                        tuple("KT", Kind.NEW, 1L, 825_000L),
                        tuple("KT", Kind.ENDING, 1L, 825_000L),
                        tuple("TRE", Kind.DECIDED, 1L, 825_000L),
                        tuple("Theo quyết định", Kind.DECIDED, 1L, 1_375_000L));
        assertThat(month(YearMonth.of(2027, 9)))
                .extracting(Row::ground, Row::kind, Row::heads, Row::amountDong)
                .containsExactly(
                        tuple("CAN", Kind.DECIDED, 1L, 600_000L),
                        tuple("GIA", Kind.DECIDED, 1L, 600_000L),
                        tuple("GIA", Kind.CHANGED, 1L, 1_200_000L),
                        tuple("GIA", Kind.NEW, 1L, 600_000L),
                        tuple("KT", Kind.DECIDED, 3L, 2_700_000L),
                        tuple("KT", Kind.ENDING, 1L, 900_000L),
                        tuple("TRE", Kind.ENDING, 1L, 900_000L),
                        tuple("Theo quyết định", Kind.DECIDED, 1L, 1_500_000L));
    }

    @Test
    void whoIsDueTodayAndUndecidedIsToldApartAndTheDeadAreNot() {
        add("1980-01-01", "", 0, "2026-01", fact(FactKinds.DISABILITY_DEGREE, "SEVERE"));
        people.add(
                new Somebody(
                        LocalDate.of(1980, 1, 1),
                        LocalDate.of(2026, 12, 1),
                        "KT",
                        150,
                        YearMonth.of(2026, 1),
                        List.of(fact(FactKinds.DISABILITY_DEGREE, "SEVERE"))));
        assertThat(month(YearMonth.of(2027, 1)))
                .extracting(Row::ground, Row::kind, Row::heads)
                .containsExactly(tuple("KT", Kind.UNDECIDED, 1L));
        // The month of death is due in full.
        assertThat(month(YearMonth.of(2026, 12)))
                .extracting(Row::ground, Row::kind, Row::heads)
                .containsExactly(tuple("KT", Kind.DECIDED, 1L), tuple("KT", Kind.UNDECIDED, 1L));
    }

    @Test
    void smallSumsDoNotShowGroundOrUnit() {
        ten();
        assertThat(service().of(TENANT, ACTOR, 2027).rows())
                .isNotEmpty()
                .allSatisfy(
                        row -> {
                            assertThat(row.ground()).isEqualTo(Estimates.FEW);
                            assertThat(row.heads() < 5).isEqualTo(row.unitCode().isEmpty());
                        });
        for (int i = 0; i < 5; i++) {
            add("1980-01-01", "KT", 150, "2026-01", fact(FactKinds.DISABILITY_DEGREE, "SEVERE"));
        }
        Estimate estimate = service().of(TENANT, ACTOR, 2027);
        assertThat(estimate.rows())
                .filteredOn(row -> row.month().getMonthValue() == 1)
                .extracting(Row::unitCode, Row::ground, Row::heads)
                .containsExactly(tuple("U1", "KT", 8L), tuple("U1", Estimates.FEW, 5L));
        // Merging takes and adds nothing.
        for (MonthTotal total : estimate.months()) {
            assertThat(
                            estimate.rows().stream()
                                    .filter(r -> r.month().equals(total.month()))
                                    .filter(r -> r.kind().counts())
                                    .mapToLong(Row::amountDong)
                                    .sum())
                    .isEqualTo(total.amountDong());
        }
    }

    @Test
    void yearsOverAndFarAreRefused() {
        for (int year : new int[] {2025, 2032}) {
            assertThatThrownBy(() -> service().of(TENANT, ACTOR, year))
                    .isInstanceOf(AnsinhException.class)
                    .hasMessageContaining("từ 2026 đến 2031");
        }
        assertThat(service().of(TENANT, ACTOR, 2026).months())
                .extracting(MonthTotal::month)
                .containsExactly(YearMonth.of(2026, 12));
    }

    /** The sums of a month before small ones are merged. */
    private List<Row> month(YearMonth month) {
        PolicySnapshot law = EstimateLaw.snapshot();
        EstimateMonth sums =
                new EstimateMonth(
                        Engines.standard(),
                        law,
                        YearMonth.of(2026, 12),
                        month,
                        LocalDate.of(2026, 12, 15));
        read(month, sums::decided);
        watch(month, sums::watched);
        return sums.rows();
    }

    private void read(YearMonth month, Consumer<Case> each) {
        for (int i = 0; i < people.size(); i++) {
            Somebody one = people.get(i);
            if (one.holds(month)) {
                each.accept(
                        new Case(
                                i,
                                "U1",
                                one.birth(),
                                one.birth(),
                                "",
                                one.death(),
                                List.of(
                                        new Case.Held(
                                                i,
                                                1,
                                                one.ground(),
                                                Component.MONTHLY,
                                                one.coefficient())),
                                one.facts(),
                                List.of()));
            }
        }
    }

    private void watch(YearMonth month, Consumer<Watched> each) {
        for (int i = 0; i < people.size(); i++) {
            Somebody one = people.get(i);
            if (one.death() == null) {
                each.accept(
                        new Watched(
                                i,
                                "",
                                "",
                                one.birth(),
                                one.birth(),
                                "",
                                "U1",
                                one.facts(),
                                one.holds(month)
                                        ? List.of(
                                                new WatchedPeople.Held(
                                                        one.ground(),
                                                        Component.MONTHLY,
                                                        one.coefficient()))
                                        : List.of()));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private EstimateService service() {
        PolicySnapshot law = EstimateLaw.snapshot();
        return new EstimateService(
                only(
                        Localities.class,
                        Map.of(
                                "all",
                                a -> List.of(new Localities.TenantInfo(TENANT, "noi-nay", "")))),
                only(
                        ActiveLaw.class,
                        Map.of(
                                "require",
                                a -> new ActiveLaw.Active(null, law, List.of(), "t", "1", ""))),
                Engines.standard(),
                only(UnitOfWork.class, Map.of("inTenant", a -> ((Supplier<Object>) a[2]).get())),
                only(Audit.class, Map.of("record", a -> audited.add(a[0] + " " + a[3]) ? null : 0)),
                new Noon(),
                only(
                        PaymentStorage.class,
                        Map.of(
                                "read",
                                a -> {
                                    read(((StoredRun) a[0]).month(), (Consumer<Case>) a[2]);
                                    return null;
                                })),
                only(
                        ParallelStorage.class,
                        Map.of("ranges", a -> List.of(new Chunk(1, 0, Long.MAX_VALUE)))),
                (month, each) -> watch(month, each));
    }

    /** A port of which only the named calls are expected: an estimate may write nothing. */
    private static <T> T only(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, a) -> {
                            if (!answers.containsKey(method.getName())) {
                                throw new AssertionError("not expected: " + method);
                            }
                            return answers.get(method.getName()).apply(a);
                        }));
    }

    private static final class Noon implements CivilClock {
        @Override
        public Instant now() {
            return Instant.parse("2026-12-15T05:00:00Z");
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Asia/Ho_Chi_Minh");
        }

        @Override
        public boolean adjusted() {
            return true;
        }
    }
}
