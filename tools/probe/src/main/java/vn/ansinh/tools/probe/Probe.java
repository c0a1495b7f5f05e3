package vn.ansinh.tools.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Asks a running container over HTTPS, trusting its own certificate only.
 *
 * <pre>
 * wait  --url U --ca FILE --seconds N [--pid P] [--problem FILE]   until U answers 200
 * check --url U --ca FILE                                          the same once
 * http  METHOD U --ca FILE [--user NAME --password-file FILE] [--body FILE] [--header "N: V"]…
 * </pre>
 *
 * <p>Exit status of {@code wait} and {@code check}: 0 ready, 1 not in time, 2 the process ended, 3
 * the problem file was written. Of {@code http}: 0 for 2xx; the body goes to standard output either
 * way.
 */
public final class Probe {
    static final int READY = 0;
    static final int LATE = 1;
    static final int ENDED = 2;
    static final int PROBLEM = 3;
    static final int USAGE = 64;

    private static final long PAUSE_MILLIS = 100;
    private final List<String> words = new ArrayList<>();
    private final Map<String, List<String>> options = new HashMap<>();
    private final PrintStream out;

    private Probe(String[] args, PrintStream out) {
        this.out = out;
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--")) {
                String name = args[i].substring(2);
                String value = i + 1 < args.length ? args[++i] : "";
                options.computeIfAbsent(name, k -> new ArrayList<>()).add(value);
            } else {
                words.add(args[i]);
            }
        }
    }

    /**
     * Runs one command.
     *
     * @param args see above
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(args, out));
    }

    static int run(String[] args, PrintStream out) {
        Probe probe = new Probe(args, out);
        try {
            return switch (probe.words.isEmpty() ? "" : probe.words.get(0)) {
                case "wait" -> probe.await();
                case "check" -> probe.check();
                case "http" -> probe.http();
                default -> USAGE;
            };
        } catch (IOException | GeneralSecurityException e) {
            out.println(e);
            return LATE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return LATE;
        }
    }

    private String option(String name) {
        List<String> values = options.get(name);
        return values == null ? null : values.get(0);
    }

    private int await() throws InterruptedException {
        long end = System.nanoTime() + Long.parseLong(option("seconds")) * 1_000_000_000L;
        String pid = option("pid");
        String problem = option("problem");
        String last = "";
        while (true) {
            if (problem != null && Files.exists(Path.of(problem))) {
                return PROBLEM;
            }
            if (pid != null
                    && ProcessHandle.of(Long.parseLong(pid))
                            .filter(ProcessHandle::isAlive)
                            .isEmpty()) {
                return ENDED;
            }
            String answer = ask();
            if (answer == null) {
                return READY;
            }
            last = answer;
            if (System.nanoTime() > end) {
                out.println(last);
                return LATE;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private int check() throws InterruptedException {
        String answer = ask();
        if (answer != null) {
            out.println(answer);
        }
        return answer == null ? READY : LATE;
    }

    private HttpClient client;

    /** Returns null when ready, else what was heard. */
    private String ask() throws InterruptedException {
        try {
            if (client == null) {
                client = client();
            }
            HttpResponse<String> response =
                    client.send(
                            HttpRequest.newBuilder(URI.create(option("url")))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() == 200) {
                return null;
            }
            String body = response.body().strip();
            // The web server's own error page says no more than its number.
            return response.statusCode() + (body.startsWith("<") ? "" : " " + body);
        } catch (IOException | GeneralSecurityException e) {
            client = null; // the certificate may just be about to be written
            return e.toString();
        }
    }

    private int http() throws IOException, GeneralSecurityException, InterruptedException {
        String body = option("body");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(words.get(2)))
                        .timeout(Duration.ofMinutes(10))
                        .method(
                                words.get(1),
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofFile(Path.of(body)));
        for (String header : options.getOrDefault("header", List.of())) {
            int colon = header.indexOf(':');
            request.header(header.substring(0, colon), header.substring(colon + 1).trim());
        }
        if (option("user") != null) {
            String password = Files.readString(Path.of(option("password-file"))).trim();
            byte[] both = (option("user") + ":" + password).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
        }
        HttpResponse<InputStream> response =
                client().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            in.transferTo(out);
        }
        out.flush();
        if (response.statusCode() / 100 == 2) {
            return READY;
        }
        System.err.println("HTTP " + response.statusCode());
        return LATE;
    }

    private HttpClient client() throws IOException, GeneralSecurityException {
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5));
        if (option("ca") != null) {
            builder.sslContext(trust(Path.of(option("ca"))));
        }
        return builder.build();
    }

    private static SSLContext trust(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate c : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca" + store.size(), c);
            }
        }
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
