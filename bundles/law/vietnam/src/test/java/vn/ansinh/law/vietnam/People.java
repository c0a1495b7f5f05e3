package vn.ansinh.law.vietnam;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.locality.api.FactKind;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.locality.api.Facts;

/** Random people over every kind of fact and value of the catalogue. DỮ LIỆU GIẢ LẬP. */
final class People {

    static final LocalDate START = LocalDate.of(2021, 1, 1);
    private static final int DAYS = 6 * 365 + 200;

    private final SplittableRandom random;

    People(long seed) {
        random = new SplittableRandom(seed);
    }

    LocalDate day() {
        return START.plusDays(random.nextInt(DAYS));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    SecondOpinion.Somebody somebody() {
        int kind = random.nextInt(6);
        LocalDate birth =
                switch (kind) {
                    case 0 -> LocalDate.of(1935, 1, 1).plusDays(random.nextInt(32 * 365));
                    case 1 -> LocalDate.of(1960, 1, 1).plusDays(random.nextInt(45 * 365));
                    // of an age for the social pension between 70 and 75 while it exists
                    case 2 -> LocalDate.of(1950, 1, 1).plusDays(random.nextInt(8 * 365));
                    default -> LocalDate.of(2000, 1, 1).plusDays(random.nextInt(27 * 365));
                };
        boolean yearOnly = random.nextInt(10) == 0;
        List<SecondOpinion.Held> facts = new ArrayList<>();
        for (FactKind fact : FactKinds.all()) {
            // what takes a benefit away is rarer, or nobody would be owed anything
            int often = takesAway(fact.kind()) ? 12 : 2;
            for (int n = random.nextInt(often) == 0 ? 2 : random.nextInt(often) == 0 ? 1 : 0;
                    n > 0;
                    n--) {
                facts.add(held(fact));
            }
        }
        return new SecondOpinion.Somebody(
                yearOnly ? LocalDate.of(birth.getYear(), 1, 1) : birth,
                yearOnly ? LocalDate.of(birth.getYear(), 12, 31) : birth,
                random.nextInt(12) == 0 ? day() : null,
                facts);
    }

    SecondOpinion.Held held(FactKind fact) {
        LocalDate from = random.nextInt(3) > 0 ? START.minusYears(1) : day();
        LocalDate to = random.nextInt(4) == 0 ? day() : null;
        LocalDate known = random.nextInt(4) == 0 ? day() : from;
        return new SecondOpinion.Held(fact.kind(), value(fact), from, to, known);
    }

    private static boolean takesAway(String kind) {
        return List.of("detention", "benefit.refused", "declaredMissing", "living", "citizenship")
                .contains(kind);
    }

    private String value(FactKind fact) {
        List<String> values = List.copyOf(fact.values().keySet());
        return switch (fact.format()) {
            case CODE, CODES -> values.get(random.nextInt(values.size()));
            case DONG -> List.of("0", "0", "0", "520000", "3000000").get(random.nextInt(5));
            case NUMBER -> Integer.toString(random.nextInt(200));
            case TEXT -> "giả lập " + random.nextInt(9);
            case DATES -> dates();
        };
    }

    /** The same few children in every list, so that lists of one person speak of each other. */
    private String dates() {
        List<String> children = List.of("2004-09-20", "2008-05-01", "2015-02-28", "2023-06-30");
        List<String> chosen = new ArrayList<>();
        children.forEach(
                child -> {
                    if (random.nextBoolean()) {
                        chosen.add(child);
                    }
                });
        return chosen.isEmpty() ? children.get(0) : String.join("+", chosen);
    }

    static Facts facts(Engine engine, SecondOpinion.Somebody who, LocalDate known) {
        List<DatedFact> facts =
                who.facts().stream()
                        .map(
                                held ->
                                        new DatedFact(
                                                held.kind(),
                                                held.value(),
                                                held.from(),
                                                held.to(),
                                                held.known()))
                        .toList();
        return engine.facts(who.earliest(), who.latest(), "", who.death(), facts, known);
    }
}
