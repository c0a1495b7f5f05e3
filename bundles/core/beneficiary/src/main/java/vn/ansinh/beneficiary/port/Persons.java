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

    /** By key; a merged person is its survivor. */
    Optional<Person> byId(long id);

    /** By personal identification number held now; a merged holder is its survivor. */
    Map<String, Person> byPersonalIds(Collection<String> personalIds);

    /** People without a personal id, by folded name; merged ones left out. */
    List<Person> withoutPersonalId(Collection<String> foldedNames);

    /** A page by key; merged ones left out. */
    List<Person> page(long afterId, int limit);

    /** How many; merged ones left out. */
    long count();
}
