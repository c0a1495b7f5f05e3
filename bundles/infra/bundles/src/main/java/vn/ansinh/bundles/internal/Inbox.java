package vn.ansinh.bundles.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.activation.api.Intake;
import vn.ansinh.activation.port.Candidates;

/**
 * Brings what the claim left in the inbox to activation: {@code SHA.jar} is an offer, {@code
 * SHA.withdrawn} takes one back. A file goes when activation has taken it; what cannot be taken now
 * stays and is tried again. One thread, on which bundles that come and go are reported too.
 */
final class Inbox implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.bundles");
    private static final String JAR = "[0-9a-f]{64}\\.jar";
    private static final String WITHDRAWN = "[0-9a-f]{64}\\.withdrawn";
    private static final int SHA_LENGTH = 64;
    private static final long LARGEST = 32L * 1024 * 1024;

    private final Supplier<Settings> settings;
    private final Supplier<Intake> intake;
    private final JarReader reader;
    private final Candidates candidates;
    private final Queue<Map.Entry<String, Boolean>> events = new ConcurrentLinkedQueue<>();
    private final Set<String> told = new HashSet<>();
    private final Object wake = new Object();
    private boolean stopped;

    Inbox(
            Supplier<Settings> settings,
            Supplier<Intake> intake,
            JarReader reader,
            Candidates candidates) {
        this.settings = settings;
        this.intake = intake;
        this.reader = reader;
        this.candidates = candidates;
    }

    /** A bundle of ours came or went. */
    void cameOrLost(String sha256, boolean came) {
        events.add(Map.entry(sha256, came));
        synchronized (wake) {
            wake.notifyAll();
        }
    }

    void stop() {
        synchronized (wake) {
            stopped = true;
            wake.notifyAll();
        }
    }

    @Override
    public void run() {
        while (pause()) {
            try {
                look();
            } catch (IOException | RuntimeException | LinkageError e) {
                tellOnce("inbox", e);
            }
        }
    }

    private boolean pause() {
        synchronized (wake) {
            if (!stopped && events.isEmpty()) {
                try {
                    wake.wait(settings.get().poll().toMillis());
                } catch (InterruptedException e) {
                    stopped = true;
                }
            }
            return !stopped;
        }
    }

    /** One look: offers first, so that an offer and its withdrawal come in this order. */
    void look() throws IOException {
        for (String stray : candidates.strays()) {
            if (told.add(stray)) {
                LOG.warn(
                        "bundle in deploy/ came round the claim: drop the file again location='{}'",
                        stray);
            }
        }
        Intake door = intake.get();
        if (door == null) {
            return;
        }
        for (var event = events.poll(); event != null; event = events.poll()) {
            String sha256 = event.getKey();
            boolean came = event.getValue();
            attempt(sha256, () -> report(door, sha256, came));
        }
        for (Path jar : files(JAR)) {
            attempt(jar.getFileName().toString(), () -> offer(door, jar));
        }
        for (Path marker : files(WITHDRAWN)) {
            attempt(marker.getFileName().toString(), () -> takeBack(door, marker));
        }
    }

    private static void report(Intake door, String sha256, boolean came) {
        if (came) {
            door.came(sha256);
        } else {
            door.lost(sha256);
        }
    }

    private void offer(Intake door, Path jar) throws IOException {
        String sha256 = jar.getFileName().toString().substring(0, SHA_LENGTH);
        if (Files.size(jar) > LARGEST) {
            Files.delete(jar);
            LOG.error("jar is too large and was not taken sha256='{}' max='{}'", sha256, LARGEST);
            return;
        }
        byte[] bytes = Files.readAllBytes(jar);
        if (!sha256.equals(sha256(bytes))) {
            Files.delete(jar);
            LOG.error("file is not what its name says and was not taken file='{}'", jar);
            return;
        }
        door.offer(reader.read(sha256, bytes));
        Files.deleteIfExists(jar);
    }

    private static void takeBack(Intake door, Path marker) throws IOException {
        if (door.takeBack(marker.getFileName().toString().substring(0, SHA_LENGTH))) {
            Files.deleteIfExists(marker);
        }
    }

    /** One file or bundle in trouble must not hold up the others. */
    private void attempt(String what, Attempt attempt) {
        try {
            attempt.run();
            told.removeIf(text -> text.startsWith(what));
        } catch (IOException | RuntimeException | LinkageError e) {
            tellOnce(what, e);
        }
    }

    private void tellOnce(String what, Throwable trouble) {
        if (told.add(what + " " + trouble)) {
            LOG.error("not taken, will be tried again what='{}'", what, trouble);
        }
    }

    private List<Path> files(String pattern) throws IOException {
        Path folder = settings.get().inbox();
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().matches(pattern)).sorted().toList();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws IOException;
    }
}
