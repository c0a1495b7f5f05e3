package vn.ansinh.benchmarks.assessment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import vn.ansinh.assessment.api.PolicySnapshot.Due;
import vn.ansinh.assessment.api.PolicySnapshot.Outcome;
import vn.ansinh.locality.api.Facts;

/** A person in a month as Drools sees it, and what the rules that fired offered. */
public abstract class Offers {
    protected final Facts f;
    protected final LocalDate on;
    protected final LocalDate lossOn;
    private final Due[] best = new Due[4];
    private final int[] rule = new int[4];

    protected Offers(Facts f, YearMonth month) {
        this.f = f;
        on = Plain.on(f, month);
        lossOn = month.atDay(1);
    }

    /** Keeps the highest; of equal ones that of the earlier ground, in whatever order they fire. */
    protected final void offer(int ground, Due due, boolean beside) {
        keep(due.component().ordinal(), ground, due);
        if (beside) {
            keep(3, ground, due);
        }
    }

    private void keep(int place, int ground, Due due) {
        Due standing = best[place];
        if (standing == null
                || due.amountDong() > standing.amountDong()
                || due.amountDong() == standing.amountDong() && ground < rule[place]) {
            best[place] = due;
            rule[place] = ground;
        }
    }

    /** As it was before any rule fired. */
    final void clear() {
        Arrays.fill(best, null);
    }

    final Outcome outcome() {
        return Plain.outcome(best[0], best[3], best[1], best[2]);
    }
}
