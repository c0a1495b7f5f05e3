package vn.ansinh.store.payment;

import java.util.List;
import java.util.Map;
import vn.ansinh.payment.port.RunWork;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.StoreModule;

/** Which node computes which draft. */
public final class RunWorkModule implements StoreModule {

    private final String self;

    /** For the process of this key. */
    public RunWorkModule(String self) {
        this.self = self;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public Map<Class<?>, Object> services(Current current, UnitOfWork unitOfWork) {
        return Map.of(RunWork.class, new StoredRunWork(current, unitOfWork, self));
    }
}
