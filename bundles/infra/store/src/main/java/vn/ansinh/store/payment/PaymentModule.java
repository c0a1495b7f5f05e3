package vn.ansinh.store.payment;

import java.util.List;
import java.util.Map;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.RunStorage;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.StoreModule;

/** Runs, lines, totals and the ledger: plain SQL and COPY, no entities. */
public final class PaymentModule implements StoreModule {

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public Map<Class<?>, Object> services(Current current, UnitOfWork unitOfWork) {
        return Map.of(
                PaymentStorage.class, new StoredPayments(current),
                RunStorage.class, new StoredRunLife(current));
    }
}
