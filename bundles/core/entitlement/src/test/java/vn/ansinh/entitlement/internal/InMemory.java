package vn.ansinh.entitlement.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.entitlement.api.Grant;
import vn.ansinh.entitlement.api.RunningDecisions.DecisionView;
import vn.ansinh.entitlement.port.Decisions;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** A register and decisions in maps, for tests without a database; writes count. */
final class InMemory implements Register, Decisions, UnitOfWork, CivilClock, Localities {

    static final TenantId TENANT = new TenantId(7);

    final Map<Long, Person> persons = new LinkedHashMap<>();
    final List<DecisionView> stored = new ArrayList<>();
    final List<Grant> grants = new ArrayList<>();
    int writes;

    @Override
    public List<Long> add(TenantId tenant, Actor actor, List<Person> added) {
        List<Long> keys = new ArrayList<>();
        for (Person p : added) {
            long key = persons.size() + 1L;
            persons.put(key, copy(p, key, p.death(), p.facts()));
            keys.add(key);
            writes++;
        }
        return keys;
    }

    @Override
    public void addFacts(TenantId tenant, Actor actor, long personId, List<Fact> facts) {
        Person p = persons.get(personId);
        List<Fact> all = new ArrayList<>(p.facts());
        all.addAll(facts);
        persons.put(personId, copy(p, personId, p.death(), all));
        writes++;
    }

    @Override
    public void recordDeath(TenantId tenant, Actor actor, long personId, LocalDate death) {
        Person p = persons.get(personId);
        persons.put(personId, copy(p, personId, death, p.facts()));
        writes++;
    }

    @Override
    public Map<String, Person> holdersOf(TenantId tenant, Actor actor, Collection<String> ids) {
        return persons.values().stream()
                .filter(p -> ids.contains(p.personalId()))
                .collect(Collectors.toMap(Person::personalId, p -> p));
    }

    @Override
    public List<Person> withoutPersonalId(TenantId tenant, Actor actor, Collection<String> names) {
        return persons.values().stream()
                .filter(p -> p.personalId().isEmpty() && names.contains(Names.fold(p.fullName())))
                .toList();
    }

    @Override
    public Optional<Person> person(TenantId tenant, Actor actor, long personId) {
        return Optional.ofNullable(persons.get(personId));
    }

    @Override
    public List<Person> page(TenantId tenant, Actor actor, long afterId, int limit) {
        return List.copyOf(persons.values());
    }

    @Override
    public long count(TenantId tenant, Actor actor) {
        return persons.size();
    }

    @Override
    public Map<Key, DecisionView> byNumbers(Collection<String> numbers) {
        return stored.stream()
                .filter(view -> numbers.contains(view.number()))
                .collect(Collectors.toMap(v -> new Key(v.number(), v.signedOn()), v -> v));
    }

    @Override
    public List<Long> add(List<NewDecision> decisions, Instant at) {
        List<Long> keys = new ArrayList<>();
        for (NewDecision decision : decisions) {
            long key = stored.size() + 1L;
            Key k = decision.key();
            stored.add(
                    new DecisionView(
                            key,
                            k.number(),
                            decision.authority(),
                            k.signedOn(),
                            decision.kind(),
                            0));
            keys.add(key);
            writes++;
        }
        return keys;
    }

    @Override
    public void grant(List<Grant> added, Instant at) {
        for (Grant g : added) {
            grants.add(
                    new Grant(
                            grants.size() + 1L,
                            g.decisionId(),
                            g.decisionNumber(),
                            g.signedOn(),
                            g.personId(),
                            g.groundCode(),
                            g.component(),
                            g.coefficientHundredths(),
                            g.fromMonth(),
                            g.toMonth(),
                            g.channel(),
                            g.payeeName(),
                            g.payeeRelation(),
                            g.bank(),
                            g.account()));
            writes++;
        }
    }

    @Override
    public List<Grant> grantsOf(Collection<Long> personIds) {
        return grants.stream().filter(g -> personIds.contains(g.personId())).toList();
    }

    @Override
    public List<DecisionView> page(long afterId, int limit) {
        return List.copyOf(stored);
    }

    @Override
    public <T> T inTenant(TenantId tenant, Actor actor, Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T> T common(Actor actor, Supplier<T> work) {
        return work.get();
    }

    @Override
    public Instant now() {
        return Instant.parse("2026-11-24T05:00:00Z");
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Asia/Ho_Chi_Minh");
    }

    @Override
    public boolean adjusted() {
        return true;
    }

    @Override
    public List<TenantInfo> all() {
        return List.of(new TenantInfo(TENANT, "xa-gia-lap", "Xã Giả Lập"));
    }

    @Override
    public Optional<TenantInfo> byCode(String code) {
        return all().stream().filter(info -> info.code().equals(code)).findFirst();
    }

    @Override
    public TenantInfo create(String code, String name) {
        throw new UnsupportedOperationException();
    }

    private static Person copy(Person p, long id, LocalDate death, List<Fact> facts) {
        return new Person(
                id,
                p.fullName(),
                p.sex(),
                p.birthText(),
                p.earliestBirth(),
                p.latestBirth(),
                p.personalId(),
                p.unitCode(),
                death,
                facts);
    }
}
