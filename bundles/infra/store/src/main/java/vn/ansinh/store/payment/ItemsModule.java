package vn.ansinh.store.payment;

import java.util.List;
import java.util.Map;
import vn.ansinh.payment.port.CorrectionStorage;
import vn.ansinh.payment.port.RecoveryStorage;
import vn.ansinh.payment.port.UnpaidLines;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.StoreModule;

/** What is paid beside the list: corrections, due items, recoveries. */
public final class ItemsModule implements StoreModule {

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public Map<Class<?>, Object> services(Current current, UnitOfWork unitOfWork) {
        return Map.of(
                CorrectionStorage.class, new StoredCorrections(current),
                RecoveryStorage.class, new StoredRecoveries(current),
                UnpaidLines.class, new StoredUnpaid(current));
    }
}
