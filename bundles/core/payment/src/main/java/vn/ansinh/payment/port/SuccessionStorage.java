package vn.ansinh.payment.port;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.payment.api.Successions.Control;
import vn.ansinh.payment.api.Successions.NewPlan;
import vn.ansinh.payment.api.Successions.Plan;
import vn.ansinh.payment.api.Successions.State;
import vn.ansinh.payment.api.Successions.UnitRow;

/** Plans of successions and how far they are: common rows without people. */
public interface SuccessionStorage {

    /** Writes a plan with its units. */
    long add(NewPlan plan, List<UnitRow> units, String hands, Instant at);

    /** Adds a unit or replaces it. */
    void assign(long id, UnitRow row);

    /** Keys, newest first. */
    List<Long> ids();

    /** One, locked until the end of the transaction. */
    Plan lock(long id);

    /** One. */
    Plan get(long id);

    /** Moves to a state and keeps what happened. */
    void move(long id, State to, String what, String hands, String note, Instant at);

    /** Keeps who proposed or approved which hash. */
    void hands(long id, String planHash, String proposedBy, String approvedBy);

    /**
     * Waits until everybody who is writing now has ended: what is counted afterwards of localities
     * at rest is all there is.
     *
     * @return whether all ended within a minute
     */
    boolean awaitWriters();

    /** Replaces parts and expected sums: the execution is prepared. */
    void prepare(long id, List<Part> parts, List<Control> expected);

    /** Whether it is. */
    boolean prepared(long id);

    /** Parts not done, in order. */
    List<Part> open(long id);

    /** Locks a part until the end of the transaction; false when somebody has done it. */
    boolean claim(long id, int number);

    /** Marks a part as done with the rows it carried. */
    void done(long id, int number, long rows, Instant at);

    /** Fills in the new side of a sum. */
    void found(long id, Control control);

    /** Keeps what the tables of a successor were when it was opened. */
    void keep(long id, String successor, List<Print> prints);

    /** What {@link #keep} kept, by table; empty when it was never opened. */
    List<Print> kept(long id, String successor);

    /**
     * A table in short.
     *
     * @param table its name
     * @param rows how many rows
     * @param digest of all of them, in any order
     */
    record Print(String table, long rows, String digest) {}

    /** Stages of the execution, in their order. */
    enum Stage {
        /** People with all that belongs to them alone. */
        PEOPLE,
        /** Households. */
        HOUSEHOLDS,
        /** Decisions. */
        DECISIONS,
        /** Entitlements and open money. */
        MONEY,
        /** A link in the chain of a party. */
        LEDGER
    }

    /**
     * A part: one transaction.
     *
     * @param number place, from 1
     * @param stage stage
     * @param predecessor locality that ends; of {@code LEDGER} may be empty
     * @param successor locality that follows; of {@code LEDGER} may be empty
     * @param from first key of people
     * @param to last key
     */
    record Part(
            int number, Stage stage, String predecessor, String successor, long from, long to) {}

    /**
     * Who is meant: people of an old locality by where their unit goes.
     *
     * @param effective first month the successors pay
     * @param units where the units of the locality go
     * @param excluded people, with all merged into them, who stay although their unit goes
     * @param from first key of people
     * @param to last key
     */
    record Who(YearMonth effective, List<UnitRow> units, List<Long> excluded, long from, long to) {
        /** Everybody. */
        public Who(YearMonth effective, List<UnitRow> units, List<Long> excluded) {
            this(effective, units, excluded, 0, Long.MAX_VALUE);
        }

        /** The same for a range of keys. */
        public Who within(long first, long last) {
            return new Who(effective, units, excluded, first, last);
        }
    }
}
