package vn.ansinh.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** Units of work on the one persistence unit: an entity manager and a transaction per thread. */
final class Unit implements UnitOfWork, Current {

    /**
     * Where names are looked up, after {@code pg_catalog}: a temporary table may not stand in for a
     * real one.
     */
    static final String SEARCH_PATH = "public,pg_temp";

    private static final String TENANT =
            "select set_config('ansinh.tenant', ?, true), set_config('ansinh.units', ?, true),"
                    + " current_user = session_user and current_setting('row_security') = 'on'"
                    + " and current_setting('search_path') = '"
                    + SEARCH_PATH
                    + "'";
    private static final String CLEAN =
            "select set_config('role', 'none', true), set_config('row_security', 'on', true),"
                    + " set_config('search_path', '"
                    + SEARCH_PATH
                    + "', true)";

    private final EntityManagerFactory factory;
    private final ThreadLocal<Work> running = new ThreadLocal<>();
    private volatile boolean full;

    Unit(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /** What runs on a thread; {@code failure} is the first one inside, which dooms the whole. */
    private static final class Work {
        private final EntityManager em;
        private final TenantId tenant;
        private final Actor actor;
        private Throwable failure;

        private Work(EntityManager em, TenantId tenant, Actor actor) {
            this.em = em;
            this.tenant = tenant;
            this.actor = actor;
        }

        private Connection connection() {
            return em.unwrap(SharedSessionContractImplementor.class)
                    .getJdbcCoordinator()
                    .getLogicalConnection()
                    .getPhysicalConnection();
        }
    }

    @Override
    public <T> T inTenant(TenantId tenant, Actor actor, Supplier<T> work) {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(actor, "actor");
        Work outer = running.get();
        if (outer == null) {
            return run(tenant, actor, work);
        }
        if (!tenant.equals(outer.tenant)) {
            throw new IllegalStateException(
                    "unit of work of "
                            + name(outer.tenant)
                            + " cannot hold one of "
                            + name(tenant));
        }
        return join(outer, work);
    }

    @Override
    public <T> T common(Actor actor, Supplier<T> work) {
        Objects.requireNonNull(actor, "actor");
        Work outer = running.get();
        return outer == null ? run(null, actor, work) : join(outer, work);
    }

    private static <T> T join(Work outer, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            if (outer.failure == null) {
                outer.failure = e;
            }
            throw e;
        }
    }

    private <T> T run(TenantId tenant, Actor actor, Supplier<T> body) {
        Work work = begin(tenant, actor);
        running.set(work);
        Throwable failure = null;
        try {
            T result = body.get();
            if (work.failure != null) {
                throw new AnsinhException(
                        ErrorCode.INTERNAL,
                        "Một bước bên trong không thành nên toàn bộ thao tác đã được hủy.",
                        work.failure);
            }
            work.em.getTransaction().commit();
            return result;
        } catch (RuntimeException e) {
            RuntimeException seen = Failures.translate(e);
            full |= seen instanceof AnsinhException known && known.code() == ErrorCode.STORE_FULL;
            failure = seen;
            throw seen;
        } catch (Error e) {
            failure = e;
            throw e;
        } finally {
            running.remove();
            end(work.em, failure);
        }
    }

    /** What cannot begin has no database: it is away, or the store is closing. */
    private Work begin(TenantId tenant, Actor actor) {
        EntityManager em = null;
        try {
            em = factory.createEntityManager();
            em.getTransaction().begin();
            Work work = new Work(em, tenant, actor);
            setTenant(work);
            return work;
        } catch (SQLException | RuntimeException e) {
            AnsinhException unavailable = Failures.unavailable(e);
            if (em != null) {
                end(em, unavailable);
            }
            throw unavailable;
        }
    }

    /**
     * Every transaction says first whose it is and how far it sees: {@code ''} as tenant is nobody
     * and sees no tenant's rows, {@code ''} as units is the whole locality. It asks too whether
     * role, policies and the places of names are those the connection was opened with, and says
     * them where they are not: nothing a pooled connection was left with counts. They are not said
     * each time, because the server then plans much anew.
     */
    private static void setTenant(Work work) throws SQLException {
        try (PreparedStatement set = work.connection().prepareStatement(TENANT)) {
            set.setString(1, work.tenant == null ? "" : Integer.toString(work.tenant.value()));
            set.setString(2, String.join(",", work.actor.units()));
            try (ResultSet row = set.executeQuery()) {
                row.next();
                if (row.getBoolean(3)) {
                    return;
                }
            }
        }
        try (Statement clean = work.connection().createStatement()) {
            clean.execute(CLEAN);
        }
    }

    private static void end(EntityManager em, Throwable failure) {
        try {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
        } catch (RuntimeException e) {
            // A lost connection cannot roll back either; what was lost first is what counts.
            if (failure == null) {
                throw e;
            }
            failure.addSuppressed(e);
        } finally {
            em.close();
        }
    }

    @Override
    public EntityManager em() {
        return work().em;
    }

    @Override
    public <T> T sql(SqlWork<T> sqlWork) {
        Work work = work();
        work.em.flush();
        return join(
                work,
                () -> {
                    try {
                        return sqlWork.on(work.connection());
                    } catch (SQLException e) {
                        throw Failures.translate(e);
                    }
                });
    }

    @Override
    public TenantId tenant() {
        TenantId tenant = work().tenant;
        if (tenant == null) {
            throw new IllegalStateException("this unit of work has no tenant");
        }
        return tenant;
    }

    @Override
    public boolean full() {
        return full;
    }

    @Override
    public void notFull() {
        full = false;
    }

    @Override
    public Actor actor() {
        return work().actor;
    }

    private Work work() {
        Work work = running.get();
        if (work == null) {
            throw new IllegalStateException("outside of a unit of work");
        }
        return work;
    }

    private static String name(TenantId tenant) {
        return tenant == null ? "no tenant" : "tenant='" + tenant.value() + "'";
    }
}
