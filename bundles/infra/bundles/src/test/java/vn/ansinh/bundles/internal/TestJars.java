package vn.ansinh.bundles.internal;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.osgi.framework.BundleContext;
import vn.ansinh.locality.api.Locality;

/** Small real jars, compiled from source in the test. DỮ LIỆU GIẢ LẬP. */
final class TestJars {

    private TestJars() {}

    /** Headers of a locality bundle {@code t.Place} that is as it has to be. */
    static Map<String, String> headers(String version) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", "vn.ansinh.locality.thu;singleton:=false");
        headers.put("Bundle-Version", version);
        headers.put("Ansinh-Bundle", "locality; code=thu; parent=ha-noi; class=t.Place");
        headers.put("Import-Package", "vn.ansinh.locality.api;version=\"[0.1,1)\"");
        return headers;
    }

    /** A locality whose constructor does what is given. */
    static String place(String constructor) {
        return """
                package t;
                import java.time.LocalDate;
                import java.util.List;
                import vn.ansinh.locality.api.*;
                public class Place implements Locality {
                    public Place() { %s }
                    public LocalityProfile profile() {
                        return new LocalityProfile("thu", Lazy.name(), "xã", "UBND", "ha-noi",
                            List.of("ha-noi"), LocalDate.of(2025, 7, 1), null, List.of(), "Thử",
                            "ỦY BAN NHÂN DÂN", List.of(), List.of());
                    }
                    public LawLayer layer() {
                        return new LawLayer() {
                            public String code() { return "thu"; }
                            public String parent() { return "ha-noi"; }
                            public List<ParameterRow> rows() { return List.of(); }
                            public List<Ground> grounds() { return List.of(); }
                        };
                    }
                }
                class Lazy { static String name() { return "Xã Thử"; } }
                """
                .formatted(constructor);
    }

    /** An activator that registers the locality, standing in for Blueprint. */
    static String activator(String body) {
        return """
                package t;
                import org.osgi.framework.*;
                public class Start implements BundleActivator {
                    public void start(BundleContext context) throws Exception { %s }
                    public void stop(BundleContext context) { }
                }
                """
                .formatted(body);
    }

    /** A locality bundle with an activator, for the embedded framework. */
    static byte[] running(String version) {
        return running(
                version,
                "context.registerService(vn.ansinh.locality.api.Locality.class, new Place(), null);");
    }

    static byte[] running(String version, String start) {
        Map<String, String> headers = headers(version);
        headers.put("Bundle-Activator", "t.Start");
        headers.put(
                "Import-Package", "org.osgi.framework, vn.ansinh.locality.api;version=\"[0.1,1)\"");
        return jar(headers, Map.of("t.Place", place(""), "t.Start", activator(start)));
    }

    static byte[] jar(Map<String, String> headers, Map<String, String> sources) {
        return jar(headers, sources, Map.of());
    }

    /** With texts beside the classes, by the name of their entry. */
    static byte[] jar(
            Map<String, String> headers,
            Map<String, String> sources,
            Map<String, String> resources) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, byte[]> file : compile(sources).entrySet()) {
                jar.putNextEntry(new ZipEntry(file.getKey()));
                jar.write(file.getValue());
            }
            for (Map.Entry<String, String> text : resources.entrySet()) {
                jar.putNextEntry(new ZipEntry(text.getKey()));
                jar.write(text.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> compile(Map<String, String> sources) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        if (sources.isEmpty()) {
            return classes;
        }
        Path out = Files.createTempDirectory("test-jar");
        try {
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            String path = place(Locality.class) + File.pathSeparator + place(BundleContext.class);
            List<SimpleJavaFileObject> units =
                    sources.entrySet().stream()
                            .<SimpleJavaFileObject>map(e -> new Source(e.getKey(), e.getValue()))
                            .collect(Collectors.toList());
            List<String> options =
                    List.of("-d", out.toString(), "-cp", path, "--release", "17", "-proc:none");
            if (!compiler.getTask(null, null, null, options, null, units).call()) {
                throw new IllegalStateException("test source does not compile");
            }
            try (Stream<Path> files = Files.walk(out)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    classes.put(out.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        } finally {
            Folders.delete(out);
        }
        return classes;
    }

    /** Where a class of the test's class path comes from. */
    static Path place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
