package vn.ansinh.locality.tuky;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * TK-R3, recipients by group and coefficient: at the start, more, fewer, at the end, money. The end
 * is what the month's run pays; the start follows from it and the month's changes, so a row always
 * adds up. A coefficient that changed leaves one row and enters another.
 */
public final class GroupSummary implements ReportFormat {

    @Override
    public String code() {
        return "TK-R3";
    }

    @Override
    public String localityCode() {
        return "tu-ky";
    }

    @Override
    public String title() {
        return "Tổng hợp đối tượng hưởng trợ cấp xã hội theo nhóm";
    }

    private record Group(String code, int coefficientHundredths) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            int order = code.compareTo(other.code);
            return order != 0
                    ? order
                    : Integer.compare(coefficientHundredths, other.coefficientHundredths);
        }
    }

    private static final class Count {
        private long end;
        private long more;
        private long fewer;
        private long dong;

        private long start() {
            return end - more + fewer;
        }

        private void add(Count other) {
            end += other.end;
            more += other.more;
            fewer += other.fewer;
            dong = Math.addExact(dong, other.dong);
        }
    }

    @Override
    public ReportTable compute(ReportInput input) {
        Map<Group, Count> groups = new TreeMap<>();
        for (PaymentLineView line : input.paymentLines()) {
            Count count = of(groups, line.groundCode(), line.coefficientHundredths());
            count.end++;
            count.dong = Math.addExact(count.dong, line.amountDong());
        }
        for (ChangeView change : input.changes()) {
            if (change.oldCoefficientHundredths() != change.newCoefficientHundredths()) {
                change(groups, change);
            }
        }
        List<Row> rows = new ArrayList<>();
        Count total = new Count();
        groups.forEach(
                (group, count) -> {
                    total.add(count);
                    BigDecimal coefficient = BigDecimal.valueOf(group.coefficientHundredths(), 2);
                    rows.add(new Row("", cells(group.code(), coefficient, count)));
                });
        YearMonth month = input.month();
        return new ReportTable(
                "TỔNG HỢP ĐỐI TƯỢNG HƯỞNG TRỢ CẤP XÃ HỘI THEO NHÓM THÁNG "
                        + month.getMonthValue()
                        + "/"
                        + month.getYear(),
                input.locality().name() + " - nhóm theo NĐ 20/2021 và NQ 01/2022 của tỉnh",
                List.of(
                        new Column("nhom", "Nhóm", Kind.TEXT, 24),
                        new Column("heSo", "Hệ số", Kind.DECIMAL, 10),
                        new Column("dauKy", "Số người đầu kỳ", Kind.NUMBER, 13),
                        new Column("tang", "Tăng", Kind.NUMBER, 10),
                        new Column("giam", "Giảm", Kind.NUMBER, 10),
                        new Column("cuoiKy", "Số người cuối kỳ", Kind.NUMBER, 13),
                        new Column("kinhPhi", "Kinh phí", Kind.DONG, 20)),
                rows,
                cells("Tổng cộng", null, total),
                List.of(
                        "Mỗi người một dòng cho mỗi khoản (trợ cấp, hỗ trợ chăm sóc); đổi hệ số là"
                                + " giảm ở hệ số cũ, tăng ở hệ số mới.",
                        "Kinh phí là số phải trả của tháng, chưa gồm truy lĩnh, thu hồi."),
                List.of("Sở LĐTBXH tỉnh;", "UBND huyện;", "Lưu: VT, LĐTBXH."),
                List.of(new Signature("NGƯỜI LẬP", ""), new Signature("TRƯỞNG PHÒNG", "")));
    }

    private static void change(Map<Group, Count> groups, ChangeView change) {
        if (change.newCoefficientHundredths() > 0) {
            of(groups, change.groundCode(), change.newCoefficientHundredths()).more++;
        }
        if (change.oldCoefficientHundredths() > 0) {
            of(groups, change.groundCode(), change.oldCoefficientHundredths()).fewer++;
        }
    }

    private static Count of(Map<Group, Count> groups, String code, int coefficient) {
        return groups.computeIfAbsent(new Group(code, coefficient), group -> new Count());
    }

    private static List<Object> cells(String group, BigDecimal coefficient, Count count) {
        return Arrays.asList(
                group, coefficient, count.start(), count.more, count.fewer, count.end, count.dong);
    }
}
