package vn.ansinh.benchmarks;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.ansinh.beneficiary.api.PeopleFinder;
import vn.ansinh.beneficiary.internal.finding.FindingModule;
import vn.ansinh.beneficiary.port.DuplicatePairs;
import vn.ansinh.beneficiary.port.PeopleIndex;
import vn.ansinh.beneficiary.port.UnitLists;
import vn.ansinh.embeddedpostgres.api.PostgresServer;
import vn.ansinh.embeddedpostgres.api.PostgresSettings;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.api.Store;
import vn.ansinh.store.api.StoreSettings;

/**
 * What row-level security costs: reads of a person by key with a prepared statement over the wire,
 * as the product reads, by the application's role ÷ the same by a role that passes over the
 * policies, in turn; the same in a loop inside the server beside it; and the product's search by
 * name as the application's role, in milliseconds.
 */
public final class RowLevelSecurity implements AutoCloseable {
    private static final Actor ACTOR = Actor.system("benchmark");
    private static final int READS = 10_000;
    private static final int PAGE = 50;
    private static final List<String> TEXTS =
            List.of(
                    "Đặng Thị Thu Huệ",
                    "hue dang thu thi",
                    "hoa nguyen",
                    "nguyen thi",
                    "tran van quoc anh",
                    "yen",
                    "dang thi thu hu",
                    "nguyen");

    /** Frequent words that hardly ever meet: the dearest question there is. */
    private static final String WORST = "thi van";

    private final int people;
    private final int rounds;
    private final Path folder;
    private final PostgresServer server;
    private final Store store;
    private final TenantId tenant;
    private final CivilClock clock = clock();

    private RowLevelSecurity(int people, int rounds) throws Exception {
        this.people = people;
        this.rounds = rounds;
        folder = Files.createTempDirectory("ansinh-benchmark-");
        server = PostgresServer.start(PostgresSettings.in(folder).with("shared_buffers", "512MB"));
        store =
                Store.open(
                        new StoreSettings(
                                server.url(),
                                server.ownerPassword(),
                                server.appPassword(),
                                2,
                                clock));
        tenant = store.service(Localities.class).create("xa-gia-lap", "DỮ LIỆU GIẢ LẬP").id();
    }

    /** Entry: {@code --people N}, {@code --rounds R}. */
    public static void main(String[] args) throws Exception {
        int people = 100_000;
        int rounds = 15;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--people" -> people = Integer.parseInt(args[++i]);
                case "--rounds" -> rounds = Integer.parseInt(args[++i]);
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        String json;
        try (RowLevelSecurity benchmark = new RowLevelSecurity(people, rounds)) {
            json = benchmark.measure();
        }
        System.out.println(json);
    }

