package vn.ansinh.store.nodes;

import java.util.List;
import java.util.Map;
import vn.ansinh.platform.api.Nodes;
import vn.ansinh.platform.api.StoreCheck;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.StoreModule;

/** Nodes, and whether the database takes what is written. */
public final class NodesModule implements StoreModule {

    private final String self;

    /** For the process of this key. */
    public NodesModule(String self) {
        this.self = self;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public Map<Class<?>, Object> services(Current current, UnitOfWork unitOfWork) {
        return Map.of(
                Nodes.class,
                new StoredNodes(current, unitOfWork, self),
                StoreCheck.class,
                new WrittenCheck(current, unitOfWork));
    }
}
