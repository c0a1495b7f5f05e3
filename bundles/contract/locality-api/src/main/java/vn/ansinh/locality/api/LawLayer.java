package vn.ansinh.locality.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What one authority laid down (tầng chính sách): dated rows with their territory, and the grounds
 * it adds. Implemented by the bundle: as its one service by a law, as the answer of {@link
 * Locality#layer()} by a locality. A bundle carries the whole dated history of its authority: the
 * newest answers any past month as it was known then.
 *
 * <p>Asked when the law is compiled, by the check in a process of its own and by activation in the
 * container, on one thread; the limit of the whole check holds. The lists are read once per
 * version. Throws nothing: faults of the rows are for the constructor, as in {@link Locality}.
 */
@ConsumerType
public interface LawLayer {

    /**
     * Code of the authority, e.g. {@code vietnam}, {@code ha-noi}, or the locality's own code; the
     * code in the manifest.
     */
    String code();

    /** Code of the layer below that this one builds on; empty for the State, never null. */
    String parent();

    /** Every row ever laid down that a monthly amount rests on, oldest first; may be empty. */
    List<ParameterRow> rows();

    /**
     * The grounds this layer adds; may be empty. A code defined by a lower layer may not be defined
     * again.
     */
    List<Ground> grounds();

    /**
     * Rows that no monthly amount rests on: one-off amounts, terms, forms, calendar, standards,
     * policies of a plan. Kept apart so that the engine compiles only what it decides by. May be
     * empty.
     */
    default List<ParameterRow> reference() {
        return List.of();
    }
}
