package vn.ansinh.activation.internal;

import java.time.LocalDate;
import java.util.List;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Facts;

/** The engine whose laws are called within their budget. */
final class GuardedEngine implements Engine {

    private final Engine engine;
    private final Budget budget;

    GuardedEngine(Engine engine, Budget budget) {
        this.engine = engine;
        this.budget = budget;
    }

    @Override
    public PolicySnapshot compile(List<Layer> layers, List<String> territories) {
        return new GuardedPolicy(engine.compile(layers, territories), budget);
    }

    @Override
    public Facts facts(
            LocalDate earliestBirth,
            LocalDate latestBirth,
            String sex,
            LocalDate death,
            List<DatedFact> facts,
            LocalDate knownOn) {
        return engine.facts(earliestBirth, latestBirth, sex, death, facts, knownOn);
    }
}
