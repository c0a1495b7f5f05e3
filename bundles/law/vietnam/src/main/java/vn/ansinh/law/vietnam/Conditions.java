package vn.ansinh.law.vietnam;

import java.time.LocalDate;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Parameters;

/**
 * Conditions that several grounds ask, each with its clause. What becomes true within a month
 * counts for it and what is lost counts from the next, so a fact holds in a month when it holds on
 * its last or on its first day.
 */
final class Conditions {

    static final String DECREE_20 = "NĐ 20/2021/NĐ-CP";

    private static final int DONG_DIGITS = 12;

    private Conditions() {}

    // Records, because the engine asks equal tests once for all grounds.

    private record Reached(String ageKey) implements Condition.Test {
        @Override
        public boolean holds(Facts facts, Parameters law, LocalDate on, LocalDate lossOn) {
            return facts.ageGiving(on) >= law.integer(ageKey);
        }
    }

    private record Below(String ageKey) implements Condition.Test {
        @Override
        public boolean holds(Facts facts, Parameters law, LocalDate on, LocalDate lossOn) {
            return facts.ageEndingBefore(lossOn) < law.integer(ageKey);
        }
    }

    private record Is(String kind, String value) implements Condition.Test {
        @Override
        public boolean holds(Facts facts, Parameters law, LocalDate on, LocalDate lossOn) {
            return during(facts, kind, value, on, lossOn);
        }
    }

    /** The month of death is paid in full; nothing after it. */
    static Condition alive() {
        return new Condition(
                "alive",
                "còn sống hoặc chết trong tháng (tháng chết vẫn hưởng)",
                Citation.of(DECREE_20, "8", "2", ""),
                (facts, law, on, lossOn) ->
                        facts.death().isEmpty() || !facts.death().get().isBefore(lossOn));
    }

    /** From the N-th birthday; of an incomplete birth date the earliest day. */
    static Condition reached(String ageKey, Citation citation) {
        return new Condition(
                "age-reached", "đủ tuổi tối thiểu của nhóm", citation, new Reached(ageKey));
    }

    /**
     * Before the N-th birthday, which ends the money of the next month; so the day before the month
     * is looked at. Of an incomplete birth date the latest day.
     */
    static Condition below(String ageKey, Citation citation) {
        return new Condition("age-below", "dưới tuổi tối đa của nhóm", citation, new Below(ageKey));
    }

    static Condition poor(Citation citation) {
        return new Condition(
                "household-poor",
                "thuộc hộ nghèo",
                citation,
                (facts, law, on, lossOn) -> poor(facts, on, lossOn));
    }

    static Condition poorOrNearPoor(Citation citation) {
        return new Condition(
                "household-poor-or-near-poor",
                "thuộc hộ nghèo hoặc hộ cận nghèo theo chuẩn của Chính phủ",
                citation,
                (facts, law, on, lossOn) ->
                        poor(facts, on, lossOn)
                                || during(
                                        facts,
                                        FactKinds.POVERTY_NATIONAL,
                                        "NEAR_POOR",
                                        on,
                                        lossOn));
    }

    static Condition unsupported(Citation citation) {
        return new Condition(
                "no-supporter",
                "không có người có nghĩa vụ và quyền phụng dưỡng, hoặc người này đang "
                        + "hưởng trợ cấp xã hội hằng tháng",
                citation,
                (facts, law, on, lossOn) -> unsupported(facts, on, lossOn));
    }

    /** Grounds 5.5.b and 5.5.c are for those whom 5.5.a does not reach. */
    static Condition notPoorAndUnsupported(Citation citation) {
        return new Condition(
                "not-5.5.a",
                "không thuộc điểm a khoản 5",
                citation,
                (facts, law, on, lossOn) ->
                        !(poor(facts, on, lossOn) && unsupported(facts, on, lossOn)));
    }

    static Condition is(
            String code, String sentence, Citation citation, String kind, String value) {
        return new Condition(code, sentence, citation, new Is(kind, value));
    }

    /** Known to draw no pension or monthly social-insurance allowance. */
    static Condition noPension(Citation citation) {
        return new Condition(
                "no-pension",
                "không có lương hưu, trợ cấp bảo hiểm xã hội hằng tháng",
                citation,
                (facts, law, on, lossOn) -> pension(facts, on) == 0);
    }

    /**
     * No pension, or one below the social pension of the State (Decree 176/2025 Điều 2). What a
     * lower pension leaves to pay is open: only {@code full} is paid, the rest is the officer's.
     */
    static Condition noHigherPension(Citation citation) {
        return new Condition(
                "no-higher-pension",
                "không có lương hưu, trợ cấp bảo hiểm xã hội hằng tháng, hoặc có nhưng "
                        + "thấp hơn mức trợ cấp hưu trí xã hội",
                citation,
                (facts, law, on, lossOn) -> {
                    long pension = pension(facts, on);
                    if (pension == 0) {
                        return true;
                    }
                    return pension > 0
                            && pension < law.integer("rate.socialPension")
                            && is(law, "socialPension.lowPensionCompareLevel", "national")
                            && is(law, "socialPension.lowPensionMode", "full");
                });
    }

