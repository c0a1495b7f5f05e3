package vn.ansinh.law.vietnam;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.Parameters;

/** Single parents (5.4) and people with HIV (5.3, 5.8). */
final class FamilyGrounds {

    private static final Set<String> SINGLE = Set.of("NEVER_MARRIED", "WIDOWED", "SPOUSE_MISSING");

    private static final String DAY = "yyyy-MM-dd";

    private FamilyGrounds() {}

    static Ground childWithHiv() {
        Citation clause = Citation.of(Conditions.DECREE_20, "5", "3", "");
        return NationalGrounds.allowance(
                "5.3",
                "Trẻ em nhiễm HIV/AIDS thuộc hộ nghèo",
                true,
                List.of(
                        Conditions.below("age.5.3.upper", clause),
                        hiv(clause),
                        Conditions.poor(clause)),
                (facts, law, on, lossOn) ->
                        facts.ageEnding(on) < law.integer("age.5.3.band")
                                ? "coefficient.5.3.lower"
                                : "coefficient.5.3.upper");
    }

    static Ground poorWithHiv() {
        Citation clause = Citation.of(Conditions.DECREE_20, "5", "8", "");
        return NationalGrounds.allowance(
                "5.8",
                "Người nhiễm HIV/AIDS thuộc hộ nghèo không có thu nhập hằng tháng",
                true,
                List.of(
                        hiv(clause),
                        Conditions.poor(clause),
                        Conditions.noPension(clause),
                        new Condition(
                                "no-income",
                                "không có tiền lương, tiền công và thu nhập ổn định hằng tháng",
                                clause,
                                (facts, law, on, lossOn) ->
                                        Conditions.dong(facts, FactKinds.WAGE_DONG, on) == 0
                                                && !(Conditions.throughout(
                                                                facts,
                                                                FactKinds.STABLE_INCOME,
                                                                "YES",
                                                                on,
                                                                lossOn)
                                                        && Conditions.is(
                                                                law,
                                                                "stableIncome.5.8",
                                                                "excluded")))),
                (facts, law, on, lossOn) -> "coefficient.5.8");
    }

    private static Condition hiv(Citation clause) {
        return Conditions.is("hiv", "nhiễm HIV/AIDS", clause, FactKinds.HIV, "YES");
    }

    /** 5.4: the coefficient counts once per child. */
    static Ground singleParent() {
        Citation clause = Citation.of(Conditions.DECREE_20, "5", "4", "");
        return new Ground(
                "5.4",
                "Người đơn thân thuộc hộ nghèo, cận nghèo đang nuôi con",
                Component.SINGLE_PARENT,
                NationalGrounds.STANDARD,
                false,
                List.of(
                        new Condition(
                                "single",
                                "chưa kết hôn, hoặc vợ, chồng đã chết hay bị tuyên bố mất tích",
                                clause,
                                (facts, law, on, lossOn) ->
                                        single(facts, on) || single(facts, lossOn)),
                        Conditions.poorOrNearPoor(clause),
                        new Condition(
                                "raises-children",
                                "đang nuôi con dưới 16 tuổi, hoặc con từ đủ 16 tuổi đang học",
                                clause,
                                (facts, law, on, lossOn) -> children(facts, law, on, lossOn) > 0),
                        Conditions.alive(),
                        Conditions.notStopped(),
                        Conditions.cumulation()),
                (facts, law, on, lossOn) -> "coefficient.5.4",
                FamilyGrounds::children);
    }

    private static boolean single(Facts facts, LocalDate day) {
        String marital = facts.value(FactKinds.MARITAL, day);
        return marital != null && SINGLE.contains(marital);
    }

    /** Children who count; one who leaves within the month still counts for it. */
    private static int children(Facts facts, Parameters law, LocalDate on, LocalDate lossOn) {
        Children now = Children.of(facts, on);
        Children before = Children.of(facts, lossOn);
        int count = counted(now, law, on, lossOn);
        return before.equals(now) ? count : Math.max(count, counted(before, law, on, lossOn));
    }

    /** The lists of a day: all children, who study, who drew the allowance of 5.1. */
    private record Children(String births, String studying, String received) {

        static Children of(Facts facts, LocalDate day) {
            return new Children(
                    facts.value(FactKinds.CHILDREN_BIRTHS, day),
                    facts.value(FactKinds.CHILDREN_STUDYING, day),
                    facts.value(FactKinds.CHILDREN_RECEIVED, day));
        }
    }

    private static int counted(Children lists, Parameters law, LocalDate on, LocalDate lossOn) {
        int child = law.integer("age.5.4.child");
        int count = below(lists.births(), child, on, lossOn);
        if (lists.studying() == null) {
            return count;
        }
        boolean received = Conditions.is(law, "student.5.4", "received");
        List<LocalDate> drawn = received ? days(lists.received()) : List.of();
        for (LocalDate birth : days(lists.studying())) {
            if (reachedBefore(birth, child, lossOn)
                    && within(law, "age.5.4.student", years(birth, lossOn.minusDays(1)))
                    && (!received || drawn.contains(birth))) {
                count++;
            }
        }
        return count;
    }

    /** Children of a list who are born by the month's end and below an age when it begins. */
    static int below(String births, int age, LocalDate on, LocalDate lossOn) {
        int count = 0;
        for (LocalDate birth : days(births)) {
            if (!birth.isAfter(on) && !reachedBefore(birth, age, lossOn)) {
                count++;
            }
        }
        return count;
    }

    /** Whether an age is below a limit that a row sets; the word {@code none} sets none. */
    static boolean within(Parameters law, String key, int age) {
        return Conditions.is(law, key, "none") || age < law.integer(key);
    }

    private static boolean reachedBefore(LocalDate birth, int age, LocalDate day) {
        return birth.plusYears(age).isBefore(day);
    }

    private static int years(LocalDate birth, LocalDate day) {
        int years = day.getYear() - birth.getYear();
        return birth.plusYears(years).isAfter(day) ? years - 1 : years;
    }

    /** The days of a list; a list that cannot be read has none. */
    private static List<LocalDate> days(String text) {
        if (text == null) {
            return List.of();
        }
        List<LocalDate> days = new ArrayList<>();
        try {
            for (int from = 0; from == 0 || from < text.length(); ) {
                int plus = text.indexOf('+', from);
                int to = plus < 0 ? text.length() : plus;
                days.add(day(text, from, to));
                from = to + 1;
            }
        } catch (DateTimeException e) {
            return List.of();
        }
        return days;
    }

    /** As {@link LocalDate#parse}, in a tenth of the time where it is written yyyy-MM-dd. */
    private static LocalDate day(String text, int from, int to) {
        if (!plain(text, from, to)) {
            return LocalDate.parse(text.substring(from, to));
        }
        return LocalDate.of(
                number(text, from, from + 4),
                number(text, from + 5, from + 7),
                number(text, from + 8, to));
    }

    private static boolean plain(String text, int from, int to) {
        if (to - from != DAY.length()) {
            return false;
        }
        for (int i = 0; i < DAY.length(); i++) {
            char c = text.charAt(from + i);
            if (DAY.charAt(i) == '-' ? c != '-' : c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
