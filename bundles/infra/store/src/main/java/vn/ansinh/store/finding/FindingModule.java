package vn.ansinh.store.finding;

import java.util.List;
import java.util.Map;
import vn.ansinh.beneficiary.port.DuplicatePairs;
import vn.ansinh.beneficiary.port.PeopleIndex;
import vn.ansinh.entitlement.port.WatchedPeople;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.StoreModule;

/** Search, duplicates and the people the monthly lists look at. */
public final class FindingModule implements StoreModule {

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public Map<Class<?>, Object> services(Current current, UnitOfWork unitOfWork) {
        return Map.of(
                PeopleIndex.class, new StoredPeopleIndex(current),
                DuplicatePairs.class, new StoredDuplicatePairs(current),
                WatchedPeople.class, new StoredWatchedPeople(current));
    }
}
