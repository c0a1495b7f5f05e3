package vn.ansinh.embeddedpostgres.internal;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the archive of the programs. A class of its own: in the container, where the programs lie
 * unpacked, there is no xz and this class is never loaded.
 */
final class Archive {
    private Archive() {}

    static void unpack(String resource, Path target) throws IOException {
        try (InputStream raw = Archive.class.getResourceAsStream(resource)) {
            if (raw == null) {
                throw new IOException(resource + " is not on the class path");
            }
            unpack(new BufferedInputStream(new XZInputStream(raw), 1 << 16), target);
        }
    }

    /** Reads a tar file: files, folders, symbolic links and GNU long names. */
    static void unpack(InputStream tar, Path target) throws IOException {
        Path root = target.toAbsolutePath().normalize();
        Files.createDirectories(root);
        byte[] header = new byte[512];
        String longName = null;
        while (tar.readNBytes(header, 0, 512) == 512 && header[0] != 0) {
            String name = longName != null ? longName : text(header, 0, 100);
            longName = null;
            int mode = (int) octal(header, 100, 8);
            long size = octal(header, 124, 12);
            char type = (char) header[156];
            Path path = root.resolve(name).normalize();
            if (!path.startsWith(root)) {
                throw new IOException("outside of the folder: " + name);
            }
            InputStream body = new Limited(tar, size);
            switch (type) {
                case 'L' -> longName = text(body.readAllBytes(), 0, (int) size);
                case '5' -> Files.createDirectories(path);
                case '2' -> {
                    Files.createDirectories(path.getParent());
                    Files.createSymbolicLink(path, Path.of(text(header, 157, 100)));
                }
                case '0', 0 -> {
                    Files.createDirectories(path.getParent());
                    Files.copy(body, path);
                    Files.setPosixFilePermissions(
                            path,
                            PosixFilePermissions.fromString(
                                    (mode & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
                }
                default -> body.readAllBytes();
            }
            tar.skipNBytes((512 - size % 512) % 512);
        }
    }

    private static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] bytes, int from, int length) {
        String digits = text(bytes, from, length).trim();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }

    /** The next so many bytes of a stream. */
    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long size) {
            super(in);
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            if (left == 0) {
                return -1;
            }
            int n = super.read(b, off, (int) Math.min(len, left));
            if (n < 0) {
                throw new IOException("the archive ends early");
            }
            left -= n;
            return n;
        }
    }
}
