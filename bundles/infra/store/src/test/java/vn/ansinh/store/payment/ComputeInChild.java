package vn.ansinh.store.payment;

import java.time.YearMonth;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.store.TestStore;
import vn.ansinh.store.api.Store;
import vn.ansinh.store.api.StoreSettings;

/** A process that computes one run and can be killed: URL, passwords, locality, month, chunk. */
final class ComputeInChild {
    private ComputeInChild() {}

    public static void main(String[] args) {
        StoreSettings settings = new StoreSettings(args[0], args[1], args[2], 4, TestStore.clock());
        try (Store store = Store.open(settings)) {
            TestLaw.payments(store, new TestLaw('a'), Integer.parseInt(args[5]))
                    .compute(
                            store.service(Localities.class).require(args[3]).id(),
                            Actor.system("thu-nghiem"),
                            YearMonth.parse(args[4]));
        }
    }
}
