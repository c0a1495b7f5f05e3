package vn.ansinh.entitlement.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.ansinh.entitlement.api.Grant;
import vn.ansinh.entitlement.api.RunningDecisions.DecisionView;

/**
 * Stored decisions and what they grant, of the tenant of the current unit of work. {@code at} is
 * the instant of the civil clock from which a reader may know what is stored.
 */
public interface Decisions {

    /** What tells a decision from another: number and day of signature. */
    record Key(String number, LocalDate signedOn) {}

    /**
     * A decision to store.
     *
     * @param key number and day of signature
     * @param authority who decided
     * @param kind {@code GRANT} …
     */
    record NewDecision(Key key, String authority, String kind) {}

    /** Stored decisions with these numbers, by key; the count of people is not filled (0). */
    Map<Key, DecisionView> byNumbers(Collection<String> numbers);

    /** Stores decisions and gives their keys in the same order. */
    List<Long> add(List<NewDecision> decisions, Instant at);

    /** Stores what stored decisions grant to stored people. */
    void grant(List<Grant> grants, Instant at);

    /** Grants in force now of these people, in the order of person and key. */
    List<Grant> grantsOf(Collection<Long> personIds);

    /** A page of decisions by key, each with how many people it concerns. */
    List<DecisionView> page(long afterId, int limit);
}
