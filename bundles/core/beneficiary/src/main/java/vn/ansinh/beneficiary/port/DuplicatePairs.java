package vn.ansinh.beneficiary.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.ansinh.beneficiary.api.Duplicates.Side;
import vn.ansinh.beneficiary.api.Duplicates.State;

/** What the search for duplicates reads and keeps, in the current unit of work's tenant. */
public interface DuplicatePairs {

    /** Lets only one scan of the tenant run; others wait until the unit of work ends. */
    void lockScan();

    /** Every person who was not merged into another, in the order of the key. */
    void people(Consumer<Card> each);

    /** The newest row of every pair, without the people. */
    List<Row> newest();

    /** Adds open pairs. */
    void open(List<Row> pairs, Instant at);

    /** Takes open pairs out of the queue. */
    void withdraw(List<Long> pairIds, Instant at);

    /** Judges an open pair; false when there is none of this key that is open. */
    boolean judge(long pairId, State state, long keep, String by, String why, Instant at);

    /** A page of a state with both people. */
    List<Stored> page(State state, long afterId, int limit);

    /** One pair with both people. */
    Optional<Stored> byId(long pairId);

    /**
     * What is compared of a person.
     *
     * @param personId key
     * @param fullName name
     * @param sex sex
     * @param birthText birth
     * @param personalIds numbers held now or once
     * @param aliases older numbers of 9 digits
     * @param accounts accounts of running entitlements
     * @param households keys of households
     * @param unitCode unit
     */
    record Card(
            long personId,
            String fullName,
            String sex,
            String birthText,
            Set<String> personalIds,
            Set<String> aliases,
            Set<String> accounts,
            Set<String> households,
            String unitCode) {
        public Card {
            personalIds = Set.copyOf(personalIds);
            aliases = Set.copyOf(aliases);
            accounts = Set.copyOf(accounts);
            households = Set.copyOf(households);
        }
    }

    /**
     * A row of the queue.
     *
     * @param id key; 0 before it is stored
     * @param first smaller person key
     * @param second larger person key
     * @param score score
     * @param reasons codes of reasons
     * @param fingerprint digest of what was compared, hex
     * @param state state
     */
    record Row(
            long id,
            long first,
            long second,
            int score,
            List<String> reasons,
            String fingerprint,
            State state) {
        public Row {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A row with both people and its judgement.
     *
     * @param row row
     * @param first person
     * @param second person
     * @param keep record to stay, or 0
     * @param foundAt when found
     * @param judgedBy who, or empty
     * @param why reason, or empty
     */
    record Stored(
            Row row,
            Side first,
            Side second,
            long keep,
            Instant foundAt,
            String judgedBy,
            String why) {}
}
