package vn.ansinh.platform.api;

import java.time.Instant;
import java.util.List;

/**
 * The containers that work on this database (nút). Each says every few seconds that it lives; the
 * instants are the database's own, for this technical question only.
 */
public interface Nodes {

    /** Key of this process; a container that starts again has another. */
    String self();

    /** Those seen within a week, by name and key. */
    List<Node> all();

    /** Those that live now. */
    default List<Node> live() {
        return all().stream().filter(Node::live).toList();
    }

    /**
     * A node.
     *
     * @param id key of the process
     * @param name name for people
     * @param startedAt when it came
     * @param seenAt when it last said that it lives
     * @param live whether it said so recently enough
     */
    record Node(String id, String name, Instant startedAt, Instant seenAt, boolean live) {}
}
