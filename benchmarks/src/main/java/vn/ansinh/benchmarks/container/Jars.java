package vn.ansinh.benchmarks.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Jars the benchmarks drop. */
final class Jars {
    /** By name: the framework's classes are only in the container. */
    private static final String WITNESS = Jars.class.getPackageName() + ".Witness";

    private Jars() {}

    /** The same bundle as another version. */
    static Path version(Path jar, String version, Path out) throws IOException {
        try (JarFile from = new JarFile(jar.toFile())) {
            Manifest manifest = new Manifest(from.getManifest());
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            try (OutputStream file = Files.newOutputStream(out);
                    JarOutputStream to = new JarOutputStream(file, manifest)) {
                for (JarEntry entry : Collections.list(from.entries())) {
                    if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        to.putNextEntry(new JarEntry(entry.getName()));
                        from.getInputStream(entry).transferTo(to);
                        to.closeEntry();
                    }
                }
            }
        }
        return out;
    }

    /** The bundle that watches the framework and writes to a file. */
    static Path witness(Path writesTo, Path out) throws IOException {
        Manifest manifest = manifest("vn.ansinh.benchmarks.witness", "1.0.0");
        Attributes main = manifest.getMainAttributes();
        main.putValue("Bundle-Activator", WITNESS);
        main.putValue("Import-Package", "org.osgi.framework,org.osgi.framework.wiring");
        main.putValue(Witness.FILE, writesTo.toString());
        String name = WITNESS.replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(out);
                JarOutputStream to = new JarOutputStream(file, manifest);
                InputStream code = Jars.class.getClassLoader().getResourceAsStream(name)) {
            to.putNextEntry(new JarEntry(name));
            code.transferTo(to);
            to.closeEntry();
        }
        return out;
    }

    /** A bundle without anything, which Karaf's own handler installs. */
    static Path empty(String version, Path out) throws IOException {
        try (OutputStream file = Files.newOutputStream(out);
                JarOutputStream to =
                        new JarOutputStream(file, manifest("benchmark.empty", version))) {
            to.finish();
        }
        return out;
    }

    private static Manifest manifest(String name, String version) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", version);
        return manifest;
    }
}
