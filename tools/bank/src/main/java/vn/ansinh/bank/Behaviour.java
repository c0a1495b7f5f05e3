package vn.ansinh.bank;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How badly the bank behaves: chances between 0 and 1 and other settings, {@code name=value} each.
 * What happens to a file or an entry depends on the seed and its own key only, not on threads or
 * restarts.
 *
 * <ul>
 *   <li>{@code drop} a file is lost on its way to the bank; {@code lose} the bank has it and closes
 *       the line; {@code late} it answers after {@code lateSeconds}
 *   <li>{@code refuse} a file is refused whole; {@code partial} single credits are refused (AM05)
 *   <li>{@code wrong}, {@code closed} accounts (regular expressions) refused as AC01 and AC04
 *   <li>{@code return} a booked credit comes back after its statement
 *   <li>{@code repeat} a statement is issued again; {@code reorder} a page of statements is
 *       shuffled
 *   <li>{@code delayMillis} how long a booking stays out of statements
 *   <li>{@code entries} most bookings in one statement
 *   <li>{@code formats} kinds of statements, in turn: {@code camt.053,camt.054,mt940}
 * </ul>
 */
final class Behaviour {

    private static final Map<String, String> DEFAULTS =
            Map.ofEntries(
                    Map.entry("seed", "1"),
                    Map.entry("drop", "0"),
                    Map.entry("lose", "0"),
                    Map.entry("late", "0"),
                    Map.entry("lateSeconds", "90"),
                    Map.entry("refuse", "0"),
                    Map.entry("partial", "0"),
                    Map.entry("wrong", ".*0000"),
                    Map.entry("closed", ".*9999"),
                    Map.entry("return", "0"),
                    Map.entry("repeat", "0"),
                    Map.entry("reorder", "0"),
                    Map.entry("delayMillis", "0"),
                    Map.entry("entries", "2000"),
                    Map.entry("formats", "camt.053"));

    private final Map<String, String> values = new TreeMap<>(DEFAULTS);

    /** Changes one setting. */
    synchronized void set(String name, String value) {
        if (!DEFAULTS.containsKey(name)) {
            throw new IllegalArgumentException("no setting " + name + "; there are " + all());
        }
        check(name, value);
        values.put(name, value);
    }

    private static void check(String name, String value) {
        switch (name) {
            case "seed", "lateSeconds", "delayMillis", "entries" -> Long.parseLong(value);
            case "wrong", "closed" -> Pattern.compile(value);
            case "formats" -> {
                if (!value.matches(
                        "(camt\\.053|camt\\.054|mt940)(,(camt\\.053|camt\\.054|mt940))*")) {
                    throw new IllegalArgumentException("formats are camt.053, camt.054, mt940");
                }
            }
            default -> {
                double chance = Double.parseDouble(value);
                if (!(chance >= 0 && chance <= 1)) {
                    throw new IllegalArgumentException(name + " is a chance from 0 to 1");
                }
            }
        }
    }

    synchronized String get(String name) {
        return values.get(name);
    }

    long number(String name) {
        return Long.parseLong(get(name));
    }

    synchronized Map<String, String> all() {
        return new TreeMap<>(values);
    }

    /** Whether it happens to the thing with this key. */
    boolean happens(String name, String key) {
        return roll(name, key) < Double.parseDouble(get(name));
    }

    /** A number from 0 to below 1 of seed, name and key. */
    private double roll(String name, String key) {
        try {
            byte[] text = (get("seed") + "|" + name + "|" + key).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            long bits = 0;
            for (int i = 0; i < 7; i++) {
                bits = bits << 8 | digest[i] & 0xFF;
            }
            return bits / (double) (1L << 56);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
