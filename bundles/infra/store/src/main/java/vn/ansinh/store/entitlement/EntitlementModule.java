package vn.ansinh.store.entitlement;

import java.util.List;
import java.util.Map;
import vn.ansinh.entitlement.port.DecisionStore;
import vn.ansinh.entitlement.port.Decisions;
import vn.ansinh.entitlement.port.PayeeStore;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.StoreModule;

/** Decisions, entitlements and payees, all by SQL. */
public final class EntitlementModule implements StoreModule {

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public Map<Class<?>, Object> services(Current current, UnitOfWork unitOfWork) {
        return Map.of(
                Decisions.class, new StoredRunning(current),
                DecisionStore.class, new StoredDecisions(current),
                PayeeStore.class, new StoredPayees(current));
    }
}
