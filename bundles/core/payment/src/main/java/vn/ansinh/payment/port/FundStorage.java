package vn.ansinh.payment.port;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.payment.api.Funds.Account;
import vn.ansinh.payment.api.Funds.Entry;
import vn.ansinh.payment.api.Funds.Shares;
import vn.ansinh.payment.api.Funds.Source;

/** Funds of the tenant of the current unit of work; who acts is known to the store. */
public interface FundStorage {

    /** Sources by code. */
    List<Source> sources();

    /** Adds a source. */
    void add(Source source, Instant at);

    /** Newest shares of a budget year. */
    Optional<Shares> newest(int budgetYear);

    /** Shares of a version. */
    Shares version(long version);

    /** Writes a version of shares. */
    long write(Shares shares, Instant at);

    /** Keeps others from changing accounts of the tenant until the end of the transaction. */
    void lock();

    /** Accounts of a budget year by programme and source. */
    List<Account> accounts(int budgetYear);

    /** Opens an account without money. */
    void open(int budgetYear, String programme, String source);

    /**
     * Writes an entry, which moves its account.
     *
     * @param kind CEILING, RESERVE, RELEASE, SPEND
     * @param runId run, or 0 for a ceiling
     */
    void enter(long accountId, String kind, long amountDong, long runId, String paper, Instant at);

    /** Entries of an account, newest first. */
    List<Entry> entries(long accountId, int limit);

    /** What a run has reserved and not given back or spent, by account. */
    Map<Long, Long> reserved(long runId);

    /** Keeps by which shares a run was split. */
    void split(long runId, int round, long version, Instant at);

    /** Version by which a run was split in its newest approval. */
    Optional<Long> versionOf(long runId);

    /** Lines of a run, equal ones counted together. */
    List<Amounts> amounts(StoredRun run);

    /**
     * The same for a run that is being approved: nothing has become of a line yet, all are OPEN.
     * Does not look at orders, which the same transaction has just made.
     */
    List<Amounts> approving(StoredRun run);

    /**
     * Equal lines.
     *
     * @param month benefit month
     * @param unitCode unit
     * @param ground ground as decided
     * @param component stable code
     * @param movement movement
     * @param amountDong amount of one
     * @param fate what became of them
     * @param count how many
     */
    record Amounts(
            YearMonth month,
            String unitCode,
            String ground,
            int component,
            Movement movement,
            long amountDong,
            Fate fate,
            long count) {}

    /** What became of a line. */
    enum Fate {
        /** No order yet, or one that is not sent. */
        OPEN,
        /** Held back. */
        HELD,
        /** Sent, nothing is known. */
        SENT,
        /** Received, or set off in full. */
        PAID,
        /** Rejected, reversed, not collected. */
        RETURNED,
        /** Tried again with another run. */
        CARRIED
    }
}
