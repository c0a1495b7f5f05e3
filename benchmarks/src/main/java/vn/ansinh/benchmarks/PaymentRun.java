package vn.ansinh.benchmarks;

import java.time.YearMonth;
import java.util.Locale;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

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
    private final Installation installation;
    private final Payments payments;
    private final TenantId tenant;

    private PaymentRun(int people, int rounds, boolean firstMonth) throws Exception {
        this.people = people;
        this.rounds = rounds;
        this.firstMonth = firstMonth;
        installation = new Installation(WORKERS + 2);
        RealLaw law = new RealLaw();
        tenant = installation.localities().create(law.profile().code(), law.profile().name()).id();
        payments = installation.payments(law, WORKERS, CHUNK);
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
        Installation.say("people: " + people);
        installation.people(people, Integer.toString(tenant.value()));
        installation.execute(Installation.resource("reference-table-a.sql"));
        if (!firstMonth) {
            payments.compute(tenant, ACTOR, BEFORE);
        }
        RunView run = payments.compute(tenant, ACTOR, MONTH);
        installation.verify(run.lines(), run.totalDong(), 650_000);
        Installation.say("lines: " + run.lines() + ", differences: " + run.differences());
        String columns = installation.columns();
        String file = installation.linesFile();
        double[] runs = new double[rounds];
        double[] copies = new double[rounds];
        double[] own = new double[rounds];
        double[] reruns = new double[rounds];
        long[] heap = new long[3];
        for (int round = 0; round < rounds; round++) {
            for (int step = 0; step < 3; step++) {
                switch ((step + round) % 3) {
                    case 0 -> runs[round] = run(run, reruns, round, heap);
                    case 1 -> copies[round] = installation.copy("reference_table_a", columns, file);
                    default -> own[round] = installation.copy("payment_line", columns, file);
                }
            }
            Installation.say(
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
                        + "%s}",
                Installation.median(ratios),
                Installation.list(ratios),
                people,
                run.lines(),
                run.differences(),
                !firstMonth,
                rounds,
                Installation.median(runs),
                Installation.median(copies),
                run.lines() / Installation.median(runs),
                Installation.median(ownRatios),
                Installation.median(reruns),
                Installation.median(reruns) / Installation.median(runs),
                heap[0],
                heap[1],
                heap[2],
                WORKERS,
                CHUNK,
                installation.durability());
    }

    /** The product's run, and once more when it is finished. */
    private double run(RunView expected, double[] reruns, int round, long[] heap) throws Exception {
        installation.remove();
        installation.execute("checkpoint");
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

    @Override
    public void close() throws Exception {
        installation.close();
    }
}
