package vn.ansinh.beneficiary.api;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A death with its three dates.
 *
 * @param on day of death
 * @param registeredOn day it was registered (khai tử), or null while it is not
 * @param knownOn day the authority learned of it
 * @param paper paper, e.g. an extract of the death registration; may be empty
 */
public record Death(LocalDate on, LocalDate registeredOn, LocalDate knownOn, String paper) {

    /** An IllegalArgumentException in Vietnamese when the days do not follow each other. */
    public Death {
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(knownOn, "knownOn");
        paper = Names.tidy(Objects.requireNonNullElse(paper, ""));
        if (knownOn.isBefore(on) || registeredOn != null && registeredOn.isBefore(on)) {
            throw new IllegalArgumentException("Ngày khai tử và ngày biết không trước ngày mất.");
        }
    }
}
