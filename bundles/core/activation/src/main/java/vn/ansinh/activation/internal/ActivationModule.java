package vn.ansinh.activation.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.activation.api.Intake;
import vn.ansinh.activation.api.Releases;
import vn.ansinh.activation.port.Candidates;
import vn.ansinh.activation.port.Checker;
import vn.ansinh.activation.port.ReleaseArchive;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.UnitOfWork;

/**
 * The inside of the room. From its start one thread brings back what was in force and goes on
 * trying until all of it answers; it does not hold up the container.
 */
public final class ActivationModule {

    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.activation");
    private static final long FIRST_PAUSE_MS = 500;
    private static final long LONGEST_PAUSE_MS = 30_000;
    private static final long STOP_MS = 5_000;

    private final ActiveTable table = new ActiveTable();
    private final ReleaseService service;
    private final Thread restorer = new Thread(this::restore, "ansinh-activation");

    /**
     * Builds the room.
     *
     * @param autoActivate {@code true}: what passed its check goes in force by itself; {@code
     *     false}: somebody activates it
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
            boolean autoActivate) {
        Switch points =
                new Switch(
                        engine, archive, candidates, localities, unitOfWork, audit, clock, table);
        service = new ReleaseService(archive, checker, unitOfWork, clock, points, autoActivate);
    }

    /** Starts to bring back what was in force. */
    public void start() {
        restorer.setDaemon(true);
        restorer.start();
    }

    /** Stops trying. */
    public void stop() throws InterruptedException {
        restorer.interrupt();
        restorer.join(STOP_MS);
    }

    private void restore() {
        long pause = FIRST_PAUSE_MS;
        boolean done = false;
        while (!done && !Thread.currentThread().isInterrupted()) {
            try {
                int missing = service.restore();
                done = missing == 0;
                LOG.info("restored active='{}' missing='{}'", table.all().size(), missing);
            } catch (RuntimeException | LinkageError e) {
                LOG.error("not restored, will be tried again", e);
            }
            if (!done) {
                try {
                    Thread.sleep(pause);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
            }
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

    /** Where jars come in. */
    public Intake intake() {
        return service;
    }
}
