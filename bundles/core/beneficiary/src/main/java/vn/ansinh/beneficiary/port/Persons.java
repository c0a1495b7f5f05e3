package vn.ansinh.beneficiary.port;

import java.util.List;
import java.util.Optional;
import vn.ansinh.beneficiary.api.Person;

/** Stored persons of the tenant of the current unit of work. */
public interface Persons {

    /** Stores a new person with facts and gives the key. */
    long add(Person person);

    /** By key. */
    Optional<Person> byId(long id);

    /** By personal identification number. */
    Optional<Person> byPersonalId(String personalId);

    /** A page by key. */
    List<Person> page(long afterId, int limit);

    /** How many. */
    long count();
}
