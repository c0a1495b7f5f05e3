package vn.ansinh.store.api;

import java.util.Collection;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import vn.ansinh.platform.api.Job;
import vn.ansinh.store.internal.Database;

/**
 * The store as the container runs it, without a container: migrates, then offers every port the
 * store implements. For tests, tools and benchmarks; inside the container take the services.
 */
public final class Store implements AutoCloseable {

    private final Database database;

    private Store(Database database) {
        this.database = database;
    }

    /**
     * Migrates and opens.
     *
     * @throws vn.ansinh.platform.api.AnsinhException STORE_UNAVAILABLE when nobody answers there
     */
    public static Store open(StoreSettings settings) {
        return new Store(Database.open(settings));
    }

    /**
     * Makes this process one of the nodes of the database, as a container is: others see that it
     * lives, and it takes its turns at jobs. Without it nothing runs by itself.
     *
     * @param jobs the jobs of this process, asked again and again
     */
    public void join(NodeSettings settings, Supplier<Collection<Job>> jobs) {
        database.join(settings, jobs);
    }

    /** The implementation of a port. */
    public <T> T service(Class<T> type) {
        Object service = database.services().get(type);
        if (service == null) {
            throw new NoSuchElementException("the store implements no " + type.getName());
        }
        return type.cast(service);
    }

    @Override
    public void close() {
        database.close();
    }
}
