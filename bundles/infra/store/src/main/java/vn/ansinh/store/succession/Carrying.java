package vn.ansinh.store.succession;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.payment.port.SuccessionRows.Carried;
import vn.ansinh.payment.port.SuccessionRows.Rows;
import vn.ansinh.payment.port.SuccessionStorage.Part;
import vn.ansinh.payment.port.SuccessionStorage.Who;
import vn.ansinh.store.internal.Sql;

/**
 * Rows on their way from one tenant to another: read as JSON under the old tenant, written under
 * the new one. All columns there are go along, whatever later migrations add; {@code tenant_id} is
 * left out and takes the session's.
 */
final class Carrying {
    private final Sql sql;

    Carrying(Sql sql) {
        this.sql = sql;
    }

    Carried read(long id, Part part, Who all, String paper, Instant at) {
        Who who = all.within(part.from(), part.to());
        Reading reading = new Reading(Meant.before(part.successor(), who), new ArrayList<>());
        LocalDate first = who.effective().atDay(1);
        switch (part.stage()) {
            case PEOPLE -> people(reading, id, part.predecessor(), first, paper, at);
            case HOUSEHOLDS -> households(reading, id, part.predecessor(), at);
            case DECISIONS -> decisions(reading, id, part.predecessor(), at);
            case MONEY -> money(reading, at);
            case LEDGER -> throw new IllegalArgumentException("nothing is read for the ledger");
        }
        return new Carried(reading.tables());
    }

    /** Collects tables of one part. */
    private record Reading(Meant meant, List<Rows> tables) {}

    /**
     * All columns of a table, with some changed; {@code t} is its row, {@code from} what follows.
     */
    private void take(Reading reading, String table, String change, String from, Object... more) {
        add(
                reading,
                table,
                "",
                "select to_jsonb(t) - 'tenant_id' " + change + " as j from " + from,
                more);
    }

    private void add(Reading reading, String table, String fresh, String query, Object... more) {
        addOf(reading, table, fresh, "", query, more);
    }

    /** With further table expressions before the query. */
    private void addOf(
            Reading reading,
            String table,
            String fresh,
            String expressions,
            String query,
            Object... more) {
        Meant meant = reading.meant();
        String json =
                sql.list(
                                meant.with(
                                        expressions
                                                + " select coalesce(jsonb_agg(x.j), '[]')::text"
                                                + " from ("
                                                + query
                                                + ") x"),
                                row -> row.getString(1),
                                meant.values(more))
                        .get(0);
        reading.tables().add(new Rows(table, json, fresh));
    }

    private void people(
            Reading reading,
            long id,
            String predecessor,
            LocalDate first,
            String paper,
            Instant at) {
        String ofPerson = " t join carried c using (person_id)";
        take(
                reading,
                "person",
                "|| jsonb_build_object('unit_code', c.new_unit)",
                "person" + ofPerson);
        add(
                reading,
                "person_origin",
                "",
                "select jsonb_build_object('person_id', person_id, 'succession_id', ?::bigint,"
                        + " 'from_code', ?::text, 'from_unit', unit_code,"
                        + " 'carried_at', ?::timestamptz) as j from carried",
                id,
                predecessor,
                at);
        take(reading, "person_past", "", "person_past" + ofPerson);
        take(reading, "personal_id", "", "personal_id" + ofPerson);
        take(reading, "fact", "", "fact" + ofPerson);
        take(reading, "payee", "", "payee" + ofPerson);
        take(
                reading,
                "review_case",
                "",
                "review_case t join carried c on c.person_id = t.subject_id"
                        + " where t.subject_kind = 'PERSON' and t.state = 'OPEN'");
        // The place is the same and has another unit: one residence ends, one begins.
        String current =
                " t.valid_to is null and t.superseded_at is null and t.unit_code <> '' and";
        String longer = current + " (t.valid_from is null or t.valid_from < ?::date)";
        take(
                reading,
                "residence",
                "|| case when"
                        + longer
                        + " then jsonb_build_object('valid_to', ?::date - 1) when"
                        + current
                        + " true then jsonb_build_object('unit_code', c.new_unit)"
                        + " else '{}'::jsonb end",
                "residence" + ofPerson,
                first,
                first);
        add(
                reading,
                "residence",
                "residence_id",
                "select jsonb_build_object('person_id', t.person_id, 'unit_code', c.new_unit,"
                        + " 'outside', '', 'valid_from', ?::date, 'paper', ?::text,"
                        + " 'recorded_at', ?::timestamptz) as j from residence"
                        + ofPerson
                        + " where"
                        + longer,
                first,
                paper,
                at,
                first);
    }

    private void households(Reading reading, long id, String predecessor, Instant at) {
        String ofHome = " t join homes h using (household_id)";
        take(
                reading,
                "household",
                "|| jsonb_build_object('unit_code', h.new_unit)",
                "household" + ofHome);
        add(
                reading,
                "household_origin",
                "",
                "select jsonb_build_object('household_id', household_id,"
                        + " 'succession_id', ?::bigint, 'from_code', ?::text,"
                        + " 'from_unit', unit_code, 'carried_at', ?::timestamptz) as j from homes",
                id,
                predecessor,
                at);
        take(
                reading,
                "household_member",
                "",
                "household_member" + ofHome + " join carried c using (person_id)");
        take(
                reading,
                "household_event",
                "|| case when t.other_household_id in (select household_id from homes)"
                        + " then '{}'::jsonb"
                        + " else jsonb_build_object('other_household_id', null) end",
                "household_event" + ofHome);
        take(reading, "poverty_status", "", "poverty_status" + ofHome);
        take(
                reading,
                "review_case",
                "",
                "review_case t join homes h on h.household_id = t.subject_id"
                        + " where t.subject_kind = 'HOUSEHOLD' and t.state = 'OPEN'");
        // Here, for a merge that was undone may name people of two ranges.
        take(
                reading,
                "person_merge",
                "",
                "person_merge t join carried c using (person_id)"
                        + " join carried d on d.person_id = t.survivor_id");
        take(
                reading,
                "duplicate_pair",
                "",
                "duplicate_pair t join carried c on c.person_id = t.first_person"
                        + " join carried d on d.person_id = t.second_person");
    }

