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
import java.util.Set;

/** Compares the catalog of a migrated database with {@code db/tables.csv}; says every fault. */
public final class Catalog {

    private static final String EXPRESSION =
            "(NULLIF(current_setting('ansinh.tenant'::text, true), ''::text))::integer";

    private static final String EVERYTHING =
            "( SELECT COALESCE(current_setting('ansinh.units'::text, true), ''::text)"
                    + " AS \"coalesce\") = ''::text";

    /**
     * Where the application may delete: the parts of a draft run and of a draft decision, kept by
     * triggers once it is computed or signed, and what is derived from other rows. Everything else
     * of a tenant ends or is superseded.
     */
    private static final Set<String> DELETABLE =
            Set.of(
                    "run_chunk",
                    "payment_line",
                    "run_total",
                    "run_difference",
                    "due_item_line",
                    "intake_row",
                    "trial_line",
                    "decision_effect",
                    "person_token",
                    "policy_diff",
                    "policy_change");

    /** Where not even an update is granted: rows that are evidence. */
    private static final List<String> APPEND_ONLY =
            List.of(
                    "audit_event",
                    "audit_subject",
                    "ledger_link",
                    "run_total",
                    "payment_line",
                    "issued_report",
                    "run_month",
                    "run_event",
                    "run_duty",
                    "payment_order",
                    "order_line",
                    "order_event",
                    "file_event",
                    "bank_file_order",
                    "bank_notice",
                    "cash_sheet_order",
                    "cash_receipt");

    /** What the application adds to drafts of runs only. */
    private static final Set<String> PARTS_OF_RUNS =
            Set.of(
                    "run_month",
                    "run_chunk",
                    "payment_line",
                    "run_total",
                    "run_difference",
                    "due_item_line");

    private static final String DRAFTS =
            "drafts: false a {0} - ((tenant_id, run_id) IN ( SELECT r.tenant_id, r.id"
                    + " FROM payment_run r WHERE (r.state = 'DRAFT'::text)))";

    /** A line of the file. */
    private record Listed(String table, String kind, String reason) {}

    private final Connection connection;
    private final Map<String, Listed> listed = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private List<String> tables = List.of();

    private Catalog(Connection connection) {
        this.connection = connection;
    }

    /** Every fault; the connection is one that sees all tables. */
    public static List<String> faults(Connection connection) throws SQLException, IOException {
        Catalog catalog = new Catalog(connection);
        catalog.readList();
        catalog.everyTableIsListed();
        catalog.tenantTables();
        catalog.commonTables();
        catalog.nothingGoesRound();
        catalog.applicationRole();
        return catalog.faults;
    }

