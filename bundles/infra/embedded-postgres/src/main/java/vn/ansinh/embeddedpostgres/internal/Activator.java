package vn.ansinh.embeddedpostgres.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ManagedService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.embeddedpostgres.api.PostgresException;
import vn.ansinh.embeddedpostgres.api.PostgresServer;
import vn.ansinh.embeddedpostgres.api.PostgresSettings;

/**
 * Runs the server while the configuration names no external database, on a thread of its own:
 * nothing waits for it but the store, which waits for the service.
 */
public final class Activator implements BundleActivator {
    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.embeddedpostgres");
    private static final String OWN_PID = "vn.ansinh.embeddedpostgres";
    private static final String STORE_PID = "vn.ansinh.store";

    /** How long a configuration may be late before its defaults count. */
    private static final long CONFIGURATION_MILLIS = 10_000;

    private static final long RETRY_MILLIS = 10_000;

    private final Object lock = new Object();
    private final Map<String, Map<String, String>> delivered = new TreeMap<>();
    private BundleContext context;
    private Thread thread;
    private boolean stopping;

    @Override
    public void start(BundleContext bundleContext) {
        context = bundleContext;
        listen(OWN_PID);
        listen(STORE_PID);
        thread = new Thread(this::run, "embedded-postgres");
        thread.start();
    }

    @Override
    public void stop(BundleContext bundleContext) throws InterruptedException {
        synchronized (lock) {
            stopping = true;
            lock.notifyAll();
        }
        thread.join();
    }

    private void listen(String pid) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_PID, pid);
        ManagedService service = values -> deliver(pid, values);
        context.registerService(ManagedService.class, service, properties);
    }

    private void deliver(String pid, Dictionary<String, ?> values) {
        if (values == null) {
            return; // not read yet, or deleted: what is known stays
        }
        Map<String, String> copy = new TreeMap<>();
        for (Enumeration<String> keys = values.keys(); keys.hasMoreElements(); ) {
            String key = keys.nextElement();
            copy.put(key, String.valueOf(values.get(key)).trim());
        }
        synchronized (lock) {
            delivered.put(pid, copy);
            lock.notifyAll();
        }
    }

    private void run() {
        PostgresServer server = null;
        ServiceRegistration<?> registration = null;
        Map<String, String> running = null;
        String said = null;
        try {
            awaitConfiguration();
            while (true) {
                Map<String, String> wanted = wanted();
                if (registration != null && (!server.running() || !running.equals(wanted))) {
                    LOG.info(
                            "Embedded database stops: {}", server.running() ? "set so" : "it died");
                    registration.unregister();
                    registration = null;
                    server.close();
                    server = null;
                }
                if (stopped()) {
                    break;
                }
                if (server == null && wanted != null) {
                    try {
                        long begin = System.nanoTime();
                        server = PostgresServer.start(settings(wanted));
                        registration = publish(server);
                        running = wanted;
                        said = null;
                        problem(null);
                        LOG.info(
                                "Embedded database is up after {} ms, port {}",
                                (System.nanoTime() - begin) / 1_000_000,
                                server.port());
                    } catch (RuntimeException | LinkageError e) {
                        String sentence =
                                e instanceof PostgresException
                                        ? e.getMessage()
                                        : "Không khởi động được cơ sở dữ liệu kèm theo ("
                                                + e
                                                + "). / The embedded database could not be"
                                                + " started ("
                                                + e
                                                + ").";
                        if (!sentence.equals(said)) {
                            LOG.error(sentence);
                            said = sentence;
                        }
                        problem(sentence);
                    }
                } else if (wanted == null) {
                    problem(null);
                }
                synchronized (lock) {
                    if (!stopping) {
                        lock.wait(server != null ? 1000 : RETRY_MILLIS);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (registration != null) {
                try {
                    registration.unregister();
                } catch (IllegalStateException e) {
                    LOG.debug("unregistered with the bundle", e);
                }
            }
            if (server != null) {
                server.close();
            }
        }
    }

    private boolean stopped() {
        synchronized (lock) {
            return stopping;
        }
    }

    private void awaitConfiguration() throws InterruptedException {
        long end = System.nanoTime() + CONFIGURATION_MILLIS * 1_000_000;
        synchronized (lock) {
            while (!stopping && delivered.size() < 2) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return;
                }
                lock.wait(left);
            }
        }
    }

    /** The settings of the server that should run; null when the database is elsewhere. */
    private Map<String, String> wanted() {
        synchronized (lock) {
            String url = delivered.getOrDefault(STORE_PID, Map.of()).getOrDefault("url", "");
            if (!url.isEmpty()) {
                return null;
            }
            Map<String, String> own = new TreeMap<>(delivered.getOrDefault(OWN_PID, Map.of()));
            own.keySet().removeIf(k -> !k.equals("port") && !k.startsWith("postgresql."));
            return own;
        }
    }

    private PostgresSettings settings(Map<String, String> own) {
        PostgresSettings settings =
                PostgresSettings.in(folder())
                        .withPrograms(Path.of(System.getProperty("karaf.home", "."), "pgsql"))
                        .withPort(Integer.parseInt(own.getOrDefault("port", "0")));
        for (Map.Entry<String, String> e : own.entrySet()) {
            if (e.getKey().startsWith("postgresql.")) {
                settings = settings.with(e.getKey().substring(11), e.getValue());
            }
        }
        return settings;
    }

    private static Path folder() {
        return Path.of(System.getProperty("karaf.data", "data"), "postgres");
    }

    private ServiceRegistration<?> publish(PostgresServer server) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("ansinh.db", "embedded");
        properties.put("url", server.url());
        // Service properties are everybody's to read: the path, never a password.
        properties.put("passwordFile", folder().resolve("passwords").toString());
        Supplier<String> url = server::url;
        return context.registerService(Supplier.class, url, properties);
    }

    /** The script that started the container reads this file: it has no other way to say why. */
    private static void problem(String sentence) {
        Path file = folder().resolve("problem");
        try {
            if (sentence == null) {
                Files.deleteIfExists(file);
            } else {
                Files.createDirectories(file.getParent());
                Folders.writePrivate(file, sentence.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            LOG.debug("problem file", e);
        }
    }
}
