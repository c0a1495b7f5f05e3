package vn.ansinh.store.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.ansinh.store.payment.SuccessionWorld.FIRST;
import static vn.ansinh.store.payment.SuccessionWorld.JULY;
import static vn.ansinh.store.payment.SuccessionWorld.OLD;
import static vn.ansinh.store.payment.SuccessionWorld.sum;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.payment.api.Successions.DryRun;
import vn.ansinh.payment.api.Successions.NewPlan;
import vn.ansinh.payment.api.Successions.Reason;
import vn.ansinh.payment.api.Successions.Seat;
import vn.ansinh.payment.api.Successions.UnitRow;
import vn.ansinh.payment.api.Successions.Unmatched;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.store.TestStore;

/** What a dry run counts, and what it tells. DỮ LIỆU GIẢ LẬP. */
class SuccessionDryRunTest {
    private TestStore store;
    private Connection owner;
    private SuccessionWorld w;

    @BeforeEach
    void open() throws SQLException {
        store = TestStore.fresh(4);
        owner = store.owner();
        w = new SuccessionWorld(store, owner);
    }

    @AfterEach
    void close() throws SQLException {
        owner.close();
        store.close();
    }

    @Test
    void everyUnitGoesWhereTheListsSayAndTheRestIsTold() throws SQLException {
        long hungDao = w.person("11086", "030160000001");
        long town = w.person("11074", "030160000002");
        long merged = w.person("TK-2023-1", "030160000003");
        long nowhere = w.person("", "030160000004");
        w.grantA(List.of(hungDao, town, merged));
        long torn = w.household("11086", hungDao, town);
        long id = w.plan();

        DryRun found = w.successions.dryRun(FIRST, id);

        // 11086 was xã Hưng Đạo and went to Tân Kỳ; its code is Đại Sơn's now.
        assertThat(w.successions.get(FIRST, id).units())
                .extracting(UnitRow::oldUnit, UnitRow::successor, UnitRow::newUnit)
                .containsExactly(
                        tuple("11074", "xa-tu-ky", "11074"), tuple("11086", "xa-tan-ky", "11113"));
        assertThat(sum(found, "xa-tan-ky", "PEOPLE").heads()).isEqualTo(1);
        assertThat(sum(found, "xa-dai-son", "PEOPLE").heads()).isZero();
        assertThat(sum(found, "", "PEOPLE").heads()).isEqualTo(2);
        assertThat(sum(found, "xa-tu-ky", "MONTHLY_DUE").dong()).isEqualTo(750_000);
        assertThat(sum(found, "", "MONTHLY_DUE_BEFORE").dong()).isEqualTo(750_000);
        assertThat(sum(found, "xa-tan-ky", "ENTITLEMENTS"))
                .extracting(s -> s.heads() + " " + s.dong())
                .isEqualTo("1 150");
        assertThat(found.unmatched())
                .contains(
                        new Unmatched(OLD, "UNIT", 0, "TK-2023-1", Reason.UNIT_NOWHERE),
                        new Unmatched(OLD, "PERSON", merged, "TK-2023-1", Reason.PERSON_NOWHERE),
                        new Unmatched(OLD, "PERSON", nowhere, "", Reason.PERSON_NOWHERE),
                        new Unmatched(OLD, "HOUSEHOLD", torn, "11086", Reason.HOUSEHOLD_TORN));
        assertThat(found.unmatched())
                .filteredOn(u -> u.reason() == Reason.DECISION_SHARED)
                .hasSize(1);
        assertThat(found.blocked()).isFalse();
        assertThat(w.successions.dryRun(FIRST, id)).isEqualTo(found);

        // An operator says where the commune of 2023 went: another hash, nobody but one stays.
        w.successions.assign(
                FIRST,
                id,
                new UnitRow(OLD, "TK-2023-1", "xa-chi-minh", "11131", "NQ GIẢ LẬP", true));
        DryRun then = w.successions.dryRun(FIRST, id);
        assertThat(then.hash()).isNotEqualTo(found.hash());
        assertThat(sum(then, "", "PEOPLE").heads()).isEqualTo(1);
        assertThat(sum(then, "xa-chi-minh", "MONTHLY_DUE").dong()).isEqualTo(750_000);
    }

