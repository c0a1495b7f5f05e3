package vn.ansinh.generator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import vn.ansinh.beneficiary.api.Fact;
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

/**
 * An empty register of one locality that keeps what an import writes; a person's key is its place.
 */
final class Captured implements Register, Decisions, UnitOfWork, Localities, CivilClock {

    static final TenantId TENANT = new TenantId(1);

    final List<Person> persons = new ArrayList<>();
    final List<Grant> grants = new ArrayList<>();
    final List<NewDecision> decisions = new ArrayList<>();
    private final String locality;

    Captured(String locality) {
        this.locality = locality;
    }

    String locality() {
        return locality;
    }

    @Override
    public List<Long> add(TenantId tenant, Actor actor, List<Person> added) {
        long first = persons.size();
        persons.addAll(added);
        return LongStream.range(first, persons.size()).boxed().toList();
    }

    @Override
    public List<Long> add(List<NewDecision> added, Instant at) {
        decisions.addAll(added);
        return IntStream.range(0, added.size()).mapToObj(i -> (long) i).toList();
    }

    @Override
    public void grant(List<Grant> granted, Instant at) {
        grants.addAll(granted);
    }

    @Override
    public List<Grant> grantsOf(Collection<Long> personIds) {
        return grants.stream().filter(g -> personIds.contains(g.personId())).toList();
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
    public Map<String, Person> holdersOf(TenantId tenant, Actor actor, Collection<String> ids) {
        return Map.of();
    }

    @Override
    public List<Person> withoutPersonalId(TenantId tenant, Actor actor, Collection<String> names) {
        return List.of();
    }

    @Override
    public Map<Key, DecisionView> byNumbers(Collection<String> numbers) {
        return Map.of();
    }

    @Override
    public List<TenantInfo> all() {
        return List.of(new TenantInfo(TENANT, locality, locality));
    }

    @Override
    public Instant now() {
        return Instant.parse("2026-03-15T02:00:00Z");
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
    public Optional<Person> person(TenantId tenant, Actor actor, long personId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Person> page(TenantId tenant, Actor actor, long afterId, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long count(TenantId tenant, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addFacts(TenantId tenant, Actor actor, long personId, List<Fact> facts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void recordDeath(TenantId tenant, Actor actor, long personId, LocalDate death) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<DecisionView> page(long afterId, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<TenantInfo> byCode(String code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TenantInfo create(String code, String name) {
        throw new UnsupportedOperationException();
    }
}
