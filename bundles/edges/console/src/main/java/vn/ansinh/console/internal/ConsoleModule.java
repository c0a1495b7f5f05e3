package vn.ansinh.console.internal;

import java.util.List;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.UnitOfWork;

/** Builds the room's inside. Every service may be absent: the lists are live. */
public final class ConsoleModule {
    private final List<UnitOfWork> stores;
    private final List<ActiveLaw> laws;
    private final List<Payments> payments;
    private final List<Identity> identities;
    private final List<CivilClock> clocks;

    /** Over the cores' services, as they come and go. */
    public ConsoleModule(
            List<UnitOfWork> stores,
            List<ActiveLaw> laws,
            List<Payments> payments,
            List<Identity> identities,
            List<CivilClock> clocks) {
        this.stores = stores;
        this.laws = laws;
        this.payments = payments;
        this.identities = identities;
        this.clocks = clocks;
    }

    /** {@code /health}. */
    public HealthServlet health() {
        return new HealthServlet(new Health(stores, laws, payments, identities, clocks));
    }
}
