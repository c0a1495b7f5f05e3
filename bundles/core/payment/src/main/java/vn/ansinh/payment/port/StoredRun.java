package vn.ansinh.payment.port;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import vn.ansinh.payment.api.Payments.RunKind;
import vn.ansinh.payment.api.Payments.RunState;

/**
 * A run as stored.
 *
 * @param id key; 0 before it is stored
 * @param kind kind
 * @param month benefit month, the first of several
 * @param lastMonth last benefit month
 * @param budgetYear budget year
 * @param state state
 * @param round round of approval, from 1
 * @param approvals how many hands must approve
 * @param listDate day as known on which law and facts are read
 * @param pinnedAt instant as of which the register is read
 * @param snapshotHash law
 * @param previousRunId live run whose lines of the month before are compared with; 0 when none
 * @param lines lines of the list in finished chunks
 * @param persons people of the list in finished chunks
 * @param totalDong sum of finished chunks, those of due items too
 * @param differences differences of finished chunks
 * @param digest root over the lines; null while a draft
 */
public record StoredRun(
        long id,
        RunKind kind,
        YearMonth month,
        YearMonth lastMonth,
        int budgetYear,
        RunState state,
        int round,
        int approvals,
        LocalDate listDate,
        Instant pinnedAt,
        String snapshotHash,
        long previousRunId,
        long lines,
        long persons,
        long totalDong,
        long differences,
        byte[] digest) {

    /** The regular draft of a month, not stored yet. */
    public static StoredRun draft(
            YearMonth month,
            LocalDate listDate,
            Instant pinnedAt,
            String snapshotHash,
            long previousRunId) {
        return draft(
                RunKind.REGULAR,
                month,
                month,
                month.getYear(),
                listDate,
                pinnedAt,
                snapshotHash,
                previousRunId);
    }

    /** A draft, not stored yet. */
    public static StoredRun draft(
            RunKind kind,
            YearMonth month,
            YearMonth lastMonth,
            int budgetYear,
            LocalDate listDate,
            Instant pinnedAt,
            String snapshotHash,
            long previousRunId) {
        return new StoredRun(
                0,
                kind,
                month,
                lastMonth,
                budgetYear,
                RunState.DRAFT,
                1,
                1,
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

    /** A new draft with the key it was stored under. */
    public StoredRun storedAs(long key) {
        return with(key, lines, persons, totalDong, differences);
    }

    /** A draft of one chunk with what that gave. */
    public StoredRun with(ChunkResult only) {
        return with(id, only.lineCount(), only.persons(), only.totalDong(), only.differenceCount());
    }

    private StoredRun with(long key, long lines, long persons, long dong, long differences) {
        return new StoredRun(
                key,
                kind,
                month,
                lastMonth,
                budgetYear,
                state,
                round,
                approvals,
                listDate,
                pinnedAt,
                snapshotHash,
                previousRunId,
                lines,
                persons,
                dong,
                differences,
                digest);
    }

    /** Its benefit months. */
    public List<YearMonth> months() {
        return Stream.iterate(month, m -> !m.isAfter(lastMonth), m -> m.plusMonths(1)).toList();
    }

    /**
     * The run as one of its months is computed and read: of this month alone. A later month is
     * compared with the one before it in the same run.
     */
    public StoredRun only(YearMonth one) {
        if (one.isBefore(month) || one.isAfter(lastMonth)) {
            throw new IllegalArgumentException("run " + id + " is not of " + one);
        }
        return new StoredRun(
                id,
                kind,
                one,
                one,
                budgetYear,
                state,
                round,
                approvals,
                listDate,
                pinnedAt,
                snapshotHash,
                one.equals(month) || kind != RunKind.REGULAR ? previousRunId : id,
                lines,
                persons,
                totalDong,
                differences,
                digest);
    }
}
