package vn.ansinh.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of DỮ LIỆU GIẢ LẬP in every tenant table that there is, of whatever columns, and a look
 * at all of them as the application. The database is spoilt for everything else: checks, foreign
 * keys and triggers are dropped, so that no table needs a row of its own kind here.
 */
final class Canaries {
    private final Connection superuser;
    private final List<String> tables;

    Canaries(Connection superuser) throws SQLException, IOException {
        this.superuser = superuser;
        this.tables = tenantTables();
    }

    List<String> tables() {
        return tables;
    }

    private static List<String> tenantTables() throws IOException {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Canaries.class.getResourceAsStream("/db/tables.csv"),
                                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split(",", 3))
                    .filter(cells -> cells[1].equals("tenant"))
                    .map(cells -> cells[0])
                    .toList();
        }
    }

    /** Takes away what would refuse an odd row. */
    void unguard() throws SQLException {
        for (String drop :
                rows(
                        "select format('alter table %s drop constraint if exists %I cascade',"
                                + " conrelid::regclass, conname) from pg_constraint c"
                                + " where contype in ('c', 'f', 'p', 'u') and connamespace ="
                                + " 'public'::regnamespace and conparentid = 0 and conislocal")) {
            TestStore.run(superuser, drop);
        }
        TestStore.run(superuser, "set session_replication_role = replica");
    }

    /** One row of the tenant in every table; where a table knows units and people, of these. */
    void add(int tenant, String unit, long person) throws SQLException {
        for (String table : tables) {
            Map<String, String> values = new LinkedHashMap<>();
            try (Statement statement = superuser.createStatement();
                    ResultSet column =
                            statement.executeQuery(
                                    "select attname, format_type(atttypid, null) from pg_attribute"
                                            + " where attrelid = '"
                                            + table
                                            + "'::regclass and attnum > 0 and not attisdropped"
                                            + " and attgenerated = '' and (attnotnull or attname in"
                                            + " ('unit_code', 'person_id'))")) {
                while (column.next()) {
                    String name = column.getString(1);
                    values.put(
                            name,
                            switch (name) {
                                case "tenant_id" -> Integer.toString(tenant);
                                case "unit_code" -> "'" + unit + "'";
                                case "person_id" -> Long.toString(person);
                                default -> value(column.getString(2), person);
                            });
                }
            }
            TestStore.run(
                    superuser,
                    "insert into "
                            + table
                            + " ("
                            + String.join(", ", values.keySet())
                            + ") overriding system value values ("
                            + String.join(", ", values.values())
                            + ")");
        }
    }

    private static String value(String type, long number) {
        return switch (type) {
            case "smallint", "integer", "bigint", "numeric" -> Long.toString(number);
            case "boolean" -> "true";
            case "date" -> "(date '2026-03-01' + " + number % 300 + ")";
            case "timestamp with time zone" -> "'2026-03-01T00:00:00Z'";
            case "bytea" -> "'\\x" + "%02x".formatted(number).repeat(32) + "'";
            case "uuid" -> "'00000000-0000-0000-0000-%012d'".formatted(number);
            case "json", "jsonb" -> "'{}'";
            case "text[]", "bigint[]", "date[]" -> "'{}'";
            case "daterange" -> "'empty'";
            default -> "'GIẢ LẬP " + number + "'";
        };
    }

    /** Rows of each table that the application sees with these settings. */
    Map<String, Integer> seen(String tenant, String units) throws SQLException {
        Map<String, Integer> seen = new LinkedHashMap<>();
        TestStore.run(superuser, "set local role ansinh_app");
        try {
            TestStore.run(
                    superuser,
                    "select set_config('ansinh.tenant', '"
                            + tenant
                            + "', true), set_config('ansinh.units', '"
                            + units
                            + "', true)");
            for (String table : tables) {
                seen.put(
                        table,
                        Integer.parseInt(
                                TestStore.one(superuser, "select count(*) from " + table)));
            }
        } finally {
            TestStore.run(superuser, "reset role");
        }
        return seen;
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
