package vn.ansinh.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.bank.Bank;

/** The bank's process (tools/bank), with a ledger of its own on disk. */
final class BankChild {
    private static final String NEVER = "1000000000000";

    private final Path folder;
    private final long seed;
    private final boolean drops;
    private final HttpClient client = HttpClient.newHttpClient();
    private boolean stating;
    private Child child;
    private int port;

    /** With {@code drops} it loses one of ten files before it has read it. */
    BankChild(Path folder, long seed, boolean drops) throws IOException, InterruptedException {
        this.folder = folder;
        this.seed = seed;
        this.drops = drops;
        Files.createDirectories(folder);
        start();
    }

    private void start() throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("--dir", folder.toString(), "seed=" + seed));
        // Loses files and answers, repeats and shuffles statements, each in its turn.
        arguments.addAll(
                List.of(
                        "drop=" + (drops ? "0.1" : "0"),
                        "lose=0.1",
                        "repeat=0.3",
                        "reorder=0.5",
                        "entries=5000",
                        "formats=camt.053,camt.054,mt940",
                        "delayMillis=" + (stating ? "0" : NEVER)));
        child = new Child(folder.resolve("errors"), null, Bank.class.getName(), arguments);
        String line = child.next(60_000);
        if (line == null || !line.startsWith("READY ")) {
            throw new IOException("the bank did not start: " + line);
        }
        port = Integer.parseInt(line.substring(6));
    }

    int port() {
        return port;
    }

    /** From now on statements are issued, or none. */
    void stating(boolean yes) throws IOException, InterruptedException {
        stating = yes;
        call("PUT", "/behaviour", "delayMillis=" + (yes ? "0" : NEVER));
    }

    /** Its own books. */
    JsonNode ledger() throws IOException, InterruptedException {
        return new ObjectMapper().readTree(call("GET", "/ledger", ""));
    }

    private String call(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("HTTP " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /** SIGKILL, and started again on the same books. */
    void killAndStart() throws IOException, InterruptedException {
        child.kill();
        start();
    }

    void kill() throws InterruptedException {
        child.kill();
    }
}
