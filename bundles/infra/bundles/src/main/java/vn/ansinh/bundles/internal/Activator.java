package vn.ansinh.bundles.internal;

import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.cm.ManagedService;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.activation.api.Intake;
import vn.ansinh.activation.api.Wiring;
import vn.ansinh.activation.port.Candidates;
import vn.ansinh.activation.port.Checker;
import vn.ansinh.locality.api.Locality;

/** Opens the room once PID {@code vn.ansinh.bundles} is there; later changes hold for new work. */
public final class Activator implements BundleActivator {

    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.bundles");
    private static final String PID = "vn.ansinh.bundles";
    private static final long STOP_MS = 5_000;

    private BundleContext context;
    private volatile Settings settings;
    private boolean open;
    private ServiceTracker<Intake, Intake> intake;
    private Services services;
    private InstalledBundles bundles;
    private Inbox inbox;
    private Thread thread;

    @Override
    public void start(BundleContext bundleContext) {
        context = bundleContext;
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_PID, PID);
        context.registerService(ManagedService.class, this::configured, properties);
        context.registerService(Wiring.class, new FrameworkWiring(context), null);
    }

    private synchronized void configured(Dictionary<String, ?> config) {
        if (config == null) {
            return;
        }
        try {
            settings = Settings.of(config);
            if (!open) {
                open = true;
                open();
            }
        } catch (IllegalArgumentException | InvalidSyntaxException e) {
            LOG.error("configuration is not understood pid='{}'", PID, e);
        }
    }

    private void open() throws InvalidSyntaxException {
        intake = new ServiceTracker<>(context, Intake.class, null);
        intake.open();
        services = new Services(context, this::cameOrLost);
        bundles = new InstalledBundles(context, this::settings, services);
        inbox = new Inbox(this::settings, intake::getService, new JarReader(contract()), bundles);
        bundles.sweep();
        services.open();
        Path work = context.getDataFile("check").toPath();
        Checker checker = new ChildChecker(this::settings, new KitClassPath(context, work), work);
        context.registerService(Candidates.class, bundles, null);
        context.registerService(Checker.class, checker, null);
        thread = new Thread(inbox, "ansinh-inbox");
        thread.setDaemon(true);
        thread.start();
        LOG.info("ready {}", settings);
    }

    private Settings settings() {
        return settings;
    }

    private void cameOrLost(String sha256, boolean came) {
        inbox.cameOrLost(sha256, came);
    }

    /** Version of the contract package this container offers. */
    private static Version contract() {
        Bundle provider = FrameworkUtil.getBundle(Locality.class);
        String name = Locality.class.getPackageName();
        for (BundleCapability exported :
                provider.adapt(BundleWiring.class)
                        .getCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
            if (name.equals(exported.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))) {
                return (Version)
                        exported.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE);
            }
        }
        throw new IllegalStateException(provider + " does not export " + name);
    }

    @Override
    public synchronized void stop(BundleContext bundleContext) throws InterruptedException {
        if (open) {
            inbox.stop();
            thread.interrupt();
            thread.join(STOP_MS);
            services.close();
            bundles.close();
            intake.close();
            open = false;
        }
    }
}
