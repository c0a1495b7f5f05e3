package vn.ansinh.store.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.ansinh.entitlement.api.Imports.Counts;
import vn.ansinh.entitlement.api.Imports.FileKind;
import vn.ansinh.entitlement.api.Imports.State;
import vn.ansinh.entitlement.api.Imports.Verdict;
import vn.ansinh.entitlement.port.Staging;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.store.internal.Current;

/** Uploads in tables {@code intake_*}. */
final class StoredStaging implements Staging {

    private static final String ROW =
            "select number, sheet, row_no, identity, cells, field_names, field_values, proposed,"
                    + " verdict, notes from intake_row";
    private static final String UPLOAD =
            "select id, kind, for_month, file_name, sha256, state, accepted, warnings, refused,"
                    + " skipped, proposals, amount_dong from intake_upload";
    private static final int FETCH = 500;

    private final Current current;

    StoredStaging(Current current) {
        this.current = current;
    }

    @Override
    public long open(Upload upload, Instant at) {
        return current.sql(
                connection ->
                        Sql.list(
                                        connection,
                                        "insert into intake_upload (kind, for_month, file_name,"
                                                + " sha256, state, opened_at)"
                                                + " values (?, ?, ?, ?, 'JUDGED', ?) returning id",
                                        row -> row.getLong(1),
                                        upload.kind(),
                                        upload.month(),
                                        upload.fileName(),
                                        upload.sha256(),
                                        at)
                                .get(0));
    }

    @Override
    public void sheets(long uploadId, List<SheetInfo> sheets) {
        current.sql(
                connection -> {
                    for (int i = 0; i < sheets.size(); i++) {
                        SheetInfo sheet = sheets.get(i);
                        Sql.update(
                                connection,
                                "insert into intake_sheet (upload_id, sheet, name, header_row,"
                                        + " titles, fields, notes) values (?, ?, ?, ?, ?, ?, ?)",
                                uploadId,
                                i,
                                sheet.name(),
                                sheet.headerRow(),
                                sheet.titles(),
                                sheet.fields(),
                                sheet.notes());
                    }
                    return null;
                });
    }

