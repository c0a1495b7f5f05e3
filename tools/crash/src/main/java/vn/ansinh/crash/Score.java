package vn.ansinh.crash;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was killed and what came of it. */
final class Score {
    final long seed;
    final int people;
    final List<String> differences = new ArrayList<>();
    final Map<Spot, Integer> spots = new EnumMap<>(Spot.class);
    final Map<String, Integer> victims = new TreeMap<>();
    int inside;
    int missed;
    int months;
    private final long started = System.nanoTime();

    Score(long seed, int people) {
        this.seed = seed;
        this.people = people;
    }

    void hit(Spot spot, String victim, boolean unfinished) {
        spots.merge(spot, 1, Integer::sum);
        victims.merge(victim, 1, Integer::sum);
        inside += unfinished ? 1 : 0;
    }

    int kills() {
        return spots.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** One line; read by people and by scripts (docs/reference/crash.md). */
    String json() {
        return "{\"crash\":\"month\",\"seed\":%d,\"people\":%d,\"kills\":%d,\"inside\":%d,\"insidePercent\":%d,\"missed\":%d,\"months\":%d,\"points\":{%s},\"victims\":{%s},\"differences\":[%s],\"failed\":%d,\"seconds\":%d}"
                .formatted(
                        seed,
                        people,
                        kills(),
                        inside,
                        kills() == 0 ? 0 : inside * 100 / kills(),
                        missed,
                        months,
                        pairs(spots),
                        pairs(victims),
                        differences.stream()
                                .limit(20)
                                .map(d -> '"' + d.replace('"', '\'') + '"')
                                .collect(Collectors.joining(",")),
                        differences.size(),
                        seconds());
    }

    long seconds() {
        return (System.nanoTime() - started) / 1_000_000_000;
    }

    private static String pairs(Map<?, Integer> counts) {
        return counts.entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\":" + e.getValue())
                .collect(Collectors.joining(","));
    }
}
