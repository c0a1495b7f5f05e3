package vn.ansinh.payment.api;

import java.io.OutputStream;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * Parallel run (chạy song song): what this platform would have paid in closed months against what
 * was paid, person by person, to the đồng. A trial never pays anything: its lines are no debts, no
 * order can cite them, and they are computed anew after every correction.
 */
public interface ParallelRun {

    /**
     * Computes the month as a trial and compares it with its paid list. Explanations of differences
     * that are still the same stay.
     *
     * @throws vn.ansinh.platform.api.AnsinhException CONFLICT when the month has no paid list;
     *     INVALID_INPUT when it is not over; LAW_NOT_ACTIVE
     */
    MonthView compare(TenantId tenant, Actor actor, YearMonth month);

    /** Months with a paid list, newest first. */
    List<MonthView> months(TenantId tenant, Actor actor);

    /** A page of differences of a month by key (audited: names of people). */
    List<DifferenceView> differences(
            TenantId tenant, Actor actor, YearMonth month, long after, int limit);

    /** The differences and the totals as a workbook. */
    void report(TenantId tenant, Actor actor, YearMonth month, OutputStream xlsx);

    /** Explains a difference: why it is no fault of this platform or how it was settled. */
    DifferenceView explain(
            TenantId tenant, Actor actor, YearMonth month, long differenceId, String reason);

    /** Whether the locality is live. */
    GoLive goLive(TenantId tenant, Actor actor);

    /**
     * Declares the locality live: every month with a paid list is compared anew, and no difference
     * may be unexplained.
     *
     * @throws vn.ansinh.platform.api.AnsinhException CONFLICT without a paid list, with unexplained
     *     differences, or when it is live already
     */
    GoLive declareLive(TenantId tenant, Actor actor);

    /** What a difference is. */
    enum Kind {
        /** Same coefficient, other rate. */
        RATE("Khác mức chuẩn"),
        /** Coefficient of another age band. */
        AGE_BAND("Khác nhóm tuổi"),
        /** Paid though the entitlement had ended or the person had died. */
        LOST_GROUND("Đã hết căn cứ hưởng"),
        /** Other coefficient. */
        COEFFICIENT("Khác hệ số"),
        /** Twice in the paid list. */
        DUPLICATE_IN_PAPER("Trùng trong danh sách đã chi"),
        /** Paid, but unknown or without entitlement here. */
        MISSING_HERE("Không có trong hệ thống"),
        /** Entitled here, not in the paid list. */
        MISSING_THERE("Không có trong danh sách đã chi"),
        /** The same person under another name, birth or number. */
        NAME_OR_ID("Khác họ tên hoặc số định danh");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /**
     * A month compared.
     *
     * @param month month
     * @param paperRows rows of the paid list
     * @param paperDong its sum
     * @param ourPersons people the trial pays
     * @param ourDong its sum
     * @param agreeing people that agree to the đồng
     * @param differences differences
     * @param unexplained those without an explanation
     * @param comparedAt when, or null when not yet
     */
    record MonthView(
            YearMonth month,
            long paperRows,
            long paperDong,
            long ourPersons,
            long ourDong,
            long agreeing,
            long differences,
            long unexplained,
            Instant comparedAt) {}

    /**
     * A difference.
     *
     * @param id key
     * @param kind kind
     * @param personId person here, 0 when unknown
     * @param fullName name on the list, else here
     * @param paper sheet and rows of the paid list, or empty
     * @param paperDong what was paid
     * @param ourDong what we would have paid
     * @param sentence what differs, in Vietnamese
     * @param reason explanation, or empty
     * @param explainedBy who explained it, or empty
     */
    record DifferenceView(
            long id,
            Kind kind,
            long personId,
            String fullName,
            String paper,
            long paperDong,
            long ourDong,
            String sentence,
            String reason,
            String explainedBy) {}

    /**
     * State of the locality.
     *
     * @param live whether it pays by this platform
     * @param declaredBy who declared it, or empty
     * @param declaredAt when, or null
     * @param months months it rested on
     * @param explained differences that had been explained
     */
    record GoLive(
            boolean live,
            String declaredBy,
            Instant declaredAt,
            List<YearMonth> months,
            long explained) {
        public GoLive {
            months = List.copyOf(months);
        }
    }
}
