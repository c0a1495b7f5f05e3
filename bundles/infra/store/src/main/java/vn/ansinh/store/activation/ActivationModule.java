package vn.ansinh.store.activation;

import java.util.List;
import java.util.Map;
import vn.ansinh.activation.port.Agreement;
import vn.ansinh.activation.port.ReleaseArchive;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.StoreModule;

/** Archived jars, what is in force, and what the nodes say about it. */
public final class ActivationModule implements StoreModule {

    private final String self;

    /** For the process of this key. */
    public ActivationModule(String self) {
        this.self = self;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public Map<Class<?>, Object> services(Current current, UnitOfWork unitOfWork) {
        return Map.of(
                ReleaseArchive.class,
                new StoredReleases(current),
                Agreement.class,
                new StoredAgreement(current, self));
    }
}
