package vn.ansinh.benchmarks.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the witness wrote.
 *
 * @param file its file
 */
record Seen(Path file) {
    private static final String OURS = "vn.ansinh.benchmarks.";
    private static final String EMPTY = "benchmark.";

    /** Waits for an event; its instant. */
    long await(String event) throws IOException {
        for (int tries = 0; tries < 3_000; tries++) {
            for (String line : Files.readAllLines(file)) {
                if (line.contains(event)) {
                    return Long.parseLong(line.substring(0, line.indexOf(' ')));
                }
            }
            Versions.pause(10);
        }
        throw new IOException("not seen: " + event);
    }

    /** Waits until the witness has written the wirings once more, the last thing it does. */
    void awaitGone() throws IOException {
        for (int tries = 0; tries < 200; tries++) {
            long framework =
                    Files.readAllLines(file).stream()
                            .filter(line -> line.contains(" wired org.apache.felix.framework "))
                            .count();
            if (framework == 2) {
                Versions.pause(500);
                return;
            }
            Versions.pause(100);
        }
        throw new IOException("the witness did not go");
    }

    /** Events of bundles, as {@code kind name version}. */
    List<String> all() throws IOException {
        return events(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** The same between two instants. */
    List<String> events(long from, long to) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split(" "))
                .filter(part -> !part[1].equals(Witness.WIRED))
                .filter(part -> Long.parseLong(part[0]) >= from && Long.parseLong(part[0]) <= to)
                .map(part -> part[1] + " " + part[2] + " " + part[3])
                .toList();
    }

    /** Events of bundles that nobody meant to change. */
    List<String> others(String changed) throws IOException {
        return all().stream().filter(one -> !meant(one.split(" ")[1], changed)).toList();
    }

    /** Bundles that nobody meant to change and that were wired otherwise in the end. */
    List<String> rewired(String changed) throws IOException {
        Map<String, List<String>> wirings = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] part = line.split(" ", 5);
            if (part[1].equals(Witness.WIRED) && !meant(part[2], changed)) {
                wirings.computeIfAbsent(part[2] + " " + part[3], k -> new ArrayList<>())
                        .add(part[4]);
            }
        }
        if (wirings.size() < 2) {
            throw new IOException("the witness wrote no wirings: " + file);
        }
        return wirings.entrySet().stream()
                .filter(one -> !twiceTheSame(one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean twiceTheSame(List<String> wirings) {
        return wirings.size() == 2 && wirings.get(0).equals(wirings.get(1));
    }

    private static boolean meant(String name, String changed) {
        return name.equals(changed) || name.startsWith(OURS) || name.startsWith(EMPTY);
    }
}
