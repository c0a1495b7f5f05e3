package vn.ansinh.store.payment;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.RunLife.Move;
import vn.ansinh.payment.api.RunPapers.Hold;
import vn.ansinh.payment.api.RunPapers.HoldKind;
import vn.ansinh.payment.api.RunPapers.Late;
import vn.ansinh.payment.api.RunPapers.NewHold;
import vn.ansinh.payment.port.LineKey;
import vn.ansinh.payment.port.RunStorage;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.store.internal.Current;

/** Moves, duties, sums and holds in SQL. */
final class StoredRunLife implements RunStorage {
    private static final String HOLDS =
            "select h.hold_id, h.run_id, h.for_month, h.person_id, h.component, h.sequence,"
                    + " l.amount_dong, l.movement = 'RECOVERY', h.kind, h.reason, h.held_by,"
                    + " h.held_at, h.released_by, h.released_at, h.release_reason from line_hold h"
                    + " join payment_line l on l.tenant_id = h.tenant_id"
                    + " and l.for_month = h.for_month and l.person_id = h.person_id"
                    + " and l.component = h.component and l.sequence = h.sequence"
                    + " and l.run_id = h.run_id where ";

    private final Current current;

    StoredRunLife(Current current) {
        this.current = current;
    }

    private <T> List<T> list(String sql, RunQueries.Row<T> each, Object... values) {
        return current.sql(connection -> RunQueries.list(connection, sql, each, values));
    }

    @Override
    public List<Move> moves(RunState from) {
        return list(
                "select to_state, duty from run_transition where from_state = ?"
                        + " order by to_state, duty",
                row ->
                        new Move(
                                RunState.valueOf(row.getString(1)),
                                RunDuty.valueOf(row.getString(2))),
                from.name());
    }

    @Override
    public Set<RunDuty> duties(long runId, int round, List<String> hands) {
        return current.sql(
                connection ->
                        new HashSet<>(
                                RunQueries.list(
                                        connection,
                                        "select distinct duty from run_duty where run_id = ?"
                                                + " and round = ? and hand = any (?)",
                                        row -> RunDuty.valueOf(row.getString(1)),
                                        runId,
                                        round,
                                        connection.createArrayOf("text", hands.toArray()))));
    }

    @Override
    public Optional<Long> comparedBy(long runId) {
        return list(
                        "select id from payment_run where previous_run_id = ?"
                                + " and state <> 'CANCELLED' order by id limit 1",
                        row -> row.getLong(1),
                        runId)
                .stream()
                .findFirst();
    }

    @Override
    public LineSums listSums(StoredRun run) {
        return list(
                        "select count(*), coalesce(sum(amount_dong), 0)::bigint,"
                                + " count(*) filter (where uncertain) from payment_line"
                                + " where for_month = date '"
                                + run.month().atDay(1)
                                + "' and run_id = ? and sequence = 0",
                        row -> new LineSums(row.getLong(1), row.getLong(2), row.getLong(3)),
                        run.id())
                .get(0);
    }

