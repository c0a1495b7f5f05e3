package vn.ansinh.store.register;

import java.util.List;
import java.util.Map;
import vn.ansinh.beneficiary.port.Persons;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.StoreModule;

/** People and facts. */
public final class RegisterModule implements StoreModule {

    @Override
    public List<Class<?>> entities() {
        return List.of(PersonEntity.class, PersonalIdEntity.class, FactEntity.class);
    }

    @Override
    public Map<Class<?>, Object> services(Current current, UnitOfWork unitOfWork) {
        return Map.of(Persons.class, new StoredPersons(current));
    }
}
