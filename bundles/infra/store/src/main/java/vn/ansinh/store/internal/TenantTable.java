package vn.ansinh.store.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * A table under the tenant's policy, the trail aside.
 *
 * @param name name
 * @param columns its columns but the tenant's
 * @param order what orders the rows of a tenant
 */
record TenantTable(String name, String columns, String order) {
    /** The trail of who looked and changed stays when a locality goes. */
    private static final Set<String> TRAIL = Set.of("audit_event", "audit_subject");

    /** Every one, referenced ones first. */
    static List<TenantTable> all(Connection connection) throws SQLException {
        Set<String> theirs = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select c.relname from pg_policy p join pg_class c"
                                        + " on c.oid = p.polrelid where p.polname = 'tenant'")) {
            while (row.next()) {
                theirs.add(row.getString(1));
            }
        }
        theirs.removeAll(TRAIL);
        List<TenantTable> tables = new ArrayList<>();
        for (BackupFile.Table table : BackupFile.tables(connection)) {
            if (theirs.contains(table.name())) {
                String columns = without(table.columns());
                String key = table.key() == null ? "" : without(table.key());
                tables.add(new TenantTable(table.name(), columns, key.isEmpty() ? columns : key));
            }
        }
        return tables;
    }

    private static String without(String columns) {
        return Stream.of(columns.split(","))
                .filter(column -> !column.equals("tenant_id"))
                .collect(Collectors.joining(","));
    }

    String copyOut(int tenant) {
        return "copy (select %s from %s where tenant_id = %d order by %s) to stdout"
                .formatted(columns, name, tenant, order);
    }

    /** SHA-256 of a tenant's rows as they would be copied out. */
    String digest(Connection connection, int tenant) throws SQLException, IOException {
        MessageDigest digest = BackupFile.digest();
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        copyOut(tenant),
                        new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return HexFormat.of().formatHex(digest.digest());
    }
}
