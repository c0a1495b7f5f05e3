package vn.ansinh.locality.api;

import java.util.List;
import java.util.Objects;

/**
 * A computed report: columns, rows and totals, ready to be laid out. Made by a {@link
 * ReportFormat}; its cells are its identity, whatever the file it is written to. Refuses null,
 * other cells than named below and rows of another length than the columns.
 *
 * @param title title with the period, e.g. {@code DANH SÁCH CHI TRẢ THÁNG 3/2026}
 * @param subtitle line under the title (unit, legal basis); may be empty
 * @param columns the columns, in order
 * @param rows rows with one cell per column: {@code String}, {@code Long}, {@code
 *     java.math.BigDecimal}, {@code java.time.LocalDate} or null
 * @param totals the total row, same length; may be empty
 * @param notes remarks under the table
 * @param recipients lines of "Nơi nhận"
 * @param signatures who signs, left to right: capacity over name
 */
public record ReportTable(
        String title,
        String subtitle,
        List<Column> columns,
        List<Row> rows,
        List<Object> totals,
        List<String> notes,
        List<String> recipients,
        List<Signature> signatures) {

    /** Copies the lists and looks at every cell. */
    public ReportTable {
        Objects.requireNonNull(title, "title");
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        totals = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(totals));
        notes = List.copyOf(notes);
        recipients = List.copyOf(recipients);
        signatures = List.copyOf(signatures);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("a row has one cell per column");
            }
        }
        if (!totals.isEmpty() && totals.size() != columns.size()) {
            throw new IllegalArgumentException("the total row has one cell per column, or none");
        }
        totals.forEach(ReportTable::requireCell);
    }

    private static void requireCell(Object cell) {
        boolean known =
                cell == null
                        || cell instanceof String
                        || cell instanceof Long
                        || cell instanceof java.math.BigDecimal
                        || cell instanceof java.time.LocalDate;
        if (!known) {
            throw new IllegalArgumentException("not a cell: " + cell.getClass().getName());
        }
    }

    /**
     * A column.
     *
     * @param key stable key
     * @param header Vietnamese heading
     * @param kind what the cells are
     * @param widthHundredths share of the page width × 100
     */
    public record Column(String key, String header, Kind kind, int widthHundredths) {
        /** Refuses null. */
        public Column {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(header, "header");
            Objects.requireNonNull(kind, "kind");
        }
    }

    /**
     * What cells of a column are, hence how they are aligned and written. Who reads it has a
     * default branch: text.
     */
    public enum Kind {
        /** Text, left. */
        TEXT,
        /** Text that must never become a number (personal ids, accounts). */
        IDENTIFIER,
        /** Whole number, right. */
        NUMBER,
        /** Whole đồng, right, grouped. */
        DONG,
        /** Decimal, right. */
        DECIMAL,
        /** Day as dd/MM/yyyy. */
        DATE
    }

    /**
     * A row.
     *
     * @param group heading of the group the row belongs to (unit), or empty
     * @param subtotal whether the row sums up its group; shown in bold, never counted again
     * @param cells one per column
     */
    public record Row(String group, boolean subtotal, List<Object> cells) {
        /** Copies the cells and looks at each. */
        public Row {
            group = Objects.requireNonNullElse(group, "");
            cells.forEach(ReportTable::requireCell);
            cells = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(cells));
        }

        /** A row of data. */
        public Row(String group, List<Object> cells) {
            this(group, false, cells);
        }
    }

    /**
     * A signature block.
     *
     * @param capacity e.g. {@code NGƯỜI LẬP}, {@code KẾ TOÁN}, {@code CHỦ TỊCH}
     * @param name name, or empty for a blank
     */
    public record Signature(String capacity, String name) {
        /** Refuses null. */
        public Signature {
            Objects.requireNonNull(capacity, "capacity");
            Objects.requireNonNull(name, "name");
        }
    }
}
