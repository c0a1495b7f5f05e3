package vn.ansinh.rest.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.payment.api.AuditFile;
import vn.ansinh.payment.api.Funds;
import vn.ansinh.payment.api.LedgerBook;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.OnceOnly;
import vn.ansinh.reporting.port.Renderer;

/** Builds what the interface offers on ledger, funds, settlement and the auditor's file. */
public final class LedgerRestModule {
    static final Set<Class<?>> RESOURCES =
            Set.of(FundsResource.class, SettlementResource.class, LedgerResource.class);

    private final Localities localities;
    private final LedgerBook ledger;
    private final Funds funds;
    private final AuditFile auditFile;
    private final ActiveLaw activeLaw;
    private final Renderer renderer;
    private final CivilClock clock;
    private final Once once;

    /** Over the cores' services. */
    public LedgerRestModule(
            Localities localities,
            LedgerBook ledger,
            Funds funds,
            AuditFile auditFile,
            ActiveLaw activeLaw,
            Renderer renderer,
            CivilClock clock,
            OnceOnly onceOnly,
            ObjectMapper json) {
        this.localities = localities;
        this.ledger = ledger;
        this.funds = funds;
        this.auditFile = auditFile;
        this.activeLaw = activeLaw;
        this.renderer = renderer;
        this.clock = clock;
        this.once = new Once(onceOnly, json);
    }

    /** Funds. */
    public FundsResource funds() {
        return new FundsResource(localities, funds, once);
    }

    /** Settlement. */
    public SettlementResource settlement() {
        return new SettlementResource(localities, funds, activeLaw, renderer, clock);
    }

    /** Ledger and the auditor's file. */
    public LedgerResource ledger() {
        return new LedgerResource(localities, ledger, auditFile);
    }
}
