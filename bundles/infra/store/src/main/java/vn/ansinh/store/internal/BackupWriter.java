package vn.ansinh.store.internal;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.store.api.Backups.Summary;
import vn.ansinh.store.api.StoreSettings;

/** Writes the database to a file, from one snapshot. */
public final class BackupWriter {

    private BackupWriter() {}

    /** See {@link vn.ansinh.store.api.Backups#write}. */
    public static Summary write(StoreSettings settings, Path file) {
        if (Files.exists(file)) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Tệp «" + file + "» đã có: hãy chọn tên khác; bản sao lưu cũ không bị ghi đè.");
        }
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        DataSource owner = Database.owner(settings);
        try {
            Files.deleteIfExists(part);
            Files.createFile(
                    part,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Summary summary;
            try (Connection connection = owner.getConnection();
                    ZipOutputStream zip =
                            new ZipOutputStream(
                                    new BufferedOutputStream(Files.newOutputStream(part)))) {
                summary = write(connection, zip, settings.clock().now(), owner);
            }
            // The name stands for a whole backup: its bytes are on the disk before it appears.
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return summary;
        } catch (SQLException e) {
            throw Failures.translate(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Summary write(
            Connection connection, ZipOutputStream zip, Instant at, DataSource owner)
            throws SQLException, IOException {
        BackupFile.fixTexts(connection);
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        String version = Migrations.current(owner);
        Properties head = new Properties();
        head.setProperty("format", BackupFile.FORMAT);
        head.setProperty("schemaVersion", version);
        head.setProperty("takenAt", at.toString());
        put(zip, BackupFile.HEAD, head);

        Properties contents = new Properties();
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        List<BackupFile.Table> tables = BackupFile.tables(connection);
        long all = 0;
        for (BackupFile.Table table : tables) {
            MessageDigest digest = BackupFile.digest();
            zip.putNextEntry(new ZipEntry(table.entry()));
            long rows =
                    copy.copyOut(table.copyOut(), new DigestOutputStream(new Open(zip), digest));
            zip.closeEntry();
            all += rows;
            contents.setProperty(table.name() + ".columns", table.columns());
            contents.setProperty(table.name() + ".rows", Long.toString(rows));
            contents.setProperty(
                    table.name() + ".sha256", HexFormat.of().formatHex(digest.digest()));
        }
        // Sequences know no snapshot; read last, they are ahead of every row.
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select sequencename, last_value from pg_sequences"
                                        + " where schemaname = 'public'"
                                        + " and last_value is not null")) {
            while (row.next()) {
                contents.setProperty("sequence." + row.getString(1), row.getString(2));
            }
        }
        put(zip, BackupFile.CONTENTS, contents);
        return new Summary(at, version, tables.size(), all);
    }

    private static void put(ZipOutputStream zip, String name, Properties properties)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        properties.store(zip, null);
        zip.closeEntry();
    }

    /** {@code copyOut} closes what it is given; the zip has more entries to come. */
    static final class Open extends FilterOutputStream {
        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
