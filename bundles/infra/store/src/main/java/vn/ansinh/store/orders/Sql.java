package vn.ansinh.store.orders;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

    /** All rows. */
    <T> List<T> list(String sql, Reader<T> reader, Object... values) {
        return current.sql(
                connection -> {
                    try (PreparedStatement query = connection.prepareStatement(sql)) {
                        bind(connection, query, values);
                        List<T> all = new ArrayList<>();
                        try (ResultSet row = query.executeQuery()) {
                            while (row.next()) {
                                all.add(reader.read(row));
                            }
                        }
                        return all;
                    }
                });
    }

    /** The first row. */
    <T> Optional<T> first(String sql, Reader<T> reader, Object... values) {
        return list(sql, reader, values).stream().findFirst();
    }

    /** A number. */
    long number(String sql, Object... values) {
        return first(sql, row -> row.getLong(1), values).orElse(0L);
    }

    /** Keys. */
    List<Long> keys(String sql, Object... values) {
        return list(sql, row -> row.getLong(1), values);
    }

    /** Changes rows and says how many. */
    int update(String sql, Object... values) {
        return current.sql(
                connection -> {
                    try (PreparedStatement update = connection.prepareStatement(sql)) {
                        bind(connection, update, values);
                        return update.executeUpdate();
                    }
                });
    }

    /** Statements without values. */
    void run(String... statements) {
        for (String statement : statements) {
            update(statement);
        }
    }

    String login() {
        return current.actor().login();
    }

    String onBehalfOf() {
        return current.actor().onBehalfOf();
    }

    private static void bind(Connection connection, PreparedStatement statement, Object[] values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Collection<?> many) {
                boolean keys = many.isEmpty() || many.iterator().next() instanceof Long;
                value =
                        connection.createArrayOf(
                                keys ? "bigint" : "text", many.stream().map(Sql::plain).toArray());
            }
            statement.setObject(i + 1, plain(value));
        }
    }

    private static Object plain(Object value) {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
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
}
