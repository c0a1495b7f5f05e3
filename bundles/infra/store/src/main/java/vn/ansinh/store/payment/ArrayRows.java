package vn.ansinh.store.payment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A few rows as one array per column, for one INSERT … SELECT FROM unnest(…): one round trip, and
 * no temporary table, whose emptying on commit takes longer than to write a thousand rows.
 */
final class ArrayRows<T> {

    /** Up to so many rows this is the faster way. */
    static final int FEW = 1_000;

    private final List<T> rows;
    private final List<String> types = new ArrayList<>();
    private final List<Object[]> columns = new ArrayList<>();

    ArrayRows(List<T> rows) {
        this.rows = rows;
    }

    /** The next column; arrays are of the type's own class, or they would travel as text. */
    ArrayRows<T> column(String type, Function<T, Object> value) {
        types.add(type);
        Stream<Object> values = rows.stream().map(value);
        columns.add(
                switch (type) {
                    case "int8" -> values.toArray(Long[]::new);
                    case "int4" -> values.toArray(Integer[]::new);
                    case "int2" ->
                            values.map(number -> ((Number) number).shortValue())
                                    .toArray(Short[]::new);
                    case "bool" -> values.toArray(Boolean[]::new);
                    case "text" -> values.toArray(String[]::new);
                    default -> throw new IllegalArgumentException(type);
                });
        return this;
    }

    /** The next column, of bytes. */
    ArrayRows<T> bytes(Function<T, byte[]> value) {
        types.add("bytea");
        columns.add(rows.stream().map(value).toArray(byte[][]::new));
        return this;
    }

    /**
     * Inserts them.
     *
     * @param into table with its columns: {@code run_id}, what {@code alike} gives, the arrays'
     * @param alike SQL of what is the same in all rows besides the run, with a comma after it
     */
    void insert(Connection connection, String into, long runId, String alike) throws SQLException {
        String arrays =
                types.stream().map(type -> "?::" + type + "[]").collect(Collectors.joining(", "));
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into %s select ?::bigint, %s n.* from unnest(%s) n"
                                .formatted(into, alike, arrays))) {
            insert.setLong(1, runId);
            for (int i = 0; i < types.size(); i++) {
                insert.setArray(i + 2, connection.createArrayOf(types.get(i), columns.get(i)));
            }
            int written = insert.executeUpdate();
            if (written != rows.size()) {
                throw new IllegalStateException(
                        rows.size() + " rows expected, " + written + " written");
            }
        }
    }
}
