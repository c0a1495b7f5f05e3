package vn.ansinh.law.vietnam;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.Parameters;

/**
 * The grounds of the State: older people, disability and the social pension stand here. A ground
 * keeps its code when a later decree gives it another letter (5.5.d is điểm b in Decree 335/2026).
 */
final class NationalGrounds {

    private static final String DECREE_20 = "NĐ 20/2021/NĐ-CP";
    private static final String DECREE_176 = "NĐ 176/2025/NĐ-CP";
    private static final Citation ELDERLY_LAW = Citation.of("Luật 39/2009/QH12", "2", "", "");

    static final String STANDARD = "rate.standard";

    private static final Citation CITIZEN = Citation.of("Luật 41/2024/QH15", "21", "", "");

    private static final List<Condition> EVERY_ALLOWANCE =
            List.of(Conditions.alive(), Conditions.notStopped(), Conditions.cumulation());

    static final Condition.Test DISABLED = (facts, law, on, lossOn) -> disabled(facts, on, lossOn);

    private NationalGrounds() {}

    static List<Ground> all() {
        List<Ground> grounds = new ArrayList<>();
        grounds.addAll(ChildGrounds.situations());
        grounds.add(ChildGrounds.student());
        grounds.add(FamilyGrounds.childWithHiv());
        grounds.add(FamilyGrounds.singleParent());
        grounds.add(poorUnsupported());
        grounds.add(nearlyEightyInExtremeArea());
        grounds.add(eightyWithoutPension());
        grounds.add(takenInInsteadOfFacility());
        grounds.add(disabledPerson());
        grounds.add(ChildGrounds.underThree());
        grounds.add(FamilyGrounds.poorWithHiv());
        grounds.add(socialPension75());
        grounds.add(socialPension70());
        grounds.addAll(CareGrounds.all());
        return List.copyOf(grounds);
    }

    private static Ground poorUnsupported() {
        Citation clause = Citation.of(DECREE_20, "5", "5", "a");
        return allowance(
                "5.5.a",
                "Người cao tuổi thuộc hộ nghèo, không có người phụng dưỡng",
                List.of(
                        Conditions.reached("age.5.5.a.lower", ELDERLY_LAW),
                        Conditions.vietnamese(ELDERLY_LAW),
                        Conditions.poor(clause),
                        Conditions.unsupported(clause)),
                (facts, law, on, lossOn) ->
                        facts.ageGiving(on) >= law.integer("age.5.5.a.upper")
                                ? "coefficient.5.5.a.upper"
                                : "coefficient.5.5.a.lower");
    }

    private static Ground nearlyEightyInExtremeArea() {
        Citation clause = Citation.of(DECREE_20, "5", "5", "b");
        return allowance(
                "5.5.b",
                "Người từ đủ 75 đến 80 tuổi thuộc hộ nghèo, cận nghèo ở vùng đặc biệt khó khăn",
                List.of(
                        Conditions.reached("age.5.5.b.lower", clause),
                        Conditions.vietnamese(ELDERLY_LAW),
                        Conditions.below("age.5.5.b.upper", clause),
                        Conditions.poorOrNearPoor(clause),
                        Conditions.notPoorAndUnsupported(clause),
                        Conditions.is(
                                "extreme-area",
                                "sống tại xã, thôn đặc biệt khó khăn vùng đồng bào dân tộc "
                                        + "thiểu số và miền núi",
                                clause,
                                FactKinds.EXTREME_AREA,
                                "YES")),
                (facts, law, on, lossOn) -> "coefficient.5.5.b");
    }

    private static Ground eightyWithoutPension() {
        Citation clause = Citation.of(DECREE_20, "5", "5", "c");
        return allowance(
                "5.5.c",
                "Người từ đủ 80 tuổi không có lương hưu, trợ cấp hằng tháng",
                List.of(
                        Conditions.reached("age.5.5.c.lower", clause),
                        Conditions.vietnamese(ELDERLY_LAW),
                        Conditions.notPoorAndUnsupported(clause),
                        Conditions.noPension(clause)),
                (facts, law, on, lossOn) -> "coefficient.5.5.c");
    }

    private static Ground takenInInsteadOfFacility() {
        Citation clause = Citation.of(DECREE_20, "5", "5", "d");
        return allowance(
                "5.5.d",
                "Người cao tuổi đủ điều kiện vào cơ sở nhưng có người nhận nuôi dưỡng",
                List.of(
                        Conditions.reached("age.5.5.d.lower", ELDERLY_LAW),
                        Conditions.vietnamese(ELDERLY_LAW),
                        Conditions.poor(clause),
                        Conditions.is(
                                "nobody-supports",
                                "không có người có nghĩa vụ và quyền phụng dưỡng",
                                clause,
                                FactKinds.SUPPORTER,
                                "NOBODY"),
                        Conditions.is(
                                "facility-qualified",
                                "không có điều kiện sống ở cộng đồng, đủ điều kiện vào cơ "
                                        + "sở, có người nhận chăm sóc",
                                clause,
                                FactKinds.FACILITY_QUALIFIED,
                                "YES")),
                (facts, law, on, lossOn) -> "coefficient.5.5.d");
    }

