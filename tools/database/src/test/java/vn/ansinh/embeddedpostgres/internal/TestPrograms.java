package vn.ansinh.embeddedpostgres.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tukaani.xz.XZInputStream;

/** Programs of another version than the one the product ships. */
public final class TestPrograms {
    private TestPrograms() {}

    /** Unpacks an archive of programs. */
    public static void unpack(Path archive, Path target) throws IOException {
        try (var in = new XZInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            Archive.unpack(new BufferedInputStream(in, 1 << 16), target);
        }
    }
}
