package vn.ansinh.store.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.ansinh.store.payment.SuccessionWorld.FIRST;
import static vn.ansinh.store.payment.SuccessionWorld.NEW;
import static vn.ansinh.store.payment.SuccessionWorld.OLD;
import static vn.ansinh.store.payment.SuccessionWorld.SECOND;
import static vn.ansinh.store.payment.SuccessionWorld.sum;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.Successions.Control;
import vn.ansinh.payment.api.Successions.DryRun;
import vn.ansinh.payment.api.Successions.NewPlan;
import vn.ansinh.payment.api.Successions.Plan;
import vn.ansinh.payment.api.Successions.Seat;
import vn.ansinh.payment.api.Successions.State;
import vn.ansinh.payment.api.Successions.Sum;
import vn.ansinh.payment.api.Successions.UnitRow;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Suspensions;
import vn.ansinh.store.TestStore;

/** What is carried, that nothing is lost on the way, and that both sides tie. DỮ LIỆU GIẢ LẬP. */
class SuccessionCarryTest {
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

    private static long planned(SuccessionWorld w) {
        long id = w.plan();
        w.assign(id, "TK-2023-1", "xa-chi-minh");
        w.agree(id);
        return id;
    }

    private static AnsinhException refused(Runnable work) {
        AnsinhException refusal = catchThrowableOfType(work::run, AnsinhException.class);
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private Set<String> atRest() {
        Set<String> codes = new HashSet<>();
        store.service(Suspensions.class).all().forEach(rest -> codes.add(rest.code()));
        return codes;
    }

    @Test
    void everythingArrivesTiesAndIsPaidByTheSuccessor() throws SQLException {
        SuccessionPeople people = new SuccessionPeople(w);
        long id = planned(w);
        DryRun before = w.successions.dryRun(FIRST, id);
        String old = w.of(List.of(OLD));

        Plan done = w.successions.carry(FIRST, id);

        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.partsDone()).isEqualTo(done.parts());
        assertThat(done.controls()).hasSameSizeAs(before.sums()).allMatch(Control::ties);
        assertThat(sum(before, "xa-tu-ky", "ARREARS"))
                .isEqualTo(is("xa-tu-ky", "ARREARS", 2, 2_000_000));
        assertThat(sum(before, "xa-tu-ky", "UNCLAIMED"))
                .isEqualTo(is("xa-tu-ky", "UNCLAIMED", 1, 750_000));
        assertThat(sum(before, "xa-tan-ky", "RECOVERIES"))
                .isEqualTo(is("xa-tan-ky", "RECOVERIES", 1, 250_000));
        assertThat(sum(before, "xa-chi-minh", "ARREARS"))
                .isEqualTo(is("xa-chi-minh", "ARREARS", 1, 3_000_000));
        assertThat(sum(before, "xa-tan-ky", "PEOPLE").heads()).isEqualTo(4);
        assertThat(sum(before, "xa-tan-ky", "CASES").heads()).isEqualTo(1);
        assertThat(sum(before, "xa-tan-ky", "POVERTY").heads()).isEqualTo(1);
        assertThat(sum(before, "", "PEOPLE").heads()).isZero();

        // The first run pays what the dry run said, arrears and what nobody collected with it.
        PastWorld next = new PastWorld(store, owner, "xa-tu-ky").startingOn("2025-07-02");
        next.pay("2025-07");
        assertThat(
                        next.number(
                                "select sum(amount_dong) from payment_line where tenant_id = :t"
                                        + " and sequence = 0"))
                .isEqualTo(sum(before, "xa-tu-ky", "MONTHLY_DUE").dong())
                .isEqualTo(1_750_000);
        assertThat(next.paid(people.late)).isEqualTo(1_000_000 + 2_000_000);
        assertThat(next.paid(people.absent)).isEqualTo(750_000 + 750_000);
        PastWorld other = new PastWorld(store, owner, "xa-tan-ky").startingOn("2025-07-02");
        other.pay("2025-07");
        assertThat(other.paid(people.overpaid)).isEqualTo(750_000 - 125_000);

        // The old locality pays nobody any more: what is owed here is not held against it.
        assertThat(other.found(people.first)).isEmpty();
        other.authority = "Chủ tịch UBND xã Tân Kỳ";
        other.on("2025-07-20")
                .decide(
                        DecisionKind.GRANT,
                        PastWorld.grant(people.first, Component.CARE, "C", 100, "2025-06"));
        assertThat(other.found(people.first)).containsExactly("2025-07 CARE DECISION 500000");
        w.run("update succession set state = 'FAILED'");
        assertThat(other.found(people.first)).containsExactly("2025-07 CARE ELSEWHERE 500000");
        w.run("update succession set state = 'DONE'");

        // It is read as before and does not change; nobody wakes it.
        assertThat(w.of(List.of(OLD))).isEqualTo(old);
        assertThat(w.old.items(people.late)).hasSize(2);
        assertThat(refused(() -> w.old.pay("2025-07")).code())
                .isEqualTo(ErrorCode.LOCALITY_SUSPENDED);
        assertThat(refused(() -> store.service(Suspensions.class).resume(FIRST, OLD)).code())
                .isEqualTo(ErrorCode.HANDED_OVER);
        assertThat(atRest()).containsExactly(OLD);

        assertThat(w.successions.origin(other.tenant, FIRST, people.first))
                .hasValueSatisfying(
                        o -> assertThat(o.sentence()).isEqualTo("chuyển từ DỮ LIỆU GIẢ LẬP tu-ky"));
        assertThat(
                        w.one(
                                "select string_agg(unit_code || ' ' || coalesce(valid_from::text, '-')"
                                        + " || ' ' || coalesce(valid_to::text, '-'), ', ' order by valid_from)"
                                        + " from residence where person_id = "
                                        + people.first
                                        + " and tenant_id = "
                                        + other.tenant.value()))
                .isEqualTo("11086 2020-01-01 2025-06-30, 11113 2025-07-01 -");
        for (String code : List.of(OLD, "xa-tan-ky")) {
            assertThat(
                            w.one(
                                    "select kind from ledger_link join locality using (tenant_id)"
                                            + " where kind like 'SUCC%' and code = '"
                                            + code
                                            + "'"))
                    .isEqualTo("SUCCESSION_CARRIED");
        }
        assertThat(
                        w.one(
                                "select count(distinct action) from audit_event where action in"
                                        + " ('succession.read', 'succession.carry')"))
                .isEqualTo("2");
        // A second call changes nothing.
        String all = w.everything();
        assertThat(w.successions.carry(SECOND, id)).isEqualTo(done);
        assertThat(w.everything()).isEqualTo(all);
    }

