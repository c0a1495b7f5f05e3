package vn.ansinh.beneficiary.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Administrative units (đơn vị hành chính) of both public lists, before and from 1 July 2025. A
 * code or a name says nothing without a day: both were given anew. No personal data, no audit
 * record.
 */
public interface Units {

    /** The unit that has this code on a day, if the lists have one. */
    Optional<Unit> byCode(String code, LocalDate on);

    /**
     * Units by name on a day, without regard to letter case and tone marks; a kind before the name
     * ({@code Xã}, {@code Phường}) may be left out.
     *
     * @param name name, or its beginning
     * @param on day
     * @param limit most units
     */
    List<Unit> byName(String name, LocalDate on, int limit);

    /** Where the territory of a unit came from, as far as a source says. */
    List<Link> predecessors(Unit unit);

    /** Where the territory of a unit went, as far as a source says. */
    List<Link> successors(Unit unit);

    /** How a declared unit compares with the list of a day; never a guess. */
    Match match(String code, String name, LocalDate on);

    /** What the loader of the lists left out because it did not match. */
    List<Finding> findings();

    /**
     * A unit.
     *
     * @param code official code: 2 digits a province, 3 a district, 5 a commune
     * @param name full name, e.g. {@code Xã Hưng Đạo}
     * @param kind {@code Xã}, {@code Phường}, {@code Thị trấn}, {@code Quận} …
     * @param level {@code PROVINCE}, {@code DISTRICT} or {@code COMMUNE}
     * @param parentCode code of the unit above on the same day; empty for a province
     * @param validFrom first day of the list it stands in
     * @param validTo last day, or null
     * @param source list
     */
    record Unit(
            String code,
            String name,
            String kind,
            String level,
            String parentCode,
            LocalDate validFrom,
            LocalDate validTo,
            String source) {}

    /**
     * A link of succession.
     *
     * @param unit the other unit
     * @param extent {@code WHOLE}, {@code PART} or {@code UNSTATED}: how much of the people
     * @param confidence {@code VERIFIED} or {@code UNCERTAIN}
     * @param source who says so
     */
    record Link(Unit unit, String extent, String confidence, String source) {}

    /** Outcome of a comparison with the list. */
    enum Verdict {
        /** Code and name are those of the list. */
        SAME,
        /** The code is there with another name: perhaps the code of another time. */
        NAME_DIFFERS,
        /** No such code on that day, as for hamlets and residential groups. */
        NOT_LISTED
    }

    /**
     * A comparison.
     *
     * @param verdict outcome
     * @param listed the unit of the list, or null
     */
    record Match(Verdict verdict, Unit listed) {}

    /**
     * A line that was not loaded.
     *
     * @param file file
     * @param line line
     * @param sentence what did not match, in Vietnamese
     */
    record Finding(String file, int line, String sentence) {}
}
