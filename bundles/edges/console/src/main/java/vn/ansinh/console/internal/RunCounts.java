package vn.ansinh.console.internal;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.Localities.TenantInfo;

/** How many runs of each state a locality has; asked at most once a minute. */
public final class RunCounts {
    private static final long KEPT_NANOS = Duration.ofMinutes(1).toNanos();
    private static final Actor SELF = Actor.system("metrics");

    private final Localities localities;
    private final Payments payments;
    private Map<String, Map<RunState, Integer>> counts;
    private long askedAt;

    /** Over services that may be missing. */
    public RunCounts(Localities localities, Payments payments) {
        this.localities = localities;
        this.payments = payments;
    }

    /** By code of the locality; fails as the services do. */
    synchronized Map<String, Map<RunState, Integer>> now() {
        if (counts == null || System.nanoTime() - askedAt > KEPT_NANOS) {
            Map<String, Map<RunState, Integer>> fresh = new TreeMap<>();
            for (TenantInfo place : localities.all()) {
                Map<RunState, Integer> states = new EnumMap<>(RunState.class);
                payments.runs(place.id(), SELF)
                        .forEach(run -> states.merge(run.state(), 1, Integer::sum));
                fresh.put(place.code(), states);
            }
            counts = fresh;
            askedAt = System.nanoTime();
        }
        return counts;
    }
}
