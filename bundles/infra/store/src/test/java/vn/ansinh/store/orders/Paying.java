package vn.ansinh.store.orders;

import java.sql.Connection;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.payment.api.OrderState;
import vn.ansinh.payment.api.Orders;
import vn.ansinh.payment.api.Orders.Source;
import vn.ansinh.payment.api.Orders.StateTotal;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.internal.OrderMaking;
import vn.ansinh.payment.internal.OrderSettings;
import vn.ansinh.payment.internal.OrderStorages;
import vn.ansinh.payment.internal.OrdersModule;
import vn.ansinh.payment.internal.Points;
import vn.ansinh.payment.internal.RunListeners;
import vn.ansinh.payment.port.CashStorage;
import vn.ansinh.payment.port.NoticeStorage;
import vn.ansinh.payment.port.OrderStorage;
import vn.ansinh.payment.port.OutboxStorage;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.RunEvent;
import vn.ansinh.payment.port.RunStorage;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;

/**
 * A locality with people, payees and an approved run (DỮ LIỆU GIẢ LẬP). Person {@code i} has key
 * {@code base + i}, a line of 500.000 đồng in March 2026; every fifth is paid in cash at the point,
 * the others by account, at two banks.
 */
final class Paying {
    static final Actor ACTOR = new Actor("ke-toan", "chi trả");
    static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final OrderSettings SETTINGS = new OrderSettings(2, 0, 3, 0);

    final TestStore store;
    final Connection owner;
    final TenantId tenant;
    final long base;
    final FakeBank bank = new FakeBank();
    long runId;

    Paying(TestStore store, Connection owner, String code, long base) {
        this.store = store;
        this.owner = owner;
        this.tenant = store.tenant(code);
        this.base = base;
    }

    /** People with payees. */
    Paying people(int count) throws Exception {
        sql(
                "insert into person (tenant_id, person_id, full_name, folded_name, sex, birth_text,"
                        + " earliest_birth, latest_birth, unit_code, recorded_at) select :t, :b + i,"
                        + " 'Người giả lập ' || i, 'nguoi gia lap', '', '1950', '1950-01-01',"
                        + " '1950-12-31', 'U' || i % 3, '2025-12-05T03:00:00Z'"
                        + " from generate_series(1, :n) i",
                count);
        sql(
                "insert into payee (tenant_id, person_id, component, kind, name, paper, valid_from,"
                        + " channel, bank, account, holder, holder_relation, name_check,"
                        + " change_paper, recorded_by, recorded_at) select :t, :b + i, 'MONTHLY',"
                        + " 'SELF', 'Người giả lập ' || i, '', '2026-01-01',"
                        + " case when i % 5 = 0 then 'CASH_POINT' else 'ACCOUNT' end,"
                        + " case when i % 5 = 0 then '' when i % 2 = 0 then 'Agribank'"
                        + " else 'BIDV' end, case when i % 5 = 0 then '' else '9704' || i end,"
                        + " case when i % 5 = 0 then '' else 'Người giả lập ' || i end, '',"
                        + " case when i % 5 = 0 then '' else 'EQUAL' end, '', 'thu-nghiem',"
                        + " '2025-12-05T03:00:00Z' from generate_series(1, :n) i",
                count);
        return this;
    }

    /** A computed regular run of a month with a line for each of the people. */
    Paying computed(YearMonth month, int count) throws Exception {
        runId =
                Long.parseLong(
                        TestStore.one(
                                owner,
                                fill(
                                        "insert into payment_run (tenant_id, for_month, to_month,"
                                                + " budget_year, kind, state, list_date, pinned_at,"
                                                + " snapshot_hash) values (:t, '"
                                                + month.atDay(1)
                                                + "', '"
                                                + month.atDay(1)
                                                + "', 2026, 'REGULAR', 'DRAFT', '"
                                                + month.atDay(1)
                                                + "', '2026-03-01T00:00:00Z', 'h') returning id",
                                        count)));
        sql(
                "insert into run_month (tenant_id, run_id, for_month, regular) values (:t, :r, '"
                        + month.atDay(1)
                        + "', true)",
                count);
        sql(
                "insert into payment_line (tenant_id, for_month, person_id, component, sequence,"
                        + " run_id, entitlement_id, decision_id, rate_dong, amount_dong,"
                        + " prev_amount, coefficient_hundredths, rate_row, coefficient_row,"
                        + " uncertain, restricted, unit_code, ground, movement, salt, leaf)"
                        + " select :t, '"
                        + month.atDay(1)
                        + "', :b + i, 1, 0, :r, :b + i, :b, 500000, 500000, 0, 100, 0, 0, false,"
                        + " false, 'U' || i % 3, 'A', 'NEW', decode(repeat('00', 16), 'hex'),"
                        + " decode(repeat('00', 32), 'hex') from generate_series(1, :n) i",
                count);
        sql(
                "insert into run_chunk (tenant_id, run_id, chunk_no, from_person, to_person, state,"
                        + " persons, lines, total_dong, root, totals, for_month, kind) values (:t,"
                        + " :r, 1, :b, :b + :n, 'DONE', :n, :n, cast(500000 as bigint) * :n,"
                        + " decode(repeat('00', 32), 'hex'), '', '"
                        + month.atDay(1)
                        + "', 'LIST')",
                count);
        move("tinh", RunState.COMPUTED, RunDuty.PREPARE);
        return this;
    }

