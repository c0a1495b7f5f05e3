package vn.ansinh.store.payment;

import java.util.List;
import java.util.Map;
import vn.ansinh.payment.port.AuditFileStorage;
import vn.ansinh.payment.port.FundStorage;
import vn.ansinh.payment.port.LedgerStorage;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;
import vn.ansinh.store.internal.StoreModule;

/** Ledger, funds and the auditor's file: plain SQL. */
public final class LedgerModule implements StoreModule {

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public Map<Class<?>, Object> services(Current current, UnitOfWork unitOfWork) {
        return Map.of(
                LedgerStorage.class, new StoredLedger(current),
                FundStorage.class, new StoredFunds(current),
                AuditFileStorage.class, new StoredAuditFile(current));
    }
}
