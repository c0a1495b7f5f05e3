package vn.ansinh.locality.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the tables that a bundle carries (parameters, golden cases): UTF-8, comma, quotes as in RFC
 * 4180, a fixed header first. Strict: every fault with its line, nothing guessed. Called by the
 * bundle's constructor and by the kit; safe on any thread.
 *
 * <p>It stands in the contract because a law or locality bundle may import nothing else: a CSV
 * library in each of them would be one more thing to wire, check and keep alike in every locality.
 */
public final class CsvTable {

    private CsvTable() {}

    /**
     * A line of a table.
     *
     * @param number number of its first line in the file, from 1
     * @param fields one field per column of the header
     */
    public record Line(int number, List<String> fields) {
        /** Copies the fields. */
        public Line {
            fields = List.copyOf(fields);
        }

        /** A fault of this line, e.g. {@code dòng 7: value để trống}. */
        public String at(String fault) {
            return "dòng " + number + ": " + fault;
        }
    }

    /**
     * The lines of the table next to a class of the bundle; {@link #read} says what they are.
     *
     * @param owner class of the bundle
     * @param resource name relative to the class, e.g. {@code annex.csv}
     * @param columns the header it must have
     * @param faults where faults are added, in Vietnamese, each with its line
     * @throws IllegalArgumentException when the bundle has no such table
     */
    public static List<Line> of(
            Class<?> owner, String resource, List<String> columns, List<String> faults) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException(owner.getName() + " has no " + resource);
            }
            return read(in, columns, faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The lines below the header; empty lines are skipped. Lines with a fault are left out.
     *
     * @param in the table; not closed
     * @param columns the header it must have
     * @param faults where faults are added, in Vietnamese, each with its line
     * @throws UncheckedIOException when it cannot be read
     */
    public static List<Line> read(InputStream in, List<String> columns, List<String> faults) {
        String text;
        try {
            text = decode(in.readAllBytes());
        } catch (CharacterCodingException e) {
            faults.add("dòng 1: không phải UTF-8");
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Line> lines = split(text, faults);
        if (lines.isEmpty() || !lines.get(0).fields().equals(columns)) {
            faults.add("dòng 1: tiêu đề phải là " + String.join(",", columns));
            return List.of();
        }
        List<Line> whole = new ArrayList<>();
        for (Line line : lines.subList(1, lines.size())) {
            if (line.fields().size() == columns.size()) {
                whole.add(line);
            } else {
                faults.add(line.at("có " + line.fields().size() + " ô, cần " + columns.size()));
            }
        }
        return whole;
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        // spreadsheets begin a UTF-8 file with a byte order mark
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return body.endsWith("\n") ? body : body + "\n";
    }

    /** Splits into records; a record may span lines inside quotes. */
    private static List<Line> split(String text, List<String> faults) {
        List<Line> lines = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        int number = 1;
        int start = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                number++;
            }
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && field.length() == 0) {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                fields.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    if (fields.size() > 1 || !fields.get(0).isEmpty()) {
                        lines.add(new Line(start, fields));
                    }
                    fields.clear();
                    start = number;
                }
            } else if (c != '\r') {
                field.append(c);
            }
        }
        if (quoted) {
            faults.add("dòng " + start + ": dấu ngoặc kép không đóng");
        }
        return lines;
    }
}
