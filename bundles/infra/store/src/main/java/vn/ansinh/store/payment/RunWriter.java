package vn.ansinh.store.payment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import vn.ansinh.payment.port.LineKey;
import vn.ansinh.payment.port.Link;
import vn.ansinh.payment.port.RunEvent;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.payment.port.TotalRow;

/** Writes what completes and moves a run: totals, events, links of the chain. */
final class RunWriter {
    private RunWriter() {}

    /** Appends an event and gives the run it moved. */
    static StoredRun append(Connection connection, RunEvent event) throws SQLException {
        // Two statements of one journey: the second sees what the event moved.
        String sql =
                "insert into run_event (run_id, seq, from_state, to_state, duty, actor,"
                        + " on_behalf_of, at, round, note, digest, approvals)"
                        + " select ?, coalesce(max(seq), 0) + 1, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?, ? from run_event where run_id = ?; "
                        + RunQueries.RUNS
                        + "where r.id = ?";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, event.runId());
            insert.setString(2, event.from().name());
            insert.setString(3, event.to().name());
            insert.setString(4, event.duty().name());
            insert.setString(5, event.actor());
            insert.setString(6, event.onBehalfOf());
            insert.setObject(7, StoredPayments.time(event.at()));
            insert.setInt(8, event.round());
            insert.setString(9, event.note());
            insert.setBytes(10, event.digest());
            insert.setInt(11, event.approvals());
            insert.setLong(12, event.runId());
            insert.setLong(13, event.runId());
            insert.execute();
            insert.getMoreResults();
            try (ResultSet row = insert.getResultSet()) {
                row.next();
                return RunQueries.run(row);
            }
        }
    }

    static void totals(Connection connection, StoredRun run, List<TotalRow> totals)
            throws SQLException {
        new ArrayRows<>(totals)
                .column("text", TotalRow::unitCode)
                .column("text", TotalRow::ground)
                .column("int2", row -> LineKey.code(row.component()))
                .column("text", row -> row.movement().name())
                .column("int8", TotalRow::heads)
                .column("int8", TotalRow::amountDong)
                .column("int8", TotalRow::previousDong)
                .column("int8", TotalRow::changeDong)
                .column("int8", TotalRow::rateDong)
                .insert(
                        connection,
                        "run_total (run_id, for_month, unit_code, ground, component, movement,"
                                + " heads, amount_dong, previous_dong, change_dong, rate_dong)",
                        run.id(),
                        "date '" + run.month().atDay(1) + "',");
    }

    static void append(Connection connection, Link link) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into ledger_link (seq, kind, subject_id, digest, event, prev_hash,"
                                + " hash, at) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, link.sequence());
            insert.setString(2, link.kind());
            insert.setLong(3, link.subjectId());
            insert.setBytes(4, link.digest());
            insert.setString(5, link.event());
            insert.setBytes(6, link.previousHash());
            insert.setBytes(7, link.hash());
            insert.setObject(8, StoredPayments.time(link.at()));
            insert.executeUpdate();
        }
    }
}
