package vn.ansinh.payment.api;

import java.time.Instant;
import java.util.List;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * What banks send back. A file counts once by its bytes, an entry once by its statement and number;
 * late, repeated and reordered files end in the same state.
 */
public interface Notices {

    /**
     * Takes a file of the bank: pain.002, camt.053, camt.054, MT940 or a list.
     *
     * @param name its name, for people
     * @throws vn.ansinh.platform.api.AnsinhException INVALID_INPUT with every fault when it cannot
     *     be read
     */
    Taken take(TenantId tenant, Actor actor, String name, byte[] content);

    /** Files taken, newest first. */
    List<NoticeFile> files(TenantId tenant, Actor actor, long before, int limit);

    /** What the bank said of an order, in the order it came. */
    List<Entry> entries(TenantId tenant, Actor actor, String endToEndId);

    /**
     * A file as it was taken.
     *
     * @param fileId key
     * @param again whether it had been taken before
     * @param entries entries in it
     * @param added entries not known before
     * @param moved orders that moved
     */
    record Taken(long fileId, boolean again, int entries, int added, int moved) {}

    /** A file that was taken. */
    record NoticeFile(
            long id, String name, String sha256, int entries, Instant takenAt, String takenBy) {}

    /** What a bank said. */
    record Entry(
            String statementId,
            String entryId,
            String outcome,
            long amountDong,
            String reasonCode,
            String bankReference,
            Instant recordedAt) {}
}
