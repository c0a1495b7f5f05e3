package vn.ansinh.store.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What backup and restore agree on. A zip: {@code backup.properties} (format, schema version,
 * instant), {@code table/NAME} in the order of the primary key, and last {@code
 * contents.properties} (per table its columns, rows and SHA-256; per sequence its value).
 */
final class BackupFile {

    static final String HEAD = "backup.properties";
    static final String CONTENTS = "contents.properties";
    static final String FORMAT = "1";

    private BackupFile() {}

    /** A table: quoted columns that can be written, and those of its primary key. */
    record Table(String name, String columns, String key) {
        String entry() {
            return "table/" + name;
        }

        String copyOut() {
            return "copy (select "
                    + columns
                    + " from "
                    + name
                    + " order by "
                    + (key == null ? columns : key)
                    + ") to stdout";
        }

        String copyIn(String columnsOfFile) {
            return "copy " + name + " (" + columnsOfFile + ") from stdin";
        }
    }

    // Partitions travel with their parent; Flyway's own table is made by migrating.
    private static final String TABLES =
            "select c.relname, (select string_agg(quote_ident(a.attname), ',' order by a.attnum)"
                    + " from pg_attribute a where a.attrelid = c.oid and a.attnum > 0"
                    + " and not a.attisdropped and a.attgenerated = ''),"
                    + " (select string_agg(quote_ident(a.attname), ',' order by k.place)"
                    + " from pg_index i cross join unnest(i.indkey) with ordinality k(attnum, place)"
                    + " join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum"
                    + " where i.indrelid = c.oid and i.indisprimary)"
                    + " from pg_class c where c.relnamespace = 'public'::regnamespace"
                    + " and c.relkind in ('r', 'p') and not c.relispartition"
                    + " and c.relname <> 'flyway_schema_history' order by c.relname";

    private static final String REFERENCES =
            "select distinct f.relname, t.relname from pg_constraint k"
                    + " join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid"
                    + " where k.contype = 'f' and k.conparentid = 0 and f.oid <> t.oid"
                    + " and f.relnamespace = 'public'::regnamespace";

    /** Every table of the schema, referenced ones first. */
    static List<Table> tables(Connection connection) throws SQLException {
        TreeMap<String, Table> left = new TreeMap<>();
        TreeMap<String, Set<String>> needs = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(TABLES)) {
                while (row.next()) {
                    Table table = new Table(row.getString(1), row.getString(2), row.getString(3));
                    left.put(table.name(), table);
                    needs.put(table.name(), new TreeSet<>());
                }
            }
            try (ResultSet row = statement.executeQuery(REFERENCES)) {
                while (row.next()) {
                    needs.get(row.getString(1)).add(row.getString(2));
                }
            }
        }
        Set<String> done = new LinkedHashSet<>();
        List<Table> order = new ArrayList<>();
        while (!left.isEmpty()) {
            String next =
                    left.keySet().stream()
                            .filter(name -> done.containsAll(needs.get(name)))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "tables refer to each other in a ring: "
                                                            + left.keySet()));
            done.add(next);
            order.add(left.remove(next));
        }
        return order;
    }

    /** Makes what a column looks like as text independent of server, machine and user. */
    static void fixTexts(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            statement.execute("set datestyle = 'ISO'");
            statement.execute("set intervalstyle = 'iso_8601'");
            statement.execute("set bytea_output = 'hex'");
            statement.execute("set extra_float_digits = 3");
        }
    }

    /**
     * Properties of a file, whose checksum a zip does not compare by itself.
     *
     * @throws ZipException when they are missing or not as they were written
     */
    static Properties properties(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ZipException("no entry " + name);
        }
        CRC32 sum = new CRC32();
        Properties properties = new Properties();
        try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
            properties.load(in);
            in.transferTo(OutputStream.nullOutputStream());
        }
        if (sum.getValue() != entry.getCrc()) {
            throw new ZipException("checksum of " + name);
        }
        return properties;
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
