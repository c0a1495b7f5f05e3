package vn.ansinh.payment.port;

import java.time.LocalDate;

/**
 * What a bank says of one order, or of a whole file. The same notice may come twice and late:
 * {@code statementId} and {@code entryId} together name it.
 *
 * @param messageId file it answers to; empty where the bank's message does not name it
 * @param endToEndId order it answers to; empty where it is about the whole file
 * @param amountDong whole đồng; 0 where the bank's message names none
 * @param outcome what happened
 * @param reasonCode the bank's reason, an ISO 20022 code where it has one ({@code AC01}); or empty
 * @param bankReference the bank's own number of the entry; or empty
 * @param bookedOn day of the booking; null where nothing is booked
 * @param statementId the bank's id of the message or statement the notice stood in
 * @param entryId the entry in it
 */
public record BankNotice(
        String messageId,
        String endToEndId,
        long amountDong,
        Outcome outcome,
        String reasonCode,
        String bankReference,
        LocalDate bookedOn,
        String statementId,
        String entryId) {

    /** What happened to an order at the bank. */
    public enum Outcome {
        /** The money has left the account. */
        PAID,
        /** Not paid and will not be. */
        REJECTED,
        /** Taken in; the end is open. */
        PENDING,
        /** Paid before, now back on the account. */
        REVERSED
    }

    /** Whether it speaks of the file as a whole and of no order. */
    public boolean wholeFile() {
        return endToEndId.isEmpty();
    }
}
