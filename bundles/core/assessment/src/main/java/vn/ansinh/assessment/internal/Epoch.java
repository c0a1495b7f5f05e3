package vn.ansinh.assessment.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import vn.ansinh.locality.api.Ground;

/** A stretch of months and of days of knowledge in which the law does not change. Immutable. */
final class Epoch {

    final View view;

    /** What each layer sees. */
    final ViewParameters[] parameters;

    /** Indexes of the grounds that exist. */
    final int[] grounds;

    /** What the grounds ask. */
    final SharedTests[] questions;

    private volatile Wording[] wording;

    /** By ground: whether it is paid beside the single parent's amount. */
    final boolean[] beside;

    /** Whether the layer's rate takes coefficients the State changed after the layer's rate. */
    final boolean[] follows;

    /**
     * By ground and layer: the law below as it was when the layer's rate was enacted, where that
     * differs from today's and the layer did not define the ground; else null.
     */
    final Frozen[][] frozen;

    /** By ground: what the layers give; null where the ground does not exist. */
    final Offers[] offers;

    Epoch(CompiledPolicy policy, YearMonth month, LocalDate knownOn) {
        Law law = policy.law;
        int layers = law.layers();
        view = new View(law, month, knownOn, layers, null);
        parameters = parameters(policy, view);
        grounds = IntStream.range(0, law.grounds.size()).filter(g -> on(policy, view, g)).toArray();
        int most = SharedTests.MOST_GROUNDS;
        questions =
                IntStream.iterate(0, from -> from < grounds.length, from -> from + most)
                        .mapToObj(from -> slice(from, Math.min(grounds.length, from + most)))
                        .map(slice -> new SharedTests(policy, slice, parameters))
                        .toArray(SharedTests[]::new);
        beside = new boolean[law.grounds.size()];
        int besideKey = law.key(Law.BESIDE);
        int besideRow = besideKey < 0 ? View.NONE : view.down[layers - 1][besideKey];
        for (int ground : grounds) {
            beside[ground] =
                    besideRow == View.NONE
                            || named(policy.value(besideRow), law.grounds.get(ground).code());
        }
        follows = new boolean[layers];
        int followsKey = law.key(Law.FOLLOWS);
        for (int layer = 0; layer < layers; layer++) {
            int row = followsKey < 0 ? View.NONE : view.own[layer][followsKey];
            follows[layer] = row == View.NONE || policy.value(row).equals("true");
        }
        frozen = new Frozen[law.grounds.size()][layers];
        Map<Integer, Frozen> byRate = new HashMap<>();
        for (int ground : grounds) {
            for (int layer = policy.layerOfGround[ground] + 1; layer < layers; layer++) {
                int rate = view.own[layer][policy.rateKey[ground]];
                if (rate != View.NONE) {
                    int below = layer;
                    Frozen then =
                            byRate.computeIfAbsent(
                                    rate, r -> freeze(policy, month, knownOn, below, r));
                    // a ground that came after the rate has no coefficient of that time
                    frozen[ground][layer] =
                            then != null && on(policy, then.view, ground) ? then : null;
                }
            }
        }
        offers = new Offers[law.grounds.size()];
        for (int ground : grounds) {
            offers[ground] = new Offers(policy, this, ground);
        }
    }

    /** What is said of each ground, by place in {@link #grounds}; made when first asked for. */
    Wording[] wording(CompiledPolicy policy) {
        Wording[] made = wording;
        if (made == null) {
            made =
                    Arrays.stream(grounds)
                            .mapToObj(ground -> new Wording(policy, this, ground))
                            .toArray(Wording[]::new);
            wording = made;
        }
        return made;
    }

    private int[] slice(int from, int to) {
        return Arrays.copyOfRange(grounds, from, to);
    }

    /** Whether a list of codes names the ground itself or the clause it belongs to. */
    private static boolean named(String codes, String ground) {
        for (String code : codes.split(" ")) {
            if (ground.equals(code) || ground.startsWith(code + ".")) {
                return true;
            }
        }
        return false;
    }

    private static Frozen freeze(
            CompiledPolicy policy, YearMonth month, LocalDate knownOn, int layers, int rate) {
        LocalDate enacted = policy.law.rows.get(rate).enacted();
        View then = new View(policy.law, month, knownOn, layers, enacted);
        return then.curtailed ? new Frozen(then, parameters(policy, then)) : null;
    }

    private static boolean on(CompiledPolicy policy, View view, int ground) {
        int row = view.own[policy.layerOfGround[ground]][policy.existenceKey[ground]];
        return row != View.NONE && policy.value(row).equals("on");
    }

    private static ViewParameters[] parameters(CompiledPolicy policy, View view) {
        ViewParameters[] parameters = new ViewParameters[view.down.length];
        for (int layer = 0; layer < parameters.length; layer++) {
            parameters[layer] = new ViewParameters(policy, view.down[layer], null);
        }
        return parameters;
    }

    /** The law below a layer as it was at the enactment of the layer's rate. */
    record Frozen(View view, ViewParameters[] parameters) {

        /** Row of the coefficient the ground had then, or {@link View#NONE}. */
        int coefficient(
                CompiledPolicy policy,
                int ground,
                vn.ansinh.locality.api.Facts facts,
                LocalDate on,
                LocalDate lossOn) {
            Ground asked = policy.law.grounds.get(ground);
            ViewParameters then = parameters[policy.layerOfGround[ground]];
            int key = policy.law.key(asked.coefficientKey().key(facts, then, on, lossOn));
            return key < 0 ? View.NONE : view.down[view.down.length - 1][key];
        }
    }
}
