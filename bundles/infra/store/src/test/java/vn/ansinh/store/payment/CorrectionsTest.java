package vn.ansinh.store.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ansinh.store.payment.PastWorld.ACTOR;
import static vn.ansinh.store.payment.PastWorld.grant;
import static vn.ansinh.store.payment.PastWorld.money;
import static vn.ansinh.store.payment.PastWorld.stop;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ansinh.entitlement.api.DecisionBook.DecisionDoc;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.entitlement.api.Reason;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.Corrections.DueItem;
import vn.ansinh.payment.api.Corrections.Kind;
import vn.ansinh.payment.api.Payments.Explanation;
import vn.ansinh.payment.api.Payments.ItemLineView;
import vn.ansinh.payment.api.Payments.LineView;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.Recoveries.Recovery;
import vn.ansinh.payment.api.Recoveries.Transfer;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.store.TestStore;

/** Cases of money for past months, as an officer would tell them. */
class CorrectionsTest {
    private static TestStore store;
    private static Connection owner;

    @BeforeAll
    static void open() throws Exception {
        store = TestStore.fresh(6);
        owner = store.owner();
    }

    @AfterAll
    static void close() throws Exception {
        owner.close();
        store.close();
    }

    private static PastWorld world(String code) {
        return new PastWorld(store, owner, code);
    }

    @Test
    void aDeathKnownTwoMonthsLate() throws Exception {
        PastWorld w = world("mat-muon").on("2026-02-20");
        long person = w.person("");
        w.decide(DecisionKind.GRANT, grant(person, Component.MONTHLY, "B", 200, "2026-02"));
        for (String month : List.of("2026-02", "2026-03", "2026-04", "2026-05")) {
            w.on(month.equals("2026-02") ? "2026-02-22" : month + "-01").pay(month);
        }
        assertThat(w.found(person)).isEmpty();

        // Died on 10 March, known on 20 May: due for March, not for April and May.
        w.on("2026-05-20").died(person, "2026-03-10");
        assertThat(w.found(person))
                .containsExactly(
                        "2026-04 MONTHLY DEATH -1000000", "2026-05 MONTHLY DEATH -1000000");
        assertThat(w.items(person)).isEmpty(); // a proposal takes nothing

        // Care that had been due since February goes to the heirs, up to the month of death.
        DecisionDoc care =
                w.decide(DecisionKind.GRANT, grant(person, Component.CARE, "C", 100, "2026-02"));
        w.found(person);
        assertThat(w.accept(care).arrearsDong()).isEqualTo(1_000_000);
        assertThat(w.items(person))
                .extracting(i -> i.month() + " " + i.kind() + " " + i.payeeKind())
                .containsExactly("2026-02 ARREARS HEIR", "2026-03 ARREARS HEIR");

        // Funeral support stands apart; the claim is set off against neither.
        DecisionDoc funeral =
                w.decide(
                        DecisionKind.ONE_OFF,
                        money(person, Component.FUNERAL, "2026-03", 10_000_000, 0));
        assertThat(w.accept(funeral).oneOffDong()).isEqualTo(10_000_000);
        assertThat(w.accept(funeral).items()).isZero();
        DecisionDoc wrong = w.decide(DecisionKind.RECOVER, money(person, null, null, 1_999_999, 1));
        assertThatThrownBy(() -> w.accept(wrong))
                .isInstanceOf(AnsinhException.class)
                .hasMessageContaining("không khớp");
        DecisionDoc recover =
                w.decide(DecisionKind.RECOVER, money(person, null, null, 2_000_000, 2));
        assertThat(w.accept(recover).claimedDong()).isEqualTo(2_000_000);
        assertThat(w.accept(recover).claimedDong()).isZero();
        assertThat(w.found(person)).isEmpty();

        RunView june = w.on("2026-06-01").pay("2026-06");
        assertThat(june.totalDong()).isEqualTo(11_000_000);
        assertThat(
                        w.number(
                                "select count(*) from payment_line where tenant_id = :t"
                                        + " and movement = 'RECOVERY'"))
                .isZero();

        // What heirs paid in, and what is given up; the four parts are the whole.
        Recovery claim = w.recoveries.page(w.tenant, ACTOR, person, true, 0, 10).get(0);
        Transfer part = new Transfer(1_500_000, LocalDate.of(2026, 5, 30), "GNT-01");
        assertThat(w.recoveries.transfer(w.tenant, ACTOR, claim.id(), part).openDong())
                .isEqualTo(500_000);
        assertThatThrownBy(() -> w.recoveries.transfer(w.tenant, ACTOR, claim.id(), part))
                .isInstanceOf(AnsinhException.class);
        DecisionDoc off = w.decide(DecisionKind.WRITE_OFF, money(person, null, null, 500_000, 0));
        Recovery done = w.recoveries.writeOff(w.tenant, ACTOR, off.id()).get(0);
        assertThat(w.recoveries.writeOff(w.tenant, ACTOR, off.id())).isEmpty();
        assertThat(done.openDong()).isZero();
        assertThat(done.recoveredDong() + done.transferredDong() + done.writtenOffDong())
                .isEqualTo(done.totalDong());
        assertThat(w.found(person)).isEmpty();
    }

