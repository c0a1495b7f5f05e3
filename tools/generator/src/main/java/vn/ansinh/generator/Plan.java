package vn.ansinh.generator;

import java.util.Arrays;
import java.util.List;

/**
 * What is planted on the person with a place in the file. It depends on the place alone, so that
 * the same person is made whatever the number of people; most get nothing. Nobody gets two.
 *
 * @param difference a decision that differs from the law
 * @param movement begins or ends lawfully around the month
 * @param error an error in the lists of what was paid
 * @param twin a second record beside: a duplicate or a look-alike
 */
record Plan(Difference difference, Movement movement, PaidError error, Twin twin) {

    static final Plan NOTHING = new Plan(null, null, null, null);

    /** Every so many people one differs from the law. */
    private static final int ONE_DIFFERS_IN = 12;

    /** All errors and all second records are met among the first; later ones are rarer. */
    private static final int DENSE = 104;

    private static final int DENSE_STEP = 8;
    private static final int SPARSE_STEP = 80;

    static Plan of(int index, Place place) {
        if (index % ONE_DIFFERS_IN == ONE_DIFFERS_IN - 1) {
            List<Difference> possible =
                    Arrays.stream(Difference.values()).filter(d -> d.of(place) != null).toList();
            int turn = index / ONE_DIFFERS_IN % possible.size();
            return new Plan(possible.get(turn), null, null, null);
        }
        Movement movement = Movement.at(index, place);
        if (movement != null) {
            return new Plan(null, movement, null, null);
        }
        PaidError[] errors = PaidError.values();
        int error = turn(index, 5, errors.length);
        if (error >= 0) {
            return new Plan(null, null, errors[error], null);
        }
        Twin[] twins = Twin.values();
        int twin = turn(index, 2, twins.length);
        return twin >= 0 ? new Plan(null, null, null, twins[twin]) : NOTHING;
    }

    /** Whose turn it is of some kinds at a place, or -1: all in a row, then rarer. */
    private static int turn(int index, int remainder, int kinds) {
        if (index < DENSE) {
            boolean here = index % DENSE_STEP == remainder && index / DENSE_STEP < kinds;
            return here ? index / DENSE_STEP : -1;
        }
        return index % SPARSE_STEP == remainder ? index / SPARSE_STEP % kinds : -1;
    }

    boolean isPlain() {
        return difference == null && movement == null && error == null && twin == null;
    }
}