    private static Sum is(String successor, String kind, long heads, long dong) {
        return new Sum(OLD, successor, kind, heads, dong);
    }

    @Test
    void aKillAtAnyMomentEndsInTheSameStateAfterGoingOn() throws SQLException {
        new SuccessionPeople(w);
        w.successions.carry(FIRST, planned(w));
        String straight = w.of(NEW.keySet());

        try (TestStore second = TestStore.fresh(4);
                Connection its = second.owner()) {
            SuccessionWorld killed = new SuccessionWorld(second, its);
            new SuccessionPeople(killed);
            String empty = killed.of(NEW.keySet());
            long id = planned(killed);
            Set<String> seen = new HashSet<>();
            killed.moment =
                    name -> {
                        if (seen.add(name)) {
                            throw new IllegalStateException("killed at " + name);
                        }
                    };
            int kills = 0;
            Plan end = null;
            while (end == null) {
                try {
                    end = killed.successions.carry(FIRST, id);
                } catch (IllegalStateException e) {
                    assertThat(e).hasMessageStartingWith("killed at");
                    kills++;
                }
            }
            assertThat(end.state()).isEqualTo(State.DONE);
            // Every part was killed before it began and before it was marked.
            assertThat(seen).contains("claim 1", "done 1", "done " + end.parts(), "write", "after");
            assertThat(kills).isGreaterThan(2 * end.parts());
            assertThat(killed.of(NEW.keySet())).isEqualTo(straight).isNotEqualTo(empty);
        }
    }

