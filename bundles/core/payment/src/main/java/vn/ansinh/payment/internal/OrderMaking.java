package vn.ansinh.payment.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.port.OrderStorage;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;

/** Makes the orders of a run when it is approved, and takes them back when it is returned. */
public final class OrderMaking implements RunListener {
    private static final Logger LOG = LoggerFactory.getLogger(OrderMaking.class);

    private final OrderStorage storage;
    private final Audit audit;
    private final CivilClock clock;

    /** Over the ports. */
    public OrderMaking(OrderStorage storage, Audit audit, CivilClock clock) {
        this.storage = storage;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void moved(StoredRun run, RunState from, RunState to) {
        Instant at = clock.now().truncatedTo(ChronoUnit.MICROS);
        if (to == RunState.APPROVED && from == RunState.SUBMITTED) {
            int orders = storage.make(run, payeeDay(run, clock.today()), at);
            audit.record("order.make", "run", run.id(), "orders=" + orders);
            LOG.info("orders made: run='{}' orders='{}'", run.id(), orders);
        } else if (to == RunState.RETURNED && from == RunState.APPROVED) {
            if (storage.underWay(run.id()) > 0) {
                throw new AnsinhException(
                        ErrorCode.CONFLICT,
                        "Kỳ chi trả số "
                                + run.id()
                                + " đã có lệnh chi gửi đi nên không trả lại được.");
            }
            int orders = storage.cancel(run, at);
            audit.record("order.cancel", "run", run.id(), "orders=" + orders);
        } else if (to == RunState.CANCELLED) {
            storage.abandon(run, at);
        }
    }

    /**
     * The day on which a payee must be in place: today, or the first day of the months paid for
     * when they are still to come.
     */
    static LocalDate payeeDay(StoredRun run, LocalDate today) {
        LocalDate first = run.lastMonth().atDay(1);
        return today.isBefore(first) ? first : today;
    }
}
