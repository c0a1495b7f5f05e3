package vn.ansinh.payment.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.ParameterRow;

/**
 * Two layers made up for tests (DỮ LIỆU GIẢ LẬP). The State: 500.000 đồng, 600.000 from July 2027,
 * signed in November 2026; old age from 75 × 1,0 and from 80 × 2,0, disability × 1,5, orphans under
 * 16 × 1,5, a restricted ground × 2,5. The province: 550.000 đồng, and near-poor × 1,0 of its own.
 */
final class EstimateLaw {

    private static final List<Ground> STATE =
            List.of(
                    ground(
                            "GIA",
                            false,
                            "coefficient.GIA.lower",
                            condition((f, p, on, loss) -> f.ageGiving(on) >= 75),
                            fact(FactKinds.PENSION_DONG, "0"),
                            fact(FactKinds.SOCIAL_PENSION_REQUESTED, "YES")),
                    ground("KT", false, "", fact(FactKinds.DISABILITY_DEGREE, "SEVERE")),
                    ground(
                            "TRE",
                            false,
                            "",
                            fact("orphan", "YES"),
                            condition((f, p, on, loss) -> f.ageEnding(loss) < 16)),
                    ground("R", true, "", fact("secret", "YES")));

    private static final Map<String, String> COEFFICIENTS =
            Map.of("GIA.lower", "1.0", "GIA.upper", "2.0", "KT", "1.5", "TRE", "1.5", "R", "2.5");

    private EstimateLaw() {}

    static PolicySnapshot snapshot() {
        List<ParameterRow> state = new java.util.ArrayList<>();
        state.add(row("rate.standard", "500000", "nha-nuoc", "2025-01", "2024-11-01"));
        state.add(row("rate.standard", "600000", "nha-nuoc", "2027-07", "2026-11-01"));
        STATE.forEach(g -> state.add(on(g.code(), "nha-nuoc")));
        COEFFICIENTS.forEach(
                (key, value) ->
                        state.add(
                                row(
                                        "coefficient." + key,
                                        value,
                                        "nha-nuoc",
                                        "2025-01",
                                        "2024-11-01")));
        List<ParameterRow> province =
                List.of(
                        row("rate.standard", "550000", "tinh", "2025-01", "2024-12-01"),
                        on("CAN", "tinh"),
                        row("coefficient.CAN", "1.0", "tinh", "2025-01", "2024-11-01"));
        List<Ground> own =
                List.of(ground("CAN", false, "", fact(FactKinds.POVERTY_NATIONAL, "NEAR_POOR")));
        return Engines.standard()
                .compile(
                        List.of(
                                new Engine.Layer(
                                        new Layer("nha-nuoc", "", state, STATE), "0".repeat(64)),
                                new Engine.Layer(
                                        new Layer("tinh", "nha-nuoc", province, own),
                                        "1".repeat(64))),
                        List.of("nha-nuoc", "tinh"));
    }

    private record Layer(String code, String parent, List<ParameterRow> rows, List<Ground> grounds)
            implements LawLayer {}

    private static ParameterRow on(String ground, String territory) {
        return row("ground." + ground, "on", territory, "2025-01", "2024-11-01");
    }

    private static ParameterRow row(
            String key, String value, String territory, String from, String signed) {
        LocalDate day = LocalDate.parse(signed);
        return new ParameterRow(
                key,
                value,
                "",
                "none",
                territory,
                YearMonth.parse(from),
                null,
                day,
                day,
                Citation.of("NQ 0/GIẢ LẬP", "5", "1", ""),
                Confidence.VERIFIED,
                "");
    }

    private static Ground ground(
            String code, boolean restricted, String lower, Condition... conditions) {
        return new Ground(
                code,
                "Nhóm " + code,
                Component.MONTHLY,
                "rate.standard",
                restricted,
                List.of(conditions),
                (f, p, on, loss) ->
                        lower.isEmpty()
                                ? "coefficient." + code
                                : f.ageGiving(on) >= 80 ? "coefficient.GIA.upper" : lower);
    }

    private static Condition fact(String kind, String value) {
        return condition((f, p, on, loss) -> f.is(kind, value, on));
    }

    private static Condition condition(Condition.Test test) {
        return new Condition("c", "điều kiện giả lập", Citation.of("NQ 0", "5", "2", ""), test);
    }
}
