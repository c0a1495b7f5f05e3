package vn.ansinh.gateway.bank.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.payment.port.BankLink.Answer;
import vn.ansinh.payment.port.BankLink.Outcome;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** The line to the bank against a server that behaves badly. */
class HttpBankLinkTest {

    private static final byte[] CONTENT = "<Document/>".getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }

    @Test
    void takesTheBanksOwnWord() throws IOException {
        HttpBankLink link = link(http(e -> answer(e, 202, "ACCEPTED", "<r/>")));
        Answer answer = link.send("F-1", CONTENT);
        assertThat(answer.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(new String(answer.report(), StandardCharsets.UTF_8)).isEqualTo("<r/>");
    }

    @Test
    void refusedAndNeverSeenAreCertain() throws IOException {
        assertThat(link(http(e -> answer(e, 422, "REFUSED", ""))).send("F-1", CONTENT).outcome())
                .isEqualTo(Outcome.REFUSED);
        stop(server);
        assertThat(link(http(e -> answer(e, 404, "NEVER-SEEN", ""))).status("F-1").outcome())
                .isEqualTo(Outcome.NEVER_SEEN);
    }

    /** A wrong address or a proxy must never make us send twice. */
    @Test
    void everythingElseIsUnknown() throws IOException {
        for (int status : new int[] {200, 202, 301, 400, 401, 403, 404, 409, 422, 500, 502, 503}) {
            assertThat(link(http(e -> answer(e, status, "", ""))).status("F-1").outcome())
                    .as("HTTP " + status + " without the bank's word")
                    .isEqualTo(Outcome.UNKNOWN);
            stop(server);
        }
        assertThat(link(http(e -> answer(e, 500, "REFUSED", ""))).send("F-1", CONTENT).outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void noAnswerIsUnknownAndNothingIsSentTwice() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        HttpBankLink closing =
                link(
                        http(
                                e -> {
                                    calls.incrementAndGet();
                                    e.getRequestBody().readAllBytes();
                                    e.close();
                                }));
        assertThat(closing.send("F-1", CONTENT).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(calls).hasValue(1);
        stop(server);
        assertThat(closing.send("F-1", CONTENT).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aSlowAnswerIsUnknownInTime() throws IOException {
        HttpBankLink silent = link(http(e -> sleep(20)));
        long began = System.nanoTime();
        assertThat(silent.send("F-1", CONTENT).outcome()).isEqualTo(Outcome.UNKNOWN);
        stop(server);
        HttpBankLink dripping =
                link(
                        http(
                                e -> {
                                    e.getResponseHeaders().add("X-File-Status", "ACCEPTED");
                                    e.sendResponseHeaders(200, 0);
                                    e.getResponseBody().write('<');
                                    e.getResponseBody().flush();
                                    sleep(20);
                                }));
        assertThat(dripping.send("F-1", CONTENT).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(12));
    }

    @Test
    void fetchesStatementsInTheOrderOfIssue() throws IOException {
        AtomicReference<String> query = new AtomicReference<>();
        HttpBankLink link =
                link(
                        http(
                                e -> {
                                    if (e.getRequestURI().getPath().equals("/statements")) {
                                        query.set(e.getRequestURI().getQuery());
                                        answer(e, 200, "", "S-8\nS-7\n");
                                    } else {
                                        answer(e, 200, "", e.getRequestURI().getPath());
                                    }
                                }));
        assertThat(link.statements("S-6"))
                .extracting(s -> s.id() + new String(s.content(), StandardCharsets.UTF_8))
                .as("in the order of issue, so that what is taken last leaves nothing out")
                .containsExactly("S-7/statements/S-7", "S-8/statements/S-8");
        assertThat(query).hasValue("after=S-6&most=20");
        stop(server);
        assertThatThrownBy(() -> link.statements("S-6"))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
    }

    @Test
    void withoutAnAddressNothingIsSent() {
        HttpBankLink link = link("");
        assertThat(link.configured()).isFalse();
        assertThatThrownBy(() -> link.send("F-1", CONTENT))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
    }

    @Test
    void plainHttpLeavesThisMachineNever() {
        assertThatThrownBy(() -> link("http://bank.example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https");
    }

    @Test
    void basicAuthenticationAndMutualTls() throws Exception {
        keyPair("bank", "CN=localhost", "-ext", "san=dns:localhost");
        keyPair("ours", "CN=an-sinh");
        AtomicReference<String> seen = new AtomicReference<>();
        HttpsServer https = HttpsServer.create(loopback(), 0);
        https.setHttpsConfigurator(
                new HttpsConfigurator(tls("bank", "ours")) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        SSLParameters own = getSSLContext().getDefaultSSLParameters();
                        own.setNeedClientAuth(true);
                        parameters.setSSLParameters(own);
                    }
                });
        start(
                https,
                e -> {
                    seen.set(e.getRequestHeaders().getFirst("Authorization"));
                    answer(e, 202, "ACCEPTED", "");
                });
        String url = "https://localhost:" + https.getAddress().getPort();
        Path secret = Files.writeString(folder.resolve("secret"), "changeit\n");
        String pem = pem("bank").toString();
        String ours = folder.resolve("ours.p12").toString();

        HttpBankLink good = link(url, "an-sinh", secret.toString(), pem, ours);
        assertThat(good.send("F-1", CONTENT).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(seen.get())
                .isEqualTo(
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                "an-sinh:changeit"
                                                        .getBytes(StandardCharsets.UTF_8)));

        // Negative controls: no key of ours; a bank whose certificate we do not trust.
        assertThat(link(url, "", "", pem, "").send("F-1", CONTENT).outcome())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(link(url, "", "", pem("ours").toString(), ours).send("F-1", CONTENT).outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    // ---- the server ----------------------------------------------------------------------------

    private String http(HttpHandler handler) throws IOException {
        server = HttpServer.create(loopback(), 0);
        start(server, handler);
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void start(HttpServer created, HttpHandler handler) {
        server = created;
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
    }

    private static void stop(HttpServer server) {
        server.stop(0);
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static void answer(HttpExchange exchange, int status, String word, String body)
            throws IOException {
        exchange.getRequestBody().readAllBytes();
        if (!word.isEmpty()) {
            exchange.getResponseHeaders().add("X-File-Status", word);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static void sleep(int seconds) {
        try {
            Thread.sleep(seconds * 1000L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpBankLink link(String url) {
        return link(url, "", "", "", "");
    }

    private static HttpBankLink link(
            String url, String user, String secret, String trusted, String key) {
        String keySecret = key.isEmpty() ? "" : Path.of(key).resolveSibling("secret").toString();
        return new HttpBankLink(
                LinkSettings.of(url, user, secret, trusted, key, keySecret, 2, 3, 20));
    }

    // ---- keys ----------------------------------------------------------------------------------

    private void keyPair(String name, String who, String... more) throws Exception {
        var command =
                new java.util.ArrayList<>(
                        java.util.List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-alias",
                                name,
                                "-dname",
                                who,
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                "changeit",
                                "-keystore",
                                folder.resolve(name + ".p12").toString()));
        command.addAll(java.util.List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private KeyStore store(String name) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(in, "changeit".toCharArray());
        }
        return store;
    }

    private Path pem(String name) throws Exception {
        Certificate certificate = store(name).getCertificate(name);
        return Files.writeString(
                folder.resolve(name + ".pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    private SSLContext tls(String own, String trusted) throws Exception {
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(own), "changeit".toCharArray());
        KeyStore others = KeyStore.getInstance("PKCS12");
        others.load(null, null);
        others.setCertificateEntry(trusted, store(trusted).getCertificate(trusted));
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(others);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
