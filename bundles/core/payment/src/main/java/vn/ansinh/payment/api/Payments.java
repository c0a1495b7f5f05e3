package vn.ansinh.payment.api;

import java.time.Instant;
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

    /** Totals of a run by unit, ground and component. */
    List<TotalView> totals(TenantId tenant, Actor actor, long runId);

    /** Reconciliation of a run with the month before. */
    Reconciliation reconciliation(TenantId tenant, Actor actor, long runId);

    /**
     * A page of lines in the order of their key, names included (audited).
     *
     * @param unitCode unit, or null for all
     */
    List<LineView> lines(
            TenantId tenant, Actor actor, long runId, String unitCode, long afterLine, int limit);

    /** Where the assessment differs from what was decided; listed, not paid. */
    List<Difference> differences(TenantId tenant, Actor actor, long runId, int limit);

    /** Why a person gets what a run pays, with clauses: one explanation per line. */
    List<Explanation> explain(TenantId tenant, Actor actor, long runId, long personId);

    /** State of a run. */
    enum RunState {
        /** Being computed, or interrupted. */
        DRAFT,
        /** Computed and reconciled. */
        COMPUTED
    }

    /**
     * A run.
     *
     * @param id key
     * @param month benefit month
     * @param state state
     * @param snapshotHash law it was computed with
     * @param pinnedAt instant as of which inputs were read
     * @param lines number of lines
     * @param persons number of beneficiaries
     * @param totalDong sum
     * @param differences open differences with the assessment
     * @param digest root over the lines, hex
     */
    record RunView(
            long id,
            YearMonth month,
            RunState state,
            String snapshotHash,
            Instant pinnedAt,
            long lines,
            long persons,
            long totalDong,
            long differences,
            String digest) {}

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
