package vn.ansinh.payment.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunKind;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * The life of a run (kỳ chi trả): computed, submitted, checked by the accountant, approved;
 * returned or cancelled with a reason before anything is sent. One hand, of the actor or of the one
 * they act for, has one duty in a round; whatever changes the list starts a new round, and
 * approvals of earlier rounds are void.
 *
 * <p>Every move throws AnsinhException CONFLICT when the state, an open duty or another run does
 * not allow it, FORBIDDEN when this hand has another duty in the round, INVALID_INPUT without a
 * reason where one is due, STALE when {@code version} is not the one there is.
 */
public interface RunLife {

    /** Any version: the caller has not read the run before. */
    int ANY_VERSION = -1;

    /**
     * Opens and computes a run, or goes on with its draft; a run of the same months that has its
     * list is returned as it is. Works in its own units of work.
     *
     * @throws vn.ansinh.platform.api.AnsinhException as {@link Payments#compute}; CONFLICT when a
     *     month is in another live regular run, or has no regular list to supplement
     */
    RunView compute(TenantId tenant, Actor actor, Order order);

    /** Throws the list of a computed or returned run away and computes it as of now. */
    RunView recompute(TenantId tenant, Actor actor, long runId, int version);

    /**
     * Submits a computed run.
     *
     * @throws vn.ansinh.platform.api.AnsinhException NOT_RECONCILED when totals, lines and the
     *     month before do not meet
     */
    RunView submit(TenantId tenant, Actor actor, long runId, int version, String note);

    /** The accountant has checked it. */
    RunView check(TenantId tenant, Actor actor, long runId, int version, String note);

    /** Approves it; above the threshold of the settings a second hand approves too. */
    RunView approve(TenantId tenant, Actor actor, long runId, int version, String note);

    /** Gives it back with a reason; {@code duty} is whose task the actor does. */
    RunView giveBack(
            TenantId tenant, Actor actor, long runId, int version, RunDuty duty, String reason);

    /** Gives it up with a reason: its months are free. */
    RunView cancel(TenantId tenant, Actor actor, long runId, int version, String reason);

    /** What happened to the run, and what can happen. */
    File file(TenantId tenant, Actor actor, long runId);

    /** What run to list next: one month, or the two before Tết; the officer chooses. */
    Proposal propose(TenantId tenant, Actor actor);

    /** How far a run is computed. */
    Progress progress(TenantId tenant, Actor actor, long runId);

    /**
     * What run is asked for.
     *
     * @param kind kind
     * @param month first benefit month
     * @param lastMonth last benefit month; null for the first
     * @param budgetYear budget year; 0 for the year of the first month
     * @param listDate day as known on which law and facts are read; null for today
     */
    record Order(
            RunKind kind,
            YearMonth month,
            YearMonth lastMonth,
            int budgetYear,
            LocalDate listDate) {}

    /**
     * A run with its history.
     *
     * @param run the run
     * @param version of the run, for the next move
     * @param approvalsNeeded hands that must approve, 1 or 2
     * @param checked whether the accountant has checked it in this round
     * @param approvals approvals of this round
     * @param moves moves the table allows from here
     * @param events what happened, in order
     * @param clocks its clocks
     */
    record File(
            RunView run,
            int version,
            int approvalsNeeded,
            boolean checked,
            int approvals,
            List<Move> moves,
            List<Event> events,
            List<Clock> clocks) {
        public File {
            moves = List.copyOf(moves);
            events = List.copyOf(events);
            clocks = List.copyOf(clocks);
        }
    }

    /** A move of the table. */
    record Move(RunState to, RunDuty duty) {}

    /**
     * What happened.
     *
     * @param sequence place from 1
     * @param from state before
     * @param to state after
     * @param duty whose task
     * @param actor login
     * @param onBehalfOf delegator, or empty
     * @param at when
     * @param round round it belongs to; approvals of earlier rounds than the run's are void
     * @param note reason, or empty
     */
    record Event(
            int sequence,
            RunState from,
            RunState to,
            RunDuty duty,
            String actor,
            String onBehalfOf,
            Instant at,
            int round,
            String note) {}

    /**
     * A last day of the law's rows.
     *
     * @param what what has to be done, in Vietnamese
     * @param lastDay last day, moved as the holiday rule says
     * @param doneOn day it was done, or null
     * @param status whether it is done in time, late, open or overdue
     * @param source citation of the row
     * @param note weekend or holiday, uncertain row; or empty
     */
    record Clock(
            String what,
            LocalDate lastDay,
            LocalDate doneOn,
            ClockStatus status,
            String source,
            String note) {}

    /** How a clock stands. */
    enum ClockStatus {
        /** Done by the last day. */
        DONE("Đúng hạn"),
        /** Done after it. */
        LATE("Xong muộn"),
        /** Not done; the day is not over. */
        OPEN("Còn hạn"),
        /** Not done and over. */
        OVERDUE("Quá hạn");

        private final String title;

        ClockStatus(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /**
     * The months to list next.
     *
     * @param month first month
     * @param lastMonth last month
     * @param sentence why, in Vietnamese
     */
    record Proposal(YearMonth month, YearMonth lastMonth, String sentence) {}

    /**
     * How far.
     *
     * @param runId run
     * @param state state
     * @param chunks parts there are
     * @param doneChunks parts done
     * @param lines lines written
     * @param percent of the parts, 0 to 100
     * @param linesPerSecond since the first part of this computing; 0 when not known
     * @param secondsLeft at this rate; -1 when not known
     */
    record Progress(
            long runId,
            RunState state,
            int chunks,
            int doneChunks,
            long lines,
            int percent,
            long linesPerSecond,
            long secondsLeft) {}
}
