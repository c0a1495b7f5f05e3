package vn.ansinh.law.vietnam;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.Parameters;

/**
 * Children: the eleven situations of Điều 5.1, the student of 5.2 and the child under three of 5.7.
 * Code {@code 5.1.dd} is điểm đ.
 */
final class ChildGrounds {

    private static final Set<String> ASKED_SUPPORT = Set.of("required");

    private ChildGrounds() {}

    /** A situation: code, letter of the point, what the parents are, sentence. */
    private record Situation(String code, String point, String one, String other, String sentence) {

        boolean holds(Facts facts, Parameters law, LocalDate day) {
            if (one.equals("ABANDONED")) {
                return abandoned(facts, day);
            }
            String father = facts.value(FactKinds.FATHER, day);
            String mother = father == null ? null : facts.value(FactKinds.MOTHER, day);
            return mother != null && holds(father, mother, law);
        }

        boolean holds(String father, String mother, Parameters law) {
            return pair(father, mother, law) || pair(mother, father, law);
        }

        /** From Decree 335/2026 a parent who cannot be determined counts like a dead one. */
        private boolean pair(String first, String second, Parameters law) {
            boolean dead =
                    first.equals(one)
                            || one.equals("DEAD")
                                    && first.equals("UNDETERMINED")
                                    && Conditions.is(law, "parent.undetermined", "dead");
            return dead && second.equals(other);
        }
    }

    private static final List<Situation> SITUATIONS =
            List.of(
                    new Situation("a", "a", "ABANDONED", "", "bị bỏ rơi chưa có người nhận nuôi"),
                    new Situation("b", "b", "DEAD", "DEAD", "mồ côi cả cha và mẹ"),
                    new Situation(
                            "c", "c", "DEAD", "MISSING", "mồ côi cha hoặc mẹ, người kia mất tích"),
                    new Situation(
                            "d",
                            "d",
                            "DEAD",
                            "FACILITY",
                            "mồ côi cha hoặc mẹ, người kia đang ở cơ sở trợ giúp xã hội"),
                    new Situation(
                            "dd",
                            "đ",
                            "DEAD",
                            "PRISON",
                            "mồ côi cha hoặc mẹ, người kia đang chấp hành án hoặc biện pháp"),
                    new Situation("e", "e", "MISSING", "MISSING", "cả cha và mẹ mất tích"),
                    new Situation(
                            "g", "g", "FACILITY", "FACILITY", "cả cha và mẹ ở cơ sở trợ giúp"),
                    new Situation(
                            "h",
                            "h",
                            "PRISON",
                            "PRISON",
                            "cả cha và mẹ đang chấp hành án hoặc biện pháp"),
                    new Situation(
                            "i",
                            "i",
                            "MISSING",
                            "FACILITY",
                            "cha hoặc mẹ mất tích, người kia ở cơ sở trợ giúp"),
                    new Situation(
                            "k",
                            "k",
                            "MISSING",
                            "PRISON",
                            "cha hoặc mẹ mất tích, người kia đang chấp hành án hoặc biện pháp"),
                    new Situation(
                            "l",
                            "l",
                            "FACILITY",
                            "PRISON",
                            "cha hoặc mẹ ở cơ sở, người kia đang chấp hành án hoặc biện pháp"));

    static List<Ground> situations() {
        return SITUATIONS.stream().map(ChildGrounds::ground).toList();
    }

    private static Ground ground(Situation situation) {
        Citation clause = Citation.of(Conditions.DECREE_20, "5", "1", situation.point());
        return NationalGrounds.allowance(
                "5.1." + situation.code(),
                "Trẻ em " + situation.sentence(),
                false,
                List.of(
                        Conditions.below("age.5.1.upper", clause),
                        new Condition(
                                "child-situation",
                                situation.sentence(),
                                clause,
                                (facts, law, on, lossOn) ->
                                        situation.holds(facts, law, on)
                                                || situation.holds(facts, law, lossOn)),
                        unsupported(Citation.of(Conditions.DECREE_20, "5", "1", ""))),
                (facts, law, on, lossOn) ->
                        facts.ageEnding(on) < law.integer("age.5.1.band")
                                ? "coefficient.5.1.lower"
                                : "coefficient.5.1.upper");
    }

    private static Condition unsupported(Citation clause) {
        return new Condition(
                "no-source-of-support",
                "không có nguồn nuôi dưỡng (điều kiện đến ngày 04/10/2026)",
                clause,
                ChildGrounds::unsupported);
    }

