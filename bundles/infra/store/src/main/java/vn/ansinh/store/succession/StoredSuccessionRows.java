package vn.ansinh.store.succession;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.payment.api.Successions.Origin;
import vn.ansinh.payment.api.Successions.Sum;
import vn.ansinh.payment.api.Successions.Unmatched;
import vn.ansinh.payment.port.SuccessionRows;
import vn.ansinh.payment.port.SuccessionStorage.Part;
import vn.ansinh.payment.port.SuccessionStorage.Print;
import vn.ansinh.payment.port.SuccessionStorage.Who;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.Sql;

/** Counts, sums and rows of one party. Both sides are counted by the same statement. */
final class StoredSuccessionRows implements SuccessionRows {
    private static final String SUMS =
            Open.ITEMS
                    + Open.UNPAID
                    + Open.CLAIMS
                    + " select 'PEOPLE', count(*), 0::bigint from carried"
                    + count("NUMBERS", "personal_id")
                    + count("FACTS", "fact")
                    + count("PAYEES", "payee")
                    + count("PROPOSALS", "arrears_proposal")
                    + " union all select 'RESIDENCES', count(*), 0 from residence"
                    + " join carried using (person_id)"
                    + " where valid_to is null and superseded_at is null"
                    + " union all select 'ENTITLEMENT_ROWS', count(*),"
                    + " coalesce(sum(coefficient_hundredths), 0) from entitlement"
                    + " join carried using (person_id)"
                    + " union all select 'ENTITLEMENTS', count(*),"
                    + " coalesce(sum(coefficient_hundredths), 0) from entitlement e"
                    + " join carried using (person_id), effective x where e.ended_at is null"
                    + " and e.from_month <= x.month"
                    + " and (e.to_month is null or e.to_month >= x.month)"
                    + " union all select 'EFFECTS', count(*), coalesce(sum(e.amount_dong), 0)"
                    + " from decision_effect e join carried using (person_id)"
                    + " join decision d using (tenant_id, decision_id) where d.state = 'SIGNED'"
                    + " union all select 'ARREARS', count(*), coalesce(sum(amount_dong), 0)"
                    + " from open_item where kind <> 'RECOVERY' and sequence < 900"
                    + " union all select 'RECOVERIES_PLANNED', count(*),"
                    + " coalesce(sum(amount_dong), 0) from open_item where kind = 'RECOVERY'"
                    + " union all select 'RECOVERIES', count(*), coalesce(sum(open_dong), 0)"
                    + " from claim"
                    // What was unclaimed once is an open item from 900 on, wherever it is.
                    + " union all select 'UNCLAIMED', count(*), coalesce(sum(u.amount_dong), 0)"
                    + " from (select amount_dong from unpaid union all select amount_dong"
                    + " from open_item where kind <> 'RECOVERY' and sequence >= 900) u"
                    + " union all select 'CASES', count(*), 0 from review_case c"
                    + " where c.state = 'OPEN' and (c.subject_kind = 'PERSON' and c.subject_id in"
                    + " (select person_id from carried) or c.subject_kind = 'HOUSEHOLD'"
                    + " and c.subject_id in (select household_id from homes))"
                    + " union all select 'HOUSEHOLDS', count(*), 0 from homes"
                    + " union all select 'POVERTY', count(*), 0 from poverty_status"
                    + " join homes using (household_id)";

    /** Counted for each successor, for several take their part of the same. */
    private static final String SHARED =
            " select 'DECISIONS', count(*), 0::bigint from wanted"
                    + " union all select 'MEMBERS', count(*), 0 from household_member"
                    + " join homes using (household_id) join carried using (person_id)";

    private static String count(String kind, String table) {
        return " union all select '"
                + kind
                + "', count(*), 0 from "
                + table
                + " join carried using (person_id)";
    }

    private final Sql sql;
    private final Findings findings;
    private final Carrying carrying;

    StoredSuccessionRows(Current current) {
        this.sql = new Sql(current);
        this.findings = new Findings(sql);
        this.carrying = new Carrying(sql);
    }

    @Override
    public List<String> units() {
        return sql.list(
                "select unit_code from person union select unit_code from household order by 1",
                row -> row.getString(1));
    }

    @Override
    public List<Sum> before(String predecessor, String successor, Who who) {
        Meant meant = Meant.before(successor, who);
        List<Sum> sums = sums(meant, predecessor, successor, who);
        if (!successor.isEmpty()) {
            sums.addAll(shared(meant, predecessor, successor));
        }
        return sums;
    }

    @Override
    public List<Sum> all(String predecessor, Who who) {
        return sums(Meant.before(Meant.ALL, who), predecessor, Meant.ALL, who);
    }

    @Override
    public List<Sum> after(long id, String predecessor, String successor, Who who) {
        Meant meant = Meant.after(id, predecessor);
        List<Sum> sums = sums(meant, predecessor, successor, who);
        sums.addAll(shared(meant, predecessor, successor));
        return sums;
    }

    private List<Sum> sums(Meant meant, String predecessor, String successor, Who who) {
        return new ArrayList<>(
                sql.list(
                        meant.with(", effective(month) as (select ?::date)" + SUMS),
                        row ->
                                new Sum(
                                        predecessor,
                                        successor,
                                        row.getString(1),
                                        row.getLong(2),
                                        row.getLong(3)),
                        meant.values(who.effective().atDay(1))));
    }

    private List<Sum> shared(Meant meant, String predecessor, String successor) {
        return sql.list(
                meant.with(Open.DECISIONS + SHARED),
                row ->
                        new Sum(
                                predecessor,
                                successor,
                                row.getString(1),
                                row.getLong(2),
                                row.getLong(3)),
                meant.values());
    }

