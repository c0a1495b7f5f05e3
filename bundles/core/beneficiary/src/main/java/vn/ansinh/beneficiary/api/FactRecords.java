package vn.ansinh.beneficiary.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * Facts with their two time axes. Kinds and values are those of the catalogue ({@code FactKinds});
 * others are INVALID_INPUT with every fault. Restricted kinds show in {@link #restricted} and
 * {@link #forAssessment} only.
 */
public interface FactRecords {

    /**
     * Facts of a person.
     *
     * @param on true on this day; null for all days
     * @param knownOn as known at the end of this day; null for now
     */
    List<FactRow> list(
            TenantId tenant, Actor actor, long personId, LocalDate on, LocalDate knownOn);

    /**
     * Restricted facts as known now. The actor's purpose must be said (else FORBIDDEN), and the
     * reading leaves an audit record of its own.
     */
    List<FactRow> restricted(TenantId tenant, Actor actor, long personId);

    /** Adds facts; gives their keys. */
    List<Long> add(TenantId tenant, Actor actor, Change change, List<Fact> facts);

    /** Replaces a fact that was wrong; the old row stays readable as known before. */
    long correct(TenantId tenant, Actor actor, Change change, long factId, Fact right);

    /** A fact that was true ends with a day. */
    long end(TenantId tenant, Actor actor, Change change, long factId, LocalDate last);

    /**
     * A person with all facts, restricted ones too, as known on a day: for the engine, never to be
     * shown.
     */
    Optional<Person> forAssessment(TenantId tenant, Actor actor, long personId, LocalDate knownOn);
}
