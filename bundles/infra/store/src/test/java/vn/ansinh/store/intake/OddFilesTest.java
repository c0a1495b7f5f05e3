package vn.ansinh.store.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static vn.ansinh.store.intake.Intake.OFFICER;
import static vn.ansinh.store.intake.Intake.book;
import static vn.ansinh.store.intake.Intake.cells;
import static vn.ansinh.store.intake.OddFiles.PERSON;
import static vn.ansinh.store.intake.OddFiles.TITLES;
import static vn.ansinh.store.intake.OddFiles.ascii;
import static vn.ansinh.store.intake.OddFiles.birth;
import static vn.ansinh.store.intake.OddFiles.csv;
import static vn.ansinh.store.intake.OddFiles.dateCell;
import static vn.ansinh.store.intake.OddFiles.edited;
import static vn.ansinh.store.intake.OddFiles.number;
import static vn.ansinh.store.intake.OddFiles.sheet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ansinh.entitlement.api.Imports.FileKind;
import vn.ansinh.entitlement.api.Imports.RowView;
import vn.ansinh.entitlement.api.Imports.UploadView;
import vn.ansinh.entitlement.api.Imports.Verdict;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.store.TestStore;

/**
 * Broken and odd files, as docs/reference/import.md lists them: never a crash, always a verdict or
 * one clear sentence.
 */
class OddFilesTest {

    private static TestStore store;
    private static Intake intake;

    @BeforeAll
    static void open() throws Exception {
        store = TestStore.fresh();
        intake = new Intake(store.store(), store.tenant("tep-la"));
    }

    @AfterAll
    static void close() throws Exception {
        store.close();
    }

    /**
     * A file and what becomes of it.
     *
     * @param verdict verdict of its first row of data, or null when the file is refused as a whole
     * @param says part of the sentence
     */
    record Odd(String what, byte[] bytes, Verdict verdict, String says) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Odd refused(String what, byte[] bytes, String says) {
        return new Odd(what, bytes, null, says);
    }

    private static Odd row(String what, byte[] bytes, Verdict verdict, String says) {
        return new Odd(what, bytes, verdict, says);
    }

    static Stream<Odd> files() {
        return Stream.concat(refusedFiles(), Stream.concat(texts(), workbooks()));
    }

