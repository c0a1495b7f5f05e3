package vn.ansinh.store.payment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.ansinh.payment.port.Case;
import vn.ansinh.payment.port.Chunk;
import vn.ansinh.payment.port.ChunkResult;
import vn.ansinh.payment.port.ExplainedLine;
import vn.ansinh.payment.port.LineKey;
import vn.ansinh.payment.port.Link;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.StoredDifference;
import vn.ansinh.payment.port.StoredLine;
import vn.ansinh.payment.port.StoredRow;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.payment.port.TotalRow;
import vn.ansinh.store.internal.Current;

/**
 * Runs in SQL; reading for people is in {@link RunQueries}, bulk writing in {@link ChunkWriter}.
 */
final class StoredPayments implements PaymentStorage {
    private static final YearMonth FIRST = YearMonth.of(2021, 1);
    private static final YearMonth LAST = YearMonth.of(2030, 12);

    private final Current current;

    StoredPayments(Current current) {
        this.current = current;
    }

    @Override
    public boolean holds(YearMonth month) {
        return !month.isBefore(FIRST) && !month.isAfter(LAST);
    }

    @Override
    public Optional<StoredRun> regularOf(YearMonth month) {
        return current.sql(
                connection ->
                        RunQueries.runs(
                                        connection,
                                        "where r.for_month = ? and r.kind = 'REGULAR'",
                                        month.atDay(1))
                                .stream()
                                .findFirst());
    }

    @Override
    public Optional<StoredRun> byId(long runId) {
        return current.sql(
                connection ->
                        RunQueries.runs(connection, "where r.id = ?", runId).stream().findFirst());
    }

    @Override
    public List<StoredRun> runs() {
        return current.sql(
                connection -> RunQueries.runs(connection, "order by r.for_month desc, r.id desc"));
    }

    @Override
    public StoredRun open(StoredRun draft, List<StoredRow> rows, int chunkLines) {
        Optional<Long> id = current.sql(connection -> insertRun(connection, draft));
        if (id.isPresent()) {
            current.sql(
                    connection -> {
                        insertRows(connection, id.get(), rows);
                        return insertChunks(connection, id.get(), chunkLines);
                    });
        }
        return regularOf(draft.month())
                .orElseThrow(() -> new IllegalStateException("the run that was opened is gone"));
    }

