package vn.ansinh.activation.port;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the nodes of one database tell each other about versions. One of them calls the others to
 * get a version ready, they answer, and what is in force changes by counted turns. Common tables;
 * every method is called inside a unit of work that the caller opened.
 */
public interface Agreement {

    /** What there is to do for this node. */
    Look look();

    /**
     * Calls the live nodes to get a version ready.
     *
     * @param limit after which the call is void by itself
     * @return its number, or empty while another live node's call is open
     */
    Optional<Long> call(String sha256, Duration limit);

    /** The call is over; inside the transaction that changes what is in force, or without one. */
    void end(long call);

    /** This node's answer: the digest of what it compiled, or a fault in Vietnamese. */
    void answer(long call, String digest, String fault);

    /** What the nodes said. */
    List<Answer> answers(long call);

    /** This node serves what is in force since this turn. */
    void serves(long turn);

    /** Names of live nodes that do not serve the newest turn yet, without this one. */
    List<String> behind();

    /**
     * A look.
     *
     * @param turn number of the last change of what is in force
     * @param call a call of another live node that this one has not answered, or 0
     * @param sha256 its version, or empty
     */
    record Look(long turn, long call, String sha256) {}

    /**
     * An answer.
     *
     * @param node key of the node
     * @param digest of what it compiled, or empty
     * @param fault why it is not ready, in Vietnamese, or empty
     */
    record Answer(String node, String digest, String fault) {}
}
