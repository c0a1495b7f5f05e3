package vn.ansinh.store.payment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.payment.api.Payments.LineView;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunKind;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.port.ChunkKind;
import vn.ansinh.payment.port.ChunkResult;
import vn.ansinh.payment.port.ExplainedLine;
import vn.ansinh.payment.port.LineKey;
import vn.ansinh.payment.port.Link;
import vn.ansinh.payment.port.Movement;
import vn.ansinh.payment.port.RunEvent;
import vn.ansinh.payment.port.StoredDifference;
import vn.ansinh.payment.port.StoredLine;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.payment.port.TotalRow;

/** What is read of runs. Row-level security names the tenant; months are literals of ours. */
final class RunQueries {
    private RunQueries() {}

    /** One row of a result as an object. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    static <T> List<T> list(Connection connection, String sql, Row<T> each, Object... values)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(each.of(row));
                }
            }
            return found;
        }
    }

    /** Runs with the sums of their finished chunks, aliased {@code r}. */
    static final String RUNS =
            "select r.id, r.for_month, r.to_month, r.kind, r.budget_year, r.state, r.round,"
                    + " r.approvals, r.list_date, r.pinned_at, r.snapshot_hash,"
                    + " r.previous_run_id, s.lines, s.persons, s.dong, s.differences, r.digest"
                    + " from payment_run r left join lateral (select"
                    + " sum(lines) filter (where kind = 'LIST') as lines,"
                    + " sum(persons) filter (where kind = 'LIST') as persons,"
                    + " sum(total_dong)::bigint as dong,"
                    + " sum(differences) as differences from run_chunk c where"
                    + " c.tenant_id = r.tenant_id and c.run_id = r.id and c.state = 'DONE') s"
                    + " on true ";

    static List<StoredRun> runs(Connection connection, String rest, Object... values)
            throws SQLException {
        return list(connection, RUNS + rest, RunQueries::run, values);
    }

    /** The run a row of {@link #RUNS} holds. */
    static StoredRun run(ResultSet row) throws SQLException {
        return new StoredRun(
                row.getLong(1),
                RunKind.valueOf(row.getString(4)),
                month(row, 2),
                month(row, 3),
                row.getInt(5),
                RunState.valueOf(row.getString(6)),
                row.getInt(7),
                row.getInt(8),
                row.getObject(9, LocalDate.class),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                row.getString(11),
                row.getLong(12),
                row.getLong(13),
                row.getLong(14),
                row.getLong(15),
                row.getLong(16),
                row.getBytes(17));
    }

    private static YearMonth month(ResultSet row, int column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }

    static List<RunEvent> events(Connection connection, long runId) throws SQLException {
        return list(
                connection,
                "select seq, from_state, to_state, duty, actor, on_behalf_of, at, round, note,"
                        + " digest, approvals from run_event where run_id = ? order by seq",
                row ->
                        new RunEvent(
                                runId,
                                row.getInt(1),
                                RunState.valueOf(row.getString(2)),
                                RunState.valueOf(row.getString(3)),
                                RunDuty.valueOf(row.getString(4)),
                                row.getString(5),
                                row.getString(6),
                                row.getObject(7, OffsetDateTime.class).toInstant(),
                                row.getInt(8),
                                row.getString(9),
                                row.getBytes(10),
                                row.getInt(11)),
                runId);
    }

    static int pending(Connection connection, StoredRun run, ChunkKind kind) throws SQLException {
        return list(
                        connection,
                        "select count(*)::int from run_chunk where run_id = ? and for_month = ?"
                                + " and kind = ? and state = 'OPEN'",
                        row -> row.getInt(1),
                        run.id(),
                        run.month().atDay(1),
                        kind.name())
                .get(0);
    }

    static List<ChunkResult> results(Connection connection, StoredRun run) throws SQLException {
        return list(
                connection,
                "select chunk_no, state, persons, lines, total_dong, differences, root, totals"
                        + " from run_chunk where run_id = ? and for_month = ?"
                        + " order by kind desc, chunk_no",
                row ->
                        new ChunkResult(
                                row.getInt(1),
                                row.getString(2).equals("DONE"),
                                row.getInt(3),
                                row.getInt(4),
                                row.getLong(5),
                                row.getInt(6),
                                row.getBytes(7),
                                row.getString(8) == null
                                        ? List.of()
                                        : TotalsText.read(row.getString(8)),
                                List.of(),
                                List.of()),
                run.id(),
                run.month().atDay(1));
    }

    static final String LINK =
            "select seq, kind, subject_id, digest, event, at, prev_hash, hash from ledger_link";

