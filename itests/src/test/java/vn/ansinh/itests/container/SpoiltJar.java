package vn.ansinh.itests.container;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A real bundle as a later version in which one text is another. */
final class SpoiltJar {

    private SpoiltJar() {}

    /** Writes it; fails when the text is not there, for then nothing is spoilt. */
    static void write(Path from, Path to, String version, String entry, String was, String is)
            throws IOException {
        boolean spoilt = false;
        try (JarFile jar = new JarFile(from.toFile())) {
            Manifest manifest = new Manifest(jar.getManifest());
            manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), version);
            try (OutputStream file = Files.newOutputStream(to);
                    JarOutputStream out = new JarOutputStream(file, manifest)) {
                for (JarEntry one : Collections.list(jar.entries())) {
                    if (one.isDirectory() || one.getName().equals(JarFile.MANIFEST_NAME)) {
                        continue;
                    }
                    byte[] content = jar.getInputStream(one).readAllBytes();
                    if (one.getName().equals(entry)) {
                        String text = new String(content, StandardCharsets.UTF_8);
                        spoilt = text.contains(was);
                        content = text.replace(was, is).getBytes(StandardCharsets.UTF_8);
                    }
                    out.putNextEntry(new JarEntry(one.getName()));
                    out.write(content);
                }
            }
        }
        if (!spoilt) {
            throw new AssertionError(entry + " of " + from + " does not contain " + was);
        }
    }
}
