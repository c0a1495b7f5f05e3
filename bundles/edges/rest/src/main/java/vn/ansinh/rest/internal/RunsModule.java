package vn.ansinh.rest.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.payment.api.RunLife;
import vn.ansinh.payment.api.RunPapers;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.OnceOnly;
import vn.ansinh.reporting.port.Renderer;

/** Builds what the interface offers on the life of runs. */
public final class RunsModule {
    static final Set<Class<?>> RESOURCES = Set.of(RunLifeResource.class, RunPapersResource.class);

    private final Localities localities;
    private final RunLife life;
    private final RunPapers papers;
    private final ActiveLaw activeLaw;
    private final Renderer renderer;
    private final CivilClock clock;
    private final Once once;

    /** Over the cores' services. */
    public RunsModule(
            Localities localities,
            RunLife life,
            RunPapers papers,
            ActiveLaw activeLaw,
            Renderer renderer,
            CivilClock clock,
            OnceOnly onceOnly,
            ObjectMapper json) {
        this.localities = localities;
        this.life = life;
        this.papers = papers;
        this.activeLaw = activeLaw;
        this.renderer = renderer;
        this.clock = clock;
        this.once = new Once(onceOnly, json);
    }

    /** Life. */
    public RunLifeResource life() {
        return new RunLifeResource(localities, life);
    }

    /** Papers and holds. */
    public RunPapersResource papers() {
        return new RunPapersResource(localities, papers, activeLaw, renderer, clock, once);
    }
}
