package vn.ansinh.store.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.port.Persons;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.Sql;

/**
 * Persons in tables {@code person}, {@code personal_id}, {@code residence} and {@code fact}. Many
 * rows go as arrays, one statement for thousands.
 */
final class StoredPersons implements Persons {

    private static final int SLICE = 5_000;
    private static final String HELD =
            " i.kind = 'PERSONAL' and i.valid_to is null and i.superseded_at is null";
    private static final String PERSON =
            "select p.person_id, full_name, sex, birth_text, earliest_birth, latest_birth,"
                    + " coalesce(i.number, '') as number, unit_code, death_on from person p"
                    + " left join personal_id i on i.tenant_id = p.tenant_id"
                    + " and i.person_id = p.person_id and"
                    + HELD;

    private final Sql sql;

    StoredPersons(Current current) {
        sql = new Sql(current);
    }

    @Override
    public List<Long> add(List<Person> persons, Instant at) {
        List<Long> keys = new ArrayList<>(persons.size());
        for (int from = 0; from < persons.size(); from += SLICE) {
            keys.addAll(addSome(persons.subList(from, Math.min(from + SLICE, persons.size())), at));
        }
        return keys;
    }

    private List<Long> addSome(List<Person> persons, Instant at) {
        List<Long> keys =
                sql.list(
                        "select nextval('person_id_seq') from generate_series(1, ?)",
                        row -> row.getLong(1),
                        persons.size());
        sql.update(
                "insert into person (person_id, full_name, folded_name, sex, birth_text,"
                        + " earliest_birth, latest_birth, unit_code, death_on, death_recorded_at,"
                        + " recorded_at) select id, name, folded, sex, birth, earliest, latest,"
                        + " unit, death, case when death is not null then t.at end, t.at"
                        + " from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],"
                        + " ?::text[]::date[], ?::text[]::date[], ?::text[], ?::text[]::date[])"
                        + " as n(id, name, folded, sex, birth, earliest, latest, unit, death),"
                        + " (select ?::timestamptz as at) t",
                keys,
                each(persons, Person::fullName),
                each(persons, person -> Names.fold(person.fullName())),
                each(persons, Person::sex),
                each(persons, Person::birthText),
                each(persons, person -> Sql.text(person.earliestBirth())),
                each(persons, person -> Sql.text(person.latestBirth())),
                each(persons, Person::unitCode),
                each(persons, person -> Sql.text(person.death())),
                at);
        // The number never changes and is given with the birth record: valid from birth.
        sql.update(
                "insert into personal_id (personal_id_id, person_id, number, valid_from,"
                        + " recorded_at) select nextval('personal_id_seq'), id, number, birth, ?"
                        + " from unnest(?::bigint[], ?::text[], ?::text[]::date[])"
                        + " as n(id, number, birth) where number <> ''",
                at,
                keys,
                each(persons, Person::personalId),
                each(persons, person -> Sql.text(person.earliestBirth())));
        sql.update(
                "insert into residence (person_id, unit_code, recorded_at) select id, unit, ?"
                        + " from unnest(?::bigint[], ?::text[]) as n(id, unit) where unit <> ''",
                at,
                keys,
                each(persons, Person::unitCode));
        List<Long> owners = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < persons.size(); i++) {
            for (Fact fact : persons.get(i).facts()) {
                owners.add(keys.get(i));
                facts.add(fact);
            }
        }
        insertFacts(owners, facts, at);
        return keys;
    }

    private void insertFacts(List<Long> owners, List<Fact> facts, Instant at) {
        if (facts.isEmpty()) {
            return;
        }
        sql.update(
                "insert into fact (person_id, fact_id, kind, value, valid_from, valid_to,"
                        + " known_since, paper, recorded_at) select id, nextval('fact_id_seq'),"
                        + " kind, value, valid_from, valid_to, known, paper, ?"
                        + " from unnest(?::bigint[], ?::text[], ?::text[], ?::text[]::date[],"
                        + " ?::text[]::date[], ?::text[]::date[], ?::text[])"
                        + " as n(id, kind, value, valid_from, valid_to, known, paper)",
                at,
                owners,
                each(facts, Fact::kind),
                each(facts, Fact::value),
                each(facts, fact -> Sql.text(fact.from())),
                each(facts, fact -> Sql.text(fact.to())),
                each(facts, fact -> Sql.text(fact.knownSince())),
                each(facts, Fact::paper));
    }

    /** With nulls, which {@code toList} of a stream would keep too but copies would not. */
    private static <T> List<String> each(List<T> things, Function<T, String> text) {
        List<String> texts = new ArrayList<>(things.size());
        things.forEach(thing -> texts.add(text.apply(thing)));
        return texts;
    }

    @Override
    public void addFacts(long personId, List<Fact> facts, Instant at) {
        touch(personId);
        insertFacts(facts.stream().map(fact -> personId).toList(), facts, at);
    }

    @Override
    public void recordDeath(long personId, LocalDate death, Instant at) {
        touch(personId);
        sql.update(
                "update person set death_on = ?, death_recorded_at = ? where person_id = ?",
                death,
                at,
                personId);
    }

    private void touch(long personId) {
        if (sql.update("update person set version = version + 1 where person_id = ?", personId)
                == 0) {
            throw new NoSuchElementException("no person of this tenant: id='" + personId + "'");
        }
    }

    @Override
    public Optional<Person> byId(long id) {
        Long survivor = survivors(List.of(id)).get(id);
        return survivor == null ? Optional.empty() : byKeys(List.of(survivor)).stream().findFirst();
    }

    @Override
    public Map<String, Person> byPersonalIds(Collection<String> personalIds) {
        Map<String, Long> holders = new LinkedHashMap<>();
        // Each number asked for by itself: a thousand of them at once look like more than all that
        // the tenant has, which would then be read for every thousand rows of an import.
        sql.listPlannedAnew(
                        "select held.* from unnest(?::text[]) wanted cross join lateral"
                                + " (select number, person_id from personal_id i"
                                + " where number = wanted and"
                                + HELD
                                + " offset 0) held",
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        personalIds)
                .forEach(found -> holders.put(found.getKey(), found.getValue()));
        Map<Long, Long> survivors = survivors(holders.values());
        Map<Long, Person> people =
                byKeys(survivors.values()).stream()
                        .collect(Collectors.toMap(Person::id, person -> person));
        Map<String, Person> found = new HashMap<>();
        holders.forEach((number, key) -> found.put(number, people.get(survivors.get(key))));
        return found;
    }

    /** Where people lead to after merges; who is not there is left out. */
    private Map<Long, Long> survivors(Collection<Long> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<Long, Long> found = new HashMap<>();
        sql.list(
                        "with recursive chain(start, id, next) as (select person_id, person_id,"
                                + " merged_into from person where person_id = any(?) union all"
                                + " select c.start, p.person_id, p.merged_into from person p"
                                + " join chain c on p.person_id = c.next)"
                                + " select start, id from chain where next is null",
                        row -> Map.entry(row.getLong(1), row.getLong(2)),
                        keys)
                .forEach(lead -> found.put(lead.getKey(), lead.getValue()));
        return found;
    }

    @Override
    public List<Person> withoutPersonalId(Collection<String> foldedNames) {
        return whole(
                PERSON
                        + " where folded_name = any(?) and i.number is null"
                        + " and merged_into is null order by p.person_id",
                foldedNames);
    }

    @Override
    public List<Person> page(long afterId, int limit) {
        return whole(
                PERSON
                        + " where p.person_id > ? and merged_into is null"
                        + " order by p.person_id limit ?",
                afterId,
                limit);
    }

    @Override
    public long count() {
        return sql.number("select count(*) from person where merged_into is null");
    }

    private List<Person> byKeys(Collection<Long> keys) {
        return keys.isEmpty()
                ? List.of()
                : whole(
                        PERSON + " where p.person_id = any(?) order by p.person_id",
                        new TreeSet<>(keys));
    }

    /** The people with the number they hold now and the facts as known now. */
    private List<Person> whole(String query, Object... values) {
        Map<Long, List<Fact>> facts = new HashMap<>();
        List<Person> bare =
                sql.list(
                        query,
                        row ->
                                new Person(
                                        row.getLong("person_id"),
                                        row.getString("full_name"),
                                        row.getString("sex"),
                                        row.getString("birth_text"),
                                        Sql.day(row, "earliest_birth"),
                                        Sql.day(row, "latest_birth"),
                                        row.getString("number"),
                                        row.getString("unit_code"),
                                        Sql.day(row, "death_on"),
                                        List.of()),
                        values);
        if (bare.isEmpty()) {
            return bare;
        }
        sql.list(
                        StoredFacts.SELECT
                                + " where person_id = any(?) and superseded_at is null"
                                + " order by person_id, fact_id",
                        row -> Map.entry(row.getLong("person_id"), StoredFacts.row(row)),
                        bare.stream().map(Person::id).toList())
                .forEach(
                        found ->
                                facts.computeIfAbsent(found.getKey(), key -> new ArrayList<>(4))
                                        .add(found.getValue().fact()));
        return bare.stream().map(p -> with(p, facts.getOrDefault(p.id(), List.of()))).toList();
    }

    private static Person with(Person p, List<Fact> facts) {
        return facts.isEmpty()
                ? p
                : new Person(
                        p.id(),
                        p.fullName(),
                        p.sex(),
                        p.birthText(),
                        p.earliestBirth(),
                        p.latestBirth(),
                        p.personalId(),
                        p.unitCode(),
                        p.death(),
                        facts);
    }
}
