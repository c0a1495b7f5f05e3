package vn.ansinh.activation.api;

import java.util.List;

/**
 * The door through which jars reach activation. For infra/bundles, and for nobody who acts by name.
 */
public interface Intake {

    /**
     * Takes a jar that was offered: archives it, checks it and, where the site says so, activates
     * it. A digest that is known is left as it is, except that one taken back before is offered
     * anew; what a person withdrew stays so until a person activates it. What is wrong with the jar
     * becomes findings of the version, not an exception; an exception means that it could not be
     * kept (the database is away) and should be offered again.
     */
    void offer(Offer offer);

    /**
     * The offer was taken back: the version is withdrawn. Unknown digests are nothing.
     *
     * @return false while it cannot be withdrawn because something in force stands on it; ask again
     */
    boolean takeBack(String sha256);

    /** The installed bundle of a version is there (again): if it is in force, it answers again. */
    void came(String sha256);

    /**
     * The installed bundle of a version went although nobody withdrew it. Its locality is not
     * answered for until it is back; what stands in the archive stays.
     */
    void lost(String sha256);

    /**
     * A jar as it was offered.
     *
     * @param kind {@code law}, {@code locality}, or {@code unknown} when the manifest does not say
     * @param code code of the authority or locality, from the manifest; empty when it does not say
     * @param parent code of the law it stands on, from the manifest; empty for the State
     * @param symbolicName bundle
     * @param version version
     * @param sha256 digest, 64 hex digits
     * @param bytes the jar
     * @param findings what the manifest has against it, in Vietnamese; such a jar is refused
     */
    record Offer(
            String kind,
            String code,
            String parent,
            String symbolicName,
            String version,
            String sha256,
            byte[] bytes,
            List<String> findings) {
        public Offer {
            findings = List.copyOf(findings);
        }
    }
}
