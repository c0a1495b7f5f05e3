package vn.ansinh.platform.api;

import java.util.function.Supplier;

/**
 * One transaction, for one tenant and actor. Implemented by the store; nested calls for the same
 * tenant join, and a failure inside marks the whole as rolled back. A nested call for another tenant
 * is an {@link IllegalStateException}.
 */
public interface UnitOfWork {

    /** Runs in one transaction under the tenant's row-level security. */
    <T> T inTenant(TenantId tenant, Actor actor, Supplier<T> work);

    /** Runs in one transaction without a tenant: only common tables are visible. */
    <T> T common(Actor actor, Supplier<T> work);
}
