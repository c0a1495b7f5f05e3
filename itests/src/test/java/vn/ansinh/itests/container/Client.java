package vn.ansinh.itests.container;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The administrator's HTTPS client inside the container under test. */
final class Client {

    private final Path secrets = Path.of(System.getProperty("karaf.data"), "secrets");
    private HttpClient http;

    /** Status of /health, 0 while nobody answers. */
    int health() {
        return status("/health");
    }

    String releases() {
        try {
            return send("/cxf/api/v1/releases").body();
        } catch (IOException e) {
            return "";
        }
    }

    int status(String path) {
        try {
            return send(path).statusCode();
        } catch (IOException e) {
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

    private HttpResponse<String> send(String path) throws IOException {
        String login = "admin:" + Files.readString(secrets.resolve("admin-password")).strip();
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "https://localhost:"
                                                + System.getProperty("ansinh.test.https")
                                                + path))
                        .timeout(Duration.ofSeconds(30))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        login.getBytes(StandardCharsets.UTF_8)))
                        .GET()
                        .build();
        try {
            return http().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
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
