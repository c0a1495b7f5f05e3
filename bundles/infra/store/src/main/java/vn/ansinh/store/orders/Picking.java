package vn.ansinh.store.orders;

import java.time.Instant;
import java.time.LocalDate;
import vn.ansinh.payment.port.StoredRun;

/**
 * Turns lines into orders in a few statements, however many there are. Lines are first laid down in
 * the temporary table {@code order_pick}; {@link #resolve} says of each who receives it and what
 * stops it; {@link #insert} makes one order per beneficiary, payee and reason.
 */
final class Picking {
    private final Sql sql;

    Picking(Sql sql) {
        this.sql = sql;
    }

    /** An empty table of lines: {@code order_pick}. */
    void begin() {
        sql.run(
                "drop table if exists pg_temp.order_pick, pg_temp.order_payee,"
                        + " pg_temp.order_group",
                "create temporary table order_pick (for_month date not null, person_id bigint not"
                        + " null, component smallint not null, sequence smallint not null,"
                        + " amount_dong bigint not null, origin_run_id bigint not null,"
                        + " cites bigint, attempt int not null) on commit drop");
    }

    /** Lines of the run that no live order pays. */
    int pickRun(StoredRun run) {
        return sql.update(
                "insert into pg_temp.order_pick select l.for_month, l.person_id, l.component,"
                        + " l.sequence, "
                        + Lines.SIGNED
                        + ", l.run_id, null, 1 from "
                        + Lines.of(run)
                        + " l where not exists (select from order_line o"
                        + " where o.tenant_id = l.tenant_id and o.for_month = l.for_month"
                        + " and o.person_id = l.person_id and o.component = l.component"
                        + " and o.sequence = l.sequence and o.live)");
    }

    /** Lines of orders that a condition on {@code payment_order o} names. */
    int pickOrders(String condition, Object... values) {
        return sql.update(
                "insert into pg_temp.order_pick select l.for_month, l.person_id, l.component,"
                        + " l.sequence, l.amount_dong, o.origin_run_id, o.order_id, o.attempt + 1"
                        + " from payment_order o join order_line l on l.tenant_id = o.tenant_id"
                        + " and l.order_id = o.order_id and l.live where "
                        + condition,
                values);
    }

    /**
     * Who receives each picked line, as known now on a day, and what stops it: {@code order_payee}.
     * A line from a due item goes to the kind of payee that the item names.
     */
    void resolve(LocalDate day, Instant at) {
        sql.run("analyze pg_temp.order_pick");
        sql.update(
                "create temporary table order_payee on commit drop as select k.*, n.unit_code,"
                        + " y.payee_id, coalesce(y.kind, '') as kind,"
                        + " coalesce(y.name, '') as name, coalesce(y.channel, '') as channel,"
                        + " coalesce(y.bank, '') as bank, coalesce(y.account, '') as account,"
                        + " coalesce(y.holder, '') as holder, case"
                        + " when y.payee_id is null then 'NO_PAYEE'"
                        + " when y.kind = 'SELF' and n.death_on is not null then 'DECEASED'"
                        + " when h.hold_id is not null then 'LINE_HELD'"
                        + " when y.account <> '' and y.bank = '' then 'NO_BANK'"
                        + " when y.name_check = 'DIFFERENT' and not exists ("
                        + "  select from payment_order o join order_event e"
                        + "  on e.tenant_id = o.tenant_id and e.order_id = o.order_id"
                        + "  and e.from_state = 'HELD' and e.to_state = 'CREATED'"
                        + "  where o.person_id = k.person_id and o.payee_id = y.payee_id)"
                        + "  then 'NAME_DIFFERS'"
                        + " else '' end as reason"
                        + " from pg_temp.order_pick k"
                        + " join person n on n.person_id = k.person_id"
                        + Lines.payee(literal(day), literal(at))
                        + " left join line_hold h on h.for_month = k.for_month"
                        + " and h.person_id = k.person_id and h.component = k.component"
                        + " and h.sequence = k.sequence and h.released_at is null");
        long picked = sql.number("select count(*) from pg_temp.order_pick");
        long resolved = sql.number("select count(*) from pg_temp.order_payee");
        if (picked != resolved) {
            throw new IllegalStateException(
                    picked + " lines, " + resolved + " payees: a line has two payees at once");
        }
        sql.run("analyze pg_temp.order_payee");
    }

