package vn.ansinh.locality.hungdao;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ReportInput;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.locality.api.ReportTable.Column;

/** Cells typed by hand. DỮ LIỆU GIẢ LẬP. */
class PaymentListTest {

    private static final String ONE = "Thôn 1 (giả lập)";
    private static final String TWO = "Thôn 2 (giả lập)";

    @Test
    void listsByHamletWithSubtotalsAndTotal() {
        ReportTable table =
                new PaymentList()
                        .compute(
                                input(
                                        line(
                                                ONE,
                                                "Nguyễn Văn An",
                                                "001040000011",
                                                "5.5.a",
                                                150,
                                                650_000,
                                                975_000,
                                                0,
                                                0,
                                                "ACCOUNT",
                                                "0021000000011",
                                                0),
                                        line(
                                                ONE,
                                                "Trần Thị Bưởi",
                                                "",
                                                "5.6",
                                                200,
                                                650_000,
                                                1_300_000,
                                                1_300_000,
                                                0,
                                                "CASH",
                                                "",
                                                5_000),
                                        line(
                                                TWO,
                                                "Lê Ước",
                                                "001035000033",
                                                "HTXH.75",
                                                100,
                                                650_000,
                                                650_000,
                                                0,
                                                650_000,
                                                "ACCOUNT",
                                                "0700000033",
                                                0)));

        assertThat(table.title()).isEqualTo("DANH SÁCH CHI TRẢ THÁNG 3/2026");
        assertThat(table.columns().stream().map(Column::header))
                .containsExactly(
                        "Số TT",
                        "Họ tên",
                        "ĐDCN",
                        "Nhóm",
                        "Hệ số",
                        "Mức chuẩn",
                        "Số tiền",
                        "Truy lĩnh",
                        "Thu hồi",
                        "Hình thức",
                        "Số TK",
                        "Phí chi trả (NQ 62)");
        assertThat(table.rows())
                .containsExactly(
                        row(
                                ONE,
                                false,
                                1L,
                                "Nguyễn Văn An",
                                "001040000011",
                                "5.5.a",
                                hundredths("1.50"),
                                650_000L,
                                975_000L,
                                0L,
                                0L,
                                "TK",
                                "0021000000011",
                                0L),
                        row(
                                ONE,
                                false,
                                2L,
                                "Trần Thị Bưởi",
                                "",
                                "5.6",
                                hundredths("2.00"),
                                650_000L,
                                1_300_000L,
                                1_300_000L,
                                0L,
                                "Tiền mặt",
                                "",
                                5_000L),
                        row(
                                ONE,
                                true,
                                null,
                                "Cộng Thôn 1 (giả lập): 2 khoản",
                                null,
                                null,
                                null,
                                null,
                                2_275_000L,
                                1_300_000L,
                                0L,
                                null,
                                null,
                                5_000L),
                        row(
                                TWO,
                                false,
                                3L,
                                "Lê Ước",
                                "001035000033",
                                "HTXH.75",
                                hundredths("1.00"),
                                650_000L,
                                650_000L,
                                0L,
                                650_000L,
                                "TK",
                                "0700000033",
                                0L),
                        row(
                                TWO,
                                true,
                                null,
                                "Cộng Thôn 2 (giả lập): 1 khoản",
                                null,
                                null,
                                null,
                                null,
                                650_000L,
                                0L,
                                650_000L,
                                null,
                                null,
                                0L));
        assertThat(table.totals())
                .containsExactly(
                        null,
                        "Tổng cộng: 3 khoản",
                        null,
                        null,
                        null,
                        null,
                        2_925_000L,
                        1_300_000L,
                        650_000L,
                        null,
                        null,
                        5_000L);
        assertThat(table.notes()).isEmpty();
    }

    @Test
    void saysThatNoFeeIsConfiguredAndThatNothingIsPaid() {
        ReportTable noFee =
                new PaymentList()
                        .compute(
                                input(
                                        line(
                                                ONE,
                                                "Nguyễn Văn An",
                                                "001040000011",
                                                "5.5.a",
                                                150,
                                                650_000,
                                                975_000,
                                                0,
                                                0,
                                                "ACCOUNT",
                                                "0021000000011",
                                                0)));
        assertThat(noFee.notes())
                .containsExactly("Chưa có mức phí chi trả (NQ 62/2025/NQ-HĐND) nên cột phí ghi 0.");

        ReportTable empty = new PaymentList().compute(input());
        assertThat(empty.rows()).isEmpty();
        assertThat(empty.totals().get(6)).isEqualTo(0L);
        assertThat(empty.notes()).containsExactly("Trong tháng không có khoản chi trả nào.");
    }

    private static BigDecimal hundredths(String value) {
        return new BigDecimal(value);
    }

    private static ReportTable.Row row(String group, boolean subtotal, Object... cells) {
        return new ReportTable.Row(group, subtotal, Arrays.asList(cells));
    }

    private static ReportInput.PaymentLineView line(
            String unit,
            String name,
            String personalId,
            String ground,
            int coefficient,
            long rate,
            long amount,
            long arrears,
            long recovery,
            String channel,
            String account,
            long fee) {
        return new ReportInput.PaymentLineView(
                unit,
                unit,
                name,
                personalId,
                1940,
                ground,
                ground,
                Component.MONTHLY,
                coefficient,
                rate,
                amount,
                arrears,
                recovery,
                channel,
                name,
                account,
                "",
                fee,
                "12/QĐ-UBND");
    }

    private static ReportInput input(ReportInput.PaymentLineView... lines) {
        return new Input(
                new HungDao().profile(),
                YearMonth.of(2026, 3),
                LocalDate.of(2026, 3, 9),
                List.of(lines),
                List.of());
    }

    private record Input(
            LocalityProfile locality,
            YearMonth month,
            LocalDate issuedOn,
            List<PaymentLineView> paymentLines,
            List<ChangeView> changes)
            implements ReportInput {}
}
