package vn.ansinh.assess;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.ansinh.assessment.api.Faults;
import vn.ansinh.assessment.api.Question;
import vn.ansinh.assessment.api.Questions;

/** Reads the cases of a file (docs/reference/assess.md). */
final class Cases {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Cases() {}

    /**
     * Reads {@code .json} or {@code .csv}.
     *
     * @throws IllegalArgumentException with every fault by row and field
     */
    static List<Question> read(Path file) throws IOException {
        Faults faults = new Faults();
        boolean csv = Assess.isCsv(file);
        List<Question> questions = csv ? csv(file, faults) : json(file, faults);
        if (questions.isEmpty() && faults.all().isEmpty()) {
            faults.add(0, "cases", "không có trường hợp nào");
        }
        refuse(file.getFileName().toString(), csv ? "dòng %d" : "cases[%d]", faults.all());
        return questions;
    }

    private static void refuse(String file, String place, List<Faults.Fault> faults) {
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    file
                            + " có "
                            + faults.size()
                            + " lỗi:\n"
                            + faults.stream()
                                    .map(fault -> line(place, fault))
                                    .collect(Collectors.joining("\n")));
        }
    }

    private static String line(String place, Faults.Fault fault) {
        String row = fault.row() == 0 ? "" : place.formatted(fault.row());
        String dot = row.isEmpty() || fault.field().isEmpty() ? "" : ".";
        return row + dot + fault.field() + ": " + fault.sentence();
    }

    private static List<Question> json(Path file, Faults faults) throws IOException {
        try {
            return Questions.of(JSON.readValue(Files.readAllBytes(file), Object.class), faults);
        } catch (JsonProcessingException e) {
            faults.add(0, "dòng " + e.getLocation().getLineNr(), "không phải JSON");
            return List.of();
        }
    }

    private static List<Question> csv(Path file, Faults faults) throws IOException {
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setCommentMarker('#')
                        .setTrim(true)
                        .get();
        List<Question> questions = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = CSVParser.parse(reader, format)) {
            for (CSVRecord line : parser) {
                int row = Math.toIntExact(parser.getCurrentLineNumber());
                if (!line.isConsistent()) {
                    faults.add(row, "", "số ô khác tiêu đề");
                    continue;
                }
                Map<String, String> fields = new LinkedHashMap<>(line.toMap());
                fields.values().removeIf(String::isEmpty);
                String facts = fields.getOrDefault("facts", "");
                fields.remove("facts");
                questions.add(Question.of(row, fields, facts(row, facts, faults), faults));
            }
        }
        return questions;
    }

    /** {@code kind=value@from..to~knownSince; …} as in golden cases. */
    private static List<Map<String, String>> facts(int row, String text, Faults faults) {
        List<Map<String, String>> facts = new ArrayList<>();
        for (String part : text.split(";")) {
            if (part.isBlank()) {
                continue;
            }
            String[] known = part.trim().split("~", 2);
            String[] dated = known[0].split("@", 2);
            String[] pair = dated[0].split("=", 2);
            if (pair.length != 2) {
                faults.add(row, "facts", "«" + part.trim() + "» phải là loại=giá trị");
                continue;
            }
            Map<String, String> fact = new LinkedHashMap<>();
            fact.put("kind", pair[0].strip());
            fact.put("value", pair[1].strip());
            if (dated.length == 2) {
                String[] span = dated[1].split("\\.\\.", 2);
                fact.put("from", span[0]);
                if (span.length == 2) {
                    fact.put("to", span[1]);
                }
            }
            if (known.length == 2) {
                fact.put("known_since", known[1]);
            }
            facts.add(fact);
        }
        return facts;
    }
}
