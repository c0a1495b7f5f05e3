package vn.ansinh.assessment.internal;

import java.time.LocalDate;
import java.util.List;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Facts;

/** The engine. Stateless: everything it knows is in what it returns. */
public final class StandardEngine implements Engine {

    @Override
    public PolicySnapshot compile(List<Layer> layers, List<String> territories) {
        Law law = Law.gather(layers, territories);
        List<String> faults = new LawCheck(law).faults();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        CompiledPolicy policy = new CompiledPolicy(law);
        faults = new Gaps(policy).faults();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return policy;
    }

    @Override
    public Facts facts(
            LocalDate earliestBirth,
            LocalDate latestBirth,
            String sex,
            LocalDate death,
            List<DatedFact> facts,
            LocalDate knownOn) {
        return new KnownFacts(earliestBirth, latestBirth, sex, death, facts, knownOn);
    }
}
