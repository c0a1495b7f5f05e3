package vn.ansinh.store.platform;

import java.util.List;
import java.util.Map;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.OnceOnly;
import vn.ansinh.platform.api.Suspensions;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.StoreModule;

/** Localities, the audit trail and answers given once. */
public final class PlatformModule implements StoreModule {

    private final CivilClock clock;

    /** With the clock that dates what is written. */
    public PlatformModule(CivilClock clock) {
        this.clock = clock;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public Map<Class<?>, Object> services(Current current, UnitOfWork unitOfWork) {
        Audit audit = new StoredAudit(current, clock);
        Localities localities = new StoredLocalities(current, unitOfWork, clock);
        return Map.of(
                Audit.class,
                audit,
                Localities.class,
                localities,
                Suspensions.class,
                new StoredSuspensions(current, unitOfWork, localities, audit, clock),
                OnceOnly.class,
                new StoredAnswers(current, unitOfWork, clock));
    }
}
