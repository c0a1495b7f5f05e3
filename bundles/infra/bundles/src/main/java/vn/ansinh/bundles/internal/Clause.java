package vn.ansinh.bundles.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One clause of a manifest header: {@code path;path;name=value;name:="value"}.
 *
 * @param paths what stands before the first {@code =}
 * @param values attributes and directives; the name of a directive ends with a colon
 */
record Clause(List<String> paths, Map<String, String> values) {

    /** Clauses of a header; none for null. */
    static List<Clause> parse(String header) {
        List<Clause> clauses = new ArrayList<>();
        if (header == null) {
            return clauses;
        }
        for (String clause : split(header, ',')) {
            List<String> paths = new ArrayList<>();
            Map<String, String> values = new LinkedHashMap<>();
            for (String part : split(clause, ';')) {
                int equals = part.indexOf('=');
                if (equals < 0) {
                    paths.add(part);
                } else {
                    String value = part.substring(equals + 1).strip();
                    values.put(part.substring(0, equals).strip(), value.replace("\"", ""));
                }
            }
            clauses.add(new Clause(paths, values));
        }
        return clauses;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == separator && !quoted) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            } else if (text.charAt(i) == '"') {
                quoted = !quoted;
            }
        }
        return parts;
    }
}
