package vn.ansinh.platform.api;

import java.util.function.Supplier;

/**
 * One transaction, for one tenant and actor. Implemented by the store; nested calls for the same
 * tenant join, keeping the outer actor, and a failure inside marks the whole as rolled back, also
 * when the caller swallows it. A common call inside a tenant's unit of work joins it. A nested call
 * for another tenant, or for a tenant inside a common one, is an {@link IllegalStateException}.
 *
 * <p>Throws {@link AnsinhException}: STORE_UNAVAILABLE when the database cannot be reached,
 * CONFLICT when somebody else was quicker, INTERNAL for other faults of the database.
 */
public interface UnitOfWork {

    /** Runs in one transaction under the tenant's row-level security. */
    <T> T inTenant(TenantId tenant, Actor actor, Supplier<T> work);

    /** Runs in one transaction without a tenant, where only common tables are visible. */
    <T> T common(Actor actor, Supplier<T> work);
}
