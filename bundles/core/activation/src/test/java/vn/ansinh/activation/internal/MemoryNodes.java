package vn.ansinh.activation.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.activation.port.Agreement;
import vn.ansinh.platform.api.Nodes;

/** Nodes of one database in memory: while one waits, the others that are awake follow. */
final class MemoryNodes {
    private final MemoryArchive archive;
    private final Map<String, ReleaseService> services = new LinkedHashMap<>();
    private final Map<String, Long> serves = new HashMap<>();
    private final Map<String, Agreement.Answer> answers = new LinkedHashMap<>();
    final Set<String> live = new LinkedHashSet<>();
    final Set<String> asleep = new LinkedHashSet<>();
    private long calls;
    private String caller = "";
    private String called = "";

    MemoryNodes(MemoryArchive archive) {
        this.archive = archive;
    }

    void join(String name, ReleaseService service) {
        services.put(name, service);
        live.add(name);
    }

    void pass(String waiting) {
        services.forEach(
                (name, service) -> {
                    if (!name.equals(waiting) && live.contains(name) && !asleep.contains(name)) {
                        service.follow();
                    }
                });
    }

    Nodes of(String self) {
        return new Nodes() {
            @Override
            public String self() {
                return self;
            }

            @Override
            public List<Node> all() {
                return live.stream()
                        .map(name -> new Node(name, name, Instant.EPOCH, Instant.EPOCH, true))
                        .toList();
            }
        };
    }

    Agreement agreement(String self) {
        return new Agreement() {
            @Override
            public Look look() {
                boolean open =
                        !caller.isEmpty()
                                && live.contains(caller)
                                && !caller.equals(self)
                                && !answers.containsKey(self);
                return new Look(archive.turn(), open ? calls : 0, called);
            }

            @Override
            public Optional<Long> call(String sha256, Duration limit) {
                if (!caller.isEmpty() && !caller.equals(self) && live.contains(caller)) {
                    return Optional.empty();
                }
                caller = self;
                called = sha256;
                answers.clear();
                calls++;
                return Optional.of(calls);
            }

            @Override
            public void end(long call) {
                if (call == calls && caller.equals(self)) {
                    caller = "";
                    called = "";
                }
            }

            @Override
            public void answer(long call, String digest, String fault) {
                answers.put(self, new Answer(self, digest, fault));
            }

            @Override
            public List<Answer> answers(long call) {
                return List.copyOf(answers.values());
            }

            @Override
            public void serves(long turn) {
                serves.put(self, turn);
            }

            @Override
            public List<String> behind() {
                List<String> behind = new ArrayList<>(live);
                behind.removeIf(
                        name ->
                                name.equals(self)
                                        || serves.getOrDefault(name, -1L) >= archive.turn());
                return behind;
            }
        };
    }
}
