package vn.ansinh.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.platform.api.AnsinhException;

class PdfWriterTest {

    private final DocumentRenderer renderer = new DocumentRenderer();

    @Test
    void repeatsTheHeadingAndNumbersPagesFromTheSecond() throws IOException {
        byte[] pdf = render("dai", Samples.wide(90, 3));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                String text = text(document, page, true);
                if (page < document.getNumberOfPages()) {
                    assertThat(text).contains("Họ tên").contains("Mức chuẩn");
                }
                String firstLine = text.strip().lines().findFirst().orElseThrow();
                if (page == 1) {
                    assertThat(firstLine).contains("UBND THÀNH PHỐ HÀ NỘI");
                } else {
                    assertThat(firstLine.strip()).isEqualTo(String.valueOf(page));
                }
            }
            PDPage first = document.getPage(0);
            assertThat(first.getMediaBox().getWidth())
                    .isGreaterThan(first.getMediaBox().getHeight());
        }
    }

    @Test
    void laysOutLikeAnAdministrativePaperWithEveryLetter() throws IOException {
        String letters =
                "àáảãạ ằắẳẵặ ầấẩẫậ đ èéẻẽẹ ềếểễệ ìíỉĩị òóỏõọ ồốổỗộ ờớởỡợ ùúủũụ ừứửữự ỳýỷỹỵ";
        byte[] pdf = render("hep", Samples.narrow(letters));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = text(document, 1, false).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                    .contains("Độc lập - Tự do - Hạnh phúc")
                    .contains("ỦY BAN NHÂN DÂN XÃ THỬ NGHIỆM")
                    .contains("Số: ……/BC-UBND")
                    .contains("Thử Nghiệm, ngày 09 tháng 3 năm 2026")
                    .contains("BÁO CÁO THỬ")
                    .contains("Nơi nhận:");
            for (String letter : letters.split(" ")) {
                assertThat(text).contains(letter);
            }
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("vi");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("BÁO CÁO THỬ");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
    }

    @Test
    void embedsEveryFont() throws IOException {
        try (PDDocument document = Loader.loadPDF(render("phong-chu", Samples.wide(9, 3)))) {
            List<String> fonts = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    fonts.add(font.getName());
                }
            }
            assertThat(fonts).isNotEmpty().allMatch(name -> name.contains("LiberationSerif"));
        }
    }

    @Test
    void keepsMarkupAsText() throws IOException {
        String hostile = "<script>alert('x')</script> & ${7*7} \u0000\u000B {{x}} ]]>";
        try (PDDocument document = Loader.loadPDF(render("doc", Samples.narrow(hostile)))) {
            String text = text(document, 1, false).replaceAll("\\s+", " ");
            assertThat(text).contains("<script>alert('x')</script> & ${7*7}").contains("]]>");
        }
    }

    @Test
    void sameReportSameBytes() {
        ReportTable table = Samples.wide(9, 3);
        byte[] one = renderer.render("PDF", Samples.issuer(), Samples.ISSUED, table);
        byte[] two = renderer.render("PDF", Samples.issuer(), Samples.ISSUED, table);
        assertThat(Arrays.mismatch(one, two)).isEqualTo(-1);
    }

    @Test
    void refusesMoreRowsThanMemoryAllows() {
        ReportTable table = Samples.wide(2_500, 1);
        assertThatThrownBy(() -> renderer.render("PDF", Samples.issuer(), Samples.ISSUED, table))
                .isInstanceOf(AnsinhException.class)
                .hasMessage(
                        "Báo cáo có 2501 dòng, quá 2500 dòng của một tệp PDF; hãy lấy tệp XLSX.");
        assertThat(renderer.render("XLSX", Samples.issuer(), Samples.ISSUED, table)).isNotEmpty();
    }

    private byte[] render(String name, ReportTable table) throws IOException {
        byte[] pdf = renderer.render("PDF", Samples.issuer(), Samples.ISSUED, table);
        Path samples = Files.createDirectories(Path.of("target", "samples"));
        Files.write(samples.resolve(name + ".pdf"), pdf);
        return pdf;
    }

    private static String text(PDDocument document, int page, boolean byPosition)
            throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.setSortByPosition(byPosition);
        return stripper.getText(document);
    }
}
