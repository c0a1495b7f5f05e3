package vn.ansinh.locality.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.locality.api.CsvTable.Line;

/**
 * Reads a {@code parameters.csv} (bảng tham số) into rows; a table with a fault gives no rows but
 * every fault with its line. Format: {@link CsvTable} with the header {@link #COLUMNS}. Called by
 * the bundle's constructor, which lets the exception through; safe on any thread.
 */
public final class ParameterTable {

    /** The header every table starts with. */
    public static final List<String> COLUMNS =
            List.of(
                    "key",
                    "value",
                    "unit",
                    "rounding",
                    "territory",
                    "applies_from",
                    "applies_to",
                    "enacted",
                    "in_force",
                    "instrument",
                    "article",
                    "clause",
                    "point",
                    "confidence",
                    "note");

    private static final List<String> NEEDED =
            List.of("key", "value", "unit", "rounding", "territory", "instrument");

    private ParameterTable() {}

    /**
     * The rows of the table next to a class, and closes it.
     *
     * @param owner class of the bundle
     * @param resource name relative to the class, e.g. {@code parameters.csv}
     * @throws IllegalArgumentException when it is missing or has faults; the message lists them all
     */
    public static List<ParameterRow> of(Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException(owner.getName() + " has no " + resource);
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The rows of a table, in order.
     *
     * @param in the table; not closed
     * @throws IllegalArgumentException with every fault, one a line: {@code dòng 7: applies_from …}
     * @throws UncheckedIOException when it cannot be read
     */
    public static List<ParameterRow> read(InputStream in) {
        List<String> faults = new ArrayList<>();
        List<ParameterRow> rows = new ArrayList<>();
        for (Line line : CsvTable.read(in, COLUMNS, faults)) {
            row(line, rows, faults);
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return List.copyOf(rows);
    }

    private static void row(Line line, List<ParameterRow> rows, List<String> faults) {
        List<String> f = line.fields();
        int before = faults.size();
        for (String needed : NEEDED) {
            if (f.get(COLUMNS.indexOf(needed)).isBlank()) {
                faults.add(line.at(needed + " để trống"));
            }
        }
        YearMonth from = month(line, "applies_from", faults);
        YearMonth to = f.get(6).isEmpty() ? null : month(line, "applies_to", faults);
        LocalDate enacted = day(line, "enacted", faults);
        LocalDate inForce = day(line, "in_force", faults);
        Confidence confidence = confidence(line, faults);
        if (from != null && to != null && to.isBefore(from)) {
            faults.add(line.at("applies_to trước applies_from"));
        }
        if (enacted != null && inForce != null && inForce.isBefore(enacted)) {
            faults.add(line.at("in_force trước enacted"));
        }
        if (faults.size() > before) {
            return;
        }
        rows.add(
                new ParameterRow(
                        f.get(0),
                        f.get(1),
                        f.get(2),
                        f.get(3),
                        f.get(4),
                        from,
                        to,
                        enacted,
                        inForce,
                        Citation.of(f.get(9), f.get(10), f.get(11), f.get(12)),
                        confidence,
                        f.get(14)));
    }

    private static YearMonth month(Line line, String column, List<String> faults) {
        String value = line.fields().get(COLUMNS.indexOf(column));
        try {
            return YearMonth.parse(value);
        } catch (DateTimeException e) {
            faults.add(line.at(column + " '" + value + "' không phải yyyy-MM"));
            return null;
        }
    }

    private static LocalDate day(Line line, String column, List<String> faults) {
        String value = line.fields().get(COLUMNS.indexOf(column));
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            faults.add(line.at(column + " '" + value + "' không phải yyyy-MM-dd"));
            return null;
        }
    }

    private static Confidence confidence(Line line, List<String> faults) {
        String value = line.fields().get(COLUMNS.indexOf("confidence"));
        for (Confidence confidence : Confidence.values()) {
            if (confidence.name().equals(value)) {
                return confidence;
            }
        }
        faults.add(line.at("confidence '" + value + "' không phải VERIFIED, KNOWN, UNCERTAIN"));
        return null;
    }
}
