package vn.ansinh.assessment.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.ansinh.assessment.api.Assessment.Offer;
import vn.ansinh.assessment.api.PolicySnapshot.Due;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;

/**
 * What the layers give for a ground in a stretch of months. It depends on the person by the key of
 * the coefficient alone: each way is made when it first occurs. Threads may make one twice; both
 * are equal and immutable.
 */
final class Offers {

    private final CompiledPolicy policy;
    private final Epoch epoch;
    private final int ground;
    private final Ground asked;
    private final ViewParameters parameters;

    /** The layers whose rate is older than the coefficients below it; see {@link Epoch#frozen}. */
    private final int[] frozen;

    private volatile Offered[] ways = {};

    Offers(CompiledPolicy policy, Epoch epoch, int ground) {
        this.policy = policy;
        this.epoch = epoch;
        this.ground = ground;
        asked = policy.law.grounds.get(ground);
        parameters = epoch.parameters[policy.layerOfGround[ground]];
        Epoch.Frozen[] then = epoch.frozen[ground];
        List<Integer> layers = new ArrayList<>();
        for (int layer = 0; layer < then.length; layer++) {
            if (then[layer] != null) {
                layers.add(layer);
            }
        }
        frozen = layers.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * What is offered.
     *
     * @param reads notes the uncertain rows that choosing the coefficient reads; null for none
     */
    Offered of(Facts facts, LocalDate on, LocalDate lossOn, Reads reads) {
        ViewParameters law = reads == null ? parameters : parameters.noting(reads);
        String name = asked.coefficientKey().key(facts, law, on, lossOn);
        int key = policy.law.key(name);
        if (key < 0) {
            throw nothingOffered(name);
        }
        int[] then = new int[frozen.length];
        for (int i = 0; i < then.length; i++) {
            then[i] =
                    epoch.frozen[ground][frozen[i]].coefficient(policy, ground, facts, on, lossOn);
        }
        Offered[] known = ways;
        for (Offered way : known) {
            if (way.key() == key && Arrays.equals(way.then(), then)) {
                return way;
            }
        }
        Offered made = make(name, key, then);
        Offered[] more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = made;
        ways = more;
        return made;
    }

    /** What is due: the coefficient counts as often as the ground says. */
    Due due(Offered offered, Facts facts, LocalDate on, LocalDate lossOn) {
        int times = asked.count().of(facts, parameters, on, lossOn);
        return times == 1
                ? offered.once()
                : new Due(
                        asked.component(),
                        asked.code(),
                        Math.multiplyExact(offered.once().coefficientHundredths(), times),
                        Math.multiplyExact(offered.once().amountDong(), times));
    }

    private Offered make(String name, int key, int[] then) {
        List<int[]> pairs = new ArrayList<>();
        int[] best = null;
        long otherwise = 0;
        boolean differs = false;
        for (int layer = 0; layer < policy.law.layers(); layer++) {
            int rate = rateRow(layer, key);
            if (rate == View.NONE) {
                continue;
            }
            int was = Arrays.binarySearch(frozen, layer);
            int below = epoch.view.down[Math.max(layer, policy.layerOfGround[ground])][key];
            boolean own = was < 0 || epoch.view.own[layer][key] != View.NONE;
            int row = own || epoch.follows[layer] ? below : then[was];
            if (row == View.NONE) {
                continue;
            }
            int[] pair = {layer, rate, row};
            pairs.add(pair);
            if (best == null || amount(pair) > amount(best)) {
                best = pair;
            }
            // under the reading of localCoefficientFollowsNational that is not taken
            int other = own ? row : epoch.follows[layer] ? then[was] : below;
            differs |= other != View.NONE && policy.hundredths[other] != policy.hundredths[row];
            otherwise = Math.max(otherwise, other == View.NONE ? 0 : policy.amount(rate, other));
        }
        if (best == null) {
            throw nothingOffered(name);
        }
        Due once =
                new Due(
                        asked.component(),
                        asked.code(),
                        Math.toIntExact(policy.hundredths[best[2]]),
                        amount(best));
        String both =
                differs
                        ? "%s: nghị quyết địa phương có theo hệ số trung ương sửa sau hay không: "
                                .concat("đang tính %s đồng; hiểu cách kia là %s đồng")
                                .formatted(asked.code(), amount(best), otherwise)
                        : null;
        return new Offered(key, then, offers(pairs, best), warnings(pairs), both, once);
    }

    /**
     * Row of the rate a layer offers: its own; or the nearest below when the layer only lays down a
     * coefficient of its own for a ground it did not define.
     */
    private int rateRow(int layer, int key) {
        int own = epoch.view.own[layer][policy.rateKey[ground]];
        if (own == View.NONE
                && layer > policy.layerOfGround[ground]
                && epoch.view.own[layer][key] != View.NONE) {
            return epoch.view.down[layer][policy.rateKey[ground]];
        }
        return own;
    }

    private List<Offer> offers(List<int[]> pairs, int[] best) {
        return pairs.stream()
                .map(
                        pair ->
                                new Offer(
                                        policy.law.codes.get(pair[0]),
                                        policy.law.rows.get(pair[1]),
                                        policy.law.rows.get(pair[2]),
                                        amount(pair),
                                        pair == best))
                .toList();
    }

    /** An uncertain offer that loses is rested on too: known better, it might win. */
    private List<String> warnings(List<int[]> pairs) {
        Set<String> warnings = new LinkedHashSet<>();
        for (int[] pair : pairs) {
            for (int row : new int[] {pair[1], pair[2]}) {
                if (policy.uncertain(row)) {
                    warnings.add(policy.warning(row));
                }
            }
        }
        return List.copyOf(warnings);
    }

    private long amount(int[] pair) {
        return policy.amount(pair[1], pair[2]);
    }

    private IllegalStateException nothingOffered(String coefficientKey) {
        return new IllegalStateException(
                "ground " + asked.code() + " is met but nothing offers " + coefficientKey);
    }

    /**
     * One way.
     *
     * @param key key of the coefficient
     * @param then by frozen layer: row of the coefficient as it was
     * @param offers what each layer gives
     * @param warnings of the uncertain rows among them
     * @param both what is said where it matters whether a layer follows the State; else null
     * @param once what is due when the coefficient counts once
     */
    record Offered(
            int key,
            int[] then,
            List<Offer> offers,
            List<String> warnings,
            String both,
            Due once) {}
}
