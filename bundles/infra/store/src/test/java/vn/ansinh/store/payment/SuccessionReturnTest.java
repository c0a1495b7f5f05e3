package vn.ansinh.store.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.ansinh.store.payment.SuccessionWorld.FIRST;
import static vn.ansinh.store.payment.SuccessionWorld.NEW;
import static vn.ansinh.store.payment.SuccessionWorld.OLD;
import static vn.ansinh.store.payment.SuccessionWorld.SECOND;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.Successions.Event;
import vn.ansinh.payment.api.Successions.Plan;
import vn.ansinh.payment.api.Successions.State;
import vn.ansinh.payment.api.Successions.Sum;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Suspensions;
import vn.ansinh.store.TestStore;

/** A succession is taken back whole, or not at all. DỮ LIỆU GIẢ LẬP. */
class SuccessionReturnTest {
    private static final String WHY = "Nghị quyết đổi ngày";

    private TestStore store;
    private Connection owner;
    private SuccessionWorld w;
    private long id;
    private List<Sum> sums;
    private String old;
    private String empty;

    @BeforeEach
    void carried() throws SQLException {
        store = TestStore.fresh(4);
        owner = store.owner();
        w = new SuccessionWorld(store, owner);
        new SuccessionPeople(w);
        empty = w.of(NEW.keySet());
        old = w.of(List.of(OLD));
        id = w.plan();
        w.assign(id, "TK-2023-1", "xa-chi-minh");
        w.agree(id);
        sums = w.successions.dryRun(FIRST, id).sums();
        w.successions.carry(FIRST, id);
    }

    @AfterEach
    void close() throws SQLException {
        owner.close();
        store.close();
    }

