package vn.ansinh.rest.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import vn.ansinh.payment.api.Successions;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.OnceOnly;
import vn.ansinh.platform.api.Suspensions;

/** Builds what the interface offers on localities that follow others or rest. */
public final class SuccessionsRestModule {
    static final Set<Class<?>> RESOURCES =
            Set.of(SuccessionsResource.class, PersonOriginResource.class, SuspensionResource.class);

    private final Localities localities;
    private final Successions successions;
    private final Suspensions suspensions;
    private final Once once;

    /** Over the cores' services. */
    public SuccessionsRestModule(
            Localities localities,
            Successions successions,
            Suspensions suspensions,
            OnceOnly onceOnly,
            ObjectMapper json) {
        this.localities = localities;
        this.successions = successions;
        this.suspensions = suspensions;
        this.once = new Once(onceOnly, json);
    }

    /** Successions. */
    public SuccessionsResource successions() {
        return new SuccessionsResource(localities, successions, once);
    }

    /** Localities at rest. */
    public SuspensionResource suspensions() {
        return new SuspensionResource(localities, suspensions);
    }

    /** Where people came from. */
    public PersonOriginResource origins() {
        return new PersonOriginResource(localities, successions);
    }
}
