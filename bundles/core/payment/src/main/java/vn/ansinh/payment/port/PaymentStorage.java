package vn.ansinh.payment.port;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Stored runs of the tenant of the current unit of work: every method is called inside one and does
 * its work in that transaction.
 */
public interface PaymentStorage {

    /** Months a line can be stored for. */
    boolean holds(YearMonth month);

    /** The regular run of a month. */
    Optional<StoredRun> regularOf(YearMonth month);

    /** By key. */
    Optional<StoredRun> byId(long runId);

    /** All runs, newest month first. */
    List<StoredRun> runs();

    /**
     * Writes a new draft with its rows of law and its chunks: key ranges of about {@code
     * chunkLines} entitlements that together cover every key. When somebody else opened the month's
     * run at the same time, theirs is returned and nothing is written.
     */
    StoredRun open(StoredRun draft, List<StoredRow> rows, int chunkLines);

    /** Takes back a draft with everything it wrote. */
    void discard(StoredRun draft);

    /**
     * Claims a chunk that is not done, until the end of the transaction; a killed process loses its
     * claim with its connection.
     *
     * @param wait whether to wait for chunks that others have claimed
     */
    Optional<Chunk> claim(StoredRun run, boolean wait);

    /**
     * Reads the people of a chunk who have an entitlement as known at the run's pinned instant for
     * its month, or a line in the run before, in the order of their key.
     */
    void read(StoredRun run, Chunk chunk, Consumer<Case> each);

    /** Writes what a chunk gave and marks it done. */
    void finish(StoredRun run, Chunk chunk, ChunkResult result);

    /** Chunks of a run by number, with what they gave. */
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

    /** Marks a run computed, with totals, digest and the next link of the tenant's chain. */
    void complete(StoredRun computed, List<TotalRow> totals, Link link, Instant at);

    /** Totals of a computed run. */
    List<TotalRow> totals(long runId);

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

    /** Rows of law of a run. */
    List<StoredRow> rows(long runId);
}
