package vn.ansinh.entitlement.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.LocalityProfile.Unit;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** Rows about the first month as the instruments have them, four grounds, one made-up locality. */
final class TestLaw implements PolicySnapshot, ActiveLaw {

    private static final LocalDate ND20 = LocalDate.of(2021, 7, 1);
    private static final LocalDate ND176 = LocalDate.of(2025, 7, 1);
    private static final LocalDate ND335 = LocalDate.of(2026, 10, 5);

    private static final List<ParameterRow> ROWS =
            List.of(
                    row("ground.5.5.c", "on", "2021-07", "2025-06", ND20),
                    row("ground.5.6", "on", "2021-07", null, ND20),
                    row("ground.CARE.20.2.c", "on", "2021-07", null, ND20),
                    row("ground.HTXH.75", "on", "2025-07", null, ND176),
                    row("firstMonth.5.5.c", "age", "2021-07", null, ND20),
                    row("age.5.5.c.lower", "80", "2021-07", null, ND20),
                    row("firstMonth.5.6", "certificate", "2021-07", null, ND20),
                    row("firstMonth.5.6", "signature", "2026-10", null, ND335),
                    row("firstMonth.HTXH.75", "signature", "2025-07", null, ND176));

    private static final LocalityProfile PROFILE =
            new LocalityProfile(
                    "xa-gia-lap",
                    "Xã Giả Lập",
                    "xã",
                    "UBND thành phố Giả Lập",
                    "gia-lap",
                    List.of("vietnam"),
                    LocalDate.of(2021, 7, 1),
                    null,
                    List.of(),
                    "Giả Lập",
                    "ỦY BAN NHÂN DÂN XÃ GIẢ LẬP",
                    List.of(
                            new Unit("T01", "Thôn 1 (giả lập)", "thôn", "giả lập"),
                            new Unit("T02", "Thôn 2 (giả lập)", "thôn", "giả lập")),
                    List.of());

    /** Whether the locality's law is active. */
    boolean active = true;

    /** Code of the ground that is restricted. */
    String restricted = "";

    private static ParameterRow row(
            String key, String value, String from, String to, LocalDate inForce) {
        return new ParameterRow(
                key,
                value,
                "",
                "none",
                "vietnam",
                YearMonth.parse(from),
                to == null ? null : YearMonth.parse(to),
                inForce,
                inForce,
                Citation.of("văn bản giả lập", "", "", ""),
                Confidence.KNOWN,
                "");
    }

    private Ground ground(String code, Component component) {
        return new Ground(
                code,
                code,
                component,
                "rate.standard",
                code.equals(restricted),
                List.of(),
                (facts, parameters, on, lossOn) -> "coefficient." + code);
    }

    @Override
    public ParameterRow row(String key, YearMonth month, LocalDate knownOn) {
        return ROWS.stream()
                .filter(row -> row.key().equals(key) && row.applies(month))
                .filter(row -> !row.inForce().isAfter(knownOn))
                .reduce((first, later) -> later)
                .orElse(null);
    }

    @Override
    public boolean exists(String groundCode, YearMonth month, LocalDate knownOn) {
        return row("ground." + groundCode, month, knownOn) != null;
    }

    @Override
    public List<Ground> grounds() {
        return List.of(
                ground("5.5.c", Component.MONTHLY),
                ground("5.6", Component.MONTHLY),
                ground("CARE.20.2.c", Component.CARE),
                ground("HTXH.75", Component.MONTHLY));
    }

    @Override
    public List<ParameterRow> rows() {
        return ROWS;
    }

    @Override
    public String hash() {
        return "giả lập";
    }

    @Override
    public List<String> layers() {
        return List.of("vietnam");
    }

    @Override
    public Assessment assess(Facts facts, YearMonth month, LocalDate knownOn) {
        throw new UnsupportedOperationException("an import assesses nobody");
    }

    @Override
    public Outcome decide(Facts facts, YearMonth month, LocalDate knownOn) {
        throw new UnsupportedOperationException("an import assesses nobody");
    }

    @Override
    public Price price(String groundCode, int coefficient, YearMonth month, LocalDate knownOn) {
        throw new UnsupportedOperationException("an import prices nothing");
    }

    @Override
    public Optional<Active> of(String localityCode) {
        return active
                ? Optional.of(new Active(PROFILE, this, List.of(), "gia.lap", "1.0.0", "00"))
                : Optional.empty();
    }

    @Override
    public Active require(String localityCode) {
        return of(localityCode)
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.LAW_NOT_ACTIVE, "Chưa có luật của địa phương."));
    }

    @Override
    public List<Active> all() {
        return of("").stream().toList();
    }
}
