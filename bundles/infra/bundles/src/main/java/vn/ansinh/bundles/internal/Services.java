package vn.ansinh.bundles.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.Locality;
import vn.ansinh.locality.api.ReportFormat;

/**
 * The raw services of law and locality bundles. Ranking is never looked at: a service counts for
 * the bundle it comes from and for no other.
 */
final class Services extends ServiceTracker<Object, Object> {

    private static final String FILTER =
            "(|(objectClass=%s)(objectClass=%s)(objectClass=%s)(objectClass=%s))"
                    .formatted(
                            Locality.class.getName(),
                            LawLayer.class.getName(),
                            ReportFormat.class.getName(),
                            "org.osgi.service.blueprint.container.BlueprintContainer");

    private final BiConsumer<String, Boolean> cameOrLost;
    private final Object change = new Object();

    /**
     * A tracker.
     *
     * @param cameOrLost told the digest of a bundle of ours whose locality or law came (true) or
     *     went (false); must return at once
     */
    Services(BundleContext context, BiConsumer<String, Boolean> cameOrLost)
            throws InvalidSyntaxException {
        super(context, FrameworkUtil.createFilter(FILTER), null);
        this.cameOrLost = cameOrLost;
    }

    @Override
    public Object addingService(ServiceReference<Object> reference) {
        if (InstalledBundles.digest(reference.getBundle()) == null) {
            return null; // not ours
        }
        Object service = super.addingService(reference);
        tell(reference.getBundle(), service, true);
        synchronized (change) {
            change.notifyAll();
        }
        return service;
    }

    @Override
    public void removedService(ServiceReference<Object> reference, Object service) {
        super.removedService(reference, service);
        Bundle bundle = reference.getBundle();
        if (bundle != null && context.getBundle(0).getState() != Bundle.STOPPING) {
            tell(bundle, service, false);
        }
    }

    private void tell(Bundle bundle, Object service, boolean came) {
        if (service instanceof Locality || service instanceof LawLayer) {
            cameOrLost.accept(InstalledBundles.digest(bundle), came);
        }
    }

    /** Waits until something holds, looking again whenever a service came. */
    boolean await(Duration limit, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        synchronized (change) {
            while (!condition.getAsBoolean()) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                change.wait(Math.min(left, 100));
            }
        }
        return true;
    }

    /** The services of a type that a bundle offers. */
    <T> List<T> of(Bundle bundle, Class<T> type) {
        List<T> found = new ArrayList<>();
        getTracked()
                .forEach(
                        (reference, service) -> {
                            if (bundle.equals(reference.getBundle()) && type.isInstance(service)) {
                                found.add(type.cast(service));
                            }
                        });
        return found;
    }
}
