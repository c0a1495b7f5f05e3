package vn.ansinh.rest.internal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.locality.api.ReportTable.Column;
import vn.ansinh.locality.api.ReportTable.Kind;
import vn.ansinh.payment.api.Estimates.Estimate;
import vn.ansinh.payment.api.Estimates.MonthTotal;
import vn.ansinh.payment.api.Estimates.Row;

/** An estimate as a table: a group for each month with its total. */
final class EstimateTable {

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("unit", "Đơn vị", Kind.TEXT, 14),
                    new Column("ground", "Nhóm", Kind.TEXT, 16),
                    new Column("kind", "Căn cứ dự kiến", Kind.TEXT, 22),
                    new Column("heads", "Số khoản", Kind.NUMBER, 8),
                    new Column("amount", "Số tiền (đồng)", Kind.DONG, 14),
                    new Column("state", "Mức chuẩn của Nhà nước", Kind.DONG, 13),
                    new Column("local", "Phần địa phương tăng thêm", Kind.DONG, 13));

    private EstimateTable() {}

    static ReportTable of(Estimate estimate) {
        List<ReportTable.Row> rows = new ArrayList<>();
        long heads = 0;
        long state = 0;
        long local = 0;
        for (MonthTotal total : estimate.months()) {
            String group = "Tháng " + text(total.month());
            for (Row row : estimate.rows()) {
                if (row.month().equals(total.month())) {
                    rows.add(
                            new ReportTable.Row(
                                    group,
                                    cells(
                                            row.unitCode(),
                                            row.ground(),
                                            row.kind().title(),
                                            row.heads(),
                                            row.amountDong(),
                                            row.stateDong(),
                                            row.localDong())));
                }
            }
            rows.add(
                    new ReportTable.Row(
                            group,
                            true,
                            cells(
                                    "",
                                    "Cộng tháng " + text(total.month()),
                                    "",
                                    total.heads(),
                                    total.amountDong(),
                                    total.stateDong(),
                                    total.localDong())));
            heads += total.heads();
            state += total.stateDong();
            local += total.localDong();
        }
        return new ReportTable(
                "DỰ TOÁN TRỢ CẤP HẰNG THÁNG NĂM " + estimate.year(),
                "",
                COLUMNS,
                rows,
                cells("", "Cộng cả năm", "", heads, estimate.totalDong(), state, local),
                estimate.notes(),
                List.of(),
                List.of(new ReportTable.Signature("NGƯỜI LẬP", "")));
    }

    private static List<Object> cells(Object... cells) {
        return Arrays.asList(cells);
    }

    private static String text(YearMonth month) {
        return month.getMonthValue() + "/" + month.getYear();
    }
}
