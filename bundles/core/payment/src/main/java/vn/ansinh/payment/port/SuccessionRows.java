package vn.ansinh.payment.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.payment.api.Successions.Origin;
import vn.ansinh.payment.api.Successions.Sum;
import vn.ansinh.payment.api.Successions.Unmatched;
import vn.ansinh.payment.port.SuccessionStorage.Print;
import vn.ansinh.payment.port.SuccessionStorage.Who;

/**
 * Rows of one party of a succession, under its tenant: every method is called inside a unit of work
 * of that tenant and sees no other.
 */
public interface SuccessionRows {

    /** Codes of units that people and households have. */
    List<String> units();

    /** Counts and sums of an old locality for one successor; empty: of what stays. */
    List<Sum> before(String predecessor, String successor, Who who);

    /** The same of everybody, wherever they go. */
    List<Sum> all(String predecessor, Who who);

    /** The same of what a successor has from an old locality. */
    List<Sum> after(long id, String predecessor, String successor, Who who);

    /** Keys of people who go to a successor; empty: who stay. */
    Set<Long> people(String successor, Who who);

    /** Keys of people whom a successor has from an old locality. */
    Set<Long> carried(long id, String predecessor);

    /** What of an old locality has no place, is open or is torn. */
    List<Unmatched> unmatched(String predecessor, Who who);

    /** Current personal numbers of people who go to a successor. */
    List<Number> numbers(String successor, Who who);

    /** Which of these numbers somebody here holds now. */
    Set<String> held(List<String> numbers);

    /** Decisions that go to a successor, by what must be unique there. */
    List<Number> decisions(String successor, Who who);

    /** Decisions that are here, in the same words. */
    Set<String> decisionsHere();

    /** Whether there is any run that is not cancelled. */
    boolean hasRuns();

    /** Runs that were sent, whatever became of them. */
    List<Long> paidRuns();

    /** Tables of people, households and decisions as they are now. */
    List<Print> prints();

    /** Removes what the succession of {@link #allow} brought here; rows removed. */
    long takeBack();

    /** Where a person came from, the last time. */
    Optional<Origin> origin(long personId);

    /** Something unique and whose it is. */
    record Number(String text, long id) {}

    /** Keys that part the people of a successor into ranges of about so many. */
    List<Long> bounds(String successor, Who who, int size);

    /** Keeps what stays and why. */
    void leave(long id, List<Unmatched> left);

    /** People that {@link #leave} kept. */
    List<Long> left(long id);

    /** Whatever the transaction writes to a locality at rest is of this succession. */
    void allow(long id);

    /** Reads a part for a successor, to be written there. */
    Carried read(long id, SuccessionStorage.Part part, Who who, String paper, Instant at);

    /** Writes what was read; rows written. */
    long write(Carried carried);

    /**
     * Rows on their way, table by table in the order in which they are written.
     *
     * @param tables rows as JSON
     */
    record Carried(List<Rows> tables) {}

    /**
     * Rows of a table.
     *
     * @param table table
     * @param json JSON array of objects
     * @param fresh key column that the new locality gives anew; empty: keys stay
     */
    record Rows(String table, String json, String fresh) {}
}
