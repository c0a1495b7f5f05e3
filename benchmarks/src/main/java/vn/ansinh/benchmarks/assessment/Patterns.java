package vn.ansinh.benchmarks.assessment;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.locality.api.FactKinds;

/**
 * A condition in the usual form of Drools: each reading of the facts becomes a plain field of the
 * person that is inserted, the condition a constraint on those fields. It translates what {@link
 * Templates} wrote as Java, so that both forms come from the same rows; a reading it does not know
 * is refused.
 */
final class Patterns {

    private static final String TEXT = "\"([^\"]+)\"";
    private static final String DAY = "(on|lossOn)";

    /** By name: its type and the Java it is read with when the person is made. */
    private final Map<String, String[]> fields = new LinkedHashMap<>();

    String constraint(String java) {
        String text = counts(java);
        text =
                text.replace(
                        "(f.death().isEmpty() || !f.death().get().isBefore(lossOn))",
                        field(
                                "boolean",
                                "alive",
                                "f.death().isEmpty() || !f.death().get().isBefore(lossOn)"));
        text = text.replace("f.ageGiving(on)", field("int", "ageGiving", "f.ageGiving(on)"));
        text = text.replace("f.ageEnding(on)", field("int", "ageEnding", "f.ageEnding(on)"));
        text =
                text.replace(
                        "f.ageEndingBefore(lossOn)",
                        field("int", "ageEndingBefore", "f.ageEndingBefore(lossOn)"));
        text =
                text.replace(
                        "Plain.pension(f, on)", field("long", "pension", "Plain.pension(f, on)"));
        text =
                each(
                        text,
                        "Plain\\.dong\\(f, " + TEXT + ", on\\)",
                        m -> field("long", name(m.group(1)) + "Amount", m.group()));
        text =
                each(
                        text,
                        "Plain\\.during\\(f, " + TEXT + ", " + TEXT + ", on, lossOn\\)",
                        m ->
                                "(%s || %s)"
                                        .formatted(
                                                is(m.group(1), "on", m.group(2)),
                                                is(m.group(1), "lossOn", m.group(2))));
        text =
                each(
                        text,
                        "!Plain\\.throughout\\(f, " + TEXT + ", " + TEXT + ", on, lossOn\\)",
                        m ->
                                "(%s || %s)"
                                        .formatted(
                                                isNot(m.group(1), "on", m.group(2)),
                                                isNot(m.group(1), "lossOn", m.group(2))));
        text =
                each(
                        text,
                        "Plain\\.parents\\(f, " + TEXT + ", " + TEXT + ", " + DAY + "\\)",
                        m -> parents(m.group(1), m.group(2), m.group(3)));
        text =
                each(
                        text,
                        "Plain\\.abandoned\\(f, " + DAY + "\\)",
                        m ->
                                "(%s && %s)"
                                        .formatted(
                                                is(FactKinds.CHILD_ABANDONED, m.group(1), "YES"),
                                                isNot(FactKinds.CHILD_ADOPTED, m.group(1), "YES")));
        text =
                each(
                        text,
                        "Plain\\.among\\(f, " + TEXT + ", " + DAY + ", ([^)]+)\\)",
                        m -> among(m.group(1), m.group(2), m.group(3)));
        text =
                each(
                        text,
                        TEXT + "\\.equals\\(f\\.value\\(" + TEXT + ", " + DAY + "\\)\\)",
                        m -> is(m.group(2), m.group(3), m.group(1)));
        if (text.contains("f.") || text.contains("Plain.")) {
            throw new IllegalStateException("no pattern for " + text);
        }
        return text;
    }

    /** The fields with their getters, and the constructor that fills them. */
    String members(String className) {
        StringBuilder declared = new StringBuilder();
        StringBuilder filled = new StringBuilder();
        fields.forEach(
                (name, field) -> {
                    declared.append("    private final %s %s;\n".formatted(field[0], name))
                            .append(
                                    "    public %s %s%s() {\n        return %s;\n    }\n"
                                            .formatted(
                                                    field[0],
                                                    field[0].equals("boolean") ? "is" : "get",
                                                    Character.toUpperCase(name.charAt(0))
                                                            + name.substring(1),
                                                    name));
                    filled.append("        %s = %s;\n".formatted(name, field[1]));
                });
        return declared
                + "    public %s(Facts f, YearMonth month) {\n        super(f, month);\n"
                        .formatted(className)
                + filled
                + "    }\n";
    }

    /** A count of children is one number of the person. */
    private String counts(String java) {
        String text = java;
        for (int from = text.indexOf("Math.max("); from >= 0; from = text.indexOf("Math.max(")) {
            int to = text.indexOf('(', from) + 1;
            for (int depth = 1; depth > 0; to++) {
                char c = text.charAt(to);
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            String count = text.substring(from, to);
            String known =
                    fields.entrySet().stream()
                            .filter(field -> field.getValue()[1].equals(count))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse("children" + fields.size());
            text = text.replace(count, field("int", known, count));
        }
        return text;
    }

    private String parents(String one, String other, String day) {
        String pair = "(%s && %s || %s && %s)";
        return pair.formatted(
                is(FactKinds.FATHER, day, one),
                is(FactKinds.MOTHER, day, other),
                is(FactKinds.FATHER, day, other),
                is(FactKinds.MOTHER, day, one));
    }

    private String among(String kind, String day, String values) {
        StringBuilder text = new StringBuilder("(");
        for (String value : values.split(", ")) {
            text.append(text.length() > 1 ? " || " : "")
                    .append(is(kind, day, value.substring(1, value.length() - 1)));
        }
        return text.append(')').toString();
    }

    private String is(String kind, String day, String value) {
        return value(kind, day) + " == \"" + value + "\"";
    }

    private String isNot(String kind, String day, String value) {
        return value(kind, day) + " != \"" + value + "\"";
    }

    private String value(String kind, String day) {
        return field(
                "String",
                name(kind) + (day.equals("on") ? "" : "Before"),
                "f.value(\"%s\", %s)".formatted(kind, day));
    }

    private String field(String type, String name, String java) {
        fields.putIfAbsent(name, new String[] {type, java});
        return name;
    }

    /** {@code disability.degree} as {@code disabilityDegree}. */
    private static String name(String kind) {
        return each(kind, "[._-](.)", m -> m.group(1).toUpperCase(Locale.ROOT));
    }

    private static String each(String text, String regex, Function<MatchResult, String> by) {
        return Pattern.compile(regex)
                .matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(by.apply(m)));
    }
}
