package vn.ansinh.benchmarks.container;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** One account's HTTPS client of the container. */
final class Rest {
    private static final int BAD = 400;

    private final String base;
    private final String authorization;
    private final HttpClient http;

    Rest(Container container, String login, String secret) throws IOException {
        base = container.url() + "/cxf/api/v1/";
        authorization =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (login + ":" + secret).getBytes(StandardCharsets.UTF_8));
        http = client(container.secrets().resolve("tls.crt"));
    }

    /** The administrator's. */
    static Rest admin(Container container) throws IOException {
        Path file = container.secrets().resolve("admin-password");
        return new Rest(container, "admin", Files.readString(file).strip());
    }

    private static HttpClient client(Path certificate) throws IOException {
        try (InputStream in = Files.newInputStream(certificate)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "ansinh", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return HttpClient.newBuilder()
                    .sslContext(context)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Answers whatever the status. */
    HttpResponse<String> ask(String path) throws IOException {
        return send(request(path).GET().build());
    }

    /** A body that came with success. */
    String get(String path) throws IOException {
        return good(ask(path), path);
    }

    String post(String path, String json) throws IOException {
        return post(path, "application/json", json);
    }

    String post(String path, String type, String body) throws IOException {
        HttpRequest.Builder request = request(path).header("Content-Type", type);
        return good(send(request.POST(HttpRequest.BodyPublishers.ofString(body)).build()), path);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(120))
                .header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String good(HttpResponse<String> answer, String path) throws IOException {
        if (answer.statusCode() >= BAD) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** The first value of a field, text or number. */
    static String field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        return found.group(1);
    }
}
