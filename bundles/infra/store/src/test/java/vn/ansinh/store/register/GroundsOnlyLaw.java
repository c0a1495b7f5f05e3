package vn.ansinh.store.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.LocalityProfile.Unit;
import vn.ansinh.locality.api.ParameterRow;

/** One unit and one ground: all an import needs to know of the law when it is about storing. */
final class GroundsOnlyLaw implements ActiveLaw, PolicySnapshot {

    private static final LocalityProfile PROFILE =
            new LocalityProfile(
                    "xa-gia-lap",
                    "Xã Giả Lập",
                    "xã",
                    "UBND thành phố Giả Lập",
                    "gia-lap",
                    List.of("vietnam"),
                    LocalDate.of(2025, 7, 1),
                    null,
                    List.of(),
                    "Giả Lập",
                    "ỦY BAN NHÂN DÂN XÃ GIẢ LẬP",
                    List.of(new Unit("T01", "Thôn 1 (giả lập)", "thôn", "giả lập")),
                    List.of());

    @Override
    public Optional<Active> of(String localityCode) {
        return Optional.of(new Active(PROFILE, this, List.of(), "gia.lap", "1.0.0", "00"));
    }

    @Override
    public Active require(String localityCode) {
        return of(localityCode).orElseThrow();
    }

    @Override
    public List<Active> all() {
        return List.of(require(""));
    }

    @Override
    public List<Ground> grounds() {
        return List.of(
                new Ground(
                        "HTXH.75",
                        "Hưu trí xã hội",
                        Component.MONTHLY,
                        "rate.socialPension",
                        false,
                        List.of(),
                        (facts, law, on, lossOn) -> "coefficient.HTXH.75"));
    }

    @Override
    public boolean exists(String groundCode, YearMonth month, LocalDate knownOn) {
        return true;
    }

    @Override
    public ParameterRow row(String key, YearMonth month, LocalDate knownOn) {
        return null;
    }

    @Override
    public List<ParameterRow> rows() {
        return List.of();
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
        throw new UnsupportedOperationException("storing assesses nobody");
    }

    @Override
    public Outcome decide(Facts facts, YearMonth month, LocalDate knownOn) {
        throw new UnsupportedOperationException("storing assesses nobody");
    }

    @Override
    public Price price(String groundCode, int coefficient, YearMonth month, LocalDate knownOn) {
        throw new UnsupportedOperationException("storing prices nothing");
    }
}
