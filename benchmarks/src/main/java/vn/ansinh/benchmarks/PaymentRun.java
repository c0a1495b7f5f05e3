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
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.embeddedpostgres.api.PostgresServer;
import vn.ansinh.embeddedpostgres.api.PostgresSettings;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.internal.PaymentService;
import vn.ansinh.payment.internal.RunListeners;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.api.Store;
import vn.ansinh.store.api.StoreSettings;

/**
 * The product's run of one locality ÷ a server-side text COPY of the run's own lines by one backend
 * into reference table A. Both in every round, in turn, each after a checkpoint and with its
 * commit; the ratio is the median of the rounds' ratios.
 */
public final class PaymentRun implements AutoCloseable {
    private static final YearMonth BEFORE = YearMonth.of(2026, 2);
    private static final YearMonth MONTH = YearMonth.of(2026, 3);
    private static final Actor ACTOR = Actor.system("benchmark");
    private static final int WORKERS = 2;
    private static final int CHUNK = 8_000;

    private final int people;
    private final int rounds;
    private final boolean firstMonth;
    private final Path folder;
    private final PostgresServer server;
    private final Connection superuser;
    private final Store store;
    private final Payments payments;
    private final TenantId tenant;
    private final String file;

    private PaymentRun(int people, int rounds, boolean firstMonth) throws Exception {
        this.people = people;
        this.rounds = rounds;
        this.firstMonth = firstMonth;
        folder = Files.createTempDirectory("ansinh-benchmark-");
        server =
                PostgresServer.start(
                        PostgresSettings.in(folder)
                                .with("shared_buffers", "1GB")
                                .with("max_wal_size", "8GB"));
        superuser =
                DriverManager.getConnection(
                        server.url(), PostgresServer.SUPERUSER, server.superuserPassword());
        CivilClock clock = clock();
        store =
                Store.open(
                        new StoreSettings(
                                server.url(),
                                server.ownerPassword(),
                                server.appPassword(),
                                WORKERS + 2,
                                clock));
        RealLaw law = new RealLaw();
        tenant =
                store.service(Localities.class)
                        .create(law.profile().code(), law.profile().name())
                        .id();
        payments =
                new PaymentService(
                        store.service(Localities.class),
                        law,
                        Engines.standard(),
                        store.service(UnitOfWork.class),
                        store.service(Audit.class),
                        clock,
                        store.service(PaymentStorage.class),
                        new RunListeners(List.of()),
                        WORKERS,
                        CHUNK);
        file = one("show data_directory") + "/benchmark-lines.copy";
    }

    /** Entry: {@code --people N}, {@code --rounds R}, {@code --first-month}. */
    public static void main(String[] args) throws Exception {
        int people = 1_000_000;
        int rounds = 5;
        boolean firstMonth = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--people" -> people = Integer.parseInt(args[++i]);
                case "--rounds" -> rounds = Integer.parseInt(args[++i]);
                case "--first-month" -> firstMonth = true;
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        String json;
        try (PaymentRun benchmark = new PaymentRun(people, rounds, firstMonth)) {
            json = benchmark.measure();
        }
        System.out.println(json);
    }

