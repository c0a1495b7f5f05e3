package vn.ansinh.assessment.internal;

import java.util.Arrays;

/**
 * What a question answered before, by what it read in order: tests are pure, so that the same
 * readings give the same answer. Threads may keep the same twice, or lose one; what is read is
 * right.
 */
final class Recall {

    /** Not kept: the question read something else too, or has too many ways to be answered. */
    static final int ASK = -1;

    /** Not met before. */
    static final int NEW = -2;

    private static final int MOST = 512;

    private Step first;
    private int kept;

    /**
     * Reads on or, in the end, answers. Never changed: a way more is a copy of the steps to it.
     *
     * @param reads what is read; see {@link Month#says}
     * @param next by what is said; null at the end
     * @param answer at the end
     */
    private record Step(int reads, Step[] next, int answer) {

        Step after(int said) {
            return said < next.length ? next[said] : null;
        }
    }

    /** The answer, {@link #ASK} or {@link #NEW}. */
    int answer(byte[] says) {
        Step step = first;
        while (step != null) {
            if (step.next() == null) {
                return step.answer();
            }
            int said = says[step.reads()];
            if (said < 0) {
                return ASK;
            }
            step = step.after(said);
        }
        return kept < MOST ? NEW : ASK;
    }

    /** Keeps an answer; {@code reads} is what was read, in order. */
    void keep(int[] reads, byte[] says, int answer) {
        first = with(first, reads, 0, says, answer);
        kept++;
    }

    private static Step with(Step step, int[] reads, int place, byte[] says, int answer) {
        if (place == reads.length) {
            return new Step(0, null, answer);
        }
        if (step != null && step.next() == null) {
            // Another thread gave up here meanwhile, for somebody with more than one value.
            return step;
        }
        int said = says[reads[place]];
        Step[] next = step == null ? new Step[0] : step.next();
        Step[] more = Arrays.copyOf(next, Math.max(next.length, said + 1));
        more[said] = with(more[said], reads, place + 1, says, answer);
        return new Step(reads[place], more, 0);
    }
}
