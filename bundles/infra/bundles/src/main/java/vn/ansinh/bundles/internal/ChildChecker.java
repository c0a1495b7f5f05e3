package vn.ansinh.bundles.internal;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.activation.port.Checker;

/**
 * Runs the kit on a jar in a child JVM with little memory and a time limit: a constructor that
 * hangs, a memory hog or a call of exit ends there.
 */
final class ChildChecker implements Checker {

    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.bundles");
    private static final String MAIN = "vn.ansinh.locality.kit.Main";
    private static final int OUTPUT_LIMIT = 256 * 1024;
    private static final int FINDINGS_LIMIT = 50;
    private static final int OUT_OF_MEMORY = 3;
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-f]{4})|(.))");

    private final Supplier<Settings> settings;
    private final Supplier<List<Path>> classPath;
    private final Path work;

    /**
     * A checker.
     *
     * @param classPath kit and what it needs
     * @param work folder for the files of a check
     */
    ChildChecker(Supplier<Settings> settings, Supplier<List<Path>> classPath, Path work) {
        this.settings = settings;
        this.classPath = classPath;
        this.work = work;
    }

    @Override
    public List<String> check(byte[] candidate, List<byte[]> layers) {
        try {
            Files.createDirectories(work);
            Path folder = Files.createTempDirectory(work, "check-");
            try {
                return check(folder, candidate, layers);
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the check cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the check was interrupted", e);
        }
    }

    private List<String> check(Path folder, byte[] candidate, List<byte[]> layers)
            throws IOException, InterruptedException {
        Settings now = settings.get();
        Files.write(folder.resolve("candidate.jar"), candidate);
        List<String> names = new ArrayList<>();
        for (byte[] layer : layers) {
            names.add("layer-" + names.size() + ".jar");
            Files.write(folder.resolve(names.get(names.size() - 1)), layer);
        }
        long began = System.nanoTime();
        Process process = start(folder, command(now, names));
        Output output = new Output(process);
        boolean ended = process.waitFor(now.checkLimit().toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        String text = output.text();
        LOG.info(
                "check ended pid='{}' inTime='{}' exit='{}' ms='{}'",
                process.pid(),
                ended,
                process.exitValue(),
                (System.nanoTime() - began) / 1_000_000);
        if (!ended) {
            return List.of(
                    "TIME: kiểm tra chạy quá %d giây nên đã bị dừng"
                            .formatted(now.checkLimit().toSeconds()));
        }
        return findings(process.exitValue(), text, now);
    }

    private List<String> command(Settings now, List<String> layers) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + now.checkMemoryMb() + "m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-Djava.io.tmpdir=.",
                                "-Djava.awt.headless=true",
                                "-cp",
                                classPath.get().stream()
                                        .map(p -> p.toAbsolutePath().toString())
                                        .collect(Collectors.joining(File.pathSeparator)),
                                MAIN,
                                "--candidate",
                                "candidate.jar"));
        if (!layers.isEmpty()) {
            command.addAll(List.of("--layers", String.join(",", layers)));
        }
        return command;
    }

    private static Process start(Path folder, List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear(); // nothing of the container's environment is the jar's affair
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static List<String> findings(int exit, String text, Settings now) {
        List<String> findings =
                text.lines()
                        .map(ChildChecker::finding)
                        .flatMap(Optional::stream)
                        .limit(FINDINGS_LIMIT)
                        .toList();
        boolean complete = text.lines().anyMatch(l -> l.startsWith("{\"checked\":"));
        if (complete && exit == 0 || complete && exit == 1 && !findings.isEmpty()) {
            return findings;
        }
        if (exit == OUT_OF_MEMORY) {
            return List.of(
                    "MEMORY: kiểm tra cần quá %d MB bộ nhớ nên đã bị dừng"
                            .formatted(now.checkMemoryMb()));
        }
        return List.of(
                "BROKEN: kiểm tra không chạy đến cuối (mã kết thúc %d): %s"
                        .formatted(exit, text.lines().limit(5).collect(Collectors.joining(" | "))));
    }

    /**
     * The finding of a line {@code {"kind":"…","where":"…","message":"…"}}. Read by hand: a pattern
     * over a text as long as a bundle likes runs out of stack.
     */
    private static Optional<String> finding(String line) {
        List<String> values = new ArrayList<>();
        int at = 0;
        for (String name : List.of("{\"kind\":\"", ",\"where\":\"", ",\"message\":\"")) {
            if (!line.startsWith(name, at)) {
                return Optional.empty();
            }
            int from = at + name.length();
            int end = from;
            while (end < line.length() && line.charAt(end) != '"') {
                end += line.charAt(end) == '\\' ? 2 : 1;
            }
            if (end >= line.length()) {
                return Optional.empty();
            }
            values.add(line.substring(from, end));
            at = end + 1;
        }
        return line.substring(at).equals("}")
                ? Optional.of(sentence(values.get(0), values.get(1), values.get(2)))
                : Optional.empty();
    }

    /** Code first: it is stable, and docs/reference/releases.md says what it means. */
    private static String sentence(String code, String where, String message) {
        String place = where.isEmpty() ? "" : plain(where) + ": ";
        return code + ": " + place + plain(message);
    }

    private static String plain(String escaped) {
        return ESCAPE.matcher(escaped)
                .replaceAll(
                        m ->
                                Matcher.quoteReplacement(
                                        m.group(1) == null
                                                ? m.group(2)
                                                : String.valueOf(
                                                        (char) Integer.parseInt(m.group(1), 16))));
    }

    /** Takes what a process says, up to a limit; one that says more is ended. */
    private static final class Output {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final Thread thread;

        Output(Process process) {
            thread = new Thread(() -> take(process), "ansinh-check-output");
            thread.setDaemon(true);
            thread.start();
        }

        private void take(Process process) {
            byte[] buffer = new byte[8192];
            try (InputStream in = process.getInputStream()) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    synchronized (taken) {
                        taken.write(buffer, 0, n);
                        if (taken.size() > OUTPUT_LIMIT) {
                            process.destroyForcibly();
                            return;
                        }
                    }
                }
            } catch (IOException e) {
                LOG.debug("output of the check ended", e);
            }
        }

        String text() throws InterruptedException {
            thread.join(2_000);
            synchronized (taken) {
                return taken.toString(StandardCharsets.UTF_8);
            }
        }
    }
}
