package vn.ansinh.rest.internal;

import java.util.Set;
import vn.ansinh.entitlement.api.Imports;
import vn.ansinh.payment.api.ParallelRun;
import vn.ansinh.platform.api.Localities;

/** Builds what the interface offers on officers' files and the parallel run. */
public final class IntakeModule {
    static final Set<Class<?>> RESOURCES = Set.of(ImportsResource.class, ParallelResource.class);

    private final Localities localities;
    private final Imports imports;
    private final ParallelRun parallel;

    /** Over the cores' services. */
    public IntakeModule(Localities localities, Imports imports, ParallelRun parallel) {
        this.localities = localities;
        this.imports = imports;
        this.parallel = parallel;
    }

    /** Imports of officers' files. */
    public ImportsResource imports() {
        return new ImportsResource(localities, imports);
    }

    /** Parallel run. */
    public ParallelResource parallel() {
        return new ParallelResource(localities, parallel);
    }
}
