package vn.ansinh.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.reporting.api.PaymentPapers;
import vn.ansinh.reporting.api.PaymentPapers.CashRow;
import vn.ansinh.reporting.api.PaymentPapers.CashSheet;
import vn.ansinh.reporting.api.PaymentPapers.Channel;
import vn.ansinh.reporting.api.PaymentPapers.FeeRow;
import vn.ansinh.reporting.api.PaymentPapers.Fees;
import vn.ansinh.reporting.api.PaymentPapers.Withdrawal;
import vn.ansinh.reporting.api.PaymentPapers.WithdrawalItem;
import vn.ansinh.reporting.internal.PaperTables;

/** Cash sheet, withdrawal and fees as files. DỮ LIỆU GIẢ LẬP. */
class PaymentPapersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 19);
    private static final List<String> WHY =
            List.of(
                    "HIV",
                    "KHUYẾT TẬT",
                    "HỆ SỐ",
                    "ĐIỂM ",
                    "KHOẢN 5",
                    "NHÓM",
                    "TRỢ GIÚP",
                    "TRỢ CẤP",
                    "NGHỊ ĐỊNH",
                    "CHƯƠNG TRÌNH");

    private final PaymentPapers papers =
            new PaperTables(new DocumentRenderer(), "0", "2200", "0.5%");

    @ParameterizedTest
    @ValueSource(strings = {"XLSX", "PDF", "CSV"})
    void papersAddUpAndDoNotTellWhy(String format) throws IOException {
        String cash = text(format, papers.cashSheet(Samples.issuer(), DAY, sheet(), format));
        String draw = text(format, papers.withdrawal(Samples.issuer(), DAY, draw(), format));
        String fees =
                text(
                        format,
                        papers.fees(
                                Samples.issuer(),
                                DAY,
                                new Fees(
                                        "tháng 3/2026",
                                        List.of(
                                                new FeeRow(Channel.CASH_POINT, 3, 2_000_000),
                                                new FeeRow(Channel.CASH_HOME, 1, 1_000_100))),
                                format));

        assertThat(squeezed(cash))
                .contains("Nguyễn Thị Ước", "Điểm chỉ", "Trần Văn Chứng", "Con đẻ");
        assertThat(draw).contains("7150");
        assertThat(fees).contains("Tiền mặt tại nhà");
        if (!format.equals("CSV")) {
            assertThat(squeezed(cash))
                    .contains("1.515.000 = 975.000 + 540.000 đồng")
                    .contains("Một triệu năm trăm mười lăm nghìn đồng");
            assertThat(squeezed(draw)).contains("Hai triệu bốn trăm bảy mươi lăm nghìn đồng");
        }
        assertThat(papers.feeDong(Channel.CASH_POINT, 3, 2_000_000)).isEqualTo(6600);
        assertThat(papers.feeDong(Channel.CASH_HOME, 1, 1_000_100)).isEqualTo(5001);
        for (String paper : List.of(cash, draw, fees)) {
            assertThat(told(paper)).isEmpty();
        }
    }

    /** Negative control: a paper that does tell why is noticed. */
    @Test
    void aPaperThatTellsWhyIsNoticed() throws IOException {
        assertThat(
                        told(
                                text(
                                        "CSV",
                                        new DocumentRenderer()
                                                .render(
                                                        "CSV",
                                                        Samples.issuer(),
                                                        DAY,
                                                        Samples.wide(6, 2)))))
                .isNotEmpty();
    }

    @Test
    void aRowWithoutMoneyIsRefused() {
        CashSheet bad =
                new CashSheet(
                        "Thôn 3",
                        DAY,
                        "tháng 3/2026",
                        List.of(new CashRow("A", "A", 0, null, "", "", "", "", "", "")));
        assertThatThrownBy(() -> papers.cashSheet(Samples.issuer(), DAY, bad, "XLSX"))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.faults()).extracting(f -> f.row()).containsExactly(1));
    }

    private static List<String> told(String paper) {
        String text = paper.toUpperCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        for (String word : WHY) {
            if (text.replace("ĐIỂM CHỈ", "").replace("ĐIỂM CHI TRẢ", "").contains(word)) {
                found.add(word);
            }
        }
        return found;
    }

    private static CashSheet sheet() {
        return new CashSheet(
                "Thôn 3 - Nhà văn hóa",
                DAY,
                "tháng 3/2026",
                List.of(
                        new CashRow(
                                "Nguyễn Thị Ước",
                                "Nguyễn Văn Kỹ",
                                975_000,
                                true,
                                "Nguyễn Văn Kỹ",
                                "Con đẻ",
                                "001000012345",
                                "Điểm chỉ",
                                "Trần Văn Chứng",
                                ""),
                        new CashRow(
                                "Đỗ Văn Vắng",
                                "Đỗ Văn Vắng",
                                540_000,
                                false,
                                "",
                                "",
                                "",
                                "",
                                "",
                                "Không đến")));
    }

    private static Withdrawal draw() {
        return new Withdrawal(
                "",
                "12/2026",
                "1054321",
                "9523.3.1054321",
                "Kho bạc Nhà nước Thử Nghiệm",
                2026,
                false,
                List.of(
                        new WithdrawalItem(
                                "Chi trả kinh phí tháng 3/2026",
                                "12",
                                "824",
                                "398",
                                "7150",
                                2_475_000)));
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ");
    }

    private static String text(String format, byte[] file) throws IOException {
        return switch (format) {
            case "CSV" -> new String(file, StandardCharsets.UTF_8);
            case "PDF" -> {
                try (var pdf = Loader.loadPDF(file)) {
                    yield new PDFTextStripper().getText(pdf);
                }
            }
            default -> {
                try (XSSFExcelExtractor book =
                        new XSSFExcelExtractor(new XSSFWorkbook(new ByteArrayInputStream(file)))) {
                    yield book.getText();
                }
            }
        };
    }
}
