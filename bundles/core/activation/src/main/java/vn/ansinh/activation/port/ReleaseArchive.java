package vn.ansinh.activation.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.ansinh.activation.api.Releases.Approval;
import vn.ansinh.activation.api.Releases.ReleaseView;
import vn.ansinh.activation.api.Releases.State;

/**
 * Every jar ever offered, with its state, and what is in force. Common tables {@code
 * bundle_archive} and {@code activation}; no personal data. Implemented by the store; every method
 * is called inside a unit of work that the caller opened, a common one or a tenant's.
 */
public interface ReleaseArchive {

    /**
     * Keeps a jar that is not known yet.
     *
     * @return whether it was added; false when this digest is there already, which then stays as it
     *     is
     */
    boolean add(Archived release, byte[] bytes);

    /** A version by its digest. */
    Optional<Archived> find(String sha256);

    /** Every version, newest {@code since} first; of the same instant, by digest. */
    List<Archived> all();

    /** Bytes of an archived jar; IllegalArgumentException when the digest is unknown. */
    byte[] bytes(String sha256);

    /** Replaces state, findings and since of a known version. */
    void state(String sha256, State state, List<String> findings, Instant since);

    /** What is in force, at most one per kind and code; laws first, then by code. */
    List<InForce> inForce();

    /** Puts a version in force, in the place of the one with its kind and code if there is any. */
    void putInForce(InForce version);

    /** Takes what is in force for a kind and code out of force; nothing when there is none. */
    void takeOutOfForce(String kind, String code);

    /** Keeps an approval; of the same version, locality and laws the first one stays. */
    void addApproval(Approval approval);

    /** Approvals of a version, by locality. */
    List<Approval> approvals(String sha256);

    /**
     * An archived version.
     *
     * @param kind {@code law}, {@code locality}, or {@code unknown} when the manifest does not say
     * @param code code of the authority or locality; empty when the manifest does not say
     * @param parent code of the law it stands on; empty for the State
     * @param symbolicName bundle
     * @param version version
     * @param sha256 digest, 64 hex digits
     * @param state state
     * @param findings what the check said, in Vietnamese, in order
     * @param since when the state began
     */
    record Archived(
            String kind,
            String code,
            String parent,
            String symbolicName,
            String version,
            String sha256,
            State state,
            List<String> findings,
            Instant since) {
        public Archived {
            findings = List.copyOf(findings);
        }

        /** As others see it. */
        public ReleaseView view() {
            return new ReleaseView(
                    kind, code, symbolicName, version, sha256, state, findings, since);
        }
    }

    /**
     * A version in force.
     *
     * @param kind {@code law} or {@code locality}
     * @param code code of the authority or locality
     * @param symbolicName bundle
     * @param version version
     * @param sha256 digest of the jar
     * @param snapshotHash hash of the snapshot compiled from it; empty for a law, which is compiled
     *     only together with a locality
     * @param from since when
     */
    record InForce(
            String kind,
            String code,
            String symbolicName,
            String version,
            String sha256,
            String snapshotHash,
            Instant from) {}
}
