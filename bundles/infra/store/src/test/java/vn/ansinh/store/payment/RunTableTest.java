package vn.ansinh.store.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ansinh.store.TestStore.one;
import static vn.ansinh.store.TestStore.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.store.TestStore;

/** What the database itself allows of a run, by plain SQL under the application's role. */
class RunTableTest {
    private static final String DIGEST = "'\\x" + "ab".repeat(32) + "'";
    private static final String OTHER_DIGEST = "'\\x" + "cd".repeat(32) + "'";

    private static TestStore store;
    private static Connection owner;
    private static Connection app;
    private static int tenant;

    @BeforeAll
    static void open() throws Exception {
        store = TestStore.fresh(4);
        owner = store.owner();
        app = store.app();
        TenantId id = store.tenant("bang-chuyen");
        tenant = id.value();
        run(app, "set ansinh.tenant = " + tenant);
        new TestPeople(owner, id, 1_000_000).add(3);
    }

    @AfterAll
    static void close() throws Exception {
        app.close();
        owner.close();
        store.close();
    }

    /** A run of a state, put there by the owner; checked in its round when it is submitted. */
    private static long runIn(RunState state, int approvals) throws SQLException {
        boolean list = state.hasList();
        long id =
                Long.parseLong(
                        one(
                                owner,
                                "insert into payment_run (tenant_id, for_month, to_month, kind,"
                                        + " budget_year, state, approvals, list_date, pinned_at,"
                                        + " snapshot_hash, digest, computed_at) values ("
                                        + tenant
                                        + ", '2026-03-01', '2026-03-01', 'REGULAR', 2026, '"
                                        + state
                                        + "', "
                                        + approvals
                                        + ", '2026-02-20', '2026-02-20T01:00:00Z', 'h', "
                                        + (list
                                                ? DIGEST + ", '2026-02-20T01:00:00Z'"
                                                : "null, null")
                                        + ") returning id"));
        if (state == RunState.SUBMITTED) {
            event(owner, id, 1, state, state, RunDuty.CHECK, "ke-toan", "", 1, DIGEST);
        }
        return id;
    }

    private static void event(
            Connection connection,
            long runId,
            int seq,
            RunState from,
            RunState to,
            RunDuty duty,
            String actor,
            String onBehalfOf,
            int round,
            String digest)
            throws SQLException {
        run(
                connection,
                "insert into run_event (tenant_id, run_id, seq, from_state, to_state, duty, actor,"
                        + " on_behalf_of, at, round, note, digest) values ("
                        + tenant
                        + ", "
                        + runId
                        + ", "
                        + seq
                        + ", '"
                        + from
                        + "', '"
                        + to
                        + "', '"
                        + duty
                        + "', '"
                        + actor
                        + "', '"
                        + onBehalfOf
                        + "', '2026-02-20T02:00:00Z', "
                        + round
                        + ", 'lý do giả lập', "
                        + digest
                        + ")");
    }

    private static String state(long runId) throws SQLException {
        return one(owner, "select state from payment_run where id = " + runId);
    }

    /** Every state, to every state, by every duty: 324 moves, of which these are all. */
    @Test
    void onlyTheMovesOfTheTable() throws Exception {
        Set<String> moved = new TreeSet<>();
        for (RunState from : RunState.values()) {
            for (RunState to : RunState.values()) {
                for (RunDuty duty : RunDuty.values()) {
                    long id = runIn(from, to == RunState.SUBMITTED ? 2 : 1);
                    int seq = from == RunState.SUBMITTED ? 2 : 1;
                    String hand = duty == RunDuty.CHECK ? "ke-toan" : "nguoi-" + duty.ordinal();
                    boolean digest = from.hasList() || to == RunState.COMPUTED;
                    try {
                        event(app, id, seq, from, to, duty, hand, "", 1, digest ? DIGEST : "null");
                        moved.add(from + " " + to + " " + duty);
                        assertThat(state(id)).isEqualTo(to.name());
                    } catch (SQLException refused) {
                        assertThat(refused.getSQLState()).isIn("23503", "23514");
                        assertThat(state(id)).isEqualTo(from.name());
                    }
                }
            }
        }
        assertThat(moved)
                .containsExactlyInAnyOrder(
                        "DRAFT COMPUTED PREPARE",
                        "DRAFT CANCELLED PREPARE",
                        "COMPUTED DRAFT PREPARE",
                        "COMPUTED SUBMITTED PREPARE",
                        "COMPUTED CANCELLED PREPARE",
                        "SUBMITTED SUBMITTED CHECK",
                        "SUBMITTED SUBMITTED APPROVE",
                        "SUBMITTED APPROVED APPROVE",
                        "SUBMITTED RETURNED PREPARE",
                        "SUBMITTED RETURNED CHECK",
                        "SUBMITTED RETURNED APPROVE",
                        "APPROVED RETURNED CHECK",
                        "APPROVED RETURNED APPROVE",
                        "APPROVED SENT PAY",
                        "RETURNED DRAFT PREPARE",
                        "RETURNED CANCELLED PREPARE",
                        "SENT SETTLING PAY",
                        "SETTLING CLOSED PAY");
    }

