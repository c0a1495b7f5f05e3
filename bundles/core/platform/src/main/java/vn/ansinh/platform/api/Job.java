package vn.ansinh.platform.api;

import java.time.Duration;

/**
 * Work that comes back, for all localities together, and that one live node does at a time (việc
 * định kỳ). A room publishes it as a service; the store's scheduler calls it on a thread of its
 * own, on whichever node is free. A node that dies while it works loses the turn to another, so
 * that the work must bear being done again from the start. An exception is logged and the work
 * comes again after its pause.
 */
public interface Job {

    /** The name, the same on every node and in every version, e.g. {@code orders.settle}. */
    String name();

    /** Time between the end of one turn and the next; zero for never. */
    Duration pause();

    /** Does it. */
    void run();
}
