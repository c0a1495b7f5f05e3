package vn.ansinh.store.register;

import java.util.List;
import java.util.Map;
import vn.ansinh.beneficiary.port.FactRows;
import vn.ansinh.beneficiary.port.HouseholdRows;
import vn.ansinh.beneficiary.port.PersonFiles;
import vn.ansinh.beneficiary.port.Persons;
import vn.ansinh.beneficiary.port.ReviewRows;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.StoreModule;

/** People, households and facts. */
public final class RegisterModule implements StoreModule {

    private final CivilClock clock;

    /** With the clock whose zone tells the days of instants. */
    public RegisterModule(CivilClock clock) {
        this.clock = clock;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(ReviewCaseEntity.class);
    }

    @Override
    public Map<Class<?>, Object> services(Current current, UnitOfWork unitOfWork) {
        return Map.of(
                Persons.class, new StoredPersons(current),
                PersonFiles.class, new StoredFiles(current, clock.zone().getId()),
                FactRows.class, new StoredFacts(current),
                HouseholdRows.class, new StoredHouseholds(current),
                ReviewRows.class, new StoredReviews(current));
    }
}