    @Test
    void noWayRoundTheEvents() throws Exception {
        long computed = runIn(RunState.COMPUTED, 1);
        long approved = runIn(RunState.APPROVED, 1);
        for (String change :
                List.of(
                        "update payment_run set state = 'APPROVED' where id = " + computed,
                        "update payment_run set approvals = 1 where id = " + computed,
                        "update payment_run set round = 9 where id = " + computed,
                        "update payment_run set list_date = '2026-01-01' where id = " + approved,
                        "delete from payment_run where id = " + computed,
                        "insert into payment_run (for_month, to_month, kind, budget_year, state,"
                                + " list_date, pinned_at, snapshot_hash, digest, computed_at)"
                                + " values ('2026-03-01', '2026-03-01', 'REGULAR', 2026,"
                                + " 'APPROVED', '2026-02-20', '2026-02-20T01:00:00Z', 'h', "
                                + DIGEST
                                + ", '2026-02-20T01:00:00Z')",
                        "insert into run_duty (run_id, round, hand, duty) values ("
                                + computed
                                + ", 1, 'ai', 'APPROVE')",
                        "update run_event set actor = 'ai'",
                        "delete from run_event",
                        "update run_month set live = false",
                        "insert into run_month (run_id, for_month, regular) values ("
                                + approved
                                + ", '2026-04-01', true)",
                        line(approved),
                        line(computed),
                        line(99_999))) {
            assertThatThrownBy(() -> run(app, change))
                    .as(change)
                    .hasMessageMatching("(?s).*(permission denied|row-level security|final).*");
        }
        // The owner too moves nothing without an event.
        assertThatThrownBy(
                        () ->
                                run(
                                        owner,
                                        "update payment_run set state = 'APPROVED' where id = "
                                                + computed))
                .hasMessageContaining("no event moves it");
        // A line is taken by a draft: the refusals above are about the state.
        assertThatCode(() -> run(app, line(runIn(RunState.DRAFT, 1)))).doesNotThrowAnyException();
    }

    private static String line(long runId) {
        return "insert into payment_line (for_month, person_id, component, sequence, run_id,"
                + " entitlement_id, decision_id, rate_dong, amount_dong, prev_amount,"
                + " coefficient_hundredths, rate_row, coefficient_row, uncertain, restricted,"
                + " unit_code, ground, movement, salt, leaf) values ('2026-03-01', 1000001, 1, 0, "
                + runId
                + ", 1, 1, 1, 1, 0, 100, 0, 0, false, false, 'U1', 'A', 'NEW', '\\x"
                + "00".repeat(16)
                + "', '\\x"
                + "00".repeat(32)
                + "')";
    }

