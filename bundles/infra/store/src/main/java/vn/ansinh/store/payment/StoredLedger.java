package vn.ansinh.store.payment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.ansinh.payment.port.ChunkKind;
import vn.ansinh.payment.port.LedgerLine;
import vn.ansinh.payment.port.LedgerStorage;
import vn.ansinh.payment.port.Link;
import vn.ansinh.payment.port.Movement;
import vn.ansinh.store.internal.Current;

/** The ledger in SQL. */
final class StoredLedger implements LedgerStorage {
    private static final int FETCH = 5_000;
    private static final String LINE =
            "select for_month, person_id, component, sequence, unit_code, ground,"
                    + " coefficient_hundredths, rate_dong, amount_dong, entitlement_id,"
                    + " decision_id, movement, restricted, salt, leaf from payment_line where ";
    private static final String ORDER = " order by for_month, person_id, component, sequence";

    private final Current current;

    StoredLedger(Current current) {
        this.current = current;
    }

    private <T> List<T> list(String sql, RunQueries.Row<T> each, Object... values) {
        return current.sql(connection -> RunQueries.list(connection, sql, each, values));
    }

    /** Hands rows on as they come. */
    static <T> void each(
            Connection connection,
            String sql,
            RunQueries.Row<T> row,
            Consumer<T> each,
            Object... values)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCH);
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    each.accept(row.of(found));
                }
            }
        }
    }

    @Override
    public List<Link> links(long after, int limit) {
        return list(
                RunQueries.LINK + " where seq > ? order by seq limit ?",
                RunQueries::link,
                after,
                limit);
    }

    @Override
    public void links(Consumer<Link> each) {
        current.sql(
                connection -> {
                    each(connection, RunQueries.LINK + " order by seq", RunQueries::link, each);
                    return null;
                });
    }

    @Override
    public Optional<Link> lastOf(long runId, byte[] digest) {
        return list(
                        RunQueries.LINK
                                + " where subject_id = ? and digest = ? and kind like 'RUN%'"
                                + " order by seq desc limit 1",
                        RunQueries::link,
                        runId,
                        digest)
                .stream()
                .findFirst();
    }

    @Override
    public List<Span> chunks(long runId) {
        return list(
                "select chunk_no, for_month, kind, from_person, to_person, lines, total_dong, root"
                        + " from run_chunk where run_id = ? order by for_month, kind desc, chunk_no",
                row ->
                        new Span(
                                row.getInt(1),
                                month(row, 2),
                                ChunkKind.valueOf(row.getString(3)),
                                row.getLong(4),
                                row.getLong(5),
                                row.getInt(6),
                                row.getLong(7),
                                row.getBytes(8)),
                runId);
    }

    @Override
    public void lines(long runId, Span chunk, Consumer<LedgerLine> each) {
        current.sql(
                connection -> {
                    each(
                            connection,
                            LINE
                                    + "for_month = date '"
                                    + chunk.month().atDay(1)
                                    + "' and run_id = ? and person_id between ? and ? and sequence "
                                    + (chunk.kind() == ChunkKind.LIST ? "= 0" : "> 0")
                                    + ORDER,
                            StoredLedger::line,
                            each,
                            runId,
                            chunk.fromPerson(),
                            chunk.toPerson());
                    return null;
                });
    }

    @Override
    public Retention retention() {
        return list(
                        "select months, source from retention_rule where subject = 'payment_line'",
                        row -> new Retention(row.getInt(1), row.getString(2)))
                .get(0);
    }

    @Override
    public List<LedgerLine> linesOf(long personId, YearMonth before) {
        return list(
                LINE + "for_month < date '" + before.atDay(1) + "' and person_id = ?" + ORDER,
                StoredLedger::line,
                personId);
    }

    @Override
    public void erase(
            long personId,
            YearMonth before,
            String paper,
            String by,
            String onBehalfOf,
            Instant at,
            int lines) {
        list(
                "insert into erasure (person_id, before_month, paper, erased_by, on_behalf_of,"
                        + " erased_at, lines) values (?, ?, ?, ?, ?, ?, ?) returning erasure_id",
                row -> row.getLong(1),
                personId,
                before.atDay(1),
                paper,
                by,
                onBehalfOf,
                StoredPayments.time(at),
                lines);
    }

    private static LedgerLine line(ResultSet row) throws SQLException {
        return new LedgerLine(
                month(row, 1),
                row.getLong(2),
                row.getInt(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                Movement.valueOf(row.getString(12)),
                row.getBoolean(13),
                row.getBytes(14),
                row.getBytes(15));
    }

    private static YearMonth month(ResultSet row, int column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }
}
