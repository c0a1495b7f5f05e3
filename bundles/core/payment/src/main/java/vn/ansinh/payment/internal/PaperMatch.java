package vn.ansinh.payment.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import vn.ansinh.beneficiary.api.Birth;
import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.payment.port.ParallelStorage.PaidRow;
import vn.ansinh.payment.port.ParallelStorage.Registered;

/**
 * Finds who of the register a row of a paid list speaks of: by personal number, by old number, by
 * name with birth and unit; then, among those nobody else was found for, by what is nearly the
 * same.
 */
final class PaperMatch {

    private final Map<String, List<Registered>> byNumber = new HashMap<>();
    private final Map<String, List<Registered>> byName = new HashMap<>();
    private final Map<Integer, List<Registered>> byYear = new HashMap<>();
    private final Map<Long, List<PaidRow>> matched = new LinkedHashMap<>();
    private final List<PaidRow> unmatched = new ArrayList<>();
    private final Set<Long> doubtful = new HashSet<>();

    PaperMatch(List<Registered> registered, List<PaidRow> paper) {
        for (Registered person : registered) {
            byYear.computeIfAbsent(person.earliestBirth().getYear(), y -> new ArrayList<>())
                    .add(person);
            person.numbers().forEach(number -> put(byNumber, number, person));
            put(byName, Names.fold(person.fullName()), person);
        }
        List<PaidRow> rest = new ArrayList<>();
        for (PaidRow row : paper) {
            Registered person = exact(row);
            if (person == null) {
                rest.add(row);
            } else {
                take(person, row);
            }
        }
        for (PaidRow row : rest) {
            Registered person = near(row);
            if (person == null) {
                unmatched.add(row);
            } else {
                doubtful.add(person.personId());
                take(person, row);
            }
        }
    }

    private static void put(Map<String, List<Registered>> index, String key, Registered person) {
        index.computeIfAbsent(key, k -> new ArrayList<>()).add(person);
    }

    /** Rows of each person that has some. */
    Map<Long, List<PaidRow>> matched() {
        return matched;
    }

    /** Rows of nobody. */
    List<PaidRow> unmatched() {
        return unmatched;
    }

    /** Whether the name, the birth or the number on the list is not that of the register. */
    boolean doubtful(long personId) {
        return doubtful.contains(personId);
    }

    private void take(Registered person, PaidRow row) {
        matched.computeIfAbsent(person.personId(), id -> new ArrayList<>()).add(row);
    }

    private Registered exact(PaidRow row) {
        for (String number : List.of(row.personalId(), row.oldId())) {
            Registered holder = number.isEmpty() ? null : only(byNumber.get(number));
            if (holder != null) {
                if (!sameName(row.fullName(), holder.fullName())) {
                    doubtful.add(holder.personId());
                }
                return holder;
            }
        }
        List<Registered> named = byName.getOrDefault(Names.fold(row.fullName()), List.of());
        Registered there =
                only(
                        filter(
                                named,
                                row,
                                (p, r) -> births(p, r) && p.unitCode().equals(r.unitCode())));
        if (there == null) {
            there = only(filter(named, row, PaperMatch::births));
        }
        if (there != null) {
            boolean otherNumber =
                    !row.personalId().isEmpty() && !there.numbers().isEmpty()
                            || !sameName(row.fullName(), there.fullName());
            if (otherNumber) {
                doubtful.add(there.personId());
            }
        }
        return there;
    }

    /** Only people whom no row was found for, so that nobody is taken for another. */
    private Registered near(PaidRow row) {
        List<Registered> free = candidates(row);
        Registered byDigits =
                only(
                        filter(
                                free,
                                row,
                                (p, r) ->
                                        p.numbers().stream()
                                                        .anyMatch(n -> almost(n, r.personalId()))
                                                && (births(p, r) || words(p, r) >= 2)));
        if (byDigits != null) {
            return byDigits;
        }
        Registered byName =
                only(
                        filter(
                                free,
                                row,
                                (p, r) ->
                                        Names.fold(p.fullName()).equals(Names.fold(r.fullName()))
                                                && p.unitCode().equals(r.unitCode())
                                                && compatible(p, r)
                                                && dong(p) == r.amountDong()));
        if (byName != null) {
            return byName;
        }
        return only(
                filter(
                        free,
                        row,
                        (p, r) ->
                                births(p, r)
                                        && p.birthText().length() > 4
                                        && p.unitCode().equals(r.unitCode())
                                        && compatible(p, r)
                                        && words(p, r) >= 2));
    }

    /** People of the same folded name or the same year of birth: all that near can mean. */
    private List<Registered> candidates(PaidRow row) {
        Set<Registered> some =
                new LinkedHashSet<>(byName.getOrDefault(Names.fold(row.fullName()), List.of()));
        some.addAll(byYear.getOrDefault(year(row.birth()), List.of()));
        return some.stream()
                .filter(p -> !p.lines().isEmpty() && !matched.containsKey(p.personId()))
                .toList();
    }

    private static int year(String birth) {
        try {
            return Birth.parse(birth).earliest().getYear();
        } catch (IllegalArgumentException e) {
            // No year: such a row is looked for by its name only.
            return 0;
        }
    }

    /** Two full numbers that differ in more than a slip are two people. */
    private static boolean compatible(Registered person, PaidRow row) {
        return row.personalId().isEmpty()
                || person.numbers().isEmpty()
                || person.numbers().stream().anyMatch(n -> almost(n, row.personalId()));
    }

    static long dong(Registered person) {
        return person.lines().stream().mapToLong(line -> line.amountDong()).sum();
    }

    private static List<Registered> filter(
            List<Registered> some, PaidRow row, BiPredicate<Registered, PaidRow> test) {
        return some.stream().filter(person -> test.test(person, row)).toList();
    }

    private static Registered only(List<Registered> found) {
        return found == null || found.size() != 1 ? null : found.get(0);
    }

    /** Letter case and the place of a tone do not matter; a list without marks has no tones. */
    static boolean sameName(String paper, String ours) {
        boolean plain = paper.chars().allMatch(c -> c < 0x80);
        return plain ? Names.fold(paper).equals(Names.fold(ours)) : Names.same(paper, ours);
    }

    /** Whether the births can be one: the same, or one says less than the other. */
    static boolean births(Registered person, PaidRow row) {
        try {
            String paper = Birth.parse(row.birth()).text();
            return paper.startsWith(person.birthText()) || person.birthText().startsWith(paper);
        } catch (IllegalArgumentException e) {
            // A list without a readable birth cannot be matched by it.
            return false;
        }
    }

    private static long words(Registered person, PaidRow row) {
        List<String> ours = List.of(Names.fold(person.fullName()).split(" "));
        return List.of(Names.fold(row.fullName()).split(" ")).stream()
                .filter(ours::contains)
                .count();
    }

    /** One digit other, or two neighbours exchanged. */
    static boolean almost(String one, String other) {
        if (one.length() != other.length() || one.length() < 9) {
            return false;
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < one.length(); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                places.add(i);
            }
        }
        return places.size() == 1
                || places.size() == 2
                        && places.get(1) == places.get(0) + 1
                        && one.charAt(places.get(0)) == other.charAt(places.get(1))
                        && one.charAt(places.get(1)) == other.charAt(places.get(0));
    }
}
