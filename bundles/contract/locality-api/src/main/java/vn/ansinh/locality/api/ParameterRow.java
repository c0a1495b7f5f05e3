package vn.ansinh.locality.api;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;

/**
 * One dated row of law (tham số): what an instrument lays down for a territory. Rows are only
 * added; a later instrument adds a row that overrides earlier ones for the months it applies to.
 * Made by {@link ParameterTable} from the bundle's CSV; read by the engine on any thread. Refuses
 * null, except where it is allowed, and months in the wrong order.
 *
 * @param key what the row sets, e.g. {@code rate.standard}, {@code coefficient.5.6.severe.adult},
 *     {@code age.5.5.a.upper}; see docs/reference/parameters.md
 * @param value the value as text: whole đồng, a decimal coefficient, a number of years, a word
 * @param unit unit of the value: {@code đồng/tháng}, {@code hệ số}, {@code tuổi}, {@code từ khoá} …
 * @param rounding how an amount computed with it is rounded; {@code none} where nothing can be lost
 * @param territory code of the territory the row applies in: the units as they were at enactment,
 *     e.g. {@code vietnam}, {@code ha-noi}
 * @param appliesFrom first benefit month
 * @param appliesTo last benefit month; null while open
 * @param enacted day of signature
 * @param inForce day from which the row may be acted on: as known before that day it does not
 *     exist, except for benefit months that begin on or after it once it is {@link #enacted}
 *     (docs/decisions/ 0002)
 * @param citation where it stands
 * @param confidence how sure we are
 * @param note plain words for a reader; may be empty
 */
public record ParameterRow(
        String key,
        String value,
        String unit,
        String rounding,
        String territory,
        YearMonth appliesFrom,
        YearMonth appliesTo,
        LocalDate enacted,
        LocalDate inForce,
        Citation citation,
        Confidence confidence,
        String note) {

    /** Refuses what cannot be a row. */
    public ParameterRow {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(territory, "territory");
        Objects.requireNonNull(appliesFrom, "appliesFrom");
        Objects.requireNonNull(enacted, "enacted");
        Objects.requireNonNull(inForce, "inForce");
        Objects.requireNonNull(citation, "citation");
        Objects.requireNonNull(confidence, "confidence");
        unit = Objects.requireNonNullElse(unit, "");
        rounding = Objects.requireNonNullElse(rounding, "none");
        note = Objects.requireNonNullElse(note, "");
        if (appliesTo != null && appliesTo.isBefore(appliesFrom)) {
            throw new IllegalArgumentException(key + ": appliesTo before appliesFrom");
        }
    }

    /**
     * Whether the row may be acted on for a benefit month by somebody who knows what was known on a
     * day: it is signed by then, and in force by then or by the month's first day.
     */
    public boolean known(YearMonth month, LocalDate knownOn) {
        return !enacted.isAfter(knownOn)
                && !(inForce.isAfter(knownOn) && inForce.isAfter(month.atDay(1)));
    }

    /** Whether the row speaks of this benefit month. */
    public boolean applies(YearMonth month) {
        return !month.isBefore(appliesFrom) && (appliesTo == null || !month.isAfter(appliesTo));
    }
}
