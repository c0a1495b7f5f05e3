package vn.ansinh.store.payment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.payment.api.Payments.RunKind;
import vn.ansinh.payment.port.StoredRun;

/** Writes the head, the months and the chunks of a draft, and takes them back. */
final class RunOpener {
    private RunOpener() {}

    /** Writes the head. */
    static long open(Connection connection, StoredRun draft) throws SQLException {
        long id;
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into payment_run (for_month, to_month, kind, budget_year, state,"
                                + " list_date, pinned_at, snapshot_hash, previous_run_id)"
                                + " values (?, ?, ?, ?, 'DRAFT', ?, ?, ?, ?) returning id")) {
            insert.setObject(1, draft.month().atDay(1));
            insert.setObject(2, draft.lastMonth().atDay(1));
            insert.setString(3, draft.kind().name());
            insert.setInt(4, draft.budgetYear());
            insert.setObject(5, draft.listDate());
            insert.setObject(6, StoredPayments.time(draft.pinnedAt()));
            insert.setString(7, draft.snapshotHash());
            insert.setObject(8, draft.previousRunId() == 0 ? null : draft.previousRunId());
            try (var row = insert.executeQuery()) {
                row.next();
                id = row.getLong(1);
            }
        }
        return id;
    }

    /** Opens a cleared draft again. */
    static void again(Connection connection, long runId, StoredRun draft) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "update payment_run set list_date = ?, pinned_at = ?, snapshot_hash = ?,"
                                + " previous_run_id = ? where id = ?")) {
            update.setObject(1, draft.listDate());
            update.setObject(2, StoredPayments.time(draft.pinnedAt()));
            update.setString(3, draft.snapshotHash());
            update.setObject(4, draft.previousRunId() == 0 ? null : draft.previousRunId());
            update.setLong(5, runId);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("no run " + runId);
            }
        }
    }

    /** Writes the months, if they are new, and their chunks, in one journey. */
    static void parts(
            Connection connection, long runId, StoredRun draft, int chunkLines, boolean months)
            throws SQLException {
        List<String> statements = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (YearMonth month : months ? draft.months() : List.<YearMonth>of()) {
            statements.add("insert into run_month (run_id, for_month, regular) values (?, ?, ?)");
            values.addAll(List.of(runId, month.atDay(1), draft.kind() == RunKind.REGULAR));
        }
        for (YearMonth month : draft.months()) {
            statements.add(CHUNKS);
            values.addAll(List.of(runId, runId, month.atDay(1), chunkLines));
        }
        statements.add(StoredRunItems.chunks(draft));
        values.addAll(List.of(runId, draft.lastMonth().atDay(1)));
        try (PreparedStatement insert =
                connection.prepareStatement(String.join("; ", statements))) {
            for (int i = 0; i < values.size(); i++) {
                insert.setObject(i + 1, values.get(i));
            }
            insert.execute();
        }
    }

    /** Cuts the keys where so many entitlements are full; the first and last range are open. */
    private static final String CHUNKS =
            "insert into run_chunk (run_id, chunk_no, for_month, from_person, to_person, state)"
                    + " select ?, (select count(*) from run_chunk where run_id = ?)"
                    + " + row_number() over (order by start), ?, start,"
                    + " coalesce(lead(start) over (order by start) - 1, 9223372036854775807),"
                    + " 'OPEN' from (select 0::bigint as start union"
                    + " select person_id from (select person_id,"
                    + " row_number() over (order by person_id) - 1 as place"
                    + " from entitlement) e where place > 0 and place % ? = 0) s";

    /** Takes away what a draft wrote, its head and months aside. */
    static void clear(Connection connection, StoredRun run) throws SQLException {
        clearLines(connection, run);
        try (Statement statement = connection.createStatement()) {
            for (String part : List.of("run_chunk", "run_total", "run_difference")) {
                statement.executeUpdate("delete from " + part + " where run_id = " + run.id());
            }
        }
    }

    static void clearLines(Connection connection, StoredRun run) throws SQLException {
        StoredRunItems.giveBack(connection, run.id());
        try (Statement statement = connection.createStatement()) {
            for (YearMonth month : run.months()) {
                statement.executeUpdate(
                        "delete from payment_line where for_month = date '"
                                + month.atDay(1)
                                + "' and run_id = "
                                + run.id());
            }
        }
    }
}
