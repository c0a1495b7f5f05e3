package vn.ansinh.locality.kit;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.api.PolicySnapshot.Due;
import vn.ansinh.assessment.api.ReferenceRows;
import vn.ansinh.locality.api.BundleHeader;
import vn.ansinh.locality.api.CsvTable;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.ParameterRow;

/** Reads the golden cases of a bundle and runs them. */
final class GoldenCases {

    private final Engine engine;
    private final PolicySnapshot policy;
    private final ReferenceRows reference;

    GoldenCases(Engine engine, PolicySnapshot policy) {
        this.engine = engine;
        this.policy = policy;
        reference = new ReferenceRows(policy);
    }

    static List<GoldenCase> read(BundleFile bundle, List<Finding> findings) throws IOException {
        List<GoldenCase> cases = new ArrayList<>();
        for (Map.Entry<String, InputStream> file : bundle.goldenFiles().entrySet()) {
            List<String> faults = new ArrayList<>();
            for (CsvTable.Line line : CsvTable.read(file.getValue(), GoldenCase.COLUMNS, faults)) {
                GoldenCase one = GoldenCase.of(file.getKey(), line, faults);
                if (one != null) {
                    cases.add(one);
                }
            }
            faults.forEach(
                    fault ->
                            findings.add(
                                    new Finding(Finding.Kind.GOLDEN_FILE, file.getKey(), fault)));
        }
        if (cases.isEmpty()) {
            findings.add(
                    new Finding(
                            Finding.Kind.GOLDEN_FILE,
                            BundleHeader.GOLDEN_FOLDER,
                            "không có trường hợp mẫu nào"));
        }
        return cases;
    }

    void run(List<GoldenCase> cases, List<Finding> findings) {
        for (GoldenCase one : cases) {
            try {
                String difference = run(one);
                if (difference != null) {
                    findings.add(
                            new Finding(
                                    Finding.Kind.GOLDEN_CASE,
                                    one.where(),
                                    one.id() + " " + one.month() + ": " + difference));
                }
            } catch (RuntimeException e) {
                findings.add(
                        new Finding(
                                Finding.Kind.GOLDEN_CASE,
                                one.where(),
                                one.id() + " " + one.month() + ": hỏng khi xét: " + e));
            }
        }
    }

    /** What differs, or null. */
    String run(GoldenCase one) {
        return switch (one.question()) {
            case MONTH -> month(one);
            case ONE_OFF ->
                    compare(
                            one,
                            reference
                                    .oneOff(one.ground(), one.month(), one.knownOn())
                                    .map(ReferenceRows.Amount::value));
            case DEADLINE -> compare(one, reference.deadline(one.ground(), one.knownOn()));
            case ROWS -> rows(one);
        };
    }

    private static String compare(GoldenCase one, Optional<?> found) {
        String said = found.map(Object::toString).orElse("-");
        return said.equals(one.expected())
                ? null
                : "%s: cần %s, ra %s".formatted(one.ground(), one.expected(), said);
    }

    private String rows(GoldenCase one) {
        for (Map.Entry<String, String> wanted : one.rows().entrySet()) {
            ParameterRow row = policy.row(wanted.getKey(), one.month(), one.knownOn());
            if (row == null) {
                row = reference.row(wanted.getKey(), one.month(), one.knownOn()).orElse(null);
            }
            String value = row == null ? "-" : row.value();
            String instrument = row == null ? "" : row.citation().instrument();
            if (!value.equals(wanted.getValue()) || !instrument.equals(one.ground())) {
                return "%s: cần %s (%s), ra %s (%s)"
                        .formatted(
                                wanted.getKey(),
                                wanted.getValue(),
                                one.ground(),
                                value,
                                instrument);
            }
        }
        return null;
    }

    private String month(GoldenCase one) {
        Facts facts =
                engine.facts(
                        one.earliestBirth(),
                        one.latestBirth(),
                        one.sex(),
                        one.death(),
                        one.facts(),
                        one.knownOn());
        List<Due> dues = policy.decide(facts, one.month(), one.knownOn()).dues();
        Assessment assessment = policy.assess(facts, one.month(), one.knownOn());
        if (!assessment.dues().equals(dues)) {
            return "xét nhanh ra %s, xét có lý do ra %s".formatted(dues, assessment.dues());
        }
        Optional<Due> found =
                dues.stream()
                        .filter(due -> due.component() == one.component())
                        .filter(due -> reached(one, due.groundCode()))
                        .findFirst();
        String ground = found.map(Due::groundCode).orElse("");
        long amount = found.map(Due::amountDong).orElse(0L);
        long expected = Long.parseLong(one.expected());
        if (ground.equals(one.ground()) && amount == expected) {
            return null;
        }
        return "cần %s, ra %s".formatted(said(one.ground(), expected), said(ground, amount));
    }

    private static String said(String ground, long amount) {
        return ground.isEmpty() ? "không có gì" : ground + " " + amount + " đồng";
    }

    /** Whether the month is not before the first month that the decision may count from. */
    private boolean reached(GoldenCase one, String ground) {
        LocalDate signed = one.signedOn();
        if (signed == null) {
            return true;
        }
        String own = "firstMonth." + ground;
        ParameterRow rule =
                policy.row(own, YearMonth.from(signed), signed) == null
                        ? row("firstMonth", signed)
                        : row(own, signed);
        YearMonth first =
                switch (rule.value()) {
                    case "certificate" -> YearMonth.from(certified(one, signed));
                    case "age" -> {
                        int age = Integer.parseInt(row("age." + ground + ".lower", signed).value());
                        yield YearMonth.from(one.earliestBirth().plusYears(age));
                    }
                    default -> YearMonth.from(signed);
                };
        return !one.month().isBefore(first);
    }

    private static LocalDate certified(GoldenCase one, LocalDate signed) {
        return one.facts().stream()
                .filter(fact -> fact.kind().equals(FactKinds.DISABILITY_DEGREE))
                .map(DatedFact::from)
                .filter(from -> !from.isAfter(signed))
                .max(LocalDate::compareTo)
                .orElseThrow(() -> new IllegalArgumentException("chưa có giấy xác nhận"));
    }

    private ParameterRow row(String key, LocalDate day) {
        ParameterRow row = policy.row(key, YearMonth.from(day), day);
        if (row == null) {
            throw new IllegalArgumentException("không có dòng " + key + " ngày " + day);
        }
        return row;
    }
}
