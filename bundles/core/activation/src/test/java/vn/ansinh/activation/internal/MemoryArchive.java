package vn.ansinh.activation.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.ansinh.activation.api.Releases.Approval;
import vn.ansinh.activation.api.Releases.State;
import vn.ansinh.activation.port.ReleaseArchive;

/** An archive in memory that refuses to be called outside of a unit of work. */
final class MemoryArchive implements ReleaseArchive {

    private final MemoryUnit unit;
    private final Map<String, Archived> releases = new LinkedHashMap<>();
    private final Map<String, byte[]> bytes = new LinkedHashMap<>();
    private final Map<String, InForce> inForce = new TreeMap<>();
    private final List<Approval> approvals = new ArrayList<>();
    private long turn;

    MemoryArchive(MemoryUnit unit) {
        this.unit = unit;
    }

    /** Changes of what is in force, counted as the database counts them. */
    long turn() {
        unit.needed();
        return turn;
    }

    @Override
    public boolean add(Archived release, byte[] content) {
        unit.needed();
        if (releases.containsKey(release.sha256())) {
            return false;
        }
        releases.put(release.sha256(), release);
        bytes.put(release.sha256(), content);
        return true;
    }

    @Override
    public Optional<Archived> find(String sha256) {
        unit.needed();
        return Optional.ofNullable(releases.get(sha256));
    }

    @Override
    public List<Archived> all() {
        unit.needed();
        List<Archived> all = new ArrayList<>(releases.values());
        all.sort(Comparator.comparing(Archived::since).reversed().thenComparing(Archived::sha256));
        return all;
    }

    @Override
    public byte[] bytes(String sha256) {
        unit.needed();
        return bytes.get(sha256);
    }

    @Override
    public void state(String sha256, State state, List<String> findings, Instant since) {
        unit.needed();
        Archived r = releases.get(sha256);
        releases.put(
                sha256,
                new Archived(
                        r.kind(),
                        r.code(),
                        r.parent(),
                        r.symbolicName(),
                        r.version(),
                        sha256,
                        state,
                        findings,
                        since));
    }

    @Override
    public List<InForce> inForce() {
        unit.needed();
        return List.copyOf(inForce.values()); // "law/…" sorts before "locality/…"
    }

    @Override
    public void putInForce(InForce version) {
        unit.needed();
        turn++;
        inForce.put(version.kind() + "/" + version.code(), version);
    }

    @Override
    public void takeOutOfForce(String kind, String code) {
        unit.needed();
        turn++;
        inForce.remove(kind + "/" + code);
    }

    @Override
    public void addApproval(Approval approval) {
        unit.needed();
        approvals.add(approval);
    }

    @Override
    public List<Approval> approvals(String sha256) {
        unit.needed();
        return approvals.stream().filter(a -> a.sha256().equals(sha256)).toList();
    }
}
