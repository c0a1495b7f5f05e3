package vn.ansinh.entitlement.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/**
 * Cuts a file into rows of named cells. Lines that begin with {@code #} are remarks; cells are
 * parted by commas or, as a Vietnamese Excel writes them, by semicolons; a byte-order mark is
 * skipped.
 */
final class CsvFile {

    /** Longest cell anybody needs; a longer one is a broken quote. */
    private static final int LONGEST_CELL = 500;

    private CsvFile() {}

    /**
     * One row.
     *
     * @param line line of the file on which it ends
     * @param cells text by column; empty cells are absent
     */
    record Row(int line, Map<String, String> cells) {
        /** The cell, or empty. */
        String text(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** All rows; faults of the heading and of row lengths go to the findings. */
    static List<Row> read(String source, Reader reader, Findings findings) {
        String text = textOf(source, reader);
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiterOf(text))
                        .setCommentMarker('#')
                        .setIgnoreEmptyLines(true)
                        .setTrim(true)
                        .get();
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            List<String> heading = null;
            for (CSVRecord record : parser) {
                int line = Math.toIntExact(parser.getCurrentLineNumber());
                if (heading == null) {
                    heading = headingOf(record, line, findings);
                } else {
                    addRow(record, line, heading, rows, findings);
                }
            }
            if (heading == null) {
                findings.fault(0, "", "Tệp không có dòng tiêu đề.");
            } else if (rows.isEmpty()) {
                findings.fault(0, "", "Tệp không có dòng dữ liệu nào.");
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Tệp «" + source + "» không đọc được như CSV; hãy xem lại dấu ngoặc kép.",
                    e);
        }
        return rows;
    }

    private static String textOf(String source, Reader reader) {
        StringWriter all = new StringWriter();
        try {
            reader.transferTo(all);
        } catch (IOException e) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Tệp «" + source + "» không đọc được; hãy lưu bằng UTF-8 và gửi lại.",
                    e);
        }
        String text = all.toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static char delimiterOf(String text) {
        String heading =
                text.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .findFirst()
                        .orElse("");
        return heading.indexOf(';') >= 0 ? ';' : ',';
    }

    private static List<String> headingOf(CSVRecord record, int line, Findings findings) {
        List<String> heading = new ArrayList<>();
        for (String cell : record) {
            String column = cell.toLowerCase(Locale.ROOT);
            if (!Columns.ALL.contains(column)) {
                findings.fault(line, column, "Cột «" + column + "» không có trong mẫu.");
            } else if (heading.contains(column)) {
                findings.fault(line, column, "Cột «" + column + "» có hai lần.");
            }
            heading.add(column);
        }
        for (String required : Columns.REQUIRED) {
            if (!heading.contains(required)) {
                findings.fault(line, required, "Thiếu cột «" + required + "».");
            }
        }
        return heading;
    }

    private static void addRow(
            CSVRecord record, int line, List<String> heading, List<Row> rows, Findings findings) {
        if (record.size() != heading.size()) {
            findings.fault(
                    line,
                    "",
                    "Dòng có " + record.size() + " ô, tiêu đề có " + heading.size() + " cột.");
            return;
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < heading.size(); i++) {
            String cell = record.get(i);
            if (cell.length() > LONGEST_CELL) {
                findings.fault(line, heading.get(i), "Ô dài hơn " + LONGEST_CELL + " ký tự.");
            } else if (!cell.isEmpty()) {
                cells.put(heading.get(i), cell);
            }
        }
        rows.add(new Row(line, cells));
    }
}
