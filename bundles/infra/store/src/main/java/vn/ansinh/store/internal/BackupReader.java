package vn.ansinh.store.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.store.api.Backups.Summary;
import vn.ansinh.store.api.StoreSettings;

/** Fills an empty database from a backup, wholly or not at all. */
public final class BackupReader {

    private final ZipFile zip;
    private final DataSource owner;
    private final Properties head;
    private final Properties contents;

    private BackupReader(ZipFile zip, DataSource owner) throws IOException {
        this.zip = zip;
        this.owner = owner;
        this.head = BackupFile.properties(zip, BackupFile.HEAD);
        this.contents = BackupFile.properties(zip, BackupFile.CONTENTS);
    }

    /** See {@link vn.ansinh.store.api.Backups#restore}. */
    public static Summary restore(StoreSettings settings, Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new BackupReader(zip, Database.owner(settings)).restore();
        } catch (ZipException | EOFException e) {
            throw damaged("không phải tệp sao lưu hoặc bị cắt ngắn", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    private Summary restore() throws IOException, SQLException {
        String version = head.getProperty("schemaVersion");
        if (!BackupFile.FORMAT.equals(head.getProperty("format"))
                || !Migrations.knows(owner, version)) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Bản sao lưu (lược đồ "
                            + version
                            + ") mới hơn phần mềm này: hãy cài bản An Sinh mới hơn rồi phục hồi.");
        }
        verify();
        requireEmpty(version);
        Migrations.run(owner, version);
        try (Connection connection = owner.getConnection()) {
            BackupFile.fixTexts(connection);
            connection.setAutoCommit(false);
            long rows = load(connection);
            connection.commit();
            connection.setAutoCommit(true);
            execute(connection, "analyze");
            return new Summary(
                    Instant.parse(head.getProperty("takenAt")), version, tableCount(), rows);
        }
    }

    /** Every byte of the file is checked before the database is touched. */
    private void verify() throws IOException {
        for (String name : tableNames()) {
            MessageDigest digest = BackupFile.digest();
            try (InputStream in = open("table/" + name);
                    OutputStream out =
                            new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                in.transferTo(out);
            } catch (ZipException | EOFException e) {
                throw damaged("bảng " + name + " không đọc được", e);
            }
            if (!hex(digest).equals(contents.getProperty(name + ".sha256"))) {
                throw damaged("bảng " + name + " khác lúc sao lưu", null);
            }
        }
    }

    private void requireEmpty(String version) throws SQLException {
        String current = Migrations.current(owner);
        if (current == null) {
            return;
        }
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select exists (select from locality)")) {
            row.next();
            // A restore that failed leaves the schema of its version and no locality.
            if (row.getBoolean(1) || !current.equals(version)) {
                throw new AnsinhException(
                        ErrorCode.CONFLICT,
                        "Cơ sở dữ liệu không trống (lược đồ "
                                + current
                                + "): chỉ phục hồi vào cơ sở dữ liệu mới. Với cơ sở dữ liệu kèm"
                                + " theo: ./ansinh reset rồi phục hồi.");
            }
        }
    }

    private long load(Connection connection) throws SQLException, IOException {
        List<BackupFile.Table> tables = BackupFile.tables(connection);
        if (tables.size() != tableCount()) {
            throw damaged("số bảng khác lược đồ", null);
        }
        // Migrations fill some tables themselves; what counts is what the backup says.
        execute(
                connection,
                "truncate "
                        + tables.stream()
                                .map(BackupFile.Table::name)
                                .collect(Collectors.joining(", ")));
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        long all = 0;
        for (BackupFile.Table table : tables) {
            String name = table.name();
            execute(connection, "alter table " + name + " disable trigger user");
            long rows;
            try (InputStream in = open(table.entry())) {
                rows = copy.copyIn(table.copyIn(contents.getProperty(name + ".columns")), in);
            }
            execute(connection, "alter table " + name + " enable trigger user");
            MessageDigest digest = BackupFile.digest();
            copy.copyOut(
                    table.copyOut(),
                    new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            if (rows != Long.parseLong(contents.getProperty(name + ".rows"))
                    || !hex(digest).equals(contents.getProperty(name + ".sha256"))) {
                throw new IllegalStateException(
                        "table='" + name + "' reads back otherwise than it was saved");
            }
            all += rows;
        }
        sequences(connection);
        return all;
    }

    private void sequences(Connection connection) throws SQLException {
        try (PreparedStatement set =
                connection.prepareStatement("select setval(?::regclass, ?, true)")) {
            for (String key : contents.stringPropertyNames()) {
                if (key.startsWith("sequence.")) {
                    set.setString(1, key.substring("sequence.".length()));
                    set.setLong(2, Long.parseLong(contents.getProperty(key)));
                    set.execute();
                }
            }
        }
    }

    private List<String> tableNames() {
        return contents.stringPropertyNames().stream()
                .filter(key -> key.endsWith(".sha256"))
                .map(key -> key.substring(0, key.length() - ".sha256".length()))
                .sorted()
                .toList();
    }

    private int tableCount() {
        return tableNames().size();
    }

    private InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged("thiếu phần " + name, null);
        }
        return zip.getInputStream(entry);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static AnsinhException damaged(String what, Exception cause) {
        String sentence =
                "Tệp sao lưu hỏng ("
                        + what
                        + "): cơ sở dữ liệu không bị thay đổi; hãy dùng bản sao lưu khác.";
        return cause == null
                ? new AnsinhException(ErrorCode.INVALID_INPUT, sentence)
                : new AnsinhException(ErrorCode.INVALID_INPUT, sentence, cause);
    }
}