    @Override
    public ChunkSums chunkSums(long runId) {
        return list(
                        "select count(*), count(*) filter (where state = 'DONE'), sum(lines),"
                                + " coalesce((array_agg(lines order by done_at))[1], 0),"
                                + " min(done_at), max(done_at) from run_chunk where run_id = ?",
                        row ->
                                new ChunkSums(
                                        row.getInt(1),
                                        row.getInt(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        instant(row, 5),
                                        instant(row, 6)),
                        runId)
                .get(0);
    }

    /** A line with the event that speaks against it: its kind and when it was recorded. */
    private static final String LATE =
            "select l.person_id, l.component, l.sequence, e.kind, max(e.at) from payment_line l"
                    + " join person p using (tenant_id, person_id) cross join lateral ("
                    + "select 'DEATH' as kind, p.death_recorded_at as at"
                    + " where p.death_on < l.for_month and p.death_recorded_at > %2$s"
                    + " union all select 'STOP', n.ended_at from entitlement n"
                    + " where n.tenant_id = l.tenant_id and n.person_id = l.person_id"
                    + " and n.entitlement_id = l.entitlement_id and n.ended_at > %2$s"
                    + " and not exists (select from entitlement o where o.tenant_id = l.tenant_id"
                    + " and o.person_id = l.person_id and o.component = n.component"
                    + " and o.ended_at is null and o.from_month <= l.for_month"
                    + " and (o.to_month is null or o.to_month >= l.for_month))"
                    + " union all select 'ACCOUNT',"
                    + " case when y.superseded_at > %2$s then y.superseded_at"
                    + " else y.recorded_at end from payee y"
                    + " where y.tenant_id = l.tenant_id and y.person_id = l.person_id"
                    + " and y.component = case l.component when 1 then 'MONTHLY'"
                    + " when 2 then 'SINGLE_PARENT' else 'CARE' end"
                    + " and y.valid_from <= (l.for_month + interval '1 month')"
                    + " and (y.valid_to is null or y.valid_to >= l.for_month)"
                    + " and (y.recorded_at > %2$s or y.superseded_at > %2$s)) e"
                    + " where l.for_month = date '%1$s' and l.run_id = ? and l.sequence = 0"
                    + " and not exists (select from line_hold h where h.tenant_id = l.tenant_id"
                    + " and h.for_month = l.for_month and h.person_id = l.person_id"
                    + " and h.component = l.component and h.sequence = l.sequence"
                    + " and h.kind = e.kind and h.held_at >= e.at)"
                    + " group by l.person_id, l.component, l.sequence, e.kind"
                    + " order by l.person_id, l.component, l.sequence, e.kind";

    @Override
    public List<Late> late(StoredRun run) {
        return list(
                LATE.formatted(run.month().atDay(1), "timestamptz '" + run.pinnedAt() + "'"),
                row ->
                        new Late(
                                run.month(),
                                row.getLong(1),
                                LineKey.componentOf(row.getInt(2)),
                                row.getInt(3),
                                HoldKind.valueOf(row.getString(4)),
                                instant(row, 5)),
                run.id());
    }

    @Override
    public boolean hasLine(
            long runId, YearMonth month, long personId, int component, int sequence) {
        return list(
                        "select exists (select from payment_line where for_month = date '"
                                + month.atDay(1)
                                + "' and person_id = ? and component = ? and sequence = ?"
                                + " and run_id = ?)",
                        row -> row.getBoolean(1),
                        personId,
                        component,
                        sequence,
                        runId)
                .get(0);
    }

    @Override
    public boolean isHeld(YearMonth month, long personId, int component, int sequence) {
        return list(
                        "select exists (select from line_hold where for_month = ?"
                                + " and person_id = ? and component = ? and sequence = ?"
                                + " and released_at is null)",
                        row -> row.getBoolean(1),
                        month.atDay(1),
                        personId,
                        component,
                        sequence)
                .get(0);
    }

    @Override
    public long hold(NewHold hold, String by, String onBehalfOf, Instant at) {
        return list(
                        "insert into line_hold (run_id, for_month, person_id, component, sequence,"
                                + " kind, reason, held_by, held_on_behalf_of, held_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning hold_id",
                        row -> row.getLong(1),
                        hold.runId(),
                        hold.month().atDay(1),
                        hold.personId(),
                        LineKey.code(hold.component()),
                        hold.sequence(),
                        hold.kind().name(),
                        hold.reason().strip(),
                        by,
                        onBehalfOf,
                        StoredPayments.time(at))
                .get(0);
    }

    @Override
    public Optional<Hold> holdById(long holdId) {
        return list(HOLDS + "h.hold_id = ?", StoredRunLife::hold, holdId).stream().findFirst();
    }

    @Override
    public Set<String> heldBy(long holdId) {
        return Set.copyOf(
                list(
                        "select hand from line_hold,"
                                + " unnest(array[held_by, held_on_behalf_of]) hand"
                                + " where hold_id = ? and hand <> ''",
                        row -> row.getString(1),
                        holdId));
    }

    @Override
    public void release(long holdId, String by, String onBehalfOf, Instant at, String reason) {
        current.sql(
                connection -> {
                    try (PreparedStatement update =
                            connection.prepareStatement(
                                    "update line_hold set released_by = ?,"
                                            + " released_on_behalf_of = ?, released_at = ?,"
                                            + " release_reason = ? where hold_id = ?"
                                            + " and released_at is null")) {
                        update.setString(1, by);
                        update.setString(2, onBehalfOf);
                        update.setObject(3, StoredPayments.time(at));
                        update.setString(4, reason);
                        update.setLong(5, holdId);
                        return update.executeUpdate();
                    }
                });
    }

    @Override
    public List<Hold> holds(long runId) {
        return list(HOLDS + "h.run_id = ? order by h.hold_id", StoredRunLife::hold, runId);
    }

    private static Hold hold(ResultSet row) throws SQLException {
        return new Hold(
                row.getLong(1),
                row.getLong(2),
                YearMonth.from(row.getObject(3, LocalDate.class)),
                row.getLong(4),
                LineKey.componentOf(row.getInt(5)),
                row.getInt(6),
                row.getLong(7),
                row.getBoolean(8),
                HoldKind.valueOf(row.getString(9)),
                row.getString(10),
                row.getString(11),
                instant(row, 12),
                Optional.ofNullable(row.getString(13)).orElse(""),
                instant(row, 14),
                Optional.ofNullable(row.getString(15)).orElse(""));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
