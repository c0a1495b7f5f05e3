package vn.ansinh.payment.port;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.ansinh.payment.api.PolicyDiffs.Change;
import vn.ansinh.payment.api.PolicyDiffs.DiffView;
import vn.ansinh.payment.api.PolicyDiffs.Total;

/** Stored diffs of the tenant of the current unit of work. */
public interface DiffStorage {

    /**
     * Begins a diff and takes away those that were never finished.
     *
     * @return its key
     */
    long open(DiffView draft);

    /** Ranges of keys that everybody is in once, of about so many people each. */
    List<Chunk> ranges(int people);

    /**
     * Reads everybody of a range as known at the run's pinned instant, with what is granted for its
     * month, in the order of their key: those whom decisions grant something, dead or not, and of
     * the others those who are alive and were not merged into another record.
     */
    void read(StoredRun as, Chunk range, Consumer<Case> each);

    /** Adds rows; at most one per month, person and component. */
    void add(long diffId, List<Change> changes);

    /** Ends a diff: its counts and digest, and the sums. From then on it never changes. */
    void finish(DiffView done, List<Total> totals);

    /** Writes who agreed, once. */
    void approved(long diffId, String hands);

    /** A finished diff. */
    Optional<DiffView> byId(long diffId);

    /** Finished diffs, newest first. */
    List<DiffView> all();

    /** Rows, those whose amount falls first, by how much; then by key. */
    List<Change> changes(long diffId, int offset, int limit);

    /** Sums by month, unit, ground and component. */
    List<Total> totals(long diffId);
}
