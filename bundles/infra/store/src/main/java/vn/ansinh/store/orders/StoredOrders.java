package vn.ansinh.store.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.ansinh.payment.api.OrderState;
import vn.ansinh.payment.api.Orders.ChannelTotal;
import vn.ansinh.payment.api.Orders.Difference;
import vn.ansinh.payment.api.Orders.Event;
import vn.ansinh.payment.api.Orders.OrderView;
import vn.ansinh.payment.api.Orders.PaidLine;
import vn.ansinh.payment.api.Orders.Source;
import vn.ansinh.payment.api.Orders.StateTotal;
import vn.ansinh.payment.port.OrderStorage;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.store.internal.Current;

/** Orders in SQL; making them is in {@link Picking}, comparing with the bank in {@link Matches}. */
final class StoredOrders implements OrderStorage {
    private static final String SETTLED =
            "('OFFSET', 'PAID', 'COLLECTED', 'UNCLAIMED', 'CANCELLED', 'REPLACED')";

    private final Sql sql;
    private final Picking picking;
    private final Moves moves;
    private final Matches matches;

    StoredOrders(Current current) {
        this.sql = new Sql(current);
        this.picking = new Picking(sql);
        this.moves = new Moves(sql);
        this.matches = new Matches(sql);
    }

    @Override
    public int make(StoredRun run, LocalDate day, Instant at) {
        picking.begin();
        picking.pickRun(run);
        picking.resolve(day, at);
        return picking.insert(run, at);
    }

    @Override
    public int cancel(StoredRun run, Instant at) {
        return moves.all(
                "CANCELLED",
                "",
                at,
                "o.run_id = ? and o.origin_run_id = o.run_id and o.state in ('CREATED', 'HELD')",
                run.id());
    }

    @Override
    public int abandon(StoredRun run, Instant at) {
        return moves.all(
                "UNCLAIMED",
                "RUN_CANCELLED",
                at,
                "o.run_id = ? and o.origin_run_id <> o.run_id and o.state in ('CREATED', 'HELD')",
                run.id());
    }

    @Override
    public long underWay(long runId) {
        return sql.number(
                "select count(*) from payment_order where run_id = ? and state not in ('CREATED',"
                        + " 'HELD', 'OFFSET', 'CANCELLED', 'REPLACED', 'UNCLAIMED')",
                runId);
    }

    @Override
    public int stopChanged(StoredRun run, LocalDate day, Instant at) {
        picking.begin();
        picking.pickOrders("o.run_id = ? and o.state = 'CREATED'", run.id());
        picking.resolve(day, at);
        sql.run("drop table if exists pg_temp.order_changed");
        // What differs, per order: the payee or a reason; and whether some lines are just held.
        sql.update(
                "create temporary table order_changed on commit drop as select o.order_id,"
                        + " max(case when (p.kind, p.name, p.channel, p.bank, p.account, p.holder)"
                        + "  is distinct from (o.payee_kind, o.payee_name, o.channel, o.bank,"
                        + "  o.account, o.holder) then coalesce(nullif(p.reason, ''),"
                        + "  'ACCOUNT_CHANGED') else p.reason end) as reason,"
                        + " bool_or(p.reason = 'LINE_HELD') and bool_or(p.reason <> 'LINE_HELD')"
                        + " as split from pg_temp.order_payee p join payment_order o"
                        + " on o.order_id = p.cites group by o.order_id having bool_or("
                        + "  p.reason <> '' or (p.kind, p.name, p.channel, p.bank, p.account,"
                        + "  p.holder) is distinct from (o.payee_kind, o.payee_name, o.channel,"
                        + "  o.bank, o.account, o.holder))");
        int stopped =
                moves.reasoned(
                        "HELD",
                        "c.reason",
                        at,
                        "join pg_temp.order_changed c on c.order_id = o.order_id",
                        "not c.split");
        List<Long> split = sql.keys("select order_id from pg_temp.order_changed where split");
        if (!split.isEmpty()) {
            replaceLocked(split, run, day, "LINE_HELD", at);
        }
        return stopped + split.size();
    }

    @Override
    public Sums sums(StoredRun run) {
        return matches.sums(run);
    }

    @Override
    public List<Long> move(
            List<Long> orderIds, OrderState from, OrderState to, String reason, Instant at) {
        return moves.some(
                to.name(), reason, at, "o.order_id = any (?) and o.state = ?", orderIds, from);
    }

    @Override
    public List<Long> replace(
            List<OrderView> orders, StoredRun run, LocalDate day, String reason, Instant at) {
        return replaceLocked(orders.stream().map(OrderView::id).toList(), run, day, reason, at);
    }

