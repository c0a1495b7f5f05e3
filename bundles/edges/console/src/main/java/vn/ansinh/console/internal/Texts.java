package vn.ansinh.console.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.Corrections.Kind;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** Vietnamese figures and words on the pages. */
public final class Texts {
    private Texts() {}

    /** {@code 3/2026}. */
    public static String month(YearMonth month) {
        return month.getMonthValue() + "/" + month.getYear();
    }

    /** The month of {@code 2026-03}; null for an empty text; else INVALID_INPUT. */
    static YearMonth month(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT, "«month» phải có dạng 2026-03 (năm-tháng).", e);
        }
    }

    /** {@code tháng 3/2026}, or {@code tháng 2/2026 đến 3/2026}. */
    public static String months(RunView run) {
        return "tháng "
                + month(run.month())
                + (run.month().equals(run.lastMonth()) ? "" : " đến " + month(run.lastMonth()));
    }

    /** {@code 05/01/2026}. */
    public static String day(LocalDate day) {
        return String.format(
                "%02d/%02d/%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    /** {@code 975.000}; of đồng or of people. */
    public static String number(long value) {
        StringBuilder digits = new StringBuilder(Long.toString(Math.abs(value)));
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            digits.insert(i, '.');
        }
        return (value < 0 ? "−" : "") + digits;
    }

    /** {@code 1,5}, {@code 2,0}, {@code 1,25}. */
    public static String coefficient(int hundredths) {
        int rest = hundredths % 100;
        return hundredths / 100 + "," + (rest % 10 == 0 ? rest / 10 : String.format("%02d", rest));
    }

    /** What a component is called. */
    public static String component(Component component) {
        return switch (component) {
            case MONTHLY -> "Trợ cấp hằng tháng";
            case SINGLE_PARENT -> "Trợ cấp đơn thân nuôi con";
            case CARE -> "Hỗ trợ chăm sóc";
            case FUNERAL -> "Hỗ trợ chi phí mai táng";
            case ONE_OFF -> "Hỗ trợ một lần";
        };
    }

    /** What a due item does. */
    public static String item(Kind kind) {
        return switch (kind) {
            case ARREARS -> "Truy lĩnh";
            case RECOVERY -> "Thu hồi (trừ)";
            case ONE_OFF -> "Chi một lần";
        };
    }

    /** What a channel is called; one that is not known shows as it is. */
    public static String channel(String channel) {
        return switch (channel) {
            case "ACCOUNT" -> "Chuyển khoản";
            case "CASH" -> "Tiền mặt";
            default -> channel;
        };
    }
}
