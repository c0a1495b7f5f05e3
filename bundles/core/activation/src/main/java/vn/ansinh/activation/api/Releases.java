package vn.ansinh.activation.api;

import java.time.Instant;
import java.util.List;
import vn.ansinh.platform.api.Actor;

/** The life of law and locality versions: staged → checked → active → withdrawn. */
public interface Releases {

    /** Every version known, newest first. */
    List<ReleaseView> all();

    /**
     * Puts a checked version in force. Where a site does not activate by itself, what it changes in
     * localities that have a law already must have been approved before, each by the digest of its
     * diff; going back to the version before needs no approval.
     *
     * @throws vn.ansinh.platform.api.AnsinhException CONFLICT with what is missing
     */
    void activate(Actor actor, String sha256);

    /**
     * The shadow (bản đối chiếu): the law that localities would have if a checked version were in
     * force, only those that would have another law than now. It is installed beside what is in
     * force; no reader sees it.
     */
    List<ActiveLaw.Active> preview(String sha256);

    /**
     * Records that a second hand agreed to what a version changes in a locality. Called in the unit
     * of work that approves the diff.
     */
    void approve(Approval approval);

    /** What was agreed to for a version. */
    List<Approval> approvals(String sha256);

    /**
     * Takes a version out of force: its data stay, what needs its law refuses with one clear error.
     */
    void withdraw(Actor actor, String sha256);

    /**
     * Locations of bundles in {@code deploy/} that came round activation, for the health page; the
     * operator drops them again. Empty in a healthy container.
     */
    default List<String> strays() {
        return List.of();
    }

    /**
     * Agreement to what a version changes in a locality (phê duyệt bảng so sánh).
     *
     * @param sha256 version
     * @param code locality
     * @param fromHash law it replaces
     * @param toHash law that comes
     * @param digest digest of the diff, hex
     * @param madeBy hands that made the diff
     * @param approvedBy hands that agreed; none of them made it
     * @param at when
     */
    record Approval(
            String sha256,
            String code,
            String fromHash,
            String toHash,
            String digest,
            String madeBy,
            String approvedBy,
            Instant at) {}

    /** State of a version. */
    enum State {
        /** Archived, not checked yet. */
        STAGED,
        /** Did not pass; see the findings. */
        REFUSED,
        /** Passed, waiting for approval or for a layer it stands on. */
        CHECKED,
        /** In force. */
        ACTIVE,
        /** Was in force or offered, is not any more. */
        WITHDRAWN
    }

    /**
     * A version.
     *
     * @param kind {@code law} or {@code locality}
     * @param code code of the authority or locality
     * @param symbolicName bundle
     * @param version version
     * @param sha256 digest, hex
     * @param state state
     * @param findings what the check said, in Vietnamese
     * @param since when the state began
     */
    record ReleaseView(
            String kind,
            String code,
            String symbolicName,
            String version,
            String sha256,
            State state,
            List<String> findings,
            Instant since) {
        public ReleaseView {
            findings = List.copyOf(findings);
        }
    }
}
