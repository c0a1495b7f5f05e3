package vn.ansinh.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A bank running as a process of its own. */
final class BankProcess implements AutoCloseable {

    private static final List<Process> STARTED = new ArrayList<>();

    private final Process process;
    private final int port;

    BankProcess(Path folder, String... settings) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "vn.ansinh.bank.Bank",
                                "--dir",
                                folder.toString(),
                                "--day",
                                "2026-03-19"));
        command.addAll(List.of(settings));
        process =
                new ProcessBuilder(command)
                        .redirectError(folder.resolve("errors").toFile())
                        .start();
        STARTED.add(process);
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null || !line.startsWith("READY ")) {
            process.destroyForcibly();
            throw new IOException("the bank did not start: " + line);
        }
        port = Integer.parseInt(line.substring(6));
    }

    /** Kills every bank a test left. */
    static void killAll() {
        STARTED.forEach(Process::destroyForcibly);
        STARTED.clear();
    }

    String url() {
        return "http://localhost:" + port;
    }

    JsonNode ledger() throws IOException, InterruptedException {
        return new ObjectMapper().readTree(call("GET", "/ledger", ""));
    }

    void behave(String settings) throws IOException, InterruptedException {
        call("PUT", "/behaviour", settings);
    }

    private String call(String method, String path, String body)
            throws IOException, InterruptedException {
        var response =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(url() + path))
                                        .method(method, BodyPublishers.ofString(body))
                                        .build(),
                                BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("HTTP " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        try {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
