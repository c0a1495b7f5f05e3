package vn.ansinh.assessment.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cases as a JSON document gives them ({@code docs/reference/assess.md}), for the command and the
 * interface alike. How the document was read is the caller's affair: here it is maps, lists and
 * texts, as any reader of JSON makes them.
 */
public final class Questions {

    private static final String CASES = "cases";
    private static final String FACTS = "facts";

    private Questions() {}

    /**
     * Reads {@code {"cases": [{…, "facts": [{…}]}]}}.
     *
     * @param document maps, lists and texts
     * @param faults takes every fault by case and field; with one, the questions are of no use
     */
    public static List<Question> of(Object document, Faults faults) {
        List<Question> questions = new ArrayList<>();
        if (!(document instanceof Map<?, ?> body) || !(body.get(CASES) instanceof List<?> cases)) {
            faults.add(0, CASES, "phải là một danh sách");
            return questions;
        }
        for (Object field : body.keySet()) {
            if (!field.equals(CASES)) {
                faults.add(0, String.valueOf(field), "không có trường này; có: [cases]");
            }
        }
        if (cases.isEmpty()) {
            faults.add(0, CASES, "không có trường hợp nào");
        }
        for (int i = 0; i < cases.size(); i++) {
            int row = i + 1;
            if (!(cases.get(i) instanceof Map<?, ?> one)) {
                faults.add(row, "", "phải là {…}");
                continue;
            }
            Map<String, String> fields = texts(row, "", one, FACTS, faults);
            questions.add(Question.of(row, fields, facts(row, one.get(FACTS), faults), faults));
        }
        return questions;
    }

    private static List<Map<String, String>> facts(int row, Object given, Faults faults) {
        List<Map<String, String>> facts = new ArrayList<>();
        if (given == null) {
            return facts;
        }
        if (!(given instanceof List<?> list)) {
            faults.add(row, FACTS, "phải là một danh sách");
            return facts;
        }
        for (int i = 0; i < list.size(); i++) {
            String place = FACTS + "[" + (i + 1) + "]";
            if (list.get(i) instanceof Map<?, ?> fact) {
                facts.add(texts(row, place + ".", fact, "", faults));
            } else {
                faults.add(row, place, "phải là {…}");
                facts.add(null);
            }
        }
        return facts;
    }

    private static Map<String, String> texts(
            int row, String place, Map<?, ?> given, String except, Faults faults) {
        Map<String, String> texts = new LinkedHashMap<>();
        given.forEach(
                (name, value) -> {
                    if (value instanceof String text) {
                        texts.put(name.toString(), text);
                    } else if (value != null && !name.equals(except)) {
                        faults.add(row, place + name, "phải là chữ trong ngoặc kép");
                    }
                });
        texts.remove(except);
        return texts;
    }
}
