package vn.ansinh.entitlement.internal.monthly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.entitlement.api.MonthlyLists;
import vn.ansinh.entitlement.api.MonthlyLists.Entry;
import vn.ansinh.entitlement.api.MonthlyLists.Kind;
import vn.ansinh.entitlement.api.MonthlyLists.MonthlyList;
import vn.ansinh.entitlement.api.MonthlyLists.Since;
import vn.ansinh.entitlement.port.WatchedPeople.Held;
import vn.ansinh.entitlement.port.WatchedPeople.Watched;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** Who comes, leaves and changes in March 2026, by the engine. People are DỮ LIỆU GIẢ LẬP. */
class MonthlyListsTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final LocalDate OLD = LocalDate.of(2025, 1, 1);

    private final List<Watched> people = new ArrayList<>();
    private final List<String> trail = new ArrayList<>();

    private void person(long key, String birth, List<DatedFact> facts, Held... held) {
        LocalDate day = LocalDate.parse(birth);
        people.add(
                new Watched(
                        key,
                        "Người giả lập " + key,
                        birth,
                        day,
                        day,
                        "FEMALE",
                        "T1",
                        facts,
                        Arrays.asList(held)));
    }

    private static DatedFact fact(String kind, String value) {
        return new DatedFact(kind, value, OLD, null, OLD);
    }

    private static Held held(String ground, int coefficient) {
        return new Held(ground, Component.MONTHLY, coefficient);
    }

    private List<Entry> list(Kind kind) {
        return list(kind, 75).entries();
    }

    private MonthlyList list(Kind kind, int seventyFive) {
        UnitOfWork here =
                new UnitOfWork() {
                    @Override
                    public <T> T inTenant(TenantId tenant, Actor actor, Supplier<T> work) {
                        return work.get();
                    }

                    @Override
                    public <T> T common(Actor actor, Supplier<T> work) {
                        return work.get();
                    }
                };
        CivilClock clock =
                new CivilClock() {
                    @Override
                    public Instant now() {
                        return Instant.parse("2026-03-02T02:00:00Z");
                    }

                    @Override
                    public ZoneId zone() {
                        return ZoneId.of("Asia/Ho_Chi_Minh");
                    }

                    @Override
                    public boolean adjusted() {
                        return true;
                    }
                };
        MonthlyLists lists =
                new MonthlyModule(
                                (month, each) -> people.forEach(each),
                                new AgeLaw(seventyFive),
                                Engines.standard(),
                                here,
                                (action, subject, id, detail) -> trail.add(action + " " + detail),
                                clock)
                        .lists();
        return lists.of(new TenantId(1), new Actor("can-bo", ""), "xa", MARCH, kind);
    }

    @Test
    void turningSeventyFiveIsNewAndSaysWhatToAsk() {
        person(1, "1951-03-20", List.of());
        person(2, "1951-04-01", List.of());
        person(3, "1951-02-28", List.of());
        person(4, "1951-03-20", List.of(fact(FactKinds.PENSION_DONG, "5000000")));
        person(5, "1951-03-20", List.of(), held("GIA", 100));

        List<Entry> entering = list(Kind.ENTERING);

        assertThat(entering).extracting(Entry::personId).containsExactly(1L, 3L);
        Entry turning = entering.get(0);
        assertThat(turning.since()).isEqualTo(Since.THIS_MONTH);
        assertThat(turning.items().get(0).reason())
                .isEqualTo("Từ tháng 03/2026: từ đủ tuổi quy định");
        assertThat(turning.items().get(0).clause()).isEqualTo("điểm a khoản 2 Điều 5 NQ 0/GIẢ LẬP");
        assertThat(turning.items().get(0).amountDong()).isEqualTo(500_000);
        assertThat(turning.toAsk())
                .containsExactlyInAnyOrder(
                        "chưa ghi lương hưu, trợ cấp bảo hiểm xã hội hằng tháng",
                        "chưa có tờ khai đề nghị trợ cấp hưu trí xã hội");
        assertThat(entering.get(1).since()).isEqualTo(Since.EARLIER);
    }

    /** The age is a row: another row, another list. */
    @Test
    void theAgeComesFromTheLaw() {
        person(1, "1951-03-20", List.of());
        person(2, "1946-03-20", List.of());
        assertThat(list(Kind.ENTERING, 80).entries())
                .extracting(Entry::personId)
                .containsExactly(2L);
    }

    @Test
    void nearPoorFromSeventyAndACertificateWithoutAGrant() {
        person(1, "1954-01-01", List.of(fact(FactKinds.POVERTY_NATIONAL, "NEAR_POOR")));
        person(2, "1954-01-01", List.of(fact(FactKinds.POVERTY_NATIONAL, "NONE")));
        person(3, "1980-01-01", List.of(fact(FactKinds.DISABILITY_DEGREE, "SEVERE")));
        person(
                4,
                "1980-01-01",
                List.of(fact(FactKinds.DISABILITY_DEGREE, "SEVERE")),
                held("KT", 150));

        List<Entry> entering = list(Kind.ENTERING);

        assertThat(entering).extracting(Entry::personId).containsExactly(1L, 3L);
        assertThat(entering).extracting(Entry::since).containsOnly(Since.EARLIER);
        assertThat(entering.get(1).items().get(0).reason())
                .isEqualTo("Đủ điều kiện từ trước, chưa có quyết định hưởng: Khuyết tật nặng");
    }

    @Test
    void sixteenAndTheEndOfPovertyLeave() {
        List<DatedFact> orphan = List.of(fact("orphan", "YES"));
        person(1, "2010-02-15", orphan, held("TRE", 150));
        person(2, "2010-03-15", orphan, held("TRE", 150));
        person(3, "2010-02-15", orphan);
        person(
                4,
                "1954-01-01",
                List.of(
                        new DatedFact(
                                FactKinds.POVERTY_NATIONAL,
                                "NEAR_POOR",
                                OLD,
                                LocalDate.of(2026, 2, 28),
                                OLD)),
                held("CAN", 100));

        List<Entry> leaving = list(Kind.LEAVING);

        assertThat(leaving).extracting(Entry::personId).containsExactly(1L, 4L);
        assertThat(leaving.get(0).items().get(0).reason())
                .isEqualTo("Từ tháng 03/2026 không còn: dưới 16 tuổi");
        assertThat(leaving.get(1).items().get(0).reason())
                .isEqualTo("Từ tháng 03/2026 không còn: poverty.national là NEAR_POOR");
        assertThat(leaving).allSatisfy(entry -> assertThat(entry.toAsk()).isEmpty());
    }

    @Test
    void fourChangesTheCoefficient() {
        List<DatedFact> orphan = List.of(fact("orphan", "YES"));
        person(1, "2022-02-15", orphan, held("TRE", 250));
        person(2, "2022-02-15", orphan, held("TRE", 150));
        person(3, "2022-03-15", orphan, held("TRE", 250));

        List<Entry> changing = list(Kind.CHANGING);

        assertThat(changing).extracting(Entry::personId).containsExactly(1L);
        assertThat(changing.get(0).items().get(0).reason())
                .isEqualTo("Từ tháng 03/2026: TRE hệ số 2,5 → TRE hệ số 1,5");
    }

    @Test
    void aRestrictedGroundShowsNeitherItselfNorWhatItAsks() {
        person(1, "2000-01-01", List.of(fact("secret", "YES")));
        person(
                2,
                "2000-01-01",
                List.of(new DatedFact("secret", "YES", OLD, LocalDate.of(2026, 2, 28), OLD)),
                held("HAN", 250));

        for (Kind kind : List.of(Kind.ENTERING, Kind.LEAVING)) {
            assertThat(list(kind))
                    .singleElement()
                    .satisfies(
                            entry -> {
                                assertThat(entry.items().get(0).ground())
                                        .isEqualTo("Theo quyết định");
                                assertThat(entry.items().get(0).clause()).isEmpty();
                                assertThat(entry.items().toString())
                                        .doesNotContain("HAN")
                                        .doesNotContain("secret")
                                        .doesNotContain("hạn chế");
                            });
        }
    }

    @Test
    void everybodyListedStandsInTheTrail() {
        person(1, "1951-03-20", List.of());
        list(Kind.ENTERING);
        list(Kind.LEAVING);
        assertThat(trail)
                .containsExactly(
                        "monthly.read month='2026-03' list='ENTERING' ids='1'",
                        "monthly.read month='2026-03' list='LEAVING' none");
    }
}
