package vn.ansinh.payment.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.ansinh.locality.api.Component;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/** Payment runs of a tenant (kỳ chi trả). */
public interface Payments {

    /**
     * Computes the regular run of a month, or goes on with one that was interrupted. A run that is
     * already computed is returned as it is: re-running writes nothing. Works on its own threads in
     * its own units of work: not to be called inside one.
     *
     * @throws vn.ansinh.platform.api.AnsinhException LAW_NOT_ACTIVE when the locality's law is not
     *     active; CONFLICT while the month before is not finished; NOT_RECONCILED, the run stays a
     *     draft; INVALID_INPUT for a month no line can be stored for; STORE_UNAVAILABLE
     */
    RunView compute(TenantId tenant, Actor actor, YearMonth month);

    /** Runs, newest month first. */
    List<RunView> runs(TenantId tenant, Actor actor);

    /** One run. */
    Optional<RunView> run(TenantId tenant, Actor actor, long runId);

    /**
     * Totals of the list by unit, ground and component.
     *
     * @param month a benefit month of the run, or null for all
     */
    List<TotalView> totals(TenantId tenant, Actor actor, long runId, YearMonth month);

    /** Reconciliation of a run with the month before. */
    Reconciliation reconciliation(TenantId tenant, Actor actor, long runId);

    /**
     * A page of lines of the list of a month in the order of their key, names included (audited).
     *
     * @param month a benefit month of the run, or null for its first
     * @param unitCode unit, or null for all
     */
    List<LineView> lines(
            TenantId tenant,
            Actor actor,
            long runId,
            YearMonth month,
            String unitCode,
            long afterLine,
            int limit);

    /**
     * A page of the lines of due items by key (audited); with those of {@link #lines} for each
     * month they are the run's total.
     */
    List<ItemLineView> itemLines(
            TenantId tenant, Actor actor, long runId, long afterItem, int limit);

    /** Where the assessment differs from what was decided; listed, not paid. */
    List<Difference> differences(TenantId tenant, Actor actor, long runId, int limit);

    /** Why a person gets what a run pays, with clauses: one explanation per line. */
    List<Explanation> explain(TenantId tenant, Actor actor, long runId, long personId);

    /** What a run is. */
    enum RunKind {
        /** The list of one or more months: a month is in at most one live regular run. */
        REGULAR("Thường kỳ"),
        /** People the regular list of these months did not have, and due items. */
        SUPPLEMENTARY("Bổ sung");

        private final String title;

