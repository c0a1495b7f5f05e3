package vn.ansinh.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.embeddedpostgres.api.PostgresServer;
import vn.ansinh.embeddedpostgres.api.PostgresSettings;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.internal.PaymentService;
import vn.ansinh.payment.internal.RunListeners;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.api.Store;
import vn.ansinh.store.api.StoreSettings;

/**
 * The product's payments on a database of its own with durable settings, and a superuser beside the
 * product's roles who prepares, copies and takes away what a round wrote.
 */
final class Installation implements AutoCloseable {
    private final Path folder;
    private final PostgresServer server;
    private final Connection superuser;
    private final Store store;
    private final YearMonth month;
    private final Clock clock;

    Installation(int connections) throws Exception {
        this(connections, YearMonth.of(2026, 3), Instant.parse("2026-03-20T02:00:00Z"));
    }

    /**
     * Starts it.
     *
     * @param month month whose run is timed and taken away again
     * @param now instant at which the clock stands
     */
    Installation(int connections, YearMonth month, Instant now) throws Exception {
        this.month = month;
        clock = new Clock(now);
        folder = Files.createTempDirectory("ansinh-benchmark-");
        server =
                PostgresServer.start(
                        PostgresSettings.in(folder)
                                .with("shared_buffers", "1GB")
                                .with("max_wal_size", "8GB"));
        superuser =
                DriverManager.getConnection(
                        server.url(), PostgresServer.SUPERUSER, server.superuserPassword());
        store =
                Store.open(
                        new StoreSettings(
                                server.url(),
                                server.ownerPassword(),
                                server.appPassword(),
                                connections,
                                clock));
    }

    Localities localities() {
        return store.service(Localities.class);
    }

    <T> T service(Class<T> type) {
        return store.service(type);
    }

    CivilClock clock() {
        return clock;
    }

    /** Sets the clock. */
    void at(Instant now) {
        clock.now = now;
    }

    Payments payments(ActiveLaw law, int workers, int chunkLines) {
        return new PaymentService(
                localities(),
                law,
                Engines.standard(),
                store.service(UnitOfWork.class),
                store.service(Audit.class),
                clock,
                store.service(PaymentStorage.class),
                new RunListeners(List.of()),
                workers,
                chunkLines);
    }

    /** Columns of a line, as the product's table has them. */
    String columns() throws SQLException {
        return one(
                "select string_agg(attname, ', ' order by attnum) from pg_attribute"
                        + " where attrelid = 'payment_line'::regclass and attnum > 0");
    }

    /** Writes the month's lines to a file of the server and says where. */
    String linesFile() throws SQLException {
        String file = one("show data_directory") + "/benchmark-lines.copy";
        execute(
                "copy (select "
                        + columns()
                        + " from payment_line where for_month = '"
                        + month.atDay(1)
                        + "' order by tenant_id, person_id, component) to '"
                        + file
                        + "'");
        return file;
    }

    /** People of one locality; {@code tenant} is SQL over the number {@code i} of a person. */
    void people(int people, String tenant) throws Exception {
        execute(
                resource("people.sql")
                        .replace(":n", Integer.toString(people))
                        .replace(":tenant", tenant));
    }

    /** A run that does not pay everybody would be fast for nothing; the rate is in đồng. */
    void verify(long lines, long totalDong, long rate) throws SQLException {
        String granted =
                one(
                        "select count(*) || ' ' || sum("
                                + rate / 100
                                + " * coefficient_hundredths) from entitlement");
        String paid =
                one(
                        "select count(*) || ' ' || sum(amount_dong) from payment_line"
                                + " where for_month = '"
                                + month.atDay(1)
                                + "'");
        if (!granted.equals(paid) || !paid.equals(lines + " " + totalDong)) {
            throw new IllegalStateException("granted " + granted + ", paid " + paid);
        }
    }

    /** One backend copies lines into an empty table; seconds. */
    double copy(String table, String columns, String file) throws SQLException {
        if (table.equals("payment_line")) {
            remove();
        } else {
            execute("truncate " + table);
        }
        execute("checkpoint");
        long started = System.nanoTime();
        execute("copy " + table + " (" + columns + ") from '" + file + "'");
        return (System.nanoTime() - started) / 1e9;
    }

    /** Takes the month's run away as if it had never been, past the triggers that forbid it. */
    void remove() throws SQLException {
        execute(
                "set session_replication_role = replica;"
                        + " truncate payment_line_"
                        + month.format(DateTimeFormatter.ofPattern("yyyyMM"))
                        + ";"
                        + " create temporary table gone as select tenant_id, id from payment_run"
                        + " where for_month = '"
                        + month.atDay(1)
                        + "';"
                        + " delete from run_event where run_id in (select id from gone);"
                        + " delete from run_duty where run_id in (select id from gone);"
                        + " delete from run_month where run_id in (select id from gone);"
                        + " delete from run_chunk where run_id in (select id from gone);"
                        + " delete from run_total where run_id in (select id from gone);"
                        + " delete from run_difference where run_id in (select id from gone);"
                        + " delete from ledger_link where subject_id in (select id from gone);"
                        + " delete from payment_run where id in (select id from gone);"
                        + " drop table gone;"
                        + " set session_replication_role = origin");
    }

    /** Takes every diff away as if it had never been. */
    void removeDiffs() throws SQLException {
        execute(
                "set session_replication_role = replica;"
                        + " truncate policy_change, policy_diff_total, policy_diff;"
                        + " set session_replication_role = origin");
    }

    String durability() throws SQLException {
        return String.format(
                Locale.ROOT,
                "\"fsync\":\"%s\",\"synchronousCommit\":\"%s\",\"fullPageWrites\":\"%s\"",
                one("show fsync"),
                one("show synchronous_commit"),
                one("show full_page_writes"));
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    String one(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Installation.class.getResourceAsStream("/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static String list(double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> String.format(Locale.ROOT, "%.3f", value))
                .toList()
                .toString();
    }

    static void say(String text) {
        System.err.println(text);
    }

    @Override
    public void close() throws Exception {
        store.close();
        superuser.close();
        server.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Stands still until it is set. */
    private static final class Clock implements CivilClock {
        private volatile Instant now;

        Clock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Asia/Ho_Chi_Minh");
        }

        @Override
        public boolean adjusted() {
            return true;
        }
    }
}
