package vn.ansinh.store.intake;

import java.util.List;
import java.util.Map;
import vn.ansinh.entitlement.port.Staging;
import vn.ansinh.payment.port.ParallelStorage;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.StoreModule;

/** Uploads on their way in, paid lists and the parallel run: plain SQL. */
public final class IntakeModule implements StoreModule {

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public Map<Class<?>, Object> services(Current current, UnitOfWork unitOfWork) {
        return Map.of(
                Staging.class, new StoredStaging(current),
                ParallelStorage.class, new StoredParallel(current));
    }
}
