package vn.ansinh.generator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything about one person, as {@link Lives} made it up. A null means that the papers say
 * nothing. What is written to files is read from here and never changed while being written.
 */
final class Life {

    /** What the record of a birth says. */
    enum Precision {
        DAY,
        MONTH,
        YEAR
    }

    /** Who is handed the money, by which channel; bank and account are empty for cash. */
    record Payee(String name, String relation, String bank, String account) {

        boolean byAccount() {
            return !account.isEmpty();
        }
    }

    /**
     * What a decision in force grants: a row of the running decisions.
     *
     * @param tenths coefficient × 10
     * @param last last month, or null while it runs
     */
    record Grant(
            String ground,
            String component,
            int tenths,
            YearMonth first,
            YearMonth last,
            String number,
            String authority,
            LocalDate signed,
            Payee payee) {

        boolean covers(YearMonth month) {
            return !first.isAfter(month) && (last == null || !last.isBefore(month));
        }
    }

    final int index;
    final String key;
    final Plan plan;

    Case why;
    boolean female;
    String name;
    String people;
    LocalDate birth;
    Precision precision = Precision.DAY;
    String personalId = "";
    String oldId = "";
    Place.Unit unit;
    String hamlet;

    /** The unit of before and the day of the move; null for those who never moved. */
    Place.Unit unitBefore;

    LocalDate movedOn;

    LocalDate death;
    LocalDate deathKnownOn;

    /** {@code POOR}, {@code NEAR_POOR}, {@code NONE} or null. */
    String poverty;

    LocalDate povertyTo;
    String povertyLocal;
    String supporter;
    String degree;
    LocalDate certificate;
    String forms;

    /** A severe disability before it became extremely severe, by an earlier certificate. */
    LocalDate formerCertificate;

    Long pensionDong;
    LocalDate pensionFrom;
    LocalDate requestedOn;
    LocalDate transferredOn;
    String care;

    /** Letter of NĐ 20/2021 Điều 5.1 for a child without support. */
    String orphan;

    List<LocalDate> children = List.of();
    boolean merit;

    /** First month of a suspension that still lasts, or null. */
    YearMonth suspendedFrom;

    /** A suspension that was lifted again: its first month and the month it ended. */
    YearMonth oncePausedFrom;

    YearMonth oncePausedTo;

    final List<Grant> grants = new ArrayList<>(2);

    Life(int index, String key, Plan plan) {
        this.index = index;
        this.key = key;
        this.plan = plan;
    }

    /** Birth as the papers give it: a day, a month or a year. */
    String birthText() {
        return switch (precision) {
            case DAY -> birth.toString();
            case MONTH -> YearMonth.from(birth).toString();
            case YEAR -> String.valueOf(birth.getYear());
        };
    }

    String sexText() {
        return female ? "Nữ" : "Nam";
    }

    /** Whether the month of a benefit is one of life: the month of death is paid in full. */
    boolean livesIn(YearMonth month) {
        return death == null || !YearMonth.from(death).isBefore(month);
    }
}
