package vn.ansinh.tools.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeTest {
    @TempDir Path folder;
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private String base;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/health",
                exchange -> {
                    boolean ready = asked.incrementAndGet() > 2;
                    byte[] body = (ready ? "ok" : "chưa sẵn sàng").getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(ready ? 200 : 503, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.createContext(
                "/echo",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    String auth = exchange.getRequestHeaders().getFirst("Authorization");
                    exchange.sendResponseHeaders(auth == null ? 401 : 200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        base = "http://localhost:" + server.getAddress().getPort();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int run(String... args) {
        said.reset();
        return Probe.run(args, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    void waitsUntilReady() {
        assertThat(run("check", "--url", base + "/health")).isEqualTo(Probe.LATE);
        assertThat(said()).isEqualTo("503 chưa sẵn sàng");
        assertThat(run("wait", "--url", base + "/health", "--seconds", "20"))
                .isEqualTo(Probe.READY);
        assertThat(asked).hasValue(3);
    }

    @Test
    void tellsWhyItIsNotReady() throws Exception {
        String nowhere = "http://localhost:1/health";
        assertThat(run("wait", "--url", nowhere, "--seconds", "0")).isEqualTo(Probe.LATE);
        assertThat(said()).contains("ConnectException");
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        assertThat(run("wait", "--url", nowhere, "--seconds", "9", "--pid", "" + gone.pid()))
                .isEqualTo(Probe.ENDED);
        Path problem = Files.createFile(folder.resolve("problem"));
        assertThat(run("wait", "--url", nowhere, "--seconds", "9", "--problem", problem.toString()))
                .isEqualTo(Probe.PROBLEM);
    }

    @Test
    void speaksHttp() throws Exception {
        Path body = Files.writeString(folder.resolve("body"), "số 1");
        Path password = Files.writeString(folder.resolve("password"), "x\n");
        assertThat(run("http", "POST", base + "/echo", "--body", body.toString()))
                .isEqualTo(Probe.LATE);
        assertThat(
                        run(
                                "http",
                                "POST",
                                base + "/echo",
                                "--body",
                                body.toString(),
                                "--user",
                                "admin",
                                "--password-file",
                                password.toString()))
                .isEqualTo(Probe.READY);
        assertThat(said()).isEqualTo("số 1");
        assertThat(run("nonsense")).isEqualTo(Probe.USAGE);
    }
}
