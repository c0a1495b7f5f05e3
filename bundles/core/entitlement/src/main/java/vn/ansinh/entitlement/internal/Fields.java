package vn.ansinh.entitlement.internal;

import java.util.function.Function;
import vn.ansinh.entitlement.internal.CsvFile.Row;

/** The cells of one row, each read once; what cannot be read becomes a fault of its field. */
final class Fields {

    private final Row row;
    private final Findings findings;
    private boolean faulty;

    Fields(Row row, Findings findings) {
        this.row = row;
        this.findings = findings;
    }

    /** The value, or null with a fault when it is missing or wrong. */
    <T> T required(String column, Function<String, T> reader) {
        if (row.text(column).isEmpty()) {
            fault(column, "Thiếu giá trị của cột «" + column + "».");
            return null;
        }
        return optional(column, reader);
    }

    /** The value, null when the cell is empty, or null with a fault when it is wrong. */
    <T> T optional(String column, Function<String, T> reader) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            fault(column, e.getMessage());
            return null;
        }
    }

    void fault(String column, String sentence) {
        faulty = true;
        findings.fault(row.line(), column, sentence);
    }

    /** Whether any field of the row was faulty. */
    boolean faulty() {
        return faulty;
    }
}
