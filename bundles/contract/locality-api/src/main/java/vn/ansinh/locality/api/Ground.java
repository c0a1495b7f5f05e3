package vn.ansinh.locality.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A category one can qualify under (nhóm hưởng; điểm, khoản). Whether a ground exists in a month is
 * a row: key {@code ground.CODE}, value {@code on} or {@code off}. Its rate is the row {@code
 * rateKey}; its coefficient the row whose key {@link CoefficientKey} gives. Made by the bundle, in
 * {@link LawLayer#grounds()}; read by the engine. Refuses null.
 *
 * @param code stable code as people quote it, e.g. {@code 5.5.a}, {@code 5.6}, {@code HTXH.75}
 * @param title Vietnamese title
 * @param component what it competes with
 * @param rateKey key of the rate row, e.g. {@code rate.standard}, {@code rate.socialPension}
 * @param restricted whether the ground never shows outside the restricted file (HIV)
 * @param conditions all must hold
 * @param coefficientKey which coefficient row counts
 * @param count how many times the coefficient counts, e.g. once per child; usually {@link #ONCE}
 */
public record Ground(
        String code,
        String title,
        Component component,
        String rateKey,
        boolean restricted,
        List<Condition> conditions,
        CoefficientKey coefficientKey,
        Count count) {

    /** The coefficient counts once. */
    public static final Count ONCE = (facts, parameters, on, lossOn) -> 1;

    /** A ground whose coefficient counts once. */
    public Ground(
            String code,
            String title,
            Component component,
            String rateKey,
            boolean restricted,
            List<Condition> conditions,
            CoefficientKey coefficientKey) {
        this(code, title, component, rateKey, restricted, conditions, coefficientKey, ONCE);
    }

    /** Copies the list. */
    public Ground {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(rateKey, "rateKey");
        Objects.requireNonNull(coefficientKey, "coefficientKey");
        Objects.requireNonNull(count, "count");
        conditions = List.copyOf(conditions);
    }

    /**
     * Chooses the coefficient row by age band, degree and the like. Implemented and called as
     * {@link Condition.Test}; asked only where all conditions hold. Its answer must be a key with a
     * row in force.
     */
    @ConsumerType
    @FunctionalInterface
    public interface CoefficientKey {
        /** Key of the coefficient row; same days as {@link Condition.Test}. */
        String key(Facts facts, Parameters parameters, LocalDate on, LocalDate lossOn);
    }

    /**
     * How many times the coefficient counts. Implemented and called as {@link Condition.Test};
     * asked only where all conditions hold.
     */
    @ConsumerType
    @FunctionalInterface
    public interface Count {
        /** At least 1 where the conditions hold; same days as {@link Condition.Test}. */
        int of(Facts facts, Parameters parameters, LocalDate on, LocalDate lossOn);
    }
}
