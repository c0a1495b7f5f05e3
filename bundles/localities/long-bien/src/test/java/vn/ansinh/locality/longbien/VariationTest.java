package vn.ansinh.locality.longbien;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ReportInput;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.locality.api.ReportTable.Column;
import vn.ansinh.locality.api.ReportTable.Row;

/** Cells typed by hand. DỮ LIỆU GIẢ LẬP. */
class VariationTest {

    private static final YearMonth MARCH = YearMonth.of(2025, 3);

    @Test
    void listsWhoCameLeftAndChangedCoefficient() {
        ReportTable table =
                new Variation()
                        .compute(
                                input(
                                        change(
                                                "Bồ Đề",
                                                "Đỗ Văn Mới",
                                                "001040000001",
                                                0,
                                                100,
                                                "NEW"),
                                        change(
                                                "Bồ Đề",
                                                "Lê Thị Mất",
                                                "001035000002",
                                                150,
                                                0,
                                                "DEATH"),
                                        change("Bồ Đề", "Vũ Hạ", "", 150, 200, "COEFFICIENT"),
                                        change("Gia Thụy", "Hồ Chuyển", "001", 250, 0, "MOVED"),
                                        change(
                                                "Gia Thụy",
                                                "Ý Hết",
                                                "002",
                                                100,
                                                0,
                                                "CONDITION_LOST"),
                                        change("Gia Thụy", "Ước Khác", "003", 125, 0, "OTHER"),
                                        change("Gia Thụy", "Tư Mức", "004", 100, 100, "RATE")));

        assertThat(table.title()).isEqualTo("DANH SÁCH TĂNG, GIẢM ĐỐI TƯỢNG BTXH THÁNG 3/2025");
        assertThat(table.columns().stream().map(Column::header))
                .containsExactly("Họ tên", "ĐDCN", "Nhóm", "Hệ số cũ → mới", "Lý do", "Từ tháng");
        assertThat(table.rows())
                .containsExactly(
                        row(
                                "Bồ Đề",
                                "Đỗ Văn Mới",
                                "001040000001",
                                "5.5.a",
                                "– → 1,0",
                                "Mới",
                                "3/2025"),
                        row(
                                "Bồ Đề",
                                "Lê Thị Mất",
                                "001035000002",
                                "5.5.a",
                                "1,5 → –",
                                "Chết",
                                "3/2025"),
                        row(
                                "Bồ Đề",
                                "Vũ Hạ",
                                "",
                                "5.5.a",
                                "1,5 → 2,0",
                                "Điều chỉnh hệ số",
                                "3/2025"),
                        row("Gia Thụy", "Hồ Chuyển", "001", "5.5.a", "2,5 → –", "Chuyển", "3/2025"),
                        row(
                                "Gia Thụy",
                                "Ý Hết",
                                "002",
                                "5.5.a",
                                "1,0 → –",
                                "Hết điều kiện",
                                "3/2025"),
                        row("Gia Thụy", "Ước Khác", "003", "5.5.a", "1,25 → –", "Khác", "3/2025"));
        assertThat(table.notes())
                .containsExactly(
                        "Tăng: 1 (mới); giảm: 4 (chết 1, chuyển 1, hết điều kiện 1, khác 1);"
                                + " điều chỉnh hệ số: 1.",
                        "Không liệt kê 1 trường hợp chỉ đổi mức chuẩn.");
    }

    @Test
    void saysThatNothingChanged() {
        ReportTable table = new Variation().compute(input());
        assertThat(table.rows()).isEmpty();
        assertThat(table.notes()).containsExactly("Trong tháng không có đối tượng tăng, giảm.");
    }

    private static Row row(String group, Object... cells) {
        return new Row(group, List.of(cells));
    }

    private static ReportInput.ChangeView change(
            String unit, String name, String personalId, int before, int now, String reason) {
        return new ReportInput.ChangeView(
                unit,
                unit,
                name,
                personalId,
                "5.5.a",
                Component.MONTHLY,
                before,
                now,
                before * 5_000L,
                now * 5_000L,
                reason,
                "7/QĐ-UBND",
                MARCH);
    }

    private static ReportInput input(ReportInput.ChangeView... changes) {
        return new Input(
                new LongBien().profile(),
                MARCH,
                LocalDate.of(2025, 3, 10),
                List.of(),
                List.of(changes));
    }

    private record Input(
            LocalityProfile locality,
            YearMonth month,
            LocalDate issuedOn,
            List<PaymentLineView> paymentLines,
            List<ChangeView> changes)
            implements ReportInput {}
}
