package vn.ansinh.payment.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.ParameterRow;

/** DỮ LIỆU GIẢ LẬP: one rate for every ground; R is restricted; what is due is set by the test. */
final class FakeLaw implements PolicySnapshot, Engine {
    private final long rate;
    private List<Due> dues = List.of();

    FakeLaw(long rate) {
        this.rate = rate;
    }

    FakeLaw due(Due... due) {
        dues = List.of(due);
        return this;
    }

    @Override
    public String hash() {
        return "gia-lap";
    }

    @Override
    public List<String> layers() {
        return List.of("gia-lap");
    }

    @Override
    public List<Ground> grounds() {
        List<Ground> grounds = new ArrayList<>();
        grounds.add(
                new Ground(
                        "R", "R", Component.MONTHLY, "rate", true, List.of(), (f, p, o, l) -> ""));
        return grounds;
    }

    @Override
    public List<ParameterRow> rows() {
        return List.of();
    }

    @Override
    public Assessment assess(Facts facts, YearMonth month, LocalDate knownOn) {
        throw new UnsupportedOperationException("a run never asks for reasons");
    }

    @Override
    public Outcome decide(Facts facts, YearMonth month, LocalDate knownOn) {
        return new Outcome(dues);
    }

    @Override
    public Price price(
            String groundCode, int coefficientHundredths, YearMonth month, LocalDate knownOn) {
        return new Price(rate * coefficientHundredths / 100, rate, coefficientHundredths, 0, false);
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
    public PolicySnapshot compile(List<Layer> layers, List<String> territories) {
        return this;
    }

    @Override
    public Facts facts(
            LocalDate earliestBirth,
            LocalDate latestBirth,
            String sex,
            LocalDate death,
            List<DatedFact> facts,
            LocalDate knownOn) {
        return null;
    }
}
