package vn.ansinh.payment.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.api.ReferenceRows;
import vn.ansinh.locality.api.ParameterRow;

/**
 * What stays to live on when overpaid money is kept back: percent of the regular lines that no
 * instalment touches, the row {@code setting.recoveryKeepPercent}. No law text says so; without the
 * row 70, as the Labour Code 2019 Điều 102.3 leaves of a wage.
 */
final class KeepShare {
    private static final String ROW = "setting.recoveryKeepPercent";
    private static final int USUAL = 70;

    private KeepShare() {}

    static int percent(PolicySnapshot snapshot, YearMonth month, LocalDate knownOn) {
        int percent =
                new ReferenceRows(snapshot)
                        .row(ROW, month, knownOn)
                        .map(ParameterRow::value)
                        .map(Integer::parseInt)
                        .orElse(USUAL);
        if (percent < 0 || percent > 100) {
            throw new IllegalStateException(ROW + " is " + percent);
        }
        return percent;
    }
}