    @Test
    void aDifferenceKeepsEverybodyAtRestAndIsNamed() throws SQLException {
        new SuccessionPeople(w);
        long id = planned(w);
        w.moment =
                name -> {
                    if (name.equals("after")) {
                        change(
                                "update due_item set amount_dong = amount_dong + 1 where tenant_id <> "
                                        + w.old.tenant.value()
                                        + " and sequence = 1 and kind = 'ARREARS'"
                                        + " and for_month = '2025-05-01'");
                        w.moment = again -> {};
                    }
                };

        AnsinhException refusal = refused(() -> w.successions.carry(FIRST, id));

        assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_RECONCILED);
        assertThat(refusal.faults())
                .extracting(AnsinhException.Fault::sentence)
                .containsExactly(
                        "tu-ky → xa-tu-ky, ARREARS: lúc đề xuất 2 / 2000000 đồng, nơi mới 2 /"
                                + " 2000001 đồng.");
        assertThat(w.successions.get(FIRST, id).state()).isEqualTo(State.FAILED);
        assertThat(atRest()).hasSize(7).contains(OLD, "xa-tu-ky");
        assertThat(refused(() -> store.service(Suspensions.class).resume(FIRST, "xa-tu-ky")).code())
                .isEqualTo(ErrorCode.HANDED_OVER);

