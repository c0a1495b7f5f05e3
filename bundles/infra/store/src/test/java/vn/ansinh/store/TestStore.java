package vn.ansinh.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import vn.ansinh.embeddedpostgres.api.PostgresServer;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.store.api.Store;
import vn.ansinh.store.api.StoreSettings;

/** The store on a database of its own; the server is started once and serves every test. */
public final class TestStore implements AutoCloseable {

    /** What the clock of {@link #fresh()} shows. */
    public static final Instant NOW = Instant.parse("2026-03-15T02:00:00Z");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final PostgresServer server;
    private final String database;
    private final Store store;

    private TestStore(PostgresServer server, String database, int poolSize) {
        this.server = server;
        this.database = database;
        this.store = Store.open(settings(server, database, poolSize));
    }

    /** How another process opens the same database. */
    public StoreSettings settings(int poolSize) {
        return settings(server, database, poolSize);
    }

    private static StoreSettings settings(PostgresServer server, String database, int poolSize) {
        return new StoreSettings(
                server.url(database),
                server.ownerPassword(),
                server.appPassword(),
                poolSize,
                clock());
    }

    /** A store on a new, empty, migrated database. */
    public static TestStore fresh() throws SQLException {
        return fresh(4);
    }

    /** The same with this many connections at most. */
    public static TestStore fresh(int poolSize) throws SQLException {
        String database = "test_" + NUMBER.incrementAndGet();
        create(Shared.SERVER, database, Shared.MIGRATED);
        return new TestStore(Shared.SERVER, database, poolSize);
    }

    private static void create(PostgresServer server, String database, String template)
            throws SQLException {
        try (Connection superuser = superuser(server, PostgresServer.DATABASE)) {
            run(
                    superuser,
                    "create database "
                            + database
                            + " owner "
                            + PostgresServer.OWNER
                            + " template "
                            + template);
        }
    }

    /** A clock that stands at {@link #NOW}. */
    public static CivilClock clock() {
        return new CivilClock() {
            @Override
            public Instant now() {
                return NOW;
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("Asia/Ho_Chi_Minh");
            }

            @Override
            public boolean adjusted() {
                return true;
            }
        };
    }

    /** The store. */
    public Store store() {
        return store;
    }

    /** A service of the store. */
    public <T> T service(Class<T> type) {
        return store.service(type);
    }

    /** The tenant of a code, created when missing. */
    public TenantId tenant(String code) {
        return service(Localities.class).create(code, "DỮ LIỆU GIẢ LẬP " + code).id();
    }

    /** A plain connection of the application's role, without a tenant. */
    public Connection app() throws SQLException {
        return DriverManager.getConnection(
                server.url(database), PostgresServer.APP, server.appPassword());
    }

    /** A plain connection of the owner, who passes over row-level security. */
    public Connection owner() throws SQLException {
        return DriverManager.getConnection(
                server.url(database), PostgresServer.OWNER, server.ownerPassword());
    }

    /** A plain connection that may do everything, for negative controls. */
    public Connection superuser() throws SQLException {
        return superuser(server, database);
    }

    /** Runs one statement. */
    public static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row, as text; null when there is none. */
    public static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    /** A new database without any table; it stays until the server ends. */
    public static StoreSettings emptyDatabase() throws SQLException {
        String database = "empty_" + NUMBER.incrementAndGet();
        create(Shared.SERVER, database, "template0");
        return settings(Shared.SERVER, database, 2);
    }

    /** A plain connection of the owner to the database of these settings. */
    public static Connection owner(StoreSettings settings) throws SQLException {
        return DriverManager.getConnection(
                settings.url(), PostgresServer.OWNER, settings.ownerPassword());
    }

    /** A plain connection of the application to the database of these settings. */
    public static Connection app(StoreSettings settings) throws SQLException {
        return DriverManager.getConnection(
                settings.url(), PostgresServer.APP, settings.appPassword());
    }

    private static Connection superuser(PostgresServer server, String database)
            throws SQLException {
        return DriverManager.getConnection(
                server.url(database), PostgresServer.SUPERUSER, server.superuserPassword());
    }

    @Override
    public void close() throws SQLException {
        store.close();
        try (Connection superuser = superuser(server, PostgresServer.DATABASE)) {
            run(superuser, "drop database " + database + " with (force)");
        }
    }

    /** Started and migrated once, with the first test; every test copies what is migrated. */
    private static final class Shared {
        private static final PostgresServer SERVER = PostgresServer.temporary();
        private static final String MIGRATED = migrated();

        private static String migrated() {
            try {
                create(SERVER, "migrated", "template0");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            Store.open(settings(SERVER, "migrated", 1)).close();
            return "migrated";
        }
    }
}
