package vn.ansinh.store.entitlement;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vn.ansinh.store.internal.Current;

/** The few ways this package talks to the database. */
final class Sql {

    private static final int SLICE = 5_000;

    private final Current current;

    Sql(Current current) {
        this.current = current;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All rows; months, days, instants and keys are given as such. */
    <T> List<T> list(String sql, Reader<T> reader, Object... values) {
        return current.sql(
                connection -> {
                    try (PreparedStatement query = prepare(connection, sql, values);
                            ResultSet row = query.executeQuery()) {
                        List<T> all = new ArrayList<>();
                        while (row.next()) {
                            all.add(reader.read(row));
                        }
                        return all;
                    }
                });
    }

    /**
     * Rows found by a plan made for this very question. A plan kept from when the tables were small
     * takes any index for as good as the right one, and an import grows them a hundredfold.
     */
    <T> List<T> listPlannedAnew(String sql, Reader<T> reader, Object... values) {
        planCacheMode("force_custom_plan");
        List<T> found = list(sql, reader, values);
        planCacheMode("auto");
        return found;
    }

    /** Until the end of the transaction at most. */
    private void planCacheMode(String mode) {
        list("select set_config('plan_cache_mode', ?, true)", row -> row.getString(1), mode);
    }

    /** Changes rows and says how many. */
    int update(String sql, Object... values) {
        return current.sql(
                connection -> {
                    try (PreparedStatement update = prepare(connection, sql, values)) {
                        return update.executeUpdate();
                    }
                });
    }

    /**
     * Inserts many rows by few statements: an array per column, so that a row costs no round trip,
     * no plan and no call of a trigger.
     *
     * @param table table
     * @param columns names with their types, e.g. {@code person_id bigint, number text}
     */
    void insert(String table, String columns, List<Object[]> rows) {
        String[] parts = columns.split(", ");
        String[] names = new String[parts.length];
        String[] types = new String[parts.length];
        String[] arrays = new String[parts.length];
        for (int i = 0; i < parts.length; i++) {
            names[i] = parts[i].substring(0, parts[i].indexOf(' '));
            types[i] = parts[i].substring(parts[i].indexOf(' ') + 1);
            arrays[i] = "?::" + types[i] + "[]";
        }
        String insert =
                "insert into %s (%s) select * from unnest(%s)"
                        .formatted(table, String.join(", ", names), String.join(", ", arrays));
        for (int from = 0; from < rows.size(); from += SLICE) {
            List<Object[]> slice = rows.subList(from, Math.min(from + SLICE, rows.size()));
            current.sql(
                    connection -> {
                        try (PreparedStatement statement = connection.prepareStatement(insert)) {
                            for (int i = 0; i < types.length; i++) {
                                statement.setArray(i + 1, column(connection, types[i], slice, i));
                            }
                            return statement.executeUpdate();
                        }
                    });
        }
    }

    private static Array column(Connection connection, String type, List<Object[]> rows, int index)
            throws SQLException {
        Object[] values = new Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = plain(rows.get(i)[index]);
        }
        return connection.createArrayOf(type, values);
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object[] values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            bind(connection, statement, values);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, Object[] values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Collection<?> many) {
                boolean texts = !many.isEmpty() && many.iterator().next() instanceof String;
                value = connection.createArrayOf(texts ? "text" : "bigint", many.toArray());
            }
            statement.setObject(i + 1, plain(value));
        }
    }

    /** A value as the driver knows it. */
    private static Object plain(Object value) {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof YearMonth month) {
            return month.atDay(1);
        }
        return value instanceof Enum<?> code ? code.name() : value;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static YearMonth month(ResultSet row, String column) throws SQLException {
        LocalDate day = day(row, column);
        return day == null ? null : YearMonth.from(day);
    }

    /** An enum whose empty text is null. */
    static <E extends Enum<E>> E code(ResultSet row, String column, Class<E> type)
            throws SQLException {
        String text = row.getString(column);
        return text == null || text.isEmpty() ? null : Enum.valueOf(type, text);
    }

    /** The text of an enum, empty for null. */
    static String text(Enum<?> code) {
        return code == null ? "" : code.name();
    }
}
