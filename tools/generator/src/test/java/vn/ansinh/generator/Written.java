package vn.ansinh.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Reads what was written, knowing nothing of how it was made. */
final class Written {

    private static final DataFormatter TEXT = new DataFormatter(java.util.Locale.ROOT);

    private Written() {}

    /** Rows of a CSV file by column name; quoted cells are understood. */
    static List<Map<String, String>> csv(Path file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> columns = null;
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("#")) {
                continue;
            }
            List<String> cells = cells(line);
            if (columns == null) {
                columns = cells;
                continue;
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** A sheet as text, by row and column; titles and sums are among the rows. */
    record Table(String sheet, List<List<String>> rows) {

        /** Rows below the header: those whose first cell is a number. */
        List<List<String>> numbered() {
            return rows.stream().filter(row -> row.get(0).matches("[0-9]+")).toList();
        }

        /** Row with a cell of that text, from 1. */
        int rowWith(String text) {
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).contains(text)) {
                    return i + 1;
                }
            }
            throw new AssertionError("no cell «" + text + "» in " + sheet);
        }
    }

    static List<Table> workbook(Path file) {
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            List<Table> tables = new ArrayList<>();
            for (Sheet sheet : book) {
                List<List<String>> rows = new ArrayList<>();
                for (int r = 0; r <= sheet.getLastRowNum(); r++) {
                    rows.add(cells(sheet.getRow(r)));
                }
                tables.add(new Table(sheet.getSheetName(), rows));
            }
            return tables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        int width = row == null ? 0 : Math.max(0, row.getLastCellNum());
        for (int c = 0; c < Math.max(width, 26); c++) {
            Cell cell = row == null ? null : row.getCell(c);
            cells.add(cell == null ? "" : TEXT.formatCellValue(cell));
        }
        return cells;
    }
}