    @Override
    public Set<Long> people(String successor, Who who) {
        Meant meant = Meant.before(successor, who);
        return keys(meant);
    }

    @Override
    public Set<Long> carried(long id, String predecessor) {
        return keys(Meant.after(id, predecessor));
    }

    private Set<Long> keys(Meant meant) {
        return new HashSet<>(
                sql.list(
                        meant.with(" select person_id from carried"),
                        row -> row.getLong(1),
                        meant.values()));
    }

    @Override
    public List<Unmatched> unmatched(String predecessor, Who who) {
        return findings.of(predecessor, who);
    }

    @Override
    public List<Number> numbers(String successor, Who who) {
        Meant meant = Meant.before(successor, who);
        return sql.list(
                meant.with(
                        " select n.number, c.root_id from personal_id n"
                                + " join carried c using (person_id) where n.kind = 'PERSONAL'"
                                + " and n.valid_to is null and n.superseded_at is null"),
                row -> new Number(row.getString(1), row.getLong(2)),
                meant.values());
    }

    @Override
    public Set<String> held(List<String> numbers) {
        return new HashSet<>(
                sql.list(
                        "select number from personal_id where number = any (?::text[])"
                                + " and kind = 'PERSONAL' and valid_to is null"
                                + " and superseded_at is null",
                        row -> row.getString(1),
                        numbers));
    }

    /** What two unique indexes of table decision ask for. */
    private static final String UNIQUE =
            "case origin when 'IMPORTED' then 'I|' || number || '|' || signed_on"
                    + " else 'D|' || folded_authority || '|' || extract(year from signed_on)"
                    + " || '|' || number end";

    @Override
    public List<Number> decisions(String successor, Who who) {
        Meant meant = Meant.before(successor, who);
        return sql.list(
                meant.with(
                        Open.DECISIONS
                                + " select "
                                + UNIQUE
                                + ", decision_id from decision join wanted using (decision_id)"),
                row -> new Number(row.getString(1), row.getLong(2)),
                meant.values());
    }

    @Override
    public Set<String> decisionsHere() {
        return new HashSet<>(
                sql.list(
                        "select " + UNIQUE + " from decision where state = 'SIGNED'",
                        row -> row.getString(1)));
    }

    @Override
    public boolean hasRuns() {
        return !sql.list(
                        "select 1 from payment_run where state <> 'CANCELLED' limit 1",
                        row -> row.getInt(1))
                .isEmpty();
    }

    @Override
    public List<Long> paidRuns() {
        return sql.list(
                "select id from payment_run where state in ('SENT', 'SETTLING', 'CLOSED') order by 1",
                row -> row.getLong(1));
    }

    /**
     * Whatever hangs on people, households and decisions by foreign keys, and their cases; without
     * what is found anew by every search and what follows from names.
     */
    @Override
    public List<Print> prints() {
        List<String> tables =
                sql.list(
                        "with recursive kin(oid) as (select oid from pg_class"
                                + " where relnamespace = 'public'::regnamespace and relname in"
                                + " ('person', 'household', 'decision', 'review_case')"
                                + " union select f.conrelid from pg_constraint f"
                                + " join kin on f.confrelid = kin.oid where f.contype = 'f')"
                                + " select relname from pg_class join kin using (oid)"
                                + " where not relispartition"
                                + " and relname not in ('correction', 'person_token') order by 1",
                        row -> row.getString(1));
        List<Print> prints = new ArrayList<>();
        for (String table : tables) {
            prints.addAll(
                    sql.list(
                            "select count(*), coalesce(sum(hashtextextended(t::text, 0)), 0)::text"
                                    + " from "
                                    + table
                                    + " t",
                            row -> new Print(table, row.getLong(1), row.getString(2))));
        }
        return prints;
    }

    @Override
    public long takeBack() {
        return sql.number("select succession_take_back()");
    }

    @Override
    public Optional<Origin> origin(long personId) {
        return sql
                .list(
                        "select o.succession_id, o.from_code, l.name, o.from_unit, o.carried_at"
                                + " from person_origin o join locality l on l.code = o.from_code"
                                + " where o.person_id = ? order by o.succession_id desc limit 1",
                        row ->
                                new Origin(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getObject(5, OffsetDateTime.class).toInstant(),
                                        "chuyển từ " + row.getString(3)),
                        personId)
                .stream()
                .findFirst();
    }

    @Override
    public List<Long> bounds(String successor, Who who, int size) {
        Meant meant = Meant.before(successor, who);
        return sql.list(
                meant.with(
                        " select max(person_id) from (select person_id, (row_number() over"
                                + " (order by person_id) - 1) / ?::int as n from carried"
                                + " where person_id = root_id) x group by n order by n"),
                row -> row.getLong(1),
                meant.values(size));
    }

    @Override
    public void leave(long id, List<Unmatched> left) {
        for (Unmatched one : left) {
            sql.update(
                    "insert into succession_left (succession_id, subject_kind, subject_id, reason)"
                            + " values (?, ?, ?, ?) on conflict do nothing",
                    id,
                    one.kind(),
                    one.id(),
                    one.reason().name());
        }
    }

    @Override
    public List<Long> left(long id) {
        return sql.list(
                "select subject_id from succession_left where succession_id = ?"
                        + " and subject_kind = 'PERSON' order by 1",
                row -> row.getLong(1),
                id);
    }

    @Override
    public void allow(long id) {
        sql.list(
                "select set_config('ansinh.succession', ?, true)",
                row -> row.getString(1),
                Long.toString(id));
    }

    @Override
    public Carried read(long id, Part part, Who who, String paper, Instant at) {
        return carrying.read(id, part, who, paper, at);
    }

    @Override
    public long write(Carried carried) {
        return carrying.write(carried);
    }
}
