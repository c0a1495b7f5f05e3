package vn.ansinh.entitlement.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** What an officer sent, in a file of its own that is gone when the upload is done. */
record UploadedFile(Path path, String sha256) implements AutoCloseable {

    /** Most bytes of a file; 100,000 rows have about 12 MB as XLSX. */
    static final long MOST_BYTES = 30L << 20;

    static UploadedFile receive(String fileName, InputStream bytes) {
        try {
            Path path = Files.createTempFile("ansinh-import", ".tmp");
            try {
                return new UploadedFile(path, copy(fileName, bytes, path));
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(path);
                throw e;
            }
        } catch (IOException e) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Tệp «" + fileName + "» tải lên bị ngắt; hãy gửi lại.",
                    e);
        }
    }

    private static String copy(String fileName, InputStream bytes, Path path) throws IOException {
        MessageDigest digest = sha256Digest();
        byte[] buffer = new byte[1 << 16];
        long all = 0;
        try (OutputStream out = Files.newOutputStream(path)) {
            for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                all += n;
                if (all > MOST_BYTES) {
                    throw new AnsinhException(
                            ErrorCode.INVALID_INPUT,
                            "Tệp «"
                                    + fileName
                                    + "» lớn hơn "
                                    + (MOST_BYTES >> 20)
                                    + " MB; hãy chia thành nhiều tệp.");
                }
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
