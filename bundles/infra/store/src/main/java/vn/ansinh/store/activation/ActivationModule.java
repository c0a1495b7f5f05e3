package vn.ansinh.store.activation;

import java.util.List;
import java.util.Map;
import vn.ansinh.activation.port.ReleaseArchive;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.StoreModule;

/** Archived jars and what is in force. */
public final class ActivationModule implements StoreModule {

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public Map<Class<?>, Object> services(Current current, UnitOfWork unitOfWork) {
        return Map.of(ReleaseArchive.class, new StoredReleases(current));
    }
}
