package vn.ansinh.platform.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Localities that are at rest (tạm dừng): everything can be read, nothing of them changes, by
 * nobody and no job. The store refuses every change with {@link ErrorCode#LOCALITY_SUSPENDED},
 * whatever room it comes from; only the trail of who read goes on. Whoever runs the container
 * decides it. Every call is a unit of work of its own; not to be called inside one.
 */
public interface Suspensions {

    /**
     * Puts a locality at rest; one that is at rest already keeps the first reason and instant. A
     * change under way is refused at its next statement, or ends if it has had its last.
     *
     * @param reason why, for people; no name, no identity number
     * @throws AnsinhException NOT_FOUND; INVALID_INPUT without a reason
     */
    void suspend(Actor actor, String code, String reason);

    /**
     * Lets it change again; nothing happens when it is not at rest.
     *
     * @throws AnsinhException NOT_FOUND
     */
    void resume(Actor actor, String code);

    /** Whether and why a locality is at rest. */
    Optional<Suspension> of(String code);

    /** Every locality at rest, by code. */
    List<Suspension> all();

    /**
     * A locality at rest.
     *
     * @param code code
     * @param at since when
     * @param reason why
     */
    record Suspension(String code, Instant at, String reason) {}
}