    @Override
    public void add(long uploadId, List<StagedRow> rows) {
        current.sql(
                connection -> {
                    try (PreparedStatement insert =
                            connection.prepareStatement(
                                    "insert into intake_row (upload_id, number, sheet, row_no,"
                                            + " identity, cells, field_names, field_values,"
                                            + " amount_dong, proposed, verdict, notes)"
                                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                        for (StagedRow row : rows) {
                            List<String> names = new ArrayList<>(row.fields().keySet());
                            Sql.set(
                                    connection,
                                    insert,
                                    uploadId,
                                    row.number(),
                                    row.sheet(),
                                    row.row(),
                                    row.identity(),
                                    row.cells(),
                                    names,
                                    names.stream().map(row.fields()::get).toList(),
                                    Long.parseLong(row.fields().getOrDefault("amount_dong", "0")),
                                    row.proposed(),
                                    row.verdict(),
                                    row.notes());
                            insert.addBatch();
                        }
                        return insert.executeBatch();
                    }
                });
    }

    @Override
    public Optional<Upload> byId(long uploadId) {
        return uploads(" where id = ?", uploadId).stream().findFirst();
    }

    @Override
    public List<Upload> page(int limit) {
        return uploads(" order by id desc limit ?", limit);
    }

    @Override
    public Optional<Upload> confirmed(FileKind kind, YearMonth month, String sha256) {
        return uploads(
                        " u where kind = ? and sha256 = ? and state = 'CONFIRMED'"
                                + " and (kind <> 'PAID' or for_month = ? and exists (select 1 from"
                                + " paid_list p where p.tenant_id = u.tenant_id and p.upload_id ="
                                + " u.id and p.superseded_at is null)) order by id desc",
                        kind,
                        sha256,
                        month == null ? null : month.atDay(1))
                .stream()
                .findFirst();
    }

    private List<Upload> uploads(String rest, Object... values) {
        return current.sql(
                connection -> {
                    Map<Long, List<SheetInfo>> sheets = new HashMap<>();
                    List<Upload> found =
                            Sql.list(
                                    connection,
                                    UPLOAD + rest,
                                    row ->
                                            new Upload(
                                                    row.getLong(1),
                                                    FileKind.valueOf(row.getString(2)),
                                                    Sql.month(row, 3),
                                                    row.getString(4),
                                                    row.getString(5),
                                                    State.valueOf(row.getString(6)),
                                                    List.of(),
                                                    counts(row, 7)),
                                    values);
                    for (Upload one : found) {
                        sheets.put(one.id(), sheets(connection, one.id()));
                    }
                    return found.stream().map(one -> one.with(sheets.get(one.id()))).toList();
                });
    }

    private static List<SheetInfo> sheets(Connection connection, long uploadId)
            throws SQLException {
        return Sql.list(
                connection,
                "select name, header_row, titles, fields, notes from intake_sheet"
                        + " where upload_id = ? order by sheet",
                row ->
                        new SheetInfo(
                                row.getString(1),
                                row.getInt(2),
                                Sql.texts(row, 3),
                                Sql.texts(row, 4),
                                Sql.texts(row, 5)),
                uploadId);
    }

    private static Counts counts(ResultSet row, int from) throws SQLException {
        return new Counts(
                row.getLong(from),
                row.getLong(from + 1),
                row.getLong(from + 2),
                row.getLong(from + 3),
                row.getLong(from + 4),
                row.getLong(from + 5));
    }

    @Override
    public List<StagedRow> byIdentity(long uploadId, StagedRow after, int limit) {
        return current.sql(
                connection ->
                        Sql.list(
                                connection,
                                ROW
                                        + " where upload_id = ? and verdict <> 'SKIPPED'"
                                        + " and (identity, number) > (?, ?)"
                                        + " order by identity, number limit ?",
                                StoredStaging::row,
                                uploadId,
                                after == null ? "" : after.identity(),
                                after == null ? 0 : after.number(),
                                limit));
    }

    @Override
    public void each(long uploadId, Consumer<StagedRow> each) {
        current.sql(
                connection -> {
                    try (PreparedStatement select =
                            Sql.prepared(
                                    connection,
                                    ROW + " where upload_id = ? order by number",
                                    uploadId)) {
                        select.setFetchSize(FETCH);
                        try (ResultSet row = select.executeQuery()) {
                            while (row.next()) {
                                each.accept(row(row));
                            }
                        }
                    }
                    return null;
                });
    }

    @Override
    public List<StagedRow> page(long uploadId, int afterNumber, int limit) {
        return current.sql(
                connection ->
                        Sql.list(
                                connection,
                                ROW + " where upload_id = ? and number > ? order by number limit ?",
                                StoredStaging::row,
                                uploadId,
                                afterNumber,
                                limit));
    }

    private static StagedRow row(ResultSet row) throws SQLException {
        List<String> names = Sql.texts(row, 6);
        List<String> values = Sql.texts(row, 7);
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            fields.put(names.get(i), values.get(i));
        }
        return new StagedRow(
                row.getInt(1),
                row.getInt(2),
                row.getInt(3),
                row.getString(4),
                Sql.texts(row, 5),
                fields,
                row.getBoolean(8),
                Verdict.valueOf(row.getString(9)),
                Sql.texts(row, 10));
    }

    @Override
    public void judge(long uploadId, List<StagedRow> rows) {
        current.sql(
                connection -> {
                    // Just filled, the table has no statistics: with the whole key of either index
                    // every plan is a good one.
                    try (PreparedStatement update =
                            connection.prepareStatement(
                                    "update intake_row set verdict = ?, notes = ?"
                                            + " where upload_id = ? and identity = ?"
                                            + " and number = ?")) {
                        for (StagedRow row : rows) {
                            Sql.set(
                                    connection,
                                    update,
                                    row.verdict(),
                                    row.notes(),
                                    uploadId,
                                    row.identity(),
                                    row.number());
                            update.addBatch();
                        }
                        return update.executeBatch();
                    }
                });
    }

