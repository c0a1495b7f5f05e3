package vn.ansinh.rest.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;

/** Large answers: on disk first, so that memory does not grow. */
final class Spooled {
    private Spooled() {}

    /** Written to a file first: whoever is refused gets a problem, not half an answer. */
    static Response file(String name, String type, Consumer<OutputStream> writer) {
        try {
            Path file = Files.createTempFile("ansinh-", ".part");
            try (OutputStream out = Files.newOutputStream(file)) {
                writer.accept(out);
            } catch (RuntimeException | IOException e) {
                Files.deleteIfExists(file);
                throw e;
            }
            StreamingOutput content =
                    out -> {
                        try {
                            Files.copy(file, out);
                        } finally {
                            Files.deleteIfExists(file);
                        }
                    };
            return Response.ok(content, type)
                    .header(HttpHeaders.CONTENT_DISPOSITION, ReportsResource.attachment(name))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
