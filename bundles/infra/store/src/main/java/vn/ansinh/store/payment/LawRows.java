package vn.ansinh.store.payment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import vn.ansinh.payment.port.StoredRow;

/** Rows of the laws that runs were computed by, once per law however many runs. */
final class LawRows {
    private LawRows() {}

    /** Whether all rows were kept already; those that were not are written. */
    static boolean kept(Connection connection, String snapshotHash, List<StoredRow> rows)
            throws SQLException {
        long there =
                RunQueries.list(
                                connection,
                                "select count(*) from law_row where snapshot_hash = ?",
                                row -> row.getLong(1),
                                snapshotHash)
                        .get(0);
        if (there == rows.size()) {
            return true;
        }
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into law_row (snapshot_hash, row_no, key, value, unit, citation,"
                                + " uncertain) values (?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict do nothing")) {
            for (StoredRow row : rows) {
                insert.setString(1, snapshotHash);
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
        return false;
    }

    /** The rows of a run's law, in order. */
    static List<StoredRow> of(Connection connection, long runId) throws SQLException {
        return RunQueries.list(
                connection,
                "select w.row_no, w.key, w.value, w.unit, w.citation, w.uncertain"
                        + " from payment_run r join law_row w on w.snapshot_hash = r.snapshot_hash"
                        + " where r.id = ? order by w.row_no",
                row ->
                        new StoredRow(
                                row.getInt(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getBoolean(6)),
                runId);
    }
}
