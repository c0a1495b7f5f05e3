package vn.ansinh.store.orders;

import java.util.List;
import vn.ansinh.payment.api.Orders.Difference;
import vn.ansinh.payment.api.Orders.DifferenceKind;
import vn.ansinh.payment.port.OrderStorage.Paid;
import vn.ansinh.payment.port.OrderStorage.Sums;
import vn.ansinh.payment.port.StoredRun;

/**
 * Approved lines against orders against the bank's bookings of one run. Each question lays its rows
 * down in temporary tables with statistics first: what was just written has none, and a plan for a
 * handful of rows never ends with a million.
 */
final class Matches {
    private final Sql sql;

    Matches(Sql sql) {
        this.sql = sql;
    }

    /** Lines of the run with what covers them: {@code run_cover}. */
    private void cover(StoredRun run) {
        sql.run(
                "drop table if exists pg_temp.run_line, pg_temp.run_cover",
                "create temporary table run_line on commit drop as select l.for_month, l.person_id,"
                        + " l.component, l.sequence, "
                        + Lines.SIGNED
                        + " as signed from "
                        + Lines.of(run)
                        + " l",
                "analyze pg_temp.run_line",
                "create temporary table run_cover on commit drop as select l.*, x.order_id,"
                        + " x.amount_dong as covered from pg_temp.run_line l left join order_line x"
                        + " on x.for_month = l.for_month and x.person_id = l.person_id"
                        + " and x.component = l.component and x.sequence = l.sequence and x.live",
                "analyze pg_temp.run_cover");
    }

