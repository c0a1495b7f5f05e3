package vn.ansinh.store.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ansinh.store.orders.Paying.ACTOR;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ansinh.payment.api.BankFiles.FileState;
import vn.ansinh.payment.api.BankFiles.FileView;
import vn.ansinh.payment.api.OrderState;
import vn.ansinh.payment.api.Orders.OrderView;
import vn.ansinh.payment.api.Orders.Sending;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.internal.OrderSettings;
import vn.ansinh.payment.internal.OrdersModule;
import vn.ansinh.payment.internal.Points;
import vn.ansinh.payment.internal.Points.Point;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.store.TestStore;
import vn.ansinh.store.orders.FakeBank.Mood;

/** Orders leave once, whatever is lost or killed. On a real PostgreSQL. DỮ LIỆU GIẢ LẬP. */
class SendingTest {
    private static TestStore store;
    private static Connection owner;

    @BeforeAll
    static void open() throws Exception {
        store = TestStore.fresh(20);
        owner = store.owner();
    }

    @AfterAll
    static void close() throws Exception {
        owner.close();
        store.close();
    }

    private static Paying paying(String code, long base, int people) throws Exception {
        return new Paying(store, owner, code, base).ready(people);
    }

    @Test
    void aRunIsSentOnceAndSettled() throws Exception {
        Paying p = paying("gui", 1_000_000, 100);
        assertThat(p.totals()).isEqualTo(Map.of(OrderState.CREATED, 100L));
        OrdersModule module = p.module(Points.NONE);

        Sending sending = module.orders().send(p.tenant, ACTOR, p.runId);

        assertThat(sending).isEqualTo(new Sending(0, 2, 2, 0, 0, 0));
        assertThat(p.totals()).isEqualTo(Map.of(OrderState.CREATED, 20L, OrderState.SENT, 80L));
        assertThat(p.state()).isEqualTo(RunState.SENT);
        assertThat(module.orders().send(p.tenant, ACTOR, p.runId))
                .isEqualTo(new Sending(0, 0, 0, 0, 0, 0));
        assertThat(p.bank.sends).hasSize(2);
        assertThat(p.bank.booked).hasSize(80).allSatisfy((id, n) -> assertThat(n).isEqualTo(1));

        // Nothing of why anybody is paid leaves: amount, name, account, bank, a neutral text.
        FileView file = module.files().files(p.tenant, ACTOR, p.runId).get(0);
        String text =
                new String(
                        module.files().content(p.tenant, ACTOR, file.id()), StandardCharsets.UTF_8);
        assertThat(text.lines())
                .allMatch(
                        line ->
                                line.matches(
                                        "T\\d+R\\d+P\\d+S1\\|500000\\|Người giả lập \\d+\\|9704\\d+"
                                                + "\\|[A-Z0-9]+\\|Chi tra 3/2026"));
        assertThat(file.state()).isEqualTo(FileState.ACCEPTED);

        p.bank.issue();
        module.files().settle(p.tenant, ACTOR);
        assertThat(p.totals()).isEqualTo(Map.of(OrderState.CREATED, 20L, OrderState.PAID, 80L));
        assertThat(p.state()).isEqualTo(RunState.SETTLING);
        assertThat(module.orders().matching(p.tenant, ACTOR, p.runId))
                .satisfies(
                        m -> {
                            assertThat(m.matches()).isTrue();
                            assertThat(m.approvedDong()).isEqualTo(50_000_000);
                            assertThat(m.ordersDong()).isEqualTo(50_000_000);
                            assertThat(m.paidDong()).isEqualTo(40_000_000);
                            assertThat(m.bookedDong()).isEqualTo(40_000_000);
                        });
    }

