package vn.ansinh.activation.api;

import java.time.Instant;
import java.util.List;
import vn.ansinh.platform.api.Actor;

/**
 * What a bundle brought and is not called any more because it went over its budget while it worked
 * (cách ly): a law whose rule does not come back or keeps failing, a report form likewise. Kept in
 * memory, on each node by itself; a start of the container forgets it.
 */
public interface Quarantine {

    /** Everything that is held, oldest first. */
    List<Held> held();

    /**
     * Lets it be called again; it may be held anew.
     *
     * @throws vn.ansinh.platform.api.AnsinhException NOT_FOUND when nothing of that name is held
     */
    void lift(Actor actor, String part);

    /**
     * Asked before each call.
     *
     * @param part {@code report:CODE/FORM@SHA}, or {@code law:HASH}
     * @throws vn.ansinh.platform.api.AnsinhException QUARANTINED while it is held
     */
    void require(String part);

    /** A call threw what it may not; after too many of them the part is held. */
    void failed(String part, Throwable cause);

    /**
     * A call is not back in its time: the part is held at once.
     *
     * @param thread works on and cannot be ended
     */
    void overTime(String part, Thread thread);

    /**
     * What is held.
     *
     * @param part what
     * @param localities codes of the localities it is held from
     * @param why what happened, in Vietnamese
     * @param since when
     * @param stuck threads that are still in it: they end only with the container
     */
    record Held(String part, List<String> localities, String why, Instant since, int stuck) {
        public Held {
            localities = List.copyOf(localities);
        }
    }
}
