package vn.ansinh.rest.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.Supplier;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.OnceOnly;
import vn.ansinh.platform.api.TenantId;

/** What is created by POST, once for each {@code Idempotency-Key}; without a key, each time. */
final class Once {
    static final String KEY = "Idempotency-Key";

    private final OnceOnly onceOnly;
    private final ObjectMapper json;

    Once(OnceOnly onceOnly, ObjectMapper json) {
        this.onceOnly = onceOnly;
        this.json = json;
    }

    /**
     * Keys of what was created.
     *
     * @param ids in the order of the request
     */
    record Created(List<Long> ids) {}

    Created create(
            TenantId tenant,
            Actor actor,
            String key,
            String operation,
            Object request,
            Supplier<List<Long>> work) {
        if (key == null) {
            return new Created(work.get());
        }
        try {
            String answer =
                    onceOnly.answer(
                            tenant,
                            actor,
                            key,
                            operation,
                            json.writeValueAsString(request),
                            () -> write(new Created(work.get())));
            return json.readValue(answer, Created.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Created created) {
        try {
            return json.writeValueAsString(created);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
