package vn.ansinh.store.payment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.ansinh.payment.api.Corrections.Kind;
import vn.ansinh.payment.api.Payments.ItemLineView;
import vn.ansinh.payment.port.Chunk;
import vn.ansinh.payment.port.ChunkResult;
import vn.ansinh.payment.port.Line;
import vn.ansinh.payment.port.LineKey;
import vn.ansinh.payment.port.RunItems;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.store.internal.Current;

/** Due items as runs take them: read by one cursor, written by COPY like the list. */
final class StoredRunItems implements RunItems {
    private static final int FETCH = 10_000;
    private static final int LINE_BYTES = 240;

    private static final String IS_OPEN =
            " and not exists (select from due_item_line t where t.tenant_id = d.tenant_id"
                    + " and t.item_id = d.item_id) and not exists (select from"
                    + " due_item_withdrawn w where w.tenant_id = d.tenant_id"
                    + " and w.item_id = d.item_id)";

    private static final String COLUMNS =
            "person_id, component, sequence, entitlement_id, decision_id, rate_dong, amount_dong,"
                    + " prev_amount, coefficient_hundredths, rate_row, coefficient_row, uncertain,"
                    + " restricted, unit_code, ground, movement, salt, leaf";

    private final Current current;

    StoredRunItems(Current current) {
        this.current = current;
    }

    /** What a run may take: known when it was pinned, and due by its last month. */
    private static String takeable(StoredRun run) {
        return " d.known_at <= timestamptz '"
                + run.pinnedAt()
                + "' and (d.take_from is null or d.take_from <= date '"
                + run.lastMonth().atDay(1)
                + "')"
                + IS_OPEN;
    }

    /** Makes chunks of items beside those of the last month's list, where there are any. */
    static String chunks(StoredRun draft) {
        return "insert into run_chunk (run_id, chunk_no, for_month, from_person, to_person, state,"
                + " kind) select c.run_id, (select max(a.chunk_no) from run_chunk a"
                + " where a.run_id = c.run_id) + row_number() over (order by c.chunk_no),"
                + " c.for_month, c.from_person, c.to_person, 'OPEN', 'ITEMS' from run_chunk c"
                + " where c.run_id = ? and c.kind = 'LIST' and c.for_month = ?"
                + " and exists (select from due_item d where d.person_id between"
                + " c.from_person and c.to_person and"
                + takeable(draft)
                + ")";
    }

    /** A run that is computed again or cancelled gives its items back. */
    static void giveBack(Connection connection, long runId) throws SQLException {
        List<YearMonth> months =
                RunQueries.list(
                        connection,
                        "select distinct for_month from due_item_line where run_id = ?",
                        row -> PastReader.month(row, 1),
                        runId);
        try (Statement statement = connection.createStatement()) {
            for (YearMonth month : months) {
                statement.executeUpdate(
                        "delete from payment_line where for_month = date '"
                                + month.atDay(1)
                                + "' and sequence > 0 and run_id = "
                                + runId);
            }
            statement.executeUpdate("delete from due_item_line where run_id = " + runId);
        }
    }

    @Override
    public void read(StoredRun run, Chunk chunk, Consumer<ItemCase> each) {
        current.sql(
                connection -> {
                    Map<Long, Map<String, Long>> regular = regular(connection, run, chunk);
                    try (PreparedStatement query =
                            connection.prepareStatement(
                                    "select d.person_id, p.unit_code, d.item_id, d.component,"
                                            + " d.for_month, d.sequence, d.kind, d.amount_dong,"
                                            + " d.payee_kind, d.source, d.budget_year, d.set_off,"
                                            + " d.decision_id, d.entitlement_id, d.ground,"
                                            + " d.restricted, d.coefficient_hundredths,"
                                            + " d.rate_dong, d.uncertain from due_item d"
                                            + " join person p using (tenant_id, person_id)"
                                            + " where d.person_id between ? and ? and"
                                            + takeable(run)
                                            + " order by d.person_id, d.take_from nulls first,"
                                            + " d.item_id")) {
                        query.setFetchSize(FETCH);
                        query.setLong(1, chunk.fromPerson());
                        query.setLong(2, chunk.toPerson());
                        try (ResultSet row = query.executeQuery()) {
                            people(row, regular, each);
                        }
                    }
                    return null;
                });
    }

