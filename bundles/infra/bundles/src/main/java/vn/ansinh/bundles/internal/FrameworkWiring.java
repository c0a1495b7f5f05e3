package vn.ansinh.bundles.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import vn.ansinh.activation.api.Wiring;

/** What the framework says of its bundles. */
final class FrameworkWiring implements Wiring {
    private final BundleContext context;

    FrameworkWiring(BundleContext context) {
        this.context = context;
    }

    @Override
    public List<BundleView> bundles() {
        return Arrays.stream(context.getBundles()).map(FrameworkWiring::view).toList();
    }

    private static BundleView view(Bundle bundle) {
        return new BundleView(
                bundle.getBundleId(),
                bundle.getSymbolicName() == null ? "" : bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                state(bundle.getState()),
                packages(bundle.adapt(BundleWiring.class)),
                services(bundle.getRegisteredServices(), false),
                services(bundle.getServicesInUse(), true));
    }

    /** A bundle that is not resolved has no wiring and takes nothing. */
    private static List<String> packages(BundleWiring wiring) {
        if (wiring == null) {
            return List.of();
        }
        List<String> packages = new ArrayList<>();
        for (BundleWire wire : wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE)) {
            Bundle provider = wire.getProvider().getBundle();
            packages.add(
                    wire.getCapability().getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)
                            + " ← "
                            + provider.getSymbolicName()
                            + " "
                            + provider.getVersion());
        }
        return packages.stream().sorted().toList();
    }

    private static List<String> services(ServiceReference<?>[] references, boolean from) {
        if (references == null) {
            return List.of();
        }
        List<String> services = new ArrayList<>();
        for (ServiceReference<?> reference : references) {
            // Null once the one who offered it has gone, between our question and here.
            Bundle owner = reference.getBundle();
            String names =
                    String.join(",", (String[]) reference.getProperty(Constants.OBJECTCLASS));
            services.add(from && owner != null ? names + " ← " + owner.getSymbolicName() : names);
        }
        return services.stream().sorted().toList();
    }

    private static String state(int state) {
        return switch (state) {
            case Bundle.UNINSTALLED -> "UNINSTALLED";
            case Bundle.INSTALLED -> "INSTALLED";
            case Bundle.RESOLVED -> "RESOLVED";
            case Bundle.STARTING -> "STARTING";
            case Bundle.STOPPING -> "STOPPING";
            case Bundle.ACTIVE -> "ACTIVE";
            default -> Integer.toString(state);
        };
    }
}
