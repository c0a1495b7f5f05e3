package @package@;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.ansinh.locality.api.ReportFormat;
import vn.ansinh.locality.api.ReportInput;
import vn.ansinh.locality.api.ReportInput.PaymentLineView;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.locality.api.ReportTable.Column;
import vn.ansinh.locality.api.ReportTable.Kind;
import vn.ansinh.locality.api.ReportTable.Row;
import vn.ansinh.locality.api.ReportTable.Signature;

/** @form@, the monthly payment list, by unit. */
public final class MonthlyList implements ReportFormat {

    @Override
    public String code() {
        return "@form@";
    }

    @Override
    public String localityCode() {
        return "@code@";
    }

    @Override
    public String title() {
        return "Danh sách chi trả tháng";
    }

    @Override
    public ReportTable compute(ReportInput input) {
        List<Row> rows = new ArrayList<>();
        long total = 0;
        for (PaymentLineView line : input.paymentLines()) {
            rows.add(
                    new Row(
                            line.unitName(),
                            Arrays.asList(
                                    rows.size() + 1L,
                                    line.fullName(),
                                    line.personalId(),
                                    line.groundCode(),
                                    line.amountDong())));
            total = Math.addExact(total, line.amountDong());
        }
        return new ReportTable(
                "DANH SÁCH CHI TRẢ THÁNG "
                        + input.month().getMonthValue()
                        + "/"
                        + input.month().getYear(),
                input.locality().name(),
                List.of(
                        new Column("soTT", "Số TT", Kind.NUMBER, 8),
                        new Column("hoTen", "Họ tên", Kind.TEXT, 38),
                        new Column("ddcn", "Số định danh", Kind.IDENTIFIER, 20),
                        new Column("nhom", "Nhóm", Kind.TEXT, 14),
                        new Column("soTien", "Số tiền", Kind.DONG, 20)),
                rows,
                Arrays.asList(null, "Tổng cộng: " + rows.size() + " khoản", null, null, total),
                rows.isEmpty() ? List.of("Trong tháng không có khoản chi trả nào.") : List.of(),
                List.of("Lưu: VT."),
                List.of(new Signature("NGƯỜI LẬP", ""), new Signature("CHỦ TỊCH", "")));
    }
}
