package vn.ansinh.store.identity;

import java.sql.Array;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;

/** Statements on the common tables of accounts; each call is a unit of work or joins one. */
final class Rows {
    private static final Actor SELF = Actor.system("accounts");

    private final Current current;
    private final UnitOfWork unitOfWork;

    Rows(Current current, UnitOfWork unitOfWork) {
        this.current = current;
        this.unitOfWork = unitOfWork;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> select(String sql, Reader<T> reader, Object... values) {
        return unitOfWork.common(
                SELF,
                () ->
                        current.sql(
                                connection -> {
                                    try (PreparedStatement query =
                                                    connection.prepareStatement(sql);
                                            ResultSet rows = bound(query, values).executeQuery()) {
                                        List<T> found = new ArrayList<>();
                                        while (rows.next()) {
                                            found.add(reader.read(rows));
                                        }
                                        return found;
                                    }
                                }));
    }

    int update(String sql, Object... values) {
        return unitOfWork.common(
                SELF,
                () ->
                        current.sql(
                                connection -> {
                                    try (PreparedStatement update =
                                            connection.prepareStatement(sql)) {
                                        return bound(update, values).executeUpdate();
                                    }
                                }));
    }

    /** Dates, instants and sets of text as the driver takes them, everything else as it is. */
    private static PreparedStatement bound(PreparedStatement statement, Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Instant instant) {
                value = instant.atOffset(ZoneOffset.UTC);
            } else if (value instanceof LocalDate day) {
                value = Date.valueOf(day);
            } else if (value instanceof Set<?> texts) {
                value = statement.getConnection().createArrayOf("text", texts.toArray());
            }
            statement.setObject(i + 1, value);
        }
        return statement;
    }

    static Set<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Set.of((String[]) array.getArray());
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** An instant, or null. */
    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
