package vn.ansinh.secrets.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.platform.api.Expiries;

/**
 * Makes the secrets of this installation where they are missing. It does so in {@code start}, at a
 * start level below the web server's and the shell's, so that neither is ever up without them.
 */
public final class Activator implements BundleActivator {
    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.secrets");

    @Override
    public void start(BundleContext context) throws IOException {
        long begin = System.nanoTime();
        String data = property(context, "karaf.data", "data");
        Path folder = Path.of(property(context, "ansinh.secrets.dir", data + "/secrets"));
        Secrets secrets = new Secrets(folder);
        boolean made = secrets.prepare();
        new ShellAccess(secrets, Path.of(property(context, "karaf.etc", "etc"))).grant();
        context.registerService(Expiries.class, new SecretExpiries(secrets), null);
        if (made) {
            LOG.info(
                    "Secrets made in {} in {} ms", folder, (System.nanoTime() - begin) / 1_000_000);
        }
    }

    @Override
    public void stop(BundleContext context) {
        // Files stay.
    }

    private static String property(BundleContext context, String key, String otherwise) {
        String value = context.getProperty(key);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
