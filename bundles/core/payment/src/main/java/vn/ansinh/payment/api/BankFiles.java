package vn.ansinh.payment.api;

import java.time.LocalDate;
import java.util.List;
import vn.ansinh.payment.api.Orders.Event;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * The outbox: files to banks. The intent with its bytes is there before any call; what may have
 * been called and is not answered is UNKNOWN and only asked about, until the bank says that it
 * never saw it.
 */
public interface BankFiles {

    /** Files of a run, oldest first. */
    List<FileView> files(TenantId tenant, Actor actor, long runId);

    /** One file with what happened to it. */
    FileDetail file(TenantId tenant, Actor actor, long fileId);

    /**
     * The bytes, to look at.
     *
     * @throws vn.ansinh.platform.api.AnsinhException NOT_FOUND
     */
    byte[] content(TenantId tenant, Actor actor, long fileId);

    /**
     * Hands a file out that no link sends: it is brought to the bank by hand and counts as sent
     * from now on. Once only.
     *
     * @throws vn.ansinh.platform.api.AnsinhException CONFLICT when it was sent or handed out
     */
    byte[] handOut(TenantId tenant, Actor actor, long fileId);

    /**
     * Goes on with what is open: asks about files that are UNKNOWN, sends those the bank never saw,
     * finishes notices half read, fetches statements. Run by the platform now and then; harmless
     * again.
     */
    Settled settle(TenantId tenant, Actor actor);

    /** State of a file. */
    enum FileState {
        /** Written, not called. */
        INTENT("Chờ gửi"),
        /** A call may have begun; nobody knows yet. */
        UNKNOWN("Chưa rõ"),
        /** Handed out by hand. */
        SENT("Đã giao tận tay"),
        /** The bank has it. */
        ACCEPTED("Ngân hàng đã nhận"),
        /** The bank refused it whole. */
        REFUSED("Ngân hàng từ chối");

        private final String title;

        FileState(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /**
     * A file.
     *
     * @param id key
     * @param runId run
     * @param messageId id the bank knows it by
     * @param bank bank of the payees
     * @param sourceAccount account money leaves from
     * @param executionOn day to pay
     * @param orders how many orders
     * @param amountDong sum
     * @param sha256 of its bytes, hex
     * @param state state
     * @param reason why
     * @param attempts how often it was called
     */
    record FileView(
            long id,
            long runId,
            String messageId,
            String bank,
            String sourceAccount,
            LocalDate executionOn,
            int orders,
            long amountDong,
            String sha256,
            FileState state,
            String reason,
            int attempts) {}

    /** A file with its events, oldest first. */
    record FileDetail(FileView file, List<Event> events) {}

    /**
     * What was settled.
     *
     * @param asked files asked about
     * @param accepted of them the bank has
     * @param refused of them the bank refused
     * @param sent files sent (again)
     * @param statements statements fetched
     * @param open files still open
     */
    record Settled(int asked, int accepted, int refused, int sent, int statements, int open) {}
}