    private static Stream<Odd> refusedFiles() {
        String declared = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>";
        String laughs =
                "<!DOCTYPE l [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;\">]>";
        return Stream.of(
                refused("empty file", new byte[0], "trống"),
                refused("one blank", ascii(" "), "tiêu đề"),
                refused("PDF named xlsx", ascii("%PDF-1.7\n1 0 obj"), "PDF"),
                refused("PNG", ascii("\u0089PNG\r\n\u001a\n0000"), "ảnh"),
                refused("JPEG", ascii("\u00FF\u00D8\u00FF\u00E0 JFIF"), "ảnh"),
                refused("GIF", ascii("GIF89a....."), "ảnh"),
                refused("xls of Excel 97", OddFiles.ole("Workbook"), "Excel đời cũ"),
                refused(
                        "xls of Excel 4",
                        ascii("\t\u0004\u0006\u0000\u0000\u0000"),
                        "Excel đời cũ"),
                refused("password", OddFiles.ole("EncryptedPackage"), "mật khẩu"),
                refused(
                        "macro",
                        OddFiles.changed(p -> p.put("xl/vbaProject.bin", ascii("x"))),
                        "macro"),
                refused("xlsb", OddFiles.zip("[Content_Types].xml", "xl/workbook.bin"), "xlsb"),
                refused("OpenDocument", OddFiles.zip("mimetype", "content.xml"), "OpenDocument"),
                refused("Word", OddFiles.zip("[Content_Types].xml", "word/document.xml"), "Word"),
                refused(
                        "PowerPoint",
                        OddFiles.zip("[Content_Types].xml", "ppt/presentation.xml"),
                        "trình chiếu"),
                refused("any zip", OddFiles.zip("readme.txt"), "tệp nén"),
                refused("empty zip", OddFiles.zip(), "tệp nén"),
                refused(
                        "no content types",
                        OddFiles.changed(p -> p.remove("[Content_Types].xml")),
                        "không phải bảng tính"),
                refused("cut off", OddFiles.truncated(), "hỏng"),
                refused("bytes altered", OddFiles.flipped(), "hỏng"),
                refused(
                        "links to another workbook",
                        OddFiles.changed(
                                p -> p.put("xl/externalLinks/externalLink1.xml", ascii("<x/>"))),
                        "liên kết tới tệp khác"),
                refused("zip bomb", OddFiles.bomb(), "bom nén"),
                refused(
                        "XXE in a sheet",
                        sheet(xml -> xml.replaceFirst("<worksheet", declared + "<worksheet")),
                        "DOCTYPE"),
                refused(
                        "billion laughs",
                        edited(
                                "xl/sharedStrings.xml",
                                x -> x.replaceFirst("<sst", laughs + "<sst")),
                        "DOCTYPE"),
                refused(
                        "a part twice",
                        OddFiles.changed(p -> p.put("xl/WORKBOOK.xml", ascii("<x/>"))),
                        "trùng tên"),
                refused("thousands of parts", OddFiles.manyParts(), "quá nhiều phần"),
                refused(
                        "no sheet",
                        edited("xl/workbook.xml", x -> x.replaceAll("(?s)<sheet .*?/>", "")),
                        "không có trang nào"),
                refused("201 sheets", OddFiles.sheets(201), "hơn 200 trang"),
                refused(
                        "a sheet without its part",
                        OddFiles.changed(p -> p.remove("xl/worksheets/sheet1.xml")),
                        "hỏng"),
                refused("XML not closed", sheet(x -> x.substring(0, x.length() / 2)), "hỏng"),
                refused(
                        "a cell beyond the last column",
                        sheet(x -> x.replace("r=\"B2\"", "r=\"XFE2\"")),
                        "hỏng"),
                refused("gzip", OddFiles.gzip(), "giải nén"),
                refused("7z", ascii("7z\u00BC\u00AF\u0027\u001C"), "giải nén"),
                refused("RTF", ascii("{\\rtf1 danh sach}"), "RTF"),
                refused("HTML named xls", ascii("<html><table><tr><td>"), "HTML"),
                refused("XML spreadsheet", ascii("<?xml version=\"1.0\"?><Workbook/>"), "XML"),
                refused("program", ascii("MZ\u0090\u0000\u0003"), "chương trình"),
                refused("only titles", book(new Object[][] {TITLES}), "không có dòng dữ liệu"),
                refused("no titles", book(PERSON, PERSON), "tiêu đề"),
                refused("titles nobody knows", book(cells("A", "B", "C"), PERSON), "«A»"),
                refused("blank sheets", book(), "tiêu đề"),
                refused("a cell in column 300", OddFiles.wide(299), "nhiều nhất 120 cột"),
                refused("more than 30 MB", new byte[(30 << 20) + 1], "lớn hơn 30 MB"));
    }

