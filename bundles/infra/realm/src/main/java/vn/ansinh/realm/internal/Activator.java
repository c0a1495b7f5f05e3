package vn.ansinh.realm.internal;

import org.apache.karaf.jaas.config.JaasRealm;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import vn.ansinh.identity.api.Identity;

/** Puts the platform's accounts beside Karaf's own users of the realm {@code karaf}. */
public final class Activator implements BundleActivator {
    private ServiceTracker<Identity, Identity> identity;
    private ServiceTracker<JaasRealm, JaasRealm> realms;

    @Override
    public void start(BundleContext context) {
        identity = new ServiceTracker<>(context, Identity.class, null);
        identity.open();
        realms = new ServiceTracker<>(context, JaasRealm.class, null);
        realms.open();
        PlatformRealm realm =
                new PlatformRealm(
                        context.getBundle().getBundleId(),
                        () -> realms.getServices(new JaasRealm[0]),
                        identity::getService);
        context.registerService(JaasRealm.class, realm, null);
    }

    @Override
    public void stop(BundleContext context) {
        realms.close();
        identity.close();
    }
}
