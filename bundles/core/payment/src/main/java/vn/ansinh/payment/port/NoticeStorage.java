package vn.ansinh.payment.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.ansinh.payment.api.Notices.Entry;
import vn.ansinh.payment.api.Notices.NoticeFile;

/** What banks sent, of the tenant of the current unit of work. */
public interface NoticeStorage {

    /** The file of these bytes, when it was taken before. */
    Optional<Incoming> bySha256(byte[] sha256);

    /** Keeps a file; its entries follow. Somebody else may have been quicker: then theirs. */
    Incoming open(byte[] sha256, String name, byte[] content, int entries, Instant at);

    /** Adds entries that are not known yet; gives how many were. */
    int add(long noticeFileId, List<BankNotice> notices, Instant at);

    /**
     * Brings orders and files to what all entries known so far say of them; holds the files' locks.
     *
     * @param notices entries whose orders and files are looked at
     * @return orders that moved
     */
    List<Long> apply(List<BankNotice> notices, Instant at);

    /** Marks a file as taken whole. */
    void done(long noticeFileId);

    /** Files whose entries were not all taken. */
    List<Incoming> halfRead();

    /** Bytes of a file. */
    byte[] content(long noticeFileId);

    /** Name of the last of the files whose names begin so, in the order they came; or empty. */
    String lastNamed(String prefix);

    /** Files, newest first; before a key, or 0. */
    List<NoticeFile> files(long before, int limit);

    /** Entries of an order. */
    List<Entry> entries(String endToEndId);

    /** A file on its way in. */
    record Incoming(long id, boolean done) {}
}
