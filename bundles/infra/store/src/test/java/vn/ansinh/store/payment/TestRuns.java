package vn.ansinh.store.payment;

import java.time.YearMonth;
import java.util.List;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.payment.api.Payments.RunKind;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.RunLife;
import vn.ansinh.payment.api.RunPapers;
import vn.ansinh.payment.internal.RunLifeService;
import vn.ansinh.payment.internal.RunListener;
import vn.ansinh.payment.internal.RunListeners;
import vn.ansinh.payment.internal.RunPapersService;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.RunStorage;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;
import vn.ansinh.store.api.Store;

/** The product's runs over an open store, and three people who sign (DỮ LIỆU GIẢ LẬP). */
final class TestRuns {
    static final Actor PREPARER = new Actor("lap", "");
    static final Actor ACCOUNTANT = new Actor("ke-toan", "");
    static final Actor LEADER = new Actor("lanh-dao", "");
    static final Actor OTHER_LEADER = new Actor("pho-lanh-dao", "");
    static final int ANY = RunLife.ANY_VERSION;

    private TestRuns() {}

    static RunLife life(Store store, long approveAboveDong, RunListener... listeners) {
        return new RunLifeService(
                store.service(Localities.class),
                new TestLaw('a'),
                Engines.standard(),
                store.service(UnitOfWork.class),
                store.service(Audit.class),
                TestStore.clock(),
                store.service(PaymentStorage.class),
                store.service(RunStorage.class),
                new RunListeners(List.of(listeners)),
                2,
                100,
                approveAboveDong);
    }

    static RunPapers papers(Store store) {
        return new RunPapersService(
                store.service(UnitOfWork.class),
                store.service(Audit.class),
                TestStore.clock(),
                store.service(PaymentStorage.class),
                store.service(RunStorage.class));
    }

    static RunView regular(RunLife life, TenantId tenant, String first, String last) {
        return run(life, tenant, RunKind.REGULAR, first, last);
    }

    static RunView run(RunLife life, TenantId tenant, RunKind kind, String first, String last) {
        return life.compute(
                tenant,
                PREPARER,
                new RunLife.Order(kind, YearMonth.parse(first), YearMonth.parse(last), 0, null));
    }

    /** Submitted and checked. */
    static RunView checked(RunLife life, TenantId tenant, long run) {
        life.submit(tenant, PREPARER, run, ANY, "");
        return life.check(tenant, ACCOUNTANT, run, ANY, "");
    }

    static RunView approved(RunLife life, TenantId tenant, long run) {
        checked(life, tenant, run);
        return life.approve(tenant, LEADER, run, ANY, "");
    }
}
