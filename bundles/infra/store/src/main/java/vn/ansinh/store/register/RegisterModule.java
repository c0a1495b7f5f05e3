package vn.ansinh.store.register;

import java.util.List;
import java.util.Map;
import vn.ansinh.beneficiary.port.Persons;
import vn.ansinh.entitlement.port.Decisions;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.StoreModule;

/** People, facts, decisions and grants. */
public final class RegisterModule implements StoreModule {

    @Override
    public List<Class<?>> entities() {
        return List.of(
                PersonEntity.class,
                PersonalIdEntity.class,
                FactEntity.class,
                DecisionEntity.class,
                EntitlementEntity.class);
    }

    @Override
    public Map<Class<?>, Object> services(Current current, UnitOfWork unitOfWork) {
        return Map.of(
                Persons.class, new StoredPersons(current),
                Decisions.class, new StoredDecisions(current));
    }
}
