package vn.ansinh.assessment.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.Assessment.GroundResult;
import vn.ansinh.assessment.api.Assessment.Offer;
import vn.ansinh.assessment.api.PolicySnapshot.Due;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;

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
        Epoch epoch = question.epoch();
        GroundResult[] results = new GroundResult[epoch.grounds.length];
        List<Found> found = new ArrayList<>();
        int place = 0;
        for (SharedTests questions : epoch.questions) {
            Answers answers = answers(question, questions);
            for (int n = 0; n < questions.grounds.length; n++, place++) {
                if ((answers.met() >>> n & 1) != 0) {
                    found.add(met(question, questions, n, place, answers, warnings));
                    continue;
                }
                results[place] =
                        epoch.wording(policy)[place].unmet(questions.asked[n], answers.holds());
                if ((answers.certain() >>> n & 1) == 0) {
                    // known better, each failing condition might be met
                    for (int asked : questions.asked[n]) {
                        for (int row : answers.uncertain()[asked]) {
                            warnings.add(policy.warning(row));
                        }
                    }
                }
            }
        }
        List<Due> dues = dues(epoch, found);
        for (Found one : found) {
            results[one.place()] = one.result(dues.contains(one.due()));
        }
        return new Assessment(
                month, knownOn, policy.hash(), dues, Arrays.asList(results), List.copyOf(warnings));
    }

    private static List<Due> dues(Epoch epoch, List<Found> found) {
        Due[] best = new Due[Component.values().length];
        Due beside = null;
        for (Found one : found) {
            Due due = one.due();
            int component = due.component().ordinal();
            best[component] = CompiledPolicy.higher(best[component], due);
            if (due.component() == Component.MONTHLY && epoch.beside[one.ground()]) {
                beside = CompiledPolicy.higher(beside, due);
            }
        }
        Overlap.settle(best, beside);
        List<Due> dues = new ArrayList<>(best.length);
        for (Due due : best) {
            if (due != null) {
                dues.add(due);
            }
        }
        return dues;
    }

    /** Every question, with the uncertain rows that each answer read. */
    private Answers answers(Question question, SharedTests questions) {
        boolean[] holds = new boolean[questions.tests.length];
        int[][] uncertain = new int[holds.length][];
        long met = questions.all();
        long certain = 0;
        Reads reads = new Reads();
        ViewParameters[] noting = new ViewParameters[policy.law.layers()];
        for (int layer = 0; layer < noting.length; layer++) {
            noting[layer] = question.epoch().parameters[layer].noting(reads);
        }
        Silence silence = questions.silence(question.lossOn());
        long present = SharedTests.present(question.facts(), question.on(), question.lossOn());
        for (int i = 0; i < holds.length; i++) {
            if (silence.answers(i, present)) {
                holds[i] = silence.holds[i];
                uncertain[i] = silence.uncertain[i];
            } else {
                holds[i] = ask(question, questions, i, noting);
                uncertain[i] = reads.take();
            }
            if (!holds[i]) {
                met &= ~questions.askers[i];
                certain |= uncertain[i].length == 0 ? questions.askers[i] : 0;
            }
        }
        return new Answers(holds, uncertain, met, certain);
    }

    private static boolean ask(
            Question question, SharedTests questions, int i, ViewParameters[] noting) {
        return questions.tests[i].holds(
                question.facts(), noting[questions.layers[i]], question.on(), question.lossOn());
    }

    private static Set<Integer> uncertain(int[] asked, Answers answers) {
        Set<Integer> rows = new LinkedHashSet<>();
        for (int question : asked) {
            for (int row : answers.uncertain()[question]) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Found met(
            Question question,
            SharedTests questions,
            int n,
            int place,
            Answers answers,
            Set<String> warnings) {
        int ground = questions.grounds[n];
        Set<Integer> uncertain = uncertain(questions.asked[n], answers);
        int existence =
                question.epoch()
                        .view
                        .own[policy.layerOfGround[ground]][policy.existenceKey[ground]];
        if (policy.uncertain(existence)) {
            uncertain.add(existence);
        }
        Found priced = offers(question, ground, place, uncertain, warnings);
        warn(uncertain, warnings);
        return priced;
    }

    private Found offers(
            Question question,
            int ground,
            int place,
            Set<Integer> uncertain,
            Set<String> warnings) {
        Ground asked = policy.law.grounds.get(ground);
        Epoch epoch = question.epoch();
        Reads reads = new Reads();
        String name =
                asked.coefficientKey()
                        .key(
                                question.facts(),
                                epoch.parameters[policy.layerOfGround[ground]].noting(reads),
                                question.on(),
                                question.lossOn());
        for (int row : reads.take()) {
            uncertain.add(row);
        }
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
        return new Found(ground, place, epoch.wording(policy)[place], offers, due);
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
        for (int row : rows) {
            warnings.add(policy.warning(row));
        }
    }

    private record Question(Epoch epoch, Facts facts, LocalDate on, LocalDate lossOn) {}

    /**
     * Answers of one person.
     *
     * @param holds by question
     * @param uncertain by question: uncertain rows the answer read
     * @param met grounds that are met
     * @param certain grounds with a condition that fails whatever the uncertain rows say
     */
    private record Answers(boolean[] holds, int[][] uncertain, long met, long certain) {}

    /** A ground that is met; {@code place} is its place among the grounds of the epoch. */
    private record Found(int ground, int place, Wording wording, List<Offer> offers, Due due) {

        GroundResult result(boolean chosen) {
            return new GroundResult(
                    wording.ground.code(),
                    wording.ground.title(),
                    wording.ground.component(),
                    true,
                    chosen,
                    wording.allMet(),
                    offers,
                    due.amountDong());
        }
    }
}
