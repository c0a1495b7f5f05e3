package vn.ansinh.store.units;

import java.util.List;
import java.util.Map;
import vn.ansinh.beneficiary.port.UnitLists;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.StoreModule;

/** Administrative units of the public lists. */
public final class UnitsModule implements StoreModule {

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public Map<Class<?>, Object> services(Current current, UnitOfWork unitOfWork) {
        return Map.of(UnitLists.class, new StoredUnits(current, unitOfWork));
    }
}
