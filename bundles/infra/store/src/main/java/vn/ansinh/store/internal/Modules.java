package vn.ansinh.store.internal;

import java.util.List;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.store.activation.ActivationModule;
import vn.ansinh.store.entitlement.EntitlementModule;
import vn.ansinh.store.finding.FindingModule;
import vn.ansinh.store.identity.IdentityModule;
import vn.ansinh.store.intake.IntakeModule;
import vn.ansinh.store.nodes.NodesModule;
import vn.ansinh.store.orders.OrdersModule;
import vn.ansinh.store.payment.ItemsModule;
import vn.ansinh.store.payment.LedgerModule;
import vn.ansinh.store.payment.PaymentModule;
import vn.ansinh.store.payment.RunWorkModule;
import vn.ansinh.store.platform.PlatformModule;
import vn.ansinh.store.register.RegisterModule;
import vn.ansinh.store.reporting.ReportingModule;
import vn.ansinh.store.succession.SuccessionModule;
import vn.ansinh.store.units.UnitsModule;

/** The packages of the store, one per core. */
final class Modules {

    private Modules() {}

    static List<StoreModule> all(CivilClock clock, String node) {
        return List.of(
                new PlatformModule(clock),
                new IdentityModule(clock),
                new RegisterModule(clock),
                new PaymentModule(),
                new ActivationModule(node),
                new ReportingModule(),
                new EntitlementModule(),
                new IntakeModule(),
                new UnitsModule(),
                new FindingModule(),
                new ItemsModule(),
                new OrdersModule(),
                new LedgerModule(),
                new NodesModule(node),
                new RunWorkModule(node),
                new SuccessionModule());
    }
}
