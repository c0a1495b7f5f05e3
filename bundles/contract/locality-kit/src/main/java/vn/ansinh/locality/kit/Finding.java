package vn.ansinh.locality.kit;

import java.util.Objects;

/**
 * Something that keeps a bundle from being activated.
 *
 * @param kind what was checked
 * @param where file, line, case or row it was found at; may be empty
 * @param message what is wrong, in Vietnamese
 */
public record Finding(Kind kind, String where, String message) {

    /** What was checked. */
    public enum Kind {
        /** The manifest header {@code Ansinh-Bundle}. */
        MANIFEST,
        /** What its classes touch: threads, files, network, reflection, clock … */
        BYTE_CODE,
        /** The class it names: loading, constructing, what it returns. */
        CLASS,
        /** A condition or row without a clause. */
        CITATION,
        /** A row that nobody reads. */
        DEAD_ROW,
        /** Rows and grounds, alone and on the layers below. */
        LAW,
        /** A golden file that cannot be read, or none at all. */
        GOLDEN_FILE,
        /** A golden case with another result. */
        GOLDEN_CASE,
        /** An exception, or two answers, for a generated person. */
        PROBE,
        /** A report form that fails, or differs from its golden. */
        REPORT
    }

    public Finding {
        Objects.requireNonNull(kind, "kind");
        where = Objects.requireNonNullElse(where, "");
        Objects.requireNonNull(message, "message");
    }

    /** One line: {@code {"kind":"…","where":"…","message":"…"}}. */
    public String json() {
        return "{\"kind\":\"%s\",\"where\":\"%s\",\"message\":\"%s\"}"
                .formatted(kind, escape(where), escape(message));
    }

    private static String escape(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
