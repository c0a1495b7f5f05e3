package vn.ansinh.payment.port;

import java.util.List;
import vn.ansinh.platform.api.AnsinhException;

/**
 * The line to the bank. No call repeats by itself; each ends within the configured time. What
 * cannot be said for certain is UNKNOWN, never an exception.
 */
public interface BankLink {

    /** Whether a link is configured; without one, files are handed over by people. */
    boolean configured();

    /**
     * Sends a file.
     *
     * @param fileId the file's message id
     * @param content the file
     * @throws AnsinhException CONFLICT when no link is configured (nothing was sent)
     */
    Answer send(String fileId, byte[] content);

    /**
     * Asks what became of a file.
     *
     * @throws AnsinhException CONFLICT when no link is configured
     */
    Answer status(String fileId);

    /**
     * What the bank issued after the statement named, oldest first in whatever order it lists them:
     * who dies after one goes on after it. The bank may repeat.
     *
     * @param after id of the last statement taken, empty for all
     * @return at most a page of them; empty when there is nothing new
     * @throws AnsinhException CONFLICT when no link is configured, STORE_UNAVAILABLE when the bank
     *     does not answer (asking again does no harm)
     */
    List<Statement> statements(String after);

    /**
     * What the bank said.
     *
     * @param outcome what is certain
     * @param reason the bank's reason or what went wrong, in Vietnamese; empty when accepted
     * @param report the bank's {@code pain.002}, for {@link BankMessages#read}; empty when it gave
     *     none
     */
    record Answer(Outcome outcome, String reason, byte[] report) {}

    /** What is certain of a file. */
    enum Outcome {
        /** The bank has it and works on it, wholly or in part; see the report. */
        ACCEPTED,
        /** The bank refused it whole and will not pay any of it. */
        REFUSED,
        /** Asked for a file's status, the bank says it never saw it. */
        NEVER_SEEN,
        /** Nothing is certain: the bank may have it or not. */
        UNKNOWN
    }

    /**
     * A statement as the bank issued it.
     *
     * @param id the bank's id in the order of issue
     * @param content the message, for {@link BankMessages#read}
     */
    record Statement(String id, byte[] content) {}
}
