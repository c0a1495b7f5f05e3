package @package@;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ReportInput;
import vn.ansinh.locality.api.ReportTable;

/** Cells typed by hand. DỮ LIỆU GIẢ LẬP. */
class MonthlyListTest {

    @Test
    void listsEachLineAndTheTotal() {
        ReportTable table =
                new MonthlyList().compute(input(line("Nguyễn Văn Thử"), line("Trần Thị Mẫu")));
        assertThat(table.rows().get(1).cells())
                .containsExactly(2L, "Trần Thị Mẫu", "003150900001", "5.6", 750_000L);
        assertThat(table.totals())
                .containsExactly(null, "Tổng cộng: 2 khoản", null, null, 1_500_000L);
        assertThat(new MonthlyList().compute(input()).notes())
                .containsExactly("Trong tháng không có khoản chi trả nào.");
    }

    private static ReportInput.PaymentLineView line(String name) {
        return new ReportInput.PaymentLineView(
                "1", "Thôn 1", name, "003150900001", 1950, "5.6", "Khuyết tật nặng",
                Component.MONTHLY, 150, 500_000, 750_000, 0, 0, "CASH", name, "", "", 0,
                "1/QĐ-UBND-GL");
    }

    private static ReportInput input(ReportInput.PaymentLineView... lines) {
        return new Input(
                new Place().profile(),
                YearMonth.parse("@month@"),
                YearMonth.parse("@month@").atDay(9),
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
