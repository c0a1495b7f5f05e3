package vn.ansinh.law.haiduong;

import java.time.LocalDate;
import java.util.List;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.locality.api.ParameterTable;

/**
 * The resolutions of the former province of Hải Dương: rows, and the one group it added. They lived
 * on in its territory after the merger of 1 July 2025, until NQ 48/2025 of Hải Phòng replaced them
 * on 1 January 2026.
 */
public final class HaiDuongLaw implements LawLayer {

    private static final String GROUND = "NQ01.poor-older";
    private static final Citation RESOLUTION =
            Citation.of("NQ 01/2022/NQ-HĐND Hải Dương", "", "", "");

    private final List<ParameterRow> rows = ParameterTable.of(HaiDuongLaw.class, "parameters.csv");
    private final List<ParameterRow> reference =
            ParameterTable.of(HaiDuongLaw.class, "programmes.csv");

    @Override
    public String code() {
        return "hai-duong";
    }

    @Override
    public String parent() {
        return "vietnam";
    }

    @Override
    public List<ParameterRow> rows() {
        return rows;
    }

    /** Insurance, school, longevity, fees, and what is off because its source could not be read. */
    @Override
    public List<ParameterRow> reference() {
        return reference;
    }

    @Override
    public List<Ground> grounds() {
        return List.of(poorOlder());
    }

    /**
     * Decree 20 asks for nobody with duty and right to support, grandchildren and siblings
     * included; the province looks at spouse and children only, and at all of them.
     */
    private static Ground poorOlder() {
        return new Ground(
                GROUND,
                "Người cao tuổi hộ nghèo không có vợ, chồng, con nuôi dưỡng (Hải Dương)",
                Component.MONTHLY,
                "rate.standard",
                false,
                List.of(
                        condition(
                                "alive",
                                "còn sống hoặc chết trong tháng (tháng chết vẫn hưởng)",
                                (facts, law, on, lossOn) ->
                                        facts.death().isEmpty()
                                                || !facts.death().get().isBefore(lossOn)),
                        condition(
                                "age-reached",
                                "đủ tuổi tối thiểu của nhóm",
                                (facts, law, on, lossOn) ->
                                        facts.ageGiving(on)
                                                >= law.integer("age." + GROUND + ".lower")),
                        condition(
                                "household-poor",
                                "thuộc hộ nghèo",
                                (facts, law, on, lossOn) ->
                                        during(
                                                facts,
                                                FactKinds.POVERTY_NATIONAL,
                                                "POOR",
                                                on,
                                                lossOn)),
                        condition(
                                "no-spouse-or-child",
                                "không có vợ, chồng, con; hoặc đã chết, mất tích, ly hôn; hoặc tất"
                                        + " cả đang hưởng trợ cấp xã hội hằng tháng",
                                (facts, law, on, lossOn) ->
                                        family(facts, "NOBODY", on, lossOn)
                                                || family(facts, "ON_ALLOWANCE", on, lossOn))),
                (facts, law, on, lossOn) ->
                        facts.ageGiving(on) >= law.integer("age." + GROUND + ".upper")
                                ? "coefficient." + GROUND + ".upper"
                                : "coefficient." + GROUND + ".lower");
    }

    private static Condition condition(String code, String sentence, Condition.Test test) {
        return new Condition(code, sentence, RESOLUTION, test);
    }

    private static boolean family(Facts facts, String value, LocalDate on, LocalDate lossOn) {
        return during(facts, FactKinds.SPOUSE_CHILDREN, value, on, lossOn);
    }

    private static boolean during(
            Facts facts, String kind, String value, LocalDate on, LocalDate lossOn) {
        return facts.is(kind, value, on) || facts.is(kind, value, lossOn);
    }
}
