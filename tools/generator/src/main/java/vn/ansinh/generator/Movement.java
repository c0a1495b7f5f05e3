package vn.ansinh.generator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;

/**
 * What makes the month's list unlike the list of the month before, all of it lawful: nobody who
 * moves differs from the law in the month.
 */
enum Movement {
    /** The decision is signed in the month and pays from the month on. */
    BEGINS,
    /** Left the list of poor households last month; the decision was ended with that month. */
    ENDS;

    /** Beyond this age another ground might take the place of the one that ended. */
    static final int OLDEST_THAT_ENDS = 69;

    /** What the person at a place in the file does: two begin, one ends; null for most. */
    static Movement at(int index, Place place) {
        if (index % place.oneMovesIn() != 0) {
            return null;
        }
        return index / place.oneMovesIn() % 3 == 2 ? ENDS : BEGINS;
    }

    Case of(Case why) {
        if (this == ENDS) {
            return Case.POOR_OLDER;
        }
        return why == Case.NONE ? Case.SEVERE : why;
    }

    /** Between the first and the seventh: before any decision of the month is signed. */
    static LocalDate earlyIn(YearMonth month, Random random) {
        return month.atDay(1 + random.nextInt(7));
    }
}
