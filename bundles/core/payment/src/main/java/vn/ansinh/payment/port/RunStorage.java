package vn.ansinh.payment.port;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.RunLife.Move;
import vn.ansinh.payment.api.RunPapers.Hold;
import vn.ansinh.payment.api.RunPapers.Late;
import vn.ansinh.payment.api.RunPapers.NewHold;

/**
 * The life of runs of the tenant of the current unit of work, beside {@link PaymentStorage}: what
 * moves the table allows, whose hands did what, sums of the lines as they are, held lines.
 */
public interface RunStorage {

    /** Moves of the table from a state. */
    List<Move> moves(RunState from);

    /** Duties of these hands in a round of a run. */
    Set<RunDuty> duties(long runId, int round, List<String> hands);

    /** A live run whose lines are compared with those of this one. */
    Optional<Long> comparedBy(long runId);

    /**
     * Lines of the list of a month as they are in the table of lines now, counted and summed.
     *
     * @param run the run, {@link StoredRun#only of one month}
     */
    LineSums listSums(StoredRun run);

    /**
     * Lines.
     *
     * @param lines number
     * @param dong their sum
     * @param uncertain those that rest on an uncertain row
     */
    record LineSums(long lines, long dong, long uncertain) {}

    /** How far a run is computed. */
    ChunkSums chunkSums(long runId);

    /**
     * Chunks.
     *
     * @param chunks number
     * @param done those done
     * @param lines lines of those done
     * @param firstLines lines of the one done first
     * @param firstDoneAt when the first was done, or null
     * @param lastDoneAt when the last was done, or null
     */
    record ChunkSums(
            int chunks,
            int done,
            long lines,
            long firstLines,
            Instant firstDoneAt,
            Instant lastDoneAt) {}

    /**
     * Lines of a month that an event recorded after the run's pinned instant speaks against, and
     * that no hold of the same kind was placed on since.
     *
     * @param run the run, {@link StoredRun#only of one month}
     */
    List<Late> late(StoredRun run);

    /** Whether the run pays such a line. */
    boolean hasLine(long runId, YearMonth month, long personId, int component, int sequence);

    /** Whether the line is held. */
    boolean isHeld(YearMonth month, long personId, int component, int sequence);

    /** Holds a line. */
    long hold(NewHold hold, String by, String onBehalfOf, Instant at);

    /** A hold by key. */
    Optional<Hold> holdById(long holdId);

    /** Hands that placed a hold. */
    Set<String> heldBy(long holdId);

    /** Releases a hold. */
    void release(long holdId, String by, String onBehalfOf, Instant at, String reason);

    /** Holds of a run, in order. */
    List<Hold> holds(long runId);
}
