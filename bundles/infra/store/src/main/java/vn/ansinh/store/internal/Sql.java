package vn.ansinh.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Statements in the current unit of work. */
public final class Sql {

    private final Current current;

    /** Over the current unit of work. */
    public Sql(Current current) {
        this.current = current;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Reader<T> {
        /** The row the cursor stands at. */
        T read(ResultSet row) throws SQLException;
    }

    /** Rows changed. */
    public int update(String sql, Object... values) {
        return current.sql(
                connection -> {
                    try (PreparedStatement statement = bound(connection, sql, values)) {
                        return statement.executeUpdate();
                    }
                });
    }

    /** Rows found. */
    public <T> List<T> list(String sql, Reader<T> reader, Object... values) {
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

    /**
     * Rows found by a plan made for this very question. A plan kept from when the tables were small
     * takes any index for as good as the right one, and an import grows them a hundredfold.
     */
    public <T> List<T> listPlannedAnew(String sql, Reader<T> reader, Object... values) {
        planCacheMode("force_custom_plan");
        List<T> found = list(sql, reader, values);
        planCacheMode("auto");
        return found;
    }

    /** Until the end of the transaction at most. */
    private void planCacheMode(String mode) {
        list("select set_config('plan_cache_mode', ?, true)", row -> row.getString(1), mode);
    }

    /** The first column of the only row. */
    public long number(String sql, Object... values) {
        return list(sql, row -> row.getLong(1), values).get(0);
    }

    /** A day, or null. */
    public static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** An instant, or null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, java.time.OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** A day as text, or null. */
    public static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static PreparedStatement bound(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                bind(connection, statement, i + 1, values[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /** Collections travel as arrays: of keys, or of texts. */
    private static void bind(Connection connection, PreparedStatement at, int index, Object value)
            throws SQLException {
        if (value instanceof Instant instant) {
            at.setObject(index, instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof Enum<?> code) {
            at.setString(index, code.name());
        } else if (value instanceof Collection<?> many) {
            boolean keys = many.stream().anyMatch(Long.class::isInstance);
            at.setArray(index, connection.createArrayOf(keys ? "bigint" : "text", many.toArray()));
        } else {
            at.setObject(index, value);
        }
    }
}
