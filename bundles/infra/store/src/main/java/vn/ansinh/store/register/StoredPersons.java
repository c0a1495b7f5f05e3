package vn.ansinh.store.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.port.Persons;
import vn.ansinh.store.internal.Current;

/** Persons in tables {@code person}, {@code personal_id} and {@code fact}. */
final class StoredPersons implements Persons {

    private final Current current;

    StoredPersons(Current current) {
        this.current = current;
    }

    @Override
    public List<Long> add(List<Person> persons, Instant at) {
        List<PersonEntity> people =
                persons.stream().map(person -> new PersonEntity(person, at)).toList();
        Batches.insert(current.em(), people);
        List<Object> details = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            Person person = persons.get(i);
            long key = people.get(i).id();
            if (!person.personalId().isEmpty()) {
                // The number never changes and is given with the birth record: valid from birth.
                details.add(
                        new PersonalIdEntity(key, person.personalId(), person.earliestBirth(), at));
            }
            person.facts().forEach(fact -> details.add(new FactEntity(key, fact, at)));
        }
        Batches.insert(current.em(), details);
        return people.stream().map(PersonEntity::id).toList();
    }

    @Override
    public void addFacts(long personId, List<Fact> facts, Instant at) {
        Batches.insert(
                current.em(),
                facts.stream().map(fact -> new FactEntity(personId, fact, at)).toList());
    }

    @Override
    public void recordDeath(long personId, LocalDate death, Instant at) {
        PersonEntity person = current.em().find(PersonEntity.class, personId);
        if (person == null) {
            throw new NoSuchElementException("no person of this tenant: id='" + personId + "'");
        }
        // It may have been read in this unit of work, and what is read is not watched for changes.
        current.em().unwrap(Session.class).setReadOnly(person, false);
        person.die(death, at);
    }

    @Override
    public Optional<Person> byId(long id) {
        return byKeys(List.of(id)).stream().findFirst();
    }

    @Override
    public Map<String, Person> byPersonalIds(Collection<String> personalIds) {
        List<Long> keys =
                Batches.read(
                        personalIds,
                        some ->
                                Batches.query(
                                                current.em(),
                                                "select i.personId from PersonalIdEntity i"
                                                        + " where i.number in :numbers"
                                                        + " and i.validTo is null",
                                                Long.class)
                                        .setParameter("numbers", some)
                                        .getResultList());
        return byKeys(keys).stream()
                .collect(Collectors.toMap(Person::personalId, person -> person));
    }

    @Override
    public List<Person> withoutPersonalId(Collection<String> foldedNames) {
        List<Long> keys =
                Batches.read(
                        foldedNames,
                        some ->
                                Batches.query(
                                                current.em(),
                                                "select p.id from PersonEntity p"
                                                        + " where p.foldedName in :names"
                                                        + " and not exists (select i.id from"
                                                        + " PersonalIdEntity i where i.personId ="
                                                        + " p.id and i.validTo is null)",
                                                Long.class)
                                        .setParameter("names", some)
                                        .getResultList());
        return byKeys(keys);
    }

    @Override
    public List<Person> page(long afterId, int limit) {
        return whole(
                Batches.query(
                                current.em(),
                                "select p from PersonEntity p where p.id > :after order by p.id",
                                PersonEntity.class)
                        .setParameter("after", afterId)
                        .setMaxResults(limit)
                        .getResultList());
    }

    @Override
    public long count() {
        return current.em()
                .createQuery("select count(p) from PersonEntity p", Long.class)
                .getSingleResult();
    }

    private List<Person> byKeys(List<Long> keys) {
        return Batches.read(
                keys,
                some ->
                        whole(
                                Batches.query(
                                                current.em(),
                                                "select p from PersonEntity p where p.id in :keys"
                                                        + " order by p.id",
                                                PersonEntity.class)
                                        .setParameter("keys", some)
                                        .getResultList()));
    }

    /** The people with the number they hold now and the facts as known now. */
    private List<Person> whole(List<PersonEntity> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        List<Long> keys = people.stream().map(PersonEntity::id).toList();
        Map<Long, String> numbers =
                Batches.query(
                                current.em(),
                                "select i from PersonalIdEntity i where i.personId in :keys"
                                        + " and i.validTo is null",
                                PersonalIdEntity.class)
                        .setParameter("keys", keys)
                        .getResultStream()
                        .collect(
                                Collectors.toMap(
                                        PersonalIdEntity::personId, PersonalIdEntity::number));
        Map<Long, List<Fact>> facts =
                Batches.query(
                                current.em(),
                                "select f from FactEntity f where f.personId in :keys"
                                        + " and f.supersededAt is null order by f.personId, f.id",
                                FactEntity.class)
                        .setParameter("keys", keys)
                        .getResultStream()
                        .collect(
                                Collectors.groupingBy(
                                        FactEntity::personId,
                                        Collectors.mapping(FactEntity::fact, Collectors.toList())));
        return people.stream()
                .map(
                        person ->
                                person.person(
                                        numbers.getOrDefault(person.id(), ""),
                                        facts.getOrDefault(person.id(), List.of())))
                .toList();
    }
}
