package vn.ansinh.generator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The folder written to: counts bytes and digests every file while it is written. */
final class Output {

    private final Path folder;
    private final Map<String, String> digests = new TreeMap<>();
    private long bytes;

    Output(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** A new file below the folder; its digest is taken when it is closed. */
    OutputStream file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        MessageDigest sha = sha256();
        OutputStream raw = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        return new DigestOutputStream(raw, sha) {
            @Override
            public void write(byte[] b, int off, int len) throws IOException {
                super.write(b, off, len);
                bytes += len;
            }

            @Override
            public void write(int b) throws IOException {
                super.write(b);
                bytes++;
            }

            @Override
            public void close() throws IOException {
                super.close();
                digests.put(name, HexFormat.of().formatHex(sha.digest()));
            }
        };
    }

    /** A file for the time being, outside the digest; whoever asks deletes it. */
    Path scratch() throws IOException {
        return Files.createTempFile(folder, ".ansinh-generate-", ".tmp");
    }

    int files() {
        return digests.size();
    }

    long bytes() {
        return bytes;
    }

    /** SHA-256 over the lines {@code SHA256 NAME} of all files in the order of their names. */
    String sha256OfAll() {
        MessageDigest all = sha256();
        digests.forEach(
                (name, digest) ->
                        all.update(
                                (digest + "  " + name + "\n")
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(all.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
