package vn.ansinh.rest.internal;

import java.util.Set;
import vn.ansinh.payment.api.Corrections;
import vn.ansinh.payment.api.Recoveries;
import vn.ansinh.payment.api.Unclaimed;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;

/** Builds what the interface offers beside the regular list. */
public final class ItemsRestModule {
    static final Set<Class<?>> RESOURCES =
            Set.of(ItemsResource.class, RecoveriesResource.class, UnclaimedResource.class);

    private final Localities localities;
    private final Corrections corrections;
    private final Recoveries recoveries;
    private final Unclaimed unclaimed;
    private final CivilClock clock;

    /** Over the core's services. */
    public ItemsRestModule(
            Localities localities,
            Corrections corrections,
            Recoveries recoveries,
            Unclaimed unclaimed,
            CivilClock clock) {
        this.localities = localities;
        this.corrections = corrections;
        this.recoveries = recoveries;
        this.unclaimed = unclaimed;
        this.clock = clock;
    }

    /** Proposals and due items. */
    public ItemsResource items() {
        return new ItemsResource(localities, corrections);
    }

    /** Claims. */
    public RecoveriesResource recoveries() {
        return new RecoveriesResource(localities, recoveries);
    }

    /** Money nobody collected. */
    public UnclaimedResource unclaimed() {
        return new UnclaimedResource(localities, unclaimed, clock);
    }
}