    private AnsinhException refused(Runnable work) {
        AnsinhException refusal = catchThrowableOfType(work::run, AnsinhException.class);
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private int atRest() {
        return store.service(Suspensions.class).all().size();
    }

    @Test
    void twoHandsPutEverythingBack() throws SQLException {
        assertThat(w.of(NEW.keySet())).isNotEqualTo(empty);

        assertThat(w.successions.reverse(FIRST, id, WHY).state()).isEqualTo(State.DONE);
        assertThat(refused(() -> w.successions.reverse(FIRST, id, WHY)).code())
                .isEqualTo(ErrorCode.FORBIDDEN);
        Plan back = w.successions.reverse(SECOND, id, WHY);

        assertThat(back.state()).isEqualTo(State.REVERSED);
        assertThat(back.events())
                .extracting(Event::what)
                .endsWith("DONE", "REVERSE_ASKED", "REVERSE", "REVERSED");
        assertThat(w.of(NEW.keySet())).isEqualTo(empty);
        assertThat(w.of(List.of(OLD))).isEqualTo(old);
        assertThat(atRest()).isZero();
        assertThat(
                        w.one(
                                "select count(distinct tenant_id) from ledger_link"
                                        + " where kind = 'SUCCESSION_REVERSED'"))
                .isEqualTo("7");

        // The old locality goes on, and the same can be planned and carried anew.
        long again = w.plan();
        w.assign(again, "TK-2023-1", "xa-chi-minh");
        assertThat(w.successions.dryRun(FIRST, again).sums()).isEqualTo(sums);
        w.agree(again);
        assertThat(w.successions.carry(FIRST, again).state()).isEqualTo(State.DONE);
        // The old plan has nothing more to do.
        assertThat(refused(() -> w.successions.carry(FIRST, id)).code())
                .isEqualTo(ErrorCode.CONFLICT);
    }

    @Test
    void aKillAtAnyMomentIsGoneOnFrom() throws SQLException {
        w.successions.reverse(FIRST, id, WHY);
        Set<String> seen = new HashSet<>();
        int[] calls = {0};
        w.moment =
                name -> {
                    // Once before and once after each thing that is written, at every party.
                    if (seen.add(name + (name.matches("lock|takeBack|move") ? calls[0]++ : ""))
                            && calls[0] < 60) {
                        throw new IllegalStateException("killed");
                    }
                };
        Plan end = null;
        while (end == null) {
            try {
                end = w.successions.reverse(SECOND, id, WHY);
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("killed");
            }
        }
        assertThat(end.state()).isEqualTo(State.REVERSED);
        assertThat(seen).contains("allow", "prints", "kept").hasSizeGreaterThan(40);
        assertThat(w.of(NEW.keySet())).isEqualTo(empty);
        assertThat(atRest()).isZero();
    }

    @Test
    void whatWasRecordedSinceIsNamedAndKept() throws SQLException {
        w.run(
                "insert into fact (tenant_id, person_id, fact_id, kind, value, valid_from,"
                        + " known_since, paper, recorded_at) select tenant_id, person_id, 900009, 'group',"
                        + " 'B', '2025-07-01', '2025-07-02', 'GIẢ LẬP', now() from person_origin limit 1");
        w.successions.reverse(FIRST, id, WHY);

        AnsinhException refusal = refused(() -> w.successions.reverse(SECOND, id, WHY));

        assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(refusal.faults()).hasSize(1);
        assertThat(refusal.faults().get(0).sentence()).contains("bảng fact lúc mở");
        assertThat(w.successions.get(FIRST, id).state()).isEqualTo(State.DONE);
        // The successors go on with their work; only the old locality rests.
        assertThat(atRest()).isEqualTo(1);
        w.run("delete from fact where fact_id = 900009");
        assertThat(w.successions.reverse(SECOND, id, WHY).state()).isEqualTo(State.REVERSED);
    }

    @Test
    void aRunThatWasSentEndsIt() throws SQLException {
        PastWorld next = new PastWorld(store, owner, "xa-tu-ky").startingOn("2025-07-02");
        long run = next.pay("2025-07").id();
        assertThat(refused(() -> w.successions.reverse(FIRST, id, WHY)))
                .hasMessageContaining("hủy kỳ đó")
                .extracting(AnsinhException::code)
                .isEqualTo(ErrorCode.CONFLICT);
        state(run, "SENT");
        assertThat(refused(() -> w.successions.reverse(FIRST, id, WHY)))
                .hasMessageContaining("không hủy được nữa")
                .extracting(AnsinhException::code)
                .isEqualTo(ErrorCode.HANDED_OVER);
        assertThat(w.successions.get(FIRST, id).state()).isEqualTo(State.DONE);
    }

    @Test
    void aRunThatWasCancelledDoesNot() throws SQLException {
        PastWorld next = new PastWorld(store, owner, "xa-tu-ky").startingOn("2025-07-02");
        RunView run = next.pay("2025-07");
        next.life.cancel(next.tenant, PastWorld.ACTOR, run.id(), TestRuns.ANY, "GIẢ LẬP");
        w.successions.reverse(FIRST, id, WHY);
        assertThat(w.successions.reverse(SECOND, id, WHY).state()).isEqualTo(State.REVERSED);
        assertThat(w.one("select count(*) from person where tenant_id = " + next.tenant.value()))
                .isEqualTo("0");
    }

    private void state(long run, String state) throws SQLException {
        try (Connection superuser = store.superuser()) {
            TestStore.run(superuser, "set session_replication_role = replica");
            TestStore.run(
                    superuser, "update payment_run set state = '" + state + "' where id = " + run);
        }
    }

    @Test
    void whatDiffersCanBeTakenBackToo() throws SQLException {
        w.run("update succession set state = 'FAILED'");
        w.run(
                "update locality set suspended_at = now(), suspended_reason = 'Kế thừa đơn vị hành"
                        + " chính, phương án số "
                        + id
                        + "'");
        w.successions.reverse(FIRST, id, WHY);
        assertThat(atRest()).isEqualTo(7);
        assertThat(w.successions.reverse(SECOND, id, WHY).state()).isEqualTo(State.REVERSED);
        assertThat(w.of(NEW.keySet())).isEqualTo(empty);
        assertThat(atRest()).isZero();
    }

    @Test
    void nothingIsRemovedWithoutASuccession() throws SQLException {
        try (Connection app = store.app()) {
            TestStore.run(
                    app,
                    "select set_config('ansinh.tenant', tenant_id::text, false),"
                            + " set_config('ansinh.succession', '"
                            + id
                            + "', false) from locality"
                            + " where code = 'xa-tan-ky'");
            assertThatThrownBy(() -> TestStore.run(app, "select succession_take_back()"))
                    .hasMessageContaining("no succession is taken back here");
        }
    }
}
