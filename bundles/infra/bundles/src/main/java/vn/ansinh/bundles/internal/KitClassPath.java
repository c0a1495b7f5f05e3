package vn.ansinh.bundles.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/**
 * The class path of the child process: the kit and every bundle it is wired to, unpacked from the
 * running bundles themselves, so that a check runs with the very classes of this container.
 */
final class KitClassPath implements Supplier<List<Path>> {

    private static final String KIT = "vn.ansinh.locality.kit";

    private final BundleContext context;
    private final Path folder;

    KitClassPath(BundleContext context, Path folder) {
        this.context = context;
        this.folder = folder;
    }

    @Override
    public List<Path> get() {
        Bundle kit =
                Arrays.stream(context.getBundles())
                        .filter(b -> KIT.equals(b.getSymbolicName()))
                        .filter(b -> b.adapt(BundleWiring.class) != null)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "no bundle '" + KIT + "' resolved"));
        Set<Bundle> needed = new LinkedHashSet<>();
        collect(kit, needed);
        List<Path> path = new ArrayList<>();
        for (Bundle bundle : needed) {
            path.addAll(unpacked(bundle));
        }
        return path;
    }

    private static void collect(Bundle bundle, Set<Bundle> needed) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (bundle.getBundleId() == 0 || wiring == null || !needed.add(bundle)) {
            return;
        }
        for (BundleWire wire : wiring.getRequiredWires(null)) {
            collect(wire.getProvider().getBundle(), needed);
        }
    }

    /** Folder of a bundle's classes and the jars inside it; unpacked once per bundle and change. */
    private List<Path> unpacked(Bundle bundle) {
        Path target =
                folder.resolve(
                        bundle.getBundleId() + "-" + Long.toHexString(bundle.getLastModified()));
        try {
            if (!Files.isDirectory(target)) {
                Path part = folder.resolve(target.getFileName() + ".part");
                Folders.delete(part);
                Files.createDirectories(part);
                Enumeration<URL> entries = bundle.findEntries("/", "*", true);
                for (URL url : entries == null ? List.<URL>of() : Collections.list(entries)) {
                    unpack(url, part);
                }
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            }
            List<Path> path = new ArrayList<>(List.of(target));
            try (Stream<Path> files = Files.walk(target)) {
                files.filter(f -> f.toString().endsWith(".jar")).sorted().forEach(path::add);
            }
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException("class path of the check cannot be unpacked", e);
        }
    }

    private static void unpack(URL url, Path part) throws IOException {
        Path file = part.resolve(url.getPath().substring(1)).normalize();
        if (url.getPath().endsWith("/") || !file.startsWith(part)) {
            return;
        }
        Files.createDirectories(file.getParent());
        try (InputStream in = url.openStream()) {
            Files.copy(in, file);
        }
    }
}
