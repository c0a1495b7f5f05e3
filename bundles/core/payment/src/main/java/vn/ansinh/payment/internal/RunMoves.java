package vn.ansinh.payment.internal;

import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.RunEvent;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.CivilClock;

/** The one way a run moves: an event, then everybody who has a part in it. */
final class RunMoves {
    private final CivilClock clock;
    private final PaymentStorage storage;
    private final List<RunListener> listeners;

    RunMoves(CivilClock clock, PaymentStorage storage, RunListeners listeners) {
        this.clock = clock;
        this.storage = storage;
        this.listeners = listeners.all();
    }

    /**
     * Moves a run that is locked.
     *
     * @return the run as it is now
     */
    StoredRun move(
            StoredRun run,
            Actor actor,
            RunState to,
            RunDuty duty,
            String note,
            byte[] digest,
            int approvals) {
        storage.append(
                new RunEvent(
                        run.id(),
                        storage.events(run.id()).size() + 1,
                        run.state(),
                        to,
                        duty,
                        actor.login(),
                        actor.onBehalfOf(),
                        clock.now().truncatedTo(ChronoUnit.MICROS),
                        run.round(),
                        note,
                        digest,
                        approvals));
        StoredRun now = storage.lock(run);
        for (RunListener listener : listeners) {
            listener.moved(now, run.state(), to);
        }
        return now;
    }
}
