package vn.ansinh.locality.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A locality. Implemented by a locality bundle, once: a public class with a public constructor
 * without arguments, named in the manifest ({@link BundleHeader}) and registered as the bundle's
 * one service of this type. Registered is not active: activation decides.
 *
 * <p>Made and asked first by the check, in a process of its own, one thread, within the limit of
 * the whole check; then in the container when the version is activated, on one thread of the
 * platform. Each method is asked once per version and the answer kept. Whatever is thrown, by the
 * constructor too, keeps the version from being activated; the version before goes on. A
 * constructor that reads tables throws {@code IllegalArgumentException} with one fault a line, as
 * {@link ParameterTable} does: each line is shown as a finding.
 */
@ConsumerType
public interface Locality {

    /**
     * Who the locality is. Its code is the header's; its law is the layer's parent.
     *
     * @return never null
     */
    LocalityProfile profile();

    /**
     * The locality's own layer, empty when it lays down nothing itself.
     *
     * @return never null
     */
    LawLayer layer();

    /**
     * The plan the locality works by; {@link LocalityPlan#NONE} when it has none. Read by who shows
     * the locality to its officers, never by the engine.
     *
     * @return never null
     */
    default LocalityPlan plan() {
        return LocalityPlan.NONE;
    }
}
