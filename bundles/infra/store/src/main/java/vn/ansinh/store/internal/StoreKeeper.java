package vn.ansinh.store.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Job;
import vn.ansinh.store.api.NodeSettings;
import vn.ansinh.store.api.StoreSettings;

/**
 * Keeps the store open at the address that is wanted: the configured one or, when its url is empty,
 * that of the embedded server. One thread waits for the database, opens, registers the services,
 * and closes and opens anew when the address changes. The services are there only while it is open;
 * a database that goes away and comes back is the pool's affair and changes nothing here.
 */
final class StoreKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(StoreKeeper.class);
    private static final String EMBEDDED =
            "(&(objectClass=" + Supplier.class.getName() + ")(ansinh.db=embedded))";
    private static final long LOOK_MS = 200;
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 5_000;
    private static final long STOP_MS = 20_000;

    private final BundleContext context;
    private final ServiceTracker<Object, Object> embedded;
    private final ServiceTracker<CivilClock, CivilClock> clock;
    private final ServiceTracker<Job, Job> jobs;
    private final Thread thread = new Thread(this::run, "ansinh-store");

    private final Object lock = new Object();
    private Map<String, String> config;
    private boolean stopped;

    // Of the thread alone.
    private Database database;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private String lastTrouble;

    StoreKeeper(BundleContext context) {
        this.context = context;
        this.embedded = new ServiceTracker<>(context, filter(EMBEDDED), null);
        this.clock = new ServiceTracker<>(context, CivilClock.class, null);
        this.jobs = new ServiceTracker<>(context, Job.class, null);
    }

    private static Filter filter(String text) {
        try {
            return FrameworkUtil.createFilter(text);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    void start() {
        embedded.open();
        clock.open();
        jobs.open();
        thread.start();
    }

    /** Takes a configuration, or null while there is none. */
    void configured(Map<String, String> values) {
        synchronized (lock) {
            config = values;
            lock.notifyAll();
        }
    }

    void stop() throws InterruptedException {
        synchronized (lock) {
            stopped = true;
            lock.notifyAll();
        }
        thread.join(STOP_MS);
        if (thread.isAlive()) {
            LOG.warn("store still busy after waitedMs='{}'", STOP_MS);
        }
        embedded.close();
        clock.close();
        jobs.close();
    }

    private void run() {
        StoreSettings have = null;
        long pause = FIRST_PAUSE_MS;
        while (!stopped()) {
            try {
                StoreSettings wanted = wanted();
                if (Objects.equals(wanted, have)) {
                    sleep(LOOK_MS);
                    continue;
                }
                close();
                have = null;
                if (wanted != null) {
                    open(wanted);
                    have = wanted;
                    pause = FIRST_PAUSE_MS;
                }
            } catch (RuntimeException | LinkageError e) {
                close();
                tell(e);
                sleep(pause);
                pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
            }
        }
        close();
    }

    private boolean stopped() {
        synchronized (lock) {
            return stopped;
        }
    }

    private void sleep(long millis) {
        synchronized (lock) {
            if (!stopped) {
                try {
                    lock.wait(millis);
                } catch (InterruptedException e) {
                    // Nobody but the framework's end interrupts this thread.
                    stopped = true;
                }
            }
        }
    }

    /** Where the store should be open now; null while that is not known or not there. */
    private StoreSettings wanted() {
        Map<String, String> values;
        synchronized (lock) {
            values = config;
        }
        CivilClock time = clock.getService();
        if (values == null || time == null) {
            return null;
        }
        int poolSize = Integer.parseInt(required(values, "poolSize"));
        String url = required(values, "url");
        String passwordFile = required(values, "passwordFile");
        if (url.isEmpty()) {
            ServiceReference<Object> server = embedded.getServiceReference();
            if (server == null) {
                return null;
            }
            url = (String) server.getProperty("url");
            passwordFile = (String) server.getProperty("passwordFile");
        }
        Properties passwords = passwords(Path.of(passwordFile));
        return new StoreSettings(
                url,
                passwords.getProperty("ansinh_owner", ""),
                passwords.getProperty("ansinh_app", ""),
                poolSize,
                time);
    }

    /** Read when the store opens; a change of these counts from the next opening. */
    private NodeSettings node() {
        Map<String, String> values;
        synchronized (lock) {
            values = config;
        }
        String name = required(values, "nodeName");
        return new NodeSettings(
                name.isEmpty() ? hostName() : name,
                seconds(values, "heartbeatSeconds"),
                Integer.parseInt(required(values, "missedHeartbeats")),
                seconds(values, "jobPollSeconds"));
    }

    private static Duration seconds(Map<String, String> values, String key) {
        return Duration.ofSeconds(Long.parseLong(required(values, key)));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            LOG.debug("this machine does not know its name", e);
            return "ansinh";
        }
    }

    private static Properties passwords(Path file) {
        Properties passwords = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            passwords.load(in);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "vn.ansinh.store: passwordFile='" + file + "' cannot be read", e);
        }
        return passwords;
    }

    private static String required(Map<String, String> values, String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("vn.ansinh.store: key='" + key + "' is missing");
        }
        return value;
    }

    private void open(StoreSettings settings) {
        long began = System.nanoTime();
        database = Database.open(settings);
        database.join(node(), () -> jobs.getTracked().values());
        for (Map.Entry<Class<?>, Object> service : database.services().entrySet()) {
            registrations.add(
                    context.registerService(service.getKey().getName(), service.getValue(), null));
        }
        lastTrouble = null;
        LOG.info(
                "store is open {} services='{}' ms='{}'",
                settings,
                registrations.size(),
                (System.nanoTime() - began) / 1_000_000);
    }

    private void close() {
        for (ServiceRegistration<?> registration : registrations) {
            try {
                registration.unregister();
            } catch (IllegalStateException e) {
                LOG.debug("went with the bundle", e);
            }
        }
        registrations.clear();
        if (database != null) {
            database.close();
            database = null;
            LOG.info("store is closed");
        }
    }

    /** Says each trouble once, not at every try. */
    private void tell(Throwable trouble) {
        String text = trouble.toString();
        if (text.equals(lastTrouble)) {
            return;
        }
        lastTrouble = text;
        if (trouble instanceof AnsinhException known && known.getCause() != null) {
            LOG.warn("store waits for its database cause='{}'", known.getCause().getMessage());
        } else {
            LOG.error("store does not open and goes on trying", trouble);
        }
    }
}
