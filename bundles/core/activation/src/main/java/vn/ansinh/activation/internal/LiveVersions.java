package vn.ansinh.activation.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.ansinh.activation.api.Releases.State;
import vn.ansinh.activation.port.Candidates;
import vn.ansinh.activation.port.ReleaseArchive;
import vn.ansinh.activation.port.ReleaseArchive.Archived;
import vn.ansinh.activation.port.ReleaseArchive.InForce;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.UnitOfWork;

/** The versions whose bundles run in this process, in force or not. Not thread-safe. */
final class LiveVersions {

    private static final Actor SELF = Actor.system("activation");

    private final ReleaseArchive archive;
    private final Candidates candidates;
    private final UnitOfWork unitOfWork;
    private final Map<String, Live> live = new HashMap<>();

    LiveVersions(ReleaseArchive archive, Candidates candidates, UnitOfWork unitOfWork) {
        this.archive = archive;
        this.candidates = candidates;
        this.unitOfWork = unitOfWork;
    }

    /** Of what is in force, what is here. */
    List<Live> running(List<InForce> inForce) {
        return inForce.stream().map(v -> live.get(v.sha256())).filter(Objects::nonNull).toList();
    }

    boolean holds(String sha256) {
        return live.containsKey(sha256);
    }

    /** A bundle went by itself; false when it was not one of these. */
    boolean lost(String sha256) {
        return live.remove(sha256) != null;
    }

    /**
     * Installs and starts a version that is not here yet.
     *
     * @throws AnsinhException BUNDLE_REFUSED when it does not start
     */
    Live open(Archived release) {
        Live known = live.get(release.sha256());
        if (known != null) {
            return known;
        }
        byte[] bytes = common(() -> archive.bytes(release.sha256()));
        try {
            Live opened =
                    Live.of(
                            release,
                            candidates.open(
                                    release.kind(),
                                    release.symbolicName(),
                                    release.version(),
                                    release.sha256(),
                                    bytes));
            live.put(release.sha256(), opened);
            return opened;
        } catch (AnsinhException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new AnsinhException(
                    ErrorCode.BUNDLE_REFUSED,
                    "Gói %s phiên bản %s không khởi động được: %s"
                            .formatted(release.symbolicName(), release.version(), e),
                    e);
        }
    }

    /** Lets go of a bundle that is not in force. */
    void retire(String sha256) {
        live.remove(sha256);
        candidates.retire(sha256);
    }

    /** Only the version before stays beside the new one, for the way back. */
    void retireOlder(Archived release, Optional<InForce> old) {
        String before = old.map(InForce::sha256).orElse(release.sha256());
        live.values().stream()
                .map(Live::release)
                .filter(r -> r.kind().equals(release.kind()) && r.code().equals(release.code()))
                .map(Archived::sha256)
                .filter(sha -> !sha.equals(release.sha256()) && !sha.equals(before))
                .toList()
                .forEach(this::retire);
    }

    /** Lets go of what another node replaced or withdrew; one version stays for the way back. */
    void tidy(Set<String> inForce) {
        Map<String, Archived> newest = new HashMap<>();
        for (Live one : List.copyOf(live.values())) {
            String sha256 = one.release().sha256();
            if (inForce.contains(sha256)) {
                continue;
            }
            Archived now = common(() -> archive.find(sha256).orElseThrow());
            if (now.state() == State.WITHDRAWN) {
                retire(sha256);
                continue;
            }
            Archived other = newest.putIfAbsent(now.kind() + " " + now.code(), now);
            if (other != null) {
                boolean newer = now.since().isAfter(other.since());
                retire(newer ? other.sha256() : sha256);
                if (newer) {
                    newest.put(now.kind() + " " + now.code(), now);
                }
            }
        }
    }

    private <T> T common(Supplier<T> work) {
        return unitOfWork.common(SELF, work);
    }
}
