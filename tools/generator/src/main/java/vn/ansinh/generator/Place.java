package vn.ansinh.generator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the generator knows of a locality: where people live, who decides, which month is paid and
 * how many in a hundred fall under which ground. Amounts are none of its business.
 *
 * @param code code of the locality
 * @param month month to be paid; the coefficients of {@link Case} hold from 2021-07 to 2026-06
 * @param units codes of the units below
 * @param authority who signs now
 * @param authorityBefore who signed before {@code authoritySince}
 * @param authoritySince first day of the present authority
 * @param mix how many of a hundred people, by case
 * @param oneMovesIn every so many people one begins or ends around the month ({@link Movement})
 */
record Place(
        String code,
        YearMonth month,
        List<String> units,
        String authority,
        String authorityBefore,
        LocalDate authoritySince,
        Map<Case, Integer> mix,
        int oneMovesIn) {

    private static final Place HUNG_DAO =
            new Place(
                    "hung-dao",
                    YearMonth.of(2026, 3),
                    IntStream.rangeClosed(1, 6).mapToObj("HD-T%02d"::formatted).toList(),
                    "Chủ tịch UBND xã Hưng Đạo",
                    "Chủ tịch UBND huyện Quốc Oai",
                    LocalDate.of(2025, 7, 1),
                    Map.of(
                            Case.SOCIAL_PENSION_75, 40,
                            Case.SOCIAL_PENSION_70, 10,
                            Case.NEAR_POOR_OLDER, 8,
                            Case.POOR_OLDER, 8,
                            Case.SEVERE, 22,
                            Case.EXTREMELY_SEVERE, 12),
                    20);

    /** Wards of quận Long Biên until 30 June 2025 by the official list of units. */
    private static final Place LONG_BIEN =
            new Place(
                    "long-bien",
                    YearMonth.of(2025, 3),
                    List.of(
                            "00115", "00118", "00121", "00124", "00127", "00130", "00133", "00136",
                            "00139", "00145", "00148", "00151", "00154"),
                    "Chủ tịch UBND quận Long Biên",
                    "Chủ tịch UBND quận Long Biên",
                    LocalDate.of(2003, 11, 6),
                    Map.of(
                            Case.EIGHTY, 40,
                            Case.POOR_OLDER, 10,
                            Case.SEVERE, 32,
                            Case.EXTREMELY_SEVERE, 18),
                    10);

    static Place of(String code) {
        return List.of(HUNG_DAO, LONG_BIEN).stream()
                .filter(place -> place.code().equals(code.strip()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("không biết địa phương «" + code + "»"));
    }

    /** A hundred cases in the proportions of the mix, always in the same order. */
    List<Case> hundred() {
        List<Case> hundred = new ArrayList<>();
        for (Case one : Case.values()) {
            for (int i = 0; i < mix.getOrDefault(one, 0); i++) {
                hundred.add(one);
            }
        }
        return hundred;
    }

    String authorityOn(LocalDate signed) {
        return signed.isBefore(authoritySince) ? authorityBefore : authority;
    }
}
