package vn.ansinh.assessment.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.Facts;

/**
 * What up to 64 grounds of an epoch ask, each question once however many grounds ask it: a question
 * that fails closes all of them, and what only closed grounds ask is not asked. Immutable.
 */
final class SharedTests {

    static final int MOST_GROUNDS = Long.SIZE;

    /** The condition holds. */
    static final int HOLDS = 1;

    /** The answer read an uncertain row. */
    static final int DOUBT = 2;

    /** Months are a few; who asks for all there are does not fill the memory. */
    private static final int MOST_MONTHS = 64;

    /** Indexes of the grounds, in the order of the law; bit n of a set is the n-th of them. */
    final int[] grounds;

    /** By ground here and condition: index of the question. */
    final int[][] asked;

    final Condition.Test[] tests;

    /** By question: the grounds that ask it. */
    final long[] askers;

    /** By question: what its layer sees. */
    final ViewParameters[] parameters;

    /**
     * By ground: the place of its first condition among the conditions of all grounds, the others
     * follow; those of a ground that has no more than {@link Long#SIZE} lie in one word.
     */
    final int[] at;

    private final int conditions;

    /** By question: the conditions that ask it. */
    private final int[][] asking;

    private final Marks nothing;

    /** By first day of the month. */
    private final Map<LocalDate, Month> months = new ConcurrentHashMap<>();

    /** Two are the same when layer and test are equal. */
    private record Shared(int layer, Condition.Test test) {}

    SharedTests(CompiledPolicy policy, int[] grounds, ViewParameters[] parameters) {
        this.grounds = grounds;
        Map<Shared, Integer> numbers = new LinkedHashMap<>();
        int most = 0;
        for (int ground : grounds) {
            most = Math.max(most, conditions(policy, ground).size());
        }
        // the first condition of every ground, then the second, …: the first tells most
        for (int place = 0; place < most; place++) {
            for (int ground : grounds) {
                if (place < conditions(policy, ground).size()) {
                    numbers.putIfAbsent(question(policy, ground, place), numbers.size());
                }
            }
        }
        List<Shared> all = new ArrayList<>(numbers.keySet());
        tests = all.stream().map(Shared::test).toArray(Condition.Test[]::new);
        this.parameters =
                all.stream().map(one -> parameters[one.layer()]).toArray(ViewParameters[]::new);
        askers = new long[tests.length];
        asked = new int[grounds.length][];
        for (int n = 0; n < grounds.length; n++) {
            asked[n] = new int[conditions(policy, grounds[n]).size()];
            for (int place = 0; place < asked[n].length; place++) {
                asked[n][place] = numbers.get(question(policy, grounds[n], place));
                askers[asked[n][place]] |= 1L << n;
            }
        }
        at = new int[grounds.length];
        int next = 0;
        for (int n = 0; n < grounds.length; n++) {
            if ((next & 63) + asked[n].length > Long.SIZE) {
                next = next + 63 & -64;
            }
            at[n] = next;
            next += asked[n].length;
        }
        conditions = next;
        asking = new int[tests.length][];
        for (int i = 0; i < tests.length; i++) {
            int question = i;
            asking[i] =
                    IntStream.range(0, grounds.length)
                            .flatMap(
                                    n ->
                                            IntStream.range(0, asked[n].length)
                                                    .filter(place -> asked[n][place] == question)
                                                    .map(place -> at[n] + place))
                            .toArray();
        }
        nothing = marks();
    }

    private static List<Condition> conditions(CompiledPolicy policy, int ground) {
        return policy.law.grounds.get(ground).conditions();
    }

    private static Shared question(CompiledPolicy policy, int ground, int place) {
        return new Shared(
                policy.layerOfGround[ground], conditions(policy, ground).get(place).test());
    }

    /** The set of all grounds here. */
    long all() {
        return grounds.length == MOST_GROUNDS ? -1 : (1L << grounds.length) - 1;
    }

