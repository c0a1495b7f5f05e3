package vn.ansinh.store.payment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ParameterRow;

/**
 * Grounds made up for tests (DỮ LIỆU GIẢ LẬP) under the rates and days of the State's law: 500.000
 * đồng (NĐ 76/2024), 540.000 from July 2026 by NĐ 335/2026, signed on 21 August, in force on 5
 * October 2026. A × 1,5, B × 2,0, R × 2,5 (restricted), D × 2,0 (first month by the certificate
 * until NĐ 335), C × 1,0 (care).
 */
final class LateLaw implements ActiveLaw, LawLayer {
    private static final LocalDate OLD = LocalDate.of(2024, 7, 1);
    private static final LocalDate SIGNED = LocalDate.of(2026, 8, 21);
    private static final LocalDate IN_FORCE = LocalDate.of(2026, 10, 5);

    private final PolicySnapshot snapshot =
            Engines.standard()
                    .compile(
                            List.of(new Engine.Layer(this, "cd".repeat(32))),
                            List.of("thu-nghiem"));

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
        return Optional.of(new Active(profile, snapshot, List.of(), "test", "1", "cd".repeat(32)));
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
        rows.add(row("rate.standard", "500000", "2024-07", OLD, OLD, "NĐ 76/2024/NĐ-CP"));
        rows.add(row("rate.standard", "540000", "2026-07", SIGNED, IN_FORCE, "NĐ 335/2026/NĐ-CP"));
        for (String ground : List.of("A:1.5", "B:2.0", "R:2.5", "D:2.0", "C:1.0")) {
            String[] parts = ground.split(":");
            rows.add(old("ground." + parts[0], "on"));
            rows.add(old("coefficient." + parts[0], parts[1]));
        }
        rows.add(old("firstMonth.D", "certificate"));
        rows.add(old("firstMonth.C", "certificate"));
        rows.add(
                row("firstMonth.D", "signature", "2026-10", SIGNED, IN_FORCE, "NĐ 335/2026/NĐ-CP"));
        return rows;
    }

    @Override
    public List<ParameterRow> reference() {
        return List.of(
                row(
                        "setting.arrearsForEnded2026",
                        "off",
                        "2026-07",
                        SIGNED,
                        IN_FORCE,
                        "NĐ 335/2026/NĐ-CP"));
    }

    private static ParameterRow old(String key, String value) {
        return row(key, value, "2024-07", OLD, OLD, "NĐ 20/2021/NĐ-CP");
    }

    private static ParameterRow row(
            String key, String value, String from, LocalDate signed, LocalDate inForce, String by) {
        return new ParameterRow(
                key,
                value,
                "",
                "none",
                "thu-nghiem",
                YearMonth.parse(from),
                null,
                signed,
                inForce,
                Citation.of(by, "4", "2", ""),
                Confidence.VERIFIED,
                "");
    }

    @Override
    public List<Ground> grounds() {
        return List.of(
                ground("A", Component.MONTHLY, false),
                ground("B", Component.MONTHLY, false),
                ground("R", Component.MONTHLY, true),
                ground("D", Component.MONTHLY, false),
                ground("C", Component.CARE, false));
    }

    private static Ground ground(String code, Component component, boolean restricted) {
        String kind = component == Component.CARE ? "care.group" : "group";
        Condition in =
                new Condition(
                        "in-" + code,
                        "thuộc nhóm " + code,
                        Citation.of("NQ 0/GIẢ LẬP", "5", "", ""),
                        (facts, parameters, on, lossOn) -> facts.is(kind, code, on));
        return new Ground(
                code,
                "Nhóm " + code,
                component,
                "rate.standard",
                restricted,
                List.of(in),
                (facts, parameters, on, lossOn) -> "coefficient." + code);
    }
}