    /** Requested in writing, or moved from 5.5.b or 5.5.c on 1 July 2025 without a new request. */
    static Condition requested(Citation citation) {
        return new Condition(
                "requested",
                "có văn bản đề nghị hưởng trợ cấp hưu trí xã hội (hoặc được chuyển từ trợ "
                        + "cấp hằng tháng ngày 01/7/2025)",
                citation,
                (facts, law, on, lossOn) -> {
                    String value = facts.value(FactKinds.SOCIAL_PENSION_REQUESTED, on);
                    // read so that the decision says that its level may have fallen
                    return "YES".equals(value)
                            || "TRANSFERRED".equals(value)
                                    && law.text("socialPension.localLevel").isPresent();
                });
    }

    /**
     * Stops of Điều 8.2: declared missing, in prison or under a measure, refusal of the benefit.
     */
    static Condition notStopped() {
        return new Condition(
                "not-stopped",
                "không bị tuyên bố mất tích, không chấp hành án tù hoặc biện pháp bắt buộc, "
                        + "không từ chối nhận trợ cấp",
                Citation.of(DECREE_20, "8", "2", ""),
                (facts, law, on, lossOn) ->
                        !throughout(facts, FactKinds.DECLARED_MISSING, "YES", on, lossOn)
                                && !throughout(facts, FactKinds.BENEFIT_REFUSED, "YES", on, lossOn)
                                && !throughout(facts, FactKinds.DETENTION, "PRISON", on, lossOn)
                                && !throughout(facts, FactKinds.DETENTION, "MEASURE", on, lossOn));
    }

    /** Not in a facility, whose regime replaces the allowance; not excluded by another benefit. */
    static Condition cumulation() {
        return new Condition(
                "cumulation",
                "không hưởng chế độ khác mà bảng hưởng đồng thời loại trừ",
                Citation.of(DECREE_20, "6", "2", ""),
                (facts, law, on, lossOn) ->
                        !(throughout(facts, FactKinds.LIVING, "FACILITY", on, lossOn)
                                        && excludes(law, "facility"))
                                && allowed(facts, law, FactKinds.MERIT_DONG, "merit", on)
                                && allowed(facts, law, FactKinds.AGENT_ORANGE_DONG, "merit", on)
                                && allowed(facts, law, FactKinds.SURVIVOR_DONG, "survivor", on)
                                && allowed(
                                        facts, law, FactKinds.OCCUPATIONAL_DONG, "occupational", on)
                                && allowed(
                                        facts,
                                        law,
                                        FactKinds.MOTHERS_FUND_DONG,
                                        "mothersFund",
                                        on));
    }

    private static boolean allowed(
            Facts facts, Parameters law, String kind, String row, LocalDate on) {
        return dong(facts, kind, on) <= 0 || !excludes(law, row);
    }

    private static boolean excludes(Parameters law, String row) {
        return law.text("cumulation.monthly." + row).filter("excluded"::equals).isPresent();
    }

    static Condition vietnamese(Citation citation) {
        return new Condition(
                "citizen",
                "là công dân Việt Nam",
                citation,
                (facts, law, on, lossOn) ->
                        !throughout(facts, FactKinds.CITIZENSHIP, "FOREIGN", on, lossOn));
    }

    static boolean is(Parameters law, String key, String word) {
        return law.text(key).filter(word::equals).isPresent();
    }

    /** What takes a benefit away does so from the month after: it held all through the month. */
    static boolean throughout(
            Facts facts, String kind, String value, LocalDate on, LocalDate lossOn) {
        return facts.is(kind, value, lossOn) && facts.is(kind, value, on);
    }

    static boolean during(Facts facts, String kind, String value, LocalDate on, LocalDate lossOn) {
        return facts.is(kind, value, on) || facts.is(kind, value, lossOn);
    }

    static boolean poor(Facts facts, LocalDate on, LocalDate lossOn) {
        return during(facts, FactKinds.POVERTY_NATIONAL, "POOR", on, lossOn);
    }

    private static boolean unsupported(Facts facts, LocalDate on, LocalDate lossOn) {
        return during(facts, FactKinds.SUPPORTER, "NOBODY", on, lossOn)
                || during(facts, FactKinds.SUPPORTER, "ON_ALLOWANCE", on, lossOn);
    }

    /** Đồng a month, or -1 when nothing usable is known, which is never read as "none". */
    static long dong(Facts facts, String kind, LocalDate on) {
        String value = facts.value(kind, on);
        if (value == null || value.isEmpty() || value.length() > DONG_DIGITS) {
            return -1;
        }
        long dong = 0;
        for (int i = 0; i < value.length(); i++) {
            char digit = value.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            dong = dong * 10 + digit - '0';
        }
        return dong;
    }

    /** Pension and monthly social-insurance allowances together; -1 when nothing is known. */
    static long pension(Facts facts, LocalDate on) {
        long pension = dong(facts, FactKinds.PENSION_DONG, on);
        long others =
                Math.max(0, dong(facts, FactKinds.SURVIVOR_DONG, on))
                        + Math.max(0, dong(facts, FactKinds.OCCUPATIONAL_DONG, on));
        return pension < 0 && others == 0 ? -1 : Math.max(0, pension) + others;
    }
}