    static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getBytes(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getBytes(7),
                row.getBytes(8));
    }

    /** Totals, those of several months summed. */
    static List<TotalRow> totals(Connection connection, String which, Object... values)
            throws SQLException {
        return list(
                connection,
                "select unit_code, ground, component, movement, sum(heads)::bigint,"
                        + " sum(amount_dong)::bigint, sum(previous_dong)::bigint,"
                        + " sum(change_dong)::bigint, sum(rate_dong)::bigint from run_total where "
                        + which
                        + " group by unit_code, ground, component, movement"
                        + " order by unit_code, ground, component, movement",
                row ->
                        new TotalRow(
                                row.getString(1),
                                row.getString(2),
                                LineKey.componentOf(row.getInt(3)),
                                Movement.valueOf(row.getString(4)),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8),
                                row.getLong(9)),
                values);
    }

    /** Who received on a day as known at the run's instant; without one the person, in cash. */
    private static final String PAYEE =
            " left join payee y on y.tenant_id = l.tenant_id and y.person_id = l.person_id"
                    + " and y.component = case l.component when 1 then 'MONTHLY'"
                    + " when 2 then 'SINGLE_PARENT' else 'CARE' end"
                    + " and y.valid_from <= ? and (y.valid_to is null or y.valid_to >= ?)"
                    + " and y.recorded_at <= ?"
                    + " and (y.superseded_at is null or y.superseded_at > ?)";

    /** The list is drawn up before its month begins, but names who receives in the month. */
    private static LocalDate payeeDay(StoredRun run) {
        LocalDate first = run.month().atDay(1);
        return run.listDate().isBefore(first) ? first : run.listDate();
    }

    static List<StoredLine> lines(
            Connection connection, StoredRun run, String unitCode, long afterLine, int limit)
            throws SQLException {
        List<Object> values =
                new ArrayList<>(
                        List.of(
                                payeeDay(run),
                                payeeDay(run),
                                run.pinnedAt().atOffset(ZoneOffset.UTC),
                                run.pinnedAt().atOffset(ZoneOffset.UTC),
                                run.id(),
                                LineKey.person(afterLine),
                                LineKey.component(afterLine),
                                LineKey.sequence(afterLine)));
        if (unitCode != null) {
            values.add(unitCode);
        }
        values.add(limit);
        return list(
                connection,
                "select l.person_id, l.component, l.sequence, p.full_name,"
                        + " coalesce((select i.number from personal_id i"
                        + " where i.tenant_id = l.tenant_id and i.person_id = l.person_id"
                        + " and i.valid_to is null order by i.valid_from desc limit 1), ''),"
                        + " extract(year from p.latest_birth)::int, l.unit_code, l.ground,"
                        + " l.coefficient_hundredths, l.rate_dong, l.amount_dong, d.number,"
                        + " case when y.account <> '' then 'ACCOUNT' else 'CASH' end,"
                        + " coalesce(y.name, p.full_name), coalesce(y.bank, ''),"
                        + " coalesce(y.account, ''), l.restricted"
                        + " from payment_line l"
                        + " join person p using (tenant_id, person_id)"
                        + " join decision d on d.tenant_id = l.tenant_id"
                        + " and d.decision_id = l.decision_id"
                        + PAYEE
                        + " where l.for_month = "
                        + month(run)
                        + " and l.run_id = ? and l.sequence = 0"
                        + " and (l.person_id, l.component, l.sequence) > (?, ?, ?)"
                        + (unitCode == null ? "" : " and l.unit_code = ?")
                        + " order by l.person_id, l.component, l.sequence limit ?",
                row ->
                        new StoredLine(
                                new LineView(
                                        LineKey.number(
                                                row.getLong(1), row.getInt(2), row.getInt(3)),
                                        row.getLong(1),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getInt(6),
                                        row.getString(7),
                                        row.getString(8),
                                        LineKey.componentOf(row.getInt(2)),
                                        row.getInt(9),
                                        row.getLong(10),
                                        row.getLong(11),
                                        row.getString(12),
                                        row.getString(13),
                                        row.getString(14),
                                        row.getString(15),
                                        row.getString(16)),
                                row.getBoolean(17)),
                values.toArray());
    }

    static List<StoredDifference> differences(Connection connection, long runId, int limit)
            throws SQLException {
        return list(
                connection,
                "select person_id, component, kind, entitlement_id, decided_ground, decided_dong,"
                        + " assessed_ground, assessed_dong from run_difference where run_id = ?"
                        + " order by person_id, component, kind, entitlement_id limit ?",
                row ->
                        new StoredDifference(
                                row.getLong(1),
                                LineKey.componentOf(row.getInt(2)),
                                StoredDifference.Kind.valueOf(row.getString(3)),
                                row.getLong(4),
                                row.getString(5),
                                row.getLong(6),
                                row.getString(7),
                                row.getLong(8)),
                runId,
                limit);
    }

    static List<ExplainedLine> linesOf(Connection connection, StoredRun run, long personId)
            throws SQLException {
        return list(
                connection,
                "select l.component, l.ground, l.restricted, l.coefficient_hundredths, l.rate_dong,"
                        + " l.amount_dong, l.rate_row, l.coefficient_row, l.uncertain, d.number,"
                        + " d.signed_on from payment_line l join decision d"
                        + " using (tenant_id, decision_id) where l.for_month = "
                        + month(run)
                        + " and l.run_id = ? and l.person_id = ? and l.sequence = 0"
                        + " order by l.component",
                row ->
                        new ExplainedLine(
                                LineKey.componentOf(row.getInt(1)),
                                row.getString(2),
                                row.getBoolean(3),
                                row.getInt(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getInt(7),
                                row.getInt(8),
                                row.getBoolean(9),
                                row.getString(10),
                                row.getObject(11, LocalDate.class)),
                run.id(),
                personId);
    }

    private static String month(StoredRun run) {
        return "date '" + run.month().atDay(1) + "'";
    }
}
