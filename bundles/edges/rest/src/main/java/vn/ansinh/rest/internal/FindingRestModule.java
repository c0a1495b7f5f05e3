package vn.ansinh.rest.internal;

import java.util.Set;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.beneficiary.api.Duplicates;
import vn.ansinh.beneficiary.api.PeopleFinder;
import vn.ansinh.beneficiary.api.Units;
import vn.ansinh.entitlement.api.MonthlyLists;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;

/** Builds the resources of units, search, duplicates and monthly lists. */
public final class FindingRestModule {
    static final Set<Class<?>> RESOURCES =
            Set.of(
                    UnitsResource.class,
                    LocalityUnitsResource.class,
                    PeopleSearchResource.class,
                    DuplicatesResource.class,
                    MonthlyListsResource.class);

    private final Localities localities;
    private final Units units;
    private final PeopleFinder finder;
    private final Duplicates duplicates;
    private final MonthlyLists lists;
    private final ActiveLaw activeLaw;
    private final CivilClock clock;

    /** Over the cores' services. */
    public FindingRestModule(
            Localities localities,
            Units units,
            PeopleFinder finder,
            Duplicates duplicates,
            MonthlyLists lists,
            ActiveLaw activeLaw,
            CivilClock clock) {
        this.localities = localities;
        this.units = units;
        this.finder = finder;
        this.duplicates = duplicates;
        this.lists = lists;
        this.activeLaw = activeLaw;
        this.clock = clock;
    }

    /** Units. */
    public UnitsResource units() {
        return new UnitsResource(units, clock);
    }

    /** Units of a locality. */
    public LocalityUnitsResource localityUnits() {
        return new LocalityUnitsResource(units, activeLaw, clock);
    }

    /** Search. */
    public PeopleSearchResource search() {
        return new PeopleSearchResource(localities, finder);
    }

    /** Duplicates. */
    public DuplicatesResource duplicates() {
        return new DuplicatesResource(localities, duplicates);
    }

    /** Monthly lists. */
    public MonthlyListsResource monthly() {
        return new MonthlyListsResource(localities, lists);
    }
}
