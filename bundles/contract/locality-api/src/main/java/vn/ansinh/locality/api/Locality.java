package vn.ansinh.locality.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A locality as it registers itself in the service registry: exactly one service per locality
 * bundle. Registered is not active: activation decides.
 *
 * <p>The methods are called once per version, on one thread, within the time limit of the check.
 * Profile, layer and plan are kept; a method that throws keeps the version from being activated.
 */
@ConsumerType
public interface Locality {

    /** Who the locality is. */
    LocalityProfile profile();

    /** The locality's own layer; its {@link LawLayer#parent()} is the profile's law. Never null. */
    LawLayer layer();

    /**
     * The plan the locality works by; {@link LocalityPlan#NONE} when it has none. Read by who shows
     * the locality to its officers, never by the engine.
     */
    default LocalityPlan plan() {
        return LocalityPlan.NONE;
    }
}
