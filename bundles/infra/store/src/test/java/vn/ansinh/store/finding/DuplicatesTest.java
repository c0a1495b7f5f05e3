package vn.ansinh.store.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.beneficiary.api.Birth;
import vn.ansinh.beneficiary.api.Duplicates;
import vn.ansinh.beneficiary.api.Duplicates.Band;
import vn.ansinh.beneficiary.api.Duplicates.Pair;
import vn.ansinh.beneficiary.api.Duplicates.Scan;
import vn.ansinh.beneficiary.api.Duplicates.State;
import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.beneficiary.port.DuplicatePairs.Card;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.store.TestStore;
import vn.ansinh.store.finding.Planted.Slip;

/** Duplicates on real PostgreSQL as the application's role. People are DỮ LIỆU GIẢ LẬP. */
class DuplicatesTest {

    private static final Actor OFFICER = new Actor("can-bo-gia-lap", "thử nghiệm");
    private static final double LEAST = 0.9;

    private static TestStore store;
    private static Duplicates duplicates;
    private static int localities;

    private TenantId tenant;

    @BeforeAll
    static void open() throws SQLException {
        store = TestStore.fresh();
        duplicates = Finding.module(store).duplicates();
    }

    @AfterAll
    static void close() throws SQLException {
        store.close();
    }

    @BeforeEach
    void freshLocality() {
        localities++;
        tenant = store.tenant("xa-trung-" + localities);
    }

    /** Writes people with the keys of their cards. */
    static void write(TenantId tenant, List<Card> cards) throws SQLException {
        try (Connection owner = store.owner();
                PreparedStatement person =
                        owner.prepareStatement(
                                "insert into person (tenant_id, person_id, full_name, folded_name,"
                                        + " sex, birth_text, earliest_birth, latest_birth,"
                                        + " unit_code, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?,"
                                        + " ?, '2026-01-01T00:00:00Z')");
                PreparedStatement number =
                        owner.prepareStatement(
                                "insert into personal_id (tenant_id, personal_id_id, person_id,"
                                        + " number, valid_from, recorded_at) values (?, ?, ?, ?,"
                                        + " '2021-01-01', '2026-01-01T00:00:00Z')")) {
            owner.setAutoCommit(false);
            for (Card card : cards) {
                Birth birth = Birth.parse(card.birthText());
                person.setInt(1, tenant.value());
                person.setLong(2, card.personId());
                person.setString(3, card.fullName());
                person.setString(4, Names.fold(card.fullName()));
                person.setString(5, card.sex());
                person.setString(6, card.birthText());
                person.setObject(7, birth.earliest());
                person.setObject(8, birth.latest());
                person.setString(9, card.unitCode());
                person.addBatch();
                for (String id : card.personalIds()) {
                    number.setInt(1, tenant.value());
                    number.setLong(2, card.personId());
                    number.setLong(3, card.personId());
                    number.setString(4, id);
                    number.addBatch();
                }
            }
            person.executeBatch();
            number.executeBatch();
            owner.commit();
        }
    }

