package vn.ansinh.store.orders;

import java.util.List;
import java.util.Map;
import vn.ansinh.payment.port.CashStorage;
import vn.ansinh.payment.port.NoticeStorage;
import vn.ansinh.payment.port.OrderStorage;
import vn.ansinh.payment.port.OutboxStorage;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.StoreModule;

/** Orders, the outbox, notices, cash: plain SQL, no entities. */
public final class OrdersModule implements StoreModule {

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public Map<Class<?>, Object> services(Current current, UnitOfWork unitOfWork) {
        return Map.of(
                OrderStorage.class, new StoredOrders(current),
                OutboxStorage.class, new StoredOutbox(current),
                NoticeStorage.class, new StoredNotices(current),
                CashStorage.class, new StoredCash(current));
    }
}
