package vn.ansinh.store.entitlement;

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

    /** Changes rows and says how many. */
    int update(String sql, Object... values) {
        return current.sql(
                connection -> {
                    try (PreparedStatement update = prepare(connection, sql, values)) {
                        return update.executeUpdate();
                    }
                });
    }

    /** Runs one statement for many rows of values, sent together. */
    void batch(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        current.sql(
                connection -> {
                    try (PreparedStatement batch = connection.prepareStatement(sql)) {
                        int pending = 0;
                        for (Object[] row : rows) {
                            bind(connection, batch, row);
                            batch.addBatch();
                            if (++pending == 1_000) {
                                batch.executeBatch();
                                pending = 0;
                            }
                        }
                        batch.executeBatch();
                        return null;
                    }
                });
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
            if (value instanceof Instant instant) {
                value = instant.atOffset(ZoneOffset.UTC);
            } else if (value instanceof YearMonth month) {
                value = month.atDay(1);
            } else if (value instanceof Enum<?> code) {
                value = code.name();
            } else if (value instanceof Collection<?> keys) {
                value = connection.createArrayOf("bigint", keys.toArray());
            }
            statement.setObject(i + 1, value);
        }
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