    private void readList() throws IOException {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Catalog.class.getResourceAsStream("/db/tables.csv"),
                                StandardCharsets.UTF_8))) {
            if (!"table,kind,reason".equals(lines.readLine())) {
                faults.add("tables.csv: heading");
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", 3);
                String reason = cells[2].replaceAll("^\"|\"$", "").strip();
                if (listed.put(cells[0], new Listed(cells[0], cells[1], reason)) != null) {
                    faults.add("tables.csv: listed twice: " + cells[0]);
                }
            }
        }
    }

    private void everyTableIsListed() throws SQLException {
        tables =
                rows(
                        "select relname from pg_class where relnamespace = 'public'::regnamespace"
                                + " and relkind in ('r', 'p') and not relispartition");
        for (String table : tables) {
            if (!listed.containsKey(table)) {
                faults.add("not in tables.csv: " + table);
            }
        }
        for (Listed line : listed.values()) {
            if (!tables.contains(line.table())) {
                faults.add("tables.csv: no such table: " + line.table());
            }
            if (!line.kind().equals("tenant") && !line.kind().equals("common")) {
                faults.add("tables.csv: kind of " + line.table());
            }
        }
    }

    private List<String> names(String kind) {
        return listed.values().stream()
                .filter(l -> l.kind().equals(kind))
                .map(Listed::table)
                .filter(tables::contains)
                .toList();
    }

    private void tenantTables() throws SQLException {
        for (String table : names("tenant")) {
            for (String member : family(table)) {
                protectedTable(member, member.equals(table) ? units(table) : null);
                tenantFirst(member);
            }
            for (String partition : family(table).stream().filter(t -> !t.equals(table)).toList()) {
                for (String grant : grants(partition)) {
                    faults.add("application has " + grant + " on partition " + partition);
                }
            }
        }
    }

    /** The table and its partitions, at every depth. */
    private List<String> family(String table) throws SQLException {
        return rows(
                "select coalesce(t.relid, c.oid)::regclass::text from pg_class c"
                        + " left join lateral pg_partition_tree(c.oid) t on true"
                        + " where c.oid = to_regclass('"
                        + table
                        + "')");
    }

    /**
     * The policy by units that a tenant table must have, by its columns; null where the file says
     * why people of every unit may be read there. A partition is not reached by the application.
     */
    private String units(String table) throws SQLException {
        if (listed.get(table).reason().startsWith("open to every unit: ")) {
            return null;
        }
        String seen;
        boolean own = table.equals("person") || table.equals("household");
        if (!own && has(table, "person_id")) {
            seen = "person_seen(tenant_id, person_id)";
        } else if (has(table, "unit_code")) {
            seen =
                    "(unit_code = ANY (string_to_array(( SELECT"
                            + " current_setting('ansinh.units'::text, true) AS current_setting),"
                            + " ','::text)))";
        } else if (has(table, "household_id")) {
            seen = "household_seen(tenant_id, household_id)";
        } else {
            return "units: false * {0} (" + EVERYTHING + ") true";
        }
        return "units: false * {0} ((" + EVERYTHING + ") OR " + seen + ") -";
    }

    private boolean has(String table, String column) throws SQLException {
        return rows("select exists (select from pg_attribute where not attisdropped"
                        + " and attname = '"
                        + column
                        + "' and attrelid = '"
                        + table
                        + "'::regclass)")
                .equals(List.of("t"));
    }

    private void protectedTable(String table, String units) throws SQLException {
        check(
                table + ": row-level security is not enabled and forced",
                "select relrowsecurity and relforcerowsecurity from pg_class where oid = '"
                        + table
                        + "'::regclass");
        List<String> policies =
                rows(
                        "select polname || ': ' || polpermissive || ' ' || polcmd::text || ' '"
                                + " || polroles::text || ' ' || coalesce(regexp_replace("
                                + "pg_get_expr(polqual, polrelid), '\\s+', ' ', 'g'), '-')"
                                + " || ' ' || coalesce(regexp_replace("
                                + "pg_get_expr(polwithcheck, polrelid), '\\s+', ' ', 'g'), '-')"
                                + " from pg_policy where polrelid = '"
                                + table
                                + "'::regclass order by polname");
        List<String> wanted = new ArrayList<>();
        if (table.equals("payment_run")) {
            wanted.add("drafts: false a {0} - ((state = 'DRAFT'::text) AND (round = 1))");
        } else if (PARTS_OF_RUNS.contains(table)) {
            wanted.add(DRAFTS);
        }
        wanted.add("tenant: true * {0} (tenant_id = " + EXPRESSION + ") -");
        if (units != null) {
            wanted.add(units);
        }
        if (!policies.equals(wanted)) {
            faults.add(table + ": policy is " + policies);
        }
        check(
                table + ": tenant_id is not an integer, not null, with the session's default",
                "select coalesce(bool_and(atttypid = 'integer'::regtype and attnotnull"
                        + " and pg_get_expr(adbin, adrelid) = '"
                        + EXPRESSION.replace("'", "''")
                        + "'), false) from pg_attribute left join pg_attrdef"
                        + " on adrelid = attrelid and adnum = attnum"
                        + " where attname = 'tenant_id' and attrelid = '"
                        + table
                        + "'::regclass");
    }

    private void tenantFirst(String table) throws SQLException {
        String first = "(select attname from pg_attribute where attrelid = %s and attnum = %s) ";
        check(
                table + ": no primary key",
                "select exists (select from pg_index where indisprimary and indrelid = '"
                        + table
                        + "'::regclass)");
        for (String index :
                rows(
                        "select indexrelid::regclass::text from pg_index where indrelid = '"
                                + table
                                + "'::regclass and "
                                + first.formatted("indrelid", "indkey[0]")
                                + "is distinct from 'tenant_id'")) {
            faults.add(table + ": tenant_id is not first in " + index);
        }
        for (String key :
                rows(
                        "select conname || ' to ' || confrelid::regclass from pg_constraint"
                                + " where contype = 'f' and conrelid = '"
                                + table
                                + "'::regclass"
                                + " and exists (select from pg_attribute where attname = 'tenant_id'"
                                + " and attrelid = confrelid) and ("
                                + first.formatted("conrelid", "conkey[1]")
                                + "<> 'tenant_id' or "
                                + first.formatted("confrelid", "confkey[1]")
                                + "<> 'tenant_id')")) {
            faults.add(table + ": tenant_id is not first in foreign key " + key);
        }
    }

    private void commonTables() throws SQLException {
        for (String table : names("common")) {
            if (listed.get(table).reason().length() < 10) {
                faults.add("tables.csv: no reason for the common table " + table);
            }
            check(
                    table + ": common, but with row-level security",
                    "select not relrowsecurity and not exists (select from pg_policy"
                            + " where polrelid = pg_class.oid) from pg_class where oid = '"
                            + table
                            + "'::regclass");
        }
    }

    /** Views and functions with their owner's rights, and TRUNCATE, heed no policy. */
    private void nothingGoesRound() throws SQLException {
        for (String view :
                rows(
                        "select relname from pg_class where relnamespace = 'public'::regnamespace"
                                + " and (relkind in ('m', 'f') or relkind = 'v'"
                                + " and not coalesce(reloptions::text, '')"
                                + " like '%security_invoker=true%')")) {
            faults.add("goes round the policies: view " + view);
        }
        for (String table :
                rows(
                        "select relname from pg_class where relnamespace = 'public'::regnamespace"
                                + " and relkind in ('r', 'p') and has_table_privilege("
                                + "'ansinh_app', oid, 'TRUNCATE, REFERENCES, TRIGGER, MAINTAIN')")) {
            faults.add("application has more than rows on " + table);
        }
        for (String function :
                rows(
                        // refresh_statistics() takes nothing, gives nothing and reads for the
                        // planner only (V13).
                        // door_ask() answers which other localities pay a month for one of the
                        // own people, and records the question (V15).
                        // succession_take_back() removes from the session's tenant what a
                        // succession brought, while that is being taken back (V28).
                        "select p.oid::regprocedure from pg_proc p where prosecdef"
                                + " and proname <> 'door_ask'"
                                + " and (proname, pronargs) <> ('succession_take_back', 0)"
                                + " and (proname, pronargs, prorettype) <>"
                                + " ('refresh_statistics', 0, 'void'::regtype)"
                                + " and pronamespace = 'public'::regnamespace"
                                + " and has_function_privilege('ansinh_app', p.oid, 'EXECUTE')")) {
            faults.add("goes round the policies: security definer " + function);
        }
    }

    private void applicationRole() throws SQLException {
        for (String role : List.of("ansinh_app", "ansinh_work")) {
            check(
                    role + ": superuser, BYPASSRLS or may create roles or databases",
                    "select not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb"
                            + " or rolreplication) from pg_roles where rolname = '"
                            + role
                            + "'");
            check(
                    role + ": member of another role",
                    "select not exists (select from pg_auth_members where member = '"
                            + role
                            + "'::regrole)");
            check(
                    role + ": owns something",
                    "select not exists (select from pg_class where relowner = '"
                            + role
                            + "'::regrole and relpersistence <> 't')");
            check(
                    role + ": has DDL",
                    "select not has_schema_privilege('"
                            + role
                            + "', 'public', 'CREATE')"
                            + " and not has_database_privilege('"
                            + role
                            + "', current_database(), 'CREATE')");
        }
        check(
                "ansinh_app: no temporary tables",
                "select has_database_privilege('ansinh_app', current_database(), 'TEMPORARY')");
        for (String table : APPEND_ONLY) {
            check(
                    table + ": the application may change what is written",
                    "select not has_any_column_privilege('ansinh_app', '" + table + "', 'UPDATE')");
        }
        for (String table : names("tenant")) {
            boolean may = grants(table).contains("DELETE");
            if (may && !DELETABLE.contains(table)) {
                faults.add(table + ": the application may delete");
            }
        }
    }

    private List<String> grants(String table) throws SQLException {
        return rows(
                "select p from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE',"
                        + " 'REFERENCES', 'TRIGGER']) p where has_table_privilege('ansinh_app', '"
                        + table
                        + "'::regclass, p)");
    }

    private void check(String fault, String sql) throws SQLException {
        if (!rows(sql).equals(List.of("t"))) {
            faults.add(fault);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
