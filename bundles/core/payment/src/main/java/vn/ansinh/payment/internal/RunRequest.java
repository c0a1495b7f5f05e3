package vn.ansinh.payment.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vn.ansinh.payment.api.Payments.RunKind;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.ErrorCode;

/**
 * What run is asked for.
 *
 * @param kind kind
 * @param month first benefit month
 * @param lastMonth last benefit month
 * @param budgetYear budget year; 0 for the year of the first month
 * @param listDate day as known on which law and facts are read; null for today
 */
record RunRequest(
        RunKind kind, YearMonth month, YearMonth lastMonth, int budgetYear, LocalDate listDate) {

    /** Two months before Tết; more is no payment run but arrears. */
    static final int MONTHS = 3;

    static RunRequest regular(YearMonth month) {
        return new RunRequest(RunKind.REGULAR, month, month, 0, null);
    }

    /** The request with its defaults, or every fault it has. */
    RunRequest checked(LocalDate today, Predicate<YearMonth> holds) {
        LocalDate date = listDate == null ? today : listDate;
        int year = budgetYear == 0 ? month.getYear() : budgetYear;
        List<Fault> faults = new ArrayList<>();
        if (lastMonth.isBefore(month) || lastMonth.isAfter(month.plusMonths(MONTHS - 1))) {
            faults.add(new Fault(0, "lastMonth", "Một kỳ chi trả gồm từ 1 đến 3 tháng liền nhau."));
        } else if (!holds.test(month) || !holds.test(lastMonth)) {
            faults.add(
                    new Fault(
                            0,
                            "month",
                            "Không lập được kỳ chi trả cho tháng " + Texts.month(month) + "."));
        }
        if (Math.abs(year - month.getYear()) > 1) {
            faults.add(new Fault(0, "budgetYear", "Năm ngân sách phải là năm của tháng chi trả."));
        }
        if (kind == RunKind.SUPPLEMENTARY
                && (month.getYear() != year || lastMonth.getYear() != year)) {
            faults.add(
                    new Fault(
                            0,
                            "budgetYear",
                            "Kỳ bổ sung chỉ gồm tháng của cùng năm ngân sách; tháng của năm trước là"
                                    + " truy lĩnh theo quyết định."));
        }
        if (date.isAfter(today)) {
            faults.add(new Fault(0, "listDate", "Ngày lập danh sách không thể sau hôm nay."));
        }
        if (!faults.isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT, faults.get(0).sentence(), faults, null);
        }
        return new RunRequest(kind, month, lastMonth, year, date);
    }

    /** The months as people read them: {@code tháng 1/2026} or {@code tháng 1/2026 đến 2/2026}. */
    String text() {
        return "tháng "
                + Texts.month(month)
                + (month.equals(lastMonth) ? "" : " đến " + Texts.month(lastMonth));
    }
}
