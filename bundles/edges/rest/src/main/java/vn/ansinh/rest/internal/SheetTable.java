package vn.ansinh.rest.internal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.locality.api.ReportTable.Column;
import vn.ansinh.locality.api.ReportTable.Kind;
import vn.ansinh.payment.api.Payments.Reconciliation;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.RunPapers.Sheet;
import vn.ansinh.payment.api.RunPapers.Sum;

/** The approval sheet as a table to be signed; sums only, no person. */
final class SheetTable {
    private static final List<Column> COLUMNS =
            List.of(
                    new Column("what", "Nội dung", Kind.TEXT, 40),
                    new Column("lines", "Số khoản", Kind.NUMBER, 12),
                    new Column("amount", "Số tiền (đồng)", Kind.DONG, 18));

    private SheetTable() {}

    static ReportTable of(Sheet sheet) {
        RunView run = sheet.run();
        List<ReportTable.Row> rows = new ArrayList<>();
        for (Reconciliation page : sheet.balance().months()) {
            month(rows, page);
        }
        String all = "Tổng hợp kỳ chi trả";
        Sum regular = sheet.balance().regular();
        row(rows, all, "Danh sách", regular.lines(), regular.dong());
        row(rows, all, "Truy lĩnh", sheet.balance().arrears());
        row(rows, all, "Chi một lần", sheet.balance().oneOff());
        row(
                rows,
                all,
                "Thu hồi (trừ)",
                sheet.balance().recovery().lines(),
                -sheet.balance().recovery().dong());
        row(rows, all, "Phải rút", null, sheet.balance().toDrawDong());
        row(rows, all, "Giữ lại (trừ)", sheet.held().lines(), -sheet.held().dong());
        return new ReportTable(
                "TỜ TRÌNH DUYỆT CHI KỲ "
                        + run.month().getMonthValue()
                        + "/"
                        + run.month().getYear()
                        + (run.month().equals(run.lastMonth())
                                ? ""
                                : " ĐẾN "
                                        + run.lastMonth().getMonthValue()
                                        + "/"
                                        + run.lastMonth().getYear()),
                "Kỳ "
                        + run.kind().title().toLowerCase(Locale.ROOT)
                        + " số "
                        + run.id()
                        + ", năm ngân sách "
                        + run.budgetYear()
                        + ", vòng "
                        + run.round(),
                COLUMNS,
                rows,
                cells("Đề nghị chi", null, sheet.toPayDong()),
                List.of(
                        "Tình trạng: " + run.state().title() + ".",
                        "Mã băm danh sách: " + run.digest() + ".",
                        "Gốc sổ cái: " + sheet.ledgerRoot() + " (" + sheet.ledgerLinks() + " mục).",
                        "Chỗ kết quả xét khác quyết định: " + sheet.openDifferences() + ".",
                        "Khoản dựa trên dòng luật chưa chắc chắn: " + sheet.uncertainLines() + ".",
                        "Cân đối: "
                                + (sheet.balance().balances()
                                        ? "khớp."
                                        : "KHÔNG KHỚP, không trình được.")),
                List.of(),
                List.of(
                        new ReportTable.Signature("NGƯỜI LẬP", ""),
                        new ReportTable.Signature("KẾ TOÁN", ""),
                        new ReportTable.Signature("NGƯỜI DUYỆT CHI", "")));
    }

    private static void month(List<ReportTable.Row> rows, Reconciliation page) {
        Reconciliation.Row sum = page.rows().get(page.rows().size() - 1);
        YearMonth month = page.previousMonth().plusMonths(1);
        String group = "Tháng " + month.getMonthValue() + "/" + month.getYear();
        row(rows, group, "Tháng trước", sum.lastHeads(), sum.lastDong());
        row(rows, group, "Mới (cộng)", sum.newHeads(), sum.newDong());
        row(rows, group, "Tăng (cộng)", sum.increasedHeads(), sum.increasedDong());
        row(rows, group, "Thôi (trừ)", sum.stoppedHeads(), -sum.stoppedDong());
        row(rows, group, "Giảm (trừ)", sum.decreasedHeads(), -sum.decreasedDong());
        row(rows, group, "Đổi mức", null, sum.rateDong());
        rows.add(
                new ReportTable.Row(
                        group, true, cells("Tháng này", sum.thisHeads(), sum.thisDong())));
    }

    private static void row(List<ReportTable.Row> rows, String group, String what, Sum sum) {
        row(rows, group, what, sum.lines(), sum.dong());
    }

    private static void row(
            List<ReportTable.Row> rows, String group, String what, Long lines, long dong) {
        rows.add(new ReportTable.Row(group, cells(what, lines, dong)));
    }

    private static List<Object> cells(Object... cells) {
        return Arrays.asList(cells);
    }
}
