package vn.ansinh.payment.internal;

import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.port.StoredRun;

/**
 * Is told of every move of a run, inside the transaction of the move. An exception refuses the
 * move.
 */
public interface RunListener {

    /**
     * The run has moved.
     *
     * @param run the run as it is now
     * @param from state before
     * @param to state now; the same as before for a check and the first of two approvals
     */
    void moved(StoredRun run, RunState from, RunState to);
}
