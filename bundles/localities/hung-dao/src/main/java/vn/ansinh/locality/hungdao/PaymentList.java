package vn.ansinh.locality.hungdao;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import vn.ansinh.locality.api.ReportFormat;
import vn.ansinh.locality.api.ReportInput;
import vn.ansinh.locality.api.ReportInput.PaymentLineView;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.locality.api.ReportTable.Column;
import vn.ansinh.locality.api.ReportTable.Kind;
import vn.ansinh.locality.api.ReportTable.Row;
import vn.ansinh.locality.api.ReportTable.Signature;

/**
 * HD-R2, the monthly payment list: from the culture and society office through the economy office
 * to the chairperson, then to the bank or the post; by hamlet, with the payment fee of NQ 62/2025.
 */
public final class PaymentList implements ReportFormat {

    @Override
    public String code() {
        return "HD-R2";
    }

    @Override
    public String localityCode() {
        return "hung-dao";
    }

    @Override
    public String title() {
        return "Danh sách chi trả tháng";
    }

    @Override
    public ReportTable compute(ReportInput input) {
        Map<String, List<PaymentLineView>> hamlets = new LinkedHashMap<>();
        for (PaymentLineView line : input.paymentLines()) {
            hamlets.computeIfAbsent(line.unitName(), name -> new ArrayList<>()).add(line);
        }
        List<Row> rows = new ArrayList<>();
        long number = 0;
        for (Map.Entry<String, List<PaymentLineView>> hamlet : hamlets.entrySet()) {
            for (PaymentLineView line : hamlet.getValue()) {
                rows.add(row(++number, line));
            }
            rows.add(
                    new Row(
                            hamlet.getKey(),
                            true,
                            sums("Cộng " + hamlet.getKey(), hamlet.getValue())));
        }
        return new ReportTable(
                "DANH SÁCH CHI TRẢ THÁNG " + text(input.month()),
                input.locality().name() + " - trợ cấp, trợ giúp xã hội hằng tháng",
                columns(),
                rows,
                sums("Tổng cộng", input.paymentLines()),
                notes(input.paymentLines()),
                List.of(
                        "Phòng Kinh tế;",
                        "Đơn vị chi trả (ngân hàng, bưu điện);",
                        "Lưu: VT, VH-XH."),
                List.of(
                        new Signature("PHÒNG VĂN HÓA - XÃ HỘI", ""),
                        new Signature("PHÒNG KINH TẾ", ""),
                        new Signature("CHỦ TỊCH", "")));
    }

    private static List<Column> columns() {
        return List.of(
                new Column("soTT", "Số TT", Kind.NUMBER, 4),
                new Column("hoTen", "Họ tên", Kind.TEXT, 15),
                new Column("ddcn", "ĐDCN", Kind.IDENTIFIER, 11),
                new Column("nhom", "Nhóm", Kind.TEXT, 8),
                new Column("heSo", "Hệ số", Kind.DECIMAL, 5),
                new Column("mucChuan", "Mức chuẩn", Kind.DONG, 8),
                new Column("soTien", "Số tiền", Kind.DONG, 9),
                new Column("truyLinh", "Truy lĩnh", Kind.DONG, 7),
                new Column("thuHoi", "Thu hồi", Kind.DONG, 7),
                new Column("hinhThuc", "Hình thức", Kind.TEXT, 7),
                new Column("soTK", "Số TK", Kind.IDENTIFIER, 11),
                new Column("phi", "Phí chi trả (NQ 62)", Kind.DONG, 8));
    }

    private static Row row(long number, PaymentLineView line) {
        return new Row(
                line.unitName(),
                Arrays.asList(
                        number,
                        line.fullName(),
                        line.personalId(),
                        line.groundCode(),
                        BigDecimal.valueOf(line.coefficientHundredths(), 2),
                        line.rateDong(),
                        line.amountDong(),
                        line.arrearsDong(),
                        line.recoveryDong(),
                        line.channel().equals("ACCOUNT") ? "TK" : "Tiền mặt",
                        line.account(),
                        line.feeDong()));
    }

    private static List<Object> sums(String label, List<PaymentLineView> lines) {
        return Arrays.asList(
                null,
                label + ": " + lines.size() + " khoản",
                null,
                null,
                null,
                null,
                sum(lines, PaymentLineView::amountDong),
                sum(lines, PaymentLineView::arrearsDong),
                sum(lines, PaymentLineView::recoveryDong),
                null,
                null,
                sum(lines, PaymentLineView::feeDong));
    }

    private static long sum(List<PaymentLineView> lines, ToLongFunction<PaymentLineView> amount) {
        return lines.stream().mapToLong(amount).reduce(0, Math::addExact);
    }

    private static List<String> notes(List<PaymentLineView> lines) {
        if (lines.isEmpty()) {
            return List.of("Trong tháng không có khoản chi trả nào.");
        }
        boolean noFee = lines.stream().allMatch(line -> line.feeDong() == 0);
        return noFee
                ? List.of("Chưa có mức phí chi trả (NQ 62/2025/NQ-HĐND) nên cột phí ghi 0.")
                : List.of();
    }

    private static String text(YearMonth month) {
        return month.getMonthValue() + "/" + month.getYear();
    }
}
