package vn.ansinh.documents.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ReportTable;

/**
 * A report as text, ready for the page template.
 *
 * @param issuerLines who issues, one line or two
 * @param columns columns
 * @param blocks the lines of the table in order
 */
public record Sheet(
        String parent,
        String issuer,
        List<String> issuerLines,
        String number,
        String placeAndDate,
        String title,
        String subtitle,
        boolean landscape,
        List<Column> columns,
        List<Block> blocks,
        List<String> notes,
        List<String> recipients,
        List<ReportTable.Signature> signatures) {

    /** A column: heading, width like {@code 12.50%}, style class by kind. */
    public record Column(String header, String width, String style) {}

    /**
     * A line: {@code group} (one cell over all columns), {@code data}, {@code sum}, {@code total}.
     */
    public record Line(String kind, List<String> cells) {}

    /** Lines that follow each other; {@code together} ones stay on one page. */
    public record Block(boolean together, List<Line> lines) {}

    /** Width of a signature beside the recipients. */
    public String signatureWidth() {
        int room = recipients.isEmpty() ? 99 : 72;
        return room / signatures.size() + "%";
    }

    static Sheet of(LocalityProfile issuer, LocalDate on, ReportTable table) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            ReportTable.Column column = table.columns().get(i);
            columns.add(
                    new Column(
                            Texts.clean(column.header()),
                            String.format(Locale.ROOT, "%.2f%%", Texts.percent(table, i)),
                            style(column.kind())));
        }
        return new Sheet(
                Texts.parent(issuer),
                Texts.clean(issuer.issuer()),
                issuerLines(Texts.clean(issuer.issuer()), Texts.landscape(table)),
                Texts.number(table),
                Texts.placeAndDate(issuer, on),
                Texts.clean(table.title()),
                Texts.clean(table.subtitle()),
                Texts.landscape(table),
                columns,
                blocks(table),
                table.notes().stream().map(Texts::clean).toList(),
                table.recipients().stream().map(Texts::clean).toList(),
                table.signatures().stream()
                        .map(
                                s ->
                                        new ReportTable.Signature(
                                                Texts.clean(s.capacity()), Texts.clean(s.name())))
                        .toList());
    }

    private static String style(ReportTable.Kind kind) {
        return switch (kind) {
            case TEXT -> "text";
            case IDENTIFIER, DATE -> "middle";
            case NUMBER, DONG, DECIMAL -> "amount";
        };
    }

    /** On the narrow side of the sheet the kind of authority stands over its name. */
    private static List<String> issuerLines(String issuer, boolean landscape) {
        String kind = "ỦY BAN NHÂN DÂN ";
        return landscape || !issuer.startsWith(kind)
                ? List.of(issuer)
                : List.of(kind.strip(), issuer.substring(kind.length()));
    }

    /** A group's heading stays with its first row, a sum with the row before it. */
    private static List<Block> blocks(ReportTable table) {
        List<Block> blocks = new ArrayList<>();
        List<Line> open = new ArrayList<>();
        String group = "";
        for (ReportTable.Row row : table.rows()) {
            if (!row.group().isEmpty() && !row.group().equals(group)) {
                close(blocks, open, false);
                open.add(new Line("group", List.of(Texts.clean(row.group()))));
            }
            group = row.group();
            Line line = new Line(row.subtotal() ? "sum" : "data", cells(table, row.cells()));
            boolean headed = open.size() == 1 && open.get(0).kind().equals("group");
            if (row.subtotal() && !open.isEmpty()) {
                closeWith(blocks, open, line);
            } else {
                open.add(line);
                if (headed) {
                    close(blocks, open, true);
                }
            }
        }
        if (!table.totals().isEmpty()) {
            closeWith(blocks, open, new Line("total", cells(table, table.totals())));
        }
        close(blocks, open, false);
        return blocks;
    }

    private static void closeWith(List<Block> blocks, List<Line> open, Line sum) {
        List<Line> end = new ArrayList<>();
        if (!open.isEmpty()) {
            end.add(open.remove(open.size() - 1));
        }
        end.add(sum);
        close(blocks, open, false);
        blocks.add(new Block(true, end));
    }

    private static void close(List<Block> blocks, List<Line> open, boolean together) {
        if (!open.isEmpty()) {
            blocks.add(new Block(together, List.copyOf(open)));
            open.clear();
        }
    }

    private static List<String> cells(ReportTable table, List<Object> cells) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            texts.add(Texts.cell(table.columns().get(i).kind(), cells.get(i)));
        }
        return texts;
    }
}
