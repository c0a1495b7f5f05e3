package vn.ansinh.embeddedpostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.embeddedpostgres.api.PostgresException;
import vn.ansinh.embeddedpostgres.api.PostgresException.Kind;
import vn.ansinh.embeddedpostgres.api.PostgresServer;
import vn.ansinh.embeddedpostgres.api.PostgresSettings;

class PostgresServerTest {
    @TempDir(cleanup = CleanupMode.ALWAYS)
    Path folder;

    private static String one(PostgresServer s, String user, String password, String sql)
            throws SQLException {
        try (Connection c = DriverManager.getConnection(s.url(), user, password);
                Statement st = c.createStatement()) {
            if (!st.execute(sql)) {
                return "done";
            }
            try (ResultSet r = st.getResultSet()) {
                return r.next() ? r.getString(1) : null;
            }
        }
    }

    private static String owner(PostgresServer s, String sql) throws SQLException {
        return one(s, PostgresServer.OWNER, s.ownerPassword(), sql);
    }

    private static String app(PostgresServer s, String sql) throws SQLException {
        return one(s, PostgresServer.APP, s.appPassword(), sql);
    }

    @Test
    void rolesAreThereAndLimited() throws Exception {
        try (PostgresServer s = PostgresServer.temporary()) {
            assertThat(owner(s, "create table t(i int)")).isEqualTo("done");
            assertThat(owner(s, "select rolbypassrls from pg_roles where rolname=current_user"))
                    .isEqualTo("t");
            assertThat(app(s, "create temp table x(i int)")).isEqualTo("done");
            assertThatThrownBy(() -> app(s, "create table x(i int)"))
                    .hasMessageContaining("permission denied for schema public");
            assertThatThrownBy(() -> app(s, "select * from t"))
                    .hasMessageContaining("permission denied for table t");
            assertThat(one(s, PostgresServer.WORK, s.workPassword(), "select 1")).isEqualTo("1");
            assertThatThrownBy(() -> one(s, PostgresServer.APP, "wrong", "select 1"))
                    .hasMessageContaining("password authentication failed");
            assertThat(owner(s, "show fsync")).isEqualTo("on");
            assertThat(owner(s, "show data_checksums")).isEqualTo("on");
            // Bytes in order, as on an external server of any version; letters are folded in Java.
            assertThat(owner(s, "select datcollate from pg_database where datname = 'ansinh'"))
                    .isEqualTo("C");
        }
    }