    /** One order per beneficiary, payee and reason; gives how many. */
    int insert(StoredRun run, Instant at) {
        sql.update(
                "create temporary table order_group on commit drop as select g.*,"
                        + " nextval(pg_get_serial_sequence('payment_order', 'order_id'))"
                        + " as order_id, coalesce(t.taken, 0) + row_number() over ("
                        + "  partition by g.person_id, g.kind order by g.cites, g.reason,"
                        + "  g.component, g.payee_id) as number"
                        + " from (select person_id, min(unit_code) as unit_code,"
                        + "  min(payee_id) as payee_id, kind, name, channel, bank, account, holder,"
                        + "  reason, cites, origin_run_id, max(attempt) as attempt,"
                        + "  sum(amount_dong)::bigint as amount_dong, min(component) as component"
                        + "  from pg_temp.order_payee group by person_id, kind, name, channel, bank,"
                        + "  account, holder, reason, cites, origin_run_id) g"
                        + " left join (select person_id, payee_kind, max(number) as taken"
                        + "  from payment_order where run_id = "
                        + run.id()
                        + " group by person_id, payee_kind) t"
                        + " on t.person_id = g.person_id and t.payee_kind = g.kind");
        sql.run("analyze pg_temp.order_group");
        int orders =
                sql.update(
                        "insert into payment_order (order_id, run_id, origin_run_id, number,"
                                + " attempt, cites, person_id, unit_code, payee_id, payee_kind,"
                                + " payee_name, channel, bank, account, holder, amount_dong,"
                                + " end_to_end_id, state, reason, created_at, created_by)"
                                + " select order_id, ?, origin_run_id, number, attempt, cites,"
                                + " person_id, unit_code, payee_id, kind, name, channel, bank,"
                                + " account, holder, amount_dong, 'T' || "
                                + " nullif(current_setting('ansinh.tenant', true), '') || 'R' || ?"
                                + " || 'P' || person_id || case kind when '' then 'N'"
                                + " when 'SELF' then 'S' when 'GUARDIAN' then 'G'"
                                + " when 'CARER' then 'C' when 'AUTHORISED' then 'U'"
                                + " when 'FACILITY' then 'F' when 'HEIR' then 'H' else 'D' end"
                                + " || number,"
                                + " case when reason <> '' or amount_dong < 0 then 'HELD'"
                                + " when amount_dong = 0 then 'OFFSET' else 'CREATED' end,"
                                + " case when reason = '' and amount_dong < 0 then 'NEGATIVE'"
                                + " else reason end, ?, ? from pg_temp.order_group"
                                + " order by order_id",
                        run.id(),
                        run.id(),
                        at,
                        sql.login());
        sql.update(
                "insert into order_line (order_id, for_month, person_id, component, sequence,"
                        + " amount_dong) select g.order_id, p.for_month, p.person_id, p.component,"
                        + " p.sequence, p.amount_dong from pg_temp.order_payee p"
                        + " join pg_temp.order_group g on g.person_id = p.person_id"
                        + " and (g.kind, g.name, g.channel, g.bank, g.account, g.holder, g.reason,"
                        + "  g.origin_run_id) = (p.kind, p.name, p.channel, p.bank, p.account,"
                        + "  p.holder, p.reason, p.origin_run_id)"
                        + " and coalesce(g.cites, 0) = coalesce(p.cites, 0)");
        return orders;
    }

    private static String literal(LocalDate day) {
        return "date '" + day + "'";
    }

    private static String literal(Instant at) {
        return "timestamptz '" + at + "'";
    }
}
