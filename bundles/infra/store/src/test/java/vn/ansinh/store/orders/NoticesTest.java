package vn.ansinh.store.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ansinh.store.orders.Paying.ACTOR;

import java.sql.Connection;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ansinh.payment.api.Notices.Taken;
import vn.ansinh.payment.api.OrderState;
import vn.ansinh.payment.api.Orders.Difference;
import vn.ansinh.payment.api.Orders.DifferenceKind;
import vn.ansinh.payment.api.Orders.OrderView;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.internal.OrdersModule;
import vn.ansinh.payment.internal.Points;
import vn.ansinh.payment.internal.Points.Point;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.store.TestStore;

/** What banks send back ends in one state, whatever comes late, twice or in disorder. */
class NoticesTest {
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

    private static Paying sent(String code, long base, int people) throws Exception {
        Paying p = new Paying(store, owner, code, base).ready(people);
        p.orders().send(p.tenant, ACTOR, p.runId);
        return p;
    }

    private static String entry(Paying p, int i, String rest) {
        return "|" + p.orderOf(i).endToEndId() + "|" + rest;
    }

    private static Map<Long, String> states(Paying p) {
        Map<Long, String> all = new TreeMap<>();
        for (OrderView o : p.orders().orders(p.tenant, ACTOR, p.runId, null, 0, 500)) {
            all.put(o.personId() - p.base, o.state() + " " + o.attempt());
        }
        return all;
    }

    @Test
    void anyOrderAndRepetitionEndsInTheSameState() throws Exception {
        Map<Long, String> expected = null;
        List<String> named = null;
        long base = 20_000_000;
        for (int seed = 0; seed < 12; seed++) {
            base += 10_000;
            Paying p = sent("thu-tu-" + seed, base, 14);
            List<byte[]> files = files(p);
            List<byte[]> shuffled = new ArrayList<>(files);
            Random random = new Random(seed);
            if (seed > 0) {
                for (int i = random.nextInt(6); i >= 0; i--) {
                    shuffled.add(files.get(random.nextInt(files.size())));
                }
                Collections.shuffle(shuffled, random);
            }
            OrdersModule module = p.module(Points.NONE);
            for (byte[] file : shuffled) {
                module.notices().take(p.tenant, ACTOR, "sao kê", file);
            }
            Map<Long, String> states = states(p);
            long from = p.base;
            List<String> differences =
                    module.orders().matching(p.tenant, ACTOR, p.runId).differences().stream()
                            .map(d -> plain(d, from))
                            .toList();
            if (expected == null) {
                expected = states;
                named = differences;
                assertThat(states)
                        .containsEntry(1L, "PAID 1")
                        .containsEntry(2L, "REJECTED 1")
                        .containsEntry(3L, "REVERSED 1")
                        .containsEntry(4L, "PENDING 1")
                        .containsEntry(5L, "CREATED 1")
                        .containsEntry(6L, "PAID 1")
                        .containsEntry(7L, "PAID 1")
                        .containsEntry(8L, "SENT 1")
                        .containsEntry(9L, "PAID 1")
                        .containsEntry(11L, "REVERSED 1");
                assertThat(named)
                        .containsExactly(
                                "CONTRADICTION 6",
                                "DOUBLE_DEBIT 7",
                                "NOT_BOOKED 9",
                                "NOT_OURS LẠ",
                                "PAID_WRONGLY 5",
                                "REVERSED_UNPAID 11",
                                "WRONG_AMOUNT 8");
            }
            assertThat(states).as("seed " + seed).isEqualTo(expected);
            assertThat(differences).as("seed " + seed).isEqualTo(named);
        }
    }

    private static String plain(Difference d, long base) {
        String reference = d.reference();
        return d.kind()
                + " "
                + (reference.startsWith("T")
                        ? Long.toString(
                                Long.parseLong(reference.replaceAll(".*P(\\d+)S.*", "$1")) - base)
                        : reference);
    }