    private static Stream<Odd> texts() {
        Verdict warning = Verdict.WARNING;
        return Stream.of(
                refused("NUL bytes", ascii("STT,Ho va ten\u0000\u0000,x\n1,a,b\n"), "NUL"),
                refused(
                        "quote not closed",
                        csv(StandardCharsets.UTF_8, "", x -> x.replace("Nguyễn", "\"Nguyễn")),
                        "ngoặc kép"),
                row("UTF-8", csv(StandardCharsets.UTF_8, "", x -> x), warning, "giới tính"),
                row("BOM", csv(StandardCharsets.UTF_8, "\uFEFF", x -> x), warning, "giới tính"),
                row("UTF-16LE", csv(StandardCharsets.UTF_16LE, "\uFEFF", x -> x), warning, ""),
                row("UTF-16BE", csv(StandardCharsets.UTF_16BE, "\uFEFF", x -> x), warning, ""),
                row(
                        "UTF-16LE without mark",
                        csv(StandardCharsets.UTF_16LE, "", x -> x),
                        warning,
                        ""),
                row(
                        "UTF-16BE without mark",
                        csv(StandardCharsets.UTF_16BE, "", x -> x),
                        warning,
                        ""),
                row(
                        "semicolons",
                        csv(StandardCharsets.UTF_8, "", x -> x.replace(',', ';')),
                        warning,
                        ""),
                row(
                        "tabs",
                        csv(StandardCharsets.UTF_8, "", x -> x.replace(',', '\t')),
                        warning,
                        ""),
                row("bars", csv(StandardCharsets.UTF_8, "", x -> x.replace(',', '|')), warning, ""),
                row(
                        "CR LF",
                        csv(StandardCharsets.UTF_8, "", x -> x.replace("\n", "\r\n")),
                        warning,
                        ""),
                row("decomposed", OddFiles.decomposed(), warning, ""),
                row("Windows-1258", OddFiles.cp1258(), warning, ""),
                row("TCVN3", OddFiles.letters("NguyÔn V¨n Gi¶", "Th«n §«ng"), warning, ""),
                row("VNI", OddFiles.letters("Nguyeãn Vaên Giaû", "Thoân Ñoâng"), warning, ""),
                row(
                        "line break in a cell",
                        csv(
                                StandardCharsets.UTF_8,
                                "",
                                x -> x.replace("Nguyễn Văn Giả", "\"Nguyễn\nVăn Giả\"")),
                        warning,
                        ""),
                row(
                        "short line",
                        csv(
                                StandardCharsets.UTF_8,
                                "",
                                x -> x.replace(",001050000011,Thôn Đông", "")),
                        Verdict.REFUSED,
                        "Mã đơn vị"),
                row(
                        "remarks and blank lines",
                        csv(StandardCharsets.UTF_8, "# ghi chú\n\n", x -> x),
                        warning,
                        ""));
    }

