package vn.ansinh.activation.api;

import java.time.Instant;
import java.util.List;
import vn.ansinh.platform.api.Actor;

/** The life of law and locality versions: staged → checked → active → withdrawn. */
public interface Releases {

    /** Every version known, newest first. */
    List<ReleaseView> all();

    /** Puts a checked version in force. */
    void activate(Actor actor, String sha256);

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
