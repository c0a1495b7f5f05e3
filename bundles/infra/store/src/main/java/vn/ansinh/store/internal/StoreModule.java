package vn.ansinh.store.internal;

import java.util.List;
import java.util.Map;
import vn.ansinh.platform.api.UnitOfWork;

/**
 * One package of the store, mirroring one core: its entities and the ports it implements. The
 * activator registers the services once the database is migrated.
 */
public interface StoreModule {

    /** Hibernate entities of the package. */
    List<Class<?>> entities();

    /** Services by the interface they are registered under. */
    Map<Class<?>, Object> services(Current current, UnitOfWork unitOfWork);
}
