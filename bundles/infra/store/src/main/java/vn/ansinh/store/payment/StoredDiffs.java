package vn.ansinh.store.payment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.ansinh.payment.api.PolicyDiffs.Change;
import vn.ansinh.payment.api.PolicyDiffs.DiffView;
import vn.ansinh.payment.api.PolicyDiffs.Total;
import vn.ansinh.payment.port.Case;
import vn.ansinh.payment.port.Chunk;
import vn.ansinh.payment.port.DiffStorage;
import vn.ansinh.payment.port.LineKey;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.store.internal.Current;

/** Diffs in SQL; rows come in bulk, as lines of a run do. */
final class StoredDiffs implements DiffStorage {
    private static final int CHANGE_BYTES = 220;
    private static final String DIFF =
            "select diff_id, sha256, from_hash, to_hash, from_month, to_month, known_on, pinned_at,"
                    + " payments, changes, falls, old_dong, new_dong, digest, made_by, approved_by"
                    + " from policy_diff where digest is not null";
    private static final String COLUMNS =
            "for_month, person_id, component, unit_code, ground, paid_old, paid_new,"
                    + " due_old_ground, due_old, due_new_ground, due_new, clause";

    private static final String FALLS =
            " and paid_new < paid_old order by paid_new - paid_old, for_month, person_id, component"
                    + " offset ? limit ?";
    private static final String OTHERS =
            " and paid_new >= paid_old order by for_month, person_id, component offset ? limit ?";

    private final Current current;

    StoredDiffs(Current current) {
        this.current = current;
    }

