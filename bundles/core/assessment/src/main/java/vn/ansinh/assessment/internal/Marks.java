package vn.ansinh.assessment.internal;

/**
 * What is settled of a person, or by one thing known of a person: sets of grounds, questions and
 * conditions in one array, so that what several things settle is gathered by OR. Of one thread, or
 * no longer changed.
 */
final class Marks {

    /** Grounds that a question closes. */
    static final int CLOSED = 0;

    /** Grounds that a question closes whatever the uncertain rows say. */
    static final int CERTAIN = 1;

    private static final int QUESTIONS = 2;

    private final int words;
    private final long[] sets;

    /** None. */
    Marks(int questions, int conditions) {
        words = words(questions);
        sets = new long[QUESTIONS + 2 * words + words(conditions)];
    }

    private static int words(int bits) {
        return bits + Long.SIZE - 1 >> 6;
    }

    void add(Marks more) {
        for (int i = 0; i < sets.length; i++) {
            sets[i] |= more.sets[i];
        }
    }

    /** Adds questions and conditions, those of others left out. */
    void addWithout(Marks more, Marks others) {
        for (int i = QUESTIONS; i < sets.length; i++) {
            sets[i] |= more.sets[i] & ~others.sets[i];
        }
    }

    void addGrounds(int which, long grounds) {
        sets[which] |= grounds;
    }

    long grounds(int which) {
        return sets[which];
    }

    /** The question is answered. */
    void answer(int question) {
        sets[QUESTIONS + (question >> 6)] |= 1L << question;
    }

    /** The question read an uncertain row. */
    void doubt(int question) {
        sets[QUESTIONS + words + (question >> 6)] |= 1L << question;
    }

    boolean doubtful(int question) {
        return (sets[QUESTIONS + words + (question >> 6)] >>> question & 1) != 0;
    }

    /** Of the 64 questions from {@code word} × 64 those that are answered. */
    long answered(int word) {
        return sets[QUESTIONS + word];
    }

    /** The condition holds; conditions are counted as in {@link SharedTests#at}. */
    void hold(int condition) {
        sets[QUESTIONS + 2 * words + (condition >> 6)] |= 1L << condition;
    }

    boolean holds(int condition) {
        return (holding(condition) & 1) != 0;
    }

    /** The conditions that hold, from this one on: as many as lie in one word with it. */
    long holding(int condition) {
        return sets[QUESTIONS + 2 * words + (condition >> 6)] >>> condition;
    }
}
