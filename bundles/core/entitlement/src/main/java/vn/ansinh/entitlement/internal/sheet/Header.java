package vn.ansinh.entitlement.internal.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.ansinh.entitlement.internal.Columns;

/**
 * The titles of a table: the first row in which a name and two more titles are known, with a row of
 * parts below where titles are merged («Năm sinh» over «Nam» and «Nữ»).
 *
 * @param rows how many rows of the sheet lie before the data
 * @param titles titles by column
 * @param fields meaning by column, empty where there is none
 * @param thousands columns whose amounts are in thousands of đồng
 */
record Header(int rows, List<String> titles, List<String> fields, Set<Integer> thousands) {

    private static final int LEAST_KNOWN = 3;

    /**
     * Finds the titles.
     *
     * @param rows the first rows: text by column
     * @param learned field by folded title, as the locality has taught
     */
    static Optional<Header> find(List<Map<Integer, String>> rows, Map<String, String> learned) {
        for (int i = 0; i < rows.size(); i++) {
            Map<Integer, String> below = i + 1 < rows.size() ? rows.get(i + 1) : Map.of();
            Header alone = of(i, rows.get(i), Map.of(), learned);
            boolean parts = partsOf(rows.get(i), below, learned, alone);
            Header header = parts ? of(i, rows.get(i), below, learned) : alone;
            long known = header.fields.stream().filter(field -> !field.isEmpty()).count();
            if (header.fields.contains(Columns.FULL_NAME) && known >= LEAST_KNOWN) {
                int next = i + (parts ? 2 : 1);
                while (next < rows.size() && numbering(rows.get(next))) {
                    next++;
                }
                return Optional.of(
                        new Header(next, header.titles, header.fields, header.thousands));
            }
        }
        return Optional.empty();
    }

    /** Column of a field, or -1. */
    int column(String field) {
        return fields.indexOf(field);
    }

    /** Whether a row repeats the titles, as after a page break. */
    boolean repeatedBy(Map<Integer, String> row) {
        // Nearly every row is data: one look at the name spares folding all its cells.
        int name = column(Columns.FULL_NAME);
        String there = Titles.fold(row.getOrDefault(name, ""));
        if (there.isEmpty() || !Titles.fold(titles.get(name)).startsWith(there)) {
            return false;
        }
        int same = 0;
        for (Map.Entry<Integer, String> cell : row.entrySet()) {
            String title = cell.getKey() < titles.size() ? titles.get(cell.getKey()) : "";
            String folded = Titles.fold(cell.getValue());
            if (!folded.isEmpty()
                    && !fields.get(Math.min(cell.getKey(), fields.size() - 1)).isEmpty()
                    && Titles.fold(title).startsWith(folded)) {
                same++;
            }
        }
        return same >= LEAST_KNOWN;
    }

    /** A row «1 2 3 …» or «A B 1 2 …» below the titles. */
    static boolean numbering(Map<Integer, String> row) {
        return row.size() >= LEAST_KNOWN
                && row.values().stream()
                        .allMatch(
                                text ->
                                        text.matches("\\(?([0-9]{1,2}|[A-Za-z])\\)?(=.*)?")
                                                || text.matches("\\(?[0-9]{1,2}\\)?\\s*=.*"));
    }

    /** Parts stand below a title, and nothing below the title of the name. */
    private static boolean partsOf(
            Map<Integer, String> upper,
            Map<Integer, String> below,
            Map<String, String> learned,
            Header alone) {
        int name = alone.column(Columns.FULL_NAME);
        boolean figures = below.values().stream().anyMatch(text -> text.matches(".*[0-9].*"));
        if (below.isEmpty() || name < 0 || below.containsKey(name) || figures) {
            return false;
        }
        long known =
                below.entrySet().stream()
                        .filter(
                                cell ->
                                        !meaning(
                                                        parent(upper, cell.getKey()),
                                                        cell.getValue(),
                                                        below,
                                                        learned)
                                                .isEmpty())
                        .count();
        return known >= 1 && known * 2 >= below.size();
    }

    private static Header of(
            int row,
            Map<Integer, String> upper,
            Map<Integer, String> below,
            Map<String, String> learned) {
        TreeMap<Integer, String> all = new TreeMap<>(upper);
        all.putAll(below);
        int width = all.isEmpty() ? 0 : all.lastKey() + 1;
        List<String> titles = new ArrayList<>(Collections.nCopies(width, ""));
        List<String> fields = new ArrayList<>(Collections.nCopies(width, ""));
        Set<Integer> thousands = new java.util.HashSet<>();
        for (int column = 0; column < width; column++) {
            String part = below.getOrDefault(column, "");
            String title = part.isEmpty() ? upper.getOrDefault(column, "") : parent(upper, column);
            String whole = (title + " " + part).strip();
            titles.set(column, whole);
            String field = meaning(title, part, below, learned);
            // Of several sums the last is what was paid; of anything else the first counts.
            int before = field.isEmpty() ? -1 : fields.indexOf(field);
            if (before >= 0 && !field.equals(Titles.IGNORED)) {
                if (field.equals(Titles.AMOUNT)) {
                    fields.set(before, Titles.IGNORED);
                } else {
                    field = "";
                }
            }
            fields.set(column, field);
            if (Titles.thousands(whole)) {
                thousands.add(column);
            }
        }
        return new Header(row, titles, fields, thousands);
    }

    private static String parent(Map<Integer, String> upper, int column) {
        for (int left = column; left >= 0; left--) {
            if (upper.containsKey(left)) {
                return upper.get(left);
            }
        }
        return "";
    }

    private static String meaning(
            String title, String part, Map<Integer, String> parts, Map<String, String> learned) {
        String upper = Titles.fold(title);
        String lower = Titles.fold(part);
        String whole = (upper + " " + lower).strip();
        String taught = learned.get(whole);
        if (taught != null) {
            return taught;
        }
        // «Nam» without marks is also «Năm»; beside «Nữ» it is a sex.
        if (lower.equals("nam")
                && parts.values().stream().anyMatch(other -> Titles.fold(other).equals("nu"))) {
            return Titles.MALE;
        }
        Optional<String> known = Titles.meaning(whole);
        if (known.isEmpty() && !lower.isEmpty()) {
            known = Titles.meaning(lower);
        }
        return known.or(() -> lower.isEmpty() ? Optional.empty() : Titles.meaning(upper))
                .orElse("");
    }
}
