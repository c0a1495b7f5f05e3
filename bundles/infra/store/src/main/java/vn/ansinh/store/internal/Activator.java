package vn.ansinh.store.internal;

import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.cm.ManagedService;

/** Starts the keeper of the store and hands it the configuration of PID {@code vn.ansinh.store}. */
public final class Activator implements BundleActivator {

    private static final String PID = "vn.ansinh.store";

    private StoreKeeper keeper;

    @Override
    public void start(BundleContext context) {
        keeper = new StoreKeeper(context);
        keeper.start();
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_PID, PID);
        context.registerService(
                ManagedService.class, config -> keeper.configured(toMap(config)), properties);
    }

    @Override
    public void stop(BundleContext context) throws InterruptedException {
        keeper.stop();
    }

    /** The configuration, or null while there is none. */
    private static Map<String, String> toMap(Dictionary<String, ?> config) {
        if (config == null) {
            return null;
        }
        return Collections.list(config.keys()).stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                key -> key, key -> Objects.toString(config.get(key)).strip()));
    }
}
