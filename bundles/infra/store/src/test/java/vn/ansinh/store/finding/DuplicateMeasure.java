package vn.ansinh.store.finding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.store.finding.Planted.Pair;

/**
 * Precision and recall of found pairs against a truth of (person, duplicate of).
 *
 * @param precision found pairs that are true ÷ found
 * @param recall true pairs that were found ÷ true
 * @param found pairs found
 * @param missed true pairs that were not found
 */
record DuplicateMeasure(double precision, double recall, int found, Set<Pair> missed) {

    static DuplicateMeasure of(Collection<Pair> found, Collection<Pair> truth) {
        Set<Pair> all = new HashSet<>();
        truth.forEach(pair -> all.add(ordered(pair.first(), pair.second())));
        Set<Pair> hits = new HashSet<>();
        found.forEach(pair -> hits.add(ordered(pair.first(), pair.second())));
        Set<Pair> missed = new HashSet<>(all);
        missed.removeAll(hits);
        int right = all.size() - missed.size();
        return new DuplicateMeasure(
                hits.isEmpty() ? 1 : (double) right / hits.size(),
                all.isEmpty() ? 1 : (double) right / all.size(),
                hits.size(),
                missed);
    }

    /**
     * Reads a truth file with a heading, comma, no quotes in the two columns; lines with an empty
     * "duplicate of" are people without one. Records of one person, linked through one of them, are
     * all pairs of each other.
     *
     * @param keys the key of this database for a key of the file
     */
    static Set<Pair> truth(
            Reader csv, String keyColumn, String duplicateColumn, Map<String, Long> keys)
            throws IOException {
        BufferedReader lines = new BufferedReader(csv);
        List<String> heading = List.of(lines.readLine().split(",", -1));
        int key = heading.indexOf(keyColumn);
        int duplicate = heading.indexOf(duplicateColumn);
        if (key < 0 || duplicate < 0) {
            throw new IllegalArgumentException("columns are " + heading);
        }
        Map<String, Set<String>> groups = new HashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] cells = line.split(",", -1);
            if (!cells[duplicate].isEmpty()) {
                Set<String> group =
                        groups.computeIfAbsent(cells[duplicate], k -> new HashSet<>(Set.of(k)));
                group.add(cells[key]);
            }
        }
        Set<Pair> pairs = new HashSet<>();
        for (Set<String> group : groups.values()) {
            for (String one : group) {
                for (String other : group) {
                    if (one.compareTo(other) < 0) {
                        pairs.add(ordered(keys.get(one), keys.get(other)));
                    }
                }
            }
        }
        return pairs;
    }

    private static Pair ordered(long one, long other) {
        return new Pair(Math.min(one, other), Math.max(one, other));
    }
}
