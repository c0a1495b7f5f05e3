package vn.ansinh.store.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.platform.api.Job;
import vn.ansinh.store.api.NodeSettings;

/**
 * Jobs by db-scheduler. Rooms come and go while the scheduler runs, and it wants its tasks when it
 * is built: so there is one task, and a job is an instance of it by its name. A node that has not
 * got the job puts it back for another.
 */
final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final String TASK = "job";
    private static final int THREADS = 4;
    private static final Duration PUT_BACK = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Supplier<Collection<Job>> jobs;
    private final CustomTask<Void> task;
    private final Scheduler scheduler;
    private final Set<String> planned = new HashSet<>();

    Jobs(DataSource pool, String id, NodeSettings settings, Supplier<Collection<Job>> jobs) {
        this.jobs = jobs;
        this.task =
                Tasks.custom(TASK, Void.class)
                        .onFailure((turn, next) -> next.reschedule(turn, after(PUT_BACK)))
                        .onDeadExecution(
                                (turn, next) -> {
                                    LOG.warn(
                                            "job of a node that is gone comes again job='{}'",
                                            turn.getExecution().getId());
                                    next.reschedule(turn, Instant.now());
                                })
                        .execute(this::run);
        this.scheduler =
                Scheduler.create(pool, task)
                        .schedulerName(new SchedulerName.Fixed(id))
                        .threads(THREADS)
                        .pollingInterval(settings.poll())
                        .heartbeatInterval(settings.heartbeat())
                        .missedHeartbeatsLimit(settings.missed())
                        .shutdownMaxWait(STOP)
                        .build();
    }

    void start() {
        scheduler.start();
    }

    private Optional<Job> find(String name) {
        return jobs.get().stream().filter(job -> job.name().equals(name)).findFirst();
    }

    /** Sees to it that every job of this process has its next turn. */
    void plan() {
        for (Job job : jobs.get()) {
            try {
                if (!job.pause().isZero() && planned.add(job.name())) {
                    plan(job);
                }
            } catch (RuntimeException e) {
                planned.remove(job.name());
                LOG.warn("job not planned yet job='{}' cause='{}'", job.name(), e.toString());
            }
        }
    }

    private void plan(Job job) {
        TaskInstance<Void> instance = task.instance(job.name());
        Instant next = after(job.pause());
        if (!scheduler.scheduleIfNotExists(instance, next)) {
            // A pause that was made shorter counts at once.
            scheduler
                    .getScheduledExecution(instance)
                    .filter(there -> !there.isPicked() && there.getExecutionTime().isAfter(next))
                    .ifPresent(there -> scheduler.reschedule(instance, next));
        }
    }

    private CompletionHandler<Void> run(TaskInstance<Void> instance, ExecutionContext context) {
        Optional<Job> job = find(instance.getId());
        Duration pause = PUT_BACK;
        if (job.isPresent() && !job.get().pause().isZero()) {
            pause = job.get().pause();
            try {
                job.get().run();
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("job failed; tried again later: job='{}'", instance.getId(), e);
            }
        }
        Duration rest = pause;
        return (turn, next) -> next.reschedule(turn, after(rest));
    }

    private static Instant after(Duration pause) {
        return Instant.now().plus(pause);
    }

    /** Waits for turns that run, then interrupts them. */
    @Override
    public void close() {
        scheduler.stop();
    }
}
