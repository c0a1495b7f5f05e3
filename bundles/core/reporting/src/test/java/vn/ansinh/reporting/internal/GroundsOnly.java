package vn.ansinh.reporting.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.ParameterRow;

/** A law of two grounds, one restricted; reporting asks it for nothing else. */
final class GroundsOnly implements PolicySnapshot {

    @Override
    public List<Ground> grounds() {
        return List.of(ground("5.5.a", "Người cao tuổi", false), ground("5.4", "Kín", true));
    }

    private static Ground ground(String code, String title, boolean restricted) {
        return new Ground(
                code,
                title,
                Component.MONTHLY,
                "rate.standard",
                restricted,
                List.of(),
                (facts, parameters, on, lossOn) -> "coefficient." + code);
    }

    @Override
    public String hash() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> layers() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ParameterRow> rows() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Assessment assess(Facts facts, YearMonth month, LocalDate knownOn) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome decide(Facts facts, YearMonth month, LocalDate knownOn) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Price price(String ground, int coefficient, YearMonth month, LocalDate knownOn) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean exists(String groundCode, YearMonth month, LocalDate knownOn) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ParameterRow row(String key, YearMonth month, LocalDate knownOn) {
        throw new UnsupportedOperationException();
    }
}
