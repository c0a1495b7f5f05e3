package vn.ansinh.store.payment;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.payment.api.Corrections.Cause;
import vn.ansinh.payment.api.Corrections.Correction;
import vn.ansinh.payment.api.Corrections.DueItem;
import vn.ansinh.payment.api.Corrections.Kind;
import vn.ansinh.payment.api.Corrections.Query;
import vn.ansinh.payment.api.Corrections.Sum;
import vn.ansinh.payment.port.Chunk;
import vn.ansinh.payment.port.CorrectionStorage;
import vn.ansinh.payment.port.FoundCorrection;
import vn.ansinh.payment.port.LineKey;
import vn.ansinh.payment.port.PastPerson;
import vn.ansinh.store.internal.Current;

/** Corrections and due items: plain SQL. */
final class StoredCorrections implements CorrectionStorage {
    private static final String OPEN = " c.superseded_at is null and c.accepted_at is null";

    private static final String VIEW =
            "select c.correction_id, c.person_id, c.component, c.for_month, c.cause, c.owed_dong,"
                    + " c.settled_dong, coalesce(c.cites_sequence, -1), c.payee_kind, c.source,"
                    + " c.budget_year, c.decision_id, c.ground, c.instrument, c.uncertain,"
                    + " c.found_at, c.restricted from correction c where"
                    + OPEN;

    /** Sequence of the next item of a month: lines of items never share a key. */
    static final String NEXT =
            "1 + coalesce((select max(d.sequence) from due_item d where d.for_month = %1$s.for_month"
                    + " and d.person_id = %1$s.person_id and d.component = %1$s.component), 0)";

    /**
     * Accepts arrears and writes their items: instant, decision, which. Sequences are read once: to
     * ask for each row would read what this very statement has written so far.
     */
    private static final String DUE =
            "with last as materialized (select d.person_id, d.for_month, d.component,"
                    + " max(d.sequence) as sequence from due_item d group by 1, 2, 3),"
                    + " taken as (update correction c set accepted_at = timestamptz '%1$s',"
                    + " accepted_by = %2$s where"
                    + OPEN
                    + " and c.owed_dong > c.settled_dong and %3$s returning c.*),"
                    + " due as (insert into due_item (person_id, component, for_month, sequence,"
                    + " kind, amount_dong, payee_kind, source, budget_year, decision_id,"
                    + " cites_month, cites_component, cites_sequence, known_at, entitlement_id,"
                    + " ground, restricted, coefficient_hundredths, rate_dong, instrument,"
                    + " uncertain) select t.person_id, t.component, t.for_month, 1 + coalesce(n.sequence, 0),"
                    + " 'ARREARS',"
                    + " t.owed_dong - t.settled_dong, t.payee_kind, t.source, t.budget_year, %2$s,"
                    + " case when t.cites_sequence is not null then t.for_month end,"
                    + " case when t.cites_sequence is not null then t.component end,"
                    + " t.cites_sequence, timestamptz '%1$s', t.entitlement_id, t.ground,"
                    + " t.restricted, t.coefficient_hundredths, t.rate_dong, t.instrument,"
                    + " t.uncertain from taken t left join last n on n.person_id = t.person_id"
                    + " and n.for_month = t.for_month and n.component = t.component"
                    + " returning amount_dong)"
                    + " select count(*), coalesce(sum(amount_dong), 0)::bigint from due";

    private final Current current;

    StoredCorrections(Current current) {
        this.current = current;
    }

    @Override
    public void lock() {
        int tenant = current.tenant().value();
        current.sql(
                connection ->
                        RunQueries.list(
                                connection,
                                "select pg_advisory_xact_lock(hashtext('ansinh.items'), ?)",
                                row -> 0,
                                tenant));
    }

    @Override
    public List<YearMonth> paidMonths() {
        return current.sql(
                connection ->
                        RunQueries.list(
                                connection,
                                "select distinct m.for_month from run_month m join payment_run r"
                                        + " on r.tenant_id = m.tenant_id and r.id = m.run_id"
                                        + " where m.regular and m.live and r.state <> 'DRAFT'"
                                        + " order by 1",
                                row -> PastReader.month(row, 1)));
    }

