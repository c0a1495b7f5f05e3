package vn.ansinh.store.payment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.port.Chunk;
import vn.ansinh.payment.port.LineKey;
import vn.ansinh.payment.port.PastPerson;

/** Reads the people of a key range with all that their past months rest on. */
final class PastReader {
    private static final int FETCH = 10_000;

    private final Connection connection;
    private final Chunk range;
    private final TreeMap<Long, PastPerson> people = new TreeMap<>();

    private PastReader(Connection connection, Chunk range) {
        this.connection = connection;
        this.range = range;
    }

    static List<PastPerson> read(
            Connection connection, Chunk range, List<YearMonth> months, Instant at)
            throws SQLException {
        PastReader reader = new PastReader(connection, range);
        reader.persons();
        reader.held(at);
        if (!months.isEmpty()) {
            reader.lines(months);
        }
        reader.settlements();
        reader.payees();
        return new ArrayList<>(reader.people.values());
    }

    /** Reads a row of somebody. */
    private interface Row {
        void of(PastPerson person, ResultSet row) throws SQLException;
    }

    private void each(String sql, Row use, Object... values) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setFetchSize(FETCH);
            query.setLong(1, range.fromPerson());
            query.setLong(2, range.toPerson());
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 3, values[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    PastPerson person = people.get(row.getLong(1));
                    if (person != null) {
                        use.of(person, row);
                    }
                }
            }
        }
    }

    private void persons() throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "select person_id, unit_code, death_on from person"
                                + " where person_id between ? and ? order by person_id")) {
            query.setLong(1, range.fromPerson());
            query.setLong(2, range.toPerson());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    people.put(
                            row.getLong(1),
                            new PastPerson(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getObject(3, LocalDate.class),
                                    new ArrayList<>(2),
                                    new ArrayList<>(4),
                                    new ArrayList<>(0),
                                    new ArrayList<>(1)));
                }
            }
        }
    }

    private void held(Instant at) throws SQLException {
        each(
                "select person_id, entitlement_id, decision_id, component, ground,"
                        + " coefficient_hundredths, from_month, to_month from entitlement"
                        + " where person_id between ? and ? and granted_at <= ?"
                        + " and (ended_at is null or ended_at > ?)",
                (person, row) ->
                        person.held()
                                .add(
                                        new PastPerson.Span(
                                                row.getLong(2),
                                                row.getLong(3),
                                                Component.valueOf(row.getString(4)),
                                                row.getString(5),
                                                row.getInt(6),
                                                month(row, 7),
                                                month(row, 8))),
                StoredPayments.time(at),
                StoredPayments.time(at));
    }

    /** Lists that are being computed are no lists yet. */
    private void lines(List<YearMonth> months) throws SQLException {
        String in =
                months.stream()
                        .map(month -> "date '" + month.atDay(1) + "'")
                        .collect(Collectors.joining(", "));
        each(
                "select person_id, for_month, component, ground, restricted,"
                        + " coefficient_hundredths, rate_dong, amount_dong, decision_id"
                        + " from payment_line where person_id between ? and ? and sequence = 0"
                        + " and for_month in ("
                        + in
                        + ") and run_id not in (select id from payment_run"
                        + " where state in ('DRAFT', 'CANCELLED'))",
                (person, row) ->
                        person.lines()
                                .add(
                                        new PastPerson.Paid(
                                                month(row, 2),
                                                LineKey.componentOf(row.getInt(3)),
                                                row.getString(4),
                                                row.getBoolean(5),
                                                row.getInt(6),
                                                row.getLong(7),
                                                row.getLong(8),
                                                row.getLong(9))));
    }

    private void settlements() throws SQLException {
        Row settled =
                (person, row) ->
                        person.settlements()
                                .add(
                                        new PastPerson.Settled(
                                                month(row, 2),
                                                LineKey.componentOf(row.getInt(3)),
                                                row.getLong(4)));
        each(
                "select person_id, for_month, component, sum(amount_dong)::bigint from due_item"
                        + " where person_id between ? and ? and kind = 'ARREARS'"
                        + " group by person_id, for_month, component",
                settled);
        each(
                "select person_id, for_month, component, -sum(amount_dong)::bigint"
                        + " from recovery_month where person_id between ? and ?"
                        + " group by person_id, for_month, component",
                settled);
    }

    private void payees() throws SQLException {
        each(
                "select person_id, component, kind, valid_from, valid_to from payee"
                        + " where person_id between ? and ? and superseded_at is null"
                        + " and component in ('MONTHLY', 'SINGLE_PARENT', 'CARE')",
                (person, row) ->
                        person.payees()
                                .add(
                                        new PastPerson.PayeeSpan(
                                                Component.valueOf(row.getString(2)),
                                                row.getString(3),
                                                row.getObject(4, LocalDate.class),
                                                row.getObject(5, LocalDate.class))));
    }

    static YearMonth month(ResultSet row, int column) throws SQLException {
        LocalDate day = row.getObject(column, LocalDate.class);
        return day == null ? null : YearMonth.from(day);
    }
}