    /** Signed decisions travel as drafts, whose annex can be written, and are signed at the end. */
    private void decisions(Reading reading, long id, String predecessor, Instant at) {
        String of = "select to_jsonb(t) - 'tenant_id' ";
        addOf(
                reading,
                "decision",
                "",
                Open.DECISIONS,
                of
                        + "|| jsonb_build_object('state', 'DRAFT') as j from decision t"
                        + " join wanted w using (decision_id)");
        addOf(
                reading,
                "decision_effect",
                "",
                Open.DECISIONS,
                of
                        + "as j from decision_effect t join wanted w using (decision_id)"
                        + " where t.person_id is null"
                        + " or t.person_id in (select person_id from carried)");
        addOf(
                reading,
                "decision_warning",
                "",
                Open.DECISIONS,
                of + "as j from decision_warning t join wanted w using (decision_id)");
        addOf(
                reading,
                "decision_origin",
                "",
                Open.DECISIONS,
                "select jsonb_build_object('decision_id', decision_id,"
                        + " 'succession_id', ?::bigint, 'from_code', ?::text,"
                        + " 'carried_at', ?::timestamptz) as j from wanted",
                id,
                predecessor,
                at);
    }

    private void money(Reading reading, Instant at) {
        String ofPerson = " t join carried c using (person_id)";
        take(reading, "entitlement", "", "entitlement" + ofPerson);
        take(reading, "arrears_proposal", "", "arrears_proposal" + ofPerson);
        addOf(
                reading,
                "recovery",
                "",
                Open.CLAIMS,
                "select to_jsonb(t) - 'tenant_id' - 'open_dong'"
                        + " || jsonb_build_object('total_dong', t.open_dong) as j from claim t");
        addOf(
                reading,
                "due_item",
                "",
                Open.ITEMS,
                "select to_jsonb(t) - 'tenant_id' as j from open_item t");
        // What was not collected is owed by the successor: paid by its next run.
        addOf(
                reading,
                "due_item",
                "item_id",
                Open.UNPAID,
                "select jsonb_build_object('person_id', l.person_id,"
                        + " 'component', l.component, 'for_month', l.for_month,"
                        + " 'sequence', case when l.sequence < 900 then l.sequence + 900"
                        + " else l.sequence end,"
                        + " 'kind', case when l.component > 3 then 'ONE_OFF' else 'ARREARS' end,"
                        + " 'amount_dong', u.amount_dong,"
                        + " 'payee_kind', coalesce(nullif(u.payee_kind, ''), 'SELF'),"
                        + " 'source', coalesce(i.source, ''), 'budget_year', r.budget_year,"
                        + " 'decision_id', l.decision_id, 'known_at', ?::timestamptz,"
                        + " 'set_off', false, 'entitlement_id', l.entitlement_id,"
                        + " 'ground', l.ground, 'restricted', l.restricted,"
                        + " 'coefficient_hundredths', l.coefficient_hundredths,"
                        + " 'rate_dong', l.rate_dong,"
                        + " 'instrument', coalesce(i.instrument, 'Chưa nhận ở địa phương cũ'),"
                        + " 'uncertain', l.uncertain) as j from unpaid u"
                        + " join payment_line l on l.for_month = u.for_month"
                        + " and l.person_id = u.person_id and l.component = u.component"
                        + " and l.sequence = u.sequence"
                        + " join payment_run r on r.id = l.run_id"
                        + " left join due_item_line d on d.for_month = l.for_month"
                        + " and d.person_id = l.person_id and d.component = l.component"
                        + " and d.sequence = l.sequence"
                        + " left join due_item i on i.item_id = d.item_id"
                        + " where u.amount_dong > 0",
                at);
    }

    long write(Carried carried) {
        long rows = 0;
        for (Rows table : carried.tables()) {
            if (table.json().equals("[]")) {
                continue;
            }
            String columns = columns(table);
            rows +=
                    sql.update(
                            "insert into "
                                    + table.table()
                                    + " ("
                                    + columns
                                    + ") overriding system value select "
                                    + columns
                                    + " from jsonb_populate_recordset(null::"
                                    + table.table()
                                    + ", ?::jsonb)",
                            table.json());
        }
        for (Rows table : carried.tables()) {
            if (table.table().equals("decision")) {
                sql.update(
                        "update decision set state = 'SIGNED' where decision_id in"
                                + " (select (x ->> 'decision_id')::bigint"
                                + " from jsonb_array_elements(?::jsonb) x)",
                        table.json());
            }
        }
        return rows;
    }

    /** Columns that the rows bring: what a row built here leaves out takes its default. */
    private String columns(Rows table) {
        return sql.list(
                        "select string_agg(quote_ident(attname), ', ' order by attnum)"
                                + " from pg_attribute where attrelid = ?::regclass and attnum > 0"
                                + " and not attisdropped and attgenerated = ''"
                                + " and attname not in ('tenant_id', ?)"
                                + " and jsonb_exists(?::jsonb -> 0, attname::text)",
                        row -> row.getString(1),
                        table.table(),
                        table.fresh(),
                        table.json())
                .get(0);
    }
}
