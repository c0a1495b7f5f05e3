package vn.ansinh.payment.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.RunEvent;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.TenantId;

/**
 * The one way a run moves: an event, a link of the chain, then everybody who has a part in it. Who
 * may is asked before; the store refuses what the table of moves does not know.
 */
public final class RunMoves {
    private final CivilClock clock;
    private final PaymentStorage storage;
    private final Ledger ledger;
    private final List<RunListener> listeners;

    /** Over the ports. */
    public RunMoves(CivilClock clock, PaymentStorage storage, RunListeners listeners) {
        this.clock = clock;
        this.storage = storage;
        this.ledger = new Ledger(clock, storage);
        this.listeners = listeners.all();
    }

    /**
     * Moves a run that is locked, inside the current unit of work.
     *
     * @param note reason, or empty
     * @param digest root over the lines it has now or gets; null for a draft without
     * @param approvals on submission: how many hands must approve
     * @return the run as it is now
     */
    public StoredRun move(
            TenantId tenant,
            StoredRun run,
            Actor actor,
            RunState to,
            RunDuty duty,
            String note,
            byte[] digest,
            int approvals) {
        Instant at = clock.now().truncatedTo(ChronoUnit.MICROS);
        StoredRun now =
                storage.append(
                        new RunEvent(
                                run.id(),
                                RunEvent.NEXT,
                                run.state(),
                                to,
                                duty,
                                actor.login(),
                                actor.onBehalfOf(),
                                at,
                                run.round(),
                                note,
                                digest,
                                approvals));
        if (digest != null) {
            StoredRun list = now.digest() == null ? run : now;
            ledger.append(
                    kind(run.state(), to, duty),
                    run.id(),
                    list.digest(),
                    "tenant="
                            + tenant.value()
                            + "|month="
                            + list.month()
                            + "|last="
                            + list.lastMonth()
                            + "|lines="
                            + list.lines()
                            + "|dong="
                            + list.totalDong()
                            + "|round="
                            + run.round()
                            + "|hands="
                            + actor.hands());
        }
        for (RunListener listener : listeners) {
            listener.moved(now, run.state(), to);
        }
        return now;
    }

    private static String kind(RunState from, RunState to, RunDuty duty) {
        if (to == RunState.DRAFT) {
            return "RUN_REOPENED";
        }
        if (from == to) {
            return duty == RunDuty.CHECK ? "RUN_CHECKED" : "RUN_FIRST_APPROVED";
        }
        return "RUN_" + to;
    }
}