    @Test
    void fourEyesAlsoForDelegates() throws Exception {
        long id = runIn(RunState.COMPUTED, 1);
        RunState computed = RunState.COMPUTED;
        RunState submitted = RunState.SUBMITTED;
        event(app, id, 1, computed, submitted, RunDuty.PREPARE, "a", "b", 1, DIGEST);
        // Neither the delegate who prepared nor the one they prepared for, in whatever role.
        for (String[] hands : new String[][] {{"a", ""}, {"b", ""}, {"c", "b"}, {"a", "d"}}) {
            refused(id, 2, submitted, submitted, RunDuty.CHECK, hands, DIGEST, "another duty");
        }
        refused(
                id,
                2,
                submitted,
                RunState.APPROVED,
                RunDuty.APPROVE,
                new String[] {"e", ""},
                DIGEST,
                "not checked");
        event(app, id, 2, submitted, submitted, RunDuty.CHECK, "k", "l", 1, DIGEST);
        for (String[] hands :
                new String[][] {{"a", ""}, {"b", ""}, {"k", ""}, {"l", ""}, {"m", "l"}}) {
            refused(
                    id,
                    3,
                    submitted,
                    RunState.APPROVED,
                    RunDuty.APPROVE,
                    hands,
                    DIGEST,
                    "another duty");
        }
        refused(
                id,
                3,
                submitted,
                RunState.APPROVED,
                RunDuty.APPROVE,
                new String[] {"system:job", ""},
                DIGEST,
                "check");
        refused(
                id,
                3,
                submitted,
                RunState.APPROVED,
                RunDuty.APPROVE,
                new String[] {"e", ""},
                OTHER_DIGEST,
                "another list");
        refused(
                id,
                4,
                submitted,
                RunState.APPROVED,
                RunDuty.APPROVE,
                new String[] {"e", ""},
                DIGEST,
                "does not follow");
        event(app, id, 3, submitted, RunState.APPROVED, RunDuty.APPROVE, "e", "f", 1, DIGEST);
        assertThat(state(id)).isEqualTo("APPROVED");
    }

    @Test
    void aSecondApprovalIsByAnotherHand() throws Exception {
        long id = runIn(RunState.SUBMITTED, 2);
        RunState submitted = RunState.SUBMITTED;
        String[] first = {"e", "f"};
        refused(
                id,
                2,
                submitted,
                RunState.APPROVED,
                RunDuty.APPROVE,
                first,
                DIGEST,
                "of 2 approvals");
        event(app, id, 2, submitted, submitted, RunDuty.APPROVE, "e", "f", 1, DIGEST);
        for (String[] hands : new String[][] {{"e", ""}, {"f", ""}, {"g", "f"}}) {
            refused(
                    id,
                    3,
                    submitted,
                    RunState.APPROVED,
                    RunDuty.APPROVE,
                    hands,
                    DIGEST,
                    "has approved");
        }
        event(app, id, 3, submitted, RunState.APPROVED, RunDuty.APPROVE, "g", "", 1, DIGEST);
        assertThat(state(id)).isEqualTo("APPROVED");
    }

    private static void refused(
            long id,
            int seq,
            RunState from,
            RunState to,
            RunDuty duty,
            String[] hands,
            String digest,
            String because) {
        assertThatThrownBy(() -> event(app, id, seq, from, to, duty, hands[0], hands[1], 1, digest))
                .hasMessageContaining(because);
    }

    @Test
    void returningGivesANewRoundAndAReason() throws Exception {
        long id = runIn(RunState.SUBMITTED, 1);
        assertThatThrownBy(
                        () ->
                                run(
                                        app,
                                        "insert into run_event (run_id, seq, from_state, to_state,"
                                                + " duty, actor, at, round, digest) values ("
                                                + id
                                                + ", 2, 'SUBMITTED', 'RETURNED', 'CHECK',"
                                                + " 'ke-toan', '2026-02-20T02:00:00Z', 1, "
                                                + DIGEST
                                                + ")"))
                .hasMessageContaining("check constraint");
        event(
                app,
                id,
                2,
                RunState.SUBMITTED,
                RunState.RETURNED,
                RunDuty.CHECK,
                "ke-toan",
                "",
                1,
                DIGEST);
        assertThat(one(owner, "select round from payment_run where id = " + id)).isEqualTo("2");
        refused(
                id,
                3,
                RunState.RETURNED,
                RunState.DRAFT,
                RunDuty.PREPARE,
                new String[] {"lap", ""},
                DIGEST,
                "does not follow");
        event(app, id, 3, RunState.RETURNED, RunState.DRAFT, RunDuty.PREPARE, "lap", "", 2, DIGEST);
        assertThat(one(owner, "select digest is null from payment_run where id = " + id))
                .isEqualTo("t");
    }
}
