package vn.ansinh.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Makes roles and database on an external PostgreSQL by {@code external-database.sql} and leaves
 * their generated passwords in one file, which the container reads (key {@code passwordFile}).
 */
final class Preparation {

    private static final String[] ROLES = {"ansinh_owner", "ansinh_app", "ansinh_work"};
    private static final int OLDEST_VERSION = 150_000;

    private Preparation() {}

    /**
     * Prepares the server of an address.
     *
     * @param url JDBC address of the database {@code postgres} there
     * @param user a superuser
     * @param password its password
     * @param secrets file to write; must not exist
     * @return JDBC address of the new database
     */
    static String prepare(String url, String user, String password, Path secrets)
            throws SQLException, IOException {
        if (Files.exists(secrets)) {
            throw new Refusal(
                    "Tệp mật khẩu «" + secrets + "» đã có: hãy chọn tệp khác.",
                    "The password file " + secrets + " exists: name another.");
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setConnectTimeout(10);
        try (Connection connection = source.getConnection(user, password);
                Statement statement = connection.createStatement()) {
            require(statement);
            for (String one : script()) {
                statement.execute(one);
            }
            Map<String, String> passwords = new LinkedHashMap<>();
            for (String role : ROLES) {
                passwords.put(role, generate());
            }
            // A file first: a role whose password nobody knows would be worse than a spare file.
            write(secrets, passwords);
            // Else the server's log might keep them.
            statement.execute("set log_statement = 'none'");
            for (Map.Entry<String, String> entry : passwords.entrySet()) {
                statement.execute(
                        "alter role " + entry.getKey() + " password '" + entry.getValue() + "'");
            }
        }
        return url.replaceFirst("(://[^/]*)/[^?]*", "$1/ansinh");
    }

    private static void require(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery(
                        "select current_setting('server_version_num')::int,"
                                + " (select rolsuper from pg_roles where rolname = current_user),"
                                + " exists (select from pg_database where datname = 'ansinh')")) {
            row.next();
            if (row.getInt(1) < OLDEST_VERSION) {
                throw new Refusal(
                        "PostgreSQL cũ hơn bản 15: hãy nâng cấp trước.",
                        "PostgreSQL is older than 15: upgrade it first.");
            }
            if (!row.getBoolean(2)) {
                throw new Refusal(
                        "Tài khoản này không phải superuser: hãy dùng tài khoản quản trị của"
                                + " PostgreSQL.",
                        "This user is no superuser: use PostgreSQL's administrator.");
            }
            if (row.getBoolean(3)) {
                throw new Refusal(
                        "Cơ sở dữ liệu ansinh đã có ở đó; không thay đổi gì.",
                        "The database ansinh is there already; nothing was changed.");
            }
        }
    }

    /** The statements of the script: each ends at a semicolon at a line's end outside of $$. */
    private static String[] script() throws IOException {
        try (InputStream in = Preparation.class.getResourceAsStream("/external-database.sql")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int body = text.indexOf("$$;") + 3;
            String[] rest = text.substring(body).replaceAll("(?m)^--.*$", "").strip().split(";");
            String[] all = new String[rest.length + 1];
            all[0] = text.substring(0, body);
            System.arraycopy(rest, 0, all, 1, rest.length);
            return all;
        }
    }

    private static String generate() {
        byte[] bytes = new byte[20];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void write(Path file, Map<String, String> passwords) throws IOException {
        StringBuilder text =
                new StringBuilder(
                        "# Passwords of An Sinh's database roles, generated."
                                + " Readable by the owner of this file only.\n");
        passwords.forEach((role, password) -> text.append(role + "=" + password + "\n"));
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text, StandardOpenOption.WRITE);
    }
}
