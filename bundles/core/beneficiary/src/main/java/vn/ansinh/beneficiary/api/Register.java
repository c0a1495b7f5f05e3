package vn.ansinh.beneficiary.api;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * The register of people of a tenant. Every read and change leaves an audit record. Inside a unit
 * of work of the same tenant a call joins it. A person found to be another one reads as that other
 * one, and no page lists it. Restricted facts (HIV) show neither in {@link #person} nor in {@link
 * #page}. More on a person: {@link PersonChanges}, {@link FactRecords}, {@link Merges}, {@link
 * Households}, {@link ReviewCases}.
 */
public interface Register {

    /** One person, if this tenant has it. */
    Optional<Person> person(TenantId tenant, Actor actor, long personId);

    /** A page of people in the order of their key, after the given key. */
    List<Person> page(TenantId tenant, Actor actor, long afterId, int limit);

    /** How many people the tenant has. */
    long count(TenantId tenant, Actor actor);

    /**
     * The people who hold these personal identification numbers now, by number; with all facts, for
     * matching and not for showing.
     */
    Map<String, Person> holdersOf(TenantId tenant, Actor actor, Collection<String> personalIds);

    /**
     * People without a personal id whose folded name ({@link Names#fold}) is one of these; with all
     * facts, for matching and not for showing.
     */
    List<Person> withoutPersonalId(TenantId tenant, Actor actor, Collection<String> foldedNames);

    /**
     * Stores new people with their facts and gives their keys in the same order. Facts the
     * catalogue does not know are INVALID_INPUT.
     */
    List<Long> add(TenantId tenant, Actor actor, List<Person> persons);

    /** Adds facts to a person; what was stored stays. */
    void addFacts(TenantId tenant, Actor actor, long personId, List<Fact> facts);

    /**
     * Records a death (khai tử). A death already recorded is a CONFLICT unless it is the same day.
     */
    void recordDeath(TenantId tenant, Actor actor, long personId, LocalDate death);
}
