package vn.ansinh.itests.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An HTTPS client inside the container under test, the administrator's unless a login is given. */
final class Client {

    static final String API = "/cxf/api/v1/";
    static final String JSON_TYPE = "application/json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path secrets = Path.of(System.getProperty("karaf.data"), "secrets");
    private HttpClient http;

    /** Login and secret of an account. */
    record Login(String name, String secret) {}

    /** An answer. */
    record Answer(int status, byte[] body, String etag) {

        /** All that can be read in it: what is zipped (a workbook) is opened. */
        String text() {
            return body.length > 1 && body[0] == 'P' && body[1] == 'K'
                    ? unzipped(body)
                    : new String(body, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException("no JSON: " + text(), e);
            }
        }

        /** This answer, if it succeeded. */
        Answer ok(String what) {
            if (status / 100 != 2) {
                throw new AssertionError(what + ": " + status + " " + text());
            }
            return this;
        }

        /**
         * By the directory at its end: sizes in front of streamed entries are not to be trusted.
         */
        private static String unzipped(byte[] bytes) {
            StringBuilder text = new StringBuilder();
            try {
                Path file = Files.createTempFile("answer", ".zip");
                try (ZipFile zip = new ZipFile(Files.write(file, bytes).toFile())) {
                    for (ZipEntry entry : Collections.list(zip.entries())) {
                        byte[] content = zip.getInputStream(entry).readAllBytes();
                        text.append(new String(content, StandardCharsets.UTF_8)).append('\n');
                    }
                } finally {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return text.toString();
        }
    }

    /** Status of /health, 0 while nobody answers. */
    int health() {
        return status("/health");
    }

    String releases() {
        try {
            return call(admin(), "GET", API + "releases", null, null, Map.of()).text();
        } catch (UncheckedIOException e) {
            return "";
        }
    }

    int status(String path) {
        try {
            return call(admin(), "GET", path, null, null, Map.of()).status();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    /** Waits for a condition by asking, and says what did not come true. */
    void await(String what, Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + limit + ": " + what);
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** The operator account that the container made for itself. */
    Login admin() {
        try {
            return new Login("admin", Files.readString(secrets.resolve("admin-password")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A call of the REST interface with a body of JSON. */
    Answer json(Login login, String method, String path, Object body, Map<String, String> headers) {
        try {
            byte[] bytes = JSON.writeValueAsBytes(body);
            return call(login, method, API + path, JSON_TYPE, bytes, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A read of the REST interface. */
    Answer get(Login login, String path) {
        return call(login, "GET", API + path, null, null, Map.of());
    }

    /** Any call; {@code login} null is nobody, {@code body} null is none. */
    Answer call(
            Login login,
            String method,
            String path,
            String type,
            byte[] body,
            Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "https://localhost:"
                                                + System.getProperty("ansinh.test.https")
                                                + path))
                        .timeout(Duration.ofSeconds(60))
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body));
        if (login != null) {
            byte[] pair = (login.name() + ":" + login.secret()).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> answer =
                    http().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("ETag").orElse("*"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpClient http() throws IOException {
        if (http == null) {
            try (InputStream in = Files.newInputStream(secrets.resolve("tls.crt"))) {
                KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
                store.load(null, null);
                store.setCertificateEntry(
                        "ansinh", CertificateFactory.getInstance("X.509").generateCertificate(in));
                TrustManagerFactory trust =
                        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                trust.init(store);
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(null, trust.getTrustManagers(), null);
                http = HttpClient.newBuilder().sslContext(context).build();
            } catch (GeneralSecurityException e) {
                throw new IOException(e);
            }
        }
        return http;
    }
}
