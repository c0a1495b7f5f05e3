package vn.ansinh.store.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.Job;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.LocalityFiles;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.api.NodeSettings;
import vn.ansinh.store.api.StoreSettings;
import vn.ansinh.store.units.UnitLoader;

/** The open database: migrated, with the application's pool and every service of the store. */
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int CONNECT_SECONDS = 5;

    private final HikariDataSource pool;
    private final EntityManagerFactory factory;
    private final Map<Class<?>, Object> services;
    private final String id;
    private RunningNode node;

    private Database(
            HikariDataSource pool,
            EntityManagerFactory factory,
            Map<Class<?>, Object> services,
            String id) {
        this.pool = pool;
        this.factory = factory;
        this.services = services;
        this.id = id;
    }

    /**
     * Migrates as the owner, then opens as the application.
     *
     * @throws vn.ansinh.platform.api.AnsinhException STORE_UNAVAILABLE when nobody answers there
     */
    public static Database open(StoreSettings settings) {
        DataSource owner = owner(settings);
        PGSimpleDataSource app = dataSource(settings, "ansinh_app", settings.appPassword());
        app.setOptions(app.getOptions() + " -c search_path=" + Unit.SEARCH_PATH);
        // Ask plainly first: a pool or Flyway that meets no database logs errors of its own.
        probe(owner);
        Migrations.run(owner);
        loadUnits(owner, settings);
        refuseUnsafeRole(app);
        HikariDataSource pool = pool(app, settings.poolSize());
        EntityManagerFactory factory = null;
        try {
            String id = UUID.randomUUID().toString();
            List<StoreModule> modules = Modules.all(settings.clock(), id);
            List<Class<?>> entities =
                    modules.stream().<Class<?>>flatMap(m -> m.entities().stream()).toList();
            factory = PersistenceUnit.create(pool, entities);
            Unit unit = new Unit(factory);
            Map<Class<?>, Object> services = new LinkedHashMap<>();
            services.put(UnitOfWork.class, unit);
            for (StoreModule module : modules) {
                services.putAll(module.services(unit, unit));
            }
            services.put(
                    LocalityFiles.class,
                    new LocalityCopies(
                            settings,
                            (Localities) services.get(Localities.class),
                            unit,
                            (Audit) services.get(Audit.class)));
            return new Database(pool, factory, Map.copyOf(services), id);
        } catch (RuntimeException | Error e) {
            if (factory != null) {
                factory.close();
            }
            pool.close();
            throw e;
        }
    }

    /** Every service by the interface it is known under. */
    public Map<Class<?>, Object> services() {
        return services;
    }

    /** Makes this process a node: it says that it lives, and does jobs. */
    public void join(NodeSettings settings, Supplier<Collection<Job>> jobs) {
        node = RunningNode.start(pool, id, settings, jobs);
    }

    @Override
    public void close() {
        try {
            if (node != null) {
                node.close();
            }
            factory.close();
        } finally {
            pool.close();
        }
    }

    /** Connections of the owner: for migrations, backup and restore only. */
    static DataSource owner(StoreSettings settings) {
        return dataSource(settings, "ansinh_owner", settings.ownerPassword());
    }

    private static PGSimpleDataSource dataSource(
            StoreSettings settings, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setApplicationName("ansinh");
        // Policies make plans look dear, short ones too; compiling them costs more than it gives.
        // A machine that is gone without a word holds its locks for a minute, not for hours.
        source.setOptions(
                "-c jit=off -c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10"
                        + " -c tcp_keepalives_count=3");
        source.setTcpKeepAlive(true);
        return source;
    }

    private static void probe(DataSource source) {
        try (Connection connection = source.getConnection()) {
            LOG.debug("database answers version='{}'", serverVersion(connection));
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    private static String serverVersion(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion();
    }

    /** The public lists of units, which only the owner may write. */
    private static void loadUnits(DataSource owner, StoreSettings settings) {
        try (Connection connection = owner.getConnection()) {
            UnitLoader.load(connection, settings.clock().now());
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    /** Row-level security means nothing to a superuser, a bypassing role or the tables' owner. */
    private static void refuseUnsafeRole(DataSource app) {
        String sql =
                "select r.rolsuper or r.rolbypassrls"
                        + " or pg_has_role(r.oid, 'ansinh_owner', 'MEMBER')"
                        + " from pg_roles r where r.rolname = current_user";
        try (Connection connection = app.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            if (!row.next() || row.getBoolean(1)) {
                throw new IllegalStateException(
                        "ansinh_app can go round row-level security (superuser, BYPASSRLS or"
                                + " member of ansinh_owner): the store refuses to open");
            }
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    private static HikariDataSource pool(DataSource source, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("ansinh_app");
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setConnectionTimeout(CONNECT_SECONDS * 1000L);
        config.setInitializationFailTimeout(1);
        return new HikariDataSource(config);
    }
}
