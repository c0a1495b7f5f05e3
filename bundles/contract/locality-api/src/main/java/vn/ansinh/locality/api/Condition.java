package vn.ansinh.locality.api;

import java.time.LocalDate;
import java.util.Objects;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One condition of a ground (điều kiện): all conditions of a ground are cumulative. Made by the
 * bundle with the ground, read by the engine and by who explains an amount. Refuses null.
 *
 * @param code stable code, e.g. {@code household-poor}; the sentence is rendered from it later
 * @param sentence what is asked, in Vietnamese, e.g. {@code thuộc hộ nghèo}
 * @param citation the clause that asks it
 * @param test the test; reads facts on the decisive day of the month
 */
public record Condition(String code, String sentence, Citation citation, Test test) {

    /** Refuses null. */
    public Condition {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(citation, "citation");
        Objects.requireNonNull(test, "test");
    }

    /**
     * The test of a condition: pure, total, without I/O. Implemented by the bundle, called by the
     * engine for each person and month it assesses, from several threads at once; a payment run
     * does so some hundred thousand times, so it takes microseconds. It may throw nothing: the
     * check tries it with generated people, and a person for whom it fails later is not assessed.
     */
    @ConsumerType
    @FunctionalInterface
    public interface Test {
        /**
         * Whether the condition holds.
         *
         * @param facts the person's facts as known
         * @param parameters rows in force
         * @param on decisive day: the last day of the benefit month, since what comes true within a
         *     month counts for it and what is lost counts from the next (NĐ 20/2021 Điều 8)
         * @param lossOn the first day of the benefit month: what ends money is looked at here
         */
        boolean holds(Facts facts, Parameters parameters, LocalDate on, LocalDate lossOn);
    }
}
