package vn.ansinh.law.hanoi;

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
import vn.ansinh.locality.api.Parameters;

/** The resolutions of the People's Council of Hà Nội: rows, and the groups the city adds. */
public final class HaNoiLaw implements LawLayer {

    private static final String GROUND = "NQ63.near-poor-older";
    static final String ALIVE_SENTENCE = "còn sống hoặc chết trong tháng (tháng chết vẫn hưởng)";

    private static final Citation RESOLUTION = Citation.of("NQ 63/2025/NQ-HĐND Hà Nội", "", "", "");

    private final List<ParameterRow> rows = ParameterTable.of(HaNoiLaw.class, "parameters.csv");
    private final List<ParameterRow> reference =
            ParameterTable.of(HaNoiLaw.class, "programmes.csv");

    @Override
    public String code() {
        return "ha-noi";
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
        return List.of(MonthlySupport.rural(), MonthlySupport.urban(), nearPoorOlder());
    }

    /** Decree 20 asks for a poor household; the city takes near-poor ones too, by any standard. */
    private static Ground nearPoorOlder() {
        return new Ground(
                GROUND,
                "Người cao tuổi hộ nghèo, cận nghèo không có người chăm sóc (Hà Nội)",
                Component.MONTHLY,
                "rate.standard",
                false,
                List.of(
                        new Condition("alive", ALIVE_SENTENCE, RESOLUTION, HaNoiLaw::alive),
                        new Condition(
                                "age-reached",
                                "đủ tuổi tối thiểu của nhóm",
                                RESOLUTION,
                                (facts, law, on, lossOn) ->
                                        facts.ageGiving(on)
                                                >= law.integer("age." + GROUND + ".lower")),
                        new Condition(
                                "household-poor-or-near-poor",
                                "thuộc hộ nghèo hoặc hộ cận nghèo",
                                RESOLUTION,
                                (facts, law, on, lossOn) ->
                                        poorOrNearPoor(facts, on) || poorOrNearPoor(facts, lossOn)),
                        new Condition(
                                "no-supporter",
                                "không có người chăm sóc theo quy định",
                                RESOLUTION,
                                (facts, law, on, lossOn) ->
                                        unsupported(facts, on) || unsupported(facts, lossOn))),
                (facts, law, on, lossOn) ->
                        facts.ageGiving(on) >= law.integer("age." + GROUND + ".upper")
                                ? "coefficient." + GROUND + ".upper"
                                : "coefficient." + GROUND + ".lower");
    }

    /** The month of death is paid, nothing after it. */
    static boolean alive(Facts facts, Parameters law, LocalDate on, LocalDate lossOn) {
        return facts.death().isEmpty() || !facts.death().get().isBefore(lossOn);
    }

    private static boolean poorOrNearPoor(Facts facts, LocalDate day) {
        return poorOrNearPoor(facts.value(FactKinds.POVERTY_LOCAL, day))
                || poorOrNearPoor(facts.value(FactKinds.POVERTY_NATIONAL, day));
    }

    private static boolean poorOrNearPoor(String status) {
        return "POOR".equals(status) || "NEAR_POOR".equals(status);
    }

    private static boolean unsupported(Facts facts, LocalDate day) {
        String supporter = facts.value(FactKinds.SUPPORTER, day);
        return "NOBODY".equals(supporter) || "ON_ALLOWANCE".equals(supporter);
    }
}
