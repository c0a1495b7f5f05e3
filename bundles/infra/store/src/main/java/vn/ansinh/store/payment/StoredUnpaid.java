package vn.ansinh.store.payment;

import java.time.LocalDate;
import java.util.List;
import vn.ansinh.payment.api.Unclaimed.Debt;
import vn.ansinh.payment.api.Unclaimed.Sum;
import vn.ansinh.payment.port.LineKey;
import vn.ansinh.payment.port.UnpaidLines;
import vn.ansinh.store.internal.Current;

/** Lines whose order came back or was not collected, as the orders' events tell it for a day. */
final class StoredUnpaid implements UnpaidLines {
    private static final String UNPAID = " in ('REJECTED', 'REVERSED', 'RETURNED', 'UNCLAIMED')";

    /** The last instant of a day in Vietnam. */
    private static final String BY = "((?::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')";

    /** What was unpaid by the end of a day; the day stands twice. */
    private static final String DEBTS =
            "select o.order_id * 1000 + row_number() over (partition by o.order_id order by"
                    + " l.for_month, l.component, l.sequence) as id, o.person_id, l.for_month,"
                    + " l.component, l.amount_dong, o.channel, (select min(f.created_at) from"
                    + " order_line g join payment_order f using (tenant_id, order_id)"
                    + " where g.tenant_id = l.tenant_id and g.for_month = l.for_month"
                    + " and g.person_id = l.person_id and g.component = l.component"
                    + " and g.sequence = l.sequence) as since from payment_order o"
                    + " join order_line l using (tenant_id, order_id)"
                    + " join lateral (select e.to_state from order_event e"
                    + " where e.tenant_id = o.tenant_id and e.order_id = o.order_id and e.at < "
                    + BY
                    + " order by e.event_id desc limit 1) s on true where s.to_state"
                    + UNPAID
                    // A line that a later order carries is that order's.
                    + " and not exists (select from payment_order n join order_line m"
                    + " using (tenant_id, order_id) where n.tenant_id = o.tenant_id"
                    + " and m.for_month = l.for_month and m.person_id = l.person_id"
                    + " and m.component = l.component and m.sequence = l.sequence"
                    + " and n.order_id > o.order_id and n.created_at < "
                    + BY
                    + ")";

    /**
     * Nothing of the last months received, one after the other, and no case about it: none open,
     * and none of these months judged by one that is closed.
     */
    private static final String LATE =
            "with live as (select m.for_month from run_month m join payment_run r"
                    + " on r.tenant_id = m.tenant_id and r.id = m.run_id where m.regular and m.live"
                    + " and r.state in ('SENT', 'SETTLING', 'CLOSED')),"
                    + " sent as (select for_month from live where for_month >"
                    + " (select max(for_month) from live) - make_interval(months => ?)),"
                    + " missed as (select o.person_id, bool_and(o.channel like 'CASH%') as cash,"
                    + " min(o.created_at) as since from payment_order o"
                    + " join order_line l using (tenant_id, order_id) join sent s using (for_month)"
                    + " where l.sequence = 0 and o.state"
                    + UNPAID
                    + " group by o.person_id having count(distinct l.for_month) = ?)"
                    + " select m.person_id, m.cash from missed m"
                    + " where not exists (select from payment_order o"
                    + " join order_line l using (tenant_id, order_id) join sent s using (for_month)"
                    + " where o.person_id = m.person_id and l.sequence = 0"
                    + " and o.state in ('PAID', 'COLLECTED'))"
                    + " and not exists (select from review_case c where c.subject_kind = 'PERSON'"
                    + " and c.subject_id = m.person_id"
                    + " and c.kind in ('SUSPEND_NOT_COLLECTED', 'SIGN_OF_LIFE')"
                    + " and (c.state = 'OPEN' or c.opened_at > m.since))"
                    + " order by 1";

    private final Current current;

    StoredUnpaid(Current current) {
        this.current = current;
    }

    @Override
    public List<Debt> page(LocalDate on, long afterId, int limit) {
        return current.sql(
                connection ->
                        RunQueries.list(
                                connection,
                                "select d.id, d.person_id, d.for_month, d.component,"
                                        + " d.amount_dong, d.channel, (d.since at time zone"
                                        + " 'Asia/Ho_Chi_Minh')::date, ?::date - (d.since at time"
                                        + " zone 'Asia/Ho_Chi_Minh')::date from ("
                                        + DEBTS
                                        + ") d where d.id > ? order by d.id limit ?",
                                row ->
                                        new Debt(
                                                row.getLong(1),
                                                row.getLong(2),
                                                PastReader.month(row, 3),
                                                LineKey.componentOf(row.getInt(4)),
                                                row.getLong(5),
                                                row.getString(6),
                                                row.getObject(7, LocalDate.class),
                                                row.getLong(8)),
                                on,
                                on,
                                on,
                                afterId,
                                limit));
    }

    @Override
    public List<Sum> sums(LocalDate on) {
        return current.sql(
                connection ->
                        RunQueries.list(
                                connection,
                                "select extract(year from d.for_month)::int, count(*),"
                                        + " sum(d.amount_dong)::bigint from ("
                                        + DEBTS
                                        + ") d group by 1 order by 1",
                                row -> new Sum(row.getInt(1), row.getLong(2), row.getLong(3)),
                                on,
                                on));
    }

    @Override
    public List<Late> late(int months) {
        return current.sql(
                connection ->
                        RunQueries.list(
                                connection,
                                LATE,
                                row -> new Late(row.getLong(1), row.getBoolean(2)),
                                months,
                                months));
    }
}
