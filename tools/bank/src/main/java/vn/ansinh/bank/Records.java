package vn.ansinh.bank;

import java.util.List;

/** What the bank's ledger keeps, a line of the file each. */
final class Records {

    private Records() {}

    /**
     * A file as it came; the same file again is a further record and pays again.
     *
     * @param seq number among the files, from 1
     * @param messageId id the sender gave
     * @param sha256 of its bytes
     * @param account account the money leaves from
     * @param refused why it was refused whole, or empty
     * @param day bank day
     * @param at when, milliseconds
     * @param credits what became of each credit; empty when refused whole
     */
    record TakenFile(
            int seq,
            String messageId,
            String sha256,
            String account,
            String refused,
            String day,
            long at,
            List<Credit> credits) {}

    /**
     * A credit.
     *
     * @param endToEndId the sender's id
     * @param amountDong whole đồng
     * @param account account of the payee
     * @param rejected reason, or empty when booked
     * @param entry number of the booking, or 0
     */
    record Credit(
            String endToEndId, long amountDong, String account, String rejected, long entry) {}

    /**
     * A booked credit that came back.
     *
     * @param entry number of this booking
     * @param of booking that came back
     * @param reason why
     * @param day bank day
     * @param at when, milliseconds
     */
    record Returned(long entry, long of, String reason, String day, long at) {}

    /**
     * A statement or status report as issued.
     *
     * @param seq number in the order of issue, from 1
     * @param kind {@code camt.053}, {@code camt.054}, {@code mt940} or {@code pain.002}
     * @param file file a status report is on, or 0
     * @param entries bookings in it
     * @param openingDong balance before them
     * @param repeats statement it repeats, or 0
     * @param day bank day
     * @param at when, milliseconds
     */
    record Issued(
            int seq,
            String kind,
            int file,
            List<Long> entries,
            long openingDong,
            int repeats,
            String day,
            long at) {
        String id() {
            return String.format("S%08d", seq);
        }
    }

    /**
     * A booking on the payer's account.
     *
     * @param entry its number
     * @param file file it came from
     * @param messageId id of that file
     * @param endToEndId the sender's id
     * @param amountDong whole đồng
     * @param account account of the payee
     * @param returns booking it takes back, or 0
     * @param reason why it came back, or empty
     * @param day bank day
     * @param at when, milliseconds
     */
    record Booking(
            long entry,
            int file,
            String messageId,
            String endToEndId,
            long amountDong,
            String account,
            long returns,
            String reason,
            String day,
            long at) {
        /** What it does to the payer's balance. */
        long signedDong() {
            return returns == 0 ? -amountDong : amountDong;
        }
    }
}
