package vn.ansinh.locality.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Who a locality is (hồ sơ địa phương): one administration that uses the platform. Made by the
 * bundle, kept by the platform, handed to report forms. Refuses null, except where it is allowed,
 * and a code that is none.
 *
 * @param code stable code of the locality, {@code [a-z][a-z0-9-]{1,39}}, e.g. {@code hung-dao}
 * @param name full name, e.g. {@code Xã Hưng Đạo}
 * @param level {@code xã}, {@code phường}, {@code đặc khu}, or until 30 June 2025 {@code quận},
 *     {@code huyện}
 * @param parentName name of the superior authority, e.g. {@code UBND thành phố Hà Nội}
 * @param law code of the law layer the locality stands on, e.g. {@code ha-noi}
 * @param territories territory codes whose rows apply here, e.g. {@code vietnam}, {@code ha-noi}
 * @param validFrom first day of the administration
 * @param validTo last day, or null
 * @param succeededBy units that answer after {@code validTo}, by name
 * @param place place written before the date of a paper, e.g. {@code Hưng Đạo}
 * @param issuer heading of papers, e.g. {@code ỦY BAN NHÂN DÂN XÃ HƯNG ĐẠO}
 * @param units where people can live, in the order of the locality's own forms; a code stands once
 * @param warnings known defects of the locality's plan, for its officers
 */
public record LocalityProfile(
        String code,
        String name,
        String level,
        String parentName,
        String law,
        List<String> territories,
        LocalDate validFrom,
        LocalDate validTo,
        List<String> succeededBy,
        String place,
        String issuer,
        List<Unit> units,
        List<String> warnings) {

    /** Refuses what cannot be a locality. */
    public LocalityProfile {
        Objects.requireNonNull(code, "code");
        if (!code.matches("[a-z][a-z0-9-]{1,39}")) {
            throw new IllegalArgumentException("not a locality code: " + code);
        }
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(parentName, "parentName");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(law, "law");
        Objects.requireNonNull(validFrom, "validFrom");
        territories = List.copyOf(territories);
        succeededBy = List.copyOf(succeededBy);
        units = List.copyOf(units);
        warnings = List.copyOf(warnings);
    }

    /**
     * A unit below the locality: ward, hamlet, residential group; or the locality itself as long as
     * nothing smaller is known. Registers, imports and reports name it by its code.
     *
     * @param code code of the unit within the locality; official where one exists
     * @param name name, e.g. {@code Thôn Cộng Hòa}
     * @param kind {@code phường}, {@code thôn}, {@code tổ dân phố} …
     * @param source where the unit is known from
     */
    public record Unit(String code, String name, String kind, String source) {
        /** Refuses null. */
        public Unit {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(source, "source");
        }
    }
}
