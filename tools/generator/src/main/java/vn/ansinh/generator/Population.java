package vn.ansinh.generator;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The people of one place, one after the other; nothing is kept but counters. */
final class Population {

    private static final LocalDate DECREE_20 = LocalDate.of(2021, 7, 1);
    private static final LocalDate SOCIAL_PENSION = LocalDate.of(2025, 7, 1);
    private static final LocalDate RESOLUTION_63 = LocalDate.of(2026, 1, 1);

    /** Every so many people one differs from the law. */
    private static final int ONE_IN = 12;

    private static final int PERCENT_TO_ACCOUNT = 70;
    private static final int PERCENT_YEAR_ONLY = 15;

    private final Place place;
    private final Random random;
    private final People people;
    private final List<Case> hundred;
    private final LocalDate today;
    private final Map<YearMonth, Integer> numbers = new HashMap<>();
    private int planted;

    Population(Place place, long seed) {
        this.place = place;
        random = new Random(seed * 31 + place.code().hashCode());
        people = new People(random);
        hundred = place.hundred();
        today = place.month().atDay(1);
    }

    void write(int count, CsvOut csv, CsvOut truth) {
        for (int i = 0; i < count; i++) {
            // 37 and 100 share no divisor: any hundred people in a row show the whole mix.
            Case why = hundred.get(i * 37 % 100);
            Difference difference = i % ONE_IN == ONE_IN - 1 ? nextDifference(i) : null;
            Movement movement = difference == null ? Movement.at(i, place) : null;
            if (difference != null) {
                why = difference.of(place);
            } else if (movement != null) {
                why = movement.of(why);
            }
            one(why, difference, movement, csv, truth);
        }
    }

    private Difference nextDifference(int i) {
        List<Difference> possible =
                List.of(Difference.values()).stream().filter(d -> d.of(place) != null).toList();
        return possible.get(planted++ % possible.size());
    }

    private void one(Case why, Difference difference, Movement movement, CsvOut csv, CsvOut truth) {
        boolean female = random.nextInt(100) < 57;
        LocalDate birth =
                difference == null ? birthOf(why, movement) : difference.birth(why, place, random);
        // A planted one was decided before the change that nobody has acted on yet.
        LocalDate decidedBy = difference == null ? today : difference.decidedBy(place);
        int age = Period.between(birth, decidedBy).getYears();
        LocalDate from = later(birth.plusYears(why.bandStart(age)), inForce(why));
        LocalDate certificate;
        LocalDate signed;
        if (movement == Movement.BEGINS) {
            certificate = why.disabled() ? Movement.earlyIn(place.month(), random) : null;
            signed = tuesday(place.month());
        } else if (why.disabled()) {
            certificate = dayBetween(from, decidedBy.minusMonths(3));
            signed = signedBetween(certificate, certificate.plusMonths(3));
        } else {
            certificate = null;
            signed = signedBetween(from, decidedBy);
        }
        Map<String, String> row = new HashMap<>();
        String name = people.name(female);
        String personalId = people.personalId(female, birth.getYear());
        row.put("full_name", name);
        row.put("sex", female ? "Nữ" : "Nam");
        row.put("birth", birthText(why, birth, difference));
        row.put("personal_id", personalId);
        row.put("unit_code", place.units().get(random.nextInt(place.units().size())));
        row.put("decision_number", number(signed));
        row.put("decision_authority", place.authorityOn(signed));
        row.put("signed_on", signed.toString());
        row.put("ground", why.ground());
        row.put("component", "MONTHLY");
        int tenths = why.coefficientTenths(age);
        row.put("first_month", firstMonth(why, birth, certificate, signed).toString());
        facts(row, why, birth, signed, certificate);
        if (difference != null) {
            tenths = difference.plant(row, tenths, place);
        }
        if (movement != null) {
            movement.plant(row, place);
        }
        row.put("coefficient", coefficient(tenths));
        payee(row, name, age < 16 ? "GUARDIAN" : "SELF");
        csv.row(row);
        if (why == Case.EXTREMELY_SEVERE) {
            care(row, signed, csv);
        }
        if (difference != null) {
            truth.row(
                    difference
                            .truth(why, age, place)
                            .row(place, personalId, decided(why.ground(), tenths)));
        }
    }

    static String decided(String ground, int tenths) {
        return ground + " x " + coefficient(tenths);
    }

    private static String coefficient(int tenths) {
        return tenths / 10 + "." + tenths % 10;
    }

    private LocalDate birthOf(Case why, Movement movement) {
        if (why == Case.EIGHTY && movement == Movement.BEGINS) {
            // Paid from the month of the birthday: who begins in the month turns 80 in it.
            return Movement.earlyIn(place.month(), random).minusYears(80);
        }
        while (true) {
            int age = why.youngest() + random.nextInt(why.oldest() - why.youngest() + 1);
            if (why.disabled() && random.nextInt(100) < 15) {
                age = 5 + random.nextInt(10);
            }
            LocalDate birth = today.minusYears(age).minusDays(random.nextInt(365));
            // Decided long enough ago: the last birthday that matters lies half a year back.
            int real = Period.between(birth, today).getYears();
            LocalDate bandStart = birth.plusYears(why.bandStart(real));
            LocalDate oldest = birth.plusYears(why.oldest() + 1L);
            boolean settled = bandStart.isBefore(today.minusMonths(6));
            boolean stays = oldest.isAfter(today.plusMonths(2));
            boolean sameBandSoon =
                    why.bandStart(Period.between(birth, today.plusMonths(2)).getYears())
                            == why.bandStart(real);
            boolean moves = movement == null || movement.fits(real);
            if (settled && stays && sameBandSoon && moves) {
                return birth;
            }
        }
    }