    private static void people(
            ResultSet row, Map<Long, Map<String, Long>> regular, Consumer<ItemCase> each)
            throws SQLException {
        boolean more = row.next();
        while (more) {
            long person = row.getLong(1);
            String unit = row.getString(2);
            List<Open> items = new ArrayList<>(4);
            do {
                items.add(open(row));
                more = row.next();
            } while (more && row.getLong(1) == person);
            each.accept(new ItemCase(person, unit, items, regular.getOrDefault(person, Map.of())));
        }
    }

    private static Open open(ResultSet row) throws SQLException {
        String payeeKind = row.getString(9);
        return new Open(
                row.getLong(3),
                LineKey.componentOf(row.getInt(4)),
                PastReader.month(row, 5),
                row.getInt(6),
                Kind.valueOf(row.getString(7)),
                row.getLong(8),
                payeeKind + " " + row.getString(10) + " " + row.getInt(11),
                payeeKind,
                row.getBoolean(12),
                row.getLong(13),
                row.getLong(14),
                row.getString(15),
                row.getBoolean(16),
                row.getInt(17),
                row.getLong(18),
                row.getBoolean(19));
    }

    /** Regular lines of the run's last month by person and kind of payee. */
    private static Map<Long, Map<String, Long>> regular(
            Connection connection, StoredRun run, Chunk chunk) throws SQLException {
        Map<Long, Map<String, Long>> all = new HashMap<>();
        LocalDate first = run.lastMonth().atDay(1);
        LocalDate day = run.listDate().isBefore(first) ? first : run.listDate();
        RunQueries.list(
                connection,
                "select l.person_id, coalesce(y.kind, 'SELF'), sum(l.amount_dong)::bigint"
                        + " from payment_line l left join payee y on y.tenant_id = l.tenant_id"
                        + " and y.person_id = l.person_id and y.component = case l.component"
                        + " when 1 then 'MONTHLY' when 2 then 'SINGLE_PARENT' else 'CARE' end"
                        + " and y.valid_from <= ? and (y.valid_to is null or y.valid_to >= ?)"
                        + " and y.recorded_at <= ? and (y.superseded_at is null"
                        + " or y.superseded_at > ?) where l.for_month = date '"
                        + first
                        + "' and l.run_id = ? and l.sequence = 0"
                        + " and l.person_id between ? and ? group by 1, 2",
                row ->
                        all.computeIfAbsent(row.getLong(1), person -> new HashMap<>())
                                .put(row.getString(2), row.getLong(3)),
                day,
                day,
                StoredPayments.time(run.pinnedAt()),
                StoredPayments.time(run.pinnedAt()),
                run.id(),
                chunk.fromPerson(),
                chunk.toPerson());
        return all;
    }

    @Override
    public void finish(StoredRun run, Chunk chunk, ChunkResult result, List<ItemLine> lines) {
        current.sql(
                connection -> {
                    if (!lines.isEmpty()) {
                        write(connection, run, lines);
                    }
                    return StoredPayments.markDone(connection, run, result);
                });
    }

    @Override
    public List<ItemLineView> lines(
            long runId, long personId, String hidden, long afterItem, int limit) {
        return current.sql(
                connection ->
                        RunQueries.list(
                                connection,
                                LINES,
                                StoredRunItems::view,
                                hidden,
                                runId,
                                personId,
                                personId,
                                afterItem,
                                limit));
    }

