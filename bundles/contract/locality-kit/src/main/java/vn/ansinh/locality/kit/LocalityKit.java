package vn.ansinh.locality.kit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Condition;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ParameterRow;

/**
 * The checks a law or locality bundle must pass before it can be activated. Plain Java: called from
 * a thin test of each bundle and, through {@link Main}, in a JVM of its own before activation. It
 * keeps nothing between two checks, so any thread may call it; it sets no time limit, the JVM of
 * its own has one. The kit is no part of the contract: a bundle uses it in tests and never imports
 * it.
 */
public final class LocalityKit {

    private final Engine engine = Engines.standard();

    /**
     * Checks a bundle on the layers it stands on.
     *
     * @param candidate the bundle
     * @param below law bundles from the State up, which have passed already
     * @return what keeps it from being activated; empty when nothing does
     * @throws IOException when a file cannot be read
     * @throws IllegalArgumentException when a layer below does not even load
     */
    public List<Finding> check(BundleFile candidate, List<BundleFile> below) throws IOException {
        List<Finding> findings = new ArrayList<>();
        List<Engine.Layer> layers = new ArrayList<>();
        for (BundleFile file : below) {
            List<Finding> broken = new ArrayList<>();
            Contribution law = Contribution.of(file, broken);
            if (law == null) {
                throw new IllegalArgumentException("tầng bên dưới không nạp được: " + broken);
            }
            layers.add(new Engine.Layer(law.layer(), file.sha256()));
        }
        findings.addAll(ByteCode.check(candidate));
        if (!findings.isEmpty()) {
            return findings; // what may touch anything is not even loaded
        }
        Contribution made = Contribution.of(candidate, findings);
        List<GoldenCase> cases = GoldenCases.read(candidate, findings);
        if (made == null) {
            return findings;
        }
        citations(made, findings);
        if (made.locality() != null) {
            profile(made, findings);
            new ReportGoldens(candidate, made.locality()).run(findings);
        }
        findings.addAll(new Rows(made.layer(), List.copyOf(layers)).findings());
        layers.add(new Engine.Layer(made.layer(), candidate.sha256()));
        PolicySnapshot policy = compile(layers, territories(made, layers), findings);
        if (policy != null) {
            new GoldenCases(engine, policy).run(cases, findings);
            new Probes(engine, policy, made.layer()).run(findings);
        }
        return findings;
    }

    /**
     * What each report form of a locality makes of the sample month: read it, and where it is right
     * keep it as {@code golden/reports/CODE.txt}.
     *
     * @throws IllegalArgumentException when the bundle is no locality or does not load
     */
    public Map<String, String> reports(BundleFile candidate) throws IOException {
        List<Finding> findings = new ArrayList<>(ByteCode.check(candidate));
        Contribution made = findings.isEmpty() ? Contribution.of(candidate, findings) : null;
        if (made == null || made.locality() == null) {
            throw new IllegalArgumentException("không phải gói địa phương: " + findings);
        }
        Map<String, String> texts = new ReportGoldens(candidate, made.locality()).texts(findings);
        if (!findings.isEmpty()) {
            throw new IllegalArgumentException(findings.toString());
        }
        return texts;
    }

    /**
     * One digest over the answers to the generated people, for comparing JVMs.
     *
     * @throws IllegalArgumentException when the bundle or a layer below does not load or compile
     */
    String answers(BundleFile candidate, List<BundleFile> below) throws IOException {
        List<Finding> findings = new ArrayList<>();
        List<Engine.Layer> layers = new ArrayList<>();
        List<BundleFile> files = new ArrayList<>(below);
        files.add(candidate);
        Contribution made = null;
        for (BundleFile file : files) {
            made = Contribution.of(file, findings);
            if (made == null) {
                throw new IllegalArgumentException(findings.toString());
            }
            layers.add(new Engine.Layer(made.layer(), file.sha256()));
        }
        PolicySnapshot policy = engine.compile(layers, territories(made, layers));
        return new Probes(engine, policy, made.layer()).digest();
    }

    private PolicySnapshot compile(
            List<Engine.Layer> layers, List<String> territories, List<Finding> findings) {
        try {
            return engine.compile(layers, territories);
        } catch (IllegalArgumentException e) {
            e.getMessage()
                    .lines()
                    .forEach(line -> findings.add(new Finding(Finding.Kind.LAW, "", line)));
            return null;
        }
    }

    /** A locality says where it lies; a law is checked on everything the layers speak of. */
    static List<String> territories(Contribution made, List<Engine.Layer> layers) {
        if (made.locality() != null) {
            return made.locality().profile().territories();
        }
        Set<String> named = new LinkedHashSet<>();
        for (Engine.Layer layer : layers) {
            layer.law().rows().forEach(row -> named.add(row.territory()));
        }
        return List.copyOf(named);
    }

    /** Units that share a code, and rows that apply nowhere the locality lies. */
    private static void profile(Contribution made, List<Finding> findings) {
        Set<String> codes = new LinkedHashSet<>();
        for (LocalityProfile.Unit unit : made.locality().profile().units()) {
            if (!codes.add(unit.code())) {
                String message = "hai đơn vị cùng mã: " + unit.name();
                findings.add(new Finding(Finding.Kind.LAW, unit.code(), message));
            }
        }
        for (ParameterRow row : made.layer().rows()) {
            if (!made.locality().profile().territories().contains(row.territory())) {
                findings.add(
                        new Finding(
                                Finding.Kind.LAW,
                                row.key(),
                                "lãnh thổ '" + row.territory() + "' không thuộc địa phương"));
            }
        }
    }

    private static void citations(Contribution made, List<Finding> findings) {
        for (ParameterRow row : made.layer().rows()) {
            if (row.citation().instrument().isBlank()) {
                findings.add(cited(row.key(), "dòng không có căn cứ pháp lý"));
            }
        }
        for (Ground ground : made.layer().grounds()) {
            for (Condition condition : ground.conditions()) {
                if (condition.sentence().isBlank()) {
                    findings.add(
                            cited(
                                    ground.code() + "/" + condition.code(),
                                    "điều kiện không có câu tiếng Việt"));
                }
            }
        }
    }

    private static Finding cited(String where, String message) {
        return new Finding(Finding.Kind.CITATION, where, message);
    }
}
