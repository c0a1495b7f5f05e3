package vn.ansinh.beneficiary.api;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One fact with its paper (căn cứ): true from–to, known since.
 *
 * @param kind fact kind, see docs/reference/facts.md
 * @param value value
 * @param from first day it was true
 * @param to last day, or null while true
 * @param knownSince day the authority learned of it
 * @param paper number or name of the paper; may be empty
 */
public record Fact(
        String kind,
        String value,
        LocalDate from,
        LocalDate to,
        LocalDate knownSince,
        String paper) {
    public Fact {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(knownSince, "knownSince");
        paper = Objects.requireNonNullElse(paper, "");
    }
}
