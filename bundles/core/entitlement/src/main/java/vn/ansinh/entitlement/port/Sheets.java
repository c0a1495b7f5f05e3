package vn.ansinh.entitlement.port;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Reads what officers bring (XLSX, CSV) row by row and writes workbooks; by libraries, outside. */
public interface Sheets {

    /**
     * Reads every sheet in order, in memory that does not grow with the rows.
     *
     * @param fileName name the officer gave, for messages
     * @throws vn.ansinh.platform.api.AnsinhException INVALID_INPUT with a sentence when the file is
     *     damaged, protected, of another kind, has macros or links, or is a trap
     */
    void read(String fileName, Path file, Reader reader);

    /** Writes a workbook, row by row. */
    void write(OutputStream out, Consumer<Book> content);

    /** Takes what is read. */
    interface Reader {
        /** A sheet begins. */
        void sheet(String name, boolean hidden);

        /** A row with at least one cell that is not empty. */
        void row(Row row);
    }

    /**
     * A row.
     *
     * @param number number as the spreadsheet shows it, from 1
     * @param hidden whether it is hidden
     * @param cells cells that are not empty, by column
     */
    record Row(int number, boolean hidden, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param column place from 0
     * @param text text; a number as plain decimals, a date as {@code yyyy-MM-dd}
     * @param kind kind
     * @param formula whether a formula gave it
     * @param hidden whether its column is hidden
     * @param font name of the font where one is known, or empty; it tells the encoding
     */
    record Cell(int column, String text, Kind kind, boolean formula, boolean hidden, String font) {}

    /** Kind of a cell. */
    enum Kind {
        /** Text. */
        TEXT,
        /** Number. */
        NUMBER,
        /** Number shown as a date. */
        DATE,
        /** An error like {@code #N/A}. */
        ERROR
    }

    /** A workbook being written. */
    interface Book {
        /** Begins a sheet. */
        void sheet(String name, List<String> titles);

        /**
         * Writes a row.
         *
         * @param cells texts, or {@code Long} for numbers; null for nothing
         * @param tint {@code ""}, {@code WARNING} or {@code REFUSED}
         */
        void row(List<?> cells, String tint);
    }
}
