package vn.ansinh.payment.port;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What is read of the ledger of the tenant of the current unit of work, and erasing. */
public interface LedgerStorage {

    /** Links after a place, in order. */
    List<Link> links(long after, int limit);

    /** Every link, in order, without keeping them. */
    void links(Consumer<Link> each);

    /** The last link of a run with this digest. */
    Optional<Link> lastOf(long runId, byte[] digest);

    /** Chunks of a run in the order in which their roots make the run's root. */
    List<Span> chunks(long runId);

    /** Lines of a chunk in the order of their leaves, without keeping them. */
    void lines(long runId, Span chunk, Consumer<LedgerLine> each);

    /**
     * A chunk.
     *
     * @param number number within the run
     * @param month benefit month
     * @param kind lines of the list or from due items
     * @param fromPerson first key
     * @param toPerson last key
     * @param lines lines
     * @param totalDong their sum
     * @param root root over their leaves
     */
    record Span(
            int number,
            YearMonth month,
            ChunkKind kind,
            long fromPerson,
            long toPerson,
            int lines,
            long totalDong,
            byte[] root) {}

    /** Months that what is personal in a line must be kept, with where that is written. */
    Retention retention();

    /**
     * The rule.
     *
     * @param months months after the benefit month
     * @param source where it is written
     */
    record Retention(int months, String source) {}

    /** Lines of a person before a month, erased ones too, in the order of their key. */
    List<LedgerLine> linesOf(long personId, YearMonth before);

    /** Erases salt and payload of so many lines of a person before a month. */
    void erase(
            long personId,
            YearMonth before,
            String paper,
            String by,
            String onBehalfOf,
            Instant at,
            int lines);
}
