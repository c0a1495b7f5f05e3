package vn.ansinh.assessment.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.Assessment.ConditionResult;
import vn.ansinh.assessment.api.Assessment.GroundResult;
import vn.ansinh.assessment.api.Assessment.Offer;
import vn.ansinh.assessment.api.PolicySnapshot.Due;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.ParameterRow;

/**
 * The same answer as {@link CompiledPolicy#decide}, with every reason: each existing ground, each
 * condition with its clause, each layer's offer, and the uncertain rows the answer rests on.
 */
final class Reasoning {

    private final CompiledPolicy policy;

    Reasoning(CompiledPolicy policy) {
        this.policy = policy;
    }

    Assessment assess(Facts facts, YearMonth month, LocalDate knownOn) {
        Question question =
                new Question(
                        policy.epoch(month, knownOn),
                        facts,
                        CompiledPolicy.decisiveDay(facts, month),
                        month.atDay(1));
        Set<String> warnings = new LinkedHashSet<>();
        if (!facts.earliestBirth().equals(facts.latestBirth())) {
            warnings.add("Chưa đủ ngày sinh: tuổi tính theo năm sinh hoặc tháng sinh đã biết");
        }
        List<Found> found = new ArrayList<>();
        Due[] best = new Due[Component.values().length];
        Due beside = null;
        for (int ground : question.epoch().grounds) {
            Found one = ground(question, ground, warnings);
            found.add(one);
            int component = one.asked().component().ordinal();
            if (one.amount() > (best[component] == null ? 0 : best[component].amountDong())) {
                best[component] = one.due();
            }
            if (one.asked().component() == Component.MONTHLY
                    && question.epoch().beside[ground]
                    && one.amount() > (beside == null ? 0 : beside.amountDong())) {
                beside = one.due();
            }
        }
        Overlap.settle(best, beside);
        List<Due> dues = Arrays.stream(best).filter(Objects::nonNull).toList();
        Set<String> chosen = new LinkedHashSet<>();
        dues.forEach(due -> chosen.add(due.groundCode()));
        List<GroundResult> grounds =
                found.stream().map(one -> one.result(chosen.contains(one.asked().code()))).toList();
        return new Assessment(month, knownOn, policy.hash(), dues, grounds, List.copyOf(warnings));
    }

    private Found ground(Question question, int ground, Set<String> warnings) {
        Ground asked = policy.law.grounds.get(ground);
        int layer = policy.layerOfGround[ground];
        int existence = question.epoch().view.own[layer][policy.existenceKey[ground]];
        Citation clause = policy.law.rows.get(existence).citation();
        Citation enactedAs = policy.firstClause[ground];
        List<ConditionResult> results = new ArrayList<>();
        boolean met = true;
        boolean failsOnlyByUncertain = true;
        Set<Integer> uncertain = new LinkedHashSet<>();
        for (Condition condition : asked.conditions()) {
            Set<Integer> reads = new LinkedHashSet<>();
            boolean holds =
                    condition
                            .test()
                            .holds(
                                    question.facts(),
                                    question.epoch().parameters[layer].noting(reads),
                                    question.on(),
                                    question.lossOn());
            reads.removeIf(row -> !policy.uncertain(row));
            uncertain.addAll(reads);
            if (!holds) {
                met = false;
                failsOnlyByUncertain &= !reads.isEmpty();
            }
            Citation cited =
                    condition.citation().equals(enactedAs)
                            ? clause
                            : restated(question.epoch(), layer, condition);
            results.add(new ConditionResult(condition.code(), condition.sentence(), holds, cited));
        }
        if (!met) {
            if (failsOnlyByUncertain) {
                warn(uncertain, warnings);
            }
            return new Found(asked, results, List.of(), null, false);
        }
        if (policy.uncertain(existence)) {
            uncertain.add(existence);
        }
        Found priced = offers(question, ground, results, uncertain, warnings);
        warn(uncertain, warnings);
        return priced;
    }

    /**
     * The clause in force of a condition that many grounds ask: its row, or where it says itself.
     */
    private Citation restated(Epoch epoch, int layer, Condition condition) {
        int key = policy.law.key(Law.CLAUSE + condition.code());
        int row = key < 0 ? View.NONE : epoch.view.down[layer][key];
        return row == View.NONE ? condition.citation() : policy.law.rows.get(row).citation();
    }

