package vn.ansinh.law.vietnam;

import java.time.LocalDate;
import java.util.List;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.Parameters;

/**
 * Older people, disability with care support, and the social pension. A ground keeps its code when
 * a later decree gives it another letter (5.5.d is điểm b in Decree 335/2026).
 */
final class NationalGrounds {

    private static final String DECREE_20 = "NĐ 20/2021/NĐ-CP";
    private static final String DECREE_176 = "NĐ 176/2025/NĐ-CP";
    private static final Citation ELDERLY_LAW = Citation.of("Luật 39/2009/QH12", "2", "", "");

    private static final String STANDARD = "rate.standard";
    private static final String SOCIAL_PENSION = "rate.socialPension";

    private NationalGrounds() {}

    static List<Ground> all() {
        return List.of(
                poorUnsupported(),
                nearlyEightyInExtremeArea(),
                eightyWithoutPension(),
                takenInInsteadOfFacility(),
                disabled(),
                socialPension75(),
                socialPension70(),
                caredForByOwnHousehold(),
                takenIn());
    }

    private static Ground poorUnsupported() {
        Citation clause = Citation.of(DECREE_20, "5", "5", "a");
        return monthly(
                "5.5.a",
                "Người cao tuổi thuộc hộ nghèo, không có người phụng dưỡng",
                STANDARD,
                List.of(
                        Conditions.alive(),
                        Conditions.reached("age.5.5.a.lower", ELDERLY_LAW),
                        Conditions.poor(clause),
                        Conditions.unsupported(clause)),
                (facts, law, on, lossOn) ->
                        facts.ageGiving(on) >= law.integer("age.5.5.a.upper")
                                ? "coefficient.5.5.a.upper"
                                : "coefficient.5.5.a.lower");
    }

    private static Ground nearlyEightyInExtremeArea() {
        Citation clause = Citation.of(DECREE_20, "5", "5", "b");
        return monthly(
                "5.5.b",
                "Người từ đủ 75 đến 80 tuổi thuộc hộ nghèo, cận nghèo ở vùng đặc biệt khó khăn",
                STANDARD,
                List.of(
                        Conditions.alive(),
                        Conditions.reached("age.5.5.b.lower", clause),
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
        return monthly(
                "5.5.c",
                "Người từ đủ 80 tuổi không có lương hưu, trợ cấp hằng tháng",
                STANDARD,
                List.of(
                        Conditions.alive(),
                        Conditions.reached("age.5.5.c.lower", clause),
                        Conditions.notPoorAndUnsupported(clause),
                        Conditions.noPension(clause)),
                (facts, law, on, lossOn) -> "coefficient.5.5.c");
    }

    private static Ground takenInInsteadOfFacility() {
        Citation clause = Citation.of(DECREE_20, "5", "5", "d");
        return monthly(
                "5.5.d",
                "Người cao tuổi đủ điều kiện vào cơ sở nhưng có người nhận nuôi dưỡng",
                STANDARD,
                List.of(
                        Conditions.alive(),
                        Conditions.reached("age.5.5.d.lower", ELDERLY_LAW),
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

    private static Ground disabled() {
        Citation clause = Citation.of(DECREE_20, "5", "6", "");
        Condition degree =
                new Condition(
                        "disability-severe",
                        "khuyết tật nặng hoặc đặc biệt nặng theo giấy xác nhận",
                        clause,
                        (facts, law, on, lossOn) ->
                                Conditions.during(
                                                facts,
                                                FactKinds.DISABILITY_DEGREE,
                                                "SEVERE",
                                                on,
                                                lossOn)
                                        || extremelySevere(facts, on, lossOn));
        return monthly(
                "5.6",
                "Người khuyết tật nặng, đặc biệt nặng",
                STANDARD,
                List.of(Conditions.alive(), degree),
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
        return monthly(
                "HTXH.75",
                "Hưu trí xã hội: từ đủ 75 tuổi",
                SOCIAL_PENSION,
                List.of(
                        Conditions.alive(),
                        Conditions.reached("age.HTXH.75.lower", clause),
                        Conditions.noHigherPension(clause),
                        Conditions.requested(clause)),
                (facts, law, on, lossOn) -> "coefficient.HTXH.75");
    }

    private static Ground socialPension70() {
        Citation clause = Citation.of(DECREE_176, "2", "2", "");
        return monthly(
                "HTXH.70",
                "Hưu trí xã hội: từ đủ 70 đến dưới 75 tuổi thuộc hộ nghèo, cận nghèo",
                SOCIAL_PENSION,
                List.of(
                        Conditions.alive(),
                        Conditions.reached("age.HTXH.70.lower", clause),
                        Conditions.below("age.HTXH.70.upper", clause),
                        Conditions.poorOrNearPoor(clause),
                        Conditions.noHigherPension(clause),
                        Conditions.requested(clause)),
                (facts, law, on, lossOn) -> "coefficient.HTXH.70");
    }

    private static Ground caredForByOwnHousehold() {
        Citation clause = Citation.of(DECREE_20, "20", "2", "c");
        return care(
                "CARE.20.2.c",
                "Hộ gia đình trực tiếp chăm sóc thành viên khuyết tật đặc biệt nặng",
                clause,
                Conditions.is(
                        "own-household",
                        "hộ gia đình đang trực tiếp nuôi dưỡng, chăm sóc",
                        clause,
                        FactKinds.CARE,
                        "OWN_HOUSEHOLD"),
                (facts, law, on, lossOn) -> "coefficient.CARE.20.2.c");
    }

    private static Ground takenIn() {
        Citation clause = Citation.of(DECREE_20, "20", "2", "d");
        return care(
                "CARE.20.2.d",
                "Hộ gia đình, cá nhân nhận nuôi dưỡng người khuyết tật đặc biệt nặng",
                clause,
                Conditions.is(
                        "taken-in",
                        "được hộ gia đình, cá nhân khác nhận nuôi dưỡng, chăm sóc",
                        clause,
                        FactKinds.CARE,
                        "TAKEN_IN"),
                (facts, law, on, lossOn) ->
                        facts.ageEnding(on) < law.integer("age.CARE.20.2.d.child")
                                ? "coefficient.CARE.20.2.d.child"
                                : "coefficient.CARE.20.2.d.adult");
    }

    private static Ground care(
            String code,
            String title,
            Citation clause,
            Condition carer,
            Ground.CoefficientKey coefficient) {
        Condition degree =
                Conditions.is(
                        "disability-extremely-severe",
                        "khuyết tật đặc biệt nặng theo giấy xác nhận",
                        clause,
                        FactKinds.DISABILITY_DEGREE,
                        "EXTREMELY_SEVERE");
        return new Ground(
                code,
                title,
                Component.CARE,
                STANDARD,
                false,
                List.of(Conditions.alive(), degree, carer),
                coefficient);
    }

    private static boolean extremelySevere(Facts facts, LocalDate on, LocalDate lossOn) {
        return Conditions.during(
                facts, FactKinds.DISABILITY_DEGREE, "EXTREMELY_SEVERE", on, lossOn);
    }

    private static Ground monthly(
            String code,
            String title,
            String rateKey,
            List<Condition> conditions,
            Ground.CoefficientKey coefficient) {
        return new Ground(code, title, Component.MONTHLY, rateKey, false, conditions, coefficient);
    }
}