    @Test
    void whatIsOpenBlocksAndWhoseNumberIsTakenStays() throws SQLException {
        long person = w.person("11086", "030160000001");
        w.grantA(List.of(person));
        PastWorld there = new PastWorld(w.store, w.owner, "xa-tan-ky");
        there.person("030160000001");
        w.old.on("2025-06-02").pay("2025-06");
        w.old.on("2025-07-02").pay("2025-07");
        there.startingOn("2025-07-02").pay("2025-07");

        DryRun found = w.successions.dryRun(FIRST, w.plan());

        assertThat(found.blocked()).isTrue();
        assertThat(found.unmatched())
                .extracting(u -> u.locality() + " " + u.reason())
                .contains(
                        "tu-ky RUN_OPEN",
                        "tu-ky RUN_AFTER",
                        "tu-ky NUMBER_TAKEN",
                        "xa-tan-ky SUCCESSOR_HAS_RUNS");
        assertThat(sum(found, "xa-tan-ky", "PEOPLE").heads()).isZero();
        assertThat(sum(found, "", "PEOPLE").heads()).isEqualTo(1);
    }

    @Test
    void itWritesNothingButTheTrail() throws SQLException {
        w.grantA(List.of(w.person("11086", "030160000001")));
        long id = w.plan();
        String before = w.everything();
        w.successions.dryRun(FIRST, id);
        assertThat(w.everything()).isEqualTo(before);
        assertThat(w.one("select count(*) from audit_event where action = 'succession.count'"))
                .isEqualTo("1");
        // Negative control: what a plan changes shows there.
        w.successions.assign(
                FIRST, id, new UnitRow(OLD, "TK-2023-1", "xa-chi-minh", "11131", "NQ", true));
        assertThat(w.everything()).isNotEqualTo(before);
    }

    @Test
    void aPlanWithFaultsIsRefusedWhole() throws SQLException {
        assertThatThrownBy(
                        () ->
                                w.successions.plan(
                                        FIRST,
                                        new NewPlan(
                                                List.of(OLD, "khong-co"),
                                                List.of(OLD),
                                                List.of(),
                                                JULY,
                                                " ")))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e ->
                                assertThat(e.faults())
                                        .extracting(AnsinhException.Fault::field)
                                        .containsExactly("paper", "predecessors", "successors"));
        assertThatThrownBy(
                        () ->
                                w.successions.plan(
                                        FIRST,
                                        new NewPlan(
                                                List.of(OLD),
                                                List.of("xa-tan-ky"),
                                                List.of(new Seat("xa-tan-ky", "00000")),
                                                JULY,
                                                "NQ")))
                .hasMessageContaining("1 chỗ");
        assertThat(w.one("select count(*) from succession")).isEqualTo("0");
    }

    @Test
    void aUnitOfWhichOnlyAPartIsKnownToGoSaysSo() throws SQLException {
        PastWorld district = new PastWorld(store, owner, "quan-gia-lap");
        long person = district.person("030160000001");
        w.run("update person set unit_code = '00154' where person_id = " + person);
        long id =
                w.successions.plan(
                        FIRST,
                        new NewPlan(
                                List.of("quan-gia-lap"),
                                List.of("xa-tan-ky"),
                                List.of(new Seat("xa-tan-ky", "00145")),
                                JULY,
                                "NQ GIẢ LẬP"));
        assertThat(w.successions.get(FIRST, id).units())
                .singleElement()
                .satisfies(u -> assertThat(u.reason()).startsWith("CHỈ MỘT PHẦN: "));
    }
}