    @Test
    void whatIsStoppedIsListedAndTheRestGoes() throws Exception {
        Paying p = new Paying(store, owner, "dung-lai", 2_000_000).people(20);
        p.computed(Paying.MARCH, 20);
        p.sql("delete from payee where tenant_id = :t and person_id = :b + 1", 0);
        p.sql(
                "update payee set name_check = 'DIFFERENT', holder = 'Ai đó' where tenant_id = :t"
                        + " and person_id = :b + 2",
                0);
        p.sql(
                "update person set death_on = '2026-02-20', death_recorded_at ="
                        + " '2026-03-01T00:00:00Z' where tenant_id = :t and person_id = :b + 3",
                0);
        p.approved();
        p.orders()
                .source(
                        p.tenant,
                        ACTOR,
                        new vn.ansinh.payment.api.Orders.Source("", "BIDV", "1234", "UBND"));
        // After approval: an account changes, a line is held, an account nobody can pay to.
        p.sql(
                "update payee set superseded_at = '2026-03-15T01:00:00Z' where tenant_id = :t"
                        + " and person_id = :b + 4",
                0);
        p.sql(
                "insert into line_hold (tenant_id, run_id, for_month, person_id, component,"
                        + " sequence, kind, reason, held_by, held_at) values (:t, :r, '2026-03-01',"
                        + " :b + 6, 1, 0, 'ORDER', 'giả lập', 'kiem', '2026-03-15T01:00:00Z')",
                0);
        p.sql("update payee set account = 'X1' where tenant_id = :t and person_id = :b + 7", 0);
        p.sql("update payee set bank = 'Lạ hoắc' where tenant_id = :t and person_id = :b + 8", 0);

        Sending sending = p.orders().send(p.tenant, ACTOR, p.runId);

        assertThat(held(p))
                .isEqualTo(
                        Map.of(
                                1L, "NO_PAYEE",
                                2L, "NAME_DIFFERS",
                                3L, "DECEASED",
                                4L, "NO_PAYEE",
                                6L, "LINE_HELD",
                                7L, "ACCOUNT_CHANGED",
                                8L, "ACCOUNT_CHANGED"));
        assertThat(sending.stopped()).isEqualTo(4);
        assertThat(p.bank.booked).hasSize(9);

        // The name is right after all; the account is put right: a new order, never the old one.
        OrderView old = p.orderOf(7);
        p.orders().release(p.tenant, ACTOR, p.orderOf(2).id(), "người giám hộ, có giấy");
        assertThatThrownBy(() -> p.orders().release(p.tenant, ACTOR, p.orderOf(1).id(), "x"))
                .hasFieldOrPropertyWithValue("code", ErrorCode.CONFLICT);
        p.sql("update payee set account = '970499' where tenant_id = :t and person_id = :b + 7", 0);
        p.orders()
                .reissue(
                        p.tenant,
                        ACTOR,
                        List.of(old.id(), p.orderOf(8).id()),
                        p.runId,
                        "đã sửa tài khoản");
        OrderView again = p.orderOf(7);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.cites()).isEqualTo(old.id());
        assertThat(again.endToEndId()).isNotEqualTo(old.endToEndId());
        p.orders().send(p.tenant, ACTOR, p.runId);
        assertThat(p.bank.booked).hasSize(12).containsKey(again.endToEndId());
        assertThat(p.bank.booked.values()).allMatch(n -> n == 1);
        assertThat(held(p)).doesNotContainKeys(2L, 7L, 8L);
    }

    private static Map<Long, String> held(Paying p) {
        Map<Long, String> held = new java.util.TreeMap<>();
        for (OrderView o : p.orders().orders(p.tenant, ACTOR, p.runId, OrderState.HELD, 0, 500)) {
            held.put(o.personId() - p.base, o.reason());
        }
        return held;
    }

    @Test
    void aDeathKnownAfterApprovalHoldsTheLineWhoeverReceivesIt() throws Exception {
        Paying p = new Paying(store, owner, "biet-muon", 2_700_000).people(4);
        p.sql("update payee set kind = 'GUARDIAN' where tenant_id = :t", 0);
        p.computed(Paying.MARCH, 4).approved();
        p.orders()
                .source(
                        p.tenant,
                        ACTOR,
                        new vn.ansinh.payment.api.Orders.Source("", "BIDV", "1234", "UBND"));
        // Both deaths are known late; the second falls into March, which is due in full.
        String died =
                "update person set death_on = '%s', death_recorded_at ="
                        + " '2026-03-14T00:00:00Z' where tenant_id = :t and person_id = :b + %d";
        p.sql(died.formatted("2026-02-20", 1), 0);
        p.sql(died.formatted("2026-03-02", 2), 0);

        p.orders().send(p.tenant, ACTOR, p.runId);

        assertThat(held(p)).isEqualTo(Map.of(1L, "LINE_HELD"));
        assertThat(p.bank.booked).hasSize(3);
        assertThat(
                        TestStore.one(
                                owner,
                                "select string_agg(kind || ' ' || held_by, ',') from line_hold"
                                        + " where run_id = "
                                        + p.runId))
                .isEqualTo("DEATH " + ACTOR.login());
    }

    @Test
    void aSingleHeldLineIsTakenOutOfItsOrder() throws Exception {
        Paying p = new Paying(store, owner, "mot-khoan", 3_000_000).people(3);
        p.computed(Paying.MARCH, 3);
        p.sql(
                "insert into payment_line select tenant_id, for_month, person_id, component, 1,"
                        + " run_id, entitlement_id, decision_id, rate_dong, 100000, 0,"
                        + " coefficient_hundredths, rate_row, coefficient_row, uncertain,"
                        + " restricted, unit_code, ground, 'RECOVERY', salt, leaf from payment_line"
                        + " where tenant_id = :t and person_id = :b + 1",
                0);
        p.sql(
                "insert into decision (tenant_id, decision_id, number, authority, signed_on, kind,"
                        + " recorded_at) values (:t, :b, '1/QĐ', 'UBND', '2026-01-05', 'RECOVER',"
                        + " '2026-01-05T00:00:00Z')",
                0);
        // The item says to whom; that the line is a recovery says the line.
        p.sql(
                "with i as (insert into due_item (tenant_id, person_id, component, for_month,"
                        + " sequence, kind, amount_dong, payee_kind, source, budget_year,"
                        + " decision_id, known_at, entitlement_id, ground, restricted,"
                        + " coefficient_hundredths, rate_dong, instrument, uncertain) values (:t,"
                        + " :b + 1, 1, '2026-03-01', 1, 'ARREARS', 100000, 'SELF', '', 2026, :b,"
                        + " '2026-01-05T00:00:00Z', 1, 'A', false, 100, 500000, '', false)"
                        + " returning item_id) insert into due_item_line (tenant_id, item_id,"
                        + " run_id, for_month, person_id, component, sequence) select :t, item_id,"
                        + " :r, '2026-03-01', :b + 1, 1, 1 from i",
                0);
        p.sql(
                "alter table run_chunk disable trigger user; update run_chunk set"
                        + " total_dong = 1400000 where tenant_id = :t;"
                        + " alter table run_chunk enable trigger user",
                0);
        p.approved();
        p.orders()
                .source(
                        p.tenant,
                        ACTOR,
                        new vn.ansinh.payment.api.Orders.Source("", "BIDV", "1234", "UBND"));
        assertThat(p.orderOf(1).amountDong()).isEqualTo(400_000);
        p.sql(
                "insert into line_hold (tenant_id, run_id, for_month, person_id, component,"
                        + " sequence, kind, reason, held_by, held_at) values (:t, :r, '2026-03-01',"
                        + " :b + 1, 1, 1, 'ORDER', 'giả lập', 'kiem', '2026-03-15T01:00:00Z')",
                0);
        p.orders().send(p.tenant, ACTOR, p.runId);
        assertThat(
                        p.orders().orders(p.tenant, ACTOR, p.runId, null, 0, 50).stream()
                                .filter(o -> o.personId() == p.base + 1)
                                .map(o -> o.state() + " " + o.amountDong() + " " + o.reason()))
                .containsExactly(
                        "REPLACED 400000 LINE_HELD", "SENT 500000 ", "HELD -100000 LINE_HELD");
    }

    @Test
    void whatIsNotWhatWasApprovedIsNotSent() throws Exception {
        Paying p = paying("sai-tong", 4_000_000, 10);
        p.sql(
                "update payment_line set amount_dong = 500001 where tenant_id = :t"
                        + " and person_id = :b + 1",
                0);
        assertThatThrownBy(() -> p.orders().send(p.tenant, ACTOR, p.runId))
                .hasFieldOrPropertyWithValue("code", ErrorCode.NOT_RECONCILED);
        assertThat(p.bank.sends).isEmpty();
        assertThat(p.orders().matching(p.tenant, ACTOR, p.runId).differences())
                .extracting(d -> d.kind().name())
                .containsExactly("LINE_DIFFERS", "TOTAL");
        // Put right, it goes; two lines that make up for each other are found as well.
        p.sql("update payment_line set amount_dong = 500000 where tenant_id = :t", 0);
        p.sql(
                "update order_line set amount_dong = amount_dong + case when person_id = :b + 1"
                        + " then 5 else -5 end where tenant_id = :t and person_id <= :b + 2",
                0);
        assertThatThrownBy(() -> p.orders().send(p.tenant, ACTOR, p.runId))
                .hasFieldOrPropertyWithValue("code", ErrorCode.NOT_RECONCILED);
        p.sql("update order_line set amount_dong = 500000 where tenant_id = :t", 0);
        p.orders().send(p.tenant, ACTOR, p.runId);
        assertThat(p.bank.booked).hasSize(8);
    }

    @Test
    void aReturnedRunTakesItsOrdersBackAndASentOneIsNotReturned() throws Exception {
        Paying p = paying("tra-lai", 5_000_000, 10);
        p.move("duyet", RunState.RETURNED, RunDuty.APPROVE);
        assertThat(p.totals()).isEqualTo(Map.of(OrderState.CANCELLED, 10L));
        assertThatThrownBy(() -> p.orders().send(p.tenant, ACTOR, p.runId))
                .hasFieldOrPropertyWithValue("code", ErrorCode.CONFLICT);

        Paying sent = paying("da-gui", 5_100_000, 10);
        sent.orders().send(sent.tenant, ACTOR, sent.runId);
        assertThatThrownBy(() -> sent.move("duyet", RunState.RETURNED, RunDuty.APPROVE))
                .isInstanceOf(AnsinhException.class);
        assertThat(sent.bank.booked).hasSize(8);
    }

    @Test
    void aLostReplyIsAskedAboutAndNotSentAgain() throws Exception {
        Paying p = paying("mat-tra-loi", 6_000_000, 20);
        p.bank.mood = Mood.LOSES_REPLY;
        Sending sending = p.orders().send(p.tenant, ACTOR, p.runId);
        assertThat(sending.unknown()).isEqualTo(2);
        assertThat(p.totals()).isEqualTo(Map.of(OrderState.CREATED, 4L, OrderState.UNKNOWN, 16L));
        p.orders().send(p.tenant, ACTOR, p.runId);
        assertThat(p.bank.sends).hasSize(2);

        p.bank.mood = Mood.ANSWERS;
        Thread.sleep(2100);
        p.module(Points.NONE).files().settle(p.tenant, ACTOR);
        assertThat(p.totals()).isEqualTo(Map.of(OrderState.CREATED, 4L, OrderState.SENT, 16L));
        assertThat(p.bank.sends).hasSize(2);
    }

    @Test
    void whatTheBankNeverSawGoesAgainAsTheSameFile() throws Exception {
        Paying p = paying("mat-yeu-cau", 7_000_000, 20);
        p.bank.mood = Mood.LOSES_REQUEST;
        p.orders().send(p.tenant, ACTOR, p.runId);
        List<FileView> before = p.module(Points.NONE).files().files(p.tenant, ACTOR, p.runId);
        p.bank.mood = Mood.ANSWERS;
        // Nobody asks while the call may still be on its way.
        p.module(Points.NONE).files().settle(p.tenant, ACTOR);
        assertThat(p.bank.asked).isZero();
        Thread.sleep(2100);
        p.module(Points.NONE).files().settle(p.tenant, ACTOR);
        List<FileView> after = p.module(Points.NONE).files().files(p.tenant, ACTOR, p.runId);
        assertThat(after)
                .extracting(FileView::sha256)
                .isEqualTo(before.stream().map(FileView::sha256).toList());
        assertThat(after).allMatch(f -> f.state() == FileState.ACCEPTED && f.attempts() == 2);
        assertThat(p.bank.sends).hasSize(4);
        assertThat(p.bank.booked).hasSize(16).allSatisfy((id, n) -> assertThat(n).isEqualTo(1));
        assertThat(p.totals()).isEqualTo(Map.of(OrderState.CREATED, 4L, OrderState.SENT, 16L));
    }

    @Test
    void aStatementSettlesWhatNobodyKnew() throws Exception {
        Paying p = paying("sao-ke", 8_000_000, 20);
        p.bank.mood = Mood.LOSES_REPLY;
        p.orders().send(p.tenant, ACTOR, p.runId);
        byte[] statement = p.bank.issue();
        p.module(Points.NONE).notices().take(p.tenant, ACTOR, "sao kê", statement);
        assertThat(p.totals()).isEqualTo(Map.of(OrderState.CREATED, 4L, OrderState.PAID, 16L));
        assertThat(p.module(Points.NONE).files().files(p.tenant, ACTOR, p.runId))
                .allMatch(f -> f.state() == FileState.ACCEPTED);
    }

    @Test
    void aBankThatHangsIsCutOffAndABrokenOneLeftAlone() throws Exception {
        Paying p = paying("treo", 9_000_000, 20);
        p.bank.creditsPerFile = 2;
        p.bank.mood = Mood.HANGS;
        OrdersModule module = p.module(Points.NONE, new OrderSettings(1, 0, 3, 60));
        long started = System.nanoTime();
        Sending sending = module.orders().send(p.tenant, ACTOR, p.runId);
        assertThat((System.nanoTime() - started) / 1_000_000_000).isLessThan(15);
        assertThat(sending.written()).isEqualTo(8);
        assertThat(sending.unknown()).isEqualTo(3);
        assertThat(sending.waiting()).isEqualTo(5);
        // Refused: the orders are rejected and can be paid anew.
        p.bank.mood = Mood.REFUSES;
        OrdersModule fresh = p.module(Points.NONE);
        fresh.orders().send(p.tenant, ACTOR, p.runId);
        assertThat(p.totals())
                .isEqualTo(
                        Map.of(
                                OrderState.CREATED, 4L,
                                OrderState.UNKNOWN, 6L,
                                OrderState.REJECTED, 10L));
        assertThat(p.bank.booked).isEmpty();
    }

    @Test
    void sixtyFourAtOnceSendOnce() throws Exception {
        Paying p = paying("cung-luc", 10_000_000, 200);
        p.bank.creditsPerFile = 20;
        ExecutorService many = Executors.newFixedThreadPool(64);
        List<Future<Sending>> all = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            all.add(many.submit(() -> p.orders().send(p.tenant, ACTOR, p.runId)));
        }
        int written = 0;
        for (Future<Sending> one : all) {
            written += one.get().written();
        }
        many.shutdown();
        assertThat(written).isEqualTo(8);
        assertThat(p.bank.sends).hasSize(8).doesNotHaveDuplicates();
        assertThat(p.bank.booked).hasSize(160).allSatisfy((id, n) -> assertThat(n).isEqualTo(1));
        assertThat(p.totals()).isEqualTo(Map.of(OrderState.CREATED, 40L, OrderState.SENT, 160L));
    }

    /** A death of the process: nothing after it runs. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void whereverItIsKilledItIsPaidOnce() throws Exception {
        long base = 11_000_000;
        for (Point point : Point.values()) {
            if (point == Point.STATEMENT_HALF_READ) {
                continue; // NoticesTest
            }
            for (Mood mood : List.of(Mood.ANSWERS, Mood.LOSES_REPLY, Mood.LOSES_REQUEST)) {
                base += 10_000;
                String code =
                        point.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')
                                + "-"
                                + mood.ordinal();
                Paying p = paying(code, base, 10);
                p.bank.mood = mood;
                int[] hits = new int[1];
                Points kill =
                        at -> {
                            if (at == point) {
                                hits[0]++;
                                throw new Killed();
                            }
                        };
                assertThatThrownBy(() -> p.module(kill).orders().send(p.tenant, ACTOR, p.runId))
                        .isInstanceOf(Killed.class);
                assertThat(hits[0]).as(code).isEqualTo(1);

                p.bank.mood = Mood.ANSWERS;
                OrdersModule restarted = p.module(Points.NONE, new OrderSettings(1, 0, 3, 0));
                restarted.orders().send(p.tenant, ACTOR, p.runId);
                p.sql("update bank_file set leased_until = null where tenant_id = :t", 0);
                restarted.files().settle(p.tenant, ACTOR);
                assertThat(p.bank.booked).as(code).hasSize(8);
                assertThat(p.bank.booked.values()).as(code).allMatch(n -> n == 1);
                p.bank.issue();
                restarted.files().settle(p.tenant, ACTOR);
                assertThat(p.totals())
                        .as(code)
                        .isEqualTo(Map.of(OrderState.CREATED, 2L, OrderState.PAID, 8L));
            }
        }
    }

    @Test
    void withoutALinkFilesAreHandedOutOnce() throws Exception {
        Paying p = paying("giao-tay", 12_000_000, 10);
        p.bank.configured = false;
        Sending sending = p.orders().send(p.tenant, ACTOR, p.runId);
        assertThat(sending.waiting()).isEqualTo(2);
        OrdersModule module = p.module(Points.NONE);
        FileView file = module.files().files(p.tenant, ACTOR, p.runId).get(0);
        byte[] content = module.files().handOut(p.tenant, ACTOR, file.id());
        assertThat(content).isEqualTo(module.files().content(p.tenant, ACTOR, file.id()));
        assertThatThrownBy(() -> module.files().handOut(p.tenant, ACTOR, file.id()))
                .hasFieldOrPropertyWithValue("code", ErrorCode.CONFLICT);
        assertThat(p.totals().get(OrderState.SENT)).isEqualTo(4L);
        assertThat(module.files().file(p.tenant, ACTOR, file.id()).events())
                .extracting(e -> e.from() + ">" + e.to())
                .containsExactly("INTENT>SENT");
    }
}
