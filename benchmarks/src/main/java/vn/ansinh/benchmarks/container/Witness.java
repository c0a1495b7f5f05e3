package vn.ansinh.benchmarks.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;

/**
 * A bundle of the benchmark inside the container: writes every event of every bundle with its
 * instant, and the wirings when it comes and when it goes. It is told its file by its manifest.
 */
public final class Witness implements BundleActivator, SynchronousBundleListener {
    static final String FILE = "Witness-File";
    static final String WIRED = "wired";

    private Path file;

    @Override
    public void start(BundleContext context) throws IOException {
        file = Path.of(context.getBundle().getHeaders().get(FILE));
        wirings(context);
        context.addBundleListener(this);
    }

    @Override
    public void stop(BundleContext context) throws IOException {
        context.removeBundleListener(this);
        wirings(context);
    }

    private void wirings(BundleContext context) throws IOException {
        for (Bundle bundle : context.getBundles()) {
            write(
                    WIRED,
                    bundle,
                    bundle.getState()
                            + " "
                            + bundle.getLastModified()
                            + " "
                            + System.identityHashCode(bundle.adapt(BundleWiring.class)));
        }
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        try {
            write(kind(event.getType()), event.getBundle(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kind(int type) {
        return switch (type) {
            case BundleEvent.INSTALLED -> "installed";
            case BundleEvent.STOPPED -> "stopped";
            case BundleEvent.UNINSTALLED -> "uninstalled";
            case BundleEvent.UPDATED -> "updated";
            case BundleEvent.UNRESOLVED -> "unresolved";
            case BundleEvent.STARTED -> "started";
            default -> "event-" + type;
        };
    }

    private synchronized void write(String what, Bundle bundle, String more) throws IOException {
        Files.writeString(
                file,
                System.nanoTime()
                        + " "
                        + what
                        + " "
                        + bundle.getSymbolicName()
                        + " "
                        + bundle.getVersion()
                        + " "
                        + more
                        + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
