package vn.ansinh.locality.kit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import vn.ansinh.locality.api.BundleHeader;

/** A law or locality bundle as a file: its header, its golden files and its classes. */
public final class BundleFile implements AutoCloseable {

    private static final String CLASS = ".class";

    private final Path file;
    private final String header;
    private final String sha256;
    private final URLClassLoader loader;

    private BundleFile(Path file, String header, String sha256) throws IOException {
        this.file = file;
        this.header = header;
        this.sha256 = sha256;
        loader = new OwnFirst(file.toUri().toURL());
    }

    /**
     * Opens a jar.
     *
     * @throws IOException when it cannot be read as a jar
     */
    public static BundleFile jar(Path jar) throws IOException {
        try (JarFile content = new JarFile(jar.toFile())) {
            Manifest manifest = content.getManifest();
            String header =
                    manifest == null
                            ? null
                            : manifest.getMainAttributes().getValue(BundleHeader.NAME);
            return new BundleFile(jar, header, sha256(Files.readAllBytes(jar)));
        }
    }

    /**
     * Opens a module that is compiled but not packed yet: {@code target/classes}, and the header
     * from {@code bnd.bnd}. For tests of the module itself.
     */
    public static BundleFile module(Path module) throws IOException {
        String prefix = BundleHeader.NAME + ":";
        String header =
                Files.readAllLines(module.resolve("bnd.bnd")).stream()
                        .filter(line -> line.startsWith(prefix))
                        .map(line -> line.substring(prefix.length()).trim())
                        .findFirst()
                        .orElse(null);
        return new BundleFile(module.resolve("target/classes"), header, sha256(new byte[0]));
    }

    /** Opens the bundle a class comes from: its jar, or its module while it is not packed yet. */
    public static BundleFile of(Class<?> member) throws IOException {
        try {
            Path place =
                    Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.isDirectory(place) ? module(place.getParent().getParent()) : jar(place);
        } catch (URISyntaxException e) {
            throw new IOException("no file for " + member, e);
        }
    }

    /** Value of the manifest header, or null. */
    public String header() {
        return header;
    }

    /** Digest of the jar, hex. */
    public String sha256() {
        return sha256;
    }

    /** A class of the bundle; what the bundle does not have comes from the contract. */
    public Class<?> load(String className) throws ClassNotFoundException {
        return Class.forName(className, true, loader);
    }

    /** Golden files by name, in order. */
    public Map<String, InputStream> goldenFiles() throws IOException {
        return files(name -> name.startsWith(BundleHeader.GOLDEN_FOLDER) && name.endsWith(".csv"));
    }

    /** Goldens of report forms by name, in order. */
    Map<String, InputStream> reportGoldens() throws IOException {
        return files(
                name ->
                        name.startsWith(ReportGoldens.FOLDER)
                                && name.endsWith(ReportGoldens.ENDING));
    }

    /** Class files by the internal name of the class, in order. */
    Map<String, InputStream> classFiles() throws IOException {
        Map<String, InputStream> classes = new TreeMap<>();
        files(name -> name.endsWith(CLASS) && !name.endsWith("-info" + CLASS))
                .forEach(
                        (name, content) ->
                                classes.put(
                                        name.substring(0, name.length() - CLASS.length()),
                                        content));
        return classes;
    }

    private Map<String, InputStream> files(Predicate<String> wanted) throws IOException {
        Map<String, InputStream> files = new TreeMap<>();
        if (Files.isDirectory(file)) {
            try (Stream<Path> found = Files.walk(file)) {
                for (Path path : found.filter(Files::isRegularFile).toList()) {
                    String name = file.relativize(path).toString().replace('\\', '/');
                    if (wanted.test(name)) {
                        files.put(name, new ByteArrayInputStream(Files.readAllBytes(path)));
                    }
                }
            }
            return files;
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (wanted.test(entry.getName())) {
                    byte[] content = jar.getInputStream(entry).readAllBytes();
                    files.put(entry.getName(), new ByteArrayInputStream(content));
                }
            }
        }
        return files;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    /** As in a container: a bundle's classes and resources are its own, the contract's are not. */
    private static final class OwnFirst extends URLClassLoader {

        OwnFirst(URL file) {
            super(new URL[] {file}, BundleFile.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                boolean own = findResource(name.replace('.', '/') + ".class") != null;
                return own ? findClass(name) : super.loadClass(name, resolve);
            }
        }

        @Override
        public URL getResource(String name) {
            URL own = findResource(name);
            return own != null ? own : super.getResource(name);
        }
    }
}
