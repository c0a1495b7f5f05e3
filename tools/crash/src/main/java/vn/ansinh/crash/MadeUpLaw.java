package vn.ansinh.crash;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/**
 * A law made up for the crash program (DỮ LIỆU GIẢ LẬP): 500.000 đồng, 600.000 from April 2026;
 * grounds A × 1,5 and B × 2,0 by the fact {@code group}.
 */
final class MadeUpLaw implements ActiveLaw, LawLayer {
    private static final YearMonth RAISED = YearMonth.of(2026, 4);

    /** What a person is to get: the even ones are of ground A, the others of ground B. */
    static long dueDong(int person, YearMonth month) {
        long rate = month.isBefore(RAISED) ? 500_000 : 600_000;
        return rate * (person % 2 == 0 ? 15 : 20) / 10;
    }

    @Override
    public Optional<Active> of(String localityCode) {
        String digest = "a".repeat(64);
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
                                        List.of(new Engine.Layer(this, digest)),
                                        List.of("thu-nghiem")),
                        List.of(),
                        "crash",
                        "1",
                        digest));
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
        return List.of(
                row("rate.standard", "500000", YearMonth.of(2025, 1)),
                row("rate.standard", "600000", RAISED),
                row("ground.A", "on", YearMonth.of(2025, 1)),
                row("coefficient.A", "1.5", YearMonth.of(2025, 1)),
                row("ground.B", "on", YearMonth.of(2025, 1)),
                row("coefficient.B", "2.0", YearMonth.of(2025, 1)));
    }

    private static ParameterRow row(String key, String value, YearMonth from) {
        LocalDate signed = from.minusMonths(2).atDay(1);
        return new ParameterRow(
                key,
                value,
                "",
                "none",
                "thu-nghiem",
                from,
                null,
                signed,
                signed,
                Citation.of("NQ 0/GIẢ LẬP", "1", "1", ""),
                Confidence.VERIFIED,
                "");
    }

    @Override
    public List<Ground> grounds() {
        return List.of(ground("A"), ground("B"));
    }

    private static Ground ground(String code) {
        Condition in =
                new Condition(
                        "in-" + code,
                        "thuộc nhóm " + code,
                        Citation.of("NQ 0/GIẢ LẬP", "5", "", ""),
                        (facts, parameters, on, lossOn) -> facts.is("group", code, on));
        return new Ground(
                code,
                "Nhóm " + code,
                Component.MONTHLY,
                "rate.standard",
                false,
                List.of(in),
                (facts, parameters, on, lossOn) -> "coefficient." + code);
    }
}
