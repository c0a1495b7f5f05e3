package vn.ansinh.generator;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** The household of each person and who else lives there. Those others have no number. */
final class HouseholdFile {

    static final List<String> COLUMNS =
            List.of(
                    "household_key",
                    "kind",
                    "member",
                    "person_key",
                    "relation",
                    "full_name",
                    "sex",
                    "birth",
                    "head",
                    "carer");

    private final CsvOut out;
    private final Place place;
    private final Lives lives;

    HouseholdFile(CsvOut out, Place place, Lives lives) {
        this.out = out;
        this.place = place;
        this.lives = lives;
    }

    /** Key of the household somebody lives in. */
    static String key(Life life) {
        return "H-" + life.key;
    }

    void write(Life life) {
        Random random = lives.random(life.index, 1);
        int age = place.month().getYear() - life.birth.getYear();
        String kind = kind(life, age, random);
        boolean child = age < 18;
        out.row(
                key(life),
                kind,
                1,
                life.key,
                "Đối tượng",
                life.name,
                life.sexText(),
                life.birthText(),
                child || kind.equals("WITH_GRANDPARENT") ? "" : "YES",
                "");
        switch (kind) {
            case "ALONE" -> {
                // Nobody else.
            }
            case "COUPLE" ->
                    member(life, kind, 2, "Vợ hoặc chồng", -2, !life.female, false, random);
            case "SINGLE_PARENT" -> {
                for (int i = 0; i < life.children.size(); i++) {
                    LocalDate birth = life.children.get(i);
                    boolean girl = random.nextBoolean();
                    other(life, kind, i + 2, "Con", birth, girl, false, false, random);
                }
            }
            case "WITH_GRANDPARENT" -> {
                LocalDate birth = life.birth.minusYears(50 + random.nextInt(10));
                other(life, kind, 2, "Bà", birth, true, true, true, random);
            }
            default -> {
                member(life, kind, 2, child ? "Mẹ" : "Con", child ? 28 : -30, true, true, random);
                int more = random.nextInt(4);
                for (int i = 0; i < more; i++) {
                    boolean girl = random.nextBoolean();
                    int years = child ? -2 : -32 - 7 * i;
                    member(
                            life,
                            kind,
                            i + 3,
                            child ? "Em" : "Con, cháu",
                            years,
                            girl,
                            false,
                            random);
                }
            }
        }
    }

    private static String kind(Life life, int age, Random random) {
        if (life.why == Case.SINGLE_PARENT) {
            return "SINGLE_PARENT";
        }
        if (life.orphan != null) {
            return "WITH_GRANDPARENT";
        }
        if ("NOBODY".equals(life.supporter)) {
            return "ALONE";
        }
        if (age >= 70) {
            return random.nextInt(100) < 12
                    ? "ALONE"
                    : random.nextInt(3) == 0 ? "COUPLE" : "FAMILY";
        }
        return "FAMILY";
    }

    /** Somebody so many years older (or younger) than the person. */
    private void member(
            Life life,
            String kind,
            int number,
            String relation,
            int yearsOlder,
            boolean female,
            boolean carer,
            Random random) {
        LocalDate birth = life.birth.minusYears(yearsOlder).plusDays(random.nextInt(300));
        LocalDate end = place.month().atDay(1);
        LocalDate born = birth.isBefore(end) ? birth : end.minusDays(100L + random.nextInt(900));
        boolean cares = carer && life.why == Case.EXTREMELY_SEVERE;
        // Only a child has a parent here, who is the head.
        other(life, kind, number, relation, born, female, yearsOlder > 0, cares, random);
    }

    private void other(
            Life life,
            String kind,
            int number,
            String relation,
            LocalDate birth,
            boolean female,
            boolean head,
            boolean carer,
            Random random) {
        String name = Names.name(random, female, birth.getYear(), place.territory(), life.people);
        out.row(
                key(life),
                kind,
                number,
                "",
                relation,
                name,
                female ? "Nữ" : "Nam",
                birth,
                head ? "YES" : "",
                carer ? "YES" : "");
    }
}
