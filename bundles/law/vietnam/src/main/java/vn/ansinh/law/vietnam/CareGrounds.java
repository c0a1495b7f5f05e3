package vn.ansinh.law.vietnam;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.Parameters;

/**
 * Care support (Điều 20 of Decree 20/2021, Điều 17 of Decree 335/2026): paid to the carer or the
 * household, beside the allowance of the person cared for. Of several only the highest.
 */
final class CareGrounds {

    private CareGrounds() {}

    static List<Ground> all() {
        return List.of(youngChild(), childOrOlderPerson(), parent(), ownHousehold(), takenIn());
    }

    private static Ground youngChild() {
        Citation clause = Citation.of(Conditions.DECREE_20, "20", "1", "a");
        return care(
                "CARE.20.1.a",
                "Nhận chăm sóc, nuôi dưỡng trẻ em khoản 1 Điều 5 dưới 4 tuổi",
                List.of(
                        new Condition(
                                "young-child",
                                "trẻ em khoản 1 Điều 5 dưới 4 tuổi",
                                clause,
                                (facts, law, on, lossOn) ->
                                        facts.ageEnding(on) < law.integer("age.CARE.20.1.band")
                                                && ChildGrounds.inSituation(
                                                        facts, law, on, lossOn)),
                        fostered(clause)),
                (facts, law, on, lossOn) -> "coefficient.CARE.20.1.a");
    }

    private static Ground childOrOlderPerson() {
        Citation clause = Citation.of(Conditions.DECREE_20, "20", "1", "b");
        return care(
                "CARE.20.1.b",
                "Nhận chăm sóc, nuôi dưỡng trẻ em khoản 1 Điều 5 từ đủ 4 tuổi, "
                        + "hoặc người cao tuổi điểm d khoản 5 Điều 5",
                List.of(
                        new Condition(
                                "child-or-older-person",
                                "trẻ em khoản 1 Điều 5 từ đủ 4 đến dưới 16 tuổi, hoặc người cao "
                                        + "tuổi điểm d khoản 5 Điều 5",
                                clause,
                                (facts, law, on, lossOn) ->
                                        child(facts, law, on, lossOn)
                                                || NationalGrounds.takenIn(facts, law, on, lossOn)),
                        fostered(clause)),
                (facts, law, on, lossOn) -> "coefficient.CARE.20.1.b");
    }

    private static boolean child(Facts facts, Parameters law, LocalDate on, LocalDate lossOn) {
        return facts.ageEnding(on) >= law.integer("age.CARE.20.1.band")
                && facts.ageEndingBefore(lossOn) < law.integer("age.5.1.upper")
                && ChildGrounds.inSituation(facts, law, on, lossOn);
    }

    /** A disabled person who is pregnant or raises children below 36 months. */
    private static Ground parent() {
        Citation clause = Citation.of(Conditions.DECREE_20, "20", "2", "a");
        return care(
                "CARE.20.2.a",
                "Người khuyết tật nặng, đặc biệt nặng mang thai hoặc nuôi con dưới 36 tháng tuổi",
                List.of(
                        new Condition(
                                "disability-severe",
                                "khuyết tật nặng hoặc đặc biệt nặng theo giấy xác nhận",
                                clause,
                                NationalGrounds.DISABLED),
                        new Condition(
                                "pregnant-or-raising",
                                "đang mang thai hoặc nuôi con dưới 36 tháng tuổi",
                                clause,
                                (facts, law, on, lossOn) ->
                                        pregnant(facts, on, lossOn)
                                                || infants(facts, law, on, lossOn) > 0),
                        new Condition(
                                "one-payment-for-both",
                                "vợ hoặc chồng cùng khuyết tật chưa nhận khoản hỗ trợ này",
                                clause,
                                (facts, law, on, lossOn) ->
                                        !Conditions.throughout(
                                                facts,
                                                FactKinds.CARE_PAID_TO_SPOUSE,
                                                "YES",
                                                on,
                                                lossOn))),
                (facts, law, on, lossOn) -> {
                    int infants = infants(facts, law, on, lossOn);
                    return infants >= 2 || infants == 1 && pregnant(facts, on, lossOn)
                            ? "coefficient.CARE.20.2.a.upper"
                            : "coefficient.CARE.20.2.a.lower";
                });
    }

