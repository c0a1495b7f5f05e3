package vn.ansinh.payment.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import vn.ansinh.payment.port.Link;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.platform.api.CivilClock;

/**
 * The chain of events of a tenant (sổ cái): one link per event that changes the state of money.
 * Whoever changes it appends in the same transaction. docs/reference/ledger.md says what a link
 * hashes.
 */
public final class Ledger {
    /** Longest text of an event, so that a proof of one payment stays small. */
    static final int LONGEST_EVENT = 400;

    private static final byte[] BEFORE_ALL = new byte[32];

    private final CivilClock clock;
    private final PaymentStorage storage;

    /** Over the ports. */
    public Ledger(CivilClock clock, PaymentStorage storage) {
        this.clock = clock;
        this.storage = storage;
    }

    /**
     * Appends a link to the chain of the tenant of the current unit of work. The chain is locked to
     * the end of the transaction: append late and call nothing outside afterwards.
     *
     * @param kind stable name, capitals and underscores
     * @param subjectId what it is about
     * @param digest SHA-256 of what it speaks of, 32 bytes
     * @param event {@code key=value} parted by {@code |}: ids, counts and đồng, nothing of a person
     * @return the link
     */
    public Link append(String kind, long subjectId, byte[] digest, String event) {
        if (!kind.matches("[A-Z_]+") || digest.length != 32 || event.length() > LONGEST_EVENT) {
            throw new IllegalArgumentException("not a link: " + kind + " " + subjectId);
        }
        Optional<Link> last = storage.lastLink();
        Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
        // Clocks of nodes differ a little; the chain does not go back.
        Instant at = last.map(Link::at).filter(now::isBefore).orElse(now);
        long sequence = last.map(Link::sequence).orElse(0L) + 1;
        byte[] before = last.map(Link::hash).orElse(BEFORE_ALL);
        String text =
                "v2|seq="
                        + sequence
                        + "|kind="
                        + kind
                        + "|subject="
                        + subjectId
                        + "|at="
                        + at
                        + "|digest="
                        + HexFormat.of().formatHex(digest)
                        + "|"
                        + event;
        Link link =
                new Link(
                        sequence,
                        kind,
                        subjectId,
                        digest,
                        text,
                        at,
                        before,
                        new Merkle().link(before, text));
        storage.append(link);
        return link;
    }
}
