package vn.ansinh.locality.lethanhnghi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import vn.ansinh.locality.api.ReportFormat;
import vn.ansinh.locality.api.ReportInput;
import vn.ansinh.locality.api.ReportInput.ChangeView;
import vn.ansinh.locality.api.ReportInput.PaymentLineView;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.locality.api.ReportTable.Column;
import vn.ansinh.locality.api.ReportTable.Kind;
import vn.ansinh.locality.api.ReportTable.Row;
import vn.ansinh.locality.api.ReportTable.Signature;

/**
 * LN-R1, results of social assistance and, apart, of the social pension: by group, rate and
 * coefficient people, money, more and fewer; and the share that is paid by account.
 */
public final class PolicyResults implements ReportFormat {

    private static final String PENSION = "HTXH.";

    @Override
    public String code() {
        return "LN-R1";
    }

    @Override
    public String localityCode() {
        return "le-thanh-nghi";
    }

    @Override
    public String title() {
        return "Kết quả thực hiện chính sách trợ giúp xã hội, hưu trí xã hội";
    }

    /** What one row stands for; the social pension comes last. */
    private record Key(String code, String title, long rateDong, int coefficientHundredths) {

        static final Comparator<Key> ORDER =
                Comparator.comparing(Key::pension)
                        .thenComparing(Key::code)
                        .thenComparing(Key::rateDong)
                        .thenComparing(Key::coefficientHundredths);

        static Key of(PaymentLineView line) {
            return new Key(
                    line.groundCode(),
                    line.groundTitle(),
                    line.rateDong(),
                    line.coefficientHundredths());
        }

        boolean pension() {
            return code.startsWith(PENSION);
        }

        String section() {
            return pension() ? "Trợ cấp hưu trí xã hội" : "Trợ giúp xã hội";
        }
    }

    @Override
    public ReportTable compute(ReportInput input) {
        Map<Key, List<PaymentLineView>> groups = new TreeMap<>(Key.ORDER);
        for (PaymentLineView line : input.paymentLines()) {
            groups.computeIfAbsent(Key.of(line), key -> new ArrayList<>()).add(line);
        }
        List<Row> rows = new ArrayList<>();
        groups.forEach(
                (key, lines) ->
                        rows.add(
                                new Row(
                                        key.section(),
                                        Arrays.asList(
                                                key.code() + " " + key.title(),
                                                (long) lines.size(),
                                                key.rateDong(),
                                                BigDecimal.valueOf(key.coefficientHundredths(), 2),
                                                dong(lines)))));
        YearMonth month = input.month();
        return new ReportTable(
                "KẾT QUẢ THỰC HIỆN CHÍNH SÁCH TRỢ GIÚP XÃ HỘI, HƯU TRÍ XÃ HỘI THÁNG "
                        + month.getMonthValue()
                        + "/"
                        + month.getYear(),
                input.locality().name() + " - mức theo NQ 48/2025/NQ-HĐND thành phố Hải Phòng",
                List.of(
                        new Column("nhom", "Nhóm đối tượng", Kind.TEXT, 40),
                        new Column("soNguoi", "Số người", Kind.NUMBER, 12),
                        new Column("mucChuan", "Mức chuẩn", Kind.DONG, 16),
                        new Column("heSo", "Hệ số", Kind.DECIMAL, 12),
                        new Column("kinhPhi", "Kinh phí", Kind.DONG, 20)),
                rows,
                Arrays.asList(
                        "Tổng cộng",
                        (long) input.paymentLines().size(),
                        null,
                        null,
                        dong(input.paymentLines())),
                notes(input),
                List.of("Sở Y tế thành phố;", "UBND phường;", "Lưu: VT, VHXH."),
                List.of(new Signature("NGƯỜI LẬP", ""), new Signature("CHỦ TỊCH", "")));
    }

    private static List<String> notes(ReportInput input) {
        List<PaymentLineView> lines = input.paymentLines();
        if (lines.isEmpty()) {
            return List.of("Trong tháng không có khoản chi trả nào.");
        }
        long account = lines.stream().filter(line -> line.channel().equals("ACCOUNT")).count();
        BigDecimal share =
                BigDecimal.valueOf(account * 100)
                        .divide(BigDecimal.valueOf(lines.size()), 1, RoundingMode.HALF_UP);
        return List.of(
                "Chi qua tài khoản: %d trên %d khoản, %s%%."
                        .formatted(account, lines.size(), share.toPlainString().replace('.', ',')),
                "Tăng: %d; giảm: %d."
                        .formatted(
                                count(input, c -> c.oldCoefficientHundredths() == 0),
                                count(input, c -> c.newCoefficientHundredths() == 0)),
                "Vướng mắc, đề xuất: ghi tay; hệ thống chưa có sổ khó khăn, vướng mắc.");
    }

    private static long count(ReportInput input, Predicate<ChangeView> which) {
        return input.changes().stream().filter(which).count();
    }

    private static long dong(List<PaymentLineView> lines) {
        return lines.stream().mapToLong(PaymentLineView::amountDong).reduce(0, Math::addExact);
    }
}
