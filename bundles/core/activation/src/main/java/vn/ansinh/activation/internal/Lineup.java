package vn.ansinh.activation.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vn.ansinh.activation.api.ActiveLaw.Active;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** Everything that is active at one moment. Never changes; the next moment has its own. */
final class Lineup {

    static final Lineup EMPTY = new Lineup(Map.of());

    private final Map<String, Entry> byCode;

    private Lineup(Map<String, Entry> byCode) {
        this.byCode = byCode;
    }

    /** What a locality was compiled from, besides what came out. */
    private record Entry(List<String> digests, List<String> territories, Active active) {
        boolean isOf(List<String> ofDigests, List<String> ofTerritories) {
            return digests.equals(ofDigests) && territories.equals(ofTerritories);
        }
    }

    /**
     * Compiles what is in force and live. A locality whose laws are not all there is left out; what
     * was compiled already is the very object it was.
     *
     * @param known line-ups that were compiled, what readers see first
     * @param onFault takes a BUNDLE_REFUSED that names the locality whose law does not compile: it
     *     throws it, or the locality is left out
     */
    static Lineup of(
            Engine engine,
            Collection<Live> inForce,
            List<Lineup> known,
            Consumer<AnsinhException> onFault) {
        Map<String, Live> laws = laws(inForce);
        Map<String, PolicySnapshot> interned = new TreeMap<>();
        known.forEach(
                lineup ->
                        lineup.all()
                                .forEach(
                                        a ->
                                                interned.putIfAbsent(
                                                        a.snapshot().hash(), a.snapshot())));
        Map<String, Entry> next = new TreeMap<>();
        for (Live locality : inForce) {
            if (locality.isLaw() || missing(locality.release().parent(), laws).isPresent()) {
                continue;
            }
            String code = locality.release().code();
            List<Live> chain = chain(locality, laws);
            List<String> digests = chain.stream().map(l -> l.release().sha256()).toList();
            List<String> territories = locality.profile().territories();
            Optional<Entry> same =
                    known.stream()
                            .map(lineup -> lineup.byCode.get(code))
                            .filter(old -> old != null && old.isOf(digests, territories))
                            .findFirst();
            if (same.isPresent()) {
                next.put(code, same.get());
                continue;
            }
            try {
                Active active = active(engine, locality, chain, interned);
                next.put(code, new Entry(digests, territories, active));
            } catch (AnsinhException e) {
                onFault.accept(e);
            }
        }
        return new Lineup(next);
    }

    private static Active active(
            Engine engine, Live locality, List<Live> chain, Map<String, PolicySnapshot> interned) {
        PolicySnapshot compiled;
        try {
            List<Engine.Layer> layers =
                    chain.stream()
                            .map(l -> new Engine.Layer(l.layer(), l.release().sha256()))
                            .toList();
            compiled = engine.compile(layers, locality.profile().territories());
        } catch (RuntimeException | LinkageError e) {
            // The layers are foreign code: whatever it throws is a fault of the law, told as such.
            throw new AnsinhException(
                    ErrorCode.BUNDLE_REFUSED,
                    "Luật của địa phương «%s» không biên dịch được: %s"
                            .formatted(locality.release().code(), e.getMessage()),
                    e);
        }
        // The same law is the same object, whoever stands on it.
        PolicySnapshot known = interned.putIfAbsent(compiled.hash(), compiled);
        return new Active(
                locality.profile(),
                known == null ? compiled : known,
                locality.reports(),
                locality.release().symbolicName(),
                locality.release().version(),
                locality.release().sha256(),
                locality.plan());
    }

    private static Map<String, Live> laws(Collection<Live> inForce) {
        Map<String, Live> laws = new TreeMap<>();
        inForce.stream().filter(Live::isLaw).forEach(l -> laws.put(l.release().code(), l));
        return laws;
    }

    /** The first law on the way down from a parent to the State that is not there. */
    static Optional<String> missing(String parent, Collection<Live> inForce) {
        return missing(parent, laws(inForce));
    }

    private static Optional<String> missing(String parent, Map<String, Live> laws) {
        List<String> seen = new ArrayList<>();
        for (String at = parent; !at.isEmpty(); at = laws.get(at).release().parent()) {
            if (!laws.containsKey(at) || seen.contains(at)) {
                return Optional.of(at);
            }
            seen.add(at);
        }
        return Optional.empty();
    }

    private static List<Live> chain(Live locality, Map<String, Live> laws) {
        Deque<Live> chain = new ArrayDeque<>(List.of(locality));
        for (String at = locality.release().parent(); !at.isEmpty(); ) {
            Live law = laws.get(at);
            chain.addFirst(law);
            at = law.release().parent();
        }
        return List.copyOf(chain);
    }

    /**
     * Digest of what was compiled from a version and for whom: the same on every node that has the
     * same laws and the same engine.
     */
    String digestOf(String sha256) {
        StringBuilder text = new StringBuilder();
        byCode.forEach(
                (code, entry) -> {
                    if (entry.digests.contains(sha256)) {
                        text.append(code)
                                .append('=')
                                .append(entry.active.snapshot().hash())
                                .append('\n');
                    }
                });
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Only what was compiled from versions of which something holds. */
    Lineup only(Predicate<String> digest) {
        Map<String, Entry> kept = new TreeMap<>(byCode);
        kept.values().removeIf(entry -> !entry.digests.stream().allMatch(digest));
        return kept.size() == byCode.size() ? this : new Lineup(kept);
    }

    Optional<Active> of(String code) {
        return Optional.ofNullable(byCode.get(code)).map(Entry::active);
    }

    List<Active> all() {
        return byCode.values().stream().map(Entry::active).toList();
    }

    /** Those that are other than before, new ones included. */
    List<Active> changedSince(Lineup before) {
        return byCode.entrySet().stream()
                .filter(e -> before.byCode.get(e.getKey()) != e.getValue())
                .map(e -> e.getValue().active)
                .toList();
    }

    /** Codes that were active before and are not any more. */
    List<String> goneSince(Lineup before) {
        return before.byCode.keySet().stream().filter(c -> !byCode.containsKey(c)).toList();
    }
}
