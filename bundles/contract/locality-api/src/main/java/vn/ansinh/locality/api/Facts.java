package vn.ansinh.locality.api;

import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the engine may know of one person, as known on one day (căn cứ). The caller has already
 * dropped what was not yet known; this answers what was true on a day.
 *
 * <p>Immutable, safe for many threads. Implemented by the engine, never by a bundle. Reading never
 * fails; a kind that the catalogue ({@link FactKinds}) does not know has no value.
 */
@ProviderType
public interface Facts {

    /** First day the record allows for the birth; with an exact date both days are equal. */
    LocalDate earliestBirth();

    /** Last day the record allows for the birth. */
    LocalDate latestBirth();

    /** {@code MALE}, {@code FEMALE} or empty. */
    String sex();

    /** Day of death, if known. */
    Optional<LocalDate> death();

    /**
     * The value of a single-valued fact on a day, e.g. {@code disability.degree} = {@code severe}.
     *
     * @return the value, or null when nothing is known (which is never read as "no")
     */
    String value(String kind, LocalDate on);

    /** Whether the fact has exactly this value on the day. */
    default boolean is(String kind, String value, LocalDate on) {
        return value.equals(value(kind, on));
    }

    /**
     * Completed years on a day for an age that <em>gives</em> money: the substitute day is the
     * first day the record allows (national.md 0.7). A birth on 29 February is counted on the last
     * day of February in common years (Civil Code 2015, Điều 148).
     */
    int ageGiving(LocalDate on);

    /**
     * Completed years on a day for an age that <em>ends or lowers</em> money: latest day allowed.
     */
    int ageEnding(LocalDate on);

    /** {@link #ageEnding} on the day before: a birthday ends the money of the next month. */
    default int ageEndingBefore(LocalDate day) {
        return ageEnding(day.minusDays(1));
    }
}
