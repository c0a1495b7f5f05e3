package vn.ansinh.rest.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import vn.ansinh.beneficiary.api.FactRecords;
import vn.ansinh.beneficiary.api.Households;
import vn.ansinh.beneficiary.api.Merges;
import vn.ansinh.beneficiary.api.PersonChanges;
import vn.ansinh.beneficiary.api.ReviewCases;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.OnceOnly;

/** Builds what the interface offers on the register beside reading people. */
public final class RegisterModule {
    static final Set<Class<?>> RESOURCES =
            Set.of(
                    PersonChangesResource.class,
                    PeopleBatchResource.class,
                    PersonFactsResource.class,
                    HouseholdsResource.class,
                    ReviewCasesResource.class);

    private final Localities localities;
    private final PersonChanges changes;
    private final FactRecords facts;
    private final Merges merges;
    private final Households households;
    private final ReviewCases reviews;
    private final CivilClock clock;
    private final Once once;

    /** Over the core's services. */
    public RegisterModule(
            Localities localities,
            PersonChanges changes,
            FactRecords facts,
            Merges merges,
            Households households,
            ReviewCases reviews,
            OnceOnly onceOnly,
            CivilClock clock,
            ObjectMapper json) {
        this.localities = localities;
        this.changes = changes;
        this.facts = facts;
        this.merges = merges;
        this.households = households;
        this.reviews = reviews;
        this.clock = clock;
        once = new Once(onceOnly, json);
    }

    /** Files of people and their changes. */
    public PersonChangesResource changes() {
        return new PersonChangesResource(localities, changes, merges, households, clock, once);
    }

    /** Many people at once. */
    public PeopleBatchResource batch() {
        return new PeopleBatchResource(localities, changes, clock, once);
    }

    /** Facts. */
    public PersonFactsResource facts() {
        return new PersonFactsResource(localities, facts, clock, once);
    }

    /** Households. */
    public HouseholdsResource households() {
        return new HouseholdsResource(localities, households, once);
    }

    /** Cases to review. */
    public ReviewCasesResource reviews() {
        return new ReviewCasesResource(localities, reviews);
    }
}
