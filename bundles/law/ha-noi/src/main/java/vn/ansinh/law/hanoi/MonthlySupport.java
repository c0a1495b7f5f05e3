package vn.ansinh.law.hanoi;

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
 * Monthly support of NQ 17/2021 for members of near-poor households, 2022 to 2025: one flat amount
 * in rural, one in urban areas. It competes with the monthly allowance: the highest only.
 */
final class MonthlySupport {

    private static final Citation RESOLUTION = Citation.of("NQ 17/2021/NQ-HĐND Hà Nội", "", "", "");

    private MonthlySupport() {}

    static Ground rural() {
        return ground("rural", "RURAL", "nông thôn");
    }

    static Ground urban() {
        return ground("urban", "URBAN", "thành thị");
    }

    private static Ground ground(String name, String area, String areaName) {
        String code = "NQ17." + name;
        String coefficient = "coefficient." + code;
        return new Ground(
                code,
                "Hỗ trợ hằng tháng thành viên hộ cận nghèo, khu vực " + areaName + " (Hà Nội)",
                Component.MONTHLY,
                "rate." + code,
                false,
                List.of(
                        condition("alive", HaNoiLaw.ALIVE_SENTENCE, HaNoiLaw::alive),
                        condition(
                                "area",
                                "hộ được công nhận khi đơn vị thuộc khu vực " + areaName,
                                (facts, law, on, lossOn) ->
                                        facts.is(FactKinds.AREA_KIND, area, on)
                                                || facts.is(FactKinds.AREA_KIND, area, lossOn)),
                        condition(
                                "household-test",
                                "hộ thuộc diện của nghị quyết theo chuẩn nghèo thành phố",
                                MonthlySupport::household),
                        condition(
                                "person-test",
                                "trẻ em, người cao tuổi cô đơn, người khuyết tật đặc biệt nặng hoặc"
                                        + " người mắc bệnh hiểm nghèo",
                                MonthlySupport::person)),
                (facts, law, on, lossOn) -> coefficient);
    }

    private static Condition condition(String code, String sentence, Condition.Test test) {
        return new Condition(code, sentence, RESOLUTION, test);
    }

    private static boolean household(Facts facts, Parameters law, LocalDate on, LocalDate lossOn) {
        String kind = law.text("NQ17.householdTest").orElse("");
        return facts.is(FactKinds.POVERTY_LOCAL, kind, on)
                || facts.is(FactKinds.POVERTY_LOCAL, kind, lossOn);
    }

    /** The child's limit is open, so it is asked only of somebody who is a child by law. */
    private static boolean person(Facts facts, Parameters law, LocalDate on, LocalDate lossOn) {
        boolean lone =
                facts.ageGiving(on) >= law.integer("NQ17.olderAge")
                        && during(facts, FactKinds.SUPPORTER, "NOBODY", on, lossOn);
        if (lone
                || during(facts, FactKinds.DISABILITY_DEGREE, "EXTREMELY_SEVERE", on, lossOn)
                || during(facts, FactKinds.CRITICAL_ILLNESS, "YES", on, lossOn)) {
            return true;
        }
        return facts.ageEndingBefore(lossOn) < law.integer("age.5.6.child")
                && facts.ageEndingBefore(lossOn) < law.integer("NQ17.childAge");
    }

    private static boolean during(
            Facts facts, String kind, String value, LocalDate on, LocalDate lossOn) {
        return facts.is(kind, value, on) || facts.is(kind, value, lossOn);
    }
}
