package vn.ansinh.assessment.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Numbers for kinds of facts and the values they take, so that what is known of a person is looked
 * up in arrays. Enough for the catalogue; a kind that comes when all are taken shares the last, a
 * value has none. They mean nothing outside this process.
 */
final class Values {

    /** Kinds are bits of a set. */
    static final int KINDS = Long.SIZE;

    /** The number of the kinds that have none of their own. */
    static final int OTHERS = KINDS - 1;

    /** Of each kind; amounts and dates take more, codes fewer. */
    static final int VALUES = 64;

    /** How many numbers of values there are. */
    static final int NUMBERS = KINDS * VALUES;

    private static final String[] TEXTS = new String[NUMBERS];

    /** Shared by the kinds for which there was no other. */
    private static final Kind SHARED = new Kind("", OTHERS, 0);

    private static final Map<String, Kind> NUMBERED = new ConcurrentHashMap<>();

    private Values() {}

    static Kind kind(String name) {
        Kind kind = NUMBERED.get(name);
        return kind == null ? add(name) : kind;
    }

    private static synchronized Kind add(String name) {
        int next = NUMBERED.size();
        return next >= OTHERS
                ? NUMBERED.getOrDefault(name, SHARED)
                : NUMBERED.computeIfAbsent(name, n -> new Kind(n.intern(), next, VALUES - 1));
    }

    /** The kind that the number of a value belongs to. */
    static int kindOf(int value) {
        return value / VALUES;
    }

    /** The number that stands for any value of a kind. */
    static int any(int kind) {
        return kind * VALUES;
    }

    /** Whether the number stands for one value; else for any of its kind. */
    static boolean isOne(int value) {
        return value % VALUES != 0;
    }

    /** The text of a number that stands for one value. */
    static String text(int value) {
        return TEXTS[value];
    }

    /** A kind of facts. */
    static final class Kind {
        final String name;

        /** Less than {@link #KINDS}. */
        final int number;

        private final int most;
        private final Map<String, Integer> values = new ConcurrentHashMap<>();

        private Kind(String name, int number, int most) {
            this.name = name;
            this.number = number;
            this.most = most;
        }

        /** The number of a value; {@link #any} where it has none. */
        int value(String text) {
            Integer known = values.get(text);
            return known == null ? add(text) : known;
        }

        private synchronized int add(String text) {
            int next = values.size();
            return next >= most
                    ? values.getOrDefault(text, any(number))
                    : values.computeIfAbsent(text, t -> numbered(any(number) + next + 1, t));
        }

        private static int numbered(int value, String text) {
            TEXTS[value] = text.intern();
            return value;
        }
    }
}
