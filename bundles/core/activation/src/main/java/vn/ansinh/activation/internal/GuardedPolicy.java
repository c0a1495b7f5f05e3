package vn.ansinh.activation.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Supplier;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.platform.api.AnsinhException;

/** A compiled law whose rules, which are foreign code, are called within their budget. */
final class GuardedPolicy implements PolicySnapshot {

    private final PolicySnapshot law;
    private final Budget budget;
    private final String part;

    GuardedPolicy(PolicySnapshot law, Budget budget) {
        this.law = law;
        this.budget = budget;
        part = Budget.law(law.hash());
    }

    private <T> T call(Supplier<T> rules) {
        Budget.Call call = budget.enter(part);
        try {
            return rules.get();
        } catch (AnsinhException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            budget.failed(part, e);
            throw e;
        } finally {
            Budget.leave(call);
        }
    }

    @Override
    public Assessment assess(Facts facts, YearMonth month, LocalDate knownOn) {
        return call(() -> law.assess(facts, month, knownOn));
    }

    @Override
    public Outcome decide(Facts facts, YearMonth month, LocalDate knownOn) {
        return call(() -> law.decide(facts, month, knownOn));
    }

    @Override
    public String hash() {
        return law.hash();
    }

    @Override
    public List<String> layers() {
        return law.layers();
    }

    @Override
    public List<Ground> grounds() {
        return law.grounds();
    }

    @Override
    public List<ParameterRow> rows() {
        return law.rows();
    }

    @Override
    public List<ParameterRow> reference() {
        return law.reference();
    }

    @Override
    public Price price(
            String groundCode, int coefficientHundredths, YearMonth month, LocalDate knownOn) {
        return law.price(groundCode, coefficientHundredths, month, knownOn);
    }

    @Override
    public Price statePrice(
            String groundCode, int coefficientHundredths, YearMonth month, LocalDate knownOn) {
        return law.statePrice(groundCode, coefficientHundredths, month, knownOn);
    }

    @Override
    public boolean exists(String groundCode, YearMonth month, LocalDate knownOn) {
        return law.exists(groundCode, month, knownOn);
    }

    @Override
    public ParameterRow row(String key, YearMonth month, LocalDate knownOn) {
        return law.row(key, month, knownOn);
    }
}
