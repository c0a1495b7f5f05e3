package vn.ansinh.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import javax.persistence.EntityManager;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/** What the current unit of work offers to the packages of the store. */
public interface Current {

    /** Entity manager of the unit of work; an {@link IllegalStateException} outside of one. */
    EntityManager em();

    /**
     * Runs SQL on the connection of the unit of work, in its transaction and under its tenant,
     * after what the entity manager has pending. A failure dooms the unit of work: the database has
     * given up the transaction.
     */
    <T> T sql(SqlWork<T> work);

    /** Tenant of the unit of work; an {@link IllegalStateException} in a common one. */
    TenantId tenant();

    /** Who acts. */
    Actor actor();

    /** Whether a write found the disk full and none of {@code StoreCheck} succeeded since. */
    boolean full();

    /** A write of some size succeeded. */
    void notFull();

    /** SQL work. */
    @FunctionalInterface
    interface SqlWork<T> {
        /** Does it; the connection is not to be closed. */
        T on(Connection connection) throws SQLException;
    }
}
