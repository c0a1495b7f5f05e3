package vn.ansinh.benchmarks.assessment;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.api.PolicySnapshot.Outcome;
import vn.ansinh.benchmarks.RealLaw;
import vn.ansinh.locality.api.Facts;

/**
 * What a decision by rows costs: Hưng Đạo's law over random people, deciding ÷ if-statements
 * generated from the same rows, with reasons ÷ deciding, Drools (stateful session) ÷ deciding. One
 * thread, its processor time (the machine may be shared), in turn, medians. Every method must agree
 * on every person, or there is no figure.
 */
public final class AssessmentSpeed {

    /** The stretch in which the rows do not change, and the day they are known on. */
    private static final YearMonth FIRST = YearMonth.of(2026, 1);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int BLOCK = 100;
    private static final int MONTHS = 6;
    private static final LocalDate KNOWN = LocalDate.of(2026, 6, 30);

    private final int people;
    private final int rounds;
    private final PolicySnapshot law = RealLaw.snapshot();
    private final Facts[] facts;
    private final YearMonth[] months;
    private final Outcome[] answers;

    private AssessmentSpeed(int people, int rounds) {
        this.people = people;
        this.rounds = rounds;
        facts = new Facts[people];
        months = new YearMonth[people];
        answers = new Outcome[people];
        RandomPeople crowd = new RandomPeople(20260331);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < people; i++) {
            facts[i] = crowd.somebody(Engines.standard(), KNOWN);
            months[i] = FIRST.plusMonths(random.nextInt(MONTHS));
        }
    }

    /** Entry: {@code --people N}, {@code --rounds R}. */
    public static void main(String[] args) throws Exception {
        int people = 50_000;
        int rounds = 9;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--people" -> people = Integer.parseInt(args[++i]);
                case "--rounds" -> rounds = Integer.parseInt(args[++i]);
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        System.out.println(new AssessmentSpeed(people, rounds).measure());
    }

    private interface Method {
        /** Something of the answer, so that none is left out. */
        long of(int person);
    }

    private String measure() throws Exception {
        Generator generator = new Generator(law, FIRST, KNOWN);
        Class<?>[] generated = generator.compile();
        Plain.Decider ifs = (Plain.Decider) generated[0].getConstructor().newInstance();
        try (Drools drools = new Drools(generator.rules(), generated[1])) {
            agree(ifs, drools);
            Method[] methods = {
                i -> sum(law.decide(facts[i], months[i], KNOWN)),
                i -> sum(ifs.decide(facts[i], months[i])),
                i -> law.assess(facts[i], months[i], KNOWN).grounds().size(),
                i -> sum(drools.decide(facts[i], months[i]))
            };
            return report(generator.grounds(), nanos(methods));
        }
    }

    private void agree(Plain.Decider ifs, Drools drools) {
        int mismatches = 0;
        int owed = 0;
        for (int i = 0; i < people; i++) {
            answers[i] = law.decide(facts[i], months[i], KNOWN);
            owed += answers[i].dues().isEmpty() ? 0 : 1;
            Outcome plain = ifs.decide(facts[i], months[i]);
            Assessment reasons = law.assess(facts[i], months[i], KNOWN);
            Outcome rules = drools.decide(facts[i], months[i]);
            if (!answers[i].equals(plain)
                    || !answers[i].dues().equals(reasons.dues())
                    || !answers[i].equals(rules)) {
                if (mismatches++ < 5) {
                    say("%d %s: %s / %s / %s".formatted(i, months[i], answers[i], plain, rules));
                }
            }
        }
        say("people=%d owed=%d mismatches=%d".formatted(people, owed, mismatches));
        if (mismatches > 0) {
            throw new IllegalStateException(mismatches + " mismatches");
        }
    }

    /** Nanoseconds a person by method and round: block by block, the order turns by round. */
    private double[][] nanos(Method[] methods) {
        double[][] nanos = new double[methods.length][rounds];
        long check = 0;
        for (int round = -2; round < rounds; round++) {
            long[] spent = new long[methods.length];
            for (int from = 0; from < people; from += BLOCK) {
                int to = Math.min(people, from + BLOCK);
                // as in the product, where a person's facts have just been read
                for (int i = from; i < to; i++) {
                    check += methods[0].of(i);
                }
                for (int turn = 0; turn < methods.length; turn++) {
                    int method = Math.floorMod(turn + round, methods.length);
                    long start = THREADS.getCurrentThreadCpuTime();
                    for (int i = from; i < to; i++) {
                        check += methods[method].of(i);
                    }
                    spent[method] += THREADS.getCurrentThreadCpuTime() - start;
                }
            }
            for (int method = 0; round >= 0 && method < methods.length; method++) {
                nanos[method][round] = spent[method] / (double) people;
            }
            if (round >= 0) {
                say(
                        "round %d: ours %.0f ns, ifs %.0f ns, with reasons %.0f ns, Drools %.0f ns"
                                .formatted(
                                        round + 1,
                                        nanos[0][round],
                                        nanos[1][round],
                                        nanos[2][round],
                                        nanos[3][round]));
            }
        }
        say("check=" + check);
        return nanos;
    }

    private String report(int grounds, double[][] nanos) {
        return String.format(
                Locale.ROOT,
                "{\"benchmark\":\"assessment\",\"ratio\":%.2f,\"reasonsRatio\":%.2f,"
                        + "\"droolsRatio\":%.1f,\"oursNanos\":%.0f,\"ifsNanos\":%.0f,"
                        + "\"reasonsNanos\":%.0f,\"droolsNanos\":%.0f,\"people\":%d,"
                        + "\"grounds\":%d,\"mismatches\":0,\"rounds\":%d,\"load\":%.2f}",
                ratio(nanos[0], nanos[1]),
                ratio(nanos[2], nanos[0]),
                ratio(nanos[3], nanos[0]),
                median(nanos[0]),
                median(nanos[1]),
                median(nanos[2]),
                median(nanos[3]),
                people,
                grounds,
                rounds,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** Median of the ratios of each round. */
    private static double ratio(double[] above, double[] below) {
        double[] ratios = new double[above.length];
        Arrays.setAll(ratios, i -> above[i] / below[i]);
        return median(ratios);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static long sum(Outcome outcome) {
        long sum = 0;
        for (PolicySnapshot.Due due : outcome.dues()) {
            sum += due.amountDong();
        }
        return sum;
    }

    private static void say(String text) {
        System.err.println(text);
    }
}