    @Override
    public long open(DiffView draft) {
        return current.sql(
                connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.executeUpdate(
                                "delete from policy_change where diff_id in"
                                        + " (select diff_id from policy_diff where digest is null)");
                        statement.executeUpdate("delete from policy_diff where digest is null");
                    }
                    return list(
                                    connection,
                                    "insert into policy_diff (sha256, from_hash, to_hash,"
                                            + " from_month, to_month, known_on, pinned_at, made_by)"
                                            + " values (?, ?, ?, ?, ?, ?, ?, ?) returning diff_id",
                                    row -> row.getLong(1),
                                    draft.sha256(),
                                    draft.fromHash(),
                                    draft.toHash(),
                                    draft.from().atDay(1),
                                    draft.to().atDay(1),
                                    draft.knownOn(),
                                    time(draft.pinnedAt()),
                                    draft.madeBy())
                            .get(0);
                });
    }

    @Override
    public List<Chunk> ranges(int people) {
        return current.sql(
                connection ->
                        list(
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
    public void read(StoredRun as, Chunk range, Consumer<Case> each) {
        current.sql(
                connection -> {
                    try (CaseReader reader =
                            new CaseReader(connection, as, range.fromPerson(), range.toPerson())) {
                        reader.everybody(each);
                    }
                    return null;
                });
    }

    @Override
    public void add(long diffId, List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        CopyRows rows = new CopyRows(changes.size() * CHANGE_BYTES);
        for (Change change : changes) {
            rows.row(12)
                    .int4(day(change.month()))
                    .int8(change.personId())
                    .int2(LineKey.code(change.component()))
                    .text(change.unitCode())
                    .text(change.ground())
                    .int8(change.paidOldDong())
                    .int8(change.paidNewDong())
                    .text(change.dueOldGround())
                    .int8(change.dueOldDong())
                    .text(change.dueNewGround())
                    .int8(change.dueNewDong())
                    .text(change.clause());
        }
        current.sql(
                connection -> {
                    try (Statement statement = connection.createStatement()) {
                        // Rows of a diff that was not finished are thrown away; the commit that
                        // finishes it waits for the disk, and with it everything before.
                        statement.execute("set local synchronous_commit = off");
                        statement.execute(
                                "create temporary table if not exists policy_change_in"
                                        + " (for_month date, person_id bigint, component smallint,"
                                        + " unit_code text, ground text, paid_old bigint,"
                                        + " paid_new bigint, due_old_ground text, due_old bigint,"
                                        + " due_new_ground text, due_new bigint, clause text)"
                                        + " on commit delete rows");
                        rows.sendTo(connection, "pg_temp.policy_change_in (" + COLUMNS + ")");
                        int written =
                                statement.executeUpdate(
                                        "insert into policy_change (diff_id, "
                                                + COLUMNS
                                                + ") select "
                                                + diffId
                                                + ", "
                                                + COLUMNS
                                                + " from pg_temp.policy_change_in");
                        if (written != changes.size()) {
                            throw new IllegalStateException(
                                    changes.size() + " rows expected, " + written + " written");
                        }
                        return written;
                    }
                });
    }

    /** Days since 2000, as PostgreSQL's binary date counts. */
    private static int day(YearMonth month) {
        return (int) (month.atDay(1).toEpochDay() - LocalDate.of(2000, 1, 1).toEpochDay());
    }

    @Override
    public void finish(DiffView done, List<Total> totals) {
        current.sql(
                connection -> {
                    try (PreparedStatement insert =
                            connection.prepareStatement(
                                    "insert into policy_diff_total (diff_id, for_month, unit_code,"
                                            + " ground, component, heads, changed, old_dong,"
                                            + " new_dong, old_state, new_state)"
                                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                        for (Total total : totals) {
                            set(
                                    insert,
                                    done.id(),
                                    total.month().atDay(1),
                                    total.unitCode(),
                                    total.ground(),
                                    LineKey.code(total.component()),
                                    total.heads(),
                                    total.changed(),
                                    total.oldDong(),
                                    total.newDong(),
                                    total.oldStateDong(),
                                    total.newStateDong());
                            insert.addBatch();
                        }
                        insert.executeBatch();
                    }
                    return update(
                            connection,
                            "update policy_diff set payments = ?, changes = ?, falls = ?,"
                                    + " old_dong = ?, new_dong = ?, digest = ? where diff_id = ?",
                            done.payments(),
                            done.changes(),
                            done.falls(),
                            done.oldDong(),
                            done.newDong(),
                            done.digest(),
                            done.id());
                });
    }

    @Override
    public void approved(long diffId, String hands) {
        current.sql(
                connection ->
                        update(
                                connection,
                                "update policy_diff set approved_by = ? where diff_id = ?",
                                hands,
                                diffId));
    }

    @Override
    public Optional<DiffView> byId(long diffId) {
        return current.sql(
                connection ->
                        list(connection, DIFF + " and diff_id = ?", StoredDiffs::diff, diffId)
                                .stream()
                                .findFirst());
    }

    @Override
    public List<DiffView> all() {
        return current.sql(
                connection -> list(connection, DIFF + " order by diff_id desc", StoredDiffs::diff));
    }

    @Override
    public List<Change> changes(long diffId, int offset, int limit) {
        return current.sql(
                connection -> {
                    long falls =
                            list(
                                            connection,
                                            "select falls from policy_diff where diff_id = ?",
                                            row -> row.getLong(1),
                                            diffId)
                                    .stream()
                                    .findFirst()
                                    .orElse(0L);
                    // Those that do not fall lie in the order of the key: only falls are sorted.
                    List<Change> page = new ArrayList<>();
                    if (offset < falls) {
                        page.addAll(page(connection, FALLS, diffId, offset, limit));
                    }
                    if (page.size() < limit) {
                        long others = Math.max(0, offset - falls);
                        page.addAll(page(connection, OTHERS, diffId, others, limit - page.size()));
                    }
                    return page;
                });
    }

    private static List<Change> page(
            Connection connection, String which, long diffId, long offset, int limit)
            throws SQLException {
        return list(
                connection,
                "select " + COLUMNS + " from policy_change where diff_id = ?" + which,
                row ->
                        new Change(
                                month(row, 1),
                                row.getLong(2),
                                LineKey.componentOf(row.getInt(3)),
                                row.getString(4),
                                row.getString(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getString(8),
                                row.getLong(9),
                                row.getString(10),
                                row.getLong(11),
                                row.getString(12)),
                diffId,
                offset,
                limit);
    }

    @Override
    public List<Total> totals(long diffId) {
        return current.sql(
                connection ->
                        list(
                                connection,
                                "select for_month, unit_code, ground, component, heads, changed,"
                                        + " old_dong, new_dong, old_state, new_state"
                                        + " from policy_diff_total where diff_id = ?"
                                        + " order by for_month, unit_code, ground, component",
                                row ->
                                        new Total(
                                                month(row, 1),
                                                row.getString(2),
                                                row.getString(3),
                                                LineKey.componentOf(row.getInt(4)),
                                                row.getLong(5),
                                                row.getLong(6),
                                                row.getLong(7),
                                                row.getLong(8),
                                                row.getLong(9),
                                                row.getLong(10)),
                                diffId));
    }

    private static DiffView diff(ResultSet row) throws SQLException {
        return new DiffView(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                month(row, 5),
                month(row, 6),
                row.getObject(7, LocalDate.class),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                row.getLong(13),
                row.getString(14),
                row.getString(15),
                row.getString(16));
    }

    private static YearMonth month(ResultSet row, int column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> list(
            Connection connection, String sql, Row<T> each, Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            set(select, values);
            try (ResultSet row = select.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (row.next()) {
                    found.add(each.of(row));
                }
                return found;
            }
        }
    }

    private static int update(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            set(update, values);
            return update.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
