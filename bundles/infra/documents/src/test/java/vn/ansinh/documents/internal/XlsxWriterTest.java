package vn.ansinh.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.locality.api.ReportTable.Kind;

class XlsxWriterTest {

    private final DocumentRenderer renderer = new DocumentRenderer();

    @Test
    void writesEveryCellWithItsType() throws IOException {
        ReportTable table = Samples.wide(600, 3);
        try (XSSFWorkbook book = open(table)) {
            XSSFSheet sheet = book.getSheetAt(0);
            int heading = headingRow(sheet);
            for (int c = 0; c < 12; c++) {
                assertThat(sheet.getRow(heading).getCell(c).getStringCellValue())
                        .isEqualTo(table.columns().get(c).header());
            }
            int at = heading + 1;
            String group = "";
            long sum = 0;
            for (ReportTable.Row row : table.rows()) {
                if (!row.group().equals(group)) {
                    group = row.group();
                    assertThat(sheet.getRow(at++).getCell(0).getStringCellValue()).isEqualTo(group);
                }
                Row written = sheet.getRow(at++);
                check(table, row.cells(), written);
                if (!row.subtotal()) {
                    sum += (long) written.getCell(6).getNumericCellValue();
                }
            }
            check(table, table.totals(), sheet.getRow(at));
            assertThat((long) sheet.getRow(at).getCell(6).getNumericCellValue()).isEqualTo(sum);
        }
    }

    @Test
    void laysOutForA4() throws IOException {
        try (XSSFWorkbook book = open(Samples.wide(6, 2))) {
            XSSFSheet sheet = book.getSheetAt(0);
            List<String> head = new ArrayList<>();
            for (int r = 0; r < headingRow(sheet); r++) {
                if (sheet.getRow(r) != null) {
                    sheet.getRow(r).forEach(cell -> head.add(cell.getStringCellValue()));
                }
            }
            assertThat(head)
                    .contains(
                            "UBND THÀNH PHỐ HÀ NỘI",
                            "ỦY BAN NHÂN DÂN XÃ THỬ NGHIỆM",
                            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                            "Độc lập - Tự do - Hạnh phúc",
                            "Số: ……/DS-UBND",
                            "Thử Nghiệm, ngày 09 tháng 3 năm 2026",
                            "DANH SÁCH CHI TRẢ THÁNG 3/2026");
            int heading = headingRow(sheet);
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo((short) (heading + 1));
            assertThat(sheet.getRepeatingRows().getFirstRow()).isEqualTo(heading);
            assertThat(sheet.getRepeatingRows().getLastRow()).isEqualTo(heading);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
            assertThat(book.getProperties().getCoreProperties().getTitle())
                    .isEqualTo("DANH SÁCH CHI TRẢ THÁNG 3/2026");
        }
    }

    @Test
    void keepsHostileTextAsText() throws IOException {
        for (String hostile :
                List.of("=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "<script>x</script> & \"q\"")) {
            try (XSSFWorkbook book = open(Samples.narrow(hostile))) {
                int found = 0;
                for (Row row : book.getSheetAt(0)) {
                    for (Cell cell : row) {
                        assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.BLANK);
                        if (cell.toString().equals(hostile)) {
                            found++;
                        }
                    }
                }
                assertThat(found).isGreaterThanOrEqualTo(5);
            }
        }
    }

    @Test
    void survivesWhatXmlForbids() throws IOException {
        try (XSSFWorkbook book = open(Samples.narrow("a\u0000b\u000Bc\nd\uFFFFe\uD800f"))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(headingRow(sheet)).getCell(0).getStringCellValue())
                    .isEqualTo("a\uFFFDb c d\uFFFDe\uFFFDf");
        }
    }

    @Test
    void sameReportSameBytes() {
        ReportTable table = Samples.wide(9, 3);
        byte[] one = renderer.render("XLSX", Samples.issuer(), Samples.ISSUED, table);
        byte[] two = renderer.render("XLSX", Samples.issuer(), Samples.ISSUED, table);
        assertThat(Arrays.mismatch(one, two)).isEqualTo(-1);
    }

    @Test
    void csvHasBomSemicolonsAndNoFormula() {
        String csv =
                new String(
                        renderer.render(
                                "CSV", Samples.issuer(), Samples.ISSUED, Samples.wide(2, 1)),
                        StandardCharsets.UTF_8);
        assertThat(csv)
                .isEqualTo(
                        "\uFEFFĐơn vị;Số TT;Họ tên;Số ĐDCN;Nhóm;Hệ số;Mức chuẩn;Số tiền;Truy lĩnh;"
                                + "Thu hồi;Hình thức;Số TK;Ngày\r\n"
                                + "Thôn 1;1;Trần Thị Ước;001000000001;5.5.a;1,5;500000;501000;0;;"
                                + "Tài khoản;00210000000001;15/01/2026\r\n"
                                + "Thôn 1;2;Đỗ Thị Ước;001000000002;5.5.a;1,5;500000;502000;0;;"
                                + "Tài khoản;00210000000002;15/01/2026\r\n");
        String hostile =
                new String(
                        renderer.render(
                                "CSV",
                                Samples.issuer(),
                                Samples.ISSUED,
                                Samples.narrow("=cmd;\"x\"\r\n@b")),
                        StandardCharsets.UTF_8);
        assertThat(hostile.lines().skip(1))
                .containsExactly(
                        "\"'=cmd;\"\"x\"\"  @b\";\"'=cmd;\"\"x\"\"  @b\";\"'=cmd;\"\"x\"\"  @b\"");
    }

    private static void check(ReportTable table, List<Object> expected, Row row) {
        for (int c = 0; c < expected.size(); c++) {
            Cell cell = row.getCell(c);
            Kind kind = table.columns().get(c).kind();
            Object value = expected.get(c);
            if (value == null) {
                assertThat(cell.getCellType()).isEqualTo(CellType.BLANK);
            } else if (value instanceof Long number) {
                assertThat(cell.getNumericCellValue()).isEqualTo((double) number);
                assertThat(cell.getCellStyle().getDataFormatString())
                        .isEqualTo(kind == Kind.DONG ? "#,##0" : "0");
            } else if (value instanceof BigDecimal decimal) {
                assertThat(BigDecimal.valueOf(cell.getNumericCellValue()))
                        .isEqualByComparingTo(decimal);
            } else if (value instanceof LocalDate date) {
                assertThat(cell.getLocalDateTimeCellValue().toLocalDate()).isEqualTo(date);
                assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("dd/mm/yyyy");
            } else {
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getStringCellValue()).isEqualTo(value);
                assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
            }
        }
    }

    /** The heading is the row that is printed on every page. */
    private static int headingRow(XSSFSheet sheet) {
        return sheet.getRepeatingRows().getFirstRow();
    }

    private XSSFWorkbook open(ReportTable table) throws IOException {
        byte[] xlsx = renderer.render("XLSX", Samples.issuer(), Samples.ISSUED, table);
        Path samples = Files.createDirectories(Path.of("target", "samples"));
        Files.write(samples.resolve("bang.xlsx"), xlsx);
        return new XSSFWorkbook(new ByteArrayInputStream(xlsx));
    }
}
