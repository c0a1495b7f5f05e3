package vn.ansinh.payment.port;

import java.time.Instant;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunState;

/**
 * What moved a run; the store takes no other way to another state.
 *
 * @param runId run
 * @param sequence place among the run's events, from 1; {@link #NEXT} before it is stored
 * @param from state before
 * @param to state after; the same for a check and for the first of two approvals
 * @param duty whose task it is
 * @param actor login
 * @param onBehalfOf whose right a delegate used, or empty
 * @param at when
 * @param round round of approval it happened in
 * @param note reason, or empty
 * @param digest root over the lines it speaks of; null before a list is there
 * @param approvals on submission: how many hands must approve, 1 or 2
 */
public record RunEvent(
        long runId,
        int sequence,
        RunState from,
        RunState to,
        RunDuty duty,
        String actor,
        String onBehalfOf,
        Instant at,
        int round,
        String note,
        byte[] digest,
        int approvals) {

    /** Sequence of an event before it is stored. */
    public static final int NEXT = 0;
}