    /** One message each, as a bank scatters them over its messages. */
    private static List<byte[]> files(Paying p) {
        List<List<String>> files =
                List.of(
                        List.of(entry(p, 1, "500000|PENDING|||"), entry(p, 4, "0|PENDING|||")),
                        List.of(
                                entry(p, 1, "500000|PAID||R1|x"),
                                entry(p, 2, "500000|REJECTED|AC01||")),
                        List.of(entry(p, 1, "500000|PAID||R1|x")), // the same booking again
                        List.of(entry(p, 3, "500000|PAID||R3|x")),
                        List.of(entry(p, 3, "500000|REVERSED||R3b|x")),
                        List.of(entry(p, 5, "500000|PAID||R5|x")), // cash: not sent to a bank
                        List.of(entry(p, 6, "500000|REJECTED|AM04||")),
                        List.of(entry(p, 6, "500000|PAID||R6|x")),
                        List.of(entry(p, 7, "500000|PAID||R7|x")),
                        List.of(entry(p, 7, "500000|PAID||R7b|x")),
                        List.of(entry(p, 8, "500001|PAID||R8|x")),
                        List.of(entry(p, 9, "0|PAID|||")), // paid by word only
                        List.of(entry(p, 11, "500000|REVERSED||R11|x")),
                        List.of("|LẠ|77|PAID||R99|x"));
        List<byte[]> contents = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            contents.add(FakeBank.statement("M" + i, files.get(i)));
        }
        return contents;
    }

    @Test
    void theSameFileAndTheSameEntryChangeNothingTwice() throws Exception {
        Paying p = sent("hai-lan", 21_000_000, 10);
        OrdersModule module = p.module(Points.NONE);
        byte[] file = FakeBank.statement("S1", List.of(entry(p, 1, "500000|PAID||R1|x")));
        Taken first = module.notices().take(p.tenant, ACTOR, "a", file);
        Taken again = module.notices().take(p.tenant, ACTOR, "b", file);
        assertThat(first.added()).isEqualTo(1);
        assertThat(again).isEqualTo(new Taken(first.fileId(), true, 0, 0, 0));
        // Another file that repeats the entry and adds one.
        byte[] more =
                FakeBank.statement(
                        "S1",
                        List.of(
                                entry(p, 1, "500000|PAID||R1|x"),
                                entry(p, 2, "500000|PAID||R2|x")));
        assertThat(module.notices().take(p.tenant, ACTOR, "c", more))
                .satisfies(
                        t -> {
                            assertThat(t.added()).isEqualTo(1);
                            assertThat(t.moved()).isEqualTo(1);
                        });
        assertThat(module.notices().files(p.tenant, ACTOR, 0, 10)).hasSize(2);
        assertThat(
                        p.ask(
                                "select count(*) from order_event where tenant_id = :t"
                                        + " and to_state = 'PAID'"))
                .isEqualTo("2");
        // Another locality's entries are not ours to keep.
        byte[] foreign = FakeBank.statement("S9", List.of("|T999R1P5S1|500000|PAID||R|x"));
        assertThat(module.notices().take(p.tenant, ACTOR, "d", foreign).entries()).isZero();
    }

    @Test
    void aWholeFileRefusedLaterRejectsItsOrders() throws Exception {
        Paying p = sent("tu-choi-tep", 22_000_000, 10);
        OrdersModule module = p.module(Points.NONE);
        String message = module.files().files(p.tenant, ACTOR, p.runId).get(0).messageId();
        module.notices()
                .take(
                        p.tenant,
                        ACTOR,
                        "a",
                        FakeBank.statement("S1", List.of(message + "||0|REJECTED|FF01||")));
        assertThat(p.totals())
                .isEqualTo(
                        Map.of(
                                OrderState.CREATED, 2L,
                                OrderState.REJECTED, 4L,
                                OrderState.SENT, 4L));
        assertThat(module.files().files(p.tenant, ACTOR, p.runId))
                .extracting(f -> f.state().name())
                .containsExactly("REFUSED", "ACCEPTED");
    }

    @Test
    void aStatementHalfReadIsGoneOnWith() throws Exception {
        Paying p = new Paying(store, owner, "nua-chung", 23_000_000).ready(6000);
        p.bank.creditsPerFile = 10_000;
        p.orders().send(p.tenant, ACTOR, p.runId);
        byte[] statement = p.bank.issue();
        Points kill =
                at -> {
                    if (at == Point.STATEMENT_HALF_READ) {
                        throw new SendingTest.Killed();
                    }
                };
        assertThatThrownBy(() -> p.module(kill).notices().take(p.tenant, ACTOR, "lớn", statement))
                .isInstanceOf(SendingTest.Killed.class);
        assertThat(p.totals().get(OrderState.PAID)).isEqualTo(2000);

        p.module(Points.NONE).files().settle(p.tenant, ACTOR);
        assertThat(p.totals()).isEqualTo(Map.of(OrderState.CREATED, 1200L, OrderState.PAID, 4800L));
        assertThat(p.orders().matching(p.tenant, ACTOR, p.runId).matches()).isTrue();
        assertThat(p.bank.booked.values()).allMatch(n -> n == 1);
    }

    @Test
    void reversedMoneyIsPaidByANewOrderAndTheRunCloses() throws Exception {
        Paying p = sent("hoan-tra", 24_000_000, 4);
        OrdersModule module = p.module(Points.NONE);
        module.notices()
                .take(
                        p.tenant,
                        ACTOR,
                        "a",
                        FakeBank.statement(
                                "S1",
                                List.of(
                                        entry(p, 1, "500000|PAID||R1|x"),
                                        entry(p, 2, "500000|PAID||R2|x"),
                                        entry(p, 3, "500000|REJECTED|AC01||"),
                                        entry(p, 4, "500000|PAID||R4|x"),
                                        entry(p, 4, "500000|REVERSED||R4b|x"))));
        assertThat(p.state()).isEqualTo(RunState.SETTLING);
        OrderView rejected = p.orderOf(3);
        OrderView reversed = p.orderOf(4);
        assertThatThrownBy(
                        () ->
                                module.orders()
                                        .reissue(
                                                p.tenant,
                                                ACTOR,
                                                List.of(p.orderOf(1).id()),
                                                p.runId,
                                                "thử"))
                .hasFieldOrPropertyWithValue("code", ErrorCode.CONFLICT);
        // The database refuses it as well, whoever asks.
        assertThatThrownBy(
                        () ->
                                p.sql(
                                        "insert into order_event (tenant_id, order_id, from_state,"
                                                + " to_state, actor, at) values (:t, "
                                                + p.orderOf(1).id()
                                                + ", 'PAID', 'REPLACED', 'x', now())",
                                        0))
                .hasMessageContaining("does not move");
        p.sql(
                "update payee set account = '97041' || account where tenant_id = :t and person_id"
                        + " in (:b + 3, :b + 4)",
                0);
        // One is paid again, the other is carried over into the next month.
        module.orders().reissue(p.tenant, ACTOR, List.of(reversed.id()), p.runId, "tài khoản đúng");
        assertThat(p.orderOf(4).attempt()).isEqualTo(2);
        module.orders().send(p.tenant, ACTOR, p.runId);
        assertThat(p.bank.booked).containsEntry(p.orderOf(4).endToEndId(), 1);
        module.orders().leave(p.tenant, ACTOR, List.of(rejected.id()), "chưa có tài khoản");
        module.notices()
                .take(
                        p.tenant,
                        ACTOR,
                        "b",
                        FakeBank.statement("S2", List.of(entry(p, 4, "500000|PAID||R44|x"))));
        assertThat(p.state()).isEqualTo(RunState.CLOSED);

        long march = p.runId;
        p.computed(YearMonth.of(2026, 4), 4).approved();
        module.orders().reissue(p.tenant, ACTOR, List.of(rejected.id()), p.runId, "chuyển kỳ sau");
        OrderView carried =
                module.orders().orders(p.tenant, ACTOR, p.runId, null, 0, 50).stream()
                        .filter(o -> o.originRunId() == march)
                        .findFirst()
                        .orElseThrow();
        assertThat(carried.cites()).isEqualTo(rejected.id());
        module.orders().send(p.tenant, ACTOR, p.runId);
        assertThat(p.bank.booked).containsEntry(carried.endToEndId(), 1);
        assertThat(
                        p.ask(
                                "select count(*) from payment_order where tenant_id = :t"
                                        + " and run_id = :r and state = 'SENT'"))
                .isEqualTo("5");
        assertThat(
                        p.ask(
                                "select state from payment_order where tenant_id = :t and order_id = "
                                        + rejected.id()))
                .isEqualTo("REPLACED");
        // A word of the bank on the replaced order that comes too late is named, not booked.
        module.notices()
                .take(
                        p.tenant,
                        ACTOR,
                        "c",
                        FakeBank.statement(
                                "S3", List.of("|" + rejected.endToEndId() + "|500000|PAID||R9|x")));
        assertThat(module.orders().matching(p.tenant, ACTOR, march).differences())
                .extracting(Difference::kind)
                .contains(DifferenceKind.PAID_WRONGLY);
        assertThatThrownBy(() -> p.move("duyet", RunState.RETURNED, RunDuty.APPROVE))
                .isInstanceOf(RuntimeException.class);
    }
}
