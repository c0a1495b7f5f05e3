package vn.ansinh.payment.port;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Stored runs of the tenant of the current unit of work: every method is called inside one and does
 * its work in that transaction.
 */
public interface PaymentStorage {

    /** Months a line can be stored for. */
    boolean holds(YearMonth month);

    /** The live regular run that covers a month. */
    Optional<StoredRun> regularOf(YearMonth month);

    /** The live regular run that covers a month, as {@link #lock} gives it. */
    Optional<StoredRun> lockRegularOf(YearMonth month);

    /** By key. */
    Optional<StoredRun> byId(long runId);

    /** All runs, newest month first. */
    List<StoredRun> runs();

    /** Keeps others of the tenant from opening runs until the end of the transaction. */
    void lockOpening();

    /**
     * Keeps all rows of a law that runs are computed by; once, however often it is asked.
     *
     * @param rows asked for only where they may not be kept yet
     */
    void keepLaw(String snapshotHash, Supplier<List<StoredRow>> rows);

    /**
     * Writes a new draft with its months and, for each month, its chunks: key ranges of about
     * {@code chunkLines} entitlements that together cover every key.
     */
    StoredRun open(StoredRun draft, int chunkLines);

    /** Takes away what a draft wrote and opens it again with another law or instant. */
    StoredRun restart(StoredRun run, StoredRun draft, int chunkLines);

    /** Takes away the lines of a cancelled run: their keys are free. */
    void clearLines(StoredRun run);

    /**
     * Claims a chunk that is not done, until the end of the transaction; a killed process loses its
     * claim with its connection.
     *
     * @param run the run, {@link StoredRun#only of one month}
     * @param wait whether to wait for chunks that others have claimed
     */
    Optional<Chunk> claim(StoredRun run, ChunkKind kind, boolean wait);

    /** Claims the only chunk of a draft that has no other, done or not. */
    Optional<Chunk> claimOnly(StoredRun run);

    /** How many chunks of the month and kind are not done. */
    int pending(StoredRun run, ChunkKind kind);

    /**
     * Reads the people of a chunk who have an entitlement as known at the run's pinned instant for
     * its month, or a line in the run before, in the order of their key.
     */
    void read(StoredRun run, Chunk chunk, Consumer<Case> each);

    /** Writes what a chunk gave and marks it done. */
    void finish(StoredRun run, Chunk chunk, ChunkResult result);

    /** Chunks of a month with what they gave: those of the list by number, then those of items. */
    List<ChunkResult> results(StoredRun run);

    /**
     * Locks the run until the end of the transaction, so that one caller completes it.
     *
     * @return the run as it is now
     */
    StoredRun lock(StoredRun run);

    /**
     * The last link of the tenant's chain, held against others until the end of the transaction.
     */
    Optional<Link> lastLink();

    /** Writes the totals of a month of a draft. */
    void writeTotals(StoredRun run, List<TotalRow> totals);

    /** Appends the next link of the tenant's chain. */
    void append(Link link);

    /**
     * Appends an event, which moves its run; it gets the next sequence.
     *
     * @return the run as it is then
     */
    StoredRun append(RunEvent event);

    /** Events of a run, in order. */
    List<RunEvent> events(long runId);

    /** Totals of a computed run, its months together. */
    List<TotalRow> totals(long runId);

    /** Totals of one month of a computed run. */
    List<TotalRow> totals(long runId, YearMonth month);

    /**
     * Lines with their people, in the order of their key.
     *
     * @param unitCode unit, or null for all
     * @param afterLine {@link LineKey#number} to go on after; 0 from the start
     */
    List<StoredLine> lines(StoredRun run, String unitCode, long afterLine, int limit);

    /** Differences in the order of their key. */
    List<StoredDifference> differences(long runId, int limit);

    /** Lines of one person. */
    List<ExplainedLine> linesOf(StoredRun run, long personId);

    /** One person as the run reads it; empty when the tenant does not have the person. */
    Optional<Case> person(StoredRun run, long personId);

    /** Due items as runs take them. */
    RunItems items();

    /** Rows of law of a run. */
    List<StoredRow> rows(long runId);
}