    @Override
    public List<Chunk> ranges(int people) {
        return current.sql(
                connection ->
                        RunQueries.list(
                                connection,
                                "select row_number() over (order by start), start,"
                                        + " coalesce(lead(start) over (order by start) - 1,"
                                        + " 9223372036854775807) from (select 0::bigint as start"
                                        + " union select person_id from (select person_id,"
                                        + " row_number() over (order by person_id) - 1 as place"
                                        + " from person) p where place > 0 and place % ? = 0) s"
                                        + " order by start",
                                row -> new Chunk(row.getInt(1), row.getLong(2), row.getLong(3)),
                                people));
    }

    @Override
    public List<PastPerson> people(Chunk range, List<YearMonth> months, Instant at) {
        return current.sql(connection -> PastReader.read(connection, range, months, at));
    }

    @Override
    public Replaced replace(Chunk range, List<FoundCorrection> found, Instant at) {
        return current.sql(connection -> CorrectionWriter.replace(connection, range, found, at));
    }

    @Override
    public List<Stored> open(Query query, long afterId, int limit) {
        List<Object> values = new ArrayList<>(List.of(afterId));
        String more = " and c.correction_id > ?";
        if (query.personId() != 0) {
            more += " and c.person_id = ?";
            values.add(query.personId());
        }
        if (query.cause() != null) {
            more += " and c.cause = ?";
            values.add(query.cause().name());
        }
        values.add(limit);
        String sql = VIEW + more + " order by c.correction_id limit ?";
        return current.sql(
                connection ->
                        RunQueries.list(
                                connection, sql, StoredCorrections::stored, values.toArray()));
    }

