package vn.ansinh.store.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import vn.ansinh.payment.api.BankFiles.FileState;
import vn.ansinh.payment.api.BankFiles.FileView;
import vn.ansinh.payment.api.Orders.Event;
import vn.ansinh.payment.port.OutboxStorage;
import vn.ansinh.store.internal.Current;

/** Bank files in SQL. The lease is by the clock of the database, which no node sets. */
final class StoredOutbox implements OutboxStorage {
    private static final String IN_FILE =
            "o.order_id in (select order_id from bank_file_order where file_id = ?) and o.state in ";

    private final Sql sql;
    private final Moves moves;

    StoredOutbox(Current current) {
        this.sql = new Sql(current);
        this.moves = new Moves(sql);
    }

    @Override
    public List<Waiting> waiting(long runId, int most) {
        return sql.list(
                "select order_id, end_to_end_id, amount_dong,"
                        + " coalesce(nullif(holder, ''), payee_name) as name, account, bank"
                        + " from payment_order where run_id = ? and state = 'CREATED'"
                        + " and account <> '' and bank = (select bank from payment_order"
                        + "  where run_id = ? and state = 'CREATED' and account <> ''"
                        + "  order by order_id limit 1) order by order_id limit ?",
                row ->
                        new Waiting(
                                row.getLong("order_id"),
                                row.getString("end_to_end_id"),
                                row.getLong("amount_dong"),
                                row.getString("name"),
                                row.getString("account"),
                                row.getString("bank")),
                runId,
                runId,
                most);
    }

    @Override
    public int nextNumber(long runId) {
        return (int) sql.number("select count(*) + 1 from bank_file where run_id = ?", runId);
    }

    @Override
    public long write(Intent intent, List<Filed> orders, Instant at) {
        long fileId =
                sql.number(
                        "insert into bank_file (run_id, message_id, bank, source_bank,"
                                + " source_account, execution_on, orders, amount_dong, sha256,"
                                + " content, state, created_at, created_by)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'INTENT', ?, ?)"
                                + " returning file_id",
                        intent.runId(),
                        intent.messageId(),
                        intent.bank(),
                        intent.source().bank(),
                        intent.source().account(),
                        intent.executionOn(),
                        orders.size(),
                        intent.amountDong(),
                        intent.sha256(),
                        intent.content(),
                        at,
                        sql.login());
        sql.update(
                "insert into bank_file_order (file_id, order_id, latin)"
                        + " select ?, x.id, x.latin from unnest(?, ?) x (id, latin)",
                fileId,
                orders.stream().map(Filed::orderId).toList(),
                orders.stream().map(Filed::latin).toList());
        int moved = moves.all("FILED", "", at, IN_FILE + "('CREATED')", fileId);
        if (moved != orders.size()) {
            throw new IllegalStateException(moved + " of " + orders.size() + " orders filed");
        }
        return fileId;
    }

    @Override
    public List<Long> intents(long runId) {
        return sql.keys(
                "select file_id from bank_file where state = 'INTENT' and (? = 0 or run_id = ?)"
                        + " order by file_id",
                runId,
                runId);
    }

    @Override
    public List<Long> unknown() {
        return sql.keys(
                "select file_id from bank_file where state = 'UNKNOWN' and (leased_until is null"
                        + " or leased_until < clock_timestamp()) order by file_id");
    }

    @Override
    public Optional<OutFile> lock(long fileId, boolean wait) {
        return sql.first(
                "select file_id, run_id, message_id, state, attempts, content from bank_file"
                        + " where file_id = ? for update"
                        + (wait ? "" : " skip locked"),
                row ->
                        new OutFile(
                                row.getLong("file_id"),
                                row.getLong("run_id"),
                                row.getString("message_id"),
                                FileState.valueOf(row.getString("state")),
                                row.getInt("attempts"),
                                row.getBytes("content")),
                fileId);
    }

    @Override
    public void lease(long fileId, long millis) {
        sql.update(
                "update bank_file set leased_until = clock_timestamp() + ? * interval '1 ms'"
                        + " where file_id = ?",
                millis,
                fileId);
    }

    @Override
    public void move(long fileId, FileState from, FileState to, String reason, Instant at) {
        sql.update(
                "insert into file_event (file_id, from_state, to_state, reason, actor,"
                        + " on_behalf_of, at) values (?, ?, ?, ?, ?, ?, ?)",
                fileId,
                from,
                to,
                reason,
                sql.login(),
                sql.onBehalfOf(),
                at);
    }

    @Override
    public int ordersAccepted(long fileId, Instant at) {
        return moves.all("SENT", "", at, IN_FILE + "('FILED', 'UNKNOWN')", fileId);
    }

    @Override
    public int ordersUnknown(long fileId, Instant at) {
        return moves.all("UNKNOWN", "", at, IN_FILE + "('FILED')", fileId);
    }

    @Override
    public int ordersNeverSeen(long fileId, Instant at) {
        return moves.all("FILED", "NEVER_SEEN", at, IN_FILE + "('UNKNOWN')", fileId);
    }

    @Override
    public int ordersRefused(long fileId, String reason, Instant at) {
        return moves.all(
                "REJECTED",
                reason,
                at,
                IN_FILE + "('FILED', 'UNKNOWN', 'SENT', 'PENDING')",
                fileId);
    }

    @Override
    public Optional<FileView> byId(long fileId) {
        return sql.first(VIEW + " where file_id = ?", StoredOutbox::view, fileId);
    }

    @Override
    public List<FileView> files(long runId) {
        return sql.list(VIEW + " where run_id = ? order by file_id", StoredOutbox::view, runId);
    }

    private static final String VIEW =
            "select file_id, run_id, message_id, bank, source_account, execution_on, orders,"
                    + " amount_dong, sha256, state, reason, attempts from bank_file";

    private static FileView view(ResultSet row) throws SQLException {
        return new FileView(
                row.getLong("file_id"),
                row.getLong("run_id"),
                row.getString("message_id"),
                row.getString("bank"),
                row.getString("source_account"),
                Sql.day(row, "execution_on"),
                row.getInt("orders"),
                row.getLong("amount_dong"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                FileState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getInt("attempts"));
    }

    @Override
    public byte[] content(long fileId) {
        return sql.first(
                        "select content from bank_file where file_id = ?",
                        row -> row.getBytes(1),
                        fileId)
                .orElseThrow();
    }

    @Override
    public List<Event> events(long fileId) {
        return sql.list(
                "select * from file_event where file_id = ? order by event_id",
                StoredOrders::event,
                fileId);
    }

    @Override
    public int open() {
        return (int)
                sql.number("select count(*) from bank_file where state in ('INTENT', 'UNKNOWN')");
    }
}
