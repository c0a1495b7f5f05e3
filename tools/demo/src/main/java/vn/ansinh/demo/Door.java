package vn.ansinh.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** HTTPS to the running container, trusting exactly the certificate it made for itself. */
final class Door {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final String base;

    Door(String base, Path certificate) throws IOException, GeneralSecurityException {
        this.base = base;
        this.http =
                HttpClient.newBuilder()
                        .sslContext(trusting(certificate))
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
    }

    private static SSLContext trusting(Path certificate)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            store.setCertificateEntry(
                    "ansinh", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** An answer. */
    record Answer(int status, byte[] body, String location, String etag) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException("not JSON: " + text(), e);
            }
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** This answer, if it has the status. */
        Answer must(int expected) {
            DemoFailure.unless(status == expected, "HTTP " + status + ": " + text());
            return this;
        }
    }

    Answer get(String path, Login login) {
        return send(request(path, login).GET());
    }

    Answer post(String path, Login login, String contentType, byte[] body) {
        return send(
                request(path, login)
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** With more headers, in pairs. */
    Answer postJson(String path, Login login, Object body, String... headers) {
        return json("POST", path, login, body, headers);
    }

    Answer putJson(String path, Login login, Object body) {
        return json("PUT", path, login, body);
    }

    private Answer json(String method, String path, Login login, Object body, String... headers) {
        try {
            HttpRequest.Builder request =
                    request(path, login).header("Content-Type", "application/json");
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return send(
                    request.method(
                            method,
                            HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private HttpRequest.Builder request(String path, Login login) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(2));
        if (login != null) {
            String pair = login.name() + ":" + login.secret();
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Location").orElse(""),
                    response.headers().firstValue("ETag").orElse(""));
        } catch (IOException e) {
            throw new DemoFailure(
                    "Không gọi được " + base + " / cannot reach it: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("Bị ngắt / interrupted", e);
        }
    }

    /** Login and secret of an account. */
    record Login(String name, String secret) {}

    /** The demonstration cannot go on; the sentence says why. */
    static final class DemoFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DemoFailure(String sentence) {
            super(sentence);
        }

        static void unless(boolean condition, String sentence) {
            if (!condition) {
                throw new DemoFailure(sentence);
            }
        }

        DemoFailure(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }
}
