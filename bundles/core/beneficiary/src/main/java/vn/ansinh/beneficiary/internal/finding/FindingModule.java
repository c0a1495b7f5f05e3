package vn.ansinh.beneficiary.internal.finding;

import vn.ansinh.beneficiary.api.Duplicates;
import vn.ansinh.beneficiary.api.PeopleFinder;
import vn.ansinh.beneficiary.api.Units;
import vn.ansinh.beneficiary.port.DuplicatePairs;
import vn.ansinh.beneficiary.port.PeopleIndex;
import vn.ansinh.beneficiary.port.UnitLists;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.UnitOfWork;

/** Builds units, search and duplicates. */
public final class FindingModule {

    private final Units units;
    private final PeopleFinder finder;
    private final Duplicates duplicates;

    /** Over what is stored. */
    public FindingModule(
            UnitLists lists,
            PeopleIndex index,
            DuplicatePairs pairs,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock) {
        ReadTrail trail = new ReadTrail(audit);
        units = new ListedUnits(lists);
        finder = new AuditedFinder(index, unitOfWork, trail);
        duplicates = new AuditedDuplicates(pairs, unitOfWork, trail, clock);
    }

    /** Administrative units. */
    public Units units() {
        return units;
    }

    /** Search. */
    public PeopleFinder finder() {
        return finder;
    }

    /** Duplicates. */
    public Duplicates duplicates() {
        return duplicates;
    }
}
