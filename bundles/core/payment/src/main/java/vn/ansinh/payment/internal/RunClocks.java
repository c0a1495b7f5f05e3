package vn.ansinh.payment.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.api.ReferenceRows;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.payment.api.Payments.RunKind;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.RunLife.Clock;
import vn.ansinh.payment.api.RunLife.ClockStatus;
import vn.ansinh.payment.api.RunLife.Proposal;
import vn.ansinh.payment.port.RunEvent;
import vn.ansinh.payment.port.StoredRun;

/**
 * The clocks of a regular run, by the rows of law and locality: villages report and the list is
 * handed over in the month before, the provider reports in the month (NĐ 20/2021 Điều 34, NĐ
 * 335/2026 Điều 28). A run of two months follows the clocks of the first: the second is paid early.
 * A fixed day does not move unless the row {@code setting.deadlineOnHoliday} says so.
 */
final class RunClocks {
    private static final String HOLIDAY = "setting.deadlineOnHoliday";

    private final PolicySnapshot law;
    private final ReferenceRows reference;
    private final LocalDate today;
    private final ZoneId zone;

    RunClocks(PolicySnapshot law, LocalDate today, ZoneId zone) {
        this.law = law;
        this.reference = new ReferenceRows(law);
        this.today = today;
        this.zone = zone;
    }

    List<Clock> of(StoredRun run, List<RunEvent> events) {
        if (run.kind() != RunKind.REGULAR) {
            return List.of();
        }
        YearMonth before = run.month().minusMonths(1);
        List<Clock> clocks = new ArrayList<>();
        day("villageReportLastDay", before)
                .ifPresent(
                        due ->
                                // What reaches the commune later is used until the list is closed.
                                clocks.add(
                                        due.clock(
                                                "Thôn, tổ báo biến động",
                                                today.isAfter(due.day) ? due.day : null,
                                                today)));
        day("listLastDay", before)
                .ifPresent(
                        due ->
                                clocks.add(
                                        due.clock(
                                                "Duyệt danh sách, chuyển tổ chức chi trả",
                                                done(run, events, RunState.APPROVED),
                                                today)));
        day("providerReportLastDay", run.month())
                .ifPresent(
                        due ->
                                clocks.add(
                                        due.clock(
                                                "Tổ chức chi trả báo cáo, quyết toán",
                                                done(run, events, RunState.CLOSED),
                                                today)));
        return clocks;
    }

    /** The months to list next: two in one run where the first has Tết. */
    Proposal propose(YearMonth next) {
        Optional<LocalDate> tet =
                reference
                        .row("tet." + next.getYear(), next, today)
                        .map(row -> LocalDate.parse(row.value()));
        if (tet.isPresent() && YearMonth.from(tet.get()).equals(next)) {
            return new Proposal(
                    next,
                    next.plusMonths(1),
                    "Tết "
                            + Texts.day(tet.get())
                            + " rơi vào tháng "
                            + Texts.month(next)
                            + ": đề xuất chi hai tháng trong một kỳ trước Tết; cán bộ chọn.");
        }
        return new Proposal(next, next, "Tháng chi trả tiếp theo: " + Texts.month(next) + ".");
    }

    /** The day a run reached a state for good; null while it has not, or has left it backwards. */
    private LocalDate done(StoredRun run, List<RunEvent> events, RunState state) {
        boolean reached =
                run.state().ordinal() >= state.ordinal()
                        && run.state().ordinal() <= RunState.CLOSED.ordinal();
        LocalDate day = null;
        for (RunEvent event : events) {
            if (reached && event.to() == state) {
                day = event.at().atZone(zone).toLocalDate();
            }
        }
        return day;
    }

    private Optional<Due> day(String key, YearMonth month) {
        ParameterRow row = law.row(key, month, today);
        if (row == null) {
            return Optional.empty();
        }
        LocalDate named =
                month.atDay(Math.min(Integer.parseInt(row.value()), month.lengthOfMonth()));
        String rule =
                reference.row(HOLIDAY, month, today).map(ParameterRow::value).orElse("strict");
        LocalDate day = named;
        int step = rule.equals("previousWorkingDay") ? -1 : rule.equals("nextWorkingDay") ? 1 : 0;
        while (step != 0 && !reference.works(day)) {
            day = day.plusDays(step);
        }
        List<String> notes = new ArrayList<>();
        if (!day.equals(named)) {
            notes.add("hạn " + Texts.day(named) + " là ngày nghỉ nên dời");
        } else if (!reference.works(day)) {
            notes.add("rơi vào ngày nghỉ; hạn là ngày cố định nên không dời");
        }
        if (row.confidence() == Confidence.UNCERTAIN) {
            notes.add("mặc định chưa kiểm chứng, địa phương xem lại");
        }
        return Optional.of(new Due(day, row.citation().vietnamese(), String.join("; ", notes)));
    }

    /** A last day with where it comes from. */
    private record Due(LocalDate day, String source, String note) {
        Clock clock(String what, LocalDate doneOn, LocalDate today) {
            ClockStatus status;
            if (doneOn != null) {
                status = doneOn.isAfter(day) ? ClockStatus.LATE : ClockStatus.DONE;
            } else {
                status = today.isAfter(day) ? ClockStatus.OVERDUE : ClockStatus.OPEN;
            }
            return new Clock(what, day, doneOn, status, source, note);
        }
    }
}
