package vn.ansinh.store.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.ansinh.store.TestStore.run;
import static vn.ansinh.store.payment.TestRuns.ACCOUNTANT;
import static vn.ansinh.store.payment.TestRuns.ANY;
import static vn.ansinh.store.payment.TestRuns.LEADER;

import java.sql.Connection;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.RunLife;
import vn.ansinh.payment.api.RunPapers;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.store.TestStore;

/** Lines held between approval and sending, against a real PostgreSQL. */
class RunHoldTest {
    private static TestStore store;
    private static Connection owner;
    private static RunLife life;
    private static RunPapers papers;

    @BeforeAll
    static void open() throws Exception {
        store = TestStore.fresh(4);
        owner = store.owner();
        life = TestRuns.life(store.store(), 0);
        papers = TestRuns.papers(store.store());
    }

    @AfterAll
    static void close() throws Exception {
        owner.close();
        store.close();
    }

    private static void refused(ErrorCode code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        AnsinhException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void oneLineIsHeldAndReleasedByAnotherHand() throws Exception {
        TenantId tenant = store.tenant("giu-lai");
        new TestPeople(owner, tenant, 9_000_000).add(20);
        RunView run = TestRuns.regular(life, tenant, "2026-03", "2026-03");
        RunPapers.NewHold hold =
                new RunPapers.NewHold(
                        run.id(),
                        run.month(),
                        9_000_003,
                        Component.MONTHLY,
                        0,
                        RunPapers.HoldKind.DEATH,
                        "báo tử muộn, trích lục số 1/GIẢ LẬP");
        refused(ErrorCode.CONFLICT, () -> papers.hold(tenant, ACCOUNTANT, hold));
        TestRuns.approved(life, tenant, run.id());
        RunPapers.Sheet before = papers.sheet(tenant, LEADER, run.id());
        long id = papers.hold(tenant, ACCOUNTANT, hold);
        refused(ErrorCode.CONFLICT, () -> papers.hold(tenant, LEADER, hold));

        RunPapers.Sheet sheet = papers.sheet(tenant, LEADER, run.id());
        assertThat(sheet.held()).isEqualTo(new RunPapers.Sum(1, 750_000));
        assertThat(sheet.toPayDong()).isEqualTo(before.toPayDong() - 750_000);
        assertThat(sheet.run()).isEqualTo(before.run());
        assertThat(sheet.ledgerRoot()).hasSize(64).isEqualTo(before.ledgerRoot());
        assertThat(sheet.preparedBy()).extracting(RunPapers.Signed::login).contains("lap");
        assertThat(sheet.checkedBy())
                .extracting(RunPapers.Signed::login)
                .containsExactly("ke-toan");
        assertThat(sheet.approvedBy())
                .extracting(RunPapers.Signed::login)
                .containsExactly("lanh-dao");

        refused(ErrorCode.FORBIDDEN, () -> papers.release(tenant, ACCOUNTANT, id, "đã rõ rồi"));
        Actor delegate = new Actor("thay", "ke-toan", "", "", Set.of());
        refused(ErrorCode.FORBIDDEN, () -> papers.release(tenant, delegate, id, "đã rõ rồi"));
        papers.release(tenant, LEADER, id, "báo tử nhầm người");
        refused(ErrorCode.CONFLICT, () -> papers.release(tenant, LEADER, id, "báo tử nhầm người"));
        assertThat(papers.sheet(tenant, LEADER, run.id()).toPayDong())
                .isEqualTo(before.toPayDong());
        assertThat(papers.holds(tenant, LEADER, run.id()))
                .extracting(RunPapers.Hold::personId, RunPapers.Hold::releasedBy)
                .containsExactly(tuple(9_000_003L, "lanh-dao"));
        // By plain SQL too: not the same hand, and only a line of an approved run.
        try (Connection app = store.app()) {
            run(app, "set ansinh.tenant = " + tenant.value());
            papers.hold(tenant, ACCOUNTANT, hold);
            assertThatThrownBy(
                            () ->
                                    run(
                                            app,
                                            "update line_hold set released_by = 'ke-toan',"
                                                    + " released_on_behalf_of = '', released_at ="
                                                    + " '2026-03-15T02:00:00Z', release_reason ="
                                                    + " 'tự thôi giữ' where released_at is null"))
                    .hasMessageContaining("check constraint");
            life.giveBack(tenant, LEADER, run.id(), ANY, RunDuty.APPROVE, "lập lại danh sách");
            assertThatThrownBy(
                            () ->
                                    run(
                                            app,
                                            "insert into line_hold (run_id, for_month, person_id,"
                                                    + " component, sequence, kind, reason, held_by,"
                                                    + " held_at) values ("
                                                    + run.id()
                                                    + ", '2026-03-01', 9000004, 1, 0, 'OTHER',"
                                                    + " 'giữ', 'ai', '2026-03-15T02:00:00Z')"))
                    .hasMessageContaining("no line of an approved run");
        }
    }

    @Test
    void whatIsRecordedAfterTheListHoldsItsLineOnly() throws Exception {
        TenantId tenant = store.tenant("tin-muon");
        new TestPeople(owner, tenant, 11_000_000).add(40);
        RunView run = TestRuns.regular(life, tenant, "2026-03", "2026-03");
        TestRuns.approved(life, tenant, run.id());
        assertThat(papers.late(tenant, ACCOUNTANT, run.id())).isEmpty();
        String person = " where tenant_id = " + tenant.value() + " and person_id = 110000";
        String later = "'2026-03-15T03:00:00Z'";
        // Person 10 died and has two lines; 11 died in the month, which is due; 12 was known
        // before.
        run(
                owner,
                "update person set death_on = '2026-02-20', death_recorded_at = "
                        + later
                        + person
                        + "10");
        run(
                owner,
                "update person set death_on = '2026-03-02', death_recorded_at = "
                        + later
                        + person
                        + "11");
        run(
                owner,
                "update person set death_on = '2026-02-20', death_recorded_at ="
                        + " '2026-03-01T03:00:00Z'"
                        + person
                        + "12");
        run(owner, "update entitlement set ended_at = " + later + person + "13");
        // A decision that goes on with the same person is no stop.
        run(owner, "update entitlement set ended_at = " + later + person + "14");
        new TestPeople(owner, tenant, 11_000_000).grant(14, "R", 300, "2026-02");
        run(
                owner,
                "insert into payee (tenant_id, person_id, component, kind, name, paper, valid_from,"
                        + " channel, bank, account, holder, holder_relation, name_check,"
                        + " change_paper, recorded_by, recorded_at) values ("
                        + tenant.value()
                        + ", 11000015, 'MONTHLY', 'SELF', 'Người giả lập 15', '', '2026-03-01',"
                        + " 'ACCOUNT', 'NGÂN HÀNG GIẢ LẬP', '000015', 'NGUOI GIA LAP 15', '', '',"
                        + " '', 'lap', "
                        + later
                        + ")");

        assertThat(papers.late(tenant, ACCOUNTANT, run.id()))
                .extracting(late -> late.personId() - 11_000_000, RunPapers.Late::kind)
                .containsExactly(
                        tuple(10L, RunPapers.HoldKind.DEATH),
                        tuple(10L, RunPapers.HoldKind.DEATH),
                        tuple(13L, RunPapers.HoldKind.STOP),
                        tuple(15L, RunPapers.HoldKind.ACCOUNT));
        assertThat(papers.holdLate(tenant, ACCOUNTANT, run.id())).isEqualTo(4);
        assertThat(papers.sheet(tenant, LEADER, run.id()).held().lines()).isEqualTo(4);
        assertThat(life.file(tenant, LEADER, run.id()).run().state()).isEqualTo(RunState.APPROVED);
    }
}
