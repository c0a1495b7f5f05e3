package vn.ansinh.rest.internal;

import java.util.Set;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.payment.api.Estimates;
import vn.ansinh.payment.api.PolicyDiffs;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.reporting.port.Renderer;

/** Builds what the interface offers on the law alone: estimates of a year, given facts, diffs. */
public final class EstimatesModule {
    static final Set<Class<?>> RESOURCES =
            Set.of(EstimatesResource.class, AssessmentsResource.class, PolicyDiffsResource.class);

    private final Localities localities;
    private final Estimates estimates;
    private final ActiveLaw activeLaw;
    private final Engine engine;
    private final Renderer renderer;
    private final PolicyDiffs diffs;

    /** Over the cores' services. */
    public EstimatesModule(
            Localities localities,
            Estimates estimates,
            ActiveLaw activeLaw,
            Engine engine,
            Renderer renderer,
            PolicyDiffs diffs) {
        this.localities = localities;
        this.estimates = estimates;
        this.activeLaw = activeLaw;
        this.engine = engine;
        this.renderer = renderer;
        this.diffs = diffs;
    }

    /** Estimates. */
    public EstimatesResource estimates() {
        return new EstimatesResource(localities, estimates, activeLaw, renderer);
    }

    /** Given facts. */
    public AssessmentsResource assessments() {
        return new AssessmentsResource(localities, activeLaw, engine);
    }

    /** Diffs of versions. */
    public PolicyDiffsResource diffs() {
        return new PolicyDiffsResource(localities, diffs, activeLaw, renderer);
    }
}
