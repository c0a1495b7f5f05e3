package vn.ansinh.generator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The officer's workbooks of the demonstration (DỮ LIỆU GIẢ LẬP): what the generator writes for
 * Hưng Đạo, but for the cells named here. {@link #main} writes them anew; {@link DemoBooksTest}
 * holds the committed ones against the generator.
 */
final class DemoBooks {

    static final String FOLDER = "so-sach";

    static final List<String> UNTOUCHED =
            List.of("paid-2026-01.xlsx", "paid-2026-02.xlsx", "paid-2026-03.xlsx");

    static final String RUNNING = "danh-sach.xlsx";
    static final String REVIEW = "ra-soat.xlsx";

    /** Mistakes as officers make them, so that the demonstration has something to refuse. */
    static final List<Edit> MISTAKES =
            List.of(
                    new Edit("Thôn 1", 7, 3, "31/02/1939"),
                    new Edit("Thôn 2", 15, 6, "5.9"),
                    new Edit("Thôn 3", 11, 7, "hai"),
                    new Edit("Thôn 3", 14, 9, "13/2025"),
                    new Edit("Thôn 4", 12, 4, "0031445336880"),
                    new Edit("Thôn 5", 13, 11, ""),
                    new Edit("Thôn 6", 12, 8, "=H12*650000"));

    /** The name that a merged cell had swallowed: without it the review could not be imported. */
    static final List<Edit> CORRECTIONS = List.of(new Edit("Rà soát", 24, 1, "Phạm Văn Trọng"));

    private DemoBooks() {}

    /**
     * A cell written otherwise.
     *
     * @param row from 1, as people count
     * @param column from 0
     * @param text what stands there; a formula begins with {@code =}
     */
    record Edit(String sheet, int row, int column, String text) {

        void apply(XSSFWorkbook book) {
            Sheet of = book.getSheet(sheet);
            for (int i = of.getNumMergedRegions() - 1; i >= 0; i--) {
                if (of.getMergedRegion(i).isInRange(row - 1, column)) {
                    of.removeMergedRegion(i);
                }
            }
            Cell cell =
                    of.getRow(row - 1).getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            cell.setBlank();
            if (text.startsWith("=")) {
                cell.setCellFormula(text.substring(1));
            } else if (!text.isEmpty()) {
                cell.setCellValue(text);
            }
        }
    }

    /** Arguments: the folder the generator wrote Hưng Đạo to, the folder to write to. */
    public static void main(String[] args) throws IOException {
        Path from = Path.of(args[0]);
        Path to = Path.of(args[1]);
        Files.createDirectories(to);
        for (String name : UNTOUCHED) {
            Files.write(to.resolve(name), Files.readAllBytes(from.resolve(name)));
        }
        edit(from.resolve(RUNNING), MISTAKES, to.resolve(RUNNING));
        edit(from.resolve(REVIEW), CORRECTIONS, to.resolve(REVIEW));
    }

    private static void edit(Path from, List<Edit> edits, Path to) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(from));
                OutputStream out = Files.newOutputStream(to)) {
            edits.forEach(edit -> edit.apply(book));
            book.write(out);
        }
    }
}
