package vn.ansinh.locality.kit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.LocalityProfile.Unit;
import vn.ansinh.locality.api.ReportInput;

/**
 * The month that report goldens are computed from: six lines and seven changes in the first and the
 * last unit of the locality. Never changed: every golden rests on it. DỮ LIỆU GIẢ LẬP.
 *
 * @param locality who reports
 * @param paymentLines its lines
 * @param changes its changes
 */
record ReportSample(
        LocalityProfile locality, List<PaymentLineView> paymentLines, List<ChangeView> changes)
        implements ReportInput {

    /** Invented: no standard rate was ever this. */
    private static final long RATE = 410_000;

    private static final String NUMBER = "12/QĐ-UBND";

    /** The sample month of a locality. */
    static ReportSample full(LocalityProfile locality) {
        List<Unit> units = locality.units();
        Unit none = new Unit("X", "Đơn vị giả lập", "thôn", "giả lập");
        Unit first = units.isEmpty() ? none : units.get(0);
        Unit last = units.isEmpty() ? none : units.get(units.size() - 1);
        List<PaymentLineView> lines =
                List.of(
                        line(first, 1, "5.6", Component.MONTHLY, 150, 0, 0, "ACCOUNT"),
                        line(first, 2, "5.6", Component.MONTHLY, 200, RATE, 0, "CASH"),
                        line(first, 2, "CARE.20.2.c", Component.CARE, 100, 0, 0, "CASH"),
                        line(last, 3, "5.5.a", Component.MONTHLY, 150, 0, 205_000, "ACCOUNT"),
                        line(last, 4, "HTXH.75", Component.MONTHLY, 100, 0, 0, "CASH"),
                        line(last, 5, "Theo quyết định", Component.MONTHLY, 150, 0, 0, "CASH"));
        List<ChangeView> changes = new ArrayList<>();
        List<String> reasons =
                List.of("NEW", "DEATH", "MOVED", "CONDITION_LOST", "COEFFICIENT", "RATE", "OTHER");
        for (int i = 0; i < reasons.size(); i++) {
            changes.add(change(i < 4 ? first : last, i, reasons.get(i)));
        }
        return new ReportSample(locality, lines, List.copyOf(changes));
    }

    /** A month in which nothing is paid and nothing changed. */
    static ReportSample empty(LocalityProfile locality) {
        return new ReportSample(locality, List.of(), List.of());
    }

    private static PaymentLineView line(
            Unit unit,
            int person,
            String ground,
            Component component,
            int coefficient,
            long arrears,
            long recovery,
            String channel) {
        boolean account = channel.equals("ACCOUNT");
        String name = "Nguyễn Thị Giả Lập " + person;
        return new PaymentLineView(
                unit.code(),
                unit.name(),
                name,
                "00114000000" + person,
                1940 + person,
                ground,
                "Nhóm " + ground,
                component,
                coefficient,
                RATE,
                RATE * coefficient / 100,
                arrears,
                recovery,
                channel,
                name,
                account ? "9999000000" + person : "",
                account ? "Ngân hàng Giả Lập" : "",
                account ? 2_200 : 0,
                NUMBER);
    }

    private static ChangeView change(Unit unit, int number, String reason) {
        boolean comes = reason.equals("NEW");
        boolean goes = number > 0 && number < 4;
        int before = comes ? 0 : 100;
        int now = goes ? 0 : reason.equals("COEFFICIENT") ? 200 : 100;
        long rateNow = reason.equals("RATE") ? RATE + 100_000 : RATE;
        return new ChangeView(
                unit.code(),
                unit.name(),
                "Trần Văn Giả Lập " + number,
                "00104000000" + number,
                number % 2 == 0 ? "5.6" : "5.5.a",
                Component.MONTHLY,
                before,
                now,
                RATE * before / 100,
                rateNow * now / 100,
                reason,
                comes ? NUMBER : "",
                YearMonth.of(2026, 3));
    }

    @Override
    public YearMonth month() {
        return YearMonth.of(2026, 3);
    }

    @Override
    public LocalDate issuedOn() {
        return LocalDate.of(2026, 3, 15);
    }
}