    Sums sums(StoredRun run) {
        cover(run);
        return sql.first(
                        "select count(*), count(*) filter (where sequence = 0),"
                                + " coalesce(sum(signed), 0)::bigint,"
                                + " count(*) filter (where covered = signed),"
                                + " coalesce(sum(covered), 0)::bigint,"
                                + " (select coalesce(sum(amount_dong), 0)::bigint"
                                + "  from payment_order where order_id in ("
                                + "  select order_id from pg_temp.run_cover))"
                                + " from pg_temp.run_cover",
                        row ->
                                new Sums(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5),
                                        row.getLong(6)))
                .orElseThrow();
    }

    /** Orders of the run with what the bank booked and said: {@code run_booked, run_said}. */
    private void said(StoredRun run) {
        sql.run(
                "drop table if exists pg_temp.run_order, pg_temp.run_notice, pg_temp.run_booked,"
                        + " pg_temp.run_said",
                "create temporary table run_order on commit drop as select order_id, end_to_end_id,"
                        + " amount_dong as ours, state from payment_order where run_id = "
                        + run.id(),
                "analyze pg_temp.run_order",
                "create temporary table run_notice on commit drop as select o.*, n.outcome,"
                        + " n.amount_dong as dong, n.bank_reference, n.booked_on"
                        + " from pg_temp.run_order o join bank_notice n"
                        + " on n.end_to_end_id = o.end_to_end_id",
                "analyze pg_temp.run_notice",
                // A booking is told in several messages under one reference of the bank.
                "create temporary table run_booked on commit drop as select distinct order_id,"
                        + " end_to_end_id, ours, state, outcome, dong, bank_reference"
                        + " from pg_temp.run_notice where booked_on is not null"
                        + " and outcome in ('PAID', 'REVERSED')",
                "create temporary table run_said on commit drop as select order_id, end_to_end_id,"
                        + " ours, state, bool_or(outcome = 'PAID') as paid,"
                        + " bool_or(outcome = 'REJECTED') as rejected,"
                        + " bool_or(outcome = 'REVERSED') as reversed from pg_temp.run_notice"
                        + " where dong in (0, ours) group by order_id, end_to_end_id, ours, state",
                "analyze pg_temp.run_booked",
                "analyze pg_temp.run_said");
    }

    Paid paid(StoredRun run) {
        Sums sums = sums(run);
        said(run);
        return sql.first(
                        "select (select coalesce(sum(ours), 0)::bigint from pg_temp.run_order"
                                + "  where state = 'PAID'),"
                                + " (select coalesce(sum(case outcome when 'PAID' then dong"
                                + "  else -dong end), 0)::bigint from pg_temp.run_booked),"
                                + " (select coalesce(sum(ours), 0)::bigint from pg_temp.run_order"
                                + "  where state = 'COLLECTED')",
                        row ->
                                new Paid(
                                        run.totalDong(),
                                        sums.coveredDong(),
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3)))
                .orElseThrow();
    }

    List<Difference> differences(StoredRun run, int limit) {
        cover(run);
        said(run);
        String all =
                String.join(
                        " union all ",
                        part(
                                DifferenceKind.TOTAL,
                                "'run ' || "
                                        + run.id()
                                        + ", s.dong, "
                                        + run.totalDong()
                                        + " from (select coalesce(sum(signed), 0)::bigint as dong"
                                        + " from pg_temp.run_cover) s where s.dong <> "
                                        + run.totalDong()),
                        part(
                                DifferenceKind.LINE_WITHOUT_ORDER,
                                LINE + ", 0, signed from pg_temp.run_cover where order_id is null"),
                        part(
                                DifferenceKind.LINE_DIFFERS,
                                LINE
                                        + ", covered, signed from pg_temp.run_cover"
                                        + " where covered <> signed"),
                        part(
                                DifferenceKind.ORDER_DIFFERS,
                                "o.end_to_end_id, o.ours, s.dong from pg_temp.run_order o"
                                        + " join (select order_id, sum(amount_dong)::bigint as dong"
                                        + "  from order_line where order_id in (select order_id"
                                        + "  from pg_temp.run_order) group by order_id) s"
                                        + " on s.order_id = o.order_id where s.dong <> o.ours"),
                        part(
                                DifferenceKind.WRONG_AMOUNT,
                                "end_to_end_id, ours, dong from (select distinct end_to_end_id,"
                                        + " ours, dong from pg_temp.run_notice where dong not in"
                                        + " (0, ours)) x"),
                        part(
                                DifferenceKind.DOUBLE_DEBIT,
                                "end_to_end_id, ours, sum(dong)::bigint from pg_temp.run_booked"
                                        + " where outcome = 'PAID' group by end_to_end_id, ours"
                                        + " having count(*) > 1"),
                        part(
                                DifferenceKind.PAID_WRONGLY,
                                "end_to_end_id, 0, ours from pg_temp.run_said where paid"
                                        + " and not reversed and state not in ('PAID', 'REVERSED')"),
                        part(
                                DifferenceKind.CONTRADICTION,
                                "end_to_end_id, ours, ours from pg_temp.run_said"
                                        + " where paid and rejected"),
                        part(
                                DifferenceKind.REVERSED_UNPAID,
                                "end_to_end_id, ours, 0 from pg_temp.run_said"
                                        + " where reversed and not paid"),
                        part(
                                DifferenceKind.NOT_BOOKED,
                                "end_to_end_id, ours, 0 from pg_temp.run_order where state = 'PAID'"
                                        + " and order_id not in (select order_id"
                                        + "  from pg_temp.run_booked where outcome = 'PAID')"));
        return read(all, limit);
    }

    /** What the bank speaks of and nobody knows, whatever the run. */
    List<Difference> notOurs(int limit) {
        return read(
                part(
                        DifferenceKind.NOT_OURS,
                        "end_to_end_id, 0, amount_dong from (select distinct n.end_to_end_id,"
                                + " n.amount_dong from bank_notice n left join payment_order o"
                                + " on o.end_to_end_id = n.end_to_end_id"
                                + " where n.end_to_end_id <> '' and n.outcome in ('PAID',"
                                + " 'REVERSED') and o.order_id is null) x"),
                limit);
    }

    private List<Difference> read(String all, int limit) {
        return sql.list(
                all + " order by 1, 2, 4 limit ?",
                row ->
                        new Difference(
                                DifferenceKind.valueOf(row.getString(1)),
                                row.getString(2),
                                row.getLong(3),
                                row.getLong(4)),
                limit);
    }

    private static final String LINE =
            "concat_ws('/', person_id, to_char(for_month, 'YYYY-MM'), component, sequence)";

    private static String part(DifferenceKind kind, String rest) {
        return "(select '" + kind.name() + "'::text, " + rest + ")";
    }
}
