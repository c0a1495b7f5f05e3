package vn.ansinh.claim.internal;

import java.nio.file.Path;
import java.util.Hashtable;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/**
 * Offers the claim before the deploy folder is first read. A startup bundle: as an ordinary feature
 * bundle it would come after the stock handler had started what lies there at the first boot.
 */
public final class Activator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        String data = context.getProperty("karaf.data");
        Path inbox = Path.of(data == null ? "data" : data, "ansinh-inbox");
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_RANKING, 1000);
        properties.put("ansinh.inbox", inbox.toString());
        context.registerService(ArtifactInstaller.class, new Claim(inbox), properties);
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes the service back.
    }
}
