package vn.ansinh.benchmarks;

import static vn.ansinh.benchmarks.Installation.say;

import java.lang.management.ManagementFactory;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * A month of the whole country: the same people as {@link PaymentRun} in many localities, one run
 * each, by the product's own calls and roles, two localities at a time ÷ a server-side text COPY of
 * all lines by one backend into reference table A. Both in every round, in turn, each after a
 * checkpoint and with its commits; the ratio is the median of the rounds' ratios.
 */
public final class PaymentMonth implements AutoCloseable {
    private static final YearMonth BEFORE = YearMonth.of(2026, 2);
    private static final YearMonth MONTH = YearMonth.of(2026, 3);
    private static final Actor ACTOR = Actor.system("benchmark");
    private static final int WORKERS = 2;
    private static final int CHUNK = 8_000;

    private final int people;
    private final int rounds;
    private final Installation installation;
    private final Payments payments;
    private final List<TenantId> tenants = new ArrayList<>();

    private PaymentMonth(int people, int localities, int rounds) throws Exception {
        this.people = people;
        this.rounds = rounds;
        installation = new Installation(2 * WORKERS + 2);
        payments = installation.payments(new RealLaw(), WORKERS, CHUNK);
        for (int n = 1; n <= localities; n++) {
            String code = String.format(Locale.ROOT, "gia-lap-%04d", n);
            tenants.add(installation.localities().create(code, "Xã giả lập " + n).id());
        }
    }

    /** Entry: {@code --people N}, {@code --localities M}, {@code --rounds R}. */
    public static void main(String[] args) throws Exception {
        int people = 1_000_000;
        int localities = 3_321;
        int rounds = 5;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--people" -> people = Integer.parseInt(args[++i]);
                case "--localities" -> localities = Integer.parseInt(args[++i]);
                case "--rounds" -> rounds = Integer.parseInt(args[++i]);
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        String json;
        try (PaymentMonth benchmark = new PaymentMonth(people, localities, rounds)) {
            json = benchmark.measure();
        }
        System.out.println(json);
    }

    private String measure() throws Exception {
        say("people: " + people + ", localities: " + tenants.size());
        installation.people(people, tenantOfPerson());
        installation.execute(Installation.resource("reference-table-a.sql"));
        month(BEFORE);
        Sum first = month(MONTH);
        installation.verify(first.lines, first.totalDong, 650_000);
        String columns = installation.columns();
        String file = installation.linesFile();
        double[] months = new double[rounds];
        double[] copies = new double[rounds];
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            for (int step = 0; step < 2; step++) {
                if ((step + round) % 2 == 0) {
                    months[round] = timed(first);
                } else {
                    copies[round] = installation.copy("reference_table_a", columns, file);
                }
            }
            ratios[round] = months[round] / copies[round];
            say(
                    String.format(
                            Locale.ROOT,
                            "round %d: month %.2f s, copy %.2f s, ratio %.2f",
                            round + 1,
                            months[round],
                            copies[round],
                            ratios[round]));
        }
        double month = Installation.median(months);
        return String.format(
                Locale.ROOT,
                "{\"benchmark\":\"payment-month\",\"ratio\":%.3f,\"ratios\":%s,\"people\":%d,"
                        + "\"localities\":%d,\"lines\":%d,\"rounds\":%d,\"monthSeconds\":%.3f,"
                        + "\"copySeconds\":%.3f,\"linesPerSecond\":%.0f,\"runMillis\":%.2f,"
                        + "\"workers\":%d,\"chunkLines\":%d,\"load\":%.2f,%s}",
                Installation.median(ratios),
                Installation.list(ratios),
                people,
                tenants.size(),
                first.lines,
                rounds,
                month,
                Installation.median(copies),
                first.lines / month,
                month * 1000 * WORKERS / tenants.size(),
                WORKERS,
                CHUNK,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                installation.durability());
    }

    /** People lie together by locality, as many in each. */
    private String tenantOfPerson() {
        int first = tenants.get(0).value();
        int last = tenants.get(tenants.size() - 1).value();
        if (last - first + 1 != tenants.size()) {
            throw new IllegalStateException("the localities are not numbered in a row");
        }
        return "(%d + (i - 1)::bigint * %d / %d)::int".formatted(first, tenants.size(), people);
    }

    private double timed(Sum expected) throws Exception {
        installation.remove();
        installation.execute("checkpoint");
        System.gc();
        long started = System.nanoTime();
        Sum sum = month(MONTH);
        double seconds = (System.nanoTime() - started) / 1e9;
        if (sum.lines != expected.lines || sum.totalDong != expected.totalDong) {
            throw new IllegalStateException("another result: " + sum + " not " + expected);
        }
        return seconds;
    }

    private record Sum(long lines, long totalDong) {}

    /** Computes the month of every locality, a few at a time. */
    private Sum month(YearMonth month) throws Exception {
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<Sum>> all = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                all.add(threads.submit(() -> some(month, next)));
            }
            long lines = 0;
            long dong = 0;
            for (Future<Sum> one : all) {
                lines += one.get().lines;
                dong += one.get().totalDong;
            }
            return new Sum(lines, dong);
        } finally {
            threads.shutdownNow();
        }
    }

    private Sum some(YearMonth month, AtomicInteger next) {
        long lines = 0;
        long dong = 0;
        for (int n = next.getAndIncrement(); n < tenants.size(); n = next.getAndIncrement()) {
            RunView run = payments.compute(tenants.get(n), ACTOR, month);
            lines += run.lines();
            dong += run.totalDong();
        }
        return new Sum(lines, dong);
    }

    @Override
    public void close() throws Exception {
        installation.close();
    }
}
