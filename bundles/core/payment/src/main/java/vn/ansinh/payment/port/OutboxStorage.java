package vn.ansinh.payment.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ansinh.payment.api.BankFiles.FileState;
import vn.ansinh.payment.api.BankFiles.FileView;
import vn.ansinh.payment.api.Orders.Event;
import vn.ansinh.payment.api.Orders.Source;

/** The outbox of the tenant of the current unit of work. */
public interface OutboxStorage {

    /**
     * Waiting orders of a run to accounts at one bank, the smallest keys first.
     *
     * @param most orders at most
     * @return none when nothing waits
     */
    List<Waiting> waiting(long runId, int most);

    /** The next file number of a run, from 1. */
    int nextNumber(long runId);

    /** Writes an intent with its orders, which become FILED. */
    long write(Intent intent, List<Filed> orders, Instant at);

    /** Files that were not called yet, oldest first; of one run, or 0 for all. */
    List<Long> intents(long runId);

    /** Files that are UNKNOWN and whose caller can no longer be calling. */
    List<Long> unknown();

    /**
     * Locks a file until the end of the transaction.
     *
     * @param wait whether to wait for somebody else who has it
     * @return the file; empty when somebody else has it
     */
    Optional<OutFile> lock(long fileId, boolean wait);

    /** Keeps others from asking about a file for so long, by the clock of the database. */
    void lease(long fileId, long millis);

    /** Moves a locked file. */
    void move(long fileId, FileState from, FileState to, String reason, Instant at);

    /** Orders of a file follow what became of it. */
    int ordersAccepted(long fileId, Instant at);

    /** Orders of a file whose fate nobody knows. */
    int ordersUnknown(long fileId, Instant at);

    /** Orders of a file the bank never saw. */
    int ordersNeverSeen(long fileId, Instant at);

    /** Orders of a file the bank refused. */
    int ordersRefused(long fileId, String reason, Instant at);

    /** By key. */
    Optional<FileView> byId(long fileId);

    /** Files of a run. */
    List<FileView> files(long runId);

    /** Bytes of a file. */
    byte[] content(long fileId);

    /** Events of a file. */
    List<Event> events(long fileId);

    /** Files neither accepted, refused nor handed out. */
    int open();

    /** A waiting order as it goes into a file. */
    record Waiting(
            long orderId,
            String endToEndId,
            long amountDong,
            String name,
            String account,
            String bank) {}

    /** An order in a file, with the name as written there. */
    record Filed(long orderId, String latin) {}

    /** A file to write. */
    record Intent(
            long runId,
            String messageId,
            String bank,
            Source source,
            LocalDate executionOn,
            long amountDong,
            byte[] sha256,
            byte[] content) {}

    /** A locked file. */
    record OutFile(
            long id, long runId, String messageId, FileState state, int attempts, byte[] content) {}
}
