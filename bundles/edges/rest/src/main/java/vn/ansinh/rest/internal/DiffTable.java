package vn.ansinh.rest.internal;

import java.util.Arrays;
import java.util.List;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.locality.api.ReportTable.Column;
import vn.ansinh.locality.api.ReportTable.Kind;
import vn.ansinh.payment.api.PolicyDiffs.Change;
import vn.ansinh.payment.api.PolicyDiffs.DiffView;

/** A diff as a table: people by their key, no names. */
final class DiffTable {
    private static final List<Column> COLUMNS =
            List.of(
                    new Column("month", "Tháng", Kind.TEXT, 9),
                    new Column("person", "Mã đối tượng", Kind.NUMBER, 11),
                    new Column("unit", "Đơn vị", Kind.TEXT, 12),
                    new Column("ground", "Nhóm", Kind.TEXT, 12),
                    new Column("old", "Đang chi (đồng)", Kind.DONG, 12),
                    new Column("new", "Sẽ chi (đồng)", Kind.DONG, 12),
                    new Column("change", "Tăng, giảm", Kind.DONG, 12),
                    new Column("dueOld", "Kết quả xét hiện nay", Kind.DONG, 13),
                    new Column("dueNew", "Kết quả xét sắp tới", Kind.DONG, 13),
                    new Column("clause", "Căn cứ", Kind.TEXT, 30));

    private DiffTable() {}

    static ReportTable of(DiffView diff, List<Change> changes) {
        return new ReportTable(
                "BẢNG SO SÁNH CHÍNH SÁCH SỐ " + diff.id(),
                "Mã bản chính sách " + diff.sha256() + ", mã bảng so sánh " + diff.digest(),
                COLUMNS,
                changes.stream().map(DiffTable::row).toList(),
                cells(
                        "Cộng",
                        diff.changes(),
                        "",
                        "",
                        diff.oldDong(),
                        diff.newDong(),
                        diff.newDong() - diff.oldDong(),
                        "",
                        "",
                        ""),
                List.of(
                        "Dòng cộng: số dòng của bảng; số tiền của mọi khoản đang có quyết định, kể"
                                + " cả khoản không đổi.",
                        "Mức giảm đứng trước. Bảng này không chi trả và không thay quyết định."),
                List.of(),
                List.of(
                        new ReportTable.Signature("NGƯỜI LẬP", ""),
                        new ReportTable.Signature("NGƯỜI PHÊ DUYỆT", "")));
    }

    private static ReportTable.Row row(Change change) {
        return new ReportTable.Row(
                "",
                cells(
                        change.month().getMonthValue() + "/" + change.month().getYear(),
                        change.personId(),
                        change.unitCode(),
                        change.ground(),
                        change.paidOldDong(),
                        change.paidNewDong(),
                        change.paidNewDong() - change.paidOldDong(),
                        change.dueOldDong(),
                        change.dueNewDong(),
                        change.clause()));
    }

    private static List<Object> cells(Object... cells) {
        return Arrays.asList(cells);
    }
}
