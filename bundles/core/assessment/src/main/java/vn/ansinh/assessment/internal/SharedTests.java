package vn.ansinh.assessment.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.Facts;

/**
 * What up to 64 grounds of an epoch ask, each question once however many grounds ask it: a question
 * that fails closes all of them, and what only closed grounds ask is not asked. Immutable.
 */
final class SharedTests {

    static final int MOST_GROUNDS = Long.SIZE;

    /** Months are a few; who asks for all there are does not fill the memory. */
    private static final int MOST_MONTHS = 64;

    /** Indexes of the grounds, in the order of the law; bit n of a set is the n-th of them. */
    final int[] grounds;

    /** By ground here and condition: index of the question. */
    final int[][] asked;

    final Condition.Test[] tests;

    /** By question: the layer whose rows it reads. */
    final int[] layers;

    /** By question: the grounds that ask it. */
    final long[] askers;

    private final ViewParameters[] parameters;

    /** By first day of the month. */
    private final Map<LocalDate, Silence> silences = new ConcurrentHashMap<>();

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
        layers = all.stream().mapToInt(Shared::layer).toArray();
        this.parameters =
                Arrays.stream(layers)
                        .mapToObj(layer -> parameters[layer])
                        .toArray(ViewParameters[]::new);
        askers = new long[tests.length];
        asked = new int[grounds.length][];
        for (int n = 0; n < grounds.length; n++) {
            asked[n] = new int[conditions(policy, grounds[n]).size()];
            for (int place = 0; place < asked[n].length; place++) {
                asked[n][place] = numbers.get(question(policy, grounds[n], place));
                askers[asked[n][place]] |= 1L << n;
            }
        }
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

    /** Of a month: what the questions answer where nothing is known. */
    Silence silence(LocalDate lossOn) {
        Silence made = silences.get(lossOn);
        if (made == null) {
            if (silences.size() >= MOST_MONTHS) {
                silences.clear();
            }
            LocalDate last = YearMonth.from(lossOn).atEndOfMonth();
            made = new Silence(askers, tests, parameters, last, lossOn);
            silences.put(lossOn, made);
        }
        return made;
    }

    /** The slots whose questions are to be asked: all in the month of death, whose day differs. */
    static long present(Facts facts, LocalDate on, LocalDate lossOn) {
        return on.getDayOfMonth() == lossOn.lengthOfMonth() ? KnownFacts.present(facts) : -1;
    }

    /** The grounds that are met. */
    long met(Facts facts, LocalDate on, LocalDate lossOn) {
        Silence silence = silence(lossOn);
        long present = present(facts, on, lossOn);
        long open = silence.open(all(), present);
        for (int i = 0; i < askers.length && open != 0; i++) {
            if ((open & askers[i]) != 0
                    && !silence.answers(i, present)
                    && !tests[i].holds(facts, parameters[i], on, lossOn)) {
                open &= ~askers[i];
            }
        }
        return open;
    }
}
