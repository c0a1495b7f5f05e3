package vn.ansinh.assessment.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.Facts;

/**
 * What the questions of a month answer for somebody of whom nothing is known. A question that reads
 * only kinds of which a person has no fact answers the same for that person, because tests are
 * pure: it need not be asked. Immutable.
 */
final class Silence {

    /** By question: whether it reads birth, sex or death, so that it is always asked. */
    final boolean[] personal;

    /** By question: slots ({@link KnownFacts#slot}) of the kinds it reads. */
    final long[] slots;

    /** By question: the answer. */
    final boolean[] holds;

    /** By question: the uncertain rows it read. */
    final int[][] uncertain;

    /**
     * Pairs: slots of a question that fails, and the grounds that it leaves open; a person without
     * a fact in these slots has no other.
     */
    private final long[] failing;

    /**
     * Asks once.
     *
     * @param askers by question: the grounds that ask it
     */
    Silence(
            long[] askers,
            Condition.Test[] tests,
            ViewParameters[] parameters,
            LocalDate on,
            LocalDate lossOn) {
        personal = new boolean[tests.length];
        slots = new long[tests.length];
        holds = new boolean[tests.length];
        uncertain = new int[tests.length][];
        long[] pairs = new long[tests.length * 2];
        int failed = 0;
        for (int i = 0; i < tests.length; i++) {
            Nobody nobody = new Nobody();
            Reads reads = new Reads();
            try {
                holds[i] = tests[i].holds(nobody, parameters[i].noting(reads), on, lossOn);
            } catch (RuntimeException e) {
                // it fails again for the person who is asked, if at all, and is told there
                nobody.personal = true;
            }
            personal[i] = nobody.personal;
            // one that reads nothing is left to those of whom nothing is known
            slots[i] = nobody.slots == 0 ? -1L : nobody.slots;
            uncertain[i] = reads.take();
            if (!personal[i] && !holds[i]) {
                pairs[failed++] = slots[i];
                pairs[failed++] = ~askers[i];
            }
        }
        failing = Arrays.copyOf(pairs, failed);
    }

    /** Whether a question has the same answer for a person with facts in these slots. */
    boolean answers(int question, long present) {
        return !personal[question] && (slots[question] & present) == 0;
    }

    /** Of these grounds the ones that are still open for a person with facts in these slots. */
    long open(long all, long present) {
        long open = all;
        for (int i = 0; i < failing.length; i += 2) {
            open &= (failing[i] & present) == 0 ? failing[i + 1] : -1L;
        }
        return open;
    }

    /** Notes what a question reads. */
    private static final class Nobody implements Facts {
        private long slots;
        private boolean personal;

        @Override
        public String value(String kind, LocalDate on) {
            slots |= 1L << KnownFacts.slot(kind);
            return null;
        }

        @Override
        public LocalDate earliestBirth() {
            personal = true;
            return LocalDate.EPOCH;
        }

        @Override
        public LocalDate latestBirth() {
            personal = true;
            return LocalDate.EPOCH;
        }

        @Override
        public String sex() {
            personal = true;
            return "";
        }

        @Override
        public Optional<LocalDate> death() {
            personal = true;
            return Optional.empty();
        }

        @Override
        public int ageGiving(LocalDate on) {
            personal = true;
            return 0;
        }

        @Override
        public int ageEnding(LocalDate on) {
            personal = true;
            return 0;
        }
    }
}
