package vn.ansinh.law.hanoi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.law.vietnam.VietnamLaw;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.locality.kit.BundleFile;
import vn.ansinh.locality.kit.Finding;
import vn.ansinh.locality.kit.Finding.Kind;
import vn.ansinh.locality.kit.LocalityKit;
import vn.ansinh.locality.kit.Mutation;

/** The kit can fail: every row changed alone is noticed by a case typed from the text. */
class NegativeControlsTest {

    /** Read by the payment clocks, not by the engine: no case on amounts can notice them. */
    private static final Set<String> CLOCKS = Set.of("listLastDay", "providerReportLastDay");

    @TempDir Path folder;

    private int jars;

    private List<Finding> check(Path candidate, List<BundleFile> below) throws IOException {
        try (BundleFile bundle = BundleFile.jar(candidate)) {
            return new LocalityKit().check(bundle, below);
        }
    }

    private List<Finding> checkState(String header, Map<String, UnaryOperator<String>> edits)
            throws Exception {
        return check(
                new MutatedBundle(VietnamLaw.class)
                        .write(folder.resolve("state" + jars++ + ".jar"), header, edits),
                List.of());
    }

    @Test
    void theUnchangedBundlePasses() throws Exception {
        assertThat(checkState(new MutatedBundle(VietnamLaw.class).header(), Map.of())).isEmpty();
    }

    @Test
    void aRowWithoutCitationIsFoundWithItsLine() throws Exception {
        List<Finding> findings =
                checkState(
                        new MutatedBundle(VietnamLaw.class).header(),
                        Map.of(
                                "parameters.csv",
                                text -> text.replaceFirst("NĐ 20/2021/NĐ-CP", "")));
        assertThat(findings)
                .extracting(Finding::message)
                .containsExactly("dòng 2: instrument để trống");
    }

    @Test
    void aBundleWithoutHeaderClassOrCasesIsFound() throws Exception {
        String header = new MutatedBundle(VietnamLaw.class).header();
        assertThat(checkState(null, Map.of()))
                .extracting(Finding::kind)
                .containsOnly(Kind.MANIFEST);
        assertThat(checkState(header.replace("VietnamLaw", "Elsewhere"), Map.of()))
                .extracting(Finding::kind)
                .containsOnly(Kind.CLASS);
        assertThat(checkState(header.replace("code=vietnam", "code=lao"), Map.of()))
                .extracting(Finding::kind)
                .containsOnly(Kind.CLASS);
        assertThat(
                        checkState(
                                header,
                                Map.of(
                                        "given-cases.csv",
                                        t -> null,
                                        "boundaries.csv",
                                        t -> null,
                                        "grounds.csv",
                                        t -> null,
                                        "sheets.csv",
                                        t -> null,
                                        "amounts-and-terms.csv",
                                        t -> null,
                                        "tables.csv",
                                        t -> null)))
                .extracting(Finding::kind)
                .containsOnly(Kind.GOLDEN_FILE);
        assertThat(
                        checkState(
                                header,
                                Map.of("boundaries.csv", t -> t.replaceFirst("2024-05", "5/2024"))))
                .extracting(Finding::kind)
                .containsOnly(Kind.GOLDEN_FILE);
    }

    @Test
    void everyRowOfTheCityChangedAloneIsNoticed() throws Exception {
        List<ParameterRow> rows = new HaNoiLaw().rows();
        try (BundleFile state = BundleFile.of(VietnamLaw.class)) {
            assertThat(unnoticed(HaNoiLaw.class, rows, List.of(state))).isEmpty();
        }
    }

    /** Without the cases on its reference tables, changes of their rows are not noticed. */
    @Test
    void aReferenceRowWithoutACaseSurvives() throws Exception {
        Path jar =
                new MutatedBundle(HaNoiLaw.class)
                        .write(folder.resolve("no-tables.jar"), "tables.csv", text -> null);
        try (BundleFile bundle = BundleFile.jar(jar);
                BundleFile state = BundleFile.of(VietnamLaw.class)) {
            assertThat(new Mutation(bundle, List.of(state)).run().survivors())
                    .isNotEmpty()
                    .allMatch(
                            row ->
                                    row.startsWith("oneOff.longevity.")
                                            || row.startsWith("healthInsurance.city.")
                                            || row.startsWith("tuition.city."));
        }
    }

    private Set<String> unnoticed(Class<?> law, List<ParameterRow> rows, List<BundleFile> below)
            throws Exception {
        MutatedBundle bundle = new MutatedBundle(law);
        Set<String> survivors = new TreeSet<>();
        for (int index = 0; index < rows.size(); index++) {
            ParameterRow row = rows.get(index);
            if (CLOCKS.contains(row.key())) {
                continue;
            }
            int line = index + 1;
            Path jar =
                    bundle.write(
                            folder.resolve(law.getSimpleName() + index + ".jar"),
                            "parameters.csv",
                            text -> changed(text, line, row));
            if (check(jar, below).stream().noneMatch(f -> f.kind() == Kind.GOLDEN_CASE)) {
                survivors.add(row.key() + " " + row.appliesFrom() + " = " + row.value());
            }
        }
        return survivors;
    }

    private static String changed(String text, int line, ParameterRow row) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        String prefix = row.key() + "," + row.value() + ",";
        assertThat(lines.get(line)).startsWith(prefix);
        lines.set(
                line,
                row.key() + "," + other(row) + "," + lines.get(line).substring(prefix.length()));
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static String other(ParameterRow row) {
        return switch (row.value()) {
            case "on" -> "off";
            case "off" -> "on";
            case "true" -> "false";
            case "full" -> "officer";
            case "NEAR_POOR" -> "POOR";
            case "certificate", "age" -> "signature";
            case "signature" -> "certificate";
            default -> otherNumber(row);
        };
    }

    private static String otherNumber(ParameterRow row) {
        if (row.key().startsWith("rate.")) {
            return Long.toString(Long.parseLong(row.value()) - 10_000);
        }
        if (row.key().startsWith("coefficient.")) {
            return new BigDecimal(row.value()).add(new BigDecimal("0.5")).toString();
        }
        // where an age ends a group the next group begins: only an earlier end leaves a gap
        int step = row.key().endsWith(".upper") ? -1 : 1;
        return Integer.toString(Integer.parseInt(row.value()) + step);
    }
}
