package vn.ansinh.payment.port;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import vn.ansinh.payment.api.Payments.RunState;

/**
 * A run as stored.
 *
 * @param id key; 0 before it is stored
 * @param month benefit month
 * @param state state
 * @param listDate day as known on which law and facts are read
 * @param pinnedAt instant as of which the register is read
 * @param snapshotHash law
 * @param previousRunId computed run of the month before; 0 when there is none
 * @param lines lines of finished chunks
 * @param persons people of finished chunks who have a line
 * @param totalDong sum of finished chunks
 * @param differences differences of finished chunks
 * @param digest root over the lines; null while a draft
 */
public record StoredRun(
        long id,
        YearMonth month,
        RunState state,
        LocalDate listDate,
        Instant pinnedAt,
        String snapshotHash,
        long previousRunId,
        long lines,
        long persons,
        long totalDong,
        long differences,
        byte[] digest) {

    /** The draft of a month, not stored yet. */
    public static StoredRun draft(
            YearMonth month,
            LocalDate listDate,
            Instant pinnedAt,
            String snapshotHash,
            long previousRunId) {
        return new StoredRun(
                0,
                month,
                RunState.DRAFT,
                listDate,
                pinnedAt,
                snapshotHash,
                previousRunId,
                0,
                0,
                0,
                0,
                null);
    }

    /** The same, computed. */
    public StoredRun computed(byte[] root) {
        return new StoredRun(
                id,
                month,
                RunState.COMPUTED,
                listDate,
                pinnedAt,
                snapshotHash,
                previousRunId,
                lines,
                persons,
                totalDong,
                differences,
                root);
    }
}