        // Mended, it is checked again; a change of the old side is seen as well.
        change("update due_item set amount_dong = amount_dong - 1 where amount_dong = 1000001");
        change("delete from fact where fact_id = 900001 and tenant_id = " + w.old.tenant.value());
        assertThat(refused(() -> w.successions.carry(FIRST, id)).faults())
                .extracting(AnsinhException.Fault::sentence)
                .containsExactly(
                        "tu-ky → xa-tan-ky, FACTS: lúc đề xuất 1 / 0 đồng, nơi cũ đếm lại 0 / 0"
                                + " đồng.");
    }

    private void change(String sql) {
        try {
            w.run(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twoHandsAgreeToTheSameNumbers() throws SQLException {
        long person = w.person("11086", "030160000001");
        w.grantA(List.of(person));
        long id = w.plan();
        String hash = w.successions.dryRun(FIRST, id).hash();
        assertThat(refused(() -> w.successions.propose(FIRST, id, "ab".repeat(32))).code())
                .isEqualTo(ErrorCode.STALE);
        w.successions.propose(FIRST, id, hash);
        Actor delegate = new Actor("van-hanh-3", FIRST.login(), "", "", Set.of());
        for (Actor same : List.of(FIRST, delegate)) {
            assertThat(refused(() -> w.successions.approve(same, id)).code())
                    .isEqualTo(ErrorCode.FORBIDDEN);
        }
        assertThat(refused(() -> w.successions.carry(FIRST, id)).code())
                .isEqualTo(ErrorCode.CONFLICT);
        w.successions.approve(SECOND, id);

        // Somebody moves in: what was agreed to is no longer what would be carried.
        w.person("11074", "030160000009");
        assertThat(refused(() -> w.successions.carry(FIRST, id)).code()).isEqualTo(ErrorCode.STALE);
        assertThat(w.successions.get(FIRST, id).state()).isEqualTo(State.PLANNED);
        assertThat(w.successions.get(FIRST, id).planHash()).isEmpty();
        assertThat(atRest()).isEmpty();
        w.agree(id);
        assertThat(w.successions.carry(SECOND, id).state()).isEqualTo(State.DONE);
    }

    @Test
    void whoeverWasWritingWhenItBeganIsWaitedFor() throws Exception {
        long person = w.person("11086", "030160000001");
        long id = w.plan();
        w.agree(id);
        try (Connection writer = store.owner()) {
            writer.setAutoCommit(false);
            TestStore.run(
                    writer, "update person set address = 'vừa ghi' where person_id = " + person);
            AtomicReference<Thread> ending = new AtomicReference<>();
            w.moment =
                    name -> {
                        if (name.equals("awaitWriters")) {
                            ending.set(new Thread(() -> commitLater(writer)));
                            ending.get().start();
                        }
                    };
            assertThat(w.successions.carry(FIRST, id).state()).isEqualTo(State.DONE);
            ending.get().join();
        }
        assertThat(w.one("select count(*) from person where address = 'vừa ghi'")).isEqualTo("2");
    }

    private static void commitLater(Connection writer) {
        try {
            // Longer than counting and carrying one person takes.
            Thread.sleep(8_000);
            writer.commit();
        } catch (InterruptedException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatMustBeSettledFirstIsNotProposed() throws SQLException {
        w.grantA(List.of(w.person("11086", "030160000001")));
        w.old.pay("2025-05");
        long id = w.plan();
        DryRun found = w.successions.dryRun(FIRST, id);
        AnsinhException refusal = refused(() -> w.successions.propose(FIRST, id, found.hash()));
        assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(refusal.faults())
                .extracting(AnsinhException.Fault::sentence)
                .allMatch(s -> s.startsWith("tu-ky RUN "));
    }

    @Test
    void twoLocalitiesBecomeOne() throws SQLException {
        long here = w.person("11086", "030160000001");
        w.grantA(List.of(here, w.person("11086", "030160000007")));
        PastWorld second = new PastWorld(store, owner, "xa-ben-canh").startingOn("2025-05-10");
        long there = second.person("030160000002");
        long same = second.person("030160000001");
        for (long person : List.of(there, same)) {
            w.run("update person set unit_code = '11074' where person_id = " + person);
            w.run("update residence set unit_code = '11074' where person_id = " + person);
        }
        second.decide(
                DecisionKind.GRANT, PastWorld.grant(there, Component.MONTHLY, "B", 200, "2025-05"));
        long id =
                w.successions.plan(
                        FIRST,
                        new NewPlan(
                                List.of(OLD, "xa-ben-canh"),
                                List.of("xa-tan-ky"),
                                List.of(new Seat("xa-tan-ky", "11113")),
                                SuccessionWorld.JULY,
                                "NQ GIẢ LẬP"));
        w.successions.assign(
                FIRST,
                id,
                new UnitRow("xa-ben-canh", "11074", "xa-tan-ky", "11113", "GIẢ LẬP", true));

        // Both signed number 1 as the same authority: the successor would have it twice.
        DryRun blocked = w.successions.dryRun(FIRST, id);
        assertThat(blocked.unmatched())
                .extracting(u -> u.locality() + " " + u.reason())
                .contains("xa-ben-canh DECISION_NUMBER_TAKEN", "xa-ben-canh NUMBER_TAKEN");
        try (Connection superuser = store.superuser()) {
            TestStore.run(superuser, "set session_replication_role = replica");
            TestStore.run(
                    superuser,
                    "update decision set folded_authority = 'ubnd ben canh'"
                            + " where tenant_id = "
                            + second.tenant.value());
        }
        // One number, two localities: both stay until somebody finds out whose it is.
        w.agree(id);
        Plan done = w.successions.carry(FIRST, id);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.controls()).allMatch(Control::ties);
        PastWorld next = new PastWorld(store, owner, "xa-tan-ky").startingOn("2025-07-02");
        assertThat(next.pay("2025-07").totalDong()).isEqualTo(1_750_000);
        assertThat(atRest()).containsExactlyInAnyOrder(OLD, "xa-ben-canh");
        assertThatThrownBy(() -> second.pay("2025-07")).isInstanceOf(AnsinhException.class);
    }
}