    /** 5.5.d holds, whoever takes the person in. */
    static boolean takenIn(Facts facts, Parameters law, LocalDate on, LocalDate lossOn) {
        return facts.ageGiving(on) >= law.integer("age.5.5.d.lower")
                && Conditions.poor(facts, on, lossOn)
                && Conditions.during(facts, FactKinds.SUPPORTER, "NOBODY", on, lossOn)
                && Conditions.during(facts, FactKinds.FACILITY_QUALIFIED, "YES", on, lossOn);
    }

    private static Ground disabledPerson() {
        Citation clause = Citation.of(DECREE_20, "5", "6", "");
        Condition degree =
                new Condition(
                        "disability-severe",
                        "khuyết tật nặng hoặc đặc biệt nặng theo giấy xác nhận",
                        clause,
                        DISABLED);
        return allowance(
                "5.6",
                "Người khuyết tật nặng, đặc biệt nặng",
                List.of(degree),
                NationalGrounds::disabilityCoefficient);
    }

    /**
     * The degree of the last day counts; one that was lost within the month counts for it. A change
     * of band counts for the month of the birthday (Decree 20/2021 Điều 8.1.đ).
     */
    private static String disabilityCoefficient(
            Facts facts, Parameters law, LocalDate on, LocalDate lossOn) {
        String degree = facts.value(FactKinds.DISABILITY_DEGREE, on);
        boolean severe =
                "SEVERE".equals(degree)
                        || !"EXTREMELY_SEVERE".equals(degree)
                                && facts.is(FactKinds.DISABILITY_DEGREE, "SEVERE", lossOn);
        if (facts.ageEnding(on) < law.integer("age.5.6.child")) {
            return severe
                    ? "coefficient.5.6.severe.child"
                    : "coefficient.5.6.extremelySevere.child";
        }
        if (facts.ageGiving(on) >= law.integer("age.5.6.older")) {
            return severe
                    ? "coefficient.5.6.severe.older"
                    : "coefficient.5.6.extremelySevere.older";
        }
        return severe ? "coefficient.5.6.severe.adult" : "coefficient.5.6.extremelySevere.adult";
    }

    private static Ground socialPension75() {
        Citation clause = Citation.of(DECREE_176, "2", "1", "");
        return socialPension(
                "HTXH.75",
                "Hưu trí xã hội: từ đủ 75 tuổi",
                List.of(
                        Conditions.alive(),
                        Conditions.reached("age.HTXH.75.lower", clause),
                        Conditions.noHigherPension(clause),
                        Conditions.requested(clause),
                        Conditions.vietnamese(CITIZEN)));
    }

    private static Ground socialPension70() {
        Citation clause = Citation.of(DECREE_176, "2", "2", "");
        return socialPension(
                "HTXH.70",
                "Hưu trí xã hội: từ đủ 70 đến dưới 75 tuổi thuộc hộ nghèo, cận nghèo",
                List.of(
                        Conditions.alive(),
                        Conditions.reached("age.HTXH.70.lower", clause),
                        Conditions.below("age.HTXH.70.upper", clause),
                        Conditions.poorOrNearPoor(clause),
                        Conditions.noHigherPension(clause),
                        Conditions.requested(clause),
                        Conditions.vietnamese(CITIZEN)));
    }

    static boolean disabled(Facts facts, LocalDate on, LocalDate lossOn) {
        return Conditions.during(facts, FactKinds.DISABILITY_DEGREE, "SEVERE", on, lossOn)
                || Conditions.during(
                        facts, FactKinds.DISABILITY_DEGREE, "EXTREMELY_SEVERE", on, lossOn);
    }

    /** A monthly allowance of Điều 5: its own conditions, then those every allowance has. */
    static Ground allowance(
            String code,
            String title,
            boolean restricted,
            List<Condition> own,
            Ground.CoefficientKey coefficient) {
        List<Condition> conditions = new ArrayList<>(own);
        conditions.addAll(EVERY_ALLOWANCE);
        return new Ground(
                code, title, Component.MONTHLY, STANDARD, restricted, conditions, coefficient);
    }

    private static Ground allowance(
            String code, String title, List<Condition> own, Ground.CoefficientKey coefficient) {
        return allowance(code, title, false, own, coefficient);
    }

    private static Ground socialPension(String code, String title, List<Condition> conditions) {
        String coefficient = "coefficient." + code;
        return new Ground(
                code,
                title,
                Component.MONTHLY,
                "rate.socialPension",
                false,
                conditions,
                (facts, law, on, lossOn) -> coefficient);
    }
}
