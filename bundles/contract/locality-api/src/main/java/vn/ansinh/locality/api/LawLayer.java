package vn.ansinh.locality.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What one authority laid down (tầng chính sách): dated rows with their territory, and the grounds
 * it adds. A bundle carries the whole dated history of its authority.
 *
 * <p>Called by activation once per version, on one thread, within the time limit of the check; the
 * lists are read once and kept. Throws nothing.
 */
@ConsumerType
public interface LawLayer {

    /** Code of the authority, e.g. {@code vietnam}, {@code ha-noi}, or the locality's own code. */
    String code();

    /** Code of the layer below that this one builds on; empty for the State. */
    String parent();

    /** Every row ever laid down, oldest first. */
    List<ParameterRow> rows();

    /** The grounds this layer adds. A code defined by a lower layer may not be defined again. */
    List<Ground> grounds();

    /**
     * Rows that no monthly amount rests on: one-off amounts, terms, forms, calendar, standards.
     * Kept apart so that the engine compiles only what it decides by.
     */
    default List<ParameterRow> reference() {
        return List.of();
    }
}
