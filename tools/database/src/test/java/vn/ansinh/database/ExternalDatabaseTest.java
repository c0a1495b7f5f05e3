package vn.ansinh.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ansinh.embeddedpostgres.api.PostgresServer;
import vn.ansinh.embeddedpostgres.api.PostgresSettings;
import vn.ansinh.embeddedpostgres.internal.TestPrograms;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.store.api.Backups;
import vn.ansinh.store.api.Store;
import vn.ansinh.store.api.StoreSettings;

/** The oldest and the newest PostgreSQL, prepared by the script as an administrator would. */
class ExternalDatabaseTest {

    @TempDir static Path folder;

    private static PostgresServer oldest;
    private static PostgresServer newest;

    @BeforeAll
    static void start() throws Exception {
        Path programs = folder.resolve("pgsql-15");
        TestPrograms.unpack(Path.of("target/oldest-postgres/postgres-linux-x86_64.txz"), programs);
        oldest =
                PostgresServer.start(
                        PostgresSettings.in(folder.resolve("15")).withPrograms(programs));
        newest = PostgresServer.start(PostgresSettings.in(folder.resolve("18")));
        for (PostgresServer server : List.of(oldest, newest)) {
            // As a foreign server is: without anything of ours.
            try (Connection superuser = superuser(server)) {
                run(superuser, "drop database ansinh");
                run(
                        superuser,
                        "revoke set on parameter session_replication_role from ansinh_owner");
                for (String role : List.of("ansinh_owner", "ansinh_app", "ansinh_work")) {
                    run(superuser, "drop role " + role);
                }
            }
        }
    }

    @AfterAll
    static void stop() {
        oldest.close();
        newest.close();
    }

    static List<PostgresServer> both() {
        return List.of(oldest, newest);
    }

    private static Connection superuser(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(
                server.url("postgres"), "postgres", server.superuserPassword());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static StoreSettings prepare(PostgresServer server, Path secrets) throws Exception {
        String url =
                Preparation.prepare(
                        server.url("postgres"), "postgres", server.superuserPassword(), secrets);
        Properties passwords = new Properties();
        try (InputStream in = Files.newInputStream(secrets)) {
            passwords.load(in);
        }
        return new StoreSettings(
                url,
                passwords.getProperty("ansinh_owner"),
                passwords.getProperty("ansinh_app"),
                2,
                Place.now());
    }

    private static void forget(PostgresServer server) throws SQLException {
        try (Connection superuser = superuser(server)) {
            run(superuser, "drop database ansinh with (force)");
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void preparedByOneScriptAndOneSecretFile(PostgresServer server) throws Exception {
        Path secrets = folder.resolve("secrets-" + server.port());
        StoreSettings settings = prepare(server, secrets);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rw-------");
        try (Store store = Store.open(settings)) {
            int tenant =
                    store.service(Localities.class)
                            .create("noi-mot", "DỮ LIỆU GIẢ LẬP")
                            .id()
                            .value();
            try (Connection app =
                    DriverManager.getConnection(
                            settings.url(), "ansinh_app", settings.appPassword())) {
                String write =
                        "insert into audit_event (at, actor, purpose, action, subject_kind,"
                                + " subject_id, detail) values (now(), '', '', 'a', 'b', 1, '')";
                assertThatThrownBy(() -> run(app, write)).isInstanceOf(SQLException.class);
                run(app, "select set_config('ansinh.tenant', '" + tenant + "', false)");
                run(app, write);
                assertThat(one(app, "select count(*) from audit_event")).isEqualTo("1");
                run(app, "select set_config('ansinh.tenant', '" + (tenant + 1) + "', false)");
                assertThat(one(app, "select count(*) from audit_event")).isEqualTo("0");
            }
        }
        assertThatThrownBy(() -> prepare(server, folder.resolve("again-" + server.port())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("đã có");
        assertThat(folder.resolve("again-" + server.port())).doesNotExist();
        forget(server);
    }

    @Test
    void whatTheNewestSavedTheOldestRestoresAndBack() throws Exception {
        StoreSettings from = prepare(newest, folder.resolve("from"));
        StoreSettings to = prepare(oldest, folder.resolve("to"));
        try (Store store = Store.open(from)) {
            store.service(Localities.class).create("noi-mot", "DỮ LIỆU GIẢ LẬP một");
        }
        Path there = folder.resolve("there.zip");
        Backups.Summary saved = Backups.write(from, there);
        assertThat(Backups.restore(to, there)).isEqualTo(saved);
        Path back = folder.resolve("back.zip");
        Backups.write(to, back);
        forget(newest);
        StoreSettings again = prepare(newest, folder.resolve("back"));
        assertThat(Backups.restore(again, back).rows()).isEqualTo(saved.rows());
        try (Store store = Store.open(again)) {
            assertThat(store.service(Localities.class).require("noi-mot").name())
                    .isEqualTo("DỮ LIỆU GIẢ LẬP một");
        }
        forget(newest);
        forget(oldest);
    }

    @Test
    void anOrdinaryRoleIsRefused() throws Exception {
        try (Connection superuser = superuser(newest)) {
            run(superuser, "create role ai_do login password 'gia-lap'");
        }
        assertThatThrownBy(
                        () ->
                                Preparation.prepare(
                                        newest.url("postgres"),
                                        "ai_do",
                                        "gia-lap",
                                        folder.resolve("none")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("superuser");
    }
}
