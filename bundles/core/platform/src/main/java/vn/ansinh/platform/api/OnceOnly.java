package vn.ansinh.platform.api;

import java.util.function.Supplier;

/**
 * Requests that must not take effect twice: the caller gives each a key of its own, and the same
 * key again gets the first answer. Answers hold ids only. Implemented by the store.
 */
public interface OnceOnly {

    /**
     * Does the work and keeps its answer in one unit of work, or gives the answer kept before.
     *
     * <p>The same key with another request is a CONFLICT; a failure keeps nothing.
     *
     * @param key the caller's key, 1 to 200 characters
     * @param operation stable name of the operation
     * @param request what was asked, for comparison; only its SHA-256 is kept
     * @param work does it and gives the answer, without personal data
     */
    String answer(
            TenantId tenant,
            Actor actor,
            String key,
            String operation,
            String request,
            Supplier<String> work);
}
