package vn.ansinh.payment.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What one bank is told to pay from one account: the content of one bank file. It carries nothing
 * of why somebody is paid: no ground, coefficient or programme.
 *
 * @param messageId the file's id, 1 to 35 characters of {@code [A-Z0-9-]}; the bank knows it again
 * @param createdAt instant written into the file; part of the intent, so that writing the same file
 *     again gives the same bytes
 * @param debtorName account holder, in Vietnamese
 * @param debtorAccount account number
 * @param debtorBank BIC, the bank's code of the clearing ({@code [A-Z0-9]}), or else its name
 * @param executionOn day the bank is to pay
 * @param credits who gets what; never empty
 */
public record PaymentFile(
        String messageId,
        Instant createdAt,
        String debtorName,
        String debtorAccount,
        String debtorBank,
        LocalDate executionOn,
        List<Credit> credits) {

    /** Takes the credits as they are now. */
    public PaymentFile {
        credits = List.copyOf(credits);
    }

    /** Sum of all credits. */
    public long totalDong() {
        return credits.stream().mapToLong(Credit::amountDong).reduce(0, Math::addExact);
    }

    /**
     * One credit.
     *
     * @param endToEndId the order's id, 1 to 35 characters, unique in the file
     * @param amountDong whole đồng, more than 0
     * @param name account holder, in Vietnamese; the file carries it in Latin letters without marks
     * @param account account number
     * @param bank BIC, the bank's code of the clearing ({@code [A-Z0-9]}), or else its name
     * @param text what the payee reads on the statement, neutral ({@code Chi tra thang 03/2026})
     */
    public record Credit(
            String endToEndId,
            long amountDong,
            String name,
            String account,
            String bank,
            String text) {}
}
