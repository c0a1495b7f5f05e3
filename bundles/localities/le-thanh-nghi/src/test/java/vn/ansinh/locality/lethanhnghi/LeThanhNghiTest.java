package vn.ansinh.locality.lethanhnghi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.law.haiduong.HaiDuongLaw;
import vn.ansinh.law.haiphong.HaiPhongLaw;
import vn.ansinh.law.vietnam.VietnamLaw;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ReportInput;
import vn.ansinh.locality.api.ReportInput.ChangeView;
import vn.ansinh.locality.api.ReportInput.PaymentLineView;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.locality.kit.BundleFile;
import vn.ansinh.locality.kit.LocalityKit;

/** The kit, the profile and the report, typed by hand. DỮ LIỆU GIẢ LẬP. */
class LeThanhNghiTest {

    @Test
    void passesTheKit() throws Exception {
        BundleFile candidate = BundleFile.module(Path.of("").toAbsolutePath());
        List<BundleFile> below =
                List.of(
                        BundleFile.of(VietnamLaw.class),
                        BundleFile.of(HaiDuongLaw.class),
                        BundleFile.of(HaiPhongLaw.class));
        assertThat(new LocalityKit().check(candidate, below)).isEmpty();
    }

    @Test
    void saysThatItsGroupsAreInventedAndItsTargetsNone() {
        assertThat(new LeThanhNghi().profile().units())
                .allSatisfy(unit -> assertThat(unit.source()).startsWith("DỮ LIỆU GIẢ LẬP"));
        assertThat(new LeThanhNghi().layer().reference())
                .noneMatch(row -> row.key().startsWith("target."))
                .filteredOn(row -> row.key().startsWith("policy.LN-S"))
                .hasSize(8);
        assertThat(new LeThanhNghi().plan().bodies()).hasSize(6);
    }

    /** R10, typed from the case: 101,500,000 đồng, 130 lines, 90.0 % by account. */
    @Test
    void reportsTheMonthOfCaseR10() {
        List<PaymentLineView> lines = new ArrayList<>();
        lines.addAll(
                Collections.nCopies(
                        100, line("HTXH.75", Component.MONTHLY, 100, 700_000, "ACCOUNT")));
        lines.addAll(
                Collections.nCopies(17, line("5.6", Component.MONTHLY, 150, 700_000, "ACCOUNT")));
        lines.addAll(Collections.nCopies(3, line("5.6", Component.MONTHLY, 150, 700_000, "CASH")));
        lines.addAll(Collections.nCopies(5, line("5.6", Component.MONTHLY, 200, 700_000, "CASH")));
        lines.addAll(
                Collections.nCopies(5, line("CARE.20.2.c", Component.CARE, 100, 700_000, "CASH")));
        ReportTable table = new PolicyResults().compute(new Input(lines, List.of()));

        assertThat(table.rows().stream().map(row -> row.group() + "; " + row.cells()))
                .containsExactly(
                        "Trợ giúp xã hội; [5.6 nhóm 5.6, 20, 700000, 1.50, 21000000]",
                        "Trợ giúp xã hội; [5.6 nhóm 5.6, 5, 700000, 2.00, 7000000]",
                        "Trợ giúp xã hội; [CARE.20.2.c nhóm CARE.20.2.c, 5, 700000, 1.00,"
                                + " 3500000]",
                        "Trợ cấp hưu trí xã hội; [HTXH.75 nhóm HTXH.75, 100, 700000, 1.00,"
                                + " 70000000]");
        assertThat(table.totals()).containsExactly("Tổng cộng", 130L, null, null, 101_500_000L);
        assertThat(table.notes()).contains("Chi qua tài khoản: 117 trên 130 khoản, 90,0%.");
    }

    @Test
    void aMonthWithoutLinesSaysSo() {
        ReportTable table = new PolicyResults().compute(new Input(List.of(), List.of()));
        assertThat(table.rows()).isEmpty();
        assertThat(table.notes()).containsExactly("Trong tháng không có khoản chi trả nào.");
    }

    private static PaymentLineView line(
            String ground, Component component, int coefficient, long rate, String channel) {
        return new PaymentLineView(
                "U1",
                "Đơn vị 1",
                "Nguyễn Văn Giả Lập",
                "001040000011",
                1950,
                ground,
                "nhóm " + ground,
                component,
                coefficient,
                rate,
                rate * coefficient / 100,
                0,
                0,
                channel,
                "Nguyễn Văn Giả Lập",
                "",
                "",
                0,
                "1/QĐ-UBND");
    }

    private record Input(List<PaymentLineView> paymentLines, List<ChangeView> changes)
            implements ReportInput {
        @Override
        public LocalityProfile locality() {
            return new LeThanhNghi().profile();
        }

        @Override
        public YearMonth month() {
            return YearMonth.of(2026, 1);
        }

        @Override
        public LocalDate issuedOn() {
            return LocalDate.of(2026, 1, 12);
        }
    }
}