    private static Optional<Long> insertRun(Connection connection, StoredRun draft)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into payment_run (for_month, kind, state, list_date, pinned_at,"
                                + " snapshot_hash, previous_run_id)"
                                + " values (?, 'REGULAR', 'DRAFT', ?, ?, ?, ?)"
                                + " on conflict (tenant_id, for_month, kind) do nothing"
                                + " returning id")) {
            insert.setObject(1, draft.month().atDay(1));
            insert.setObject(2, draft.listDate());
            insert.setObject(3, time(draft.pinnedAt()));
            insert.setString(4, draft.snapshotHash());
            insert.setObject(5, draft.previousRunId() == 0 ? null : draft.previousRunId());
            try (var row = insert.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    private static void insertRows(Connection connection, long runId, List<StoredRow> rows)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into run_row (run_id, row_no, key, value, unit, citation,"
                                + " uncertain) values (?, ?, ?, ?, ?, ?, ?)")) {
            for (StoredRow row : rows) {
                insert.setLong(1, runId);
                insert.setInt(2, row.number());
                insert.setString(3, row.key());
                insert.setString(4, row.value());
                insert.setString(5, row.unit());
                insert.setString(6, row.citation());
                insert.setBoolean(7, row.uncertain());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Cuts the keys where so many entitlements are full; the first and last range are open. */
    private static int insertChunks(Connection connection, long runId, int chunkLines)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into run_chunk (run_id, chunk_no, from_person, to_person, state)"
                                + " select ?, row_number() over (order by start), start,"
                                + " coalesce(lead(start) over (order by start) - 1,"
                                + " 9223372036854775807), 'OPEN'"
                                + " from (select 0::bigint as start union"
                                + " select person_id from (select person_id,"
                                + " row_number() over (order by person_id) - 1 as place"
                                + " from entitlement) e where place > 0 and place % ? = 0) s")) {
            insert.setLong(1, runId);
            insert.setInt(2, chunkLines);
            return insert.executeUpdate();
        }
    }

    @Override
    public void discard(StoredRun draft) {
        current.sql(
                connection -> {
                    try (Statement statement = connection.createStatement()) {
                        long id = draft.id();
                        statement.executeUpdate("delete from run_chunk where run_id = " + id);
                        statement.executeUpdate(
                                "delete from payment_line where for_month = date '"
                                        + draft.month().atDay(1)
                                        + "' and run_id = "
                                        + id);
                        statement.executeUpdate("delete from run_difference where run_id = " + id);
                        statement.executeUpdate("delete from run_row where run_id = " + id);
                        return statement.executeUpdate("delete from payment_run where id = " + id);
                    }
                });
    }

    @Override
    public Optional<Chunk> claim(StoredRun run, boolean wait) {
        return current.sql(
                connection -> {
                    try (PreparedStatement select =
                            connection.prepareStatement(
                                    "select chunk_no, from_person, to_person from run_chunk"
                                            + " where run_id = ? and state = 'OPEN'"
                                            + " order by chunk_no limit 1 for update"
                                            + (wait ? "" : " skip locked"))) {
                        select.setLong(1, run.id());
                        try (var row = select.executeQuery()) {
                            return row.next()
                                    ? Optional.of(
                                            new Chunk(
                                                    row.getInt(1), row.getLong(2), row.getLong(3)))
                                    : Optional.empty();
                        }
                    }
                });
    }

    @Override
    public void read(StoredRun run, Chunk chunk, Consumer<Case> each) {
        current.sql(
                connection -> {
                    try (CaseReader reader =
                            new CaseReader(connection, run, chunk.fromPerson(), chunk.toPerson())) {
                        reader.forEach(each);
                    }
                    return null;
                });
    }

    @Override
    public void finish(StoredRun run, Chunk chunk, ChunkResult result) {
        current.sql(
                connection -> {
                    ChunkWriter.lines(connection, run, result.lines());
                    ChunkWriter.differences(connection, run, result.differences());
                    return markDone(connection, run, result);
                });
    }

    private static int markDone(Connection connection, StoredRun run, ChunkResult result)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "update run_chunk set state = 'DONE', persons = ?, lines = ?,"
                                + " total_dong = ?, differences = ?, root = ?, totals = ?"
                                + " where run_id = ? and chunk_no = ? and state = 'OPEN'")) {
            update.setInt(1, result.persons());
            update.setInt(2, result.lineCount());
            update.setLong(3, result.totalDong());
            update.setInt(4, result.differenceCount());
            update.setBytes(5, result.root());
            update.setString(6, TotalsText.write(result.totals()));
            update.setLong(7, run.id());
            update.setInt(8, result.number());
            int updated = update.executeUpdate();
            if (updated != 1) {
                throw new IllegalStateException(
                        "chunk " + result.number() + " of run " + run.id() + " was not claimed");
            }
            return updated;
        }
    }

    @Override
    public List<ChunkResult> results(StoredRun run) {
        return current.sql(connection -> RunQueries.results(connection, run.id()));
    }

    @Override
    public StoredRun lock(StoredRun run) {
        return current.sql(
                connection ->
                        RunQueries.runs(connection, "where r.id = ? for update of r", run.id())
                                .stream()
                                .findFirst()
                                .orElseThrow(
                                        () -> new IllegalStateException("no run " + run.id())));
    }

    @Override
    public Optional<Link> lastLink() {
        int tenant = current.tenant().value();
        return current.sql(
                connection -> {
                    try (PreparedStatement lock =
                            connection.prepareStatement(
                                    "select pg_advisory_xact_lock(hashtext('ansinh.ledger'), ?)")) {
                        lock.setInt(1, tenant);
                        lock.execute();
                    }
                    return RunQueries.lastLink(connection);
                });
    }

    @Override
    public void complete(StoredRun computed, List<TotalRow> totals, Link link, Instant at) {
        current.sql(
                connection -> {
                    insertTotals(connection, computed.id(), totals);
                    insertLink(connection, link, at);
                    try (PreparedStatement update =
                            connection.prepareStatement(
                                    "update payment_run set state = 'COMPUTED', digest = ?,"
                                            + " computed_at = ? where id = ?")) {
                        update.setBytes(1, computed.digest());
                        update.setObject(2, time(at));
                        update.setLong(3, computed.id());
                        return update.executeUpdate();
                    }
                });
    }

    private static void insertTotals(Connection connection, long runId, List<TotalRow> totals)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into run_total (run_id, unit_code, ground, component, movement,"
                                + " heads, amount_dong, previous_dong, change_dong, rate_dong)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (TotalRow row : totals) {
                insert.setLong(1, runId);
                insert.setString(2, row.unitCode());
                insert.setString(3, row.ground());
                insert.setInt(4, LineKey.code(row.component()));
                insert.setString(5, row.movement().name());
                insert.setLong(6, row.heads());
                insert.setLong(7, row.amountDong());
                insert.setLong(8, row.previousDong());
                insert.setLong(9, row.changeDong());
                insert.setLong(10, row.rateDong());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insertLink(Connection connection, Link link, Instant at)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into ledger_link (seq, kind, subject_id, digest, event, prev_hash,"
                                + " hash, at) values (?, 'RUN_COMPUTED', ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, link.sequence());
            insert.setLong(2, link.subjectId());
            insert.setBytes(3, link.digest());
            insert.setString(4, link.event());
            insert.setBytes(5, link.previousHash());
            insert.setBytes(6, link.hash());
            insert.setObject(7, time(at));
            insert.executeUpdate();
        }
    }

    @Override
    public List<TotalRow> totals(long runId) {
        return current.sql(connection -> RunQueries.totals(connection, runId));
    }

    @Override
    public List<StoredLine> lines(StoredRun run, String unitCode, long afterLine, int limit) {
        return current.sql(
                connection -> RunQueries.lines(connection, run, unitCode, afterLine, limit));
    }

    @Override
    public List<StoredDifference> differences(long runId, int limit) {
        return current.sql(connection -> RunQueries.differences(connection, runId, limit));
    }

    @Override
    public List<ExplainedLine> linesOf(StoredRun run, long personId) {
        return current.sql(connection -> RunQueries.linesOf(connection, run, personId));
    }

    @Override
    public Optional<Case> person(StoredRun run, long personId) {
        return current.sql(
                connection -> {
                    Case[] found = new Case[1];
                    try (CaseReader reader = new CaseReader(connection, run, personId, personId)) {
                        reader.forEach(one -> found[0] = one);
                    }
                    return Optional.ofNullable(found[0]).filter(one -> !one.held().isEmpty());
                });
    }

    @Override
    public List<StoredRow> rows(long runId) {
        return current.sql(connection -> RunQueries.rows(connection, runId));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
