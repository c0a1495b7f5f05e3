package vn.ansinh.bundles.internal;

import java.io.ByteArrayInputStream;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.activation.port.Candidates;
import vn.ansinh.locality.api.BundleHeader;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.Locality;
import vn.ansinh.locality.api.ReportFormat;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/**
 * Law and locality bundles in this framework. Their location says who they are: {@code
 * ansinh:NAME:VERSION:SHA}. They are installed side by side, never updated, and retired by stop,
 * grace, uninstall. No other bundle is touched.
 */
final class InstalledBundles implements Candidates, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.bundles");
    private static final String SCHEME = "ansinh:";
    private static final String BLUEPRINT =
            "org.osgi.service.blueprint.container.BlueprintContainer";

    private final BundleContext context;
    private final Supplier<Settings> settings;
    private final Services services;
    private final ScheduledExecutorService undertaker =
            Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "ansinh-retire"));
    private final Map<String, ScheduledFuture<?>> retiring = new HashMap<>();

    InstalledBundles(BundleContext context, Supplier<Settings> settings, Services services) {
        this.context = context;
        this.settings = settings;
        this.services = services;
    }

    /** Digest in the location of a bundle of ours, or null for any other bundle. */
    static String digest(Bundle bundle) {
        String location = bundle.getLocation();
        return location.startsWith(SCHEME)
                ? location.substring(location.lastIndexOf(':') + 1)
                : null;
    }

    /** Ends what was stopped for good before the container stopped: nobody can hold it any more. */
    void sweep() {
        for (Bundle bundle : context.getBundles()) {
            if (digest(bundle) != null
                    && !bundle.adapt(BundleStartLevel.class).isPersistentlyStarted()) {
                uninstall(bundle);
            }
        }
    }

    @Override
    public Candidate open(
            String kind, String symbolicName, String version, String sha256, byte[] bytes) {
        String location = String.join(":", "ansinh", symbolicName, version, sha256);
        Bundle bundle;
        synchronized (retiring) {
            cancel(sha256);
            clear(symbolicName, version, location);
            bundle = context.getBundle(location);
            try {
                if (bundle == null) {
                    bundle = context.installBundle(location, new ByteArrayInputStream(bytes));
                }
                bundle.start();
                loadAll(bundle);
                return await(kind, bundle, sha256);
            } catch (BundleException | ClassNotFoundException | LinkageError e) {
                throw refused(bundle, symbolicName, version, e);
            } catch (AnsinhException e) {
                uninstall(bundle);
                throw e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw refused(bundle, symbolicName, version, e);
            }
        }
    }

    private static AnsinhException refused(
            Bundle bundle, String symbolicName, String version, Throwable cause) {
        if (bundle != null) {
            uninstall(bundle);
        }
        return new AnsinhException(
                ErrorCode.BUNDLE_REFUSED,
                "Gói %s phiên bản %s không khởi động được: %s"
                        .formatted(symbolicName, version, cause),
                cause);
    }

    /** The framework holds one bundle of a name and version; one on its way out makes room. */
    private void clear(String symbolicName, String version, String location) {
        for (Bundle other : context.getBundles()) {
            if (other.getLocation().equals(location)
                    || !symbolicName.equals(other.getSymbolicName())
                    || !new Version(version).equals(other.getVersion())) {
                continue;
            }
            String sha = digest(other);
            if (sha == null || retiring.get(sha) == null) {
                throw new AnsinhException(
                        ErrorCode.BUNDLE_REFUSED,
                        "Đã có gói %s phiên bản %s với nội dung khác (%s): hãy tăng phiên bản rồi dựng lại gói."
                                .formatted(symbolicName, version, other.getLocation()));
            }
            cancel(sha);
            uninstall(other);
        }
    }

    private void cancel(String sha256) {
        ScheduledFuture<?> end = retiring.remove(sha256);
        if (end != null) {
            end.cancel(false);
        }
    }

    /** Calls that run when the bundle is retired must not need a class that was not loaded yet. */
    private static void loadAll(Bundle bundle) throws ClassNotFoundException {
        Enumeration<URL> classes = bundle.findEntries("/", "*.class", true);
        for (URL url : classes == null ? List.<URL>of() : Collections.list(classes)) {
            String path = url.getPath().substring(1);
            if (!path.endsWith("-info.class") && !path.startsWith("META-INF/")) {
                bundle.loadClass(path.substring(0, path.length() - 6).replace('/', '.'));
            }
        }
    }

    private Candidate await(String kind, Bundle bundle, String sha256) throws InterruptedException {
        Class<?> type = BundleHeader.KIND_LOCALITY.equals(kind) ? Locality.class : LawLayer.class;
        boolean blueprint =
                bundle.getEntry("OSGI-INF/blueprint/") != null
                        || bundle.getHeaders().get("Bundle-Blueprint") != null;
        Duration limit = settings.get().startLimit();
        // With Blueprint the report forms may come after the locality: wait for all of it.
        boolean there =
                services.await(
                        limit,
                        () ->
                                offers(bundle, type.getName())
                                        && (!blueprint || offers(bundle, BLUEPRINT)));
        if (!there) {
            throw new AnsinhException(
                    ErrorCode.BUNDLE_REFUSED,
                    "Gói %s phiên bản %s không đăng ký dịch vụ %s trong %d giây."
                            .formatted(
                                    bundle.getSymbolicName(),
                                    bundle.getVersion(),
                                    type.getSimpleName(),
                                    limit.toSeconds()));
        }
        Object service = services.of(bundle, type).get(0);
        List<ReportFormat> reports =
                services.of(bundle, ReportFormat.class).stream()
                        .sorted(Comparator.comparing(ReportFormat::code))
                        .toList();
        Locality locality = service instanceof Locality one ? one : null;
        LawLayer layer = locality == null ? (LawLayer) service : locality.layer();
        return new Candidate(sha256, locality, layer, reports);
    }

    private static boolean offers(Bundle bundle, String type) {
        ServiceReference<?>[] references = bundle.getRegisteredServices();
        return references != null
                && Arrays.stream(references)
                        .map(r -> (String[]) r.getProperty(Constants.OBJECTCLASS))
                        .anyMatch(types -> List.of(types).contains(type));
    }

    @Override
    public boolean runs(String sha256) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> sha256.equals(digest(bundle)))
                .anyMatch(
                        bundle ->
                                offers(bundle, Locality.class.getName())
                                        || offers(bundle, LawLayer.class.getName()));
    }

    @Override
    public void retire(String sha256) {
        synchronized (retiring) {
            for (Bundle bundle : context.getBundles()) {
                if (!sha256.equals(digest(bundle)) || retiring.containsKey(sha256)) {
                    continue;
                }
                Runnable end =
                        () -> {
                            synchronized (retiring) {
                                if (retiring.remove(sha256) != null) {
                                    uninstall(bundle);
                                }
                            }
                        };
                long grace = settings.get().grace().toMillis();
                retiring.put(sha256, undertaker.schedule(end, grace, TimeUnit.MILLISECONDS));
                stop(bundle);
            }
        }
    }

    private static void stop(Bundle bundle) {
        try {
            bundle.stop();
            LOG.info("stopped location='{}'", bundle.getLocation());
        } catch (BundleException e) {
            LOG.error("does not stop cleanly location='{}'", bundle.getLocation(), e);
        }
    }

    private static void uninstall(Bundle bundle) {
        try {
            bundle.uninstall();
            LOG.info("uninstalled location='{}'", bundle.getLocation());
        } catch (BundleException | IllegalStateException e) {
            LOG.error("does not uninstall location='{}'", bundle.getLocation(), e);
        }
    }

    @Override
    public List<String> strays() {
        List<String> strays = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            String location = bundle.getLocation();
            if (location.startsWith("file:") && location.contains("/deploy/")) {
                strays.add(location);
            }
        }
        return strays;
    }

    /** Ends at once; what is stopped and not uninstalled yet is swept at the next start. */
    @Override
    public void close() {
        undertaker.shutdownNow();
    }
}
