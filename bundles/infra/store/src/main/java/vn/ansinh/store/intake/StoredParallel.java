package vn.ansinh.store.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.payment.api.ParallelRun.DifferenceView;
import vn.ansinh.payment.api.ParallelRun.GoLive;
import vn.ansinh.payment.api.ParallelRun.Kind;
import vn.ansinh.payment.api.ParallelRun.MonthView;
import vn.ansinh.payment.port.Chunk;
import vn.ansinh.payment.port.LineKey;
import vn.ansinh.payment.port.ParallelStorage;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.store.internal.Current;

/** Paid lists, trials and differences in SQL. */
final class StoredParallel implements ParallelStorage {

    private static final String DIFFERENCE =
            "select d.id, d.kind, d.person_id, d.full_name, d.paper, d.paper_dong, d.our_dong,"
                    + " d.sentence, coalesce(e.reason, ''), coalesce(e.explained_by, '')"
                    + " from trial_difference d left join lateral (select reason, explained_by"
                    + " from trial_explanation x where x.tenant_id = d.tenant_id"
                    + " and x.difference_id = d.id order by x.id desc limit 1) e on true"
                    + " where d.superseded_at is null and d.for_month = ?";

    private final Current current;

    StoredParallel(Current current) {
        this.current = current;
    }

    @Override
    public void lock() {
        int tenant = current.tenant().value();
        current.sql(
                connection -> {
                    try (PreparedStatement lock =
                            connection.prepareStatement(
                                    "select pg_advisory_xact_lock(hashtext('ansinh.parallel'),"
                                            + " ?)")) {
                        lock.setInt(1, tenant);
                        return lock.execute();
                    }
                });
    }

    @Override
    public List<Chunk> ranges(int size) {
        return current.sql(
                connection ->
                        Sql.list(
                                connection,
                                "select row_number() over (order by start), start,"
                                        + " coalesce(lead(start) over (order by start) - 1,"
                                        + " 9223372036854775807) from (select 0::bigint as start"
                                        + " union select person_id from (select person_id,"
                                        + " row_number() over (order by person_id) - 1 as place"
                                        + " from entitlement) e where place > 0 and place % ? = 0)"
                                        + " s order by start",
                                row -> new Chunk(row.getInt(1), row.getLong(2), row.getLong(3)),
                                size));
    }

    @Override
    public void openTrial(StoredRun draft) {
        current.sql(
                connection -> {
                    Sql.update(
                            connection,
                            "delete from trial_line where for_month = ?",
                            draft.month());
                    return Sql.update(
                            connection,
                            "insert into trial_run (for_month, list_date, pinned_at,"
                                    + " snapshot_hash) values (?, ?, ?, ?)"
                                    + " on conflict (tenant_id, for_month) do update set"
                                    + " list_date = excluded.list_date,"
                                    + " pinned_at = excluded.pinned_at,"
                                    + " snapshot_hash = excluded.snapshot_hash,"
                                    + " compared_at = null",
                            draft.month(),
                            draft.listDate(),
                            draft.pinnedAt(),
                            draft.snapshotHash());
                });
    }

