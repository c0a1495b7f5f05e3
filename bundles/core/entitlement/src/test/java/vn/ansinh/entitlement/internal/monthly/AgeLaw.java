package vn.ansinh.entitlement.internal.monthly;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ParameterRow;

/**
 * A law made up for tests (DỮ LIỆU GIẢ LẬP) with ages as rows: old age from {@code seventyFive},
 * near-poor from {@code seventy}, children under {@code sixteen} with a higher coefficient under
 * {@code four}, a restricted ground for children, disability.
 */
final class AgeLaw implements LawLayer, ActiveLaw {

    private final int seventyFive;

    AgeLaw(int seventyFive) {
        this.seventyFive = seventyFive;
    }

    @Override
    public Optional<Active> of(String localityCode) {
        LocalityProfile profile =
                new LocalityProfile(
                        localityCode,
                        "DỮ LIỆU GIẢ LẬP",
                        "xã",
                        "",
                        "thu-nghiem",
                        List.of("thu-nghiem"),
                        LocalDate.of(2021, 1, 1),
                        null,
                        List.of(),
                        "",
                        "",
                        List.of(),
                        List.of());
        return Optional.of(
                new Active(
                        profile,
                        Engines.standard()
                                .compile(
                                        List.of(new Engine.Layer(this, "0".repeat(64))),
                                        List.of("thu-nghiem")),
                        List.of(),
                        "test",
                        "1",
                        "0".repeat(64)));
    }

    @Override
    public Active require(String localityCode) {
        return of(localityCode).orElseThrow();
    }

    @Override
    public List<Active> all() {
        return List.of();
    }

    @Override
    public String code() {
        return "thu-nghiem";
    }

    @Override
    public String parent() {
        return "";
    }

    @Override
    public List<ParameterRow> rows() {
        List<ParameterRow> rows = new ArrayList<>();
        rows.add(row("rate.standard", "500000"));
        for (String ground : List.of("GIA", "CAN", "TRE", "HAN", "KT")) {
            rows.add(row("ground." + ground, "on"));
        }
        rows.add(row("age.GIA.lower", Integer.toString(seventyFive)));
        rows.add(row("age.CAN.lower", "70"));
        rows.add(row("age.TRE.upper", "16"));
        rows.add(row("age.TRE.small", "4"));
        rows.add(row("coefficient.GIA", "1.0"));
        rows.add(row("coefficient.CAN", "1.0"));
        rows.add(row("coefficient.TRE.small", "2.5"));
        rows.add(row("coefficient.TRE.big", "1.5"));
        rows.add(row("coefficient.HAN", "2.5"));
        rows.add(row("coefficient.KT", "1.5"));
        return rows;
    }

    private static ParameterRow row(String key, String value) {
        return new ParameterRow(
                key,
                value,
                "",
                "none",
                "thu-nghiem",
                YearMonth.of(2025, 1),
                null,
                LocalDate.of(2024, 11, 1),
                LocalDate.of(2024, 11, 1),
                Citation.of("NQ 0/GIẢ LẬP", "5", "1", ""),
                Confidence.VERIFIED,
                "");
    }

    @Override
    public List<Ground> grounds() {
        Condition asked = fact("requested", FactKinds.SOCIAL_PENSION_REQUESTED, "YES");
        Condition noPension = fact("no-pension", FactKinds.PENSION_DONG, "0");
        return List.of(
                new Ground(
                        "GIA",
                        "Người cao tuổi",
                        Component.MONTHLY,
                        "rate.standard",
                        false,
                        List.of(
                                condition(
                                        "age-lower",
                                        "từ đủ tuổi quy định",
                                        (f, p, on, loss) ->
                                                f.ageGiving(on) >= p.integer("age.GIA.lower")),
                                noPension,
                                asked),
                        (f, p, on, loss) -> "coefficient.GIA"),
                new Ground(
                        "CAN",
                        "Người cao tuổi hộ cận nghèo",
                        Component.MONTHLY,
                        "rate.standard",
                        false,
                        List.of(
                                condition(
                                        "age-lower",
                                        "từ đủ 70 tuổi",
                                        (f, p, on, loss) ->
                                                f.ageGiving(on) >= p.integer("age.CAN.lower")),
                                fact("near-poor", FactKinds.POVERTY_NATIONAL, "NEAR_POOR"),
                                noPension,
                                asked),
                        (f, p, on, loss) -> "coefficient.CAN"),
                new Ground(
                        "TRE",
                        "Trẻ em",
                        Component.MONTHLY,
                        "rate.standard",
                        false,
                        List.of(
                                fact("orphan", "orphan", "YES"),
                                condition(
                                        "under",
                                        "dưới 16 tuổi",
                                        (f, p, on, loss) ->
                                                f.ageEnding(loss) < p.integer("age.TRE.upper"))),
                        (f, p, on, loss) ->
                                f.ageEnding(loss) < p.integer("age.TRE.small")
                                        ? "coefficient.TRE.small"
                                        : "coefficient.TRE.big"),
                new Ground(
                        "HAN",
                        "Diện hạn chế",
                        Component.MONTHLY,
                        "rate.standard",
                        true,
                        List.of(fact("secret", "secret", "YES")),
                        (f, p, on, loss) -> "coefficient.HAN"),
                new Ground(
                        "KT",
                        "Khuyết tật nặng",
                        Component.MONTHLY,
                        "rate.standard",
                        false,
                        List.of(fact("degree", FactKinds.DISABILITY_DEGREE, "SEVERE")),
                        (f, p, on, loss) -> "coefficient.KT"));
    }

    private static Condition fact(String code, String kind, String value) {
        return condition(
                code, kind + " là " + value, (facts, p, on, loss) -> facts.is(kind, value, on));
    }

    private static Condition condition(String code, String sentence, Condition.Test test) {
        return new Condition(code, sentence, Citation.of("NQ 0/GIẢ LẬP", "5", "2", "a"), test);
    }
}
