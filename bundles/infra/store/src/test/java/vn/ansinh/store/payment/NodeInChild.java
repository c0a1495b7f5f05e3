package vn.ansinh.store.payment;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.payment.internal.PaymentService;
import vn.ansinh.payment.internal.RunListeners;
import vn.ansinh.payment.internal.RunResume;
import vn.ansinh.payment.internal.RunsAtWork;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.RunWork;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;
import vn.ansinh.store.api.NodeSettings;
import vn.ansinh.store.api.Store;
import vn.ansinh.store.api.StoreSettings;

/**
 * A node that can be killed: URL, passwords, chunk, name and, when it is to compute a run, locality
 * and month. Lives until its end.
 */
final class NodeInChild {
    private NodeInChild() {}

    public static void main(String[] args) throws InterruptedException {
        StoreSettings settings = new StoreSettings(args[0], args[1], args[2], 6, TestStore.clock());
        try (Store store = Store.open(settings)) {
            RunWork work = store.service(RunWork.class);
            RunsAtWork atWork = new RunsAtWork(work);
            PaymentService payments = payments(store, atWork, Integer.parseInt(args[3]));
            store.join(
                    new NodeSettings(args[4], Duration.ofMillis(250), 4, Duration.ofMillis(100)),
                    () -> List.of(new RunResume(payments, work, atWork, 1)));
            if (args.length > 5) {
                payments.compute(
                        store.service(Localities.class).require(args[5]).id(),
                        TestRuns.PREPARER,
                        YearMonth.parse(args[6]));
            }
            Thread.currentThread().join();
        }
    }

    static PaymentService payments(Store store, RunsAtWork atWork, int chunkLines) {
        return new PaymentService(
                store.service(Localities.class),
                new TestLaw('a'),
                Engines.standard(),
                store.service(UnitOfWork.class),
                store.service(Audit.class),
                TestStore.clock(),
                store.service(PaymentStorage.class),
                new RunListeners(List.of()),
                atWork,
                2,
                chunkLines);
    }
}
