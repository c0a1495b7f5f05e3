package vn.ansinh.law.hanoi;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import vn.ansinh.locality.api.BundleHeader;
import vn.ansinh.locality.kit.BundleFile;

/** Packs a law bundle again with something changed, to see whether the kit notices. */
final class MutatedBundle {

    private final Class<?> law;
    private final String header;

    MutatedBundle(Class<?> law) throws IOException {
        this.law = law;
        try (BundleFile bundle = BundleFile.of(law)) {
            header = bundle.header();
        }
    }

    /** Writes the jar; {@code edit} gets each CSV file's name and text. */
    Path write(Path jar, String newHeader, Map<String, UnaryOperator<String>> edits)
            throws Exception {
        URI place = law.getProtectionDomain().getCodeSource().getLocation().toURI();
        Path source = Path.of(place);
        if (Files.isDirectory(source)) {
            pack(source, jar, newHeader, edits);
        } else {
            try (FileSystem zip = FileSystems.newFileSystem(source)) {
                pack(zip.getPath("/"), jar, newHeader, edits);
            }
        }
        return jar;
    }

    Path write(Path jar, String csv, UnaryOperator<String> edit) throws Exception {
        return write(jar, header, Map.of(csv, edit));
    }

    String header() {
        return header;
    }

    private static void pack(
            Path root, Path jar, String header, Map<String, UnaryOperator<String>> edits)
            throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (header != null) {
            manifest.getMainAttributes().putValue(BundleHeader.NAME, header);
        }
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                String name = root.relativize(path).toString().replace('\\', '/');
                if (name.startsWith("META-INF")) {
                    continue;
                }
                byte[] bytes = Files.readAllBytes(path);
                UnaryOperator<String> edit = edits.get(path.getFileName().toString());
                if (edit != null) {
                    String text = edit.apply(new String(bytes, StandardCharsets.UTF_8));
                    if (text == null) {
                        continue;
                    }
                    bytes = text.getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new JarEntry(name));
                out.write(bytes);
                out.closeEntry();
            }
        }
    }
}
