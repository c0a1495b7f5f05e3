package vn.ansinh.rest.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import vn.ansinh.payment.api.Successions;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.OnceOnly;

/** Builds what the interface offers on successions. */
public final class SuccessionsRestModule {
    static final Set<Class<?>> RESOURCES =
            Set.of(SuccessionsResource.class, PersonOriginResource.class);

    private final Localities localities;
    private final Successions successions;
    private final Once once;

    /** Over the cores' services. */
    public SuccessionsRestModule(
            Localities localities, Successions successions, OnceOnly onceOnly, ObjectMapper json) {
        this.localities = localities;
        this.successions = successions;
        this.once = new Once(onceOnly, json);
    }

    /** Successions. */
    public SuccessionsResource successions() {
        return new SuccessionsResource(localities, successions, once);
    }

    /** Where people came from. */
    public PersonOriginResource origins() {
        return new PersonOriginResource(localities, successions);
    }
}
