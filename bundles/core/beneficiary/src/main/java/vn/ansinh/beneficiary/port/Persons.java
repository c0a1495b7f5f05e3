package vn.ansinh.beneficiary.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.Person;

/**
 * Stored persons of the tenant of the current unit of work. {@code at} is the instant of the civil
 * clock from which a reader may know what is stored.
 */
public interface Persons {

    /** Stores new people with their facts and gives their keys in the same order. */
    List<Long> add(List<Person> persons, Instant at);

    /** Adds facts to a stored person. */
    void addFacts(long personId, List<Fact> facts, Instant at);

    /** Records the day of death of a stored person. */
    void recordDeath(long personId, LocalDate death, Instant at);

    /** By key. */
    Optional<Person> byId(long id);

    /** By personal identification number held now. */
    Map<String, Person> byPersonalIds(Collection<String> personalIds);

    /** People without a personal id, by folded name. */
    List<Person> withoutPersonalId(Collection<String> foldedNames);

    /** A page by key. */
    List<Person> page(long afterId, int limit);

    /** How many. */
    long count();
}
