package vn.ansinh.benchmarks;

import java.util.List;
import java.util.Optional;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.law.hanoi.HaNoiLaw;
import vn.ansinh.law.vietnam.VietnamLaw;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.hungdao.HungDao;

/** The law of Hưng Đạo as its bundles bring it: State, Hà Nội, the commune. */
public final class RealLaw implements ActiveLaw {
    private final Active active;

    RealLaw() {
        HungDao commune = new HungDao();
        LocalityProfile profile = commune.profile();
        // Digests of the jars are activation's business; here they only have to be there.
        String digest = "0".repeat(64);
        PolicySnapshot snapshot =
                Engines.standard()
                        .compile(
                                List.of(
                                        new Engine.Layer(new VietnamLaw(), digest),
                                        new Engine.Layer(new HaNoiLaw(), digest),
                                        new Engine.Layer(commune.layer(), digest)),
                                profile.territories());
        active = new Active(profile, snapshot, List.of(), "benchmark", "0", digest);
    }

    /** The compiled law alone. */
    public static PolicySnapshot snapshot() {
        return new RealLaw().active.snapshot();
    }

    LocalityProfile profile() {
        return active.profile();
    }

    @Override
    public Optional<Active> of(String localityCode) {
        return Optional.of(active);
    }

    @Override
    public Active require(String localityCode) {
        return active;
    }

    @Override
    public List<Active> all() {
        return List.of(active);
    }
}
