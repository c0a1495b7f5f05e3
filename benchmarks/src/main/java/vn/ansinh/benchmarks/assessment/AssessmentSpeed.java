package vn.ansinh.benchmarks.assessment;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.Engine;
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

    /** The methods in order; {@code droolsMade} is Drools without the making of its fact. */
    private static final String[] NAMES = {
        "ours", "ifs", "reasons", "oursStored", "droolsStored", "drools", "droolsMade", "droolsLean"
    };

    private static final int BLOCK = 100;
    private static final int MONTHS = 6;
    private static final LocalDate KNOWN = LocalDate.of(2026, 6, 30);

    private static final Engine ENGINE = Engines.standard();

    private final int people;
    private final int rounds;
    private final PolicySnapshot law = RealLaw.snapshot();
    private final RandomPeople.Stored[] stored;
    private final Facts[] facts;
    private final YearMonth[] months;
    private final Outcome[] answers;

    private AssessmentSpeed(int people, int rounds) {
        this.people = people;
        this.rounds = rounds;
        stored = new RandomPeople.Stored[people];
        facts = new Facts[people];
        months = new YearMonth[people];
        answers = new Outcome[people];
        RandomPeople crowd = new RandomPeople(20260331);
        for (int i = 0; i < people; i++) {
            stored[i] = crowd.somebody();
            facts[i] = stored[i].known(ENGINE, KNOWN);
            months[i] = FIRST.plusMonths((long) i * MONTHS / people);
        }
    }

    /** Entry: {@code --people N}, {@code --rounds R}. */
    public static void main(String[] args) throws Exception {
        int people = 20_000;
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
        try (Drools drools = new Drools(generator.rules(), generated[1]);
                Drools fromStored = new Drools(generator.storedRules(), generated[1]);
                Drools lean = new Drools(generator.leanRules(), generated[2])) {
            StoredFact[][] given = new StoredFact[people][];
            Arrays.setAll(
                    given,
                    i ->
                            stored[i].facts().stream()
                                    .map(StoredFact::new)
                                    .toArray(StoredFact[]::new));
            Function<Integer, Outcome> byRules =
                    i ->
                            fromStored.decide(
                                    new StoredPerson(facts[i], months[i], KNOWN, drools::fact),
                                    given[i]);
            agree(ifs, drools, lean, byRules);
            Offers[] made = new Offers[people];
            Arrays.setAll(made, i -> drools.fact(facts[i], months[i]));
            Method[] methods = {
                i -> sum(law.decide(facts[i], months[i], KNOWN)),
                i -> sum(ifs.decide(facts[i], months[i])),
                i -> law.assess(facts[i], months[i], KNOWN).grounds().size(),
                i -> sum(law.decide(stored[i].known(ENGINE, KNOWN), months[i], KNOWN)),
                i -> sum(byRules.apply(i)),
                i -> sum(drools.decide(drools.fact(facts[i], months[i]))),
                i -> sum(drools.decide(made[i])),
                i -> sum(lean.decide(lean.fact(facts[i], months[i])))
            };
            return report(generator.grounds(), nanos(methods));
        }
    }

    private void agree(
            Plain.Decider ifs, Drools drools, Drools lean, Function<Integer, Outcome> byRules) {
        int mismatches = 0;
        int owed = 0;
        for (int i = 0; i < people; i++) {
            answers[i] = law.decide(facts[i], months[i], KNOWN);
            owed += answers[i].dues().isEmpty() ? 0 : 1;
            Outcome plain = ifs.decide(facts[i], months[i]);
            Assessment reasons = law.assess(facts[i], months[i], KNOWN);
            Outcome rules = drools.decide(drools.fact(facts[i], months[i]));
            Outcome leanly = lean.decide(lean.fact(facts[i], months[i]));
            if (!answers[i].equals(plain)
                    || !answers[i].dues().equals(reasons.dues())
                    || !answers[i].equals(rules)
                    || !answers[i].equals(byRules.apply(i))
                    || !answers[i].equals(leanly)) {
                if (mismatches++ < 5) {
                    say(
                            "%d %s: %s / %s / %s / %s"
                                    .formatted(i, months[i], answers[i], plain, rules, leanly));
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
                for (int turn = 0; turn < methods.length; turn++) {
                    int method = Math.floorMod(turn + round, methods.length);
                    // as in a run, where one method works on and a person has just been read;
                    // else each would pay for the memory the one before it used
                    for (int i = from; i < to; i++) {
                        check += methods[method].of(i);
                    }
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
                say("round %d:%s".formatted(round + 1, names(nanos, round)));
            }
        }
        say("check=" + check);
        return nanos;
    }

    private static String names(double[][] nanos, int round) {
        StringBuilder text = new StringBuilder();
        for (int method = 0; method < nanos.length; method++) {
            text.append(" %s %.0f ns".formatted(NAMES[method], nanos[method][round]));
        }
        return text.toString();
    }

    private String report(int grounds, double[][] nanos) {
        StringBuilder all = new StringBuilder();
        for (int method = 0; method < nanos.length; method++) {
            all.append(
                    String.format(
                            Locale.ROOT,
                            ",\"%sNanos\":%.0f",
                            NAMES[method],
                            median(nanos[method])));
        }
        return String.format(
                Locale.ROOT,
                "{\"benchmark\":\"assessment\",\"ratio\":%.2f,\"reasonsRatio\":%.2f,"
                        + "\"droolsRatio\":%.1f,\"droolsFlatRatio\":%.1f,"
                        + "\"droolsMadeRatio\":%.1f,\"droolsLeanRatio\":%.1f%s,"
                        + "\"people\":%d,\"grounds\":%d,\"mismatches\":0,"
                        + "\"rounds\":%d,\"load\":%.2f}",
                ratio(nanos[0], nanos[1]),
                ratio(nanos[2], nanos[0]),
                ratio(nanos[4], nanos[3]),
                ratio(nanos[5], nanos[0]),
                ratio(nanos[6], nanos[0]),
                ratio(nanos[7], nanos[0]),
                all,
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
