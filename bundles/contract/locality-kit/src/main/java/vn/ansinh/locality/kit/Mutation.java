package vn.ansinh.locality.kit;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.ParameterRow;

/**
 * Changes every verified row of a bundle, of its parameters and of its reference tables, one thing
 * at a time (value, first and last month a month, days of signature and in force a day, either
 * way), and asks whether a golden case typed from the text notices. Generated checks do not count.
 *
 * <p>A change after which no question of any month and any day of knowledge reads another row or
 * value is no change of the law; it is counted apart as equivalent.
 */
public final class Mutation {

    /**
     * What came of it.
     *
     * @param mutants changes tried
     * @param equivalent of them, changes that alter no answer
     * @param refused of them, changes the compiler of the law refuses
     * @param survivors changes that no golden case notices, in words
     */
    public record Result(int mutants, int equivalent, int refused, List<String> survivors) {
        public Result {
            survivors = List.copyOf(survivors);
        }

        private Result plus(Result other) {
            List<String> both = new ArrayList<>(survivors);
            both.addAll(other.survivors);
            return new Result(
                    mutants + other.mutants,
                    equivalent + other.equivalent,
                    refused + other.refused,
                    both);
        }
    }

    private final Engine engine = Engines.standard();
    private final List<Engine.Layer> below = new ArrayList<>();
    private final Contribution made;
    private final List<String> territories;
    private final List<GoldenCase> cases;
    private final PolicySnapshot original;

