package vn.ansinh.generator;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;

/**
 * Makes the people of one place. Seed, place and the number of the person decide everything about
 * him; nothing is kept between two people, so that memory does not grow and person 7 is the same
 * among a hundred and among a million.
 */
final class Lives {

    static final LocalDate DECREE_20 = LocalDate.of(2021, 7, 1);
    static final LocalDate SOCIAL_PENSION = LocalDate.of(2025, 7, 1);
    private static final LocalDate RESOLUTION_63 = LocalDate.of(2026, 1, 1);

    private static final int PERCENT_TO_ACCOUNT = 70;
    private static final int ONE_DEAD_IN = 50;
    private static final int ONE_SHARES_ACCOUNT_IN = 40;

    private final Place place;
    private final long seed;
    private final Ids ids;
    private final List<Case> hundred;
    private final LocalDate today;

    Lives(Place place, long seed, Ids ids) {
        this.place = place;
        this.seed = seed;
        this.ids = ids;
        hundred = place.hundred();
        today = place.month().atDay(1);
    }

    /** Chance that belongs to a person, apart for each purpose. */
    Random random(int index, int purpose) {
        long mixed = seed * 1_000_003 + place.code().hashCode() * 31L + purpose;
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L + index * 0x9E3779B97F4A7C15L;
        return new Random(mixed ^ (mixed >>> 32));
    }

    /** The person with a number, from 0. */
    Life of(int index) {
        Random random = random(index, 0);
        Plan plan = Plan.of(index, place);
        Life life = new Life(index, Text.format("%s-%07d", place.code(), index + 1), plan);
        boolean deceased = plan.isPlain() && index % ONE_DEAD_IN == 7;
        // 37 and 100 share no divisor: any hundred people in a row show the whole mix.
        life.why = caseOf(plan, hundred.get((int) (index * 37L % 100)), deceased);
        life.female =
                plan.twin() != Twin.FATHER_AND_SON
                        && random.nextInt(100) < (life.why == Case.SINGLE_PARENT ? 88 : 57);
        LocalDate decidedBy = decidedBy(plan, deceased);
        life.birth =
                plan.difference() != null
                        ? plan.difference().birth(life.why, place, random)
                        : birth(life, decidedBy, deceased, random);
        home(life, random);
        name(life, random);
        numbers(life, random);
        if (life.why == Case.NONE) {
            Bystander.fill(life, place, random);
        } else {
            decide(life, decidedBy, random);
        }
        if (deceased) {
            die(life, random);
        }
        return life;
    }

    private Case caseOf(Plan plan, Case drawn, boolean deceased) {
        if (plan.difference() != null) {
            return plan.difference().of(place);
        }
        if (plan.movement() != null) {
            return plan.movement().of(drawn);
        }
        if (plan.error() != null) {
            return plan.error().of(place);
        }
        if (plan.twin() != null) {
            return plan.twin().of(drawn, place);
        }
        return deceased ? Case.SEVERE : drawn;
    }

    /** The day whose age was decided on: a planted one was decided before the change. */
    private LocalDate decidedBy(Plan plan, boolean deceased) {
        if (plan.difference() != null) {
            return plan.difference().decidedBy(place);
        }
        if (plan.error() != null) {
            return plan.error().decidedBy(place);
        }
        return deceased ? today.minusMonths(10) : today;
    }

    private LocalDate birth(Life life, LocalDate decidedBy, boolean deceased, Random random) {
        Case why = life.why;
        Movement movement = life.plan.movement();
        if (why == Case.EIGHTY && movement == Movement.BEGINS) {
            // Paid from the month of the birthday: who begins in the month turns 80 in it.
            return Movement.earlyIn(place.month(), random).minusYears(80);
        }
        while (true) {
            int age = why.youngest() + random.nextInt(why.oldest() - why.youngest() + 1);
            if (deceased) {
                age = 35 + random.nextInt(15);
            } else if (why.disabled() && random.nextInt(100) < 15) {
                age = 5 + random.nextInt(10);
            }
            LocalDate birth = today.minusYears(age).minusDays(random.nextInt(365));
            if (!suits(why, birth, decidedBy)
                    || movement == Movement.ENDS && age(birth) > Movement.OLDEST_THAT_ENDS
                    || life.plan.error() != null && !life.plan.error().fits(age(birth))
                    || life.plan.twin() != null && !life.plan.twin().fits(birth)) {
                continue;
            }
            if (life.plan.isPlain() && why != Case.NONE && !deceased) {
                life.precision = precision(why, birth, decidedBy, random);
            }
            return birth;
        }
    }

    private int age(LocalDate birth) {
        return Period.between(birth, today).getYears();
    }