    private List<Pair> all(State state) {
        List<Pair> all = new ArrayList<>();
        long after = 0;
        List<Pair> page;
        do {
            page = duplicates.pairs(tenant, OFFICER, state, after, 500);
            all.addAll(page);
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (page.size() == 500);
        return all;
    }

    private static List<Planted.Pair> keys(List<Pair> pairs) {
        return pairs.stream()
                .map(p -> new Planted.Pair(p.first().personId(), p.second().personId()))
                .toList();
    }

    @Test
    void findsWhatWasPlantedAndLeavesLookAlikes() throws SQLException {
        Planted planted = new Planted(18_000, 540, 600);
        write(tenant, planted.cards());

        Scan scan = duplicates.scan(tenant, OFFICER);

        List<Pair> found = all(State.OPEN);
        assertThat(scan.added()).isEqualTo(found.size()).isEqualTo(scan.pairs());
        assertThat(scan.skippedGroups()).isZero();
        List<Planted.Pair> high = keys(found.stream().filter(p -> p.band() == Band.HIGH).toList());
        DuplicateMeasure top = DuplicateMeasure.of(high, planted.truth());
        DuplicateMeasure overall = DuplicateMeasure.of(keys(found), planted.truth());
        Map<Slip, Integer> missed = new EnumMap<>(Slip.class);
        for (int i = 0; i < planted.truth().size(); i++) {
            if (overall.missed().contains(planted.truth().get(i))) {
                missed.merge(planted.slips().get(i), 1, Integer::sum);
            }
        }
        long alikeHigh = high.stream().filter(planted.lookAlikes()::contains).count();
        long alikeAny = keys(found).stream().filter(planted.lookAlikes()::contains).count();
        System.out.printf(
                "duplicates people=%d pairs=%d top: found=%d precision=%.3f recall=%.3f; all:"
                        + " found=%d precision=%.3f recall=%.3f; look-alikes in top=%d of %d,"
                        + " in any=%d; missed=%s%n",
                planted.cards().size(),
                planted.truth().size(),
                top.found(),
                top.precision(),
                top.recall(),
                overall.found(),
                overall.precision(),
                overall.recall(),
                alikeHigh,
                planted.lookAlikes().size(),
                alikeAny,
                missed);
        assertThat(top.precision()).isGreaterThanOrEqualTo(LEAST);
        assertThat(overall.recall()).isGreaterThanOrEqualTo(LEAST);
        assertThat(alikeHigh).isLessThanOrEqualTo(6);
        assertThat(found)
                .allSatisfy(pair -> assertThat(pair.reasons()).isNotEmpty().doesNotContain(""));
    }

    /** Negative control of the measure: what is not found, and what is found wrongly, counts. */
    @Test
    void theMeasureCanFail() throws Exception {
        Set<Planted.Pair> truth =
                DuplicateMeasure.truth(
                        new StringReader("person,duplicate_of\nA,\nB,A\nC,A\nD,\n"),
                        "person",
                        "duplicate_of",
                        Map.of("A", 1L, "B", 2L, "C", 3L, "D", 4L));
        assertThat(truth)
                .containsExactlyInAnyOrder(
                        new Planted.Pair(1, 2), new Planted.Pair(1, 3), new Planted.Pair(2, 3));
        DuplicateMeasure measure =
                DuplicateMeasure.of(List.of(new Planted.Pair(2, 1), new Planted.Pair(1, 4)), truth);
        assertThat(measure.precision()).isEqualTo(0.5);
        assertThat(measure.recall()).isEqualTo(1.0 / 3);
    }

    @Test
    void aHundredThousandTakeSeconds() throws SQLException {
        Planted planted = new Planted(98_000, 450, 300);
        write(tenant, planted.cards());

        long began = System.nanoTime();
        Scan scan = duplicates.scan(tenant, OFFICER);
        double seconds = (System.nanoTime() - began) / 1e9;

        System.out.printf(
                "duplicates scan people=%d pairs=%d skipped=%d seconds=%.1f%n",
                scan.people(), scan.pairs(), scan.skippedGroups(), seconds);
        assertThat(seconds).isLessThan(120);
    }

    private static Card card(long id, String name, String birth, String number) {
        return new Card(
                id,
                name,
                "FEMALE",
                birth,
                number.isEmpty() ? Set.of() : Set.of(number),
                Set.of(),
                Set.of(),
                Set.of(),
                "T1");
    }

    private void two() throws SQLException {
        write(
                tenant,
                List.of(
                        card(1, "Nguyễn Thị Giả Lập", "1950-07-08", "001150000001"),
                        card(2, "Nguyễn Thị Gỉa Lập", "1950-08-07", "")));
    }

    @Test
    void showsBothSidesWithReasons() throws SQLException {
        two();
        assertThat(duplicates.scan(tenant, OFFICER)).isEqualTo(new Scan(2, 1, 1, 0, 0));

        assertThat(all(State.OPEN))
                .singleElement()
                .satisfies(
                        pair -> {
                            assertThat(pair.first().personalId()).isEqualTo("001150000001");
                            assertThat(pair.second().fullName()).isEqualTo("Nguyễn Thị Gỉa Lập");
                            assertThat(pair.reasons())
                                    .contains(
                                            "họ tên cùng chữ, khác dấu",
                                            "ngày và tháng sinh đảo chỗ",
                                            "cùng đơn vị cư trú");
                        });
        assertThat(duplicates.scan(tenant, OFFICER).added()).isZero();
    }

    @Test
    void aJudgedPairStaysJudgedUntilItsDataChange() throws SQLException {
        two();
        duplicates.scan(tenant, OFFICER);
        long pair = all(State.OPEN).get(0).id();
        Pair judged = duplicates.judge(tenant, OFFICER, pair, false, 0, "Hai chị em, đã gặp");
        assertThat(judged.state()).isEqualTo(State.DIFFERENT);
        assertThat(judged.judgedBy()).isEqualTo("can-bo-gia-lap");

        assertThat(duplicates.scan(tenant, OFFICER).added()).isZero();
        assertThat(all(State.OPEN)).isEmpty();

        try (Connection owner = store.owner()) {
            TestStore.run(
                    owner,
                    "update person set unit_code = 'T2' where person_id = 2 and tenant_id = "
                            + tenant.value());
        }
        assertThat(duplicates.scan(tenant, OFFICER).added()).isEqualTo(1);
        assertThat(all(State.OPEN)).hasSize(1);
        assertThat(all(State.DIFFERENT)).hasSize(1);
    }

    @Test
    void aPairThatIsNoLongerAlikeIsWithdrawn() throws SQLException {
        two();
        duplicates.scan(tenant, OFFICER);
        try (Connection owner = store.owner()) {
            TestStore.run(
                    owner,
                    "update person set full_name = 'Trần Văn Khác', folded_name = 'tran van khac'"
                            + " where person_id = 2 and tenant_id = "
                            + tenant.value());
        }
        assertThat(duplicates.scan(tenant, OFFICER).withdrawn()).isEqualTo(1);
        assertThat(all(State.OPEN)).isEmpty();
        assertThat(all(State.WITHDRAWN)).hasSize(1);
    }

    @Test
    void samePersonIsAProposalToMergeAndIsJudgedOnce() throws SQLException {
        two();
        duplicates.scan(tenant, OFFICER);
        long pair = all(State.OPEN).get(0).id();
        refused(ErrorCode.INVALID_INPUT, () -> judge(pair, true, 1, " "));
        refused(ErrorCode.INVALID_INPUT, () -> judge(pair, true, 7, "Cùng giấy tờ"));
        refused(ErrorCode.INVALID_INPUT, () -> judge(pair, false, 1, "Cùng giấy tờ"));
        refused(ErrorCode.NOT_FOUND, () -> judge(pair + 1000, true, 1, "Cùng giấy tờ"));

        assertThat(judge(pair, true, 1, "Cùng giấy tờ").keep()).isEqualTo(1);

        refused(ErrorCode.CONFLICT, () -> judge(pair, false, 0, "Nghĩ lại"));
        assertThat(all(State.SAME)).hasSize(1);
        try (Connection app = store.app()) {
            app.setAutoCommit(false);
            TestStore.run(
                    app, "select set_config('ansinh.tenant', '" + tenant.value() + "', true)");
            assertThatThrownBy(() -> TestStore.run(app, "update duplicate_pair set why = 'khác'"))
                    .hasMessageContaining("is judged");
        }
    }

    private Pair judge(long pair, boolean same, long keep, String why) {
        return duplicates.judge(tenant, OFFICER, pair, same, keep, why);
    }

    private static void refused(ErrorCode code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        AnsinhException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    /** Two records of one person in two localities are no pair of either. */
    @Test
    void pairsNeverCrossTenants() throws SQLException {
        TenantId other = store.tenant("xa-khac-" + localities);
        write(tenant, List.of(card(1, "Nguyễn Thị Giả Lập", "1950-07-08", "001150000001")));
        write(other, List.of(card(2, "Nguyễn Thị Giả Lập", "1950-07-08", "001150000001")));
        assertThat(duplicates.scan(tenant, OFFICER)).isEqualTo(new Scan(1, 0, 0, 0, 0));
        assertThat(duplicates.scan(other, OFFICER)).isEqualTo(new Scan(1, 0, 0, 0, 0));

        // The same two in one locality are a pair, which the other does not see.
        write(tenant, List.of(card(3, "Nguyễn Thị Giả Lập", "1950-07-08", "")));
        assertThat(duplicates.scan(tenant, OFFICER).added()).isEqualTo(1);
        long pair = all(State.OPEN).get(0).id();
        assertThat(duplicates.pairs(other, OFFICER, State.OPEN, 0, 10)).isEmpty();
        assertThatThrownBy(() -> duplicates.judge(other, OFFICER, pair, true, 1, "không được"))
                .isInstanceOf(AnsinhException.class);
    }

    @Test
    void everybodyShownStandsInTheTrail() throws SQLException {
        two();
        duplicates.scan(tenant, OFFICER);
        all(State.OPEN);
        try (Connection owner = store.owner()) {
            String trail =
                    TestStore.one(
                            owner,
                            "select string_agg(action || ' ' || detail, ';' order by id)"
                                    + " from audit_event where tenant_id = "
                                    + tenant.value());
            assertThat(trail)
                    .contains("duplicates.scan people='2' pairs='1'")
                    .contains("duplicates.read ids='1,2'")
                    .doesNotContain("Nguyễn");
        }
    }
}
