package vn.ansinh.benchmarks.container;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The packaged distribution in a folder of its own, on ports of its own, started and stopped by its
 * own {@code bin/ansinh} as an operator does.
 */
final class Container implements AutoCloseable {
    private final Path folder;
    private final Path home;
    private final Map<String, String> environment = new TreeMap<>();
    private final int https = freePort();

    private Container(Path folder) {
        this.folder = folder;
        this.home = folder.resolve("home");
        environment.put("ANSINH_HTTPS_PORT", String.valueOf(https));
        environment.put("ANSINH_SSH_PORT", String.valueOf(freePort()));
    }

    /** Unpacks the newest archive of karaf-assembly. */
    static Container unpack() throws IOException {
        Path archive;
        try (Stream<Path> files = Files.list(Path.of("karaf-assembly/target"))) {
            archive =
                    files.filter(file -> file.toString().endsWith(".tar.gz"))
                            .max(Comparator.comparing(file -> file.toFile().lastModified()))
                            .orElseThrow(
                                    () -> new IOException("no archive in karaf-assembly/target"));
        }
        Container container = new Container(Files.createTempDirectory("ansinh-container-"));
        unpack(archive, container.home);
        return container;
    }

    /** Unpacks an archive without its first folder. */
    static void unpack(Path archive, Path into) throws IOException {
        Files.createDirectories(into);
        run(
                Map.of(),
                into,
                "tar",
                "-xzf",
                archive.toAbsolutePath().toString(),
                "--strip-components=1");
    }

    Path home() {
        return home;
    }

    Path secrets() {
        return home.resolve("data/secrets");
    }

    /** Base address. */
    String url() {
        return "https://localhost:" + https;
    }

    /** Replaces a setting of {@code etc/}. */
    void set(String file, String key, String value) throws IOException {
        Path path = home.resolve("etc").resolve(file);
        String text = Files.readString(path);
        String changed = text.replaceAll("(?m)^" + key + " *=.*$", key + " = " + value);
        if (changed.equals(text)) {
            throw new IOException("no key " + key + " in " + path);
        }
        Files.writeString(path, changed);
    }

    /** Starts it; seconds until it says that it is ready. */
    double start() throws IOException {
        long started = System.nanoTime();
        ansinh("start");
        return (System.nanoTime() - started) / 1e9;
    }

    void stop() throws IOException {
        ansinh("stop");
    }

    /** Runs {@code bin/ansinh}. */
    String ansinh(String... arguments) throws IOException {
        String[] command = new String[arguments.length + 1];
        command[0] = home.resolve("bin/ansinh").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return run(environment, home, command);
    }

    private static String run(Map<String, String> environment, Path in, String... command)
            throws IOException {
        File out = File.createTempFile("ansinh-command-", ".out");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(in.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(out);
            builder.environment().putAll(environment);
            int status = builder.start().waitFor();
            String text = Files.readString(out.toPath());
            if (status != 0) {
                throw new IOException(List.of(command) + " ended with " + status + ": " + text);
            }
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(out.toPath());
        }
    }

    long pid() throws IOException {
        return Long.parseLong(Files.readString(home.resolve("ansinh.pid")).strip());
    }

    /** Drops a jar in {@code deploy/} in one step; instant of the step. */
    long drop(Path jar) throws IOException {
        Path deploy = home.resolve("deploy");
        Path hidden = deploy.resolve("." + jar.getFileName());
        Files.copy(jar, hidden, StandardCopyOption.REPLACE_EXISTING);
        Files.move(hidden, deploy.resolve(jar.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        return System.nanoTime();
    }

    /** A jar of {@code localities/} by the beginning of its name. */
    Path jar(String artifact) throws IOException {
        try (Stream<Path> jars = Files.list(home.resolve("localities"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(artifact + "-"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no " + artifact + " in localities/"));
        }
    }

    /** Resident memory of a process, without its children, in MB. */
    static long residentMb(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        throw new IOException("no VmRSS of process " + pid);
    }

    /** Memory of a process and its children, what they share counted once, in MB. */
    static long proportionalMb(long pid) throws IOException {
        long kb = 0;
        List<Long> all =
                Stream.concat(
                                Stream.of(pid),
                                ProcessHandle.of(pid).orElseThrow().descendants().map(p -> p.pid()))
                        .toList();
        for (long one : all) {
            for (String line : Files.readAllLines(Path.of("/proc/" + one + "/smaps_rollup"))) {
                if (line.startsWith("Pss:")) {
                    kb += Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        }
        return kb / 1024;
    }

    /** Bytes of the files below a folder, in MB. */
    static long sizeMb(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                            .mapToLong(
                                    file -> {
                                        try {
                                            return Files.size(file);
                                        } catch (IOException e) {
                                            throw new UncheckedIOException(e);
                                        }
                                    })
                            .sum()
                    >> 20;
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void say(String format, Object... values) {
        System.err.println(String.format(Locale.ROOT, format, values));
    }

    /** Stops it if it runs, and takes its folder away. */
    @Override
    public void close() throws IOException {
        if (Files.exists(home.resolve("ansinh.pid"))) {
            stop();
        }
        delete(folder);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
