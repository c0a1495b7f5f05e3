package vn.ansinh.store.entitlement;

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
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/**
 * A law made up for tests (DỮ LIỆU GIẢ LẬP): grounds A × 1,5, D × 2,0 (first month by the
 * certificate), R × 2,5 (restricted), C × 1,0 (care), S × 1,0 (single parent). The fact {@code
 * group} says who qualifies; R and D also by {@code disability.degree}.
 */
final class EntitlementLaw implements ActiveLaw, LawLayer {

    boolean active = true;

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
        return active
                ? Optional.of(new Active(profile, snapshot(), List.of(), "test", "1", "00"))
                : Optional.empty();
    }

    private PolicySnapshot snapshot() {
        return Engines.standard()
                .compile(List.of(new Engine.Layer(this, "ab".repeat(32))), List.of("thu-nghiem"));
    }

    @Override
    public Active require(String localityCode) {
        return of(localityCode)
                .orElseThrow(() -> new AnsinhException(ErrorCode.LAW_NOT_ACTIVE, localityCode));
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
        rows.add(row("rate.standard", "500000", "2025-01"));
        for (String ground : List.of("A:1.5", "D:2.0", "R:2.5", "C:1.0", "S:1.0")) {
            String[] parts = ground.split(":");
            rows.add(row("ground." + parts[0], "on", "2025-01"));
            rows.add(row("coefficient." + parts[0], parts[1], "2025-01"));
        }
        rows.add(row("firstMonth.D", "certificate", "2025-01"));
        rows.add(row("reason.REMAND", "off", "2026-02"));
        return rows;
    }

    private static ParameterRow row(String key, String value, String from) {
        LocalDate signed = YearMonth.parse(from).minusMonths(2).atDay(1);
        return new ParameterRow(
                key,
                value,
                "",
                "none",
                "thu-nghiem",
                YearMonth.parse(from),
                null,
                signed,
                signed,
                Citation.of("NQ 0/GIẢ LẬP", "1", "1", ""),
                Confidence.VERIFIED,
                "");
    }

    @Override
    public List<Ground> grounds() {
        return List.of(
                ground("A", Component.MONTHLY, false),
                ground("D", Component.MONTHLY, false),
                ground("R", Component.MONTHLY, true),
                ground("C", Component.CARE, false),
                ground("S", Component.SINGLE_PARENT, false));
    }

    private static Ground ground(String code, Component component, boolean restricted) {
        Condition in =
                new Condition(
                        "in-" + code,
                        "thuộc nhóm " + code,
                        Citation.of("NQ 0/GIẢ LẬP", "5", "", ""),
                        (facts, parameters, on, lossOn) ->
                                facts.is("group." + component, code, on)
                                        || restricted && facts.is(FactKinds.HIV, "YES", on));
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