    /** The run submitted, checked and approved; its orders are made. */
    Paying approved() {
        move("tinh", RunState.SUBMITTED, RunDuty.PREPARE);
        move("kiem", RunState.SUBMITTED, RunDuty.CHECK);
        move("duyet", RunState.APPROVED, RunDuty.APPROVE);
        return this;
    }

    /** A run of March for so many people, approved, with a source account. */
    Paying ready(int count) throws Exception {
        people(count).computed(MARCH, count).approved();
        module(Points.NONE)
                .orders()
                .source(tenant, ACTOR, new Source("", "Agribank", "1500201", "UBND xã giả lập"));
        return this;
    }

    /** Moves the run as the life of runs does, listeners told. */
    void move(String login, RunState to, RunDuty duty) {
        Actor actor = new Actor(login, "");
        PaymentStorage runs = store.service(PaymentStorage.class);
        in(
                () -> {
                    StoredRun run = runs.lock(runs.byId(runId).orElseThrow());
                    runs.append(
                            new RunEvent(
                                    runId,
                                    RunEvent.NEXT,
                                    run.state(),
                                    to,
                                    duty,
                                    actor.login(),
                                    "",
                                    TestStore.NOW,
                                    run.round(),
                                    "thử nghiệm",
                                    new byte[32],
                                    1));
                    making().moved(runs.byId(runId).orElseThrow(), run.state(), to);
                    return null;
                });
    }

    private OrderMaking making() {
        return new OrderMaking(
                store.service(OrderStorage.class), store.service(Audit.class), TestStore.clock());
    }

    <T> T in(java.util.function.Supplier<T> work) {
        return store.service(UnitOfWork.class).inTenant(tenant, ACTOR, work);
    }

    /** The product's services over this store and bank, as after a start of the container. */
    OrdersModule module(Points points) {
        return module(points, SETTINGS);
    }

    OrdersModule module(Points points, OrderSettings settings) {
        return new OrdersModule(
                store.service(Localities.class),
                store.service(UnitOfWork.class),
                store.service(Audit.class),
                TestStore.clock(),
                new OrderStorages(
                        store.service(PaymentStorage.class),
                        store.service(RunStorage.class),
                        store.service(OrderStorage.class),
                        store.service(OutboxStorage.class),
                        store.service(NoticeStorage.class),
                        store.service(CashStorage.class)),
                new RunListeners(List.of(making())),
                bank,
                bank,
                settings,
                points);
    }

    Orders orders() {
        return module(Points.NONE).orders();
    }

    RunState state() {
        return in(() -> store.service(PaymentStorage.class).byId(runId).orElseThrow().state());
    }

    Map<OrderState, Long> totals() {
        Map<OrderState, Long> counts = new EnumMap<>(OrderState.class);
        for (StateTotal total : orders().totals(tenant, ACTOR, runId)) {
            counts.put(total.state(), total.orders());
        }
        return counts;
    }

    Orders.OrderView orderOf(int i) {
        return orders().orders(tenant, ACTOR, runId, null, 0, 100_000).stream()
                .filter(o -> o.personId() == base + i)
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    /** As a test says it: {@code :t} tenant, {@code :b} base, {@code :r} run, {@code :n} count. */
    void sql(String statement, int count) throws Exception {
        TestStore.run(owner, fill(statement, count));
    }

    String ask(String statement) throws Exception {
        return TestStore.one(owner, fill(statement, 0));
    }

    private String fill(String statement, int count) {
        return statement
                .replace(":t", Integer.toString(tenant.value()))
                .replace(":b", Long.toString(base))
                .replace(":r", Long.toString(runId))
                .replace(":n", Integer.toString(count));
    }

    static Instant now() {
        return TestStore.NOW;
    }
}
