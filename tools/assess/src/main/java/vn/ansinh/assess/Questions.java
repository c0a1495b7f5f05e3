package vn.ansinh.assess;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the cases of a file (docs/reference/assess.md). */
final class Questions {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private Questions() {}

    /**
     * Reads {@code .json} or {@code .csv}.
     *
     * @throws IllegalArgumentException with every fault by row and field
     */
    static List<Question> read(Path file) throws IOException {
        Faults faults = new Faults();
        List<Question> questions = Assess.isCsv(file) ? csv(file, faults) : json(file, faults);
        if (questions.isEmpty() && faults.count() == 0) {
            faults.add("cases", "không có trường hợp nào");
        }
        faults.refuse(file.getFileName().toString());
        return questions;
    }

    private static List<Question> json(Path file, Faults faults) throws IOException {
        List<Question> questions = new ArrayList<>();
        JsonNode root;
        try {
            root = JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            faults.add("dòng " + e.getLocation().getLineNr(), "không phải JSON");
            return questions;
        }
        JsonNode cases = root == null ? null : root.get("cases");
        if (cases == null || !cases.isArray()) {
            faults.add("cases", "phải là một danh sách");
            return questions;
        }
        for (int i = 0; i < cases.size(); i++) {
            String place = "cases[" + (i + 1) + "]";
            List<Map<String, String>> facts = new ArrayList<>();
            JsonNode given = cases.get(i).path("facts");
            for (int j = 0; j < given.size(); j++) {
                facts.add(texts(place + ".facts[" + (j + 1) + "]", given.get(j), "", faults));
            }
            questions.add(
                    Question.of(place, texts(place, cases.get(i), "facts", faults), facts, faults));
        }
        return questions;
    }

    private static Map<String, String> texts(
            String place, JsonNode node, String except, Faults faults) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getKey().equals(except) || field.getValue().isNull()) {
                continue;
            }
            if (!field.getValue().isTextual()) {
                faults.add(place + "." + field.getKey(), "phải là chữ trong ngoặc kép");
            } else {
                texts.put(field.getKey(), field.getValue().textValue());
            }
        }
        return texts;
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
                String place = "dòng " + parser.getCurrentLineNumber();
                if (!line.isConsistent()) {
                    faults.add(place, "số ô khác tiêu đề");
                    continue;
                }
                Map<String, String> fields = new LinkedHashMap<>(line.toMap());
                fields.values().removeIf(String::isEmpty);
                String facts = fields.getOrDefault("facts", "");
                fields.remove("facts");
                questions.add(Question.of(place, fields, facts(place, facts, faults), faults));
            }
        }
        return questions;
    }

    /** {@code kind=value@from..to~knownSince; …} as in golden cases. */
    private static List<Map<String, String>> facts(String place, String text, Faults faults) {
        List<Map<String, String>> facts = new ArrayList<>();
        for (String part : text.split(";")) {
            if (part.isBlank()) {
                continue;
            }
            String[] known = part.trim().split("~", 2);
            String[] dated = known[0].split("@", 2);
            String[] pair = dated[0].split("=", 2);
            if (pair.length != 2) {
                faults.add(place + ".facts", "«" + part.trim() + "» phải là loại=giá trị");
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