    private List<Long> replaceLocked(
            List<Long> ids, StoredRun run, LocalDate day, String reason, Instant at) {
        picking.begin();
        picking.pickOrders("o.order_id = any (?)", ids);
        picking.resolve(day, at);
        // Their lines are free first: a line is in one live order.
        moves.all("REPLACED", reason, at, "o.order_id = any (?)", ids);
        picking.insert(run, at);
        return sql.keys("select order_id from pg_temp.order_group order by order_id");
    }

    @Override
    public List<OrderView> byIds(List<Long> orderIds) {
        return sql.list(
                VIEW + " where o.order_id = any (?) order by o.order_id",
                StoredOrders::view,
                orderIds);
    }

    @Override
    public Optional<OrderView> byId(long orderId) {
        return sql.first(VIEW + " where o.order_id = ?", StoredOrders::view, orderId);
    }

    @Override
    public List<OrderView> orders(long runId, OrderState state, long after, int limit) {
        return sql.list(
                VIEW
                        + " where o.run_id = ? and (? = '' or o.state = ?) and o.order_id > ?"
                        + " order by o.order_id limit ?",
                StoredOrders::view,
                runId,
                state == null ? "" : state.name(),
                state == null ? "" : state.name(),
                after,
                limit);
    }

    @Override
    public List<PaidLine> lines(long orderId) {
        return sql.list(
                "select for_month, component, sequence, amount_dong from order_line"
                        + " where order_id = ? order by for_month, component, sequence",
                row ->
                        new PaidLine(
                                YearMonth.from(Sql.day(row, "for_month")),
                                row.getInt("component"),
                                row.getInt("sequence"),
                                row.getLong("amount_dong")),
                orderId);
    }

    @Override
    public List<Event> events(long orderId) {
        return sql.list(
                "select * from order_event where order_id = ? order by event_id",
                StoredOrders::event,
                orderId);
    }

    static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getString("from_state"),
                row.getString("to_state"),
                row.getString("reason"),
                row.getString("actor"),
                Sql.instant(row, "at"));
    }

    @Override
    public List<ChannelTotal> paidByChannel(long runId) {
        return sql.list(
                "select channel, count(*), sum(amount_dong)::bigint from payment_order"
                        + " where run_id = ? and state in ('PAID', 'COLLECTED')"
                        + " group by channel order by channel",
                row -> new ChannelTotal(row.getString(1), row.getLong(2), row.getLong(3)),
                runId);
    }

    @Override
    public List<StateTotal> totals(long runId) {
        return sql.list(
                "select state, count(*) as orders, sum(amount_dong)::bigint as dong"
                        + " from payment_order where run_id = ? group by state order by state",
                row ->
                        new StateTotal(
                                OrderState.valueOf(row.getString("state")),
                                row.getLong("orders"),
                                row.getLong("dong")),
                runId);
    }

    @Override
    public boolean settled(long runId) {
        return sql.number(
                        "select count(*) from (select from payment_order where run_id = ?"
                                + " and state not in "
                                + SETTLED
                                + " limit 1) x",
                        runId)
                == 0;
    }

    @Override
    public List<Long> runsOf(List<Long> orderIds) {
        return sql.keys(
                "select distinct run_id from payment_order where order_id = any (?)"
                        + " order by run_id",
                orderIds);
    }

    @Override
    public Paid paid(StoredRun run) {
        return matches.paid(run);
    }

    @Override
    public List<Difference> differences(StoredRun run, int limit) {
        return matches.differences(run, limit);
    }

    @Override
    public List<Difference> notOurs(int limit) {
        return matches.notOurs(limit);
    }

    @Override
    public List<Source> sources() {
        return sql.list(
                "select * from payment_source where superseded_at is null order by pays_bank",
                row ->
                        new Source(
                                row.getString("pays_bank"),
                                row.getString("bank"),
                                row.getString("account"),
                                row.getString("name")));
    }

    @Override
    public void source(Source source, Instant at) {
        sql.update(
                "update payment_source set superseded_at = ? where pays_bank = ?"
                        + " and superseded_at is null",
                at,
                source.paysBank());
        sql.update(
                "insert into payment_source (pays_bank, bank, account, name, recorded_by,"
                        + " recorded_at) values (?, ?, ?, ?, ?, ?)",
                source.paysBank(),
                source.bank(),
                source.account(),
                source.name(),
                sql.login(),
                at);
    }

    private static final String VIEW = "select o.* from payment_order o";

    static OrderView view(ResultSet row) throws SQLException {
        return new OrderView(
                row.getLong("order_id"),
                row.getLong("run_id"),
                row.getLong("origin_run_id"),
                row.getInt("attempt"),
                row.getLong("cites"),
                row.getLong("person_id"),
                row.getString("unit_code"),
                row.getString("payee_kind"),
                row.getString("payee_name"),
                row.getString("channel"),
                row.getString("bank"),
                row.getString("account"),
                row.getLong("amount_dong"),
                row.getString("end_to_end_id"),
                OrderState.valueOf(row.getString("state")),
                row.getString("reason"));
    }
}