    private static boolean pregnant(Facts facts, LocalDate on, LocalDate lossOn) {
        return Conditions.during(facts, FactKinds.PREGNANT, "YES", on, lossOn);
    }

    private static int infants(Facts facts, Parameters law, LocalDate on, LocalDate lossOn) {
        int age = law.integer("age.CARE.20.2.a.child");
        String kind = FactKinds.CHILDREN_BIRTHS;
        String now = facts.value(kind, on);
        String before = facts.value(kind, lossOn);
        int count = FamilyGrounds.below(now, age, on, lossOn);
        return Objects.equals(before, now)
                ? count
                : Math.max(count, FamilyGrounds.below(before, age, on, lossOn));
    }

    private static Ground ownHousehold() {
        Citation clause = Citation.of(Conditions.DECREE_20, "20", "2", "c");
        return care(
                "CARE.20.2.c",
                "Hộ gia đình trực tiếp chăm sóc thành viên khuyết tật đặc biệt nặng",
                List.of(
                        extremelySevere(clause),
                        Conditions.is(
                                "own-household",
                                "hộ gia đình đang trực tiếp nuôi dưỡng, chăm sóc",
                                clause,
                                FactKinds.CARE,
                                "OWN_HOUSEHOLD")),
                (facts, law, on, lossOn) -> "coefficient.CARE.20.2.c");
    }

    private static Ground takenIn() {
        Citation clause = Citation.of(Conditions.DECREE_20, "20", "2", "d");
        return care(
                "CARE.20.2.d",
                "Hộ gia đình, cá nhân nhận nuôi dưỡng người khuyết tật đặc biệt nặng",
                List.of(extremelySevere(clause), fostered(clause)),
                (facts, law, on, lossOn) ->
                        facts.ageEnding(on) < law.integer("age.CARE.20.2.d.child")
                                ? "coefficient.CARE.20.2.d.child"
                                : "coefficient.CARE.20.2.d.adult");
    }

    private static Condition extremelySevere(Citation clause) {
        return Conditions.is(
                "disability-extremely-severe",
                "khuyết tật đặc biệt nặng theo giấy xác nhận",
                clause,
                FactKinds.DISABILITY_DEGREE,
                "EXTREMELY_SEVERE");
    }

    private static Condition fostered(Citation clause) {
        return Conditions.is(
                "taken-in",
                "được hộ gia đình, cá nhân khác nhận nuôi dưỡng, chăm sóc",
                clause,
                FactKinds.CARE,
                "TAKEN_IN");
    }

    private static Ground care(
            String code, String title, List<Condition> own, Ground.CoefficientKey coefficient) {
        List<Condition> conditions = new ArrayList<>(own);
        conditions.add(Conditions.alive());
        conditions.add(Conditions.notStopped());
        conditions.add(
                new Condition(
                        "carer-fit",
                        "sống tại cộng đồng, người chăm sóc đủ điều kiện",
                        Citation.of(Conditions.DECREE_20, "8", "2", ""),
                        (facts, law, on, lossOn) ->
                                !Conditions.throughout(
                                                facts, FactKinds.LIVING, "FACILITY", on, lossOn)
                                        && !Conditions.throughout(
                                                facts,
                                                FactKinds.CARER_CONDITIONS,
                                                "NOT_MET",
                                                on,
                                                lossOn)));
        return new Ground(
                code,
                title,
                Component.CARE,
                NationalGrounds.STANDARD,
                false,
                conditions,
                coefficient);
    }
}