    private static Stream<Odd> workbooks() {
        Verdict warning = Verdict.WARNING;
        Verdict no = Verdict.REFUSED;
        return Stream.of(
                row(
                        "claims a million rows",
                        sheet(
                                x ->
                                        x.replaceFirst(
                                                "<dimension ref=\"[^\"]+\"",
                                                "<dimension ref=\"A1:XFD1048576\"")),
                        warning,
                        ""),
                row(
                        "a row at the very end",
                        sheet(
                                x ->
                                        x.replace("<row r=\"2\"", "<row r=\"1048576\"")
                                                .replaceAll("r=\"([A-E])2\"", "r=\"$11048576\"")),
                        warning,
                        ""),
                row("formula", birth("=DATE(1950,7,15)"), no, "Ô C2 là công thức"),
                row(
                        "formula as ordinal",
                        book(TITLES, cells("=1+0", PERSON[1], PERSON[2], PERSON[3], PERSON[4])),
                        warning,
                        ""),
                row("error in a cell", OddFiles.errorCell(), no, "báo lỗi «#REF!»"),
                row("hidden", OddFiles.hidden(), warning, "bị ẩn"),
                row("inline strings", OddFiles.inline(), warning, ""),
                row("rich text", OddFiles.richText(), warning, ""),
                row("font .VnTime", OddFiles.fontName(".VnTime", "NguyÔn V¨n Gi¶"), warning, ""),
                row("font VNI", OddFiles.fontName("VNI-Times", "Nguyeãn Vaên Giaû"), warning, ""),
                row(
                        "Unicode in a .Vn font",
                        OddFiles.fontName(".VnTime", "Nguyễn Văn Giả"),
                        warning,
                        ""),
                row(
                        "string that is not there",
                        sheet(x -> x.replaceFirst("(<c r=\"B2\"[^>]*><v>)[0-9]+", "$19999")),
                        no,
                        "Họ và tên"),
                row(
                        "style that is not there",
                        sheet(
                                x ->
                                        x.replaceFirst(
                                                "<c r=\"B2\"[^>]*>",
                                                "<c r=\"B2\" s=\"999\" t=\"s\">")),
                        warning,
                        ""),
                row("date cell", dateCell(18_459, false), warning, ""),
                row("date since 1904", dateCell(18_459 - 1_462, true), warning, ""),
                row("year in a date cell", dateCell(1950, false), warning, "năm 1950"),
                row("serial without format", birth(18_459), warning, "15/07/1950"),
                row("only the year", birth(1950), warning, ""),
                row("«năm 1950»", birth("năm 1950"), warning, ""),
                row("day in words", birth("ngày 15 tháng 7 năm 1950"), warning, ""),
                row("«00/00/1950»", birth("00/00/1950"), warning, ""),
                row("«15-7-50»", birth("15-7-50"), warning, ""),
                row("«15.7.1950»", birth("15.7.1950"), warning, ""),
                row("two digits of two centuries", birth("15/7/10"), warning, "hai chữ số"),
                row("31 February", birth("31/02/1950"), no, "không có trong lịch"),
                row("born tomorrow", birth("15/07/2040"), no, "chưa tới"),
                row("born in words nobody knows", birth("không rõ"), no, "không đọc được"),
                row("number lost its zero", number(1_050_000_011L), warning, "«001050000011»"),
                row("number with an apostrophe", number("'001050000011"), warning, ""),
                row("number with blanks", number("001 050 000 011"), warning, ""),
                row("number in short form", number("1,05E+09"), no, "đúng 12 chữ số"),
                row("number of 13 digits", number("0010500000111"), no, "có 13"),
                row("old number of 9 digits", number("012345678"), warning, "CMND"),
                row(
                        "a very long cell",
                        book(TITLES, cells(1, "x".repeat(600), PERSON[2], PERSON[3], PERSON[4])),
                        no,
                        "dài hơn 500"),
                row(
                        "no name",
                        book(TITLES, cells(1, null, PERSON[2], PERSON[3], PERSON[4])),
                        no,
                        "Họ và tên"),
                row(
                        "unit nobody knows",
                        book(TITLES, cells(1, PERSON[1], PERSON[2], PERSON[3], "Thôn Xa Lạ")),
                        no,
                        "Thôn Xa Lạ"),
                row("titles again after a page", book(TITLES, PERSON, TITLES), warning, ""),
                row(
                        "the title twice",
                        book(
                                cells(
                                        "STT",
                                        "Họ và tên",
                                        "Ngày sinh",
                                        "Số CCCD",
                                        "Thôn",
                                        "Họ và tên"),
                                PERSON),
                        warning,
                        ""),
                row(
                        "titles without marks",
                        book(cells("STT", "HO VA TEN", "NAM SINH", "SO CCCD", "THON"), PERSON),
                        warning,
                        ""));
    }

    @ParameterizedTest
    @MethodSource("files")
    void neverACrash(Odd odd) {
        if (odd.verdict() == null) {
            Throwable thrown =
                    catchThrowable(() -> intake.upload(FileKind.PEOPLE, "tep.xlsx", odd.bytes()));
            assertThat(thrown)
                    .isInstanceOfSatisfying(
                            AnsinhException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT))
                    .hasMessageStartingWith("Tệp «tep.xlsx»")
                    .hasMessageContaining(odd.says());
            return;
        }
        UploadView upload = intake.upload(FileKind.PEOPLE, "tep.xlsx", odd.bytes());
        RowView first =
                intake.imports.rows(intake.tenant, OFFICER, upload.id(), 0, 10).stream()
                        .filter(row -> row.verdict() != Verdict.SKIPPED)
                        .findFirst()
                        .orElseThrow();
        assertThat(first.verdict()).as("%s", first).isEqualTo(odd.verdict());
        String all =
                String.join(" ", first.why())
                        + upload.sheets().stream().map(s -> String.join(" ", s.notes())).toList();
        assertThat(all).contains(odd.says());
        if (odd.verdict() == Verdict.WARNING) {
            assertThat(first.cells().get(1)).isEqualToIgnoringCase("Nguyễn Văn Giả");
        }
    }

    @Test
    void thereAreEnoughOfThem() {
        List<String> names = files().map(Odd::what).toList();
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(53);
    }
}