    /**
     * @param candidate the bundle
     * @param layers law bundles it stands on, from the State up
     * @throws IllegalArgumentException when a bundle does not load or does not compile
     */
    public Mutation(BundleFile candidate, List<BundleFile> layers) throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (BundleFile layer : layers) {
            Contribution law = Contribution.of(layer, findings);
            if (law != null) {
                below.add(new Engine.Layer(law.layer(), layer.sha256()));
            }
        }
        made = Contribution.of(candidate, findings);
        cases = new ArrayList<>(GoldenCases.read(candidate, findings));
        if (!findings.isEmpty()) {
            throw new IllegalArgumentException(findings.toString());
        }
        territories = LocalityKit.territories(made, layers(made.layer()));
        original = compile(made.layer());
    }

    /** Changes every verified row. */
    public Result run() {
        LawLayer law = made.layer();
        Result ofRows = run(law.rows(), changed -> new Changed(law, changed, law.reference()));
        return ofRows.plus(run(law.reference(), changed -> new Changed(law, law.rows(), changed)));
    }

    private Result run(List<ParameterRow> rows, Function<List<ParameterRow>, LawLayer> law) {
        int mutants = 0;
        int equivalent = 0;
        int refused = 0;
        List<String> survivors = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            if (rows.get(index).confidence() != Confidence.VERIFIED) {
                continue;
            }
            for (Map.Entry<String, ParameterRow> mutant : mutants(rows.get(index)).entrySet()) {
                mutants++;
                List<ParameterRow> changed = new ArrayList<>(rows);
                changed.set(index, mutant.getValue());
                if (equivalent(rows, changed, rows.get(index).key())) {
                    equivalent++;
                    continue;
                }
                try {
                    if (!noticed(compile(law.apply(changed)))) {
                        survivors.add(words(rows.get(index), mutant.getKey()));
                    }
                } catch (IllegalArgumentException e) {
                    refused++;
                }
            }
        }
        return new Result(mutants, equivalent, refused, survivors);
    }

    /** The case that notices goes to the front: its neighbours will notice the next change. */
    private boolean noticed(PolicySnapshot policy) {
        GoldenCases golden = new GoldenCases(engine, policy);
        for (int i = 0; i < cases.size(); i++) {
            boolean differs;
            try {
                differs = golden.run(cases.get(i)) != null;
            } catch (RuntimeException e) {
                differs = true;
            }
            if (differs) {
                cases.add(0, cases.remove(i));
                return true;
            }
        }
        return false;
    }

    private static String words(ParameterRow row, String change) {
        return "%s = %s từ %s (%s): %s"
                .formatted(
                        row.key(),
                        row.value(),
                        row.appliesFrom(),
                        row.citation().vietnamese(),
                        change);
    }

    /** Every change of a row, by what is changed. */
    private static Map<String, ParameterRow> mutants(ParameterRow row) {
        Map<String, ParameterRow> mutants = new LinkedHashMap<>();
        for (String value : values(row)) {
            mutants.put("value " + value, with(row, value, row.appliesFrom(), row.appliesTo()));
        }
        for (int step : new int[] {-1, 1}) {
            YearMonth from = row.appliesFrom().plusMonths(step);
            if (row.appliesTo() == null || !from.isAfter(row.appliesTo())) {
                mutants.put("applies_from " + from, with(row, row.value(), from, row.appliesTo()));
            }
            if (row.appliesTo() != null && !row.appliesTo().plusMonths(step).isBefore(from)) {
                YearMonth to = row.appliesTo().plusMonths(step);
                mutants.put("applies_to " + to, with(row, row.value(), row.appliesFrom(), to));
            }
            LocalDate enacted = row.enacted().plusDays(step);
            mutants.put("enacted " + enacted, with(row, enacted, row.inForce()));
            LocalDate force = row.inForce().plusDays(step);
            mutants.put("in_force " + force, with(row, row.enacted(), force));
        }
        return mutants;
    }

    private static List<String> values(ParameterRow row) {
        String value = row.value();
        if (value.matches("[0-9]+(\\.[0-9]+)?")) {
            String step =
                    row.key().startsWith("rate.")
                            ? "10000"
                            : row.key().startsWith("coefficient.") ? "0.5" : "1";
            BigDecimal number = new BigDecimal(value);
            return List.of(
                    number.add(new BigDecimal(step)).toPlainString(),
                    number.subtract(new BigDecimal(step)).max(BigDecimal.ZERO).toPlainString());
        }
        return switch (value) {
            case "on" -> List.of("off");
            case "off" -> List.of("on");
            case "true" -> List.of("false");
            case "false" -> List.of("true");
            case "signature" -> List.of("certificate");
            case "certificate", "age" -> List.of("signature");
            default -> shorter(value);
        };
    }

    /** A list loses each of its words in turn; another word becomes one nobody knows. */
    private static List<String> shorter(String value) {
        List<String> words = List.of(value.split(" "));
        if (words.size() == 1) {
            return List.of(value + "-other");
        }
        List<String> lists = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            List<String> rest = new ArrayList<>(words);
            rest.remove(i);
            lists.add(String.join(" ", rest));
        }
        return lists;
    }

    private static ParameterRow with(ParameterRow row, String value, YearMonth from, YearMonth to) {
        return copy(row, value, from, to, row.enacted(), row.inForce());
    }

    private static ParameterRow with(ParameterRow row, LocalDate enacted, LocalDate inForce) {
        return copy(row, row.value(), row.appliesFrom(), row.appliesTo(), enacted, inForce);
    }

    private static ParameterRow copy(
            ParameterRow row,
            String value,
            YearMonth from,
            YearMonth to,
            LocalDate enacted,
            LocalDate inForce) {
        return new ParameterRow(
                row.key(),
                value,
                row.unit(),
                row.rounding(),
                row.territory(),
                from,
                to,
                enacted,
                inForce,
                row.citation(),
                row.confidence(),
                row.note());
    }

    /** Whether the rows of a key read the same at every month and day where either changes. */
    private static boolean equivalent(
            List<ParameterRow> before, List<ParameterRow> after, String key) {
        List<ParameterRow> one = of(before, key);
        List<ParameterRow> other = of(after, key);
        Set<YearMonth> months = new TreeSet<>();
        Set<LocalDate> days = new TreeSet<>();
        for (List<ParameterRow> rows : List.of(one, other)) {
            for (ParameterRow row : rows) {
                for (int step = -1; step <= 1; step++) {
                    months.add(row.appliesFrom().plusMonths(step));
                    months.add(YearMonth.from(row.inForce()).plusMonths(step));
                    if (row.appliesTo() != null) {
                        months.add(row.appliesTo().plusMonths(step));
                    }
                    days.add(row.enacted().plusDays(step));
                    days.add(row.inForce().plusDays(step));
                }
            }
        }
        for (YearMonth month : months) {
            for (LocalDate day : days) {
                if (!read(one, month, day).equals(read(other, month, day))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<ParameterRow> of(List<ParameterRow> rows, String key) {
        return rows.stream().filter(row -> row.key().equals(key)).toList();
    }

    /** Value and clause of the row that counts. */
    private static String read(List<ParameterRow> rows, YearMonth month, LocalDate day) {
        ParameterRow best = Rows.standing(rows, month, day);
        return best == null ? "" : best.value() + " " + best.citation() + " " + best.territory();
    }

    private PolicySnapshot compile(LawLayer layer) {
        return engine.compile(layers(layer), territories);
    }

    private List<Engine.Layer> layers(LawLayer layer) {
        List<Engine.Layer> layers = new ArrayList<>(below);
        layers.add(new Engine.Layer(layer, "mutant"));
        return layers;
    }

    /** The cases of the bundle that fail on the law as it is; a mutation run needs none. */
    public List<String> failing() {
        Set<String> failing = new LinkedHashSet<>();
        GoldenCases golden = new GoldenCases(engine, original);
        for (GoldenCase one : cases) {
            String difference = golden.run(one);
            if (difference != null) {
                failing.add(one.where() + ": " + difference);
            }
        }
        return List.copyOf(failing);
    }

    private record Changed(LawLayer layer, List<ParameterRow> rows, List<ParameterRow> reference)
            implements LawLayer {
        @Override
        public String code() {
            return layer.code();
        }

        @Override
        public String parent() {
            return layer.parent();
        }

        @Override
        public List<Ground> grounds() {
            return layer.grounds();
        }
    }
}
