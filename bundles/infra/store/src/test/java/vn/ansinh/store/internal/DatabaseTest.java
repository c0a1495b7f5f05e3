package vn.ansinh.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.embeddedpostgres.api.PostgresServer;
import vn.ansinh.embeddedpostgres.api.PostgresSettings;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.store.Catalog;
import vn.ansinh.store.TestStore;
import vn.ansinh.store.api.Store;
import vn.ansinh.store.api.StoreSettings;

class DatabaseTest {

    private static final String PLUGINS =
            "META-INF/services/org.flywaydb.core.extensibility.Plugin";

    @TempDir Path folder;

    private static StoreSettings settings(PostgresServer server) {
        return new StoreSettings(
                server.url(), server.ownerPassword(), server.appPassword(), 2, TestStore.clock());
    }

    @Test
    void survivesARestartOfTheDatabase() {
        PostgresServer server = PostgresServer.start(PostgresSettings.in(folder));
        int port = server.port();
        StoreSettings settings = settings(server);
        try (Store store = Store.open(settings)) {
            Localities localities = store.service(Localities.class);
            localities.create("truoc", "DỮ LIỆU GIẢ LẬP");

            server.close();
            assertUnavailable(() -> localities.create("trong-luc-dung", "DỮ LIỆU GIẢ LẬP"));
            assertUnavailable(localities::all);
            assertUnavailable(() -> Store.open(settings).close());

            server = PostgresServer.start(PostgresSettings.in(folder).withPort(port));
            localities.create("sau", "DỮ LIỆU GIẢ LẬP");
            assertThat(localities.all())
                    .extracting(Localities.TenantInfo::code)
                    .containsExactly("sau", "truoc");
        } finally {
            server.close();
        }
    }

    @Test
    void closedStoreIsUnavailable() throws SQLException {
        Localities localities;
        try (TestStore store = TestStore.fresh()) {
            localities = store.service(Localities.class);
            assertThat(localities.all()).isEmpty();
        }
        assertUnavailable(localities::all);
    }

    private static void assertUnavailable(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(AnsinhException.class)
                .extracting(e -> ((AnsinhException) e).code())
                .isEqualTo(ErrorCode.STORE_UNAVAILABLE);
    }

    @Test
    void secondOpeningFindsNothingToMigrate() {
        try (PostgresServer server = PostgresServer.temporary()) {
            try (Store store = Store.open(settings(server))) {
                store.service(Localities.class).create("con-lai", "DỮ LIỆU GIẢ LẬP");
            }
            try (Store store = Store.open(settings(server))) {
                assertThat(store.service(Localities.class).byCode("con-lai")).isPresent();
            }
        }
    }

    @Test
    void refusesAnApplicationRoleThatGoesRoundThePolicies() throws SQLException {
        try (PostgresServer server = PostgresServer.temporary();
                Connection superuser =
                        DriverManager.getConnection(
                                server.url(),
                                PostgresServer.SUPERUSER,
                                server.superuserPassword())) {
            for (String[] change :
                    new String[][] {
                        {"alter role ansinh_app bypassrls", "alter role ansinh_app nobypassrls"},
                        {"alter role ansinh_app superuser", "alter role ansinh_app nosuperuser"},
                        {"grant ansinh_owner to ansinh_app", "revoke ansinh_owner from ansinh_app"}
                    }) {
                TestStore.run(superuser, change[0]);
                assertThatThrownBy(() -> Store.open(settings(server)).close())
                        .as(change[0])
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("go round row-level security");
                TestStore.run(superuser, change[1]);
            }
            Store.open(settings(server)).close();
        }
    }

    /** docs/how-to/external-database.sql makes what the store needs, on a bare server. */
    @Test
    void externalDatabaseIsMadeByTheScript() throws Exception {
        String script = Files.readString(Path.of("../../../docs/how-to/external-database.sql"));
        try (PostgresServer server = PostgresServer.temporary();
                Connection superuser =
                        DriverManager.getConnection(
                                server.url("postgres"),
                                PostgresServer.SUPERUSER,
                                server.superuserPassword())) {
            TestStore.run(superuser, "drop database ansinh");
            TestStore.run(
                    superuser,
                    "revoke set on parameter session_replication_role from ansinh_owner");
            for (String role : new String[] {"ansinh_owner", "ansinh_app", "ansinh_work"}) {
                TestStore.run(superuser, "drop role " + role);
            }

            // The database cannot be created among other statements.
            int cut = script.indexOf("create database");
            TestStore.run(superuser, script.substring(0, cut));
            TestStore.run(superuser, script.substring(0, cut));
            TestStore.run(superuser, script.substring(cut));
            TestStore.run(superuser, "alter role ansinh_owner password 'chu-gia-lap'");
            TestStore.run(superuser, "alter role ansinh_app password 'app-gia-lap'");

            StoreSettings settings =
                    new StoreSettings(
                            server.url(), "chu-gia-lap", "app-gia-lap", 2, TestStore.clock());
            try (Store store = Store.open(settings)) {
                store.service(Localities.class).create("ngoai", "DỮ LIỆU GIẢ LẬP");
            }
            try (Connection owner =
                    DriverManager.getConnection(server.url(), "ansinh_owner", "chu-gia-lap")) {
                assertThat(Catalog.faults(owner)).isEmpty();
            }
        }
    }

    @Test
    void settingsHidePasswordsAndRefuseNonsense() {
        StoreSettings settings =
                new StoreSettings(
                        "jdbc:postgresql://127.0.0.1:5432/x?password=bi-mat",
                        "bi-mat",
                        "kin",
                        1,
                        TestStore.clock());
        assertThat(settings.toString()).doesNotContain("bi-mat").doesNotContain("kin");
        assertThatThrownBy(() -> new StoreSettings("jdbc:h2:mem:x", "a", "b", 1, TestStore.clock()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new StoreSettings(
                                        "jdbc:postgresql:x", "a", "b", 0, TestStore.clock()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * The bundle carries two Flyway jars and one merged list: a new version may not lose a line.
     */
    @Test
    void mergedListOfFlywaysPluginsIsComplete() throws IOException {
        Set<String> merged = new TreeSet<>();
        Set<String> libraries = new TreeSet<>();
        for (URL url :
                Collections.list(DatabaseTest.class.getClassLoader().getResources(PLUGINS))) {
            try (InputStream in = url.openStream()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                (url.toString().contains("flyway-") ? libraries : merged)
                        .addAll(text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList());
            }
        }
        assertThat(libraries).hasSizeGreaterThan(10);
        assertThat(merged).isEqualTo(libraries);
    }
}
