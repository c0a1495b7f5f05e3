package vn.ansinh.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A JVM of our own: what it says line by line, and its end by SIGKILL. */
final class Child {
    /** Said when it has ended. */
    static final String GONE = "GONE";

    private final Process process;
    private final Writer in;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    Child(Path log, Path archive, String main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-Xmx192m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        if (archive != null) {
            command.add(
                    (Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=")
                            + archive);
        }
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Duser.timezone=Asia/Ho_Chi_Minh"));
        command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        command.addAll(List.of("-cp", classPath(), main));
        command.addAll(arguments);
        process =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        in = process.outputWriter(StandardCharsets.UTF_8);
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Thread reader = new Thread(() -> read(out), "crash-child");
        reader.setDaemon(true);
        reader.start();
    }

    /** Our own class path; surefire hides it in a property. */
    static String classPath() {
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private void read(BufferedReader out) {
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
            }
        } catch (IOException e) {
            // It was killed.
        }
        said.add(GONE);
    }

    /** The next line; null when none came in time. */
    String next(long millis) throws InterruptedException {
        return said.poll(millis, TimeUnit.MILLISECONDS);
    }

    /** Says a line to it; to one that is gone nothing is said. */
    void say(String line) {
        try {
            in.write(line + "\n");
            in.flush();
        } catch (IOException e) {
            // The reader says GONE.
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Ends by itself, or is killed. */
    void end() throws InterruptedException {
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            kill();
        }
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
