package vn.ansinh.benchmarks.assessment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.assessment.api.PolicySnapshot.Due;
import vn.ansinh.assessment.api.PolicySnapshot.Outcome;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.locality.api.Facts;

/** What the generated if-statements call, as one would write it by hand: no rows, no grounds. */
public final class Plain {

    private static final Outcome NOTHING = new Outcome(List.of());

    private Plain() {}

    /** Decides by statements that were written for one stretch of months. */
    public interface Decider {
        /** What is owed for a month. */
        Outcome decide(Facts facts, YearMonth month);
    }

    /** Last day of the month, or the day of death within it. */
    public static LocalDate on(Facts facts, YearMonth month) {
        LocalDate last = month.atEndOfMonth();
        LocalDate death = facts.death().orElse(last);
        return death.isBefore(last) && !death.isBefore(month.atDay(1)) ? death : last;
    }

    /** Whether it holds on either day. */
    public static boolean during(
            Facts facts, String kind, String value, LocalDate on, LocalDate lossOn) {
        return value.equals(facts.value(kind, on)) || value.equals(facts.value(kind, lossOn));
    }

    /** Whether it holds on both days. */
    public static boolean throughout(
            Facts facts, String kind, String value, LocalDate on, LocalDate lossOn) {
        return value.equals(facts.value(kind, lossOn)) && value.equals(facts.value(kind, on));
    }

    /** Đồng, or -1 when nothing is known. */
    public static long dong(Facts facts, String kind, LocalDate on) {
        String value = facts.value(kind, on);
        return value == null ? -1 : Long.parseLong(value);
    }

    /** Pension and the like together, or -1 when nothing is known. */
    public static long pension(Facts facts, LocalDate on) {
        long pension = dong(facts, FactKinds.PENSION_DONG, on);
        long others =
                Math.max(0, dong(facts, FactKinds.SURVIVOR_DONG, on))
                        + Math.max(0, dong(facts, FactKinds.OCCUPATIONAL_DONG, on));
        return pension < 0 && others == 0 ? -1 : Math.max(0, pension) + others;
    }

    /** Whether one parent is this and the other that, on a day. */
    public static boolean parents(Facts facts, String one, String other, LocalDate day) {
        String father = facts.value(FactKinds.FATHER, day);
        String mother = facts.value(FactKinds.MOTHER, day);
        return one.equals(father) && other.equals(mother)
                || one.equals(mother) && other.equals(father);
    }

    /** Whether abandoned and not adopted, on a day. */
    public static boolean abandoned(Facts facts, LocalDate day) {
        return "YES".equals(facts.value(FactKinds.CHILD_ABANDONED, day))
                && !"YES".equals(facts.value(FactKinds.CHILD_ADOPTED, day));
    }

    /** Whether the value of the day is one of these. */
    public static boolean among(Facts facts, String kind, LocalDate day, String... values) {
        String value = facts.value(kind, day);
        if (value != null) {
            for (String one : values) {
                if (one.equals(value)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Children of a list born by {@code on} and below an age on the day before the month. */
    public static int below(Facts facts, LocalDate day, int age, LocalDate on, LocalDate lossOn) {
        int count = 0;
        for (LocalDate birth : days(facts.value(FactKinds.CHILDREN_BIRTHS, day))) {
            if (!birth.isAfter(on) && !birth.plusYears(age).isBefore(lossOn)) {
                count++;
            }
        }
        return count;
    }

    /** Children who study, of an age from and below. */
    public static int studying(Facts facts, LocalDate day, int from, int below, LocalDate lossOn) {
        int count = 0;
        for (LocalDate birth : days(facts.value(FactKinds.CHILDREN_STUDYING, day))) {
            if (birth.plusYears(from).isBefore(lossOn)
                    && !birth.plusYears(below).isBefore(lossOn)) {
                count++;
            }
        }
        return count;
    }

    private static List<LocalDate> days(String text) {
        if (text == null) {
            return List.of();
        }
        List<LocalDate> days = new ArrayList<>();
        try {
            for (String day : text.split("\\+")) {
                days.add(LocalDate.parse(day));
            }
        } catch (DateTimeException e) {
            return List.of();
        }
        return days;
    }

    /** The higher, of equal ones the first. */
    public static Due higher(Due standing, Due due) {
        return standing == null || due.amountDong() > standing.amountDong() ? due : standing;
    }

    /** What stands beside what. */
    public static Outcome outcome(Due monthly, Due beside, Due parent, Due care) {
        if (parent != null && monthly != null && monthly != beside) {
            long together = parent.amountDong() + (beside == null ? 0 : beside.amountDong());
            if (monthly.amountDong() >= together) {
                return of(monthly, null, care);
            }
            return of(beside, parent, care);
        }
        return of(monthly, parent, care);
    }

    private static Outcome of(Due monthly, Due parent, Due care) {
        if (monthly == null && parent == null && care == null) {
            return NOTHING;
        }
        List<Due> dues = new ArrayList<>(3);
        for (Due due : new Due[] {monthly, parent, care}) {
            if (due != null) {
                dues.add(due);
            }
        }
        return new Outcome(dues);
    }
}
