package vn.ansinh.embeddedpostgres.internal;

import static vn.ansinh.embeddedpostgres.api.PostgresServer.APP;
import static vn.ansinh.embeddedpostgres.api.PostgresServer.DATABASE;
import static vn.ansinh.embeddedpostgres.api.PostgresServer.OWNER;
import static vn.ansinh.embeddedpostgres.api.PostgresServer.SUPERUSER;
import static vn.ansinh.embeddedpostgres.api.PostgresServer.WORK;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/** The database and its three roles, made where they are missing. */
final class Roles {
    private Roles() {}

    static void prepare(int port, Passwords passwords) throws SQLException {
        try (Connection c = connect(port, "postgres", passwords.superuser());
                Statement s = c.createStatement()) {
            role(s, OWNER, "LOGIN BYPASSRLS NOSUPERUSER", passwords.owner());
            role(s, APP, "LOGIN NOBYPASSRLS NOSUPERUSER", passwords.app());
            role(s, WORK, "LOGIN NOBYPASSRLS NOSUPERUSER", passwords.work());
            if (!there(s, "pg_database", "datname", DATABASE)) {
                s.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
            }
            // One locality's rows go in and out without judging them anew or stopping the others.
            s.execute("GRANT SET ON PARAMETER session_replication_role TO " + OWNER);
            s.execute("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
            s.execute("GRANT CONNECT, TEMPORARY ON DATABASE " + DATABASE + " TO " + APP);
            s.execute("GRANT CONNECT ON DATABASE " + DATABASE + " TO " + WORK);
        }
        try (Connection c = connect(port, DATABASE, passwords.superuser());
                Statement s = c.createStatement()) {
            s.execute("ALTER SCHEMA public OWNER TO " + OWNER);
            s.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
            s.execute("GRANT USAGE ON SCHEMA public TO " + APP + ", " + WORK);
        }
    }

    private static void role(Statement s, String name, String attributes, String password)
            throws SQLException {
        String verb = there(s, "pg_roles", "rolname", name) ? "ALTER" : "CREATE";
        s.execute(verb + " ROLE " + name + " " + attributes + " PASSWORD '" + password + "'");
    }

    private static boolean there(Statement s, String table, String column, String name)
            throws SQLException {
        try (ResultSet r =
                s.executeQuery(
                        "SELECT 1 FROM " + table + " WHERE " + column + " = '" + name + "'")) {
            return r.next();
        }
    }

    private static Connection connect(int port, String database, String password)
            throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://127.0.0.1:" + port + "/" + database);
        source.setConnectTimeout(10);
        return source.getConnection(SUPERUSER, password);
    }
}