    private static boolean unsupported(
            Facts facts, Parameters law, LocalDate on, LocalDate lossOn) {
        return law.text("child.supportSource").filter(ASKED_SUPPORT::contains).isEmpty()
                || Conditions.during(facts, FactKinds.CHILD_SUPPORT_SOURCE, "NONE", on, lossOn);
    }

    /** Whether any situation of Điều 5.1 holds; the age is asked apart. */
    static boolean inSituation(Facts facts, Parameters law, LocalDate on, LocalDate lossOn) {
        return (inSituation(facts, law, on) || inSituation(facts, law, lossOn))
                && unsupported(facts, law, on, lossOn);
    }

    private static boolean inSituation(Facts facts, Parameters law, LocalDate day) {
        if (abandoned(facts, day)) {
            return true;
        }
        String father = facts.value(FactKinds.FATHER, day);
        String mother = father == null ? null : facts.value(FactKinds.MOTHER, day);
        if (mother != null) {
            for (Situation situation : SITUATIONS) {
                if (situation.holds(father, mother, law)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean abandoned(Facts facts, LocalDate day) {
        return facts.is(FactKinds.CHILD_ABANDONED, "YES", day)
                && !facts.is(FactKinds.CHILD_ADOPTED, "YES", day);
    }

    /** 5.2: drew clause 1, turned 16 and studies on. */
    static Ground student() {
        Citation clause = Citation.of(Conditions.DECREE_20, "5", "2", "");
        return NationalGrounds.allowance(
                "5.2",
                "Người từ đủ 16 tuổi đã hưởng khoản 1, đang học",
                false,
                List.of(
                        Conditions.is(
                                "received-as-child",
                                "đã hưởng trợ cấp theo khoản 1 đến khi đủ 16 tuổi",
                                clause,
                                FactKinds.RECEIVED_CHILD_ALLOWANCE,
                                "YES"),
                        Conditions.reached("age.5.2.lower", clause),
                        new Condition(
                                "student-age",
                                "dưới tuổi tối đa của người đang học (nếu luật có quy định)",
                                clause,
                                (facts, law, on, lossOn) ->
                                        FamilyGrounds.within(
                                                law,
                                                "age.5.2.upper",
                                                facts.ageEndingBefore(lossOn))),
                        new Condition(
                                "studies",
                                "đang học văn hóa, học nghề, trung cấp, cao đẳng hoặc đại học "
                                        + "văn bằng thứ nhất",
                                clause,
                                ChildGrounds::studies)),
                (facts, law, on, lossOn) -> "coefficient.5.2");
    }

    private static boolean studies(Facts facts, Parameters law, LocalDate on, LocalDate lossOn) {
        String before = facts.value(FactKinds.STUDY, lossOn);
        String now = facts.value(FactKinds.STUDY, on);
        if (before == null && now == null) {
            return false;
        }
        List<String> counted = List.of(law.text("study.5.2").orElse("").split(" "));
        return (now != null && counted.contains(now) || before != null && counted.contains(before))
                && !(Conditions.throughout(facts, FactKinds.STUDY_INTERRUPTED, "YES", on, lossOn)
                        && Conditions.is(law, "studyInterrupted.5.2", "excluded"));
    }

    /** 5.7: below three, poor or near-poor, in an extremely disadvantaged area. */
    static Ground underThree() {
        Citation clause = Citation.of(Conditions.DECREE_20, "5", "7", "");
        return NationalGrounds.allowance(
                "5.7",
                "Trẻ em dưới 3 tuổi thuộc hộ nghèo, cận nghèo ở vùng đặc biệt khó khăn",
                false,
                List.of(
                        Conditions.below("age.5.7.upper", clause),
                        Conditions.poorOrNearPoor(clause),
                        Conditions.is(
                                "extreme-area",
                                "sống tại xã, thôn đặc biệt khó khăn vùng đồng bào dân tộc "
                                        + "thiểu số và miền núi",
                                clause,
                                FactKinds.EXTREME_AREA,
                                "YES"),
                        // that 5.3 pays more is enough; asking here would tell of the HIV
                        new Condition(
                                "not-5.1-5.6",
                                "không thuộc khoản 1 và khoản 6",
                                clause,
                                (facts, law, on, lossOn) ->
                                        !inSituation(facts, law, on, lossOn)
                                                && !NationalGrounds.disabled(facts, on, lossOn))),
                (facts, law, on, lossOn) -> "coefficient.5.7");
    }
}