    @Test
    void aRevokedDecision() throws Exception {
        PastWorld w = world("thu-hoi-qd").on("2026-02-10");
        long person = w.person("");
        w.decide(DecisionKind.GRANT, grant(person, Component.MONTHLY, "A", 150, "2026-02"));
        w.pay("2026-02");
        DecisionDoc adjust =
                w.on("2026-02-20")
                        .decide(
                                DecisionKind.ADJUST,
                                grant(person, Component.MONTHLY, "B", 200, "2026-03"));
        w.on("2026-03-01").pay("2026-03");
        w.on("2026-04-01").pay("2026-04");
        assertThat(w.found(person)).isEmpty();

        DecisionDoc revoked = w.on("2026-04-15").revoke(adjust);
        assertThat(w.found(person))
                .containsExactly(
                        "2026-03 MONTHLY DECISION -250000", "2026-04 MONTHLY DECISION -250000");
        // The revocation is no decision to take money back.
        assertThat(w.accept(revoked).items()).isZero();

        // More than a third of 750.000 a month is not kept back: 30 % is 225.000.
        DecisionDoc tooFast = w.decide(DecisionKind.RECOVER, money(person, null, null, 500_000, 1));
        w.pay("2026-05");
        assertThatThrownBy(() -> w.accept(tooFast))
                .isInstanceOf(AnsinhException.class)
                .satisfies(
                        e ->
                                assertThat(((AnsinhException) e).faults().get(0).sentence())
                                        .contains("ít nhất 3 lần"));
        DecisionDoc plan = w.decide(DecisionKind.RECOVER, money(person, null, null, 500_000, 3));
        w.accept(plan);
        assertThat(w.found(person)).isEmpty();
        RunView june = w.on("2026-06-01").pay("2026-06");
        assertThat(june.totalDong()).isEqualTo(750_000 - 166_667);
        w.on("2026-07-01").pay("2026-07");
        Recovery claim = w.recoveries.page(w.tenant, ACTOR, person, true, 0, 10).get(0);
        assertThat(claim.recoveredDong()).isEqualTo(333_334);
        assertThat(claim.plannedDong()).isEqualTo(claim.openDong()).isEqualTo(166_666);

        // The revocation is revoked in turn: B had been right, what was claimed is owed again.
        w.on("2026-07-10").revoke(revoked);
        assertThat(w.found(person))
                .containsExactly(
                        "2026-03 MONTHLY DECISION 250000",
                        "2026-04 MONTHLY DECISION 250000",
                        "2026-05 MONTHLY DECISION 250000",
                        "2026-06 MONTHLY DECISION 250000",
                        "2026-07 MONTHLY DECISION 250000");
        assertThat(w.accept(adjust).arrearsDong()).isEqualTo(1_250_000);
        w.pay("2026-08");
        w.pay("2026-09");
        assertThat(w.found(person)).isEmpty();
        // February at A, March to September at B.
        assertThat(w.paid(person)).isEqualTo(750_000 + 7 * 1_000_000);
    }

