package vn.ansinh.store.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.ansinh.store.TestStore.one;
import static vn.ansinh.store.TestStore.run;
import static vn.ansinh.store.payment.TestRuns.ACCOUNTANT;
import static vn.ansinh.store.payment.TestRuns.ANY;
import static vn.ansinh.store.payment.TestRuns.LEADER;
import static vn.ansinh.store.payment.TestRuns.OTHER_LEADER;
import static vn.ansinh.store.payment.TestRuns.PREPARER;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ansinh.payment.api.Payments.Reconciliation;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunKind;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.RunLife;
import vn.ansinh.payment.api.RunPapers;
import vn.ansinh.payment.internal.RunListener;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.store.TestStore;

/** The life of runs against a real PostgreSQL. */
class RunLifeTest {
    private static TestStore store;
    private static Connection owner;
    private static RunLife life;
    private static RunPapers papers;

    @BeforeAll
    static void open() throws Exception {
        store = TestStore.fresh(6);
        owner = store.owner();
        life = TestRuns.life(store.store(), 0);
        papers = TestRuns.papers(store.store());
    }

    @AfterAll
    static void close() throws Exception {
        owner.close();
        store.close();
    }

    private static String ask(TenantId tenant, String sql) throws Exception {
        return one(owner, sql.replace(":t", "tenant_id = " + tenant.value()));
    }