    @Override
    public Counts counts(long uploadId) {
        return current.sql(
                connection ->
                        Sql.list(
                                        connection,
                                        "select count(*) filter (where verdict = 'ACCEPTED'),"
                                                + " count(*) filter (where verdict = 'WARNING'),"
                                                + " count(*) filter (where verdict = 'REFUSED'),"
                                                + " count(*) filter (where verdict = 'SKIPPED'),"
                                                + " count(*) filter (where proposed),"
                                                + " coalesce(sum(amount_dong) filter (where verdict"
                                                + " in ('ACCEPTED', 'WARNING')), 0)::bigint"
                                                + " from intake_row where upload_id = ?",
                                        row -> counts(row, 1),
                                        uploadId)
                                .get(0));
    }

    @Override
    public void move(long uploadId, State from, State to, Counts counts, Instant at) {
        int moved =
                current.sql(
                        connection ->
                                Sql.update(
                                        connection,
                                        "update intake_upload set state = ?, accepted = ?,"
                                                + " warnings = ?, refused = ?, skipped = ?,"
                                                + " proposals = ?, amount_dong = ?, ended_at = ?"
                                                + " where id = ? and state = ?",
                                        to,
                                        counts.accepted(),
                                        counts.warnings(),
                                        counts.refused(),
                                        counts.skipped(),
                                        counts.proposals(),
                                        counts.amountDong(),
                                        to == State.JUDGED
                                                ? null
                                                : at.atOffset(java.time.ZoneOffset.UTC),
                                        uploadId,
                                        from));
        if (moved != 1) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT, "Tệp này đã được xác nhận hoặc đã bỏ trước đó.");
        }
    }

    @Override
    public void purge(long uploadId) {
        current.sql(
                connection ->
                        Sql.update(
                                connection,
                                "delete from intake_row where upload_id = ?",
                                uploadId));
    }

    @Override
    public Mapping mapping() {
        Map<String, String> columns = new HashMap<>();
        Map<String, String> values = new HashMap<>();
        Map<String, String> defaults = new HashMap<>();
        current.sql(
                connection ->
                        Sql.list(
                                connection,
                                "select kind, field, written, meaning from intake_meaning",
                                row ->
                                        switch (row.getString(1)) {
                                            case "COLUMN" ->
                                                    columns.put(row.getString(3), row.getString(2));
                                            case "VALUE" ->
                                                    values.put(
                                                            row.getString(2)
                                                                    + "|"
                                                                    + row.getString(3),
                                                            row.getString(4));
                                            default ->
                                                    defaults.put(
                                                            row.getString(2), row.getString(4));
                                        }));
        return new Mapping(columns, values, defaults);
    }

    @Override
    public void learn(
            String kind, String field, String written, String meaning, String by, Instant at) {
        current.sql(
                connection -> {
                    if (kind.equals("COLUMN")) {
                        // A title means one field: the newest.
                        Sql.update(
                                connection,
                                "update intake_meaning set field = ? where kind = 'COLUMN'"
                                        + " and written = ?",
                                field,
                                written);
                    }
                    return Sql.update(
                            connection,
                            "insert into intake_meaning (kind, field, written, meaning, taught_by,"
                                    + " taught_at) values (?, ?, ?, ?, ?, ?)"
                                    + " on conflict (tenant_id, kind, written, field) do update set"
                                    + " meaning = excluded.meaning, taught_by = excluded.taught_by,"
                                    + " taught_at = excluded.taught_at",
                            kind,
                            field,
                            written,
                            meaning,
                            by,
                            at);
                });
    }

    @Override
    public void takePaidList(long uploadId, YearMonth month, Instant at) {
        current.sql(connection -> PaidLists.take(connection, uploadId, month, at));
    }

    @Override
    public void addBalances(long uploadId, List<Balance> balances, Instant at) {
        current.sql(
                connection -> {
                    for (Balance balance : balances) {
                        Sql.update(
                                connection,
                                "insert into opening_balance (person_id, upload_id, amount_dong,"
                                        + " recorded_at) values (?, ?, ?, ?)",
                                balance.personId(),
                                uploadId,
                                balance.amountDong(),
                                at);
                    }
                    return null;
                });
    }

    @Override
    public void refreshStatistics() {
        current.sql(
                connection ->
                        Sql.list(connection, "select refresh_statistics()", row -> row.getRow()));
    }
}
