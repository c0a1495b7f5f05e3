package vn.ansinh.console.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.blueprint.container.ServiceUnavailableException;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.activation.api.Quarantine;
import vn.ansinh.activation.api.Releases;
import vn.ansinh.activation.api.Releases.ReleaseView;
import vn.ansinh.activation.api.Releases.State;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Expiries;

/**
 * What somebody should look at though the container works: versions that do not come in, jars that
 * came round activation, what is held back at run time, a clock that is not the true one,
 * certificates that run out. Asks the database; a service that is missing says nothing here, {@link
 * Health} says that it is.
 */
public final class Warnings {
    private final Releases releases;
    private final ActiveLaw activeLaw;
    private final CivilClock clock;
    private final List<Expiries> expiries;
    private final Quarantine quarantine;

    /** Over services that may be missing; the list grows and shrinks by itself. */
    public Warnings(
            Releases releases,
            ActiveLaw activeLaw,
            CivilClock clock,
            List<Expiries> expiries,
            Quarantine quarantine) {
        this.releases = releases;
        this.activeLaw = activeLaw;
        this.clock = clock;
        this.expiries = expiries;
        this.quarantine = quarantine;
    }

    /** Looks at everything now. */
    Look look() {
        List<String> sentences = new ArrayList<>();
        Map<State, Integer> states = new EnumMap<>(State.class);
        try {
            List<ReleaseView> all = releases.all();
            all.forEach(release -> states.merge(release.state(), 1, Integer::sum));
            versions(all, sentences);
            for (String stray : releases.strays()) {
                sentences.add(
                        "Tệp «%s» trong deploy/ không qua kiểm tra: thả lại tệp này."
                                .formatted(stray.substring(stray.lastIndexOf('/') + 1)));
            }
            quarantine.held().forEach(held -> sentences.add(sentence(held)));
        } catch (ServiceUnavailableException e) {
            // Health names what is not there yet.
        }
        expire(sentences);
        return new Look(sentences, states);
    }

    private static String sentence(Quarantine.Held held) {
        String sentence =
                "Đang cách ly «%s» (%s) từ %s: %s."
                        .formatted(
                                held.part(),
                                String.join(", ", held.localities()),
                                held.since(),
                                held.why());
        return held.stuck() == 0
                ? sentence
                : sentence
                        + " Còn %d luồng không dừng được, chỉ khởi động lại mới hết."
                                .formatted(held.stuck());
    }

    /** Of each authority or locality only what came after the version in force is news. */
    private void versions(List<ReleaseView> newestFirst, List<String> sentences) {
        Set<String> live =
                activeLaw.all().stream().map(ActiveLaw.Active::sha256).collect(Collectors.toSet());
        Set<String> settled = new HashSet<>();
        for (ReleaseView release : newestFirst) {
            if (!settled.contains(release.kind() + " " + release.code())) {
                say(release, live, sentences);
            }
            if (release.state() == State.ACTIVE) {
                settled.add(release.kind() + " " + release.code());
            }
        }
    }

    private static void say(ReleaseView release, Set<String> live, List<String> sentences) {
        String name = release.symbolicName() + " " + release.version();
        String finding = release.findings().isEmpty() ? "" : ": " + release.findings().get(0);
        switch (release.state()) {
            case REFUSED -> sentences.add("Bản " + name + " bị từ chối" + finding);
            case CHECKED -> sentences.add("Bản " + name + " đã kiểm tra, đang chờ" + finding);
            case ACTIVE -> {
                // A law shows only through the localities that stand on it.
                if (release.kind().equals("locality") && !live.contains(release.sha256())) {
                    sentences.add(
                            "Bản %s có hiệu lực nhưng không chạy ở đây: thiếu gói hoặc luật của %s%s"
                                    .formatted(name, release.code(), finding));
                }
            }
            case STAGED, WITHDRAWN -> {
                // On its way, or wanted so.
            }
        }
    }

    private void expire(List<String> sentences) {
        try {
            if (clock.adjusted()) {
                sentences.add("Đồng hồ của hệ thống đang được đặt khác giờ thật.");
            }
            for (Expiries room : expiries) {
                room.all().forEach(e -> e.warning(clock.today()).ifPresent(sentences::add));
            }
        } catch (ServiceUnavailableException e) {
            // Health names the clock; a room that went takes its list along.
        }
    }

    /**
     * What was seen.
     *
     * @param sentences what to look at, in Vietnamese
     * @param versions how many versions are in each state
     */
    record Look(List<String> sentences, Map<State, Integer> versions) {
        Look {
            sentences = List.copyOf(sentences);
            versions = Map.copyOf(versions);
        }

        static final Look NOTHING = new Look(List.of(), Map.of());
    }
}
