package vn.ansinh.locality.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A locality as it registers itself in the service registry: exactly one service per locality
 * bundle. Registered is not active: activation decides.
 *
 * <p>Both methods are called once per version, on one thread, within the time limit of the check.
 */
@ConsumerType
public interface Locality {

    /** Who the locality is. */
    LocalityProfile profile();

    /** The locality's own layer; its {@link LawLayer#parent()} is the profile's law. Never null. */
    LawLayer layer();
}
