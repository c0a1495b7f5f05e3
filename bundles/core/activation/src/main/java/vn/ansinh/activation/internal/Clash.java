package vn.ansinh.activation.internal;

import java.util.List;
import java.util.Optional;
import vn.ansinh.activation.api.Releases.State;
import vn.ansinh.activation.port.ReleaseArchive.Archived;

/** Two versions that cannot both be there. */
final class Clash {

    private Clash() {}

    /**
     * The framework holds one bundle of a name and version: other bytes need another version. And a
     * code is one bundle's: no other takes its seat by naming the same.
     */
    static List<String> of(Archived release, List<Archived> known) {
        List<Archived> others =
                known.stream()
                        .filter(r -> !r.sha256().equals(release.sha256()))
                        .filter(r -> r.state() != State.REFUSED && r.state() != State.WITHDRAWN)
                        .toList();
        Optional<String> taken =
                others.stream()
                        .filter(r -> sameSeat(r, release))
                        .filter(r -> !r.symbolicName().equals(release.symbolicName()))
                        .map(
                                r ->
                                        "CODE: mã «%s» là của gói %s: hãy dùng mã khác, hoặc rút gói ấy trước"
                                                .formatted(r.code(), r.symbolicName()))
                        .findFirst();
        if (taken.isPresent()) {
            return List.of(taken.get());
        }
        return others.stream()
                .filter(r -> r.symbolicName().equals(release.symbolicName()))
                .filter(r -> Versions.compare(r.version(), release.version()) == 0)
                .map(
                        r ->
                                "VERSION: đã có %s phiên bản %s với nội dung khác (sha256 %s…): hãy tăng phiên bản rồi dựng lại gói"
                                        .formatted(
                                                r.symbolicName(),
                                                r.version(),
                                                r.sha256().substring(0, 12)))
                .toList();
    }

    /** Whether two versions are of the same law or locality. */
    static boolean sameSeat(Archived a, Archived b) {
        return a.kind().equals(b.kind()) && a.code().equals(b.code());
    }
}
