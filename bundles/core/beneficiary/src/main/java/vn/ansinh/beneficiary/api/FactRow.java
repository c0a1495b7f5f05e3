package vn.ansinh.beneficiary.api;

import java.time.Instant;
import java.util.Objects;

/**
 * A stored fact.
 *
 * @param id our key
 * @param fact the fact
 * @param recordedAt instant since which the register says so
 * @param supersededAt instant up to which it said so, or null while it does
 * @param source where it comes from
 * @param sourceId key of the merge or poverty status it comes from, or 0
 */
public record FactRow(
        long id,
        Fact fact,
        Instant recordedAt,
        Instant supersededAt,
        Source source,
        long sourceId) {

    /** Where a fact comes from. */
    public enum Source {
        /** A paper somebody entered. */
        PAPER,
        /** Copied from a person found to be the same. */
        MERGE,
        /** The recognition of the household. */
        POVERTY
    }

    public FactRow {
        Objects.requireNonNull(fact, "fact");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(source, "source");
    }
}
