package vn.ansinh.store.orders;

import java.util.List;
import vn.ansinh.payment.api.Orders.Difference;
import vn.ansinh.payment.api.Orders.DifferenceKind;
import vn.ansinh.payment.port.OrderStorage.Paid;

/** Approved lines against orders against the bank's bookings, as questions over what is stored. */
final class Matches {

    /** Runs looked at: the one of the parameter, or all that were approved and are not closed. */
    private static final String RUNS =
            "with runs as (select r.id, r.for_month, r.to_month, (select coalesce(sum(total_dong),"
                    + " 0)::bigint from run_chunk c where c.run_id = r.id) as approved"
                    + " from payment_run r where (? = r.id or ? = 0"
                    + " and r.state in ('APPROVED', 'SENT', 'SETTLING'))), "
                    + "lines as (select l.*, "
                    + Lines.SIGNED
                    + " as signed from payment_line l join runs on l.run_id = runs.id"
                    + " and l.sequence = 0 and l.for_month between runs.for_month and runs.to_month"
                    + " union all select l.*, "
                    + Lines.SIGNED
                    + " from due_item_line t join runs on t.run_id = runs.id"
                    + " join payment_line l on l.tenant_id = t.tenant_id"
                    + " and l.for_month = t.for_month and l.person_id = t.person_id"
                    + " and l.component = t.component and l.sequence = t.sequence), "
                    + "orders as (select o.* from payment_order o join runs on o.run_id = runs.id), "
                    // A booking is told in several messages under one reference of the bank.
                    + "booked as (select o.order_id, o.end_to_end_id, o.amount_dong as ours,"
                    + " o.state, n.outcome, n.amount_dong as dong, n.bank_reference"
                    + " from orders o join bank_notice n on n.tenant_id = o.tenant_id"
                    + " and n.end_to_end_id = o.end_to_end_id where n.booked_on is not null"
                    + " and n.outcome in ('PAID', 'REVERSED')"
                    + " group by o.order_id, o.end_to_end_id, o.amount_dong, o.state, n.outcome,"
                    + " n.amount_dong, n.bank_reference), "
                    + "said as (select o.order_id, o.end_to_end_id, o.amount_dong as ours, o.state,"
                    + " bool_or(n.outcome = 'PAID') as paid,"
                    + " bool_or(n.outcome = 'REJECTED') as rejected,"
                    + " bool_or(n.outcome = 'REVERSED') as reversed from orders o"
                    + " join bank_notice n on n.tenant_id = o.tenant_id"
                    + " and n.end_to_end_id = o.end_to_end_id"
                    + " and n.amount_dong in (0, o.amount_dong)"
                    + " group by o.order_id, o.end_to_end_id, o.amount_dong, o.state) ";

    private final Sql sql;

    Matches(Sql sql) {
        this.sql = sql;
    }