    private String measure() throws Exception {
        double[] with = new double[rounds];
        double[] without = new double[rounds];
        double[] inServer = new double[rounds];
        try (Connection superuser =
                        DriverManager.getConnection(
                                server.url(),
                                PostgresServer.SUPERUSER,
                                server.superuserPassword());
                Connection app =
                        DriverManager.getConnection(
                                server.url(), PostgresServer.APP, server.appPassword())) {
            TenantId other = store.service(Localities.class).create("xa-khac", "GIẢ LẬP").id();
            load(superuser, other, Math.max(1, people / 10));
            load(superuser, tenant, people);
            execute(superuser, "vacuum analyze");
            execute(app, "set ansinh.tenant = " + tenant.value());
            read(app);
            read(superuser);
            for (int round = 0; round < rounds; round++) {
                if (round % 2 == 0) {
                    with[round] = read(app);
                    without[round] = read(superuser);
                    inServer[round] = readInServer(app) / readInServer(superuser);
                } else {
                    without[round] = read(superuser);
                    with[round] = read(app);
                    inServer[round] = 1 / (readInServer(superuser) / readInServer(app));
                }
            }
        }
        double[] ratios = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            ratios[i] = with[i] / without[i];
        }
        double[] search = new double[TEXTS.size()];
        double[] worst = new double[1];
        PeopleFinder inside = finder((action, kind, id, detail) -> {});
        store.service(UnitOfWork.class)
                .inTenant(
                        tenant,
                        ACTOR,
                        () -> {
                            for (int i = 0; i < search.length; i++) {
                                search[i] = median(searches(inside, TEXTS.get(i)));
                            }
                            worst[0] = median(searches(inside, WORST));
                            return null;
                        });
        PeopleFinder audited = finder(store.service(Audit.class));
        List<Double> whole = new ArrayList<>();
        for (String text : TEXTS) {
            whole.add(median(searches(audited, text)));
        }
        return String.format(
                Locale.ROOT,
                "{\"benchmark\":\"row-level-security\",\"ratio\":%.3f,\"ratios\":%s,"
                        + "\"people\":%d,\"rounds\":%d,\"pointReadMicros\":%.2f,"
                        + "\"pointReadWithoutMicros\":%.2f,\"inServerRatio\":%.3f,"
                        + "\"searchMs\":%.3f,"
                        + "\"searchDearestMs\":%.3f,\"searches\":%s,\"frequentWordsMs\":%.3f,"
                        + "\"searchWithAuditAndCommitMs\":%.3f}",
                median(ratios),
                list(ratios),
                people,
                rounds,
                median(with) / READS * 1e6,
                median(without) / READS * 1e6,
                median(inServer),
                median(search),
                Arrays.stream(search).max().orElseThrow(),
                list(search),
                worst[0],
                median(whole.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    private PeopleFinder finder(Audit audit) {
        return new FindingModule(
                        store.service(UnitLists.class),
                        store.service(PeopleIndex.class),
                        store.service(DuplicatePairs.class),
                        store.service(UnitOfWork.class),
                        audit,
                        clock)
                .finder();
    }

    private double[] searches(PeopleFinder finder, String text) {
        double[] ms = new double[50];
        for (int i = -20; i < ms.length; i++) {
            long began = System.nanoTime();
            finder.find(tenant, ACTOR, text, "", 0, PAGE);
            if (i >= 0) {
                ms[i] = (System.nanoTime() - began) / 1e6;
            }
        }
        return ms;
    }

    /** Reads by key with one prepared statement, as the product does. */
    private double read(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "select full_name from person where tenant_id = ? and person_id = ?")) {
            query.setInt(1, tenant.value());
            long began = System.nanoTime();
            for (long i = 1; i <= READS; i++) {
                query.setLong(2, 1 + i * 7919 % people);
                try (ResultSet row = query.executeQuery()) {
                    if (!row.next()) {
                        throw new IllegalStateException("a person is not there");
                    }
                }
            }
            return (System.nanoTime() - began) / 1e9;
        }
    }

    /** The same in one statement of the server, where no wire hides the difference. */
    private double readInServer(Connection connection) throws SQLException {
        String sql =
                "do $$ declare name text; begin for i in 1.."
                        + READS
                        + " loop select full_name into strict name from person where tenant_id = "
                        + tenant.value()
                        + " and person_id = 1 + i * 7919::bigint % "
                        + people
                        + "; end loop; end $$";
        long began = System.nanoTime();
        execute(connection, sql);
        return (System.nanoTime() - began) / 1e9;
    }

    private static void load(Connection superuser, TenantId tenant, int people) throws Exception {
        execute(superuser, "set ansinh.tenant = " + tenant.value());
        try (InputStream in = RowLevelSecurity.class.getResourceAsStream("/names.sql")) {
            execute(
                    superuser,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replace(":n)", people + ")"));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
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

    private static CivilClock clock() {
        return new CivilClock() {
            @Override
            public Instant now() {
                return Instant.parse("2026-03-15T02:00:00Z");
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

    @Override
    public void close() throws Exception {
        store.close();
        server.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
