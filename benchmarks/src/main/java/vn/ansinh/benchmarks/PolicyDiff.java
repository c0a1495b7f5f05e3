package vn.ansinh.benchmarks;

import static vn.ansinh.benchmarks.Installation.say;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.PolicyDiffs;
import vn.ansinh.payment.api.PolicyDiffs.DiffView;
import vn.ansinh.payment.internal.DiffService;
import vn.ansinh.payment.port.DiffStorage;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/**
 * The diff of the State's law with Decree 335/2026 over the people of a generic province (everybody
 * gets more: as many rows as there are payments) ÷ one payment run of the same people and month, a
 * month after another. Both in every round, in turn, each after a checkpoint and with its commits;
 * the ratio is the median of the rounds' ratios. Then the version goes live and back again.
 */
public final class PolicyDiff implements AutoCloseable {
    private static final YearMonth BEFORE = YearMonth.of(2026, 9);
    private static final YearMonth MONTH = YearMonth.of(2026, 10);
    private static final Instant NOW = Instant.parse("2026-10-20T02:00:00Z");
    private static final Actor MAKER = new Actor("lap-bang", "");
    private static final int WORKERS = 2;
    private static final int CHUNK = 8_000;
    private static final long RATE = 500_000;
    private static final long RAISE = 40_000;

    private final int people;
    private final int rounds;
    private final Installation installation;
    private final DecreeVersions versions;
    private final Payments payments;
    private final PolicyDiffs diffs;
    private final List<TenantId> tenants = new ArrayList<>();

    private PolicyDiff(int people, int localities, int rounds) throws Exception {
        this.people = people;
        this.rounds = rounds;
        installation = new Installation(2 * WORKERS + 2, MONTH, NOW);
        versions = new DecreeVersions(installation, localities);
        Localities all = installation.localities();
        versions.codes().forEach(code -> tenants.add(all.require(code).id()));
        payments = installation.payments(versions.activeLaw(), WORKERS, CHUNK);
        diffs =
                new DiffService(
                        all,
                        versions.activeLaw(),
                        versions.releases(),
                        Engines.standard(),
                        installation.service(UnitOfWork.class),
                        installation.service(Audit.class),
                        installation.clock(),
                        installation.service(PaymentStorage.class),
                        installation.service(DiffStorage.class),
                        WORKERS);
    }

    /** Entry: {@code --people N}, {@code --localities M}, {@code --rounds R}. */
    public static void main(String[] args) throws Exception {
        int people = 1_000_000;
        int localities = 1;
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
        try (PolicyDiff benchmark = new PolicyDiff(people, localities, rounds)) {
            json = benchmark.measure();
        }
        System.out.println(json);
    }

    private String measure() throws Exception {
        say("people: " + people + ", localities: " + tenants.size());
        int first = tenants.get(0).value();
        installation.people(
                people,
                "(%d + (i - 1)::bigint * %d / %d)::int".formatted(first, tenants.size(), people));
        run(BEFORE);
        Sum paid = run(MONTH);
        installation.verify(paid.lines, paid.oldDong, RATE);
        Sum said = diff();
        verify(paid, said);
        say("lines: " + paid.lines + ", changes: " + said.changes);
        double[] ratios = new double[rounds];
        double[] runs = new double[rounds];
        double[] shadows = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            for (int step = 0; step < 2; step++) {
                if ((step + round) % 2 == 0) {
                    runs[round] = timedRun(paid);
                } else {
                    shadows[round] = timedDiff(said);
                }
            }
            ratios[round] = shadows[round] / runs[round];
            say(
                    String.format(
                            Locale.ROOT,
                            "round %d: diff %.2f s, run %.2f s, ratio %.2f",
                            round + 1,
                            shadows[round],
                            runs[round],
                            ratios[round]));
        }
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        String after = new WayBack(installation, versions, payments, diffs, tenants).json();
        return String.format(
                Locale.ROOT,
                "{\"benchmark\":\"policy-diff\",\"ratio\":%.3f,\"ratios\":%s,\"people\":%d,"
                        + "\"localities\":%d,\"lines\":%d,\"changes\":%d,\"rounds\":%d,"
                        + "\"diffSeconds\":%.3f,\"runSeconds\":%.3f,\"workers\":%d,"
                        + "\"load\":%.2f,%s,%s}",
                Installation.median(ratios),
                Installation.list(ratios),
                people,
                tenants.size(),
                paid.lines,
                said.changes,
                rounds,
                Installation.median(shadows),
                Installation.median(runs),
                WORKERS,
                load,
                after,
                installation.durability());
    }

    /** A diff that does not name everybody with the right amounts would be fast for nothing. */
    private void verify(Sum paid, Sum said) {
        long raised = paid.oldDong / RATE * (RATE + RAISE);
        if (said.lines != paid.lines
                || said.oldDong != paid.oldDong
                || said.newDong != raised
                || said.changes < paid.lines) {
            throw new IllegalStateException("paid " + paid + ", the diff says " + said);
        }
    }

    private double timedRun(Sum expected) throws Exception {
        installation.remove();
        settle();
        long started = System.nanoTime();
        Sum sum = run(MONTH);
        double seconds = (System.nanoTime() - started) / 1e9;
        same(expected, sum);
        return seconds;
    }

    private double timedDiff(Sum expected) throws Exception {
        installation.removeDiffs();
        settle();
        long started = System.nanoTime();
        Sum sum = diff();
        double seconds = (System.nanoTime() - started) / 1e9;
        same(expected, sum);
        return seconds;
    }

    private void settle() throws Exception {
        installation.execute("checkpoint");
        System.gc();
    }

    private static void same(Sum expected, Sum sum) {
        if (!sum.equals(expected)) {
            throw new IllegalStateException("another result: " + sum + " not " + expected);
        }
    }

    private record Sum(long lines, long changes, long oldDong, long newDong) {}

    private Sum run(YearMonth month) {
        long lines = 0;
        long dong = 0;
        for (TenantId tenant : tenants) {
            RunView run = payments.compute(tenant, MAKER, month);
            lines += run.lines();
            dong += run.totalDong();
        }
        return new Sum(lines, 0, dong, dong);
    }

    private Sum diff() {
        Sum sum = new Sum(0, 0, 0, 0);
        for (TenantId tenant : tenants) {
            DiffView diff = diffs.compute(tenant, MAKER, versions.with(), MONTH, MONTH, null);
            sum =
                    new Sum(
                            sum.lines + diff.payments(),
                            sum.changes + diff.changes(),
                            sum.oldDong + diff.oldDong(),
                            sum.newDong + diff.newDong());
        }
        return sum;
    }

    @Override
    public void close() throws Exception {
        installation.close();
    }
}
