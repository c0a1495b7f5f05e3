package vn.ansinh.generator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the generator knows of a locality: where people live, who decides, which month is paid last
 * and how many in a hundred fall under which ground.
 *
 * @param code code of the locality
 * @param name its name as papers write it
 * @param parent the authority above, first line of papers
 * @param month last month paid; the coefficients of {@link Case} hold from 2021-07 to 2026-06
 * @param territory whose rates hold
 * @param units units below
 * @param hamlets hamlets in each unit, 0 where the units are hamlets themselves
 * @param authority who signs now
 * @param authorityBefore who signed before {@code authoritySince}
 * @param authoritySince first day of the present authority
 * @param mix how many of a hundred people, by case
 * @param oneMovesIn every so many people one begins or ends around the month ({@link Movement})
 * @param minorityPercent how many in a hundred belong to another people than the Kinh
 */
record Place(
        String code,
        String name,
        String parent,
        YearMonth month,
        Rates.Territory territory,
        List<Unit> units,
        int hamlets,
        String authority,
        String authorityBefore,
        LocalDate authoritySince,
        Map<Case, Integer> mix,
        int oneMovesIn,
        int minorityPercent) {

    /** Where people live: the code the platform knows and the name papers write. */
    record Unit(String code, String name) {}

    /** A hundred cases in the proportions of the mix, always in the same order. */
    List<Case> hundred() {
        List<Case> hundred = new ArrayList<>();
        for (Case one : Case.values()) {
            for (int i = 0; i < mix.getOrDefault(one, 0); i++) {
                hundred.add(one);
            }
        }
        if (hundred.size() != 100) {
            throw new IllegalStateException(code + ": " + hundred.size() + " cases, not a hundred");
        }
        return hundred;
    }

    boolean paysSocialPension() {
        return mix.containsKey(Case.SOCIAL_PENSION_75);
    }

    /** The case of somebody old and without a pension, who is not poor. */
    Case pensionCase() {
        return paysSocialPension() ? Case.SOCIAL_PENSION_75 : Case.EIGHTY;
    }

    /** Unit of the person with a place in the file: the units take turns. */
    Unit unit(int index) {
        return units.get(index % units.size());
    }

    /** Hamlet within the unit, from 1; 0 where the unit is a hamlet. */
    int hamlet(int index) {
        return hamlets == 0 ? 0 : index / units.size() % hamlets + 1;
    }

    /** How the hamlet of a person is written in papers. */
    String hamletName(int index) {
        return hamlets == 0 ? unit(index).name() : "Tổ " + hamlet(index);
    }

    String authorityOn(LocalDate signed) {
        return signed.isBefore(authoritySince) ? authorityBefore : authority;
    }
}