    private static LocalDate inForce(Case why) {
        if (why.socialPension()) {
            return SOCIAL_PENSION;
        }
        return why == Case.NEAR_POOR_OLDER ? RESOLUTION_63 : DECREE_20;
    }

    private LocalDate dayBetween(LocalDate first, LocalDate last) {
        return first.plusDays((long) (random.nextDouble() * first.until(last, DAYS)));
    }

    /** A Tuesday in the middle of a month, so that many people share a decision. */
    private LocalDate signedBetween(LocalDate first, LocalDate before) {
        YearMonth earliest = YearMonth.from(first);
        if (tuesday(earliest).isBefore(first)) {
            earliest = earliest.plusMonths(1);
        }
        int months = (int) earliest.until(YearMonth.from(before).minusMonths(1), MONTHS);
        return tuesday(earliest.plusMonths(random.nextInt(months + 1)));
    }

    private static LocalDate tuesday(YearMonth month) {
        return month.atDay(8).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
    }

    private String number(LocalDate signed) {
        int number =
                numbers.computeIfAbsent(YearMonth.from(signed), month -> 101 + random.nextInt(800));
        return number + "/QĐ-UBND-GL";
    }

    private static YearMonth firstMonth(
            Case why, LocalDate birth, LocalDate certificate, LocalDate signed) {
        if (certificate != null) {
            return YearMonth.from(certificate);
        }
        return YearMonth.from(why == Case.EIGHTY ? birth.plusYears(80) : signed);
    }

    private String birthText(Case why, LocalDate birth, Difference difference) {
        // Only where every day of the year leads to the same result.
        int youngest = Period.between(birth.withMonth(12).withDayOfMonth(31), today).getYears();
        boolean harmless = difference == null && why == Case.SOCIAL_PENSION_75 && youngest >= 77;
        return harmless && random.nextInt(100) < PERCENT_YEAR_ONLY
                ? String.valueOf(birth.getYear())
                : birth.toString();
    }

    private void facts(
            Map<String, String> row,
            Case why,
            LocalDate birth,
            LocalDate signed,
            LocalDate certificate) {
        switch (why) {
            case SOCIAL_PENSION_75, SOCIAL_PENSION_70 -> {
                row.put("pension_dong", "0");
                row.put("supporter", "ABLE");
                row.put("poverty_national", why == Case.SOCIAL_PENSION_70 ? "NEAR_POOR" : "NONE");
                // Who drew 5.5.c on 30 June 2025 was moved without a request of his own.
                boolean moved =
                        signed.isBefore(SOCIAL_PENSION.plusMonths(1))
                                && !birth.plusYears(80).isAfter(SOCIAL_PENSION);
                row.put(
                        moved ? "social_pension_transferred_on" : "social_pension_requested_on",
                        moved
                                ? SOCIAL_PENSION.toString()
                                : later(signed.minusDays(7), SOCIAL_PENSION).toString());
            }
            case EIGHTY -> {
                row.put("pension_dong", "0");
                row.put("supporter", "ABLE");
                row.put("poverty_national", "NONE");
            }
            case NEAR_POOR_OLDER -> {
                row.put("poverty_national", "NEAR_POOR");
                row.put("poverty_local", "NEAR_POOR");
                row.put("supporter", "NOBODY");
            }
            case POOR_OLDER -> {
                row.put("poverty_national", "POOR");
                row.put("supporter", random.nextBoolean() ? "NOBODY" : "ON_ALLOWANCE");
            }
            case SEVERE, EXTREMELY_SEVERE -> {
                row.put("disability_degree", why == Case.SEVERE ? "SEVERE" : "EXTREMELY_SEVERE");
                row.put("disability_certificate_on", certificate.toString());
                if (why == Case.EXTREMELY_SEVERE) {
                    row.put("care", "OWN_HOUSEHOLD");
                }
            }
        }
    }

    private void payee(Map<String, String> row, String name, String relation) {
        row.put("payee_relation", relation);
        row.put("payee_name", relation.equals("SELF") ? name : people.name(random.nextBoolean()));
        boolean toAccount = random.nextInt(100) < PERCENT_TO_ACCOUNT;
        row.put("channel", toAccount ? "ACCOUNT" : "CASH");
        row.put("bank", toAccount ? people.bank() : "");
        row.put("account", toAccount ? people.account() : "");
    }

    /**
     * The care support of the same decision, to whoever cares; the facts stand on the first row.
     */
    private void care(Map<String, String> first, LocalDate signed, CsvOut csv) {
        Map<String, String> row = new HashMap<>(first);
        CsvOut.COLUMNS
                .subList(CsvOut.COLUMNS.indexOf("poverty_national"), CsvOut.COLUMNS.size())
                .forEach(row::remove);
        row.put("ground", "CARE.20.2.c");
        row.put("component", "CARE");
        row.put("coefficient", "1.0");
        row.put("first_month", YearMonth.from(signed).toString());
        payee(row, "", "CARER");
        csv.row(row);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
