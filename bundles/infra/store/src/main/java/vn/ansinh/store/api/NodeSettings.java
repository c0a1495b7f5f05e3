package vn.ansinh.store.api;

import java.time.Duration;
import java.util.Objects;

/**
 * How a container is one of several on its database.
 *
 * @param name name for people; several may have the same
 * @param heartbeat how often it says that it lives
 * @param missed after how many heartbeats that did not come it counts as gone; at least 4
 * @param poll how often it looks for jobs that are due
 */
public record NodeSettings(String name, Duration heartbeat, int missed, Duration poll) {
    private static final int LEAST_MISSED = 4;

    public NodeSettings {
        Objects.requireNonNull(name, "name");
        if (heartbeat.isNegative() || heartbeat.isZero() || poll.isNegative() || poll.isZero()) {
            throw new IllegalArgumentException("heartbeat and poll are positive");
        }
        if (missed < LEAST_MISSED) {
            throw new IllegalArgumentException("missed='" + missed + "' is below " + LEAST_MISSED);
        }
    }

    /** After this time without a heartbeat a node is gone. */
    public Duration patience() {
        return heartbeat.multipliedBy(missed);
    }
}
