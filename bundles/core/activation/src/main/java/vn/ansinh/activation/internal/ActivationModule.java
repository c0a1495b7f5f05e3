package vn.ansinh.activation.internal;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.activation.api.Intake;
import vn.ansinh.activation.api.Quarantine;
import vn.ansinh.activation.api.Releases;
import vn.ansinh.activation.port.Agreement;
import vn.ansinh.activation.port.Candidates;
import vn.ansinh.activation.port.Checker;
import vn.ansinh.activation.port.ReleaseArchive;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.Nodes;
import vn.ansinh.platform.api.UnitOfWork;

/**
 * The inside of the room. From its start one thread brings back what was in force and goes on
 * trying until all of it answers, then follows what other nodes do; it does not hold up the
 * container.
 */
public final class ActivationModule {

    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.activation");
    private static final long FIRST_PAUSE_MS = 250;
    private static final long LONGEST_PAUSE_MS = 30_000;
    private static final long STOP_MS = 5_000;
    private static final long WATCH_MS = 500;

    private final ActiveTable table = new ActiveTable();
    private final ReleaseService service;
    private final long lookMillis;
    private final Budget budget;
    private final Thread restorer = new Thread(this::restore, "ansinh-activation");
    private final Thread watch = new Thread(this::watch, "ansinh-budget");

    /**
     * Builds the room.
     *
     * @param autoActivate {@code true}: what passed its check goes in force by itself; {@code
     *     false}: somebody activates it
     * @param acknowledgeSeconds longest wait for another node's answer
     * @param lookMillis pause between two looks at what other nodes did
     * @param budgetSeconds how long one call of a rule may take
     * @param budgetFaults how many calls of a law or form may fail before it is held
     */
    public ActivationModule(
            Engine engine,
            ReleaseArchive archive,
            Candidates candidates,
            Checker checker,
            Localities localities,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            Agreement agreement,
            Nodes nodes,
            boolean autoActivate,
            int acknowledgeSeconds,
            long lookMillis,
            int budgetSeconds,
            int budgetFaults) {
        if (acknowledgeSeconds < 1 || lookMillis < 1 || budgetSeconds < 1 || budgetFaults < 1) {
            throw new IllegalArgumentException("times and numbers of activation are positive");
        }
        budget =
                new Budget(
                        table,
                        localities,
                        unitOfWork,
                        audit,
                        clock,
                        Duration.ofSeconds(budgetSeconds),
                        budgetFaults,
                        System::nanoTime);
        Company company =
                new Company(
                        agreement,
                        nodes,
                        unitOfWork,
                        Duration.ofSeconds(acknowledgeSeconds),
                        Thread::sleep);
        Switch points =
                new Switch(
                        new GuardedEngine(engine, budget),
                        archive,
                        candidates,
                        localities,
                        unitOfWork,
                        audit,
                        clock,
                        table,
                        company);
        service =
                new ReleaseService(
                        archive, checker, unitOfWork, clock, points, company, autoActivate);
        this.lookMillis = lookMillis;
    }

    /** Starts to bring back what was in force. */
    public void start() {
        restorer.setDaemon(true);
        restorer.start();
        watch.setDaemon(true);
        watch.start();
    }

    /** Stops trying. */
    public void stop() throws InterruptedException {
        restorer.interrupt();
        watch.interrupt();
        restorer.join(STOP_MS);
        watch.join(STOP_MS);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(WATCH_MS);
                budget.look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void restore() {
        long pause = FIRST_PAUSE_MS;
        boolean complete = false;
        boolean told = false;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (complete) {
                    complete = service.follow() == 0;
                } else {
                    int missing = service.restore();
                    complete = missing == 0;
                    LOG.info("restored active='{}' missing='{}'", table.all().size(), missing);
                }
                told = false;
            } catch (RuntimeException | LinkageError e) {
                tell(e, complete, told);
                told = true;
            }
            pause = complete ? FIRST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS);
            try {
                Thread.sleep(complete ? lookMillis : pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What was served is served on when a look fails; that is told once. */
    private static void tell(Throwable fault, boolean complete, boolean told) {
        if (!complete) {
            LOG.error("not restored, will be tried again", fault);
        } else if (!told) {
            LOG.warn("cannot look at what other nodes did cause='{}'", fault.toString());
        }
    }

    /** What is active. */
    public ActiveLaw activeLaw() {
        return table;
    }

    /** The life of versions. */
    public Releases releases() {
        return service;
    }

    /** What is held back at run time. */
    public Quarantine quarantine() {
        return budget;
    }

    /** Where jars come in. */
    public Intake intake() {
        return service;
    }
}