    Paid paid(long runId) {
        return sql.first(
                        RUNS
                                + "select (select coalesce(sum(approved), 0)::bigint from runs),"
                                + " (select coalesce(sum(x.amount_dong), 0)::bigint"
                                + "  from order_line x join lines l on l.tenant_id = x.tenant_id"
                                + "  and l.for_month = x.for_month and l.person_id = x.person_id"
                                + "  and l.component = x.component and l.sequence = x.sequence"
                                + "  where x.live),"
                                + " (select coalesce(sum(amount_dong), 0)::bigint from orders"
                                + "  where state = 'PAID'),"
                                + " (select coalesce(sum(case outcome when 'PAID' then dong"
                                + "  else -dong end), 0)::bigint from booked),"
                                + " (select coalesce(sum(amount_dong), 0)::bigint from orders"
                                + "  where state = 'COLLECTED')",
                        row ->
                                new Paid(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5)),
                        runId,
                        runId)
                .orElseThrow();
    }

    List<Difference> differences(long runId, int limit) {
        return sql.list(
                RUNS
                        + part(
                                DifferenceKind.TOTAL,
                                "runs.id::text, coalesce(s.dong, 0), runs.approved from runs"
                                        + " left join (select run_id, sum(signed)::bigint as dong"
                                        + "  from lines group by run_id) s on s.run_id = runs.id"
                                        + " where coalesce(s.dong, 0) <> runs.approved")
                        + part(
                                DifferenceKind.LINE_WITHOUT_ORDER,
                                LINE
                                        + ", 0, l.signed from lines l"
                                        + COVER
                                        + " where x.order_id is null")
                        + part(
                                DifferenceKind.LINE_DIFFERS,
                                LINE
                                        + ", x.amount_dong, l.signed from lines l"
                                        + COVER
                                        + " where x.amount_dong <> l.signed")
                        + part(
                                DifferenceKind.ORDER_DIFFERS,
                                "o.end_to_end_id, o.amount_dong, s.dong from orders o"
                                        + " join lateral (select coalesce(sum(amount_dong), 0)"
                                        + "  ::bigint as dong from order_line x where"
                                        + "  x.tenant_id = o.tenant_id and x.order_id = o.order_id)"
                                        + " s on true where s.dong <> o.amount_dong")
                        + part(
                                DifferenceKind.NOT_OURS,
                                "n.end_to_end_id, 0, n.amount_dong from (select distinct"
                                        + " end_to_end_id, amount_dong, tenant_id from bank_notice"
                                        + " where end_to_end_id <> '' and outcome in ('PAID',"
                                        + " 'REVERSED')) n where not exists (select"
                                        + " from payment_order o where o.tenant_id = n.tenant_id"
                                        + " and o.end_to_end_id = n.end_to_end_id)")
                        + part(
                                DifferenceKind.WRONG_AMOUNT,
                                "o.end_to_end_id, o.amount_dong, n.amount_dong from orders o"
                                        + " join (select distinct tenant_id, end_to_end_id,"
                                        + "  amount_dong from bank_notice where amount_dong <> 0) n"
                                        + " on n.tenant_id = o.tenant_id"
                                        + " and n.end_to_end_id = o.end_to_end_id"
                                        + " where n.amount_dong <> o.amount_dong")
                        + part(
                                DifferenceKind.DOUBLE_DEBIT,
                                "end_to_end_id, ours, sum(dong)::bigint from booked"
                                        + " where outcome = 'PAID' group by end_to_end_id, ours"
                                        + " having count(*) > 1")
                        + part(
                                DifferenceKind.PAID_WRONGLY,
                                "end_to_end_id, 0, ours from said where paid and not reversed"
                                        + " and state not in ('PAID', 'REVERSED')")
                        + part(
                                DifferenceKind.CONTRADICTION,
                                "end_to_end_id, ours, ours from said where paid and rejected")
                        + part(
                                DifferenceKind.REVERSED_UNPAID,
                                "end_to_end_id, ours, 0 from said where reversed and not paid")
                        + part(
                                        DifferenceKind.NOT_BOOKED,
                                        "s.end_to_end_id, s.ours, 0 from said s where s.state = 'PAID'"
                                                + " and not exists (select from booked b"
                                                + "  where b.order_id = s.order_id and b.outcome = 'PAID')")
                                .replace(" union all ", " ")
                        + "order by 1, 2 limit ?",
                row ->
                        new Difference(
                                DifferenceKind.valueOf(row.getString(1)),
                                row.getString(2),
                                row.getLong(3),
                                row.getLong(4)),
                runId,
                runId,
                limit);
    }

    private static final String LINE =
            "concat_ws('/', l.person_id, to_char(l.for_month, 'YYYY-MM'), l.component, l.sequence)";

    private static final String COVER =
            " left join order_line x on x.tenant_id = l.tenant_id and x.for_month = l.for_month"
                    + " and x.person_id = l.person_id and x.component = l.component"
                    + " and x.sequence = l.sequence and x.live";

    private static String part(DifferenceKind kind, String rest) {
        return "(select '" + kind.name() + "'::text, " + rest + ") union all ";
    }
}