    private static void refused(ErrorCode code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        AnsinhException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void fromComputedToApprovedByThreeHands() throws Exception {
        TenantId tenant = store.tenant("ba-nguoi");
        new TestPeople(owner, tenant, 1_000_000).add(250);
        List<String> heard = new ArrayList<>();
        RunListener listener = (run, from, to) -> heard.add(from + " " + to + " " + run.round());
        RunLife heardLife = TestRuns.life(store.store(), 0, listener);
        RunView run = TestRuns.regular(heardLife, tenant, "2026-03", "2026-03");
        long id = run.id();

        refused(ErrorCode.CONFLICT, () -> life.check(tenant, ACCOUNTANT, id, ANY, ""));
        refused(ErrorCode.CONFLICT, () -> life.approve(tenant, LEADER, id, ANY, ""));
        heardLife.submit(tenant, PREPARER, id, ANY, "trình");
        refused(ErrorCode.FORBIDDEN, () -> life.check(tenant, PREPARER, id, ANY, ""));
        Actor delegate = new Actor("thay", "lap", "", "", Set.of());
        refused(ErrorCode.FORBIDDEN, () -> life.check(tenant, delegate, id, ANY, ""));
        refused(ErrorCode.CONFLICT, () -> life.approve(tenant, LEADER, id, ANY, ""));
        heardLife.check(tenant, ACCOUNTANT, id, ANY, "");
        refused(ErrorCode.FORBIDDEN, () -> life.approve(tenant, ACCOUNTANT, id, ANY, ""));
        refused(ErrorCode.FORBIDDEN, () -> life.approve(tenant, PREPARER, id, ANY, ""));
        refused(ErrorCode.FORBIDDEN, () -> life.approve(tenant, Actor.system("dem"), id, ANY, ""));
        refused(ErrorCode.STALE, () -> life.approve(tenant, LEADER, id, 1, ""));
        RunView approved = heardLife.approve(tenant, LEADER, id, 3, "");

        assertThat(approved.state()).isEqualTo(RunState.APPROVED);
        assertThat(heard)
                .containsExactly(
                        "DRAFT COMPUTED 1",
                        "COMPUTED SUBMITTED 1",
                        "SUBMITTED SUBMITTED 1",
                        "SUBMITTED APPROVED 1");
        assertThat(
                        ask(
                                tenant,
                                "select string_agg(kind, ' ' order by seq) from ledger_link where :t"))
                .isEqualTo("RUN_COMPUTED RUN_SUBMITTED RUN_CHECKED RUN_APPROVED");
        RunLife.File file = life.file(tenant, LEADER, id);
        assertThat(file.events())
                .extracting(RunLife.Event::actor)
                .containsExactly("lap", "lap", "ke-toan", "lanh-dao");
        assertThat(file.moves())
                .extracting(RunLife.Move::to)
                .containsExactly(RunState.RETURNED, RunState.RETURNED, RunState.SENT);
        // A move that a listener refuses has not happened.
        RunLife refusing =
                TestRuns.life(
                        store.store(),
                        0,
                        (moved, from, to) -> {
                            throw new AnsinhException(ErrorCode.CONFLICT, "vướng");
                        });
        refused(
                ErrorCode.CONFLICT,
                () ->
                        refusing.giveBack(
                                tenant, LEADER, id, ANY, RunDuty.APPROVE, "xem lại số tổng"));
        assertThat(life.file(tenant, LEADER, id).run().state()).isEqualTo(RunState.APPROVED);
    }

    @Test
    void ofTwoApprovalsAtOnceOneCounts() throws Exception {
        TenantId tenant = store.tenant("hai-duyet");
        new TestPeople(owner, tenant, 2_000_000).add(20);
        long id = TestRuns.regular(life, tenant, "2026-03", "2026-03").id();
        TestRuns.checked(life, tenant, id);

        List<Object> outcomes =
                Stream.of(LEADER, OTHER_LEADER)
                        .map(
                                leader ->
                                        CompletableFuture.<Object>supplyAsync(
                                                        () ->
                                                                life.approve(
                                                                                tenant, leader, id,
                                                                                ANY, "")
                                                                        .state())
                                                .exceptionally(
                                                        e ->
                                                                ((AnsinhException) e.getCause())
                                                                        .code()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(outcomes).containsExactlyInAnyOrder(RunState.APPROVED, ErrorCode.CONFLICT);
        assertThat(ask(tenant, "select count(*) from run_event where :t and duty = 'APPROVE'"))
                .isEqualTo("1");
    }

    @Test
    void aboveTheThresholdTwoHandsApprove() throws Exception {
        TenantId tenant = store.tenant("nguong");
        new TestPeople(owner, tenant, 3_000_000).add(20);
        RunView run = TestRuns.regular(life, tenant, "2026-03", "2026-03");
        RunLife strict = TestRuns.life(store.store(), run.totalDong() - 1);
        TestRuns.checked(strict, tenant, run.id());
        assertThat(strict.approve(tenant, LEADER, run.id(), ANY, "").state())
                .isEqualTo(RunState.SUBMITTED);
        refused(ErrorCode.FORBIDDEN, () -> strict.approve(tenant, LEADER, run.id(), ANY, ""));
        assertThat(strict.approve(tenant, OTHER_LEADER, run.id(), ANY, "").state())
                .isEqualTo(RunState.APPROVED);
        // Exactly at the threshold one hand is enough.
        TenantId other = store.tenant("nguong-bang");
        new TestPeople(owner, other, 3_100_000).add(20);
        RunView even = TestRuns.regular(life, other, "2026-03", "2026-03");
        RunLife at = TestRuns.life(store.store(), even.totalDong());
        assertThat(TestRuns.approved(at, other, even.id()).state()).isEqualTo(RunState.APPROVED);
    }

    @Test
    void whatIsComputedAgainIsApprovedAgain() throws Exception {
        TenantId tenant = store.tenant("tra-lai");
        TestPeople people = new TestPeople(owner, tenant, 4_000_000).add(100);
        RunView first = TestRuns.regular(life, tenant, "2026-03", "2026-03");
        long id = first.id();
        TestRuns.approved(life, tenant, id);
        refused(
                ErrorCode.INVALID_INPUT,
                () -> life.giveBack(tenant, LEADER, id, ANY, RunDuty.APPROVE, " "));
        life.giveBack(tenant, LEADER, id, ANY, RunDuty.APPROVE, "thiếu quyết định mới");
        refused(ErrorCode.CONFLICT, () -> life.approve(tenant, LEADER, id, ANY, ""));
        refused(ErrorCode.CONFLICT, () -> life.submit(tenant, PREPARER, id, ANY, ""));
        people.until(3, "2026-02");

        RunView again = life.recompute(tenant, ACCOUNTANT, id, ANY);

        assertThat(again.id()).isEqualTo(id);
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.lines()).isEqualTo(first.lines() - 1);
        assertThat(again.digest()).isNotEqualTo(first.digest());
        assertThat(ask(tenant, "select count(*) from payment_line where :t"))
                .isEqualTo(Long.toString(again.lines()));
        // Approvals of the first round are void, and who computed now no longer checks.
        RunLife.File file = life.file(tenant, LEADER, id);
        assertThat(file.checked()).isFalse();
        assertThat(file.approvals()).isZero();
        life.submit(tenant, ACCOUNTANT, id, ANY, "");
        refused(ErrorCode.CONFLICT, () -> life.approve(tenant, LEADER, id, ANY, ""));
        refused(ErrorCode.FORBIDDEN, () -> life.check(tenant, ACCOUNTANT, id, ANY, ""));
        life.check(tenant, PREPARER, id, ANY, "");
        assertThat(life.approve(tenant, LEADER, id, ANY, "").state()).isEqualTo(RunState.APPROVED);
    }

    @Test
    void twoMonthsBeforeTetAndTheMonthAfter() throws Exception {
        TenantId tenant = store.tenant("truoc-tet");
        new TestPeople(owner, tenant, 5_000_000)
                .add(300)
                .until(100, "2026-02")
                .until(104, "2026-03")
                .died(2, LocalDate.of(2026, 2, 10));
        RunView tet = TestRuns.regular(life, tenant, "2026-02", "2026-03");

        assertThat(tet.state()).isEqualTo(RunState.COMPUTED);
        assertThat(tet.lastMonth()).hasToString("2026-03");
        assertThat(tet.lines()).isEqualTo(330 + 328);
        assertThat(ask(tenant, "select count(distinct for_month) from payment_line where :t"))
                .isEqualTo("2");
        RunPapers.Balance balance = papers.balance(tenant, LEADER, tet.id());
        assertThat(balance.balances()).isTrue();
        assertThat(balance.months()).hasSize(2);
        Reconciliation.Row february = total(balance.months().get(0));
        Reconciliation.Row march = total(balance.months().get(1));
        assertThat(february.newHeads()).isEqualTo(330);
        assertThat(march.lastHeads()).isEqualTo(330);
        assertThat(march.newHeads()).isZero();
        assertThat(march.stoppedHeads()).isEqualTo(2);
        assertThat(balance.toDrawDong())
                .isEqualTo(tet.totalDong())
                .isEqualTo(february.thisDong() + march.thisDong());
        // The same again is the same; a month of it alone, or one that overlaps, is refused.
        assertThat(TestRuns.regular(life, tenant, "2026-02", "2026-03")).isEqualTo(tet);
        refused(ErrorCode.CONFLICT, () -> TestRuns.regular(life, tenant, "2026-03", "2026-03"));
        refused(ErrorCode.CONFLICT, () -> TestRuns.regular(life, tenant, "2026-03", "2026-04"));
        refused(
                ErrorCode.INVALID_INPUT,
                () -> TestRuns.regular(life, tenant, "2026-04", "2026-07"));

        RunView april = TestRuns.regular(life, tenant, "2026-04", "2026-04");
        Reconciliation.Row after =
                total(papers.balance(tenant, LEADER, april.id()).months().get(0));
        assertThat(after.lastHeads()).isEqualTo(march.thisHeads()).isEqualTo(328);
        assertThat(after.lastDong()).isEqualTo(march.thisDong());
        assertThat(after.stoppedHeads()).isEqualTo(1);
        // April compares with it: neither computed again nor cancelled before April is.
        refused(ErrorCode.CONFLICT, () -> life.recompute(tenant, PREPARER, tet.id(), ANY));
        refused(
                ErrorCode.CONFLICT,
                () -> life.cancel(tenant, PREPARER, tet.id(), ANY, "lập lại từng tháng"));
    }

    private static Reconciliation.Row total(Reconciliation page) {
        return page.rows().get(page.rows().size() - 1);
    }

    @Test
    void aCancelledRunFreesItsMonths() throws Exception {
        TenantId tenant = store.tenant("huy");
        new TestPeople(owner, tenant, 6_000_000).add(50);
        RunView both = TestRuns.regular(life, tenant, "2026-03", "2026-04");
        refused(ErrorCode.INVALID_INPUT, () -> life.cancel(tenant, PREPARER, both.id(), ANY, ""));
        RunView gone = life.cancel(tenant, PREPARER, both.id(), ANY, "chỉ chi một tháng");
        assertThat(gone.state()).isEqualTo(RunState.CANCELLED);
        assertThat(ask(tenant, "select count(*) from payment_line where :t")).isEqualTo("0");

        RunView march = TestRuns.regular(life, tenant, "2026-03", "2026-03");

        assertThat(march.id()).isNotEqualTo(both.id());
        assertThat(march.lines()).isEqualTo(55);
        assertThat(TestRuns.approved(life, tenant, march.id()).state())
                .isEqualTo(RunState.APPROVED);
        refused(
                ErrorCode.CONFLICT,
                () -> life.cancel(tenant, PREPARER, march.id(), ANY, "đã duyệt thì trả lại đã"));
        refused(ErrorCode.CONFLICT, () -> life.submit(tenant, PREPARER, both.id(), ANY, ""));
    }

    @Test
    void aCorruptedTotalOrLineIsNotSubmitted() throws Exception {
        TenantId tenant = store.tenant("sai-tong");
        new TestPeople(owner, tenant, 7_000_000).add(40);
        long id = TestRuns.regular(life, tenant, "2026-03", "2026-03").id();
        String add =
                "update run_total set amount_dong = amount_dong + %d where tenant_id = "
                        + tenant.value()
                        + " and unit_code = 'U1' and component = 1 and ground = 'A'";
        run(owner, add.formatted(1));
        assertThat(papers.balance(tenant, LEADER, id).balances()).isFalse();
        refused(ErrorCode.NOT_RECONCILED, () -> life.submit(tenant, PREPARER, id, ANY, ""));
        run(owner, add.formatted(-1));
        String line =
                "update payment_line set amount_dong = amount_dong + %d where tenant_id = "
                        + tenant.value()
                        + " and person_id = 7000005";
        run(owner, line.formatted(1));
        refused(ErrorCode.NOT_RECONCILED, () -> life.submit(tenant, PREPARER, id, ANY, ""));
        run(owner, line.formatted(-1));
        assertThat(life.submit(tenant, PREPARER, id, ANY, "").state())
                .isEqualTo(RunState.SUBMITTED);
    }

    @Test
    void whoWasGrantedLateIsSupplemented() throws Exception {
        TenantId tenant = store.tenant("bo-sung");
        TestPeople people = new TestPeople(owner, tenant, 8_000_000).add(30).until(7, "2026-02");
        refused(
                ErrorCode.CONFLICT,
                () -> TestRuns.run(life, tenant, RunKind.SUPPLEMENTARY, "2026-03", "2026-03"));
        RunView march = TestRuns.regular(life, tenant, "2026-03", "2026-03");
        RunView nobody = TestRuns.run(life, tenant, RunKind.SUPPLEMENTARY, "2026-03", "2026-03");
        assertThat(nobody.lines()).isZero();
        refused(ErrorCode.CONFLICT, () -> life.submit(tenant, PREPARER, nobody.id(), ANY, ""));
        life.cancel(tenant, PREPARER, nobody.id(), ANY, "không có ai bổ sung");
        people.grant(7, "A", 150, "2026-03");

        RunView late = TestRuns.run(life, tenant, RunKind.SUPPLEMENTARY, "2026-03", "2026-03");

        assertThat(late.lines()).isEqualTo(1);
        assertThat(late.totalDong()).isEqualTo(750_000);
        assertThat(late.differences()).isZero();
        assertThat(ask(tenant, "select run_id from payment_line where :t and person_id = 8000007"))
                .isEqualTo(Long.toString(late.id()));
        assertThat(TestRuns.approved(life, tenant, late.id()).state()).isEqualTo(RunState.APPROVED);
        // The regular run of the month is untouched and April is compared with it.
        RunView april = TestRuns.regular(life, tenant, "2026-04", "2026-04");
        Reconciliation.Row row = total(papers.balance(tenant, LEADER, april.id()).months().get(0));
        assertThat(row.lastHeads()).isEqualTo(march.lines());
        assertThat(row.newHeads()).isEqualTo(1);
        refused(
                ErrorCode.INVALID_INPUT,
                () ->
                        life.compute(
                                tenant,
                                PREPARER,
                                new RunLife.Order(
                                        RunKind.SUPPLEMENTARY, march.month(), null, 2025, null)));
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
                        vn.ansinh.locality.api.Component.MONTHLY,
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

    @Test
    void progressIsMeasured() throws Exception {
        TenantId tenant = store.tenant("tien-do");
        new TestPeople(owner, tenant, 10_000_000).add(950);
        RunView run = TestRuns.regular(life, tenant, "2026-03", "2026-03");
        RunLife.Progress progress = life.progress(tenant, LEADER, run.id());
        assertThat(progress.chunks()).isEqualTo(11);
        assertThat(progress.percent()).isEqualTo(100);
        assertThat(progress.lines()).isEqualTo(run.lines());
        assertThat(progress.linesPerSecond()).isPositive();
        assertThat(progress.secondsLeft()).isZero();
    }
}
