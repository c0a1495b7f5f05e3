package vn.ansinh.store.internal;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.Localities.TenantInfo;
import vn.ansinh.platform.api.LocalityFiles;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.api.StoreSettings;

/**
 * The tables under the tenant's policy, one locality's rows of each, as text. Loaded and deleted as
 * the owner with triggers off for the session alone ({@code session_replication_role}): rows that
 * were once accepted are not judged anew, and the tables of all others stay free.
 */
final class LocalityCopies implements LocalityFiles {
    private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";

    private final DataSource owner;
    private final StoreSettings settings;
    private final Localities localities;
    private final UnitOfWork unitOfWork;
    private final Audit audit;

    LocalityCopies(
            StoreSettings settings, Localities localities, UnitOfWork unitOfWork, Audit audit) {
        this.owner = Database.owner(settings);
        this.settings = settings;
        this.localities = localities;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
    }

    @Override
    public Summary export(Actor actor, String code, Path file) {
        TenantInfo place = localities.require(code);
        if (Files.exists(file)) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Tệp «" + file + "» đã có: hãy chọn tên khác; tệp cũ không bị ghi đè.");
        }
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Summary summary = written(place, part);
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        record(actor, place, "locality.export", "rows=" + summary.rows());
        return summary;
    }

    private Summary written(TenantInfo place, Path part) {
        try {
            Files.deleteIfExists(part);
            Files.createFile(
                    part,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            try (Connection connection = owner.getConnection();
                    ZipOutputStream zip =
                            new ZipOutputStream(
                                    new BufferedOutputStream(Files.newOutputStream(part)))) {
                return write(connection, zip, place);
            }
        } catch (SQLException e) {
            throw Failures.translate(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Summary write(Connection connection, ZipOutputStream zip, TenantInfo place)
            throws SQLException, IOException {
        oneMoment(connection);
        Instant at = settings.clock().now().truncatedTo(ChronoUnit.MICROS);
        Properties contents = new Properties();
        contents.setProperty("format", BackupFile.FORMAT);
        contents.setProperty("schemaVersion", Migrations.current(owner));
        contents.setProperty("takenAt", at.toString());
        contents.setProperty("locality", place.code());
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        int tables = 0;
        long all = 0;
        for (TenantTable table : TenantTable.all(connection)) {
            MessageDigest digest = BackupFile.digest();
            zip.putNextEntry(new ZipEntry("table/" + table.name()));
            long rows =
                    copy.copyOut(
                            table.copyOut(place.id().value()),
                            new DigestOutputStream(new BackupWriter.Open(zip), digest));
            zip.closeEntry();
            contents.setProperty(table.name() + ".columns", table.columns());
            contents.setProperty(
                    table.name() + ".sha256", HexFormat.of().formatHex(digest.digest()));
            contents.setProperty(table.name() + ".rows", Long.toString(rows));
            tables += rows > 0 ? 1 : 0;
            all += rows;
        }
        zip.putNextEntry(new ZipEntry(BackupFile.CONTENTS));
        contents.store(zip, null);
        zip.closeEntry();
        return new Summary(place.code(), at, tables, all);
    }

    private static void oneMoment(Connection connection) throws SQLException {
        BackupFile.fixTexts(connection);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    @Override
    public Summary restore(Actor actor, Path file, String code, String name) {
        if (!code.matches(CODE) || name.isBlank()) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Mã địa phương: chữ thường, chữ số, gạch ngang ở giữa; tên không để trống.");
        }
        try (ZipFile zip = new ZipFile(file.toFile());
                Connection connection = owner.getConnection()) {
            Properties contents = checked(zip);
            oneMoment(connection);
            triggersOff(connection);
            int tenant = atRest(connection, code, name, contents);
            Summary summary = load(connection, zip, contents, code, tenant);
            connection.commit();
            record(
                    actor,
                    localities.require(code),
                    "locality.restore",
                    "from=" + contents.getProperty("locality") + " rows=" + summary.rows());
            return summary;
        } catch (ZipException | EOFException e) {
            throw damaged("không phải tệp xuất hoặc bị cắt ngắn", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    /** Every byte is read before anything is written. */
    private Properties checked(ZipFile zip) throws IOException {
        Properties contents = BackupFile.properties(zip, BackupFile.CONTENTS);
        String version = contents.getProperty("schemaVersion");
        if (!BackupFile.FORMAT.equals(contents.getProperty("format"))
                || !Migrations.current(owner).equals(version)) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Tệp có lược đồ "
                            + version
                            + ", hệ thống đang ở "
                            + Migrations.current(owner)
                            + ": phục hồi bằng bản An Sinh đã xuất tệp, hoặc phục hồi cả hệ thống từ"
                            + " bản sao lưu rồi xuất lại.");
        }
        for (String key : contents.stringPropertyNames()) {
            if (key.endsWith(".sha256")) {
                String table = key.substring(0, key.length() - ".sha256".length());
                MessageDigest digest = BackupFile.digest();
                try (InputStream in = entry(zip, "table/" + table);
                        OutputStream out =
                                new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                    in.transferTo(out);
                }
                if (!HexFormat.of().formatHex(digest.digest()).equals(contents.getProperty(key))) {
                    throw damaged("bảng " + table + " khác lúc xuất", null);
                }
            }
        }
        return contents;
    }

    private static void triggersOff(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local session_replication_role = replica");
        } catch (SQLException e) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Vai trò ansinh_owner chưa có quyền này. Quản trị cơ sở dữ liệu chạy một lần:"
                            + " GRANT SET ON PARAMETER session_replication_role TO ansinh_owner;",
                    e);
        }
    }

    private int atRest(Connection connection, String code, String name, Properties contents)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into locality (code, name, created_at, suspended_at,"
                                + " suspended_reason) values (?, ?, ?, ?, ?)"
                                + " on conflict (code) do nothing returning tenant_id")) {
            var now =
                    settings.clock().now().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
            insert.setString(1, code);
            insert.setString(2, name);
            insert.setObject(3, now);
            insert.setObject(4, now);
            insert.setString(
                    5,
                    "Phục hồi từ tệp xuất của «"
                            + contents.getProperty("locality")
                            + "» ngày "
                            + contents.getProperty("takenAt"));
            try (ResultSet row = insert.executeQuery()) {
                if (row.next()) {
                    return row.getInt(1);
                }
            }
        }
        throw new AnsinhException(
                ErrorCode.CONFLICT,
                "Mã «" + code + "» đã có địa phương, hoặc là của một địa phương đã gỡ.");
    }

    private static Summary load(
            Connection connection, ZipFile zip, Properties contents, String code, int tenant)
            throws SQLException, IOException {
        // The tenant's column takes the session's, as it does for every insert.
        try (PreparedStatement set =
                connection.prepareStatement("select set_config('ansinh.tenant', ?, true)")) {
            set.setString(1, Integer.toString(tenant));
            set.execute();
        }
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        int tables = 0;
        long all = 0;
        for (TenantTable table : TenantTable.all(connection)) {
            // What a file says never becomes part of a statement.
            if (!table.columns().equals(contents.getProperty(table.name() + ".columns"))) {
                throw damaged("các cột của bảng " + table.name(), null);
            }
            long rows;
            try (InputStream in = entry(zip, "table/" + table.name())) {
                rows =
                        copy.copyIn(
                                "copy " + table.name() + " (" + table.columns() + ") from stdin",
                                in);
            }
            if (!table.digest(connection, tenant)
                    .equals(contents.getProperty(table.name() + ".sha256"))) {
                throw new IllegalStateException(
                        "table='" + table.name() + "' reads back otherwise than it was exported");
            }
            tables += rows > 0 ? 1 : 0;
            all += rows;
        }
        return new Summary(code, Instant.parse(contents.getProperty("takenAt")), tables, all);
    }

    @Override
    public Summary remove(Actor actor, String code, Path file) {
        TenantInfo place = localities.require(code);
        int tenant = place.id().value();
        try (ZipFile zip = new ZipFile(file.toFile());
                Connection connection = owner.getConnection()) {
            Properties contents = checked(zip);
            oneMoment(connection);
            triggersOff(connection);
            requireAtRest(connection, tenant);
            List<TenantTable> tables = TenantTable.all(connection);
            for (TenantTable table : tables) {
                if (!table.digest(connection, tenant)
                        .equals(contents.getProperty(table.name() + ".sha256"))) {
                    throw new AnsinhException(
                            ErrorCode.CONFLICT,
                            "Tệp không phải bản xuất mới nhất của «"
                                    + code
                                    + "» (bảng "
                                    + table.name()
                                    + " khác): xuất lại rồi gỡ.");
                }
            }
            // Written before what it names is gone; the trail itself stays.
            record(actor, place, "locality.remove", "takenAt=" + contents.getProperty("takenAt"));
            int emptied = 0;
            long all = 0;
            try (Statement statement = connection.createStatement()) {
                for (TenantTable table : tables) {
                    long rows =
                            statement.executeLargeUpdate(
                                    "delete from " + table.name() + " where tenant_id = " + tenant);
                    emptied += rows > 0 ? 1 : 0;
                    all += rows;
                }
                statement.executeUpdate(
                        "update locality set removed_at = timestamptz '"
                                + settings.clock().now().truncatedTo(ChronoUnit.MICROS)
                                + "' where tenant_id = "
                                + tenant);
            }
            connection.commit();
            return new Summary(code, Instant.parse(contents.getProperty("takenAt")), emptied, all);
        } catch (ZipException | EOFException e) {
            throw damaged("không phải tệp xuất hoặc bị cắt ngắn", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    private static void requireAtRest(Connection connection, int tenant) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select suspended_at is not null from locality where tenant_id = "
                                        + tenant
                                        + " for no key update")) {
            if (!row.next() || !row.getBoolean(1)) {
                throw new AnsinhException(
                        ErrorCode.CONFLICT,
                        "Địa phương đang hoạt động: tạm dừng (ansinh:suspend) trước khi gỡ.");
            }
        }
    }

    private void record(Actor actor, TenantInfo place, String action, String detail) {
        unitOfWork.inTenant(
                place.id(),
                actor,
                () -> {
                    audit.record(action, "locality", place.id().value(), detail);
                    return null;
                });
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged("thiếu phần " + name, null);
        }
        return zip.getInputStream(entry);
    }

    private static AnsinhException damaged(String what, Exception cause) {
        return new AnsinhException(
                ErrorCode.INVALID_INPUT,
                "Tệp xuất hỏng (" + what + "): chưa ghi gì; hãy dùng tệp khác.",
                List.of(),
                cause);
    }
}
