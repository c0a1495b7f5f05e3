package vn.ansinh.payment.port;

/**
 * A link of a tenant's chain of events.
 *
 * @param sequence place from 1; 0 stands before the first link
 * @param subjectId run
 * @param digest root over the run's lines
 * @param event what happened, as hashed
 * @param previousHash hash of the link before; 32 zero bytes before the first
 * @param hash SHA-256 over previous hash and event
 */
public record Link(
        long sequence,
        long subjectId,
        byte[] digest,
        String event,
        byte[] previousHash,
        byte[] hash) {}
