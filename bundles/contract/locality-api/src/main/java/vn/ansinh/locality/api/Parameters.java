package vn.ansinh.locality.api;

import java.math.BigDecimal;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The rows in force for one benefit month as known on one day, from the layer that asks down to the
 * State. What a condition reads through it is recorded among the reasons. Implemented by the
 * engine, never by a bundle; handed over for one call, on the thread of that call.
 */
@ProviderType
public interface Parameters {

    /**
     * A whole number, e.g. an age limit.
     *
     * @throws IllegalStateException when no row is in force; the bundle's check finds that before
     *     anybody is paid
     */
    int integer(String key);

    /** The text of the row in force, if any. */
    Optional<String> text(String key);

    /** A decimal, e.g. a coefficient, if a row is in force. */
    Optional<BigDecimal> decimal(String key);
}
