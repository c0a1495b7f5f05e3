package vn.ansinh.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.ansinh.embeddedpostgres.api.PostgresServer;
import vn.ansinh.embeddedpostgres.api.PostgresSettings;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.store.api.Store;
import vn.ansinh.store.api.StoreSettings;

/**
 * A real PostgreSQL with localities and people (DỮ LIỆU GIẢ LẬP). Person {@code i} of locality
 * {@code n} has key {@code n × 1.000.000 + i} and an account at one of two banks.
 */
final class World implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 60_000;

    final int people;
    private final Path folder;
    private PostgresServer server;

    World(Path folder, int people, int localities) throws SQLException {
        this.folder = folder;
        this.people = people;
        this.server = PostgresServer.start(PostgresSettings.in(folder));
        try (Store store =
                Store.open(
                        new StoreSettings(
                                server.url(),
                                server.ownerPassword(),
                                server.appPassword(),
                                2,
                                clock()))) {
            for (int n = 1; n <= localities; n++) {
                store.service(Localities.class).create(code(n), "DỮ LIỆU GIẢ LẬP " + n);
            }
        }
        for (int n = 1; n <= localities; n++) {
            fill(n);
        }
    }

    static String code(int locality) {
        return "thu-nghiem-" + locality;
    }

    static long person(int locality, int i) {
        return locality * 1_000_000L + i;
    }

    private static CivilClock clock() {
        return new CivilClock() {
            @Override
            public Instant now() {
                return Instant.parse("2025-12-01T02:00:00Z");
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

    private void fill(int n) throws SQLException {
        String each = " from generate_series(1, " + people + ") i";
        for (String sql :
                List.of(
                        "insert into decision (tenant_id, decision_id, number, authority,"
                                + " signed_on, kind, recorded_at) values (:t, :b, '7/QĐ-UBND',"
                                + " 'UBND xã', '2025-12-05', 'GRANT', '2025-12-05T03:00:00Z')",
                        "insert into person (tenant_id, person_id, full_name, folded_name, sex,"
                                + " birth_text, earliest_birth, latest_birth, unit_code,"
                                + " recorded_at) select :t, :b + i, 'Người giả lập ' || i,"
                                + " 'nguoi gia lap', '', '1950', '1950-01-01', '1950-12-31',"
                                + " 'U' || i % 7, '2025-12-05T03:00:00Z'"
                                + each,
                        "insert into fact (tenant_id, person_id, fact_id, kind, value, valid_from,"
                                + " known_since, paper, recorded_at) select :t, :b + i, :b + i,"
                                + " 'group', (array['A', 'B'])[i % 2 + 1], '2020-01-01',"
                                + " '2020-01-01', '', '2025-12-05T03:00:00Z'"
                                + each,
                        "insert into entitlement (tenant_id, person_id, entitlement_id,"
                                + " decision_id, ground, component, coefficient_hundredths,"
                                + " from_month, granted_at) select :t, :b + i, :b + i, :b,"
                                + " (array['A', 'B'])[i % 2 + 1], 'MONTHLY',"
                                + " (array[150, 200])[i % 2 + 1], '2026-01-01',"
                                + " '2025-12-05T03:00:00Z'"
                                + each,
                        "insert into payee (tenant_id, person_id, component, kind, name, paper,"
                                + " valid_from, channel, bank, account, holder, holder_relation,"
                                + " name_check, change_paper, recorded_by, recorded_at) select :t,"
                                + " :b + i, 'MONTHLY', 'SELF', 'Người giả lập ' || i, '',"
                                + " '2026-01-01', 'ACCOUNT', (array['Agribank', 'BIDV'])[i % 2 + 1],"
                                + " '9704' || (:b + i), 'Người giả lập ' || i, '', 'EQUAL', '',"
                                + " 'thu-nghiem', '2025-12-05T03:00:00Z'"
                                + each,
                        "insert into payment_source (tenant_id, pays_bank, bank, account, name,"
                                + " recorded_by, recorded_at) values (:t, '', 'Agribank',"
                                + " '15002' || :t, 'UBND xã giả lập', 'thu-nghiem',"
                                + " '2025-12-05T03:00:00Z')",
                        "analyze person, fact, entitlement, payee")) {
            try (Connection owner = owner();
                    Statement statement = owner.createStatement()) {
                statement.execute(sql.replace(":t", tenant(n)).replace(":b", "" + person(n, 0)));
            }
        }
    }

    private static String tenant(int n) {
        return "(select tenant_id from locality where code = '" + code(n) + "')::int";
    }

    int port() {
        return server.port();
    }

    /** What a worker needs to come in by a line on this port. */
    List<String> door(int port) {
        return List.of(
                "jdbc:postgresql://127.0.0.1:"
                        + port
                        + "/"
                        + PostgresServer.DATABASE
                        + "?sslmode=disable&gssEncMode=disable&connectTimeout=5&socketTimeout=60",
                server.ownerPassword(),
                server.appPassword());
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                server.url(), PostgresServer.OWNER, server.ownerPassword());
    }

    /** Asks as the owner, who sees everything; waits while PostgreSQL recovers. */
    List<String[]> ask(String sql) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (true) {
            try (Connection owner = owner();
                    Statement statement = owner.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                List<String[]> rows = new ArrayList<>();
                while (row.next()) {
                    String[] values = new String[row.getMetaData().getColumnCount()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = row.getString(i + 1);
                    }
                    rows.add(values);
                }
                return rows;
            } catch (SQLException e) {
                String state = String.valueOf(e.getSQLState());
                boolean coming = state.startsWith("08") || state.startsWith("57");
                if (!coming || System.currentTimeMillis() > end) {
                    throw new IllegalStateException(sql, e);
                }
                Thread.sleep(50);
            }
        }
    }

    /** State of the regular run of a month; NONE when there is none. */
    String state(int locality, YearMonth month) throws InterruptedException {
        List<String[]> rows =
                ask(
                        "select state from payment_run where tenant_id = "
                                + tenant(locality)
                                + " and for_month = '"
                                + month.atDay(1)
                                + "'");
        return rows.isEmpty() ? "NONE" : rows.get(0)[0];
    }

    /** Whether something from the bank is half taken. */
    boolean reading() throws InterruptedException {
        return !ask("select 1 from notice_file where state = 'READING'").isEmpty();
    }

    /** Whether a file has no answer yet. */
    boolean sending() throws InterruptedException {
        return !ask("select 1 from bank_file where state in ('INTENT', 'UNKNOWN')").isEmpty();
    }

    /** SIGKILL to what works for a worker: PostgreSQL ends all others and recovers. */
    void killBackend() throws InterruptedException {
        List<String[]> pid =
                ask(
                        "select pid from pg_stat_activity where usename = 'ansinh_app'"
                                + " order by state = 'active' desc, xact_start nulls last limit 1");
        for (String[] one : pid) {
            ProcessHandle.of(Long.parseLong(one[0])).ifPresent(ProcessHandle::destroyForcibly);
        }
        Thread.sleep(50);
        ask("select 1");
    }

    /** SIGKILL to every process of PostgreSQL, and started again on the same data and port. */
    void killAll() throws InterruptedException {
        int port = server.port();
        ProcessHandle head = ProcessHandle.of(server.pid()).orElseThrow();
        List<ProcessHandle> all = Stream.concat(Stream.of(head), head.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle one : all) {
            while (one.isAlive()) {
                Thread.sleep(5);
            }
        }
        server.close();
        server = PostgresServer.start(PostgresSettings.in(folder).withPort(port));
        ask("select 1");
    }

    @Override
    public void close() {
        server.close();
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = java.nio.file.Files.walk(folder)) {
            for (Path one : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                java.nio.file.Files.deleteIfExists(one);
            }
        }
    }
}