    @Override
    public void addLines(YearMonth month, List<TrialLine> lines) {
        current.sql(
                connection -> {
                    try (PreparedStatement insert =
                            connection.prepareStatement(
                                    "insert into trial_line (for_month, person_id, component,"
                                            + " ground, restricted, coefficient_hundredths,"
                                            + " rate_dong, amount_dong)"
                                            + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
                        for (TrialLine line : lines) {
                            Sql.set(
                                    connection,
                                    insert,
                                    month,
                                    line.personId(),
                                    LineKey.code(line.component()),
                                    line.groundCode(),
                                    line.restricted(),
                                    line.coefficientHundredths(),
                                    line.rateDong(),
                                    line.amountDong());
                            insert.addBatch();
                        }
                        return insert.executeBatch();
                    }
                });
    }

    @Override
    public List<PaidRow> paid(YearMonth month) {
        return current.sql(
                connection ->
                        Sql.list(
                                connection,
                                "select r.number, r.sheet, r.row_no, r.full_name, r.birth,"
                                        + " r.personal_id, r.old_id, r.unit_code, r.ground,"
                                        + " r.coefficient_hundredths, r.amount_dong from paid_row r"
                                        + " join paid_list l using (tenant_id, upload_id)"
                                        + " where l.for_month = ? and l.superseded_at is null"
                                        + " order by r.number",
                                StoredParallel::paidRow,
                                month));
    }

    private static PaidRow paidRow(ResultSet row) throws SQLException {
        String sheet = row.getString(2);
        return new PaidRow(
                row.getInt(1),
                (sheet.isEmpty() ? "" : sheet + ", ") + "dòng " + row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getInt(10),
                row.getLong(11));
    }

    @Override
    public List<Registered> registered(YearMonth month) {
        return current.sql(
                connection -> {
                    Map<Long, List<TrialLine>> lines = new HashMap<>();
                    for (TrialLine line : lines(connection, month)) {
                        lines.computeIfAbsent(line.personId(), id -> new ArrayList<>()).add(line);
                    }
                    Map<Long, List<String>> numbers = new HashMap<>();
                    Sql.list(
                            connection,
                            "select coalesce(p.merged_into, p.person_id), i.number from"
                                    + " personal_id i join person p using (tenant_id, person_id)"
                                    + " where i.superseded_at is null and i.number <> ''",
                            row ->
                                    numbers.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                                            .add(row.getString(2)));
                    Set<Long> entitled =
                            new HashSet<>(
                                    Sql.list(
                                            connection,
                                            "select distinct coalesce(p.merged_into, p.person_id) from"
                                                    + " entitlement e join person p using (tenant_id,"
                                                    + " person_id)",
                                            row -> row.getLong(1)));
                    return Sql.list(
                            connection,
                            "select person_id, full_name, birth_text, earliest_birth, unit_code,"
                                    + " death_on from person where merged_into is null order by person_id",
                            row -> {
                                long id = row.getLong(1);
                                return new Registered(
                                        id,
                                        row.getString(2),
                                        row.getString(3),
                                        row.getObject(4, LocalDate.class),
                                        numbers.getOrDefault(id, List.of()),
                                        row.getString(5),
                                        row.getObject(6, LocalDate.class),
                                        entitled.contains(id),
                                        lines.getOrDefault(id, List.of()));
                            });
                });
    }

    private static List<TrialLine> lines(Connection connection, YearMonth month)
            throws SQLException {
        return Sql.list(
                connection,
                "select coalesce(p.merged_into, p.person_id), component, ground, restricted,"
                        + " coefficient_hundredths, rate_dong, amount_dong from trial_line"
                        + " join person p using (tenant_id, person_id) where for_month = ?"
                        + " order by 1, component",
                row ->
                        new TrialLine(
                                row.getLong(1),
                                LineKey.componentOf(row.getInt(2)),
                                row.getString(3),
                                row.getBoolean(4),
                                row.getInt(5),
                                row.getLong(6),
                                row.getLong(7)),
                month);
    }

    @Override
    public void replace(YearMonth month, List<Found> differences, long agreeing, Instant at) {
        Map<String, Long> before = new HashMap<>();
        for (DifferenceView one : differences(month, 0, Integer.MAX_VALUE)) {
            before.put(
                    key(one.kind(), one.personId(), one.fullName(), one.paperDong(), one.ourDong()),
                    one.id());
        }
        current.sql(
                connection -> {
                    for (Found found : differences) {
                        String key =
                                key(
                                        found.kind(),
                                        found.personId(),
                                        found.fullName(),
                                        found.paperDong(),
                                        found.ourDong());
                        if (before.remove(key) == null) {
                            insert(connection, month, found, at);
                        }
                    }
                    for (long gone : before.values()) {
                        Sql.update(
                                connection,
                                "update trial_difference set superseded_at = ? where id = ?",
                                at,
                                gone);
                    }
                    return Sql.update(
                            connection,
                            "update trial_run set agreeing = ?, compared_at = ?"
                                    + " where for_month = ?",
                            agreeing,
                            at,
                            month);
                });
    }

    /** What makes a difference the same as before, so that its explanation still holds. */
    private static String key(Kind kind, long person, String name, long paper, long ours) {
        return kind + "|" + person + "|" + (person == 0 ? name : "") + "|" + paper + "|" + ours;
    }

    private static int insert(Connection connection, YearMonth month, Found found, Instant at)
            throws SQLException {
        return Sql.update(
                connection,
                "insert into trial_difference (for_month, kind, person_id, full_name, paper,"
                        + " paper_dong, our_dong, sentence, found_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                month,
                found.kind(),
                found.personId(),
                found.fullName(),
                found.paper(),
                found.paperDong(),
                found.ourDong(),
                found.sentence(),
                at);
    }

    @Override
    public List<MonthView> months() {
        return current.sql(
                connection ->
                        Sql.list(
                                connection,
                                "select l.for_month, l.rows, l.total_dong, t.persons, t.dong,"
                                        + " coalesce(r.agreeing, 0), d.differences, d.unexplained,"
                                        + " r.compared_at from paid_list l"
                                        + " left join trial_run r using (tenant_id, for_month)"
                                        + " cross join lateral (select count(distinct person_id) as"
                                        + " persons, coalesce(sum(amount_dong), 0)::bigint as dong"
                                        + " from trial_line x where x.tenant_id = l.tenant_id"
                                        + " and x.for_month = l.for_month) t"
                                        + " cross join lateral (select count(*) as differences,"
                                        + " count(*) filter (where not exists (select 1 from"
                                        + " trial_explanation e where e.tenant_id = y.tenant_id and"
                                        + " e.difference_id = y.id)) as unexplained from"
                                        + " trial_difference y where y.tenant_id = l.tenant_id and"
                                        + " y.for_month = l.for_month and y.superseded_at is null) d"
                                        + " where l.superseded_at is null order by l.for_month desc",
                                row ->
                                        new MonthView(
                                                Sql.month(row, 1),
                                                row.getLong(2),
                                                row.getLong(3),
                                                row.getLong(4),
                                                row.getLong(5),
                                                row.getLong(6),
                                                row.getLong(7),
                                                row.getLong(8),
                                                Sql.instant(row, 9))));
    }

    @Override
    public List<DifferenceView> differences(YearMonth month, long after, int limit) {
        return current.sql(
                connection ->
                        Sql.list(
                                connection,
                                DIFFERENCE + " and d.id > ? order by d.id limit ?",
                                StoredParallel::difference,
                                month,
                                after,
                                limit));
    }

    @Override
    public Optional<DifferenceView> difference(YearMonth month, long id) {
        return current.sql(
                connection ->
                        Sql.list(
                                        connection,
                                        DIFFERENCE + " and d.id = ?",
                                        StoredParallel::difference,
                                        month,
                                        id)
                                .stream()
                                .findFirst());
    }

    private static DifferenceView difference(ResultSet row) throws SQLException {
        return new DifferenceView(
                row.getLong(1),
                Kind.valueOf(row.getString(2)),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getLong(7),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }

    @Override
    public void explain(YearMonth month, long id, String reason, String by, Instant at) {
        current.sql(
                connection ->
                        Sql.update(
                                connection,
                                "insert into trial_explanation (difference_id, reason,"
                                        + " explained_by, explained_at) values (?, ?, ?, ?)",
                                id,
                                reason,
                                by,
                                at));
    }

    @Override
    public GoLive goLive() {
        return current.sql(
                connection ->
                        Sql.list(
                                        connection,
                                        "select declared_by, declared_at, months, explained"
                                                + " from go_live",
                                        row ->
                                                new GoLive(
                                                        true,
                                                        row.getString(1),
                                                        Sql.instant(row, 2),
                                                        Arrays.stream(
                                                                        (java.sql.Date[])
                                                                                row.getArray(3)
                                                                                        .getArray())
                                                                .map(
                                                                        day ->
                                                                                YearMonth.from(
                                                                                        day
                                                                                                .toLocalDate()))
                                                                .toList(),
                                                        row.getLong(4)))
                                .stream()
                                .findFirst()
                                .orElse(new GoLive(false, "", null, List.of(), 0)));
    }

    @Override
    public void declare(String by, Instant at, List<YearMonth> months, long explained) {
        current.sql(
                connection -> {
                    try (PreparedStatement insert =
                            connection.prepareStatement(
                                    "insert into go_live (declared_at, declared_by, months,"
                                            + " explained) values (?, ?, ?, ?)")) {
                        insert.setObject(1, at.atOffset(ZoneOffset.UTC));
                        insert.setString(2, by);
                        insert.setArray(
                                3,
                                connection.createArrayOf(
                                        "date",
                                        months.stream()
                                                .map(month -> month.atDay(1).toString())
                                                .toArray()));
                        insert.setLong(4, explained);
                        return insert.executeUpdate();
                    }
                });
    }
}
