package vn.ansinh.documents.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import vn.ansinh.locality.api.ReportTable;

/**
 * CSV for other programs: UTF-8 with BOM, {@code ;} between fields (decimals have a comma), CRLF,
 * one heading line, the group in a column of its own; data rows only, no subtotals or totals.
 */
final class CsvWriter {

    private static final CSVFormat FORMAT =
            CSVFormat.EXCEL.builder().setDelimiter(';').setRecordSeparator("\r\n").get();

    byte[] write(ReportTable table) {
        StringBuilder out = new StringBuilder("\uFEFF");
        try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
            printer.print("Đơn vị");
            for (ReportTable.Column column : table.columns()) {
                printer.print(safe(column.header()));
            }
            printer.println();
            for (ReportTable.Row row : table.rows()) {
                if (!row.subtotal()) {
                    printer.print(safe(row.group()));
                    cells(printer, table.columns(), row.cells());
                    printer.println();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void cells(
            CSVPrinter printer, List<ReportTable.Column> columns, List<Object> cells)
            throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            if (cell instanceof Long number) {
                printer.print(number);
            } else if (cell instanceof BigDecimal decimal) {
                printer.print(decimal.toPlainString().replace('.', ','));
            } else {
                printer.print(safe(Texts.cell(columns.get(i).kind(), cell)));
            }
        }
    }

    /** A spreadsheet runs text that begins like a formula; an apostrophe keeps it text. */
    private static String safe(String text) {
        String clean = Texts.clean(text);
        boolean formula = !clean.isEmpty() && "=+-@".indexOf(clean.charAt(0)) >= 0;
        return formula ? "'" + clean : clean;
    }
}
