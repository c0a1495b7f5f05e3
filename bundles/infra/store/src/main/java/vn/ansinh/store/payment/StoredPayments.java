package vn.ansinh.store.payment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.ansinh.payment.port.Case;
import vn.ansinh.payment.port.Chunk;
import vn.ansinh.payment.port.ChunkKind;
import vn.ansinh.payment.port.ChunkResult;
import vn.ansinh.payment.port.ExplainedLine;
import vn.ansinh.payment.port.Link;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.RunEvent;
import vn.ansinh.payment.port.RunItems;
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

    private static final String REGULAR =
            "join run_month m on m.tenant_id = r.tenant_id and m.run_id = r.id and m.for_month = ?"
                    + " and m.regular and m.live";
    private static final String LOCKED = " for no key update of r";

    private final Current current;

    /** Digests of laws that were seen kept. */
    private final Set<String> keptLaws = ConcurrentHashMap.newKeySet();

    StoredPayments(Current current) {
        this.current = current;
    }

    @Override
    public boolean holds(YearMonth month) {
        return !month.isBefore(FIRST) && !month.isAfter(LAST);
    }

    @Override
    public Optional<StoredRun> regularOf(YearMonth month) {
        return one(REGULAR, month.atDay(1));
    }

    @Override
    public Optional<StoredRun> lockRegularOf(YearMonth month) {
        return one(REGULAR + LOCKED, month.atDay(1));
    }

    private Optional<StoredRun> one(String rest, Object value) {
        return current.sql(
                connection -> RunQueries.runs(connection, rest, value).stream().findFirst());
    }

    @Override
    public Optional<StoredRun> byId(long runId) {
        return one("where r.id = ?", runId);
    }

    @Override
    public List<StoredRun> runs() {
        return current.sql(
                connection -> RunQueries.runs(connection, "order by r.for_month desc, r.id desc"));
    }

    @Override
    public void lockOpening() {
        int tenant = current.tenant().value();
        current.sql(
                connection -> {
                    try (PreparedStatement lock =
                            connection.prepareStatement(
                                    "select pg_advisory_xact_lock(hashtext('ansinh.run'), ?)")) {
                        lock.setInt(1, tenant);
                        return lock.execute();
                    }
                });
    }

    @Override
    public void keepLaw(String snapshotHash, Supplier<List<StoredRow>> rows) {
        if (!keptLaws.contains(snapshotHash)) {
            List<StoredRow> all = rows.get();
            if (current.sql(connection -> LawRows.kept(connection, snapshotHash, all))) {
                keptLaws.add(snapshotHash);
            }
        }
    }

    @Override
    public StoredRun open(StoredRun draft, int chunkLines) {
        return current.sql(
                connection -> {
                    long id = RunOpener.open(connection, draft);
                    RunOpener.parts(connection, id, draft, chunkLines, true);
                    return draft.storedAs(id);
                });
    }

    @Override
    public StoredRun restart(StoredRun run, StoredRun draft, int chunkLines) {
        return current.sql(
                connection -> {
                    RunOpener.clear(connection, run);
                    RunOpener.again(connection, run.id(), draft);
                    RunOpener.parts(connection, run.id(), draft, chunkLines, false);
                    return RunQueries.runs(connection, "where r.id = ?", run.id()).get(0);
                });
    }

    @Override
    public void clearLines(StoredRun run) {
        current.sql(
                connection -> {
                    RunOpener.clearLines(connection, run);
                    return null;
                });
    }

    @Override
    public Optional<Chunk> claim(StoredRun run, ChunkKind kind, boolean wait) {
        return current.sql(
                connection -> {
                    try (PreparedStatement select =
                            connection.prepareStatement(
                                    "select chunk_no, from_person, to_person from run_chunk"
                                            + " where run_id = ? and for_month = ? and kind = ?"
                                            + " and state = 'OPEN'"
                                            + " order by chunk_no limit 1 for update"
                                            + (wait ? "" : " skip locked"))) {
                        select.setLong(1, run.id());
                        select.setObject(2, run.month().atDay(1));
                        select.setString(3, kind.name());
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
    public Optional<Chunk> claimOnly(StoredRun run) {
        if (!run.month().equals(run.lastMonth())) {
            return Optional.empty();
        }
        return current.sql(
                connection ->
                        RunQueries.list(
                                        connection,
                                        "select chunk_no, from_person, to_person from run_chunk c"
                                                + " where run_id = ? and state = 'OPEN'"
                                                + " and kind = 'LIST' and not exists (select"
                                                + " from run_chunk o where o.run_id = c.run_id"
                                                + " and o.chunk_no <> c.chunk_no) for update of c",
                                        row ->
                                                new Chunk(
                                                        row.getInt(1),
                                                        row.getLong(2),
                                                        row.getLong(3)),
                                        run.id())
                                .stream()
                                .findFirst());
    }

    @Override
    public int pending(StoredRun run, ChunkKind kind) {
        return current.sql(connection -> RunQueries.pending(connection, run, kind));
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

    static int markDone(Connection connection, StoredRun run, ChunkResult result)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "update run_chunk set state = 'DONE',"
                                // To tell how fast a run goes; no date that counts.
                                + " done_at = clock_timestamp(), persons = ?, lines = ?,"
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
        return current.sql(connection -> RunQueries.results(connection, run));
    }

    @Override
    public StoredRun lock(StoredRun run) {
        return one("where r.id = ?" + LOCKED, run.id())
                .orElseThrow(() -> new IllegalStateException("no run " + run.id()));
    }

    @Override
    public Optional<Link> lastLink() {
        int tenant = current.tenant().value();
        return current.sql(
                connection -> {
                    // Two statements of one journey: the second sees what was written before the
                    // lock was got.
                    try (PreparedStatement last =
                            connection.prepareStatement(
                                    "select pg_advisory_xact_lock(hashtext('ansinh.ledger'), ?); "
                                            + RunQueries.LINK
                                            + " order by tenant_id desc, seq desc limit 1")) {
                        last.setInt(1, tenant);
                        last.execute();
                        last.getMoreResults();
                        try (ResultSet row = last.getResultSet()) {
                            return row.next()
                                    ? Optional.of(RunQueries.link(row))
                                    : Optional.<Link>empty();
                        }
                    }
                });
    }

    @Override
    public void writeTotals(StoredRun run, List<TotalRow> totals) {
        current.sql(
                connection -> {
                    RunWriter.totals(connection, run, totals);
                    return null;
                });
    }

    @Override
    public void append(Link link) {
        current.sql(
                connection -> {
                    RunWriter.append(connection, link);
                    return null;
                });
    }

    @Override
    public StoredRun append(RunEvent event) {
        return current.sql(connection -> RunWriter.append(connection, event));
    }

    @Override
    public List<RunEvent> events(long runId) {
        return current.sql(connection -> RunQueries.events(connection, runId));
    }

    @Override
    public List<TotalRow> totals(long runId) {
        return current.sql(connection -> RunQueries.totals(connection, "run_id = ?", runId));
    }

    @Override
    public List<TotalRow> totals(long runId, YearMonth month) {
        return current.sql(
                connection ->
                        RunQueries.totals(
                                connection, "run_id = ? and for_month = ?", runId, month.atDay(1)));
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
    public RunItems items() {
        return new StoredRunItems(current);
    }

    @Override
    public List<StoredRow> rows(long runId) {
        return current.sql(connection -> LawRows.of(connection, runId));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
