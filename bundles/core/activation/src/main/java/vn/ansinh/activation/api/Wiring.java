package vn.ansinh.activation.api;

import java.util.List;

/**
 * How the bundles of this container are wired now (sơ đồ nối gói), for support: it changes nothing.
 * Implemented by infra/bundles; may be called on any thread, reads memory only.
 */
public interface Wiring {

    /** Every bundle, by its number. */
    List<BundleView> bundles();

    /**
     * A bundle.
     *
     * @param id number in this container
     * @param symbolicName name
     * @param version version
     * @param state state as the framework calls it, e.g. {@code ACTIVE}
     * @param packages packages it takes and from whom, {@code package ← bundle version}, sorted
     * @param registered services it offers, by interface, sorted
     * @param used services it uses, {@code interface ← bundle}, sorted
     */
    record BundleView(
            long id,
            String symbolicName,
            String version,
            String state,
            List<String> packages,
            List<String> registered,
            List<String> used) {
        public BundleView {
            packages = List.copyOf(packages);
            registered = List.copyOf(registered);
            used = List.copyOf(used);
        }
    }
}
