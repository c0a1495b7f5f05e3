package vn.ansinh.store.units;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.beneficiary.api.Units.Finding;

/**
 * Loads the public lists of units and the links between them when the store starts, as the owner:
 * the application cannot write them. Files with the digest that is loaded are not read further.
 */
public final class UnitLoader {

    private static final Logger LOG = LoggerFactory.getLogger(UnitLoader.class);
    private static final int BATCH = 1_000;

    private UnitLoader() {}

    /** Loads the lists of this version unless they are there; one transaction. */
    public static void load(Connection owner, Instant now) throws SQLException {
        Map<String, String> files = new TreeMap<>();
        for (String name : UnitFiles.NAMES) {
            files.put(name, text(name));
        }
        load(owner, now, files);
    }

    /** The same with given files, by name. */
    static void load(Connection owner, Instant now, Map<String, String> files) throws SQLException {
        String digest = digest(files);
        if (digest.equals(loaded(owner))) {
            return;
        }
        UnitFiles read = UnitFiles.read(files);
        owner.setAutoCommit(false);
        try {
            // Two nodes that start together: the second waits here and then finds the digest.
            execute(owner, "lock table unit_list in exclusive mode");
            if (!digest.equals(loaded(owner))) {
                execute(
                        owner,
                        "delete from unit_succession; delete from administrative_unit;"
                                + " delete from unit_list_finding; delete from unit_list");
                units(owner, read.units());
                links(owner, read.links());
                findings(owner, read.findings());
                try (PreparedStatement insert =
                        owner.prepareStatement(
                                "insert into unit_list (sha256, loaded_at) values (?, ?)")) {
                    insert.setString(1, digest);
                    insert.setObject(2, now.atOffset(ZoneOffset.UTC));
                    insert.executeUpdate();
                }
                LOG.info(
                        "units loaded units='{}' links='{}' unmatched='{}'",
                        read.units().size(),
                        read.links().size(),
                        read.findings().size());
            }
            owner.commit();
        } catch (SQLException | RuntimeException e) {
            owner.rollback();
            throw e;
        } finally {
            owner.setAutoCommit(true);
        }
    }

    private static String loaded(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select sha256 from unit_list")) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private static void units(Connection owner, List<UnitFiles.UnitLine> units)
            throws SQLException {
        insert(
                owner,
                "insert into administrative_unit (code, valid_from, valid_to, level, kind, name,"
                        + " folded_name, parent_code, source) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                units.stream()
                        .map(
                                unit ->
                                        new Object[] {
                                            unit.code(),
                                            unit.validFrom(),
                                            unit.validTo(),
                                            unit.level(),
                                            unit.kind(),
                                            unit.name(),
                                            unit.foldedName(),
                                            unit.parentCode(),
                                            unit.source()
                                        })
                        .toList());
    }

    private static void links(Connection owner, List<UnitFiles.LinkLine> links)
            throws SQLException {
        insert(
                owner,
                "insert into unit_succession (old_code, old_from, new_code, new_from, extent,"
                        + " confidence, source) values (?, ?, ?, ?, ?, ?, ?)",
                links.stream()
                        .map(
                                link ->
                                        new Object[] {
                                            link.oldCode(),
                                            UnitFiles.OLD_FROM,
                                            link.newCode(),
                                            UnitFiles.NEW_FROM,
                                            link.extent(),
                                            link.confidence(),
                                            link.source()
                                        })
                        .toList());
    }

    private static void findings(Connection owner, List<Finding> findings) throws SQLException {
        insert(
                owner,
                "insert into unit_list_finding (file, line, sentence) values (?, ?, ?)",
                findings.stream()
                        .map(found -> new Object[] {found.file(), found.line(), found.sentence()})
                        .toList());
    }

    private static void insert(Connection owner, String sql, List<Object[]> rows)
            throws SQLException {
        try (PreparedStatement insert = owner.prepareStatement(sql)) {
            int waiting = 0;
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
                waiting++;
                if (waiting == BATCH) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            insert.executeBatch();
        }
    }

    private static void execute(Connection owner, String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(String name) {
        try (InputStream in = UnitLoader.class.getResourceAsStream("/db/units/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the bundle lacks db/units/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Map<String, String> files) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(UnitFiles.READER_VERSION.getBytes(StandardCharsets.UTF_8));
            for (String content : files.values()) {
                sha256.update(content.getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