    private Found offers(
            Question question,
            int ground,
            List<ConditionResult> conditions,
            Set<Integer> uncertain,
            Set<String> warnings) {
        Ground asked = policy.law.grounds.get(ground);
        Epoch epoch = question.epoch();
        Set<Integer> reads = new LinkedHashSet<>();
        String name =
                asked.coefficientKey()
                        .key(
                                question.facts(),
                                epoch.parameters[policy.layerOfGround[ground]].noting(reads),
                                question.on(),
                                question.lossOn());
        reads.stream().filter(policy::uncertain).forEach(uncertain::add);
        int key = policy.coefficientKey(asked, name);
        List<int[]> pairs = new ArrayList<>();
        int[] best = null;
        long otherwise = 0;
        boolean differs = false;
        for (int layer = 0; layer < policy.law.layers(); layer++) {
            int rate = policy.rateRow(epoch, ground, layer, key);
            if (rate == View.NONE) {
                continue;
            }
            int row =
                    policy.coefficientRow(
                            epoch,
                            ground,
                            layer,
                            key,
                            question.facts(),
                            question.on(),
                            question.lossOn());
            if (row == View.NONE) {
                continue;
            }
            int[] pair = {layer, rate, row};
            pairs.add(pair);
            if (best == null || amount(pair) > amount(best)) {
                best = pair;
            }
            Epoch.Frozen then = epoch.frozen[ground][layer];
            boolean own = epoch.view.own[layer][key] != View.NONE;
            int other = then == null || own ? row : otherReading(question, ground, layer, key);
            differs |= other != View.NONE && policy.hundredths[other] != policy.hundredths[row];
            otherwise = Math.max(otherwise, other == View.NONE ? 0 : policy.amount(rate, other));
        }
        if (best == null) {
            throw CompiledPolicy.nothingOffered(asked, name);
        }
        if (differs) {
            String both =
                    "%s: nghị quyết địa phương có theo hệ số trung ương sửa sau hay không: "
                            + "đang tính %s đồng; hiểu cách kia là %s đồng";
            warnings.add(both.formatted(asked.code(), amount(best), otherwise));
        }
        // an uncertain offer that loses is one the answer rests on too: known better, it might win
        for (int[] pair : pairs) {
            if (policy.uncertain(pair[1])) {
                uncertain.add(pair[1]);
            }
            if (policy.uncertain(pair[2])) {
                uncertain.add(pair[2]);
            }
        }
        List<Offer> offers = new ArrayList<>();
        for (int[] pair : pairs) {
            offers.add(
                    new Offer(
                            policy.law.codes.get(pair[0]),
                            policy.law.rows.get(pair[1]),
                            policy.law.rows.get(pair[2]),
                            amount(pair),
                            pair == best));
        }
        int times = policy.times(epoch, ground, question.facts(), question.on(), question.lossOn());
        Due due =
                new Due(
                        asked.component(),
                        asked.code(),
                        Math.toIntExact(policy.hundredths[best[2]] * times),
                        Math.multiplyExact(amount(best), times));
        return new Found(asked, conditions, offers, due, true);
    }

    /** The coefficient under the reading of {@code localCoefficientFollowsNational} not taken. */
    private int otherReading(Question question, int ground, int layer, int key) {
        Epoch epoch = question.epoch();
        int then =
                epoch.frozen[ground][layer].coefficient(
                        policy, ground, question.facts(), question.on(), question.lossOn());
        return epoch.follows[layer] ? then : epoch.view.down[layer][key];
    }

    private long amount(int[] pair) {
        return policy.amount(pair[1], pair[2]);
    }

    private void warn(Set<Integer> rows, Set<String> warnings) {
        for (int index : rows) {
            ParameterRow row = policy.law.rows.get(index);
            warnings.add(
                    "Chưa chắc chắn: %s = %s (%s). %s"
                            .formatted(
                                    row.key(),
                                    row.value(),
                                    row.citation().vietnamese(),
                                    row.note()));
        }
    }

    private record Question(Epoch epoch, Facts facts, LocalDate on, LocalDate lossOn) {}

    private record Found(
            Ground asked,
            List<ConditionResult> conditions,
            List<Offer> offers,
            Due due,
            boolean met) {

        long amount() {
            return due == null ? 0 : due.amountDong();
        }

        GroundResult result(boolean chosen) {
            return new GroundResult(
                    asked.code(),
                    asked.title(),
                    asked.component(),
                    met,
                    chosen,
                    conditions,
                    offers,
                    amount());
        }
    }
}