        RunKind(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /** State of a run; which follows which is the table {@code run_transition} of the store. */
    enum RunState {
        /** Being computed, or interrupted. */
        DRAFT("Đang tính"),
        /** Computed and reconciled. */
        COMPUTED("Đã tính"),
        /** Before the accountant, then the approver. */
        SUBMITTED("Đã trình"),
        /** Approved; nothing has left yet. */
        APPROVED("Đã duyệt"),
        /** Orders have left. */
        SENT("Đã chuyển chi"),
        /** What happened to orders is coming back. */
        SETTLING("Đang đối soát"),
        /** Everything is known. */
        CLOSED("Đã khóa"),
        /** Given back with a reason: it is computed again or cancelled. */
        RETURNED("Trả lại"),
        /** Given up: its months are free, its lines are gone. */
        CANCELLED("Đã hủy");

        private final String title;

        RunState(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }

        /** Whether the run has a whole list of lines. */
        public boolean hasList() {
            return this != DRAFT && this != CANCELLED;
        }

        /** Whether it is approved, so that it belongs to a settlement. */
        public boolean settles() {
            return this == APPROVED || this == SENT || this == SETTLING || this == CLOSED;
        }
    }

    /** Whose task a move is: one hand has one of the first three in a round. */
    enum RunDuty {
        /** Prepares and submits (người lập). */
        PREPARE("Lập"),
        /** Checks (kế toán kiểm). */
        CHECK("Kiểm"),
        /** Approves (người duyệt chi). */
        APPROVE("Duyệt"),
        /** Sends and settles what was approved. */
        PAY("Chi trả");

        private final String title;

        RunDuty(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /**
     * A run.
     *
     * @param id key
     * @param kind kind
     * @param month benefit month, the first of several
     * @param lastMonth last benefit month
     * @param budgetYear budget year (năm ngân sách)
     * @param listDate day as known on which law and facts were read
     * @param state state
     * @param round round of approval, from 1; approvals of earlier rounds are void
     * @param snapshotHash law it was computed with
     * @param pinnedAt instant as of which inputs were read
     * @param lines number of lines of the list
     * @param persons number of beneficiaries of the list, per month
     * @param totalDong sum of the list and of due items, recoveries taken off
     * @param differences open differences with the assessment
     * @param digest root over the lines, hex
     */
    record RunView(
            long id,
            RunKind kind,
            YearMonth month,
            YearMonth lastMonth,
            int budgetYear,
            LocalDate listDate,
            RunState state,
            int round,
            String snapshotHash,
            Instant pinnedAt,
            long lines,
            long persons,
            long totalDong,
            long differences,
            String digest) {

        /** A regular run of one month, in its first round, listed in that month. */
        public RunView(
                long id,
                YearMonth month,
                RunState state,
                String snapshotHash,
                Instant pinnedAt,
                long lines,
                long persons,
                long totalDong,
                long differences,
                String digest) {
            this(
                    id,
                    RunKind.REGULAR,
                    month,
                    month,
                    month.getYear(),
                    month.atDay(1),
                    state,
                    1,
                    snapshotHash,
                    pinnedAt,
                    lines,
                    persons,
                    totalDong,
                    differences,
                    digest);
        }

        /** Whether this is the list of the month: regular, covering it, with all its lines. */
        public boolean isListOf(YearMonth asked) {
            return kind == RunKind.REGULAR
                    && state.hasList()
                    && !asked.isBefore(month)
                    && !asked.isAfter(lastMonth);
        }
    }

    /** Sum by unit, ground and component. Restricted grounds are shown as "Theo quyết định". */
    record TotalView(
            String unitCode, String groundCode, Component component, long heads, long amountDong) {}

    /**
     * Last regular total + new + increases − stops − decreases ± rate = this regular total.
     *
     * @param previousMonth month before, also when it had no run
     * @param rows by unit and ground; the last row, with empty codes, is the total
     * @param balances whether every row balances in people and đồng
     */
    record Reconciliation(YearMonth previousMonth, List<Row> rows, boolean balances) {
        public Reconciliation {
            rows = List.copyOf(rows);
        }

        /** One row; heads count lines. */
        public record Row(
                String unitCode,
                String groundCode,
                long lastHeads,
                long lastDong,
                long newHeads,
                long newDong,
                long increasedHeads,
                long increasedDong,
                long stoppedHeads,
                long stoppedDong,
                long decreasedHeads,
                long decreasedDong,
                long rateDong,
                long thisHeads,
                long thisDong) {
            /** Whether the equation holds. */
            public boolean balances() {
                return lastHeads + newHeads - stoppedHeads == thisHeads
                        && lastDong
                                        + newDong
                                        + increasedDong
                                        - stoppedDong
                                        - decreasedDong
                                        + rateDong
                                == thisDong;
            }
        }
    }

    /** A line with its person. */
    record LineView(
            long lineNo,
            long personId,
            String fullName,
            String personalId,
            int birthYear,
            String unitCode,
            String groundCode,
            Component component,
            int coefficientHundredths,
            long rateDong,
            long amountDong,
            String decisionNumber,
            String channel,
            String payeeName,
            String bank,
            String account) {}

    /**
     * A line that takes a due item (truy lĩnh, thu hồi, chi một lần), with its person.
     *
     * @param itemId key of the item
     * @param unitCode unit the line counts for
     * @param kind what it does
     * @param month month the money is for
     * @param groundCode ground as people may see it
     * @param signedDong what it adds to the run's total: a recovery is below 0
     * @param instrument instrument of the rate; empty for a recovery and for a hidden ground
     * @param payeeKind who receives, e.g. {@code SELF}, {@code HEIR}
     */
    record ItemLineView(
            long itemId,
            long personId,
            String fullName,
            String personalId,
            int birthYear,
            String unitCode,
            Corrections.Kind kind,
            YearMonth month,
            String groundCode,
            Component component,
            long signedDong,
            String decisionNumber,
            LocalDate signedOn,
            String instrument,
            String payeeKind) {}

    /** Where decided and assessed differ. */
    record Difference(
            long personId,
            Component component,
            String decidedGround,
            long decidedDong,
            String assessedGround,
            long assessedDong,
            String kind) {}

    /**
     * Why a line has its amount.
     *
     * @param component component
     * @param amountDong amount
     * @param sentence one Vietnamese sentence to hand over, with the clauses
     * @param steps the steps, in order
     */
    record Explanation(Component component, long amountDong, String sentence, List<String> steps) {
        public Explanation {
            steps = List.copyOf(steps);
        }
    }
}