    /** Decided long enough ago, and the birthdays that matter are not near. */
    private boolean suits(Case why, LocalDate birth, LocalDate decidedBy) {
        int age = age(birth);
        if (age < why.youngest() || age > why.oldest()) {
            return false;
        }
        boolean settled = birth.plusYears(why.bandStart(age)).isBefore(decidedBy.minusMonths(6));
        boolean stays = birth.plusYears(why.oldest() + 1L).isAfter(today.plusMonths(2));
        int soon = Period.between(birth, today.plusMonths(2)).getYears();
        boolean known = why != Case.EIGHTY || !birth.plusYears(80).isBefore(DECREE_20);
        return settled && stays && known && why.bandStart(soon) == why.bandStart(age);
    }

    /**
     * Papers of old people often give the year or the month only. It is left out where another day
     * of that year or month would lead to another result.
     */
    private Life.Precision precision(
            Case why, LocalDate birth, LocalDate decidedBy, Random random) {
        int percent = birth.getYear() < 1950 ? 22 : birth.getYear() < 1975 ? 6 : 1;
        int drawn = random.nextInt(100);
        LocalDate first = LocalDate.of(birth.getYear(), 1, 1);
        boolean year =
                suits(why, first, decidedBy) && suits(why, first.withDayOfYear(365), decidedBy);
        // 5.5.c pays from the month of the 80th birthday: the month at least is known.
        if (drawn < percent && year && why != Case.EIGHTY && sameBand(why, first, birth)) {
            return Life.Precision.YEAR;
        }
        YearMonth month = YearMonth.from(birth);
        boolean whole =
                suits(why, month.atDay(1), decidedBy)
                        && suits(why, month.atEndOfMonth(), decidedBy);
        boolean asMonth = drawn >= percent && drawn < percent + percent / 3 + 1;
        return asMonth && whole && sameBand(why, month.atDay(1), month.atEndOfMonth())
                ? Life.Precision.MONTH
                : Life.Precision.DAY;
    }

    private boolean sameBand(Case why, LocalDate one, LocalDate other) {
        return why.bandStart(age(one)) == why.bandStart(age(other));
    }

    private void home(Life life, Random random) {
        life.unit = place.unit(life.index);
        life.hamlet = place.hamletName(life.index);
        if (life.plan.isPlain() && place.units().size() > 1 && random.nextInt(100) < 3) {
            life.unitBefore = place.unit(life.index + 1);
            life.movedOn = today.minusDays(100 + random.nextInt(900));
        }
    }

    private void name(Life life, Random random) {
        life.people = Names.people(random, place.minorityPercent());
        int year = life.birth.getYear();
        if (life.plan.twin() == Twin.TONE_PLACEMENT) {
            life.people = "Kinh";
            life.name =
                    Names.family(random, place.territory(), life.people)
                            + (life.female ? " Thị " : " Văn ")
                            + Names.givenWithTwoSpellings(random);
            return;
        }
        life.name = Names.name(random, life.female, year, place.territory(), life.people);
    }

    private void numbers(Life life, Random random) {
        int drawn = random.nextInt(100);
        boolean sure = !life.plan.isPlain() || life.precision != Life.Precision.DAY;
        boolean old = life.birth.getYear() < 1970;
        boolean oldOnly = !sure && old && drawn < 3;
        boolean none = !sure && !oldOnly && drawn >= 98;
        if (!none && !oldOnly) {
            life.personalId = ids.personalId(life.female, life.birth.getYear(), life.index, false);
        }
        if (oldOnly || !none && old && drawn % 3 == 0) {
            life.oldId = ids.oldId(life.index);
        }
    }

    private void decide(Life life, LocalDate decidedBy, Random random) {
        Case why = life.why;
        PaidError error = life.plan.error();
        LocalDate sure =
                switch (life.precision) {
                    case DAY -> life.birth;
                    case MONTH -> YearMonth.from(life.birth).atEndOfMonth();
                    case YEAR -> LocalDate.of(life.birth.getYear(), 12, 31);
                };
        int age = Period.between(sure, decidedBy).getYears();
        LocalDate from = later(sure.plusYears(why.bandStart(age)), inForce(why));
        YearMonth begins = life.plan.movement() == Movement.BEGINS ? place.month() : null;
        if (error != null && error.begins(place) != null) {
            begins = error.begins(place);
        }
        LocalDate signed;
        if (begins != null) {
            life.certificate = why.disabled() ? Movement.earlyIn(begins, random) : null;
            signed = tuesday(begins);
        } else if (why.disabled()) {
            life.certificate = dayBetween(from, decidedBy.minusMonths(3), random);
            signed = signedBetween(life.certificate, life.certificate.plusMonths(3), random);
        } else {
            signed = signedBetween(from, decidedBy, random);
        }
        Circumstances.fill(life, signed, error, random);
        int tenths = why.coefficientTenths(age);
        if (why == Case.SINGLE_PARENT) {
            tenths *= life.children.size();
        }
        if (life.plan.difference() != null) {
            tenths = life.plan.difference().plant(life, tenths, place);
        }
        YearMonth last = error == null ? null : error.plant(life, place);
        if (life.plan.movement() == Movement.ENDS) {
            last = place.month().minusMonths(1);
            life.povertyTo = last.atEndOfMonth();
        }
        String ground = why == Case.ORPHAN ? "5.1." + life.orphan : why.ground();
        String component = why == Case.SINGLE_PARENT ? "SINGLE_PARENT" : "MONTHLY";
        Life.Payee payee = payee(life, age < 16 ? "GUARDIAN" : "SELF", random);
        YearMonth first = firstMonth(why, sure, life.certificate, signed);
        life.grants.add(grant(ground, component, tenths, first, last, signed, payee));
        if (why == Case.EXTREMELY_SEVERE) {
            // The care support of the same decision, to whoever cares.
            Life.Payee carer = payee(life, "CARER", random);
            YearMonth from2 = YearMonth.from(signed);
            life.grants.add(grant("CARE.20.2.c", "CARE", 10, from2, last, signed, carer));
        }
    }