    /** A recovery counts as minus. The unit is the line's: the person may have moved since. */
    private static final String LINES =
            "select d.item_id, d.person_id, p.full_name,"
                    + " coalesce((select i.number from personal_id i"
                    + " where i.tenant_id = d.tenant_id and i.person_id = d.person_id"
                    + " and i.valid_to is null order by i.valid_from desc limit 1), ''),"
                    + " extract(year from p.latest_birth)::int, l.unit_code, d.kind, d.for_month,"
                    + " case when d.restricted then ? else d.ground end, d.component,"
                    + " case d.kind when 'RECOVERY' then -l.amount_dong else l.amount_dong end,"
                    + " c.number, c.signed_on, case when d.restricted then '' else d.instrument end,"
                    + " d.payee_kind from due_item_line t"
                    + " join due_item d using (tenant_id, item_id)"
                    + " join payment_line l on l.tenant_id = t.tenant_id"
                    + " and l.for_month = t.for_month and l.person_id = t.person_id"
                    + " and l.component = t.component and l.sequence = t.sequence"
                    + " and l.run_id = t.run_id"
                    + " join person p on p.tenant_id = d.tenant_id and p.person_id = d.person_id"
                    + " join decision c on c.tenant_id = d.tenant_id"
                    + " and c.decision_id = d.decision_id where t.run_id = ?"
                    + " and (t.person_id = ? or ? = 0) and d.item_id > ?"
                    + " order by d.item_id limit ?";

    private static ItemLineView view(ResultSet row) throws SQLException {
        return new ItemLineView(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getString(6),
                Kind.valueOf(row.getString(7)),
                PastReader.month(row, 8),
                row.getString(9),
                LineKey.componentOf(row.getInt(10)),
                row.getLong(11),
                row.getString(12),
                row.getObject(13, LocalDate.class),
                row.getString(14),
                row.getString(15));
    }

    private static void write(Connection connection, StoredRun run, List<ItemLine> lines)
            throws SQLException {
        CopyRows rows = new CopyRows(lines.size() * LINE_BYTES);
        for (ItemLine one : lines) {
            Line line = one.line();
            rows.row(20)
                    .int8(one.itemId())
                    .day(one.month().atDay(1))
                    .int8(line.personId())
                    .int2(LineKey.code(line.component()))
                    .int2(line.sequence())
                    .int8(line.entitlementId())
                    .int8(line.decisionId())
                    .int8(line.rateDong())
                    .int8(line.amountDong())
                    .int8(line.previousDong())
                    .int4(line.coefficientHundredths())
                    .int4(line.rateRow())
                    .int4(line.coefficientRow())
                    .bool(line.uncertain())
                    .bool(line.restricted())
                    .text(line.unitCode())
                    .text(line.groundCode())
                    .text(line.movement().name())
                    .bytes(line.salt())
                    .bytes(line.leaf());
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table if not exists item_line_in (item_id bigint,"
                            + " for_month date, person_id bigint, component smallint,"
                            + " sequence smallint, entitlement_id bigint, decision_id bigint,"
                            + " rate_dong bigint, amount_dong bigint, prev_amount bigint,"
                            + " coefficient_hundredths int, rate_row int, coefficient_row int,"
                            + " uncertain boolean, restricted boolean, unit_code text, ground text,"
                            + " movement text, salt bytea, leaf bytea) on commit delete rows");
            rows.sendTo(connection, "pg_temp.item_line_in (item_id, for_month, " + COLUMNS + ")");
            int taken =
                    statement.executeUpdate(
                            "insert into due_item_line (item_id, run_id, for_month, person_id,"
                                    + " component, sequence) select item_id, "
                                    + run.id()
                                    + ", for_month, person_id, component, sequence"
                                    + " from pg_temp.item_line_in on conflict do nothing");
            if (taken != lines.size()) {
                throw new AnsinhException(
                        ErrorCode.CONFLICT,
                        "Một kỳ chi trả khác vừa lấy khoản truy lĩnh, thu hồi của cùng người; hãy"
                                + " tính tiếp kỳ này.");
            }
            int written =
                    statement.executeUpdate(
                            "insert into payment_line (for_month, run_id, "
                                    + COLUMNS
                                    + ") select for_month, "
                                    + run.id()
                                    + ", "
                                    + COLUMNS
                                    + " from pg_temp.item_line_in");
            if (written != lines.size()) {
                throw new IllegalStateException(
                        lines.size() + " lines expected, " + written + " written");
            }
        }
    }
}
