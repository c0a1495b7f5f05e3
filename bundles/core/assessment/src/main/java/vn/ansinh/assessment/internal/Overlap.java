package vn.ansinh.assessment.internal;

import vn.ansinh.assessment.api.PolicySnapshot.Due;
import vn.ansinh.locality.api.Component;

/** What stands beside what (NĐ 20/2021 Điều 6.2). */
final class Overlap {

    private Overlap() {}

    /**
     * The single parent's amount stands beside the best allowance that may; where another allowance
     * alone is at least as high, that one is paid and the single parent's is not (Điều 6.2).
     *
     * @param best highest per component; changed
     * @param beside highest monthly one that may stand beside the single parent's; null for none
     */
    static void settle(Due[] best, Due beside) {
        Due parent = best[Component.SINGLE_PARENT.ordinal()];
        Due alone = best[Component.MONTHLY.ordinal()];
        if (parent == null || alone == null || alone == beside) {
            return;
        }
        long together = parent.amountDong() + (beside == null ? 0 : beside.amountDong());
        if (alone.amountDong() >= together) {
            best[Component.SINGLE_PARENT.ordinal()] = null;
        } else {
            best[Component.MONTHLY.ordinal()] = beside;
        }
    }
}
