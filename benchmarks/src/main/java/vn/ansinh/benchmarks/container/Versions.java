package vn.ansinh.benchmarks.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Versions of laws and of one locality in a running container, over its REST doors. */
final class Versions {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(180);
    private static final String MONTH = "2026-03";

    private final Container container;
    private final Rest operator;
    private final String locality;

    Versions(Container container, Rest operator, String locality) {
        this.container = container;
        this.operator = operator;
        this.locality = locality;
    }

    /**
     * A version that was dropped.
     *
     * @param sha256 digest
     * @param stagedMillis from the drop until it was listed
     * @param checkSeconds from then until it was checked
     */
    record Dropped(String sha256, double stagedMillis, double checkSeconds) {}

    /** Drops a jar and waits until it is checked. */
    Dropped drop(Path jar) throws IOException {
        String sha256 = sha256(Files.readAllBytes(jar));
        long dropped = container.drop(jar);
        await(sha256, "");
        long staged = System.nanoTime();
        await(sha256, "CHECKED");
        return new Dropped(sha256, (staged - dropped) / 1e6, (System.nanoTime() - staged) / 1e9);
    }

    /** Waits until a version is listed, in a state if one is named. */
    private void await(String sha256, String state) throws IOException {
        long end = System.nanoTime() + PATIENCE;
        Optional<String> found = Optional.empty();
        while (System.nanoTime() < end) {
            found =
                    Arrays.stream(operator.get("releases").split("\\{"))
                            .filter(one -> one.contains(sha256))
                            .findFirst();
            if (found.isPresent() && found.get().contains("REFUSED")) {
                break;
            }
            if (found.isPresent() && (state.isEmpty() || found.get().contains(state))) {
                return;
            }
            pause(5);
        }
        throw new IOException("not " + state + ": " + found.orElse(sha256));
    }

    /** Drops a jar into a container that puts in force what passed its check. */
    void dropAndActivate(Path jar) throws IOException {
        container.drop(jar);
        await(sha256(Files.readAllBytes(jar)), "ACTIVE");
    }

    /** Waits until localities have a law. */
    void awaitActive(List<String> codes) throws IOException {
        long end = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < end) {
            boolean all = true;
            for (String code : codes) {
                all &= operator.get("localities/" + code).contains("\"snapshotHash\":\"");
            }
            if (all) {
                return;
            }
            pause(50);
        }
        throw new IOException("not all active: " + codes);
    }

    void activate(String sha256) throws IOException {
        operator.post("releases/" + sha256 + ":activate", "");
    }

    /** Hash of the law in force. */
    String hash() throws IOException {
        return Rest.field(operator.get("localities/" + locality), "snapshotHash");
    }

    /** A diff that waits for a second hand. */
    record Diff(String id, String digest, String toHash) {}

    /** The officer makes the diff of a version. */
    Diff diff(Rest officer, String sha256) throws IOException {
        String made =
                officer.post(
                        "localities/" + locality + "/policy-diffs",
                        "{\"sha256\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
                                .formatted(sha256, MONTH, MONTH));
        return new Diff(
                Rest.field(made, "id"), Rest.field(made, "digest"), Rest.field(made, "toHash"));
    }

    /** The leader agrees to it. */
    void approve(Rest leader, Diff diff) throws IOException {
        leader.post(
                "localities/" + locality + "/policy-diffs/" + diff.id() + ":approve",
                "{\"digest\":\"" + diff.digest() + "\"}");
    }

    static void pause(long millis) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
