package vn.ansinh.store.reporting;

import java.util.List;
import java.util.Map;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.reporting.port.ReportArchive;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.StoreModule;

/** Issued reports. */
public final class ReportingModule implements StoreModule {

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public Map<Class<?>, Object> services(Current current, UnitOfWork unitOfWork) {
        return Map.of(ReportArchive.class, new StoredReports(current));
    }
}
