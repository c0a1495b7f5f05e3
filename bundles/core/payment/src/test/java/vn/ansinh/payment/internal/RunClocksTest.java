package vn.ansinh.payment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunKind;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.RunLife.Clock;
import vn.ansinh.payment.api.RunLife.ClockStatus;
import vn.ansinh.payment.api.RunLife.Proposal;
import vn.ansinh.payment.port.RunEvent;
import vn.ansinh.payment.port.StoredRun;

/** Three clocks around Tết 2026 (17/02, off 16–20/02) and a Sunday. DỮ LIỆU GIẢ LẬP. */
class RunClocksTest {
    private static final ZoneId VN = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private final List<ParameterRow> rows = new ArrayList<>();

    RunClocksTest() {
        add("villageReportLastDay", "19", Confidence.UNCERTAIN);
        add("listLastDay", "24", Confidence.VERIFIED);
        add("providerReportLastDay", "19", Confidence.VERIFIED);
        add("tet.2026", "2026-02-17", Confidence.KNOWN);
        for (int day = 16; day <= 20; day++) {
            add("day.2026-02-" + day, "off", Confidence.KNOWN);
        }
    }

    private void add(String key, String value, Confidence confidence) {
        LocalDate since = LocalDate.of(2021, 7, 1);
        rows.add(
                new ParameterRow(
                        key,
                        value,
                        "",
                        "none",
                        "gia-lap",
                        YearMonth.of(2021, 7),
                        null,
                        since,
                        since,
                        Citation.of("NĐ 0/GIẢ LẬP", "34", "", ""),
                        confidence,
                        ""));
    }

    private RunClocks on(String today) {
        PolicySnapshot law =
                (PolicySnapshot)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {PolicySnapshot.class},
                                (proxy, method, a) ->
                                        switch (method.getName()) {
                                            case "reference" -> rows;
                                            case "row" ->
                                                    rows.stream()
                                                            .filter(r -> r.key().equals(a[0]))
                                                            .findFirst()
                                                            .orElse(null);
                                            default -> throw new AssertionError(method);
                                        });
        return new RunClocks(law, LocalDate.parse(today), VN);
    }

    private static StoredRun run(RunKind kind, YearMonth month, YearMonth last, RunState state) {
        StoredRun draft =
                StoredRun.draft(
                        kind,
                        month,
                        last,
                        month.getYear(),
                        LocalDate.of(2026, 2, 10),
                        Instant.parse("2026-02-10T02:00:00Z"),
                        "h",
                        0);
        return new StoredRun(
                7,
                kind,
                month,
                last,
                draft.budgetYear(),
                state,
                1,
                1,
                draft.listDate(),
                draft.pinnedAt(),
                "h",
                0,
                1,
                1,
                1,
                0,
                new byte[32]);
    }

    private static RunEvent approved(String at) {
        return new RunEvent(
                7,
                4,
                RunState.SUBMITTED,
                RunState.APPROVED,
                RunDuty.APPROVE,
                "lanh-dao",
                "",
                Instant.parse(at),
                1,
                "",
                new byte[32],
                1);
    }

    @Test
    void eachClockIsOpenUntilItsDayIsOver() {
        StoredRun computed = run(RunKind.REGULAR, MARCH, MARCH, RunState.COMPUTED);
        assertThat(on("2026-02-24").of(computed, List.of()))
                .extracting(Clock::lastDay, Clock::status)
                .containsExactly(
                        tuple(LocalDate.of(2026, 2, 19), ClockStatus.DONE),
                        tuple(LocalDate.of(2026, 2, 24), ClockStatus.OPEN),
                        tuple(LocalDate.of(2026, 3, 19), ClockStatus.OPEN));
        assertThat(on("2026-02-25").of(computed, List.of()))
                .extracting(Clock::status)
                .containsExactly(ClockStatus.DONE, ClockStatus.OVERDUE, ClockStatus.OPEN);
        assertThat(on("2026-03-20").of(computed, List.of()).get(2).status())
                .isEqualTo(ClockStatus.OVERDUE);
        assertThat(
                        on("2026-02-25")
                                .of(
                                        run(RunKind.SUPPLEMENTARY, MARCH, MARCH, RunState.COMPUTED),
                                        List.of()))
                .isEmpty();
    }

    @Test
    void theDayOfApprovalIsTheOneInVietnam() {
        StoredRun run = run(RunKind.REGULAR, MARCH, MARCH, RunState.APPROVED);
        // 23:30 of the 24th, then 00:30 of the 25th in Vietnam.
        Clock inTime = on("2026-03-01").of(run, List.of(approved("2026-02-24T16:30:00Z"))).get(1);
        Clock late = on("2026-03-01").of(run, List.of(approved("2026-02-24T17:30:00Z"))).get(1);
        assertThat(inTime.status()).isEqualTo(ClockStatus.DONE);
        assertThat(late.status()).isEqualTo(ClockStatus.LATE);
        // What was approved and returned is not done.
        StoredRun returned = run(RunKind.REGULAR, MARCH, MARCH, RunState.RETURNED);
        assertThat(
                        on("2026-03-01")
                                .of(returned, List.of(approved("2026-02-24T16:30:00Z")))
                                .get(1)
                                .status())
                .isEqualTo(ClockStatus.OVERDUE);
    }

    @Test
    void aDayInTetStaysUnlessTheRowSaysSo() {
        StoredRun run = run(RunKind.REGULAR, MARCH, MARCH, RunState.COMPUTED);
        Clock strict = on("2026-02-01").of(run, List.of()).get(0);
        assertThat(strict.lastDay()).isEqualTo("2026-02-19");
        assertThat(strict.note()).contains("không dời").contains("chưa kiểm chứng");
        add("setting.deadlineOnHoliday", "previousWorkingDay", Confidence.UNCERTAIN);
        Clock before = on("2026-02-01").of(run, List.of()).get(0);
        // 16 to 20 are off, 14 and 15 are a weekend.
        assertThat(before.lastDay()).isEqualTo("2026-02-13");
        assertThat(before.note()).contains("nên dời");
        rows.remove(rows.size() - 1);
        add("setting.deadlineOnHoliday", "nextWorkingDay", Confidence.UNCERTAIN);
        assertThat(on("2026-02-01").of(run, List.of()).get(0).lastDay()).isEqualTo("2026-02-23");
        // A working day is not moved.
        assertThat(on("2026-02-01").of(run, List.of()).get(1).lastDay()).isEqualTo("2026-02-24");
    }

    @Test
    void aRunOfTwoMonthsFollowsTheFirst() {
        StoredRun tet = run(RunKind.REGULAR, YearMonth.of(2026, 2), MARCH, RunState.COMPUTED);
        assertThat(on("2026-01-10").of(tet, List.of()))
                .extracting(Clock::lastDay)
                .containsExactly(
                        LocalDate.of(2026, 1, 19),
                        LocalDate.of(2026, 1, 24),
                        LocalDate.of(2026, 2, 19));
    }

    @Test
    void twoMonthsAreProposedWhereTetFalls() {
        Proposal tet = on("2026-01-10").propose(YearMonth.of(2026, 2));
        assertThat(tet.lastMonth()).isEqualTo(MARCH);
        assertThat(tet.sentence()).contains("Tết 17/02/2026");
        Proposal plain = on("2026-02-10").propose(MARCH);
        assertThat(plain.lastMonth()).isEqualTo(MARCH);
        assertThat(on("2026-01-10").propose(YearMonth.of(2027, 1)).lastMonth())
                .isEqualTo(YearMonth.of(2027, 1));
    }
}
