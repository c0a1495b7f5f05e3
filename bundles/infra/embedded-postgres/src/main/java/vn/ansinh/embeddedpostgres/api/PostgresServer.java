package vn.ansinh.embeddedpostgres.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.ansinh.embeddedpostgres.internal.Cluster;
import vn.ansinh.embeddedpostgres.internal.Folders;
import vn.ansinh.embeddedpostgres.internal.Passwords;

/**
 * A private PostgreSQL server: a child process that listens on 127.0.0.1 only, with generated
 * passwords, holding the database {@code ansinh} and its three roles. Plain Java: a bundle, a test
 * or a program may start one.
 *
 * <pre>{@code
 * try (PostgresServer server = PostgresServer.temporary()) {
 *     DriverManager.getConnection(server.url(), PostgresServer.APP, server.appPassword());
 * }
 * }</pre>
 */
public final class PostgresServer implements AutoCloseable {
    /** The database of the product. */
    public static final String DATABASE = "ansinh";

    /** Owns database and schema, migrates and backs up; passes over row-level security. */
    public static final String OWNER = "ansinh_owner";

    /** Everything at run time: under row-level security, no DDL but temporary tables. */
    public static final String APP = "ansinh_app";

    /** The scheduler's tables only. */
    public static final String WORK = "ansinh_work";

    /** The superuser; for tests and repair. */
    public static final String SUPERUSER = "postgres";

    private final Cluster cluster;
    private final Path temporary;
    private final Thread hook;

    private PostgresServer(Cluster cluster, Path temporary) {
        this.cluster = cluster;
        this.temporary = temporary;
        this.hook = temporary == null ? null : new Thread(this::end, "postgres-temporary-end");
    }

    /**
     * Starts the server of a folder; makes it when the folder is empty. A server that a killed
     * process left behind is stopped first; committed data are kept.
     *
     * @param settings where and how
     * @return the running server
     * @throws PostgresException when it cannot be started; the data are as they were
     */
    public static PostgresServer start(PostgresSettings settings) {
        return new PostgresServer(Cluster.start(settings), null);
    }

    /**
     * Starts an empty server for a test. {@link #close} deletes it, and so does the end of the JVM.
     *
     * @return the running server
     */
    public static PostgresServer temporary() {
        Path folder;
        try {
            folder = Files.createTempDirectory("ansinh-postgres-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PostgresServer server =
                new PostgresServer(Cluster.start(PostgresSettings.in(folder)), folder);
        Runtime.getRuntime().addShutdownHook(server.hook);
        return server;
    }

    /** Returns the address it listens on. */
    public String host() {
        return "127.0.0.1";
    }

    /** Returns the port it listens on. */
    public int port() {
        return cluster.port();
    }

    /** Returns the process id of the server. */
    public long pid() {
        return cluster.pid();
    }

    /** Returns the JDBC address of the database {@link #DATABASE}. */
    public String url() {
        return url(DATABASE);
    }

    /**
     * Returns the JDBC address of a database.
     *
     * @param database its name
     */
    public String url(String database) {
        return "jdbc:postgresql://" + host() + ":" + port() + "/" + database;
    }

    /** Returns the password of {@link #SUPERUSER}. */
    public String superuserPassword() {
        return passwords().superuser();
    }

    /** Returns the password of {@link #OWNER}. */
    public String ownerPassword() {
        return passwords().owner();
    }

    /** Returns the password of {@link #APP}. */
    public String appPassword() {
        return passwords().app();
    }

    /** Returns the password of {@link #WORK}. */
    public String workPassword() {
        return passwords().work();
    }

    private Passwords passwords() {
        return cluster.passwords();
    }

    /** Returns whether the server's process is there. */
    public boolean running() {
        return cluster.running();
    }

    /** Stops the server: open transactions are rolled back, everything committed stays. */
    @Override
    public void close() {
        if (hook != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                return; // the JVM is ending and the hook does it
            }
        }
        end();
    }

    private void end() {
        cluster.stop();
        if (temporary != null) {
            Folders.delete(temporary);
        }
    }
}
