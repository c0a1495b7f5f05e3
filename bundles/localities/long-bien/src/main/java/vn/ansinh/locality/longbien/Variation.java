package vn.ansinh.locality.longbien;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.locality.api.ReportFormat;
import vn.ansinh.locality.api.ReportInput;
import vn.ansinh.locality.api.ReportInput.ChangeView;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.locality.api.ReportTable.Column;
import vn.ansinh.locality.api.ReportTable.Kind;
import vn.ansinh.locality.api.ReportTable.Row;
import vn.ansinh.locality.api.ReportTable.Signature;

/**
 * LB-R5, the monthly report of people who came, left or changed coefficient, by ward. A new
 * standard rate changes everybody and nobody's standing: such changes are counted in a note, not
 * listed.
 */
public final class Variation implements ReportFormat {

    @Override
    public String code() {
        return "LB-R5";
    }

    @Override
    public String localityCode() {
        return "long-bien";
    }

    @Override
    public String title() {
        return "Tăng/giảm đối tượng BTXH";
    }

    @Override
    public ReportTable compute(ReportInput input) {
        List<ChangeView> listed =
                input.changes().stream().filter(change -> !change.reason().equals("RATE")).toList();
        return new ReportTable(
                "DANH SÁCH TĂNG, GIẢM ĐỐI TƯỢNG BTXH THÁNG " + text(input.month()),
                input.locality().name() + " - so với tháng " + text(input.month().minusMonths(1)),
                List.of(
                        new Column("hoTen", "Họ tên", Kind.TEXT, 27),
                        new Column("ddcn", "ĐDCN", Kind.IDENTIFIER, 19),
                        new Column("nhom", "Nhóm", Kind.TEXT, 12),
                        new Column("heSo", "Hệ số cũ → mới", Kind.TEXT, 14),
                        new Column("lyDo", "Lý do", Kind.TEXT, 18),
                        new Column("tuThang", "Từ tháng", Kind.TEXT, 10)),
                listed.stream().map(Variation::row).toList(),
                List.of(),
                notes(input, listed),
                List.of("UBND quận (để báo cáo);", "UBND các phường;", "Lưu: VT, LĐTBXH."),
                List.of(new Signature("NGƯỜI LẬP", ""), new Signature("CHỦ TỊCH", "")));
    }

    private static Row row(ChangeView change) {
        return new Row(
                change.unitName(),
                List.of(
                        change.fullName(),
                        change.personalId(),
                        change.groundCode(),
                        coefficient(change.oldCoefficientHundredths())
                                + " → "
                                + coefficient(change.newCoefficientHundredths()),
                        reason(change.reason()),
                        text(change.fromMonth())));
    }

    private static String reason(String reason) {
        return switch (reason) {
            case "NEW" -> "Mới";
            case "DEATH" -> "Chết";
            case "MOVED" -> "Chuyển";
            case "CONDITION_LOST" -> "Hết điều kiện";
            case "COEFFICIENT" -> "Điều chỉnh hệ số";
            default -> "Khác";
        };
    }

    /** A dash where there is none: before the first month, after the last. */
    private static String coefficient(int hundredths) {
        if (hundredths == 0) {
            return "–";
        }
        BigDecimal value = BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
        return value.setScale(Math.max(1, value.scale())).toPlainString().replace('.', ',');
    }

    private static List<String> notes(ReportInput input, List<ChangeView> listed) {
        List<String> notes = new ArrayList<>();
        if (listed.isEmpty()) {
            notes.add("Trong tháng không có đối tượng tăng, giảm.");
        } else {
            long stopped = listed.stream().filter(c -> c.newCoefficientHundredths() == 0).count();
            notes.add(
                    "Tăng: "
                            + count(listed, "NEW")
                            + " (mới); giảm: "
                            + stopped
                            + " (chết "
                            + count(listed, "DEATH")
                            + ", chuyển "
                            + count(listed, "MOVED")
                            + ", hết điều kiện "
                            + count(listed, "CONDITION_LOST")
                            + ", khác "
                            + (stopped
                                    - count(listed, "DEATH")
                                    - count(listed, "MOVED")
                                    - count(listed, "CONDITION_LOST"))
                            + "); điều chỉnh hệ số: "
                            + count(listed, "COEFFICIENT")
                            + ".");
        }
        int rateOnly = input.changes().size() - listed.size();
        if (rateOnly > 0) {
            notes.add("Không liệt kê " + rateOnly + " trường hợp chỉ đổi mức chuẩn.");
        }
        return notes;
    }

    private static long count(List<ChangeView> changes, String reason) {
        return changes.stream().filter(change -> change.reason().equals(reason)).count();
    }

    private static String text(YearMonth month) {
        return month.getMonthValue() + "/" + month.getYear();
    }
}
