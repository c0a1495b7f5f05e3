package vn.ansinh.embeddedpostgres.internal;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import vn.ansinh.embeddedpostgres.api.PostgresException;
import vn.ansinh.embeddedpostgres.api.PostgresException.Kind;

/** The PostgreSQL programs: shipped unpacked, or unpacked from the class path once per user. */
public final class Programs {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private Programs() {}

    /**
     * Unpacks the archive of the class path; the build calls it to fill {@code pgsql/}.
     *
     * @param args the folder to fill
     * @throws IOException when it cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[0]);
        if (!Files.exists(target.resolve("bin/postgres"))) {
            Folders.delete(target);
            Archive.unpack(ARCHIVE, target);
            slim(target.resolve("lib"));
        }
    }

    /** Leaves what a running server loads, without links: archives of a build follow links. */
    static void slim(Path lib) throws IOException {
        List<Path> links;
        try (var files = Files.list(lib)) {
            links = files.filter(Files::isSymbolicLink).toList();
        }
        for (Path link : links) {
            Path real = lib.resolve(Files.readSymbolicLink(link)).normalize();
            Files.delete(link);
            // libpq.so is for compilers; libpq.so.5 is the name that programs ask for.
            if (!link.toString().endsWith(".so")) {
                Files.move(real, link);
            }
        }
        try (var files = Files.list(lib)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.toString().endsWith(".a")) {
                    Files.delete(file);
                }
            }
        }
        Folders.delete(lib.resolve("pkgconfig"));
    }

    /** Returns a folder with {@code bin/postgres}. */
    static Path find(Path shipped) throws IOException {
        String os = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!os.equals("Linux amd64")) {
            throw unsupported(os, null);
        }
        if (shipped != null && Files.exists(shipped.resolve("bin/postgres"))) {
            return shipped;
        }
        if (Programs.class.getResource(ARCHIVE) == null) {
            throw unsupported(os, null);
        }
        Path cache =
                Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "ansinh-pgsql-" + version() + "-" + System.getProperty("user.name"));
        if (!Files.exists(cache)) {
            Path own = Files.createTempDirectory("ansinh-pgsql-");
            Archive.unpack(ARCHIVE, own);
            Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxr-xr-x"));
            try {
                Files.move(own, cache, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
                Folders.delete(own); // another process was quicker
            }
        }
        String me = System.getProperty("user.name");
        if (!Files.getOwner(cache).getName().equals(me)) {
            throw new IOException(cache + " does not belong to " + me);
        }
        return cache;
    }

    /** The archive's size tells versions apart without opening it. */
    private static String version() throws IOException {
        return Long.toString(
                Programs.class.getResource(ARCHIVE).openConnection().getContentLengthLong(), 36);
    }

    static PostgresException unsupported(String os, Throwable cause) {
        return new PostgresException(
                Kind.UNSUPPORTED,
                "Cơ sở dữ liệu kèm theo không chạy được trên máy này ("
                        + os
                        + "): hãy khai báo một PostgreSQL bên ngoài bằng khóa url trong"
                        + " etc/vn.ansinh.store.cfg rồi khởi động lại.",
                "The embedded database does not run on this machine ("
                        + os
                        + "): name an external PostgreSQL by the key url in"
                        + " etc/vn.ansinh.store.cfg and start again.",
                cause);
    }
}
