package vn.ansinh.documents.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.ansinh.entitlement.port.Sheets;

/** Writes a plain workbook row by row: titles in bold, tinted rows, text as text. */
final class BookWriter implements Sheets.Book, AutoCloseable {

    private static final int ROWS_IN_MEMORY = 100;
    private static final int LONGEST_NAME = 28;
    private static final int LONGEST_CELL = 32_000;

    private final SXSSFWorkbook book = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final CellStyle title;
    private final CellStyle plain;
    private final CellStyle amount;
    private final CellStyle warning;
    private final CellStyle refused;
    private Sheet sheet;
    private int next;

    BookWriter() {
        book.setCompressTempFiles(true);
        Font bold = book.createFont();
        bold.setBold(true);
        title = book.createCellStyle();
        title.setFont(bold);
        title.setWrapText(true);
        plain = text(null);
        warning = text(IndexedColors.LIGHT_YELLOW);
        refused = text(IndexedColors.ROSE);
        amount = book.createCellStyle();
        amount.setDataFormat(book.createDataFormat().getFormat("#,##0"));
    }

    private CellStyle text(IndexedColors tint) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat("@"));
        if (tint != null) {
            style.setFillForegroundColor(tint.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    @Override
    public void sheet(String name, List<String> titles) {
        String safe = WorkbookUtil.createSafeSheetName(name.isBlank() ? "Dữ liệu" : name);
        String base = safe.length() > LONGEST_NAME ? safe.substring(0, LONGEST_NAME) : safe;
        String free = base;
        for (int i = 2; book.getSheet(free) != null; i++) {
            free = base + " " + i;
        }
        sheet = book.createSheet(free);
        sheet.createFreezePane(0, 1);
        next = 0;
        Row row = sheet.createRow(next++);
        for (int i = 0; i < titles.size(); i++) {
            sheet.setColumnWidth(i, 18 * 256);
            Cell cell = row.createCell(i);
            cell.setCellStyle(title);
            cell.setCellValue(Texts.clean(titles.get(i)));
        }
    }

    @Override
    public void row(List<?> cells, String tint) {
        CellStyle style =
                switch (tint) {
                    case "WARNING" -> warning;
                    case "REFUSED" -> refused;
                    default -> plain;
                };
        Row row = sheet.createRow(next++);
        for (int i = 0; i < cells.size(); i++) {
            Object value = cells.get(i);
            if (value instanceof Long number) {
                Cell cell = row.createCell(i);
                cell.setCellStyle(amount);
                cell.setCellValue(number);
            } else if (value != null && !value.toString().isEmpty()) {
                Cell cell = row.createCell(i);
                cell.setCellStyle(style);
                String text = Texts.clean(value.toString());
                cell.setCellValue(
                        text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
            }
        }
    }

    void write(OutputStream out) throws IOException {
        book.write(out);
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
