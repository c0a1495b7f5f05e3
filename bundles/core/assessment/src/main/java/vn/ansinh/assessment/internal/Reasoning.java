package vn.ansinh.assessment.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.Assessment.GroundResult;
import vn.ansinh.assessment.api.Assessment.Offer;
import vn.ansinh.assessment.api.PolicySnapshot.Due;
import vn.ansinh.assessment.internal.Offers.Offered;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Facts;

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
        List<String> warnings = new ArrayList<>();
        if (!facts.earliestBirth().equals(facts.latestBirth())) {
            warnings.add("Chưa đủ ngày sinh: tuổi tính theo năm sinh hoặc tháng sinh đã biết");
        }
        Epoch epoch = question.epoch();
        Wording[] wording = epoch.wording(policy);
        GroundResult[] results = new GroundResult[epoch.grounds.length];
        List<Found> found = new ArrayList<>();
        int place = 0;
        for (SharedTests questions : epoch.questions) {
            Marks settled = questions.answer(question.facts(), question.on(), question.lossOn());
            long met = questions.all() & ~settled.grounds(Marks.CLOSED);
            long certain = settled.grounds(Marks.CERTAIN);
            for (int n = 0; n < questions.grounds.length; n++, place++) {
                if ((met >>> n & 1) != 0) {
                    found.add(met(question, questions, n, place, settled, warnings));
                    continue;
                }
                results[place] = wording[place].unmet(settled, questions.at[n]);
                if ((certain >>> n & 1) == 0) {
                    // known better, each failing condition might be met
                    warn(question, questions, n, settled, warnings);
                }
            }
        }
        List<Due> dues = dues(epoch, found);
        for (Found one : found) {
            results[one.place()] = one.result(dues.contains(one.due()));
        }
        return new Assessment(
                month, knownOn, policy.hash(), dues, List.of(results), List.copyOf(warnings));
    }

    /** Each is said once; they are few. */
    private static void add(String warning, List<String> warnings) {
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    private static List<Due> dues(Epoch epoch, List<Found> found) {
        if (found.isEmpty()) {
            return List.of();
        }
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

    /** Warns of the uncertain rows that a ground's questions read; asked again, being pure. */
    private void warn(
            Question question, SharedTests questions, int n, Marks settled, List<String> warnings) {
        for (int i : questions.asked[n]) {
            if (settled.doubtful(i)) {
                Reads reads = new Reads();
                questions.holds(i, question.facts(), question.on(), question.lossOn(), reads);
                warn(reads, warnings);
            }
        }
    }

    private void warn(Reads reads, List<String> warnings) {
        for (int row : reads.take()) {
            add(policy.warning(row), warnings);
        }
    }

    private Found met(
            Question question,
            SharedTests questions,
            int n,
            int place,
            Marks settled,
            List<String> warnings) {
        int ground = questions.grounds[n];
        Epoch epoch = question.epoch();
        Offers offers = epoch.offers[ground];
        Reads reads = new Reads();
        Offered offered = offers.of(question.facts(), question.on(), question.lossOn(), reads);
        if (offered.both() != null) {
            add(offered.both(), warnings);
        }
        warn(question, questions, n, settled, warnings);
        int existence = epoch.view.own[policy.layerOfGround[ground]][policy.existenceKey[ground]];
        if (policy.uncertain(existence)) {
            add(policy.warning(existence), warnings);
        }
        warn(reads, warnings);
        offered.warnings().forEach(warning -> add(warning, warnings));
        Due due = offers.due(offered, question.facts(), question.on(), question.lossOn());
        return new Found(ground, place, epoch.wording(policy)[place], offered.offers(), due);
    }

    private record Question(Epoch epoch, Facts facts, LocalDate on, LocalDate lossOn) {}

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
