package vn.ansinh.beneficiary.internal.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Which pairs are worth comparing: those that share one of a few keys. Each key forgives another
 * slip; every pair is given once per key it shares. Groups too large to say anything are skipped
 * and counted.
 */
final class Blocking {

    private static final int LARGEST_GROUP = 1_000;
    private static final long HALF = 1_000_000;

    private final List<Compared> people;
    private int skipped;

    Blocking(List<Compared> people) {
        this.people = people;
    }

    /** Groups that were too large. */
    int skipped() {
        return skipped;
    }

    void forEach(BiConsumer<Compared, Compared> pair) {
        // The whole name: forgives the birth within the year, or everything but the day.
        by(one(p -> p.sortedWords() + "|" + p.birth().year()), pair);
        by(
                one(
                        p ->
                                p.birth().day() == 0
                                        ? null
                                        : p.sortedWords()
                                                + "|"
                                                + p.birth().month()
                                                + "-"
                                                + p.birth().day()),
                pair);
        // Family and given name: forgives what stands between.
        by(one(p -> first(p) + " " + last(p) + "|" + p.birth().year()), pair);
        // The day of birth with one of the two names: forgives a slip in the other.
        by(one(p -> exact(p, first(p))), pair);
        by(one(p -> exact(p, last(p))), pair);
        // Where only the year is known: with the unit, and one of the two names.
        by(one(p -> first(p) + "|" + p.birth().year() + "|" + p.unit() + "|" + p.sex()), pair);
        by(one(p -> last(p) + "|" + p.birth().year() + "|" + p.unit() + "|" + p.sex()), pair);
        // A slip in a number leaves one half whole.
        by(ids((p, id) -> "a" + id / HALF + last(p)), pair);
        by(ids((p, id) -> "b" + id % HALF), pair);
        by((p, keys) -> keys.addAll(p.aliases()), pair);
        by((p, keys) -> keys.addAll(p.accounts()), pair);
        by((p, keys) -> p.households().forEach(h -> keys.add(h + "|" + last(p))), pair);
    }

    private static String first(Compared person) {
        return person.words()[0];
    }

    private static String last(Compared person) {
        return person.words()[person.words().length - 1];
    }

    private static String exact(Compared person, String word) {
        var birth = person.birth();
        return birth.day() == 0
                ? null
                : word + "|" + birth.year() + "-" + birth.month() + "-" + birth.day();
    }

    private static BiConsumer<Compared, List<String>> one(Function<Compared, String> key) {
        return (person, keys) -> {
            String value = key.apply(person);
            if (value != null) {
                keys.add(value);
            }
        };
    }

    private static BiConsumer<Compared, List<String>> ids(BiFunction<Compared, Long, String> key) {
        return (person, keys) -> {
            for (long id : person.ids()) {
                keys.add(key.apply(person, id));
            }
        };
    }

    private void by(
            BiConsumer<Compared, List<String>> keysOf, BiConsumer<Compared, Compared> pair) {
        Map<String, List<Compared>> groups = new HashMap<>();
        List<String> keys = new ArrayList<>();
        for (Compared person : people) {
            keys.clear();
            keysOf.accept(person, keys);
            for (String key : keys) {
                groups.computeIfAbsent(key, k -> new ArrayList<>(2)).add(person);
            }
        }
        for (List<Compared> group : groups.values()) {
            if (group.size() > LARGEST_GROUP) {
                skipped++;
                continue;
            }
            for (int i = 0; i < group.size(); i++) {
                for (int j = i + 1; j < group.size(); j++) {
                    pair.accept(group.get(i), group.get(j));
                }
            }
        }
    }
}
