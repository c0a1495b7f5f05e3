package vn.ansinh.locality.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One kind of fact (loại căn cứ) and the values it may have. Made by {@link FactKinds} only; a
 * bundle reads it where it must name a value. Refuses null.
 *
 * @param kind its name, e.g. {@code disability.degree}
 * @param format how a value is written
 * @param values Vietnamese label of each allowed value, in order; empty where the format decides
 * @param label Vietnamese name of the kind
 * @param confidentiality who may see it
 * @param askedBy grounds or rules that ask for it, in plain words
 */
public record FactKind(
        String kind,
        Format format,
        Map<String, String> values,
        String label,
        Confidentiality confidentiality,
        String askedBy) {

    /** How a value is written. */
    public enum Format {
        /** One of the values. */
        CODE,
        /** Several of the values, each once, joined by {@code +}. */
        CODES,
        /** Whole đồng, 0 when known to be none; at most 12 digits. */
        DONG,
        /** A whole number from 0 to 9999. */
        NUMBER,
        /** Days {@code yyyy-MM-dd} joined by {@code +}; a day twice for twins. */
        DATES,
        /** Free text of at most 100 characters. */
        TEXT
    }

    /** Who may see a fact. */
    public enum Confidentiality {
        /** Everybody who may read the person. */
        ORDINARY,
        /** Health, family, origin: never published. */
        SENSITIVE,
        /** HIV: never in lists, logs or totals; only in the restricted file. */
        RESTRICTED
    }

    /** Refuses null. */
    public FactKind {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(confidentiality, "confidentiality");
        Objects.requireNonNull(askedBy, "askedBy");
    }

    /** What is wrong with a value, as a Vietnamese sentence; null when nothing is. */
    public String fault(String value) {
        boolean good =
                switch (format) {
                    case CODE -> values.containsKey(value);
                    case CODES -> codes(value);
                    case DONG -> value != null && value.matches("[0-9]{1,12}");
                    case NUMBER -> value != null && value.matches("[0-9]{1,4}");
                    case DATES -> dates(value);
                    case TEXT -> value != null && !value.isBlank() && value.length() <= 100;
                };
        return good ? null : "%s: giá trị '%s' phải là %s".formatted(label, value, wanted());
    }

    private boolean codes(String value) {
        List<String> parts = value == null ? List.of("") : List.of(value.split("\\+", -1));
        return values.keySet().containsAll(parts)
                && parts.stream().distinct().count() == parts.size();
    }

    private static boolean dates(String value) {
        if (value == null) {
            return false;
        }
        try {
            for (String part : value.split("\\+", -1)) {
                LocalDate.parse(part);
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private String wanted() {
        return switch (format) {
            case CODE -> "một trong " + String.join(", ", values.keySet());
            case CODES ->
                    "một hay nhiều trong %s, nối bằng dấu +"
                            .formatted(String.join(", ", values.keySet()));
            case DONG -> "số nguyên đồng";
            case NUMBER -> "số nguyên từ 0 đến 9999";
            case DATES -> "các ngày yyyy-MM-dd nối bằng dấu +";
            case TEXT -> "chữ, nhiều nhất 100 ký tự";
        };
    }
}