    private String measure() throws Exception {
        say("people: " + people);
        execute("set ansinh.tenant = " + tenant.value());
        execute(resource("people.sql").replace(":n", Integer.toString(people)));
        execute(resource("reference-table-a.sql"));
        if (!firstMonth) {
            payments.compute(tenant, ACTOR, BEFORE);
        }
        RunView run = payments.compute(tenant, ACTOR, MONTH);
        verify(run);
        String columns = one(COLUMNS);
        execute(
                "copy (select "
                        + columns
                        + " from payment_line where for_month = '2026-03-01'"
                        + " order by person_id, component) to '"
                        + file
                        + "'");
        double[] runs = new double[rounds];
        double[] copies = new double[rounds];
        double[] own = new double[rounds];
        double[] reruns = new double[rounds];
        long[] heap = new long[3];
        for (int round = 0; round < rounds; round++) {
            for (int step = 0; step < 3; step++) {
                switch ((step + round) % 3) {
                    case 0 -> runs[round] = run(run, reruns, round, heap);
                    case 1 -> copies[round] = copy("reference_table_a", columns);
                    default -> own[round] = copy("payment_line", columns);
                }
            }
            say(
                    String.format(
                            Locale.ROOT,
                            "round %d: run %.2f s, copy %.2f s, ratio %.2f, copy to own table %.2f s",
                            round + 1,
                            runs[round],
                            copies[round],
                            runs[round] / copies[round],
                            own[round]));
        }
        double[] ratios = new double[rounds];
        double[] ownRatios = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            ratios[i] = runs[i] / copies[i];
            ownRatios[i] = runs[i] / own[i];
        }
        return String.format(
                Locale.ROOT,
                "{\"benchmark\":\"payment-run\",\"ratio\":%.3f,\"ratios\":%s,\"people\":%d,"
                        + "\"lines\":%d,\"differences\":%d,\"previousMonth\":%b,\"rounds\":%d,"
                        + "\"runSeconds\":%.3f,\"copySeconds\":%.3f,\"linesPerSecond\":%.0f,"
                        + "\"ratioToOwnTable\":%.3f,\"rerunSeconds\":%.4f,\"rerunShare\":%.4f,"
                        + "\"heapAfterGcFirstThirdMb\":%d,\"heapAfterGcLastThirdMb\":%d,"
                        + "\"heapAliveAfterMb\":%d,\"workers\":%d,\"chunkLines\":%d,"
                        + "\"fsync\":\"%s\",\"synchronousCommit\":\"%s\",\"fullPageWrites\":\"%s\"}",
                median(ratios),
                list(ratios),
                people,
                run.lines(),
                run.differences(),
                !firstMonth,
                rounds,
                median(runs),
                median(copies),
                run.lines() / median(runs),
                median(ownRatios),
                median(reruns),
                median(reruns) / median(runs),
                heap[0],
                heap[1],
                heap[2],
                WORKERS,
                CHUNK,
                one("show fsync"),
                one("show synchronous_commit"),
                one("show full_page_writes"));
    }

    private static final String COLUMNS =
            "select string_agg(attname, ', ' order by attnum) from pg_attribute"
                    + " where attrelid = 'payment_line'::regclass and attnum > 0";

    /** The product's run, and once more when it is finished. */
    private double run(RunView expected, double[] reruns, int round, long[] heap) throws Exception {
        remove();
        execute("checkpoint");
        System.gc();
        try (HeapWatch watch = new HeapWatch()) {
            long started = System.nanoTime();
            RunView run = payments.compute(tenant, ACTOR, MONTH);
            long ended = System.nanoTime();
            long third = (ended - started) / 3;
            heap[0] = Math.max(heap[0], watch.highest(started, started + third));
            heap[1] = Math.max(heap[1], watch.highest(ended - third, ended));
            heap[2] = Math.max(heap[2], HeapWatch.alive());
            if (run.lines() != expected.lines() || run.totalDong() != expected.totalDong()) {
                throw new IllegalStateException("another result: " + run + " not " + expected);
            }
            long again = System.nanoTime();
            payments.compute(tenant, ACTOR, MONTH);
            reruns[round] = (System.nanoTime() - again) / 1e9;
            return (ended - started) / 1e9;
        }
    }

    /** One backend copies the run's lines into an empty table. */
    private double copy(String table, String columns) throws SQLException {
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
    private void remove() throws SQLException {
        execute(
                "set session_replication_role = replica;"
                        + " truncate payment_line_202603;"
                        + " create temporary table gone as select tenant_id, id from payment_run"
                        + " where for_month = '2026-03-01';"
                        + " delete from run_event where run_id in (select id from gone);"
                        + " delete from run_duty where run_id in (select id from gone);"
                        + " delete from run_month where run_id in (select id from gone);"
                        + " delete from run_chunk where run_id in (select id from gone);"
                        + " delete from run_total where run_id in (select id from gone);"
                        + " delete from run_difference where run_id in (select id from gone);"
                        + " delete from run_row where run_id in (select id from gone);"
                        + " delete from ledger_link where subject_id in (select id from gone);"
                        + " delete from payment_run where id in (select id from gone);"
                        + " drop table gone;"
                        + " set session_replication_role = origin");
    }

    /** A run that does not pay everybody would be fast for nothing. */
    private void verify(RunView run) throws SQLException {
        String granted =
                one(
                        "select count(*) || ' ' || sum(6500 * coefficient_hundredths)"
                                + " from entitlement");
        String paid =
                one(
                        "select count(*) || ' ' || sum(amount_dong) from payment_line"
                                + " where for_month = '2026-03-01'");
        if (!granted.equals(paid) || !paid.equals(run.lines() + " " + run.totalDong())) {
            throw new IllegalStateException("granted " + granted + ", paid " + paid);
        }
        say("lines: " + run.lines() + ", differences: " + run.differences());
    }

    private static CivilClock clock() {
        return new CivilClock() {
            @Override
            public Instant now() {
                return Instant.parse("2026-03-20T02:00:00Z");
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("Asia/Ho_Chi_Minh");
            }

            @Override
            public boolean adjusted() {
                return true;
            }
        };
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private String one(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = PaymentRun.class.getResourceAsStream("/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String list(double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> String.format(Locale.ROOT, "%.3f", value))
                .toList()
                .toString();
    }

    private static void say(String text) {
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
}
