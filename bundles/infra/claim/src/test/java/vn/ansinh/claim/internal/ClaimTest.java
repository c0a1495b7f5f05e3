package vn.ansinh.claim.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimTest {
    @TempDir Path folder;

    private Path jar(String name, String header) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (header != null) {
            manifest.getMainAttributes().putValue(Claim.HEADER, header);
        }
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.flush();
        }
        return file;
    }

    @Test
    void takesOnlyJarsWithTheHeader() throws Exception {
        Claim claim = new Claim(folder.resolve("inbox"));
        Path ours = jar("a.jar", "locality; code=x");
        assertThat(claim.canHandle(ours.toFile())).isTrue();
        assertThat(claim.canHandle(jar("b.jar", null).toFile())).isFalse();
        assertThat(claim.canHandle(jar("c.zip", "locality").toFile())).isFalse();
        Path half = folder.resolve("half.jar");
        Files.write(half, java.util.Arrays.copyOf(Files.readAllBytes(ours), 30));
        assertThat(claim.canHandle(half.toFile())).isFalse();
    }

    @Test
    void copiesByContentOnceAndKeepsTheCopy() throws Exception {
        Path inbox = folder.resolve("inbox");
        Claim claim = new Claim(inbox);
        Path ours = jar("a.jar", "locality; code=x");
        claim.install(ours.toFile());
        claim.install(ours.toFile());
        Files.copy(ours, folder.resolve("other-name.jar"));
        claim.update(folder.resolve("other-name.jar").toFile());
        String sha =
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(Files.readAllBytes(ours)));
        try (var list = Files.list(inbox)) {
            assertThat(list).containsExactly(inbox.resolve(sha + ".jar"));
        }
        assertThat(inbox.resolve(sha + ".jar")).hasSameBinaryContentAs(ours);
        Files.delete(ours);
        claim.uninstall(ours.toFile());
        assertThat(inbox.resolve(sha + ".jar")).exists();
        assertThat(inbox.resolve(sha + ".withdrawn")).doesNotExist(); // the other file offers it
        claim.uninstall(folder.resolve("other-name.jar").toFile());
        assertThat(inbox.resolve(sha + ".withdrawn")).exists();
        claim.install(folder.resolve("other-name.jar").toFile());
        assertThat(inbox.resolve(sha + ".withdrawn")).doesNotExist();
    }

    @Test
    void aReplacedFileIsNotTakenBack() throws Exception {
        Path inbox = folder.resolve("inbox");
        Claim claim = new Claim(inbox);
        Path file = jar("a.jar", "locality; code=x");
        claim.install(file.toFile());
        claim.update(jar("a.jar", "locality; code=y").toFile());
        try (var list = Files.list(inbox)) {
            assertThat(list).hasSize(2).allMatch(f -> f.toString().endsWith(".jar"));
        }
        claim.uninstall(file.toFile());
        try (var list = Files.list(inbox)) {
            assertThat(list).filteredOn(f -> f.toString().endsWith(".withdrawn")).hasSize(1);
        }
    }

    @Test
    void failureIsNotThrownAtFileInstall() throws Exception {
        Claim claim = new Claim(folder.resolve("inbox"));
        claim.install(folder.resolve("missing.jar").toFile());
        try (var list = Files.list(folder.resolve("inbox"))) {
            assertThat(list).isEmpty();
        }
    }
}
