package vn.ansinh.store.identity;

import java.util.List;
import java.util.Map;
import vn.ansinh.identity.port.Accounts;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.StoreModule;

/** Accounts and rights. */
public final class IdentityModule implements StoreModule {

    @Override
    public List<Class<?>> entities() {
        return List.of(AccountEntity.class);
    }

    @Override
    public Map<Class<?>, Object> services(Current current, UnitOfWork unitOfWork) {
        return Map.of(Accounts.class, new StoredAccounts(current, unitOfWork));
    }
}
