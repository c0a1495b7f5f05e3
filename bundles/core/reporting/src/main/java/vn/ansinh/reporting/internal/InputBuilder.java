package vn.ansinh.reporting.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ReportInput.ChangeView;
import vn.ansinh.locality.api.ReportInput.PaymentLineView;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.LineView;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;

/** Reads the month's run and the one before, and shows of them what a report may show. */
final class InputBuilder {

    /** What people see instead of a ground that never shows outside the restricted file. */
    static final String MASK = "Theo quyết định";

    private static final int PAGE = 2_000;

    private final Payments payments;
    private final Register register;

    InputBuilder(Payments payments, Register register) {
        this.payments = payments;
        this.register = register;
    }

    /** Input of a report with the run it was read from. */
    record Built(RunView run, Input input) {}

    Built build(
            TenantId tenant,
            Actor actor,
            ActiveLaw.Active law,
            YearMonth month,
            LocalDate issuedOn) {
        List<RunView> runs = payments.runs(tenant, actor);
        RunView run = computed(runs, month);
        if (run == null) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Chưa có kỳ chi trả tháng "
                            + text(month)
                            + " đã tính xong; hãy tính kỳ chi trả trước khi lập báo cáo.");
        }
        View view = new View(law);
        List<LineView> lines = lines(tenant, actor, run, month);
        List<PaymentLineView> shown =
                view
                        .order
                        .sort(lines, LineView::unitCode, LineView::fullName, LineView::lineNo)
                        .stream()
                        .map(view::line)
                        .toList();
        RunView before = computed(runs, month.minusMonths(1));
        List<ChangeView> changes =
                before == null ? null : changes(tenant, actor, view, before, lines, month);
        return new Built(run, new Input(law.profile(), month, issuedOn, shown, changes));
    }

    private List<ChangeView> changes(
            TenantId tenant,
            Actor actor,
            View view,
            RunView before,
            List<LineView> now,
            YearMonth month) {
        List<Changes.Change> changes =
                Changes.between(
                        lines(tenant, actor, before, month.minusMonths(1)),
                        now,
                        new StopReasons(payments, register, tenant, actor, before, month));
        return view
                .order
                .sort(
                        changes,
                        change -> change.shown().unitCode(),
                        change -> change.shown().fullName(),
                        change -> change.shown().personId())
                .stream()
                .map(change -> view.change(change, month))
                .toList();
    }

    /** Lines of one month; those of the run's other months are counted too. */
    private List<LineView> lines(TenantId tenant, Actor actor, RunView run, YearMonth month) {
        List<LineView> wanted = List.of();
        long count = 0;
        for (YearMonth each = run.month();
                !each.isAfter(run.lastMonth());
                each = each.plusMonths(1)) {
            List<LineView> all = linesOf(tenant, actor, run, each);
            count += all.size();
            if (each.equals(month)) {
                wanted = all;
            }
        }
        if (count != run.lines()) {
            throw new AnsinhException(
                    ErrorCode.INTERNAL,
                    "Kỳ chi trả tháng "
                            + text(run.month())
                            + " có "
                            + run.lines()
                            + " khoản nhưng chỉ đọc được "
                            + count
                            + "; không lập báo cáo từ số liệu thiếu.");
        }
        return wanted;
    }

    private List<LineView> linesOf(TenantId tenant, Actor actor, RunView run, YearMonth month) {
        List<LineView> all = new ArrayList<>();
        long after = 0;
        List<LineView> page = payments.lines(tenant, actor, run.id(), month, null, after, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            after = page.get(page.size() - 1).lineNo();
            page = payments.lines(tenant, actor, run.id(), month, null, after, PAGE);
        }
        return all;
    }

    private static RunView computed(List<RunView> runs, YearMonth month) {
        return runs.stream().filter(run -> run.isListOf(month)).findFirst().orElse(null);
    }

    /** A month as people write it, e.g. {@code 3/2026}. */
    static String text(YearMonth month) {
        return month.getMonthValue() + "/" + month.getYear();
    }

    /** How lines and changes show in one locality. */
    private static final class View {
        private final Map<String, Ground> grounds;
        private final Map<String, String> unitNames;
        private final VietnameseOrder order;

        View(ActiveLaw.Active law) {
            grounds =
                    law.snapshot().grounds().stream()
                            .collect(
                                    Collectors.toMap(
                                            Ground::code,
                                            Function.identity(),
                                            // restricted in one layer is restricted
                                            (a, b) -> a.restricted() ? a : b));
            unitNames =
                    law.profile().units().stream()
                            .collect(
                                    Collectors.toMap(
                                            LocalityProfile.Unit::code,
                                            LocalityProfile.Unit::name,
                                            (a, b) -> a));
            order = new VietnameseOrder(law.profile());
        }

        /** A ground the active law does not know may have been a restricted one: masked too. */
        private boolean masked(String groundCode) {
            Ground ground = grounds.get(groundCode);
            return ground == null || ground.restricted();
        }

        private String unitName(String unitCode) {
            return unitNames.getOrDefault(unitCode, unitCode);
        }

        PaymentLineView line(LineView line) {
            boolean masked = masked(line.groundCode());
            return new PaymentLineView(
                    line.unitCode(),
                    unitName(line.unitCode()),
                    line.fullName(),
                    Objects.requireNonNullElse(line.personalId(), ""),
                    line.birthYear(),
                    masked ? MASK : line.groundCode(),
                    masked ? MASK : grounds.get(line.groundCode()).title(),
                    line.component(),
                    line.coefficientHundredths(),
                    line.rateDong(),
                    line.amountDong(),
                    // Runs of this version carry neither arrears, recoveries nor fees.
                    0,
                    0,
                    line.channel(),
                    line.payeeName(),
                    Objects.requireNonNullElse(line.account(), ""),
                    Objects.requireNonNullElse(line.bank(), ""),
                    0,
                    line.decisionNumber());
        }

        ChangeView change(Changes.Change change, YearMonth month) {
            LineView shown = change.shown();
            return new ChangeView(
                    shown.unitCode(),
                    unitName(shown.unitCode()),
                    shown.fullName(),
                    Objects.requireNonNullElse(shown.personalId(), ""),
                    masked(shown.groundCode()) ? MASK : shown.groundCode(),
                    shown.component(),
                    change.before() == null ? 0 : change.before().coefficientHundredths(),
                    change.now() == null ? 0 : change.now().coefficientHundredths(),
                    change.before() == null ? 0 : change.before().amountDong(),
                    change.now() == null ? 0 : change.now().amountDong(),
                    change.reason(),
                    Objects.requireNonNullElse(shown.decisionNumber(), ""),
                    month);
        }
    }
}