    @Test
    void aMoveBetweenTwoLocalities() throws Exception {
        PastWorld from = world("noi-di").on("2026-02-10");
        PastWorld to = world("noi-den").on("2026-02-10");
        long old = from.person("001150000123");
        long neighbour = to.person("001150000999");
        from.decide(DecisionKind.GRANT, grant(old, Component.MONTHLY, "A", 150, "2026-02"));
        to.decide(DecisionKind.GRANT, grant(neighbour, Component.MONTHLY, "A", 150, "2026-02"));
        for (String month : List.of("2026-03", "2026-04", "2026-05")) {
            from.on(month + "-01").pay(month);
            to.on(month + "-01").pay(month);
        }
        // Moved in April; the new place decides from May while the old one still pays.
        to.on("2026-05-10");
        long person = to.person("001150000123");
        DecisionDoc movedIn =
                to.decide(
                        DecisionKind.GRANT,
                        grant(person, Component.MONTHLY, "A", 150, "2026-05")
                                .because(Reason.MOVED_IN));
        assertThat(to.found(person)).containsExactly("2026-05 MONTHLY ELSEWHERE 750000");
        assertThat(to.accept(movedIn).items()).isZero(); // nobody pays twice

        from.on("2026-05-12").decide(DecisionKind.STOP, stop(old, Reason.MOVED, "2026-05"));
        assertThat(from.found(old)).containsExactly("2026-05 MONTHLY DECISION -750000");
        assertThat(to.found(person)).containsExactly("2026-05 MONTHLY DECISION 750000");
        assertThat(to.accept(movedIn).arrearsDong()).isEqualTo(750_000);
        to.on("2026-06-01").pay("2026-06");
        assertThat(to.paid(person)).isEqualTo(2 * 750_000);

        // Every question is on record, and the asked locality finds it in its own trail.
        assertThat(
                        from.number(
                                "select count(*) from audit_event where tenant_id = :t"
                                        + " and action = 'door.answer' and subject_id = "
                                        + old))
                .isEqualTo(to.number("select count(*) from door_question where asked_by = :t"))
                .isEqualTo(2);
        // The application cannot read what the door compares, nor another locality's people.
        try (Connection app = store.app()) {
            assertThatThrownBy(() -> TestStore.one(app, "select count(*) from door_digest"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> TestStore.one(app, "select inner_key from door_key"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aCertificateUnderTheOldAndTheNewDecree() throws Exception {
        PastWorld w = world("giay-xac-nhan").on("2026-02-10");
        long first = w.person("");
        w.decide(DecisionKind.GRANT, grant(first, Component.MONTHLY, "A", 150, "2026-02"));
        for (String month : List.of("2026-02", "2026-03", "2026-04")) {
            w.on(month.equals("2026-02") ? "2026-02-11" : month + "-01").pay(month);
        }
        // Old decree: signed in April, due from the certificate of February.
        long old = w.person("");
        DecisionDoc byCertificate =
                w.on("2026-04-10")
                        .decide(
                                DecisionKind.GRANT,
                                grant(old, Component.MONTHLY, "D", 200, "2026-02"));
        assertThat(w.found(old))
                .containsExactly(
                        "2026-02 MONTHLY DECISION 1000000",
                        "2026-03 MONTHLY DECISION 1000000",
                        "2026-04 MONTHLY DECISION 1000000");
        assertThat(w.accept(byCertificate).items()).isEqualTo(3);
        w.on("2026-05-01").pay("2026-05");
        assertThat(w.paid(old)).isEqualTo(4_000_000);

        // New decree: signed in October, due from October whatever the certificate says.
        for (String month : List.of("2026-06", "2026-07", "2026-08", "2026-09", "2026-10")) {
            w.on(month + "-01").pay(month);
        }
        long later = w.person("");
        DecisionDoc bySignature =
                w.on("2026-10-12")
                        .decide(
                                DecisionKind.GRANT,
                                grant(later, Component.MONTHLY, "D", 200, "2026-10"));
        assertThat(w.found(later)).containsExactly("2026-10 MONTHLY DECISION 1080000");
        assertThat(w.accept(bySignature).items()).isEqualTo(1);
    }

    @Test
    void whatARunTookItGivesBackWhenItIsComputedAgain() throws Exception {
        PastWorld w = world("tinh-lai").on("2026-02-10");
        long person = w.person("");
        w.decide(DecisionKind.GRANT, grant(person, Component.MONTHLY, "R", 250, "2026-02"));
        w.pay("2026-02");
        DecisionDoc care =
                w.on("2026-02-20")
                        .decide(
                                DecisionKind.GRANT,
                                grant(person, Component.CARE, "C", 100, "2026-02"));
        w.found(person);
        w.accept(care);
        RunView march = w.on("2026-03-01").pay("2026-03");
        DueItem item = w.items(person).get(0);
        assertThat(item.kind()).isEqualTo(Kind.ARREARS);
        assertThat(item.runId()).isEqualTo(march.id());
        assertThat(march.totalDong()).isEqualTo(1_250_000 + 500_000 + 500_000);
        assertThat(w.payments.reconciliation(w.tenant, ACTOR, march.id()).balances()).isTrue();
        theListAndTheItemsAreTheTotal(w, march, person);
        // Computed again it takes the same; cancelled it gives all back, and the next run takes it.
        RunView again = w.life.recompute(w.tenant, ACTOR, march.id(), TestRuns.ANY);
        assertThat(again.totalDong()).isEqualTo(march.totalDong());
        assertThat(w.items(person).get(0).runId()).isEqualTo(march.id());
        w.life.cancel(w.tenant, ACTOR, march.id(), TestRuns.ANY, "lập sai");
        assertThat(w.items(person).get(0).runId()).isZero();
        String taken = "select count(*) from payment_line where tenant_id = :t and sequence > 0";
        assertThat(w.number(taken)).isZero();
        assertThat(w.found(person)).isEmpty();
        RunView next = w.on("2026-03-02").pay("2026-03");
        assertThat(next.id()).isNotEqualTo(march.id());
        assertThat(next.totalDong()).isEqualTo(march.totalDong());
        assertThat(w.number(taken)).isEqualTo(1);
        // A restricted ground never shows.
        assertThat(w.number("select count(*) from run_total where tenant_id = :t and ground = 'R'"))
                .isZero();
    }

    /** Who reads the list and its item lines has read every đồng of the run, each with its why. */
    private static void theListAndTheItemsAreTheTotal(PastWorld w, RunView run, long person) {
        List<ItemLineView> items = w.payments.itemLines(w.tenant, ACTOR, run.id(), 0, 10);
        assertThat(items)
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.kind()).isEqualTo(Kind.ARREARS);
                            assertThat(line.month()).isEqualTo(YearMonth.of(2026, 2));
                            assertThat(line.signedDong()).isEqualTo(500_000);
                        });
        long list =
                w.payments.lines(w.tenant, ACTOR, run.id(), null, null, 0, 10).stream()
                        .mapToLong(LineView::amountDong)
                        .sum();
        assertThat(list + items.get(0).signedDong()).isEqualTo(run.totalDong());
        List<Explanation> why = w.payments.explain(w.tenant, ACTOR, run.id(), person);
        assertThat(why.stream().mapToLong(Explanation::amountDong).sum())
                .isEqualTo(run.totalDong());
        assertThat(why)
                .extracting(Explanation::sentence)
                .anyMatch(
                        sentence ->
                                sentence.startsWith("Truy lĩnh tháng 2/2026: 500.000 đồng, theo"));
        long after = items.get(0).itemId();
        assertThat(w.payments.itemLines(w.tenant, ACTOR, run.id(), after, 10)).isEmpty();
    }
}