    /** None. */
    Marks marks() {
        return new Marks(tests.length, conditions);
    }

    /** Marks a question, and the conditions that ask it, whatever the answer. */
    void mark(Marks marks, int question) {
        marks.answer(question);
        marks.doubt(question);
        hold(marks, question);
    }

    /** Marks what an answer settles; see {@link #ask}. */
    void take(Marks marks, int question, int answer) {
        boolean doubt = (answer & DOUBT) != 0;
        marks.answer(question);
        if (doubt) {
            marks.doubt(question);
        }
        if ((answer & HOLDS) != 0) {
            hold(marks, question);
        } else {
            marks.addGrounds(Marks.CLOSED, askers[question]);
            marks.addGrounds(Marks.CERTAIN, doubt ? 0 : askers[question]);
        }
    }

    private void hold(Marks marks, int question) {
        for (int condition : asking[question]) {
            marks.hold(condition);
        }
    }

    Month month(LocalDate lossOn) {
        Month made = months.get(lossOn);
        if (made == null) {
            if (months.size() >= MOST_MONTHS) {
                months.clear();
            }
            made = new Month(this, lossOn, YearMonth.from(lossOn).atEndOfMonth());
            months.put(lossOn, made);
        }
        return made;
    }

    /** The grounds that are met. */
    long met(Facts facts, LocalDate on, LocalDate lossOn) {
        Month month = month(lossOn);
        Marks settled = nothing;
        long open = all();
        if (month.knows(facts, on)) {
            KnownFacts known = (KnownFacts) facts;
            int[] readings = month.readings(known);
            int ages = month.ages(known);
            open = month.open(known, readings, ages);
            if (open == 0) {
                return 0;
            }
            settled = month.settle(known, readings, ages);
        }
        for (int from = 0; from < tests.length; from += Long.SIZE) {
            for (long left = left(settled, from); left != 0 && open != 0; left &= left - 1) {
                int i = from + Long.numberOfTrailingZeros(left);
                if ((open & askers[i]) != 0 && !tests[i].holds(facts, parameters[i], on, lossOn)) {
                    open &= ~askers[i];
                }
            }
        }
        return open;
    }

    /** Every question answered, with what reasons need. */
    Marks answer(Facts facts, LocalDate on, LocalDate lossOn) {
        Month month = month(lossOn);
        Marks settled = marks();
        byte[] says = null;
        if (month.knows(facts, on)) {
            KnownFacts known = (KnownFacts) facts;
            int[] readings = month.readings(known);
            int ages = month.ages(known);
            settled = month.settle(known, readings, ages);
            says = month.says(readings, ages);
        }
        for (int from = 0; from < tests.length; from += Long.SIZE) {
            for (long left = left(settled, from); left != 0; left &= left - 1) {
                int i = from + Long.numberOfTrailingZeros(left);
                take(
                        settled,
                        i,
                        says == null
                                ? ask(i, facts, on, lossOn)
                                : month.answer(i, (KnownFacts) facts, says));
            }
        }
        return settled;
    }

    /** Of the 64 questions from one on those that are not answered. */
    private long left(Marks settled, int from) {
        int more = tests.length - from;
        long these = more >= Long.SIZE ? -1 : (1L << more) - 1;
        return these & ~settled.answered(from >> 6);
    }

    /** Asks a question: {@link #HOLDS}, {@link #DOUBT}, both or neither. */
    int ask(int question, Facts facts, LocalDate on, LocalDate lossOn) {
        Reads reads = new Reads();
        boolean holds = holds(question, facts, on, lossOn, reads);
        return (holds ? HOLDS : 0) | (reads.any() ? DOUBT : 0);
    }

    /** Asks a question, noting the uncertain rows that it reads. */
    boolean holds(int question, Facts facts, LocalDate on, LocalDate lossOn, Reads reads) {
        return tests[question].holds(facts, parameters[question].noting(reads), on, lossOn);
    }
}
