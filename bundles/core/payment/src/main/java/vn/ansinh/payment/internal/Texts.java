package vn.ansinh.payment.internal;

import java.time.LocalDate;
import java.time.YearMonth;

/** Vietnamese figures in sentences. */
final class Texts {
    private Texts() {}

    /** {@code 3/2026}. */
    static String month(YearMonth month) {
        return month.getMonthValue() + "/" + month.getYear();
    }

    /** {@code 05/01/2026}. */
    static String day(LocalDate day) {
        return String.format(
                "%02d/%02d/%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    /** {@code 975.000 đồng}. */
    static String dong(long dong) {
        StringBuilder digits = new StringBuilder(Long.toString(Math.abs(dong)));
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            digits.insert(i, '.');
        }
        return (dong < 0 ? "-" : "") + digits + " đồng";
    }

    /** {@code 1,5}, {@code 2,0}, {@code 1,25}. */
    static String coefficient(int hundredths) {
        int rest = hundredths % 100;
        return hundredths / 100 + "," + (rest % 10 == 0 ? rest / 10 : String.format("%02d", rest));
    }
}
