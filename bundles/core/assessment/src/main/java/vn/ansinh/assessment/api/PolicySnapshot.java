package vn.ansinh.assessment.api;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.ParameterRow;

/**
 * Layers compiled for a set of territories (bộ chính sách hiệu lực): immutable, thread-safe, with a
 * content hash; tenants with the same law share one. Pure: no I/O, clock or floating point.
 */
public interface PolicySnapshot {

    /** SHA-256 over rows, grounds and the digests of the bundles they came from, in hex. */
    String hash();

    /** Codes of the layers, from the State up. */
    List<String> layers();

    /** Every ground of the layers. */
    List<Ground> grounds();

    /** Every row, in order of layer and file. A reason refers to rows by their place here. */
    List<ParameterRow> rows();

    /** Rows no monthly amount rests on, in order of layer and file; see {@link ReferenceRows}. */
    default List<ParameterRow> reference() {
        return List.of();
    }

    /** What the law says of a person for a month, as known on a day, with complete reasons. */
    Assessment assess(Facts facts, YearMonth month, LocalDate knownOn);

    /** The same without reasons: for bulk. */
    Outcome decide(Facts facts, YearMonth month, LocalDate knownOn);

    /**
     * What a decided ground and coefficient are worth in a month: the higher of every layer's rate
     * × coefficient (national.md 0.6). Payment pays this.
     *
     * @param groundCode ground of the decision
     * @param coefficientHundredths decided coefficient × 100
     */
    Price price(String groundCode, int coefficientHundredths, YearMonth month, LocalDate knownOn);

    /**
     * What the State's own layer, the first, gives for a decided ground and coefficient: the part
     * of {@link #price} that the standard of the State makes up. Rate row -1 and no amount where
     * the ground is another layer's. In a law of one layer it is the price.
     */
    default Price statePrice(
            String groundCode, int coefficientHundredths, YearMonth month, LocalDate knownOn) {
        return price(groundCode, coefficientHundredths, month, knownOn);
    }

    /** Whether the ground exists in the month. */
    boolean exists(String groundCode, YearMonth month, LocalDate knownOn);

    /** The row in force of the highest layer, or null. */
    ParameterRow row(String key, YearMonth month, LocalDate knownOn);

    /**
     * What is owed for one component.
     *
     * @param component the component
     * @param groundCode the ground that won
     * @param coefficientHundredths coefficient × 100
     * @param amountDong đồng per month
     */
    record Due(
            Component component, String groundCode, int coefficientHundredths, long amountDong) {}

    /**
     * Outcome without reasons.
     *
     * @param dues one per component at most, in the order of {@link Component}
     */
    record Outcome(List<Due> dues) {
        public Outcome {
            dues = List.copyOf(dues);
        }
    }

    /**
     * A price.
     *
     * @param amountDong đồng per month
     * @param rateDong the rate that counted
     * @param coefficientHundredths the coefficient that counted
     * @param rateRow index into {@link #rows()} of the rate that counted
     * @param uncertain whether an uncertain row was used
     */
    record Price(
            long amountDong,
            long rateDong,
            int coefficientHundredths,
            int rateRow,
            boolean uncertain) {}
}