    @Test
    void dataStayOverARestartAndPasswordsArePrivate() throws Exception {
        String password;
        try (PostgresServer s = PostgresServer.start(PostgresSettings.in(folder))) {
            owner(s, "create table t as select 42 as i");
            password = s.ownerPassword();
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(folder.resolve("passwords"))))
                    .isEqualTo("rw-------");
        }
        try (PostgresServer s = PostgresServer.start(PostgresSettings.in(folder))) {
            assertThat(owner(s, "select i from t")).isEqualTo("42");
            assertThat(s.ownerPassword()).isEqualTo(password);
        }
        Files.delete(folder.resolve("passwords"));
        try (PostgresServer s = PostgresServer.start(PostgresSettings.in(folder))) {
            assertThat(owner(s, "select i from t")).isEqualTo("42");
            assertThat(s.ownerPassword()).isNotEqualTo(password);
        }
    }

    /** Runs in the process that is killed. */
    public static final class Victim {
        /**
         * Starts a server, commits one row and waits for the end.
         *
         * @param args the folder
         * @throws Exception never wanted
         */
        public static void main(String[] args) throws Exception {
            PostgresServer s = PostgresServer.start(PostgresSettings.in(Path.of(args[0])));
            owner(s, "create table t as select 7 as i");
            System.out.println("pid " + s.pid());
            Thread.sleep(600_000);
        }
    }

    @Test
    void serverOfAKilledProcessIsStoppedAndItsDataKept() throws Exception {
        Process victim =
                new ProcessBuilder(
                                System.getProperty("java.home") + "/bin/java",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Victim.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        long orphan;
        try (var in = victim.inputReader()) {
            String line = in.readLine();
            assertThat(line).startsWith("pid ");
            orphan = Long.parseLong(line.substring(4));
            victim.destroyForcibly();
            assertThat(victim.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(ProcessHandle.of(orphan)).as("the server outlives its parent").isPresent();
        try (PostgresServer s = PostgresServer.start(PostgresSettings.in(folder))) {
            assertThat(s.pid()).isNotEqualTo(orphan);
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(owner(s, "select i from t")).isEqualTo("7");
        }
    }

    @Test
    void serverThatIsKilledItselfRecovers() throws Exception {
        PostgresServer s = PostgresServer.start(PostgresSettings.in(folder));
        owner(s, "create table t as select 8 as i");
        new ProcessBuilder("kill", "-9", Long.toString(s.pid())).start().waitFor();
        s.close();
        try (PostgresServer again = PostgresServer.start(PostgresSettings.in(folder))) {
            assertThat(owner(again, "select i from t")).isEqualTo("8");
        }
    }

    @Test
    void pidFileThatNamesAStrangerDoesNotBlock() throws Exception {
        PostgresServer.start(PostgresSettings.in(folder)).close();
        Files.writeString(
                folder.resolve("data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.resolve("data") + "\n");
        PostgresServer.start(PostgresSettings.in(folder)).close();
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void interruptedFirstStartIsBegunAgain() throws Exception {
        Files.createDirectories(folder.resolve("data.new/base"));
        Files.writeString(folder.resolve("data.new/PG_VERSION"), "18\n");
        try (PostgresServer s = PostgresServer.start(PostgresSettings.in(folder))) {
            assertThat(app(s, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void damagedFolderIsSaidAndLeftAlone() throws Exception {
        PostgresServer.start(PostgresSettings.in(folder)).close();
        Path control = folder.resolve("data/global/pg_control");
        Files.write(control, new byte[8192]);
        assertDamaged();
        Files.delete(control);
        assertDamaged();
        Files.writeString(folder.resolve("data/PG_VERSION"), "9.6\n");
        assertDamaged();
        Files.delete(folder.resolve("data/PG_VERSION"));
        assertDamaged();
        assertThat(folder.resolve("data/base")).isDirectory();
    }

    private void assertDamaged() {
        assertThatThrownBy(() -> PostgresServer.start(PostgresSettings.in(folder)))
                .isInstanceOf(PostgresException.class)
                .hasMessageContaining("bị hỏng")
                .hasMessageContaining("nothing was deleted")
                .hasMessageContaining(folder.toString())
                .extracting(e -> ((PostgresException) e).kind())
                .isEqualTo(Kind.DAMAGED);
    }

    @Test
    void folderInUseAndPortInUseAreSaid() throws Exception {
        try (PostgresServer s = PostgresServer.start(PostgresSettings.in(folder))) {
            assertThatThrownBy(() -> PostgresServer.start(PostgresSettings.in(folder)))
                    .hasMessageContaining("is in use by another process");
            assertThat(app(s, "select 1")).as("the first is unharmed").isEqualTo("1");
            Path other = Files.createDirectory(folder.resolve("other"));
            assertThatThrownBy(
                            () ->
                                    PostgresServer.start(
                                            PostgresSettings.in(other).withPort(s.port())))
                    .hasMessageContaining("port " + s.port() + " is in use");
        }
    }

    @Test
    void durabilityCannotBeSwitchedOff() {
        assertThatThrownBy(() -> PostgresSettings.in(folder).with("fsync", "off"))
                .isInstanceOf(IllegalArgumentException.class);
        Map<String, String> options = PostgresSettings.in(folder).with("work_mem", "4MB").options();
        assertThat(options).containsEntry("work_mem", "4MB");
    }

    @Test
    void temporaryServerLeavesNothing() throws Exception {
        String data;
        try (PostgresServer s = PostgresServer.temporary()) {
            try (Connection c =
                            DriverManager.getConnection(
                                    s.url(), PostgresServer.SUPERUSER, s.superuserPassword());
                    Statement st = c.createStatement();
                    ResultSet r = st.executeQuery("show data_directory")) {
                r.next();
                data = r.getString(1);
            }
            assertThat(Path.of(data)).isDirectory();
        }
        assertThat(Path.of(data).getParent()).doesNotExist();
    }
}
