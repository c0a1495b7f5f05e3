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
 * @param columns columns
 * @param lines heading, data, subtotal and total lines in order
 */
public record Sheet(
        String parent,
        String issuer,
        String number,
        String placeAndDate,
        String title,
        String subtitle,
        boolean landscape,
        List<Column> columns,
        List<Line> lines,
        List<String> notes,
        List<String> recipients,
        List<ReportTable.Signature> signatures) {

    /** A column: heading, width like {@code 12.50%}, style class by kind. */
    public record Column(String header, String width, String style) {}

    /** A line: {@code group} (one cell over all columns), {@code data}, {@code sum}, {@code total}. */
    public record Line(String kind, List<String> cells) {}

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
                Texts.number(table),
                Texts.placeAndDate(issuer, on),
                Texts.clean(table.title()),
                Texts.clean(table.subtitle()),
                Texts.landscape(table),
                columns,
                lines(table),
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

    private static List<Line> lines(ReportTable table) {
        List<Line> lines = new ArrayList<>();
        String group = "";
        for (ReportTable.Row row : table.rows()) {
            if (!row.group().isEmpty() && !row.group().equals(group)) {
                lines.add(new Line("group", List.of(Texts.clean(row.group()))));
            }
            group = row.group();
            lines.add(new Line(row.subtotal() ? "sum" : "data", cells(table, row.cells())));
        }
        if (!table.totals().isEmpty()) {
            lines.add(new Line("total", cells(table, table.totals())));
        }
        return lines;
    }

    private static List<String> cells(ReportTable table, List<Object> cells) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            texts.add(Texts.cell(table.columns().get(i).kind(), cells.get(i)));
        }
        return texts;
    }
}
