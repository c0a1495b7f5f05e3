package vn.ansinh.documents.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.locality.api.ReportTable.Kind;

/**
 * XLSX in the layout of NĐ 30/2020 Phụ lục I, streamed so that memory does not grow with the rows.
 * Amounts are numbers, identifiers are text, nothing is a formula.
 */
final class XlsxWriter {

    private static final int ROWS_IN_MEMORY = 200;

    byte[] write(LocalityProfile issuer, LocalDate issuedOn, ReportTable table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XSSFWorkbook whole = new XSSFWorkbook();
        page(whole.createSheet("Báo cáo"), table);
        Date day = Date.from(issuedOn.atStartOfDay().toInstant(ZoneOffset.UTC));
        var properties = whole.getProperties().getCoreProperties();
        properties.setTitle(Texts.clean(table.title()));
        properties.setCreator(Texts.clean(issuer.issuer()));
        properties.setCreated(Optional.of(day));
        properties.setModified(Optional.of(day));
        try (SXSSFWorkbook book = new SXSSFWorkbook(whole, ROWS_IN_MEMORY)) {
            new Page(book, table).write(issuer, issuedOn);
            book.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Paper, margins, page numbers from the second page on. */
    private static void page(XSSFSheet sheet, ReportTable table) {
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(Texts.landscape(table));
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        sheet.getHeader().setCenter("&\"Times New Roman\"&13&P");
        sheet.getHeaderFooterProperties().setDifferentFirst(true);
    }

    /** One sheet being written from top to bottom. */
    private static final class Page {
        private final Sheet sheet;
        private final XlsxStyles styles;
        private final ReportTable table;
        private final int last;
        private int next;

        Page(SXSSFWorkbook book, ReportTable table) {
            this.sheet = book.getSheetAt(0);
            this.styles = new XlsxStyles(book);
            this.table = table;
            this.last = table.columns().size() - 1;
            // Characters over the breadth of the sheet at 12 points.
            double breadth = Texts.landscape(table) ? 145 : 100;
            for (int i = 0; i <= last; i++) {
                double characters = breadth * Texts.percent(table, i) / 100;
                sheet.setColumnWidth(i, (int) Math.max(5 * 256, characters * 256));
            }
        }

        void write(LocalityProfile issuer, LocalDate issuedOn) {
            head(issuer, issuedOn);
            heading();
            String group = "";
            for (ReportTable.Row row : table.rows()) {
                if (!row.group().isEmpty() && !row.group().equals(group)) {
                    across(row.group(), styles.group, 0, last, 18);
                }
                group = row.group();
                cells(row.cells(), row.subtotal());
            }
            if (!table.totals().isEmpty()) {
                cells(table.totals(), true);
            }
            foot();
        }

        private void head(LocalityProfile issuer, LocalDate issuedOn) {
            int left = leftBlock();
            pair(Texts.parent(issuer), styles.centre, Texts.STATE, styles.centreStrong, left);
            pair(issuer.issuer(), styles.centreStrong, Texts.MOTTO, styles.centreUnderlined, left);
            pair("__________", styles.centre, "", styles.centre, left);
            pair(
                    Texts.number(table),
                    styles.centre,
                    Texts.placeAndDate(issuer, issuedOn),
                    styles.centreItalic,
                    left);
            next++;
            across(table.title(), styles.title, 0, last, 24);
            if (table.subtitle() != null && !table.subtitle().isEmpty()) {
                across(table.subtitle(), styles.centreItalic, 0, last, 18);
            }
            next++;
        }

        private void heading() {
            Row row = sheet.createRow(next++);
            row.setHeightInPoints(48);
            for (int i = 0; i <= last; i++) {
                text(row, i, table.columns().get(i).header(), styles.heading);
            }
            sheet.createFreezePane(0, next);
            sheet.setRepeatingRows(new CellRangeAddress(next - 1, next - 1, 0, last));
        }

        private void cells(List<Object> cells, boolean sum) {
            Row row = sheet.createRow(next++);
            for (int i = 0; i <= last; i++) {
                Kind kind = table.columns().get(i).kind();
                CellStyle style = styles.of(kind, sum);
                Object value = cells.get(i);
                if (value instanceof Long number) {
                    number(row, i, number, style);
                } else if (value instanceof BigDecimal decimal) {
                    number(row, i, decimal.doubleValue(), style);
                } else if (value instanceof LocalDate date) {
                    Cell cell = row.createCell(i);
                    cell.setCellValue(date);
                    cell.setCellStyle(style);
                } else {
                    text(row, i, (String) value, style);
                }
            }
        }

        private void foot() {
            next++;
            for (String note : table.notes()) {
                across(note, styles.note, 0, last, 18);
            }
            next++;
            signatures();
            if (!table.recipients().isEmpty()) {
                next++;
                across("Nơi nhận:", styles.recipientsLead, 0, last, 18);
                for (String recipient : table.recipients()) {
                    text(sheet.createRow(next++), 0, "- " + recipient, styles.plain);
                }
            }
        }

        private void signatures() {
            int count = table.signatures().size();
            if (count == 0) {
                return;
            }
            Row capacity = sheet.createRow(next);
            Row hint = sheet.createRow(next + 1);
            Row name = sheet.createRow(next + 5);
            for (int i = 0; i < count; i++) {
                int from = i * (last + 1) / count;
                int to = Math.max(from, (i + 1) * (last + 1) / count - 1);
                ReportTable.Signature signature = table.signatures().get(i);
                block(capacity, signature.capacity(), styles.centreStrong, from, to);
                block(hint, "(Ký, ghi rõ họ tên)", styles.centreItalic, from, to);
                block(name, signature.name(), styles.centreStrong, from, to);
            }
            next += 6;
        }

        /** Last column of the block on the left: about two fifths of the breadth. */
        private int leftBlock() {
            double percent = 0;
            for (int i = 0; i < last; i++) {
                percent += Texts.percent(table, i);
                if (percent >= 36) {
                    return i;
                }
            }
            return Math.max(0, last - 1);
        }

        private void pair(
                String left, CellStyle leftStyle, String right, CellStyle rightStyle, int split) {
            Row row = sheet.createRow(next++);
            row.setHeightInPoints(17);
            block(row, left, leftStyle, 0, split);
            block(row, right, rightStyle, Math.min(split + 1, last), last);
        }

        private void across(String value, CellStyle style, int from, int to, float height) {
            Row row = sheet.createRow(next++);
            row.setHeightInPoints(height);
            block(row, value, style, from, to);
        }

        private void block(Row row, String value, CellStyle style, int from, int to) {
            text(row, from, value, style);
            for (int i = from + 1; i <= to; i++) {
                row.createCell(i).setCellStyle(style);
            }
            if (to > from) {
                sheet.addMergedRegionUnsafe(
                        new CellRangeAddress(row.getRowNum(), row.getRowNum(), from, to));
            }
        }

        private static void number(Row row, int column, double value, CellStyle style) {
            Cell cell = row.createCell(column);
            cell.setCellValue(value);
            cell.setCellStyle(style);
        }

        private static void text(Row row, int column, String value, CellStyle style) {
            Cell cell = row.createCell(column);
            // Blank rather than an empty text, so that a missing amount is no text.
            if (value != null && !value.isEmpty()) {
                cell.setCellValue(Texts.clean(value));
            }
            cell.setCellStyle(style);
        }
    }
}
