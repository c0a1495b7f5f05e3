package vn.ansinh.store.intake;

import static vn.ansinh.store.intake.Intake.book;
import static vn.ansinh.store.intake.Intake.bytes;
import static vn.ansinh.store.intake.Intake.cells;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Ways to make a file that is broken or odd (DỮ LIỆU GIẢ LẬP). */
final class OddFiles {

    static final Object[] TITLES = cells("STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Thôn");
    static final Object[] PERSON =
            cells(1, "Nguyễn Văn Giả", "15/07/1950", "001050000011", "Thôn Đông");

    private static final String HEAD = "STT,Họ và tên,Ngày sinh,Số CCCD,Thôn\n";
    private static final String LINE = "1,Nguyễn Văn Giả,15/07/1950,001050000011,Thôn Đông\n";

    private OddFiles() {}

    static byte[] good() {
        return book(TITLES, PERSON);
    }

    /** A good workbook with another birth. */
    static byte[] birth(Object birth) {
        return book(TITLES, cells(1, "Nguyễn Văn Giả", birth, "001050000011", "Thôn Đông"));
    }

    /** A good workbook with another number. */
    static byte[] number(Object number) {
        return book(TITLES, cells(1, "Nguyễn Văn Giả", "15/07/1950", number, "Thôn Đông"));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] csv(Charset charset, String mark, UnaryOperator<String> change) {
        return (mark + change.apply(HEAD + LINE)).getBytes(charset);
    }

    /** The same people as CSV in a code of Windows letters. */
    static byte[] letters(String name, String unit) {
        return ascii(
                "STT,Ho va ten,Ngay sinh,So CCCD,Thon\n1,"
                        + name
                        + ",15/07/1950,001050000011,"
                        + unit
                        + "\n");
    }

    static byte[] decomposed() {
        return csv(
                StandardCharsets.UTF_8,
                "",
                text -> Normalizer.normalize(text, Normalizer.Form.NFD));
    }

    static byte[] cp1258() {
        String names =
                "STT,Ho va ten,Ngay sinh,So CCCD,Thon\n"
                        + "1,Nguyê\u0303n Va\u0306n Gia\u0309,15/07/1950,001050000011,Thôn Đông\n";
        // a and breve are one letter there; the tone marks are letters of their own.
        return names.replace("a\u0306", "ă").getBytes(Charset.forName("windows-1258"));
    }

    /** A zip of these parts. */
    static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] zip(String... names) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (String name : names) {
            parts.put(name, ascii("x"));
        }
        return zip(parts);
    }

    /** A good workbook whose parts were changed. */
    static byte[] changed(Consumer<Map<String, byte[]>> change) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(good()))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        change.accept(parts);
        return zip(parts);
    }

    /** A good workbook whose part has other text. */
    static byte[] edited(String part, UnaryOperator<String> change) {
        return changed(
                parts ->
                        parts.put(
                                part,
                                change.apply(new String(parts.get(part), StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] sheet(UnaryOperator<String> change) {
        return edited("xl/worksheets/sheet1.xml", change);
    }

    static byte[] bomb() {
        byte[] spaces = new byte[40 << 20];
        Arrays.fill(spaces, (byte) ' ');
        return changed(parts -> parts.put("xl/worksheets/sheet1.xml", spaces));
    }

    static byte[] manyParts() {
        return changed(
                parts -> {
                    for (int i = 0; i < 2_100; i++) {
                        parts.put("xl/media/" + i + ".bin", ascii("x"));
                    }
                });
    }

    static byte[] truncated() {
        byte[] good = good();
        return Arrays.copyOf(good, good.length * 2 / 3);
    }

    static byte[] flipped() {
        byte[] good = good();
        for (int i = 60; i < 400; i++) {
            good[i] ^= 0x55;
        }
        return good;
    }

    static byte[] ole(String stream) {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(new byte[5_000]), stream);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            files.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(good());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A good workbook that was changed through the library. */
    static byte[] made(Consumer<XSSFWorkbook> change) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(good()))) {
            change.accept(book);
            return bytes(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] sheets(int count) {
        return made(
                book -> {
                    for (int i = 0; i < count; i++) {
                        book.createSheet("Trang " + i);
                    }
                });
    }

    static byte[] wide(int column) {
        return made(book -> book.getSheetAt(0).getRow(1).createCell(column).setCellValue("x"));
    }

    static byte[] hidden() {
        return made(
                book -> {
                    Sheet sheet = book.getSheetAt(0);
                    sheet.setColumnHidden(3, true);
                    sheet.getRow(1).setZeroHeight(true);
                    book.createSheet("Trang đầu");
                    book.setSheetHidden(0, true);
                    book.setActiveSheet(1);
                });
    }

    static byte[] dateCell(double value, boolean since1904) {
        return made(
                book -> {
                    if (since1904) {
                        book.getCTWorkbook().getWorkbookPr().setDate1904(true);
                    }
                    CellStyle date = book.createCellStyle();
                    date.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
                    Row row = book.getSheetAt(0).getRow(1);
                    row.getCell(2).setBlank();
                    row.getCell(2).setCellValue(value);
                    row.getCell(2).setCellStyle(date);
                });
    }

    static byte[] fontName(String font, String name) {
        return made(
                book -> {
                    XSSFFont old = book.createFont();
                    old.setFontName(font);
                    CellStyle style = book.createCellStyle();
                    style.setFont(old);
                    Row row = book.getSheetAt(0).getRow(1);
                    row.getCell(1).setCellValue(name);
                    row.getCell(1).setCellStyle(style);
                });
    }

    static byte[] richText() {
        return made(
                book -> {
                    XSSFFont bold = book.createFont();
                    bold.setBold(true);
                    XSSFRichTextString text = new XSSFRichTextString("Nguyễn Văn Giả");
                    text.applyFont(0, 6, bold);
                    book.getSheetAt(0).getRow(1).getCell(1).setCellValue(text);
                });
    }

    static byte[] errorCell() {
        return made(book -> book.getSheetAt(0).getRow(1).getCell(2).setCellErrorValue((byte) 0x17));
    }

    static byte[] inline() {
        return sheet(
                xml ->
                        xml.replaceFirst(
                                "<c r=\"B2\"[^>]*><v>[0-9]+</v></c>",
                                "<c r=\"B2\" t=\"inlineStr\"><is><t>Nguyễn Văn Giả</t></is></c>"));
    }
}