    private Life.Grant grant(
            String ground,
            String component,
            int tenths,
            YearMonth first,
            YearMonth last,
            LocalDate signed,
            Life.Payee payee) {
        return new Life.Grant(
                ground,
                component,
                tenths,
                first,
                last,
                number(signed, 0),
                place.authorityOn(signed),
                signed,
                payee);
    }

    /** Ended before the months on the lists, and known up to half a year later. */
    private void die(Life life, Random random) {
        int ago = 4 + random.nextInt(6);
        life.death = place.month().minusMonths(ago).atDay(1 + random.nextInt(28));
        life.deathKnownOn = life.death.plusMonths(random.nextInt(ago - 2)).plusDays(2);
        life.grants.replaceAll(
                g ->
                        new Life.Grant(
                                g.ground(),
                                g.component(),
                                g.tenths(),
                                g.first(),
                                YearMonth.from(life.death),
                                g.number(),
                                g.authority(),
                                g.signed(),
                                g.payee()));
    }

    private Life.Payee payee(Life life, String relation, Random random) {
        String name =
                relation.equals("SELF")
                        ? life.name
                        : Names.name(
                                random,
                                random.nextBoolean(),
                                1960 + random.nextInt(30),
                                place.territory(),
                                life.people);
        if (random.nextInt(100) >= PERCENT_TO_ACCOUNT) {
            return new Life.Payee(name, relation, "", "");
        }
        // Neighbours sometimes let the money come to one account.
        boolean shared = life.index % ONE_SHARES_ACCOUNT_IN == ONE_SHARES_ACCOUNT_IN - 1;
        int owner = shared ? life.index - 1 : life.index;
        return new Life.Payee(name, relation, Ids.bank(owner), ids.account(owner));
    }

    static LocalDate inForce(Case why) {
        if (why.socialPension()) {
            return SOCIAL_PENSION;
        }
        return why == Case.NEAR_POOR_OLDER ? RESOLUTION_63 : DECREE_20;
    }

    static LocalDate dayBetween(LocalDate first, LocalDate last, Random random) {
        return first.plusDays((long) (random.nextDouble() * first.until(last, DAYS)));
    }

    /** A Tuesday in the middle of a month, so that many people share a decision. */
    private static LocalDate signedBetween(LocalDate first, LocalDate before, Random random) {
        YearMonth earliest = YearMonth.from(first);
        if (tuesday(earliest).isBefore(first)) {
            earliest = earliest.plusMonths(1);
        }
        int months = (int) earliest.until(YearMonth.from(before).minusMonths(1), MONTHS);
        return tuesday(earliest.plusMonths(random.nextInt(months + 1)));
    }

    static LocalDate tuesday(YearMonth month) {
        return month.atDay(8).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
    }

    /** Number of the decisions of a kind signed in a month, made up from the month alone. */
    String number(LocalDate signed, int kind) {
        int month = signed.getYear() * 12 + signed.getMonthValue();
        long mixed = (seed + month * 7_919L + place.code().hashCode()) * 0x9E3779B97F4A7C15L;
        return 101 + (int) ((mixed >>> 40) % 800) + kind * 1_000 + "/QĐ-UBND-GL";
    }

    /** NĐ 20/2021/NĐ-CP Điều 8.1.đ: of the certificate, of the 80th birthday, else of signature. */
    private static YearMonth firstMonth(
            Case why, LocalDate birth, LocalDate certificate, LocalDate signed) {
        if (certificate != null) {
            return YearMonth.from(certificate);
        }
        return YearMonth.from(why == Case.EIGHTY ? birth.plusYears(80) : signed);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
