package vn.ansinh.store.succession;

import java.util.List;
import java.util.Map;
import vn.ansinh.payment.port.SuccessionRows;
import vn.ansinh.payment.port.SuccessionStorage;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.StoreModule;

/** Successions: plain SQL. */
public final class SuccessionModule implements StoreModule {

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public Map<Class<?>, Object> services(Current current, UnitOfWork unitOfWork) {
        return Map.of(
                SuccessionStorage.class, new StoredSuccessions(current),
                SuccessionRows.class, new StoredSuccessionRows(current));
    }
}