    @Override
    public List<Stored> overpaid(long personId) {
        return current.sql(
                connection ->
                        RunQueries.list(
                                connection,
                                VIEW
                                        + " and c.person_id = ? and c.owed_dong < c.settled_dong"
                                        + " order by c.for_month, c.component",
                                StoredCorrections::stored,
                                personId));
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                new Correction(
                        row.getLong(1),
                        row.getLong(2),
                        LineKey.componentOf(row.getInt(3)),
                        PastReader.month(row, 4),
                        Cause.valueOf(row.getString(5)),
                        row.getLong(6),
                        row.getLong(7),
                        row.getInt(8),
                        row.getString(9),
                        row.getString(10),
                        row.getInt(11),
                        row.getLong(12),
                        row.getString(13),
                        row.getString(14),
                        row.getBoolean(15),
                        row.getObject(16, OffsetDateTime.class).toInstant()),
                row.getBoolean(17));
    }

    @Override
    public List<Sum> sums() {
        return current.sql(
                connection ->
                        RunQueries.list(
                                connection,
                                "select c.cause, c.for_month, count(*),"
                                        + " sum(greatest(c.owed_dong - c.settled_dong, 0)),"
                                        + " sum(greatest(c.settled_dong - c.owed_dong, 0))"
                                        + " from correction c where"
                                        + OPEN
                                        + " group by c.cause, c.for_month order by 1, 2",
                                row ->
                                        new Sum(
                                                Cause.valueOf(row.getString(1)),
                                                PastReader.month(row, 2),
                                                row.getLong(3),
                                                row.getLong(4),
                                                row.getLong(5))));
    }

    @Override
    public Made levelDue(long decisionId, Instant at) {
        return due(decisionId, "c.cause = 'LAW'", at);
    }

    @Override
    public Made decidedDue(long decisionId, boolean withLaw, Instant at) {
        return due(
                decisionId,
                "(c.cause = 'DECISION'"
                        + (withLaw ? " or c.cause = 'LAW'" : "")
                        + ") and (c.decision_id = "
                        + decisionId
                        + " or exists (select from arrears_proposal a where a.decision_id = "
                        + decisionId
                        + " and a.person_id = c.person_id and c.for_month between a.from_month"
                        + " and a.to_month and a.component = case c.component when 1"
                        + " then 'MONTHLY' when 2 then 'SINGLE_PARENT' else 'CARE' end))",
                at);
    }

    private Made due(long decisionId, String which, Instant at) {
        String sql = DUE.formatted(at, decisionId, which);
        return current.sql(
                connection ->
                        RunQueries.list(
                                        connection,
                                        sql,
                                        row -> new Made(row.getLong(1), row.getLong(2)))
                                .get(0));
    }

    @Override
    public boolean oneOffDue(OneOff sum, Instant at) {
        return current.sql(
                connection ->
                        RunQueries.list(
                                                connection,
                                                "insert into due_item (person_id, component, for_month,"
                                                        + " sequence, kind, amount_dong, payee_kind, source,"
                                                        + " budget_year, decision_id, known_at,"
                                                        + " entitlement_id, ground, restricted,"
                                                        + " coefficient_hundredths, rate_dong, instrument,"
                                                        + " uncertain) select t.*, "
                                                        + NEXT.formatted("t")
                                                        + ", 'ONE_OFF', ?, coalesce((select y.kind from"
                                                        + " payee y where y.person_id = t.person_id and"
                                                        + " y.component = ? and y.superseded_at is null"
                                                        + " and (y.valid_to is null or y.valid_to >= ?)"
                                                        + " order by y.valid_from desc limit 1), ?),"
                                                        + " 'STATE', ?, ?, ?, 0, '', false, 0, 0, ?, false"
                                                        + " from (select ?::bigint as person_id,"
                                                        + " ?::smallint as component, ?::date as for_month)"
                                                        + " t on conflict do nothing returning item_id",
                                                row -> row.getLong(1),
                                                sum.amountDong(),
                                                sum.componentCode() == 4 ? "FUNERAL" : "ONE_OFF",
                                                sum.on(),
                                                sum.payeeKind(),
                                                sum.budgetYear(),
                                                sum.decisionId(),
                                                StoredPayments.time(at),
                                                sum.instrument(),
                                                sum.personId(),
                                                sum.componentCode(),
                                                sum.month().atDay(1))
                                        .size()
                                == 1);
    }

    @Override
    public void accepted(List<Long> correctionIds, long decisionId, Instant at) {
        current.sql(
                connection -> {
                    try (PreparedStatement update =
                            connection.prepareStatement(
                                    "update correction set accepted_at = ?, accepted_by = ?"
                                            + " where correction_id = any (?)")) {
                        update.setObject(1, StoredPayments.time(at));
                        update.setLong(2, decisionId);
                        update.setArray(
                                3, connection.createArrayOf("bigint", correctionIds.toArray()));
                        return update.executeUpdate();
                    }
                });
    }

    @Override
    public List<DueItem> items(long personId, boolean openOnly, long afterId, int limit) {
        List<Object> values = new ArrayList<>(List.of(afterId));
        String more = "";
        if (personId != 0) {
            more = " and d.person_id = ?";
            values.add(personId);
        }
        if (openOnly) {
            more += " and l.item_id is null and w.item_id is null";
        }
        values.add(limit);
        String sql =
                "select d.item_id, d.person_id, d.component, d.for_month, d.sequence, d.kind,"
                        + " d.amount_dong, d.payee_kind, d.budget_year, d.decision_id,"
                        + " coalesce(d.cites_sequence, -1), d.take_from, coalesce(l.run_id, 0),"
                        + " w.item_id is not null, d.instrument from due_item d"
                        + " left join due_item_line l using (tenant_id, item_id)"
                        + " left join due_item_withdrawn w using (tenant_id, item_id)"
                        + " where d.item_id > ?"
                        + more
                        + " order by d.item_id limit ?";
        return current.sql(
                connection ->
                        RunQueries.list(
                                connection,
                                sql,
                                row ->
                                        new DueItem(
                                                row.getLong(1),
                                                row.getLong(2),
                                                LineKey.componentOf(row.getInt(3)),
                                                PastReader.month(row, 4),
                                                row.getInt(5),
                                                Kind.valueOf(row.getString(6)),
                                                row.getLong(7),
                                                row.getString(8),
                                                row.getInt(9),
                                                row.getLong(10),
                                                row.getInt(11),
                                                PastReader.month(row, 12),
                                                row.getLong(13),
                                                row.getBoolean(14),
                                                row.getString(15)),
                                values.toArray()));
    }

    @Override
    public List<String> paidElsewhere(
            long personId, YearMonth month, String legalBasis, String actor, Instant at) {
        LocalDate day = month.atDay(1);
        return current.sql(
                connection ->
                        RunQueries.list(
                                connection,
                                "select name from door_ask(?, ?, ?, ?, ?)",
                                row -> row.getString(1),
                                personId,
                                day,
                                legalBasis,
                                actor,
                                StoredPayments.time(at)));
    }
}
