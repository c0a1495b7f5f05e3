package vn.ansinh.assessment.api;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One fact as stored: true from–to, known since (căn cứ, hai trục thời gian).
 *
 * @param kind fact kind
 * @param value value
 * @param from first day it was true
 * @param to last day, or null while true
 * @param knownSince day the authority learned of it
 */
public record DatedFact(
        String kind, String value, LocalDate from, LocalDate to, LocalDate knownSince) {
    public DatedFact {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(knownSince, "knownSince");
    }
}
