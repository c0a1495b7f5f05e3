package vn.ansinh.payment.internal;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.payment.port.RunWork;
import vn.ansinh.payment.port.RunWork.Left;
import vn.ansinh.platform.api.Job;

/**
 * Goes on with drafts whose node is gone, or whose computing gave up here (the database was away,
 * its disk full), at the first part not done. Nobody has to ask for it. One that cannot be ended is
 * tried again, later each time: a person sees it as a draft and computes it again, or cancels it.
 */
public final class RunResume implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(RunResume.class);

    private final PaymentService payments;
    private final RunWork work;
    private final RunsAtWork atWork;
    private final Duration pause;

    /**
     * Over the port.
     *
     * @param seconds pause between two looks; 0 for none
     */
    public RunResume(PaymentService payments, RunWork work, RunsAtWork atWork, int seconds) {
        this.payments = payments;
        this.work = work;
        this.atWork = atWork;
        this.pause = Duration.ofSeconds(seconds);
    }

    @Override
    public String name() {
        return "runs.resume";
    }

    @Override
    public Duration pause() {
        return pause;
    }

    @Override
    public void run() {
        for (Left left : work.left()) {
            if (!atWork.here(left.tenant(), left.runId())) {
                goOn(left);
            }
        }
    }

    /** One run that does not end keeps no other waiting. */
    private void goOn(Left left) {
        try {
            LOG.info(
                    "going on with a run that was left tenant='{}' run='{}' node='{}'",
                    left.tenant().value(),
                    left.runId(),
                    left.node());
            if (!payments.goOn(left.tenant(), left.orderedBy(), left.runId())) {
                LOG.warn(
                        "the law of the run is not active here tenant='{}' run='{}'",
                        left.tenant().value(),
                        left.runId());
                work.later(left);
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "run not ended; tried again later: tenant='{}' run='{}'",
                    left.tenant().value(),
                    left.runId(),
                    e);
            work.later(left);
        }
    }
}
