package vn.ansinh.payment.port;

import java.time.Instant;

/**
 * A link of a tenant's chain of events.
 *
 * @param sequence place from 1; 0 stands before the first link
 * @param kind what happened, e.g. RUN_APPROVED
 * @param subjectId run, file, item or person it is about
 * @param digest what the event speaks of: of a run the root over its lines
 * @param event what happened, as hashed; repeats every column of the link
 * @param at when; never before the link before
 * @param previousHash hash of the link before; 32 zero bytes before the first
 * @param hash SHA-256 over previous hash and event
 */
public record Link(
        long sequence,
        String kind,
        long subjectId,
        byte[] digest,
        String event,
        Instant at,
        byte[] previousHash,
        byte[] hash) {}
