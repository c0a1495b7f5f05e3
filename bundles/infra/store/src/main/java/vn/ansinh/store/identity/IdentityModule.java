package vn.ansinh.store.identity;

import java.util.List;
import java.util.Map;
import vn.ansinh.identity.port.Accounts;
import vn.ansinh.identity.port.AuditEvents;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.StoreModule;

/** Accounts, rights, delegations, and reading the audit trail. */
public final class IdentityModule implements StoreModule {

    private final CivilClock clock;

    /** With the clock that dates what is written. */
    public IdentityModule(CivilClock clock) {
        this.clock = clock;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public Map<Class<?>, Object> services(Current current, UnitOfWork unitOfWork) {
        return Map.of(
                Accounts.class, new StoredAccounts(current, unitOfWork, clock),
                AuditEvents.class, new StoredAuditEvents(current));
    }
}
