package vn.ansinh.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.platform.api.Job;
import vn.ansinh.store.api.NodeSettings;

/**
 * This process as one of several on its database: says every few seconds that it lives, and does
 * the jobs that are its turn. A database that is away is no trouble of its own: the next beat comes
 * in time.
 */
final class RunningNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningNode.class);
    private static final long STOP_SECONDS = 5;

    private final DataSource pool;
    private final String id;
    private final NodeSettings settings;
    private final Jobs jobs;
    private final ScheduledExecutorService heart;
    private boolean away;

    private RunningNode(
            DataSource pool, String id, NodeSettings settings, Supplier<Collection<Job>> jobs) {
        this.pool = pool;
        this.id = id;
        this.settings = settings;
        this.jobs = new Jobs(pool, id, settings, jobs);
        this.heart =
                Executors.newSingleThreadScheduledExecutor(
                        work -> {
                            Thread thread = new Thread(work, "ansinh-node");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /**
     * Starts; the first heartbeat is written when it returns.
     *
     * @param jobs the jobs of this process, asked again and again
     */
    static RunningNode start(
            DataSource pool, String id, NodeSettings settings, Supplier<Collection<Job>> jobs) {
        RunningNode node = new RunningNode(pool, id, settings, jobs);
        node.beat();
        node.jobs.start();
        long millis = settings.heartbeat().toMillis();
        node.heart.scheduleWithFixedDelay(node::beat, millis, millis, TimeUnit.MILLISECONDS);
        long poll = settings.poll().toMillis();
        node.heart.scheduleWithFixedDelay(node::plan, poll, poll, TimeUnit.MILLISECONDS);
        LOG.info("node lives node='{}' name='{}'", id, settings.name());
        return node;
    }

    /** Nothing but an exception ends a repeated task, so none gets out. */
    private void beat() {
        try (Connection connection = pool.getConnection()) {
            live(connection);
            forget(connection);
            if (away) {
                LOG.info("node lives again node='{}'", id);
            }
            away = false;
        } catch (SQLException | RuntimeException e) {
            if (!away) {
                LOG.warn("heartbeat not written node='{}' cause='{}'", id, e.getMessage());
            }
            away = true;
        }
    }

    private void plan() {
        if (!away) {
            jobs.plan();
        }
    }

    private void live(Connection connection) throws SQLException {
        try (PreparedStatement beat =
                connection.prepareStatement(
                        "insert into node (node_id, name, live_until) values (?, ?,"
                                + " clock_timestamp() + ? * interval '1 millisecond')"
                                + " on conflict (node_id) do update set"
                                + " seen_at = clock_timestamp(),"
                                + " live_until = excluded.live_until")) {
            beat.setString(1, id);
            beat.setString(2, settings.name());
            beat.setLong(3, settings.patience().toMillis());
            beat.executeUpdate();
        }
    }

    private static void forget(Connection connection) throws SQLException {
        try (PreparedStatement old =
                connection.prepareStatement(
                        "delete from node where seen_at < clock_timestamp() - interval '7 days'")) {
            old.executeUpdate();
        }
    }

    /** Ends its turns and says good-bye, so that nobody waits for it. */
    @Override
    public void close() {
        heart.shutdownNow();
        jobs.close();
        try {
            if (!heart.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("heartbeat does not end node='{}'", id);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Connection connection = pool.getConnection();
                PreparedStatement gone =
                        connection.prepareStatement("delete from node where node_id = ?")) {
            gone.setString(1, id);
            gone.executeUpdate();
        } catch (SQLException e) {
            LOG.info("good-bye not written node='{}' cause='{}'", id, e.getMessage());
        }
    }
}
