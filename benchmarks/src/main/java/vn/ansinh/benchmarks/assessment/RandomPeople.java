package vn.ansinh.benchmarks.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.locality.api.FactKind;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.locality.api.Facts;

/** Random people over every kind of fact, most with what one group is asked. DỮ LIỆU GIẢ LẬP. */
final class RandomPeople {

    private static final LocalDate START = LocalDate.of(2021, 1, 1);
    private static final int DAYS = 6 * 365;

    /** What takes a benefit away is rare, or nobody would be owed anything. */
    private static final Set<String> TAKES_AWAY =
            Set.of(
                    FactKinds.DETENTION,
                    FactKinds.BENEFIT_REFUSED,
                    FactKinds.DECLARED_MISSING,
                    FactKinds.LIVING,
                    FactKinds.CITIZENSHIP);

    private static final List<Set<String>> GROUPS =
            List.of(
                    Set.of(
                            FactKinds.POVERTY_NATIONAL,
                            FactKinds.SUPPORTER,
                            FactKinds.PENSION_DONG,
                            FactKinds.SOCIAL_PENSION_REQUESTED),
                    Set.of(FactKinds.DISABILITY_DEGREE, FactKinds.CARE, FactKinds.CARER_CONDITIONS),
                    Set.of(
                            FactKinds.FATHER,
                            FactKinds.MOTHER,
                            FactKinds.CHILD_SUPPORT_SOURCE,
                            FactKinds.STUDY),
                    Set.of(
                            FactKinds.MARITAL,
                            FactKinds.POVERTY_NATIONAL,
                            FactKinds.CHILDREN_BIRTHS),
                    Set.of());

    private final SplittableRandom random;

    RandomPeople(long seed) {
        random = new SplittableRandom(seed);
    }

    Stored somebody() {
        int group = random.nextInt(GROUPS.size());
        LocalDate birth =
                switch (group) {
                    case 0 -> born(1935, 32);
                    case 1 -> born(1940, 85);
                    case 2 -> born(2005, 21);
                    case 3 -> born(1970, 35);
                    default -> born(1935, 91);
                };
        boolean yearOnly = random.nextInt(10) == 0;
        List<DatedFact> facts = new ArrayList<>();
        for (FactKind kind : FactKinds.all()) {
            if (random.nextInt(100) < percent(kind.kind(), group)) {
                facts.add(fact(kind));
            }
        }
        return new Stored(
                yearOnly ? LocalDate.of(birth.getYear(), 1, 1) : birth,
                yearOnly ? LocalDate.of(birth.getYear(), 12, 31) : birth,
                random.nextInt(30) == 0 ? day() : null,
                facts);
    }

    /** Somebody as stored; {@code death} may be null. */
    record Stored(
            LocalDate earliestBirth,
            LocalDate latestBirth,
            LocalDate death,
            List<DatedFact> facts) {

        Facts known(Engine engine, LocalDate knownOn) {
            return engine.facts(earliestBirth, latestBirth, "", death, facts, knownOn);
        }
    }

    private static int percent(String kind, int group) {
        return TAKES_AWAY.contains(kind) ? 3 : GROUPS.get(group).contains(kind) ? 90 : 12;
    }

    private LocalDate born(int year, int years) {
        return LocalDate.of(year, 1, 1).plusDays(random.nextInt(years * 365));
    }

    private LocalDate day() {
        return START.plusDays(random.nextInt(DAYS));
    }

    private DatedFact fact(FactKind kind) {
        LocalDate from = random.nextInt(3) > 0 ? START.minusYears(1) : day();
        LocalDate to = random.nextInt(5) == 0 ? day() : null;
        return new DatedFact(kind.kind(), value(kind), from, to, from);
    }

    private String value(FactKind fact) {
        List<String> values = List.copyOf(fact.values().keySet());
        return switch (fact.format()) {
            case CODE, CODES -> values.get(random.nextInt(values.size()));
            case DONG -> List.of("0", "0", "0", "420000", "3000000").get(random.nextInt(5));
            case NUMBER -> Integer.toString(random.nextInt(200));
            case TEXT -> "giả lập " + random.nextInt(9);
            case DATES -> dates();
        };
    }

    private String dates() {
        List<String> days = new ArrayList<>();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            days.add(LocalDate.of(2003, 1, 1).plusDays(random.nextInt(23 * 365)).toString());
        }
        return String.join("+", days);
    }
}
