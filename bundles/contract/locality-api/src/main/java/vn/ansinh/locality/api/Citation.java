package vn.ansinh.locality.api;

import java.util.Objects;

/**
 * The place in a legal instrument that a row or condition rests on (căn cứ pháp lý). A value:
 * immutable, equal by its parts. Refuses an instrument that is blank; other parts may be null.
 *
 * @param instrument number of the instrument as people quote it, e.g. {@code NĐ 20/2021/NĐ-CP}
 * @param article điều, without the word; empty when the whole instrument is meant
 * @param clause khoản; may be empty
 * @param point điểm; may be empty
 */
public record Citation(String instrument, String article, String clause, String point) {

    /** Refuses a citation of nothing. */
    public Citation {
        if (instrument == null || instrument.isBlank()) {
            throw new IllegalArgumentException("a citation names its instrument");
        }
        article = Objects.requireNonNullElse(article, "");
        clause = Objects.requireNonNullElse(clause, "");
        point = Objects.requireNonNullElse(point, "");
    }

    /** A citation of an article with clause and point, any of which may be empty. */
    public static Citation of(String instrument, String article, String clause, String point) {
        return new Citation(instrument, article, clause, point);
    }

    /** As Vietnamese readers write it: {@code điểm a khoản 5 Điều 5 NĐ 20/2021/NĐ-CP}. */
    public String vietnamese() {
        StringBuilder text = new StringBuilder();
        if (!point.isEmpty()) {
            text.append("điểm ").append(point).append(' ');
        }
        if (!clause.isEmpty()) {
            text.append("khoản ").append(clause).append(' ');
        }
        if (!article.isEmpty()) {
            text.append("Điều ").append(article).append(' ');
        }
        return text.append(instrument).toString();
    }
}
