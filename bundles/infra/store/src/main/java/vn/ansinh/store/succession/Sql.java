package vn.ansinh.store.succession;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.store.internal.Current;

/** Statements in the current unit of work. Lists of texts and of keys travel as arrays. */
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

    int update(String sql, Object... values) {
        return current.sql(
                connection -> {
                    try (PreparedStatement statement = bound(connection, sql, values)) {
                        return statement.executeUpdate();
                    }
                });
    }

    <T> List<T> list(String sql, Reader<T> reader, Object... values) {
        return current.sql(
                connection -> {
                    List<T> found = new ArrayList<>();
                    try (PreparedStatement statement = bound(connection, sql, values);
                            ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            found.add(reader.read(row));
                        }
                    }
                    return found;
                });
    }

    private static PreparedStatement bound(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, value(connection, values[i]));
        }
        return statement;
    }

    private static Object value(Connection connection, Object value) throws SQLException {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof List<?> list) {
            boolean keys = !list.isEmpty() && list.get(0) instanceof Long;
            Array array = connection.createArrayOf(keys ? "bigint" : "text", list.toArray());
            return array;
        }
        return value;
    }
}
