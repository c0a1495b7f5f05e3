package vn.ansinh.activation.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.activation.api.Intake.Offer;
import vn.ansinh.activation.api.Releases.ReleaseView;
import vn.ansinh.activation.api.Releases.State;
import vn.ansinh.activation.port.Candidates;
import vn.ansinh.activation.port.Checker;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.Locality;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;

/**
 * Activation with everything outside it in memory. The digest of a version is {@code
 * kind-code-version} in words; DỮ LIỆU GIẢ LẬP.
 */
final class World implements Candidates, Checker, Engine, CivilClock {

    static final Actor BOSS = new Actor("chu-tich", "kiểm thử");

    final MemoryUnit unit;
    final MemoryArchive archive;
    final MemoryNodes nodes;
    final String name;
    final List<String> checked = new ArrayList<>();
    final List<String> retired = new ArrayList<>();
    final Set<String> failingCheck = new HashSet<>();
    int compiled;
    final Set<String> gone = new HashSet<>();
    final Set<String> notStarting = new HashSet<>();
    final Set<String> notCompiling = new HashSet<>();

    /** What this node's engine makes of the same laws; another where the product is another. */
    String variant = "";

    Instant now = Instant.parse("2026-03-02T01:00:00Z");

    ActiveTable table;
    ReleaseService service;

    World(boolean autoActivate) {
        name = "a";
        unit = new MemoryUnit();
        archive = new MemoryArchive(unit);
        nodes = new MemoryNodes(archive);
        start(autoActivate);
    }

    /** Another node on the database of a world; it works while the first waits. */
    World(World first, String name) {
        this.name = name;
        unit = first.unit;
        archive = first.archive;
        nodes = first.nodes;
        now = first.now.plusSeconds(60);
        start(true);
    }

    /** As after a new start of the container: memory is empty, the database is what it was. */
    void start(boolean autoActivate) {
        table = new ActiveTable();
        Company company =
                new Company(
                        nodes.agreement(name),
                        nodes.of(name),
                        unit,
                        Duration.ofSeconds(2),
                        millis -> nodes.pass(name));
        Switch points = new Switch(this, archive, this, unit, unit, unit, this, table, company);
        service = new ReleaseService(archive, this, unit, this, points, company, autoActivate);
        nodes.join(name, service);
    }

    static String law(String code, String version) {
        return "law-" + code + "-" + version;
    }

    static String locality(String code, String version) {
        return "locality-" + code + "-" + version;
    }

    /**
     * Offers {@code kind-code-version}. Code "vietnam" is the State, "hanoi" and others stand on
     * it.
     */
    void offer(String sha) {
        offer(sha, sha.getBytes(StandardCharsets.UTF_8), List.of());
    }

    void offer(String sha, byte[] bytes, List<String> findings) {
        String[] part = sha.split("-");
        now = now.plusSeconds(1);
        service.offer(
                new Offer(
                        part[0],
                        part[1],
                        parent(part),
                        "vn.ansinh.test." + part[1],
                        part[2],
                        sha,
                        bytes,
                        findings));
    }

    private static String parent(String[] part) {
        if (part[0].equals("locality")) {
            return "hanoi";
        }
        return part[1].equals("vietnam") ? "" : "vietnam";
    }

    State state(String sha) {
        return view(sha).state();
    }

    List<String> findings(String sha) {
        return view(sha).findings();
    }

    private ReleaseView view(String sha) {
        return service.all().stream().filter(v -> v.sha256().equals(sha)).findFirst().orElseThrow();
    }

    /** What readers see: code → hash of its law. */
    Map<String, String> seen() {
        return table.all().stream()
                .collect(Collectors.toMap(a -> a.profile().code(), a -> a.snapshot().hash()));
    }

    @Override
    public Candidate open(String kind, String name, String version, String sha, byte[] bytes) {
        if (notStarting.contains(sha)) {
            throw new AnsinhException(ErrorCode.BUNDLE_REFUSED, "gói không khởi động");
        }
        String[] part = sha.split("-");
        LawLayer layer = new TestLayer(part[1], parent(part));
        Locality locality = kind.equals("law") ? null : new TestLocality(part[1], layer);
        return new Candidate(sha, locality, layer, List.of());
    }

    @Override
    public boolean runs(String sha256) {
        return !gone.contains(sha256);
    }

    @Override
    public void retire(String sha256) {
        retired.add(sha256);
    }

    @Override
    public List<String> strays() {
        return List.of();
    }

    @Override
    public List<String> check(byte[] candidate, List<byte[]> layers) {
        String name = new String(candidate, StandardCharsets.UTF_8);
        checked.add(
                name
                        + layers.stream()
                                .map(l -> "<" + new String(l, StandardCharsets.UTF_8))
                                .collect(Collectors.joining()));
        return failingCheck.contains(name) ? List.of("ca chuẩn sai") : List.of();
    }

    @Override
    public PolicySnapshot compile(List<Layer> layers, List<String> territories) {
        List<String> digests = layers.stream().map(Layer::bundleSha256).toList();
        if (digests.stream().anyMatch(notCompiling::contains)) {
            throw new IllegalArgumentException("hai dòng mâu thuẫn");
        }
        compiled++;
        return new TestSnapshot(String.join("+", digests) + variant);
    }

    @Override
    public Facts facts(
            LocalDate earliestBirth,
            LocalDate latestBirth,
            String sex,
            LocalDate death,
            List<DatedFact> facts,
            LocalDate knownOn) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Asia/Ho_Chi_Minh");
    }

    @Override
    public boolean adjusted() {
        return true;
    }

    private record TestLayer(String code, String parent) implements LawLayer {
        @Override
        public List<ParameterRow> rows() {
            return List.of();
        }

        @Override
        public List<Ground> grounds() {
            return List.of();
        }
    }

    private record TestLocality(String code, LawLayer layer) implements Locality {
        @Override
        public LocalityProfile profile() {
            return new LocalityProfile(
                    code,
                    "Xã " + code,
                    "xã",
                    "UBND thành phố Hà Nội",
                    "hanoi",
                    List.of("vietnam", "hanoi"),
                    LocalDate.of(2025, 7, 1),
                    null,
                    List.of(),
                    code,
                    "ỦY BAN NHÂN DÂN",
                    List.of(),
                    List.of());
        }
    }

    /** A snapshot that only knows what it was compiled from. */
    private record TestSnapshot(String hash) implements PolicySnapshot {
        @Override
        public List<String> layers() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Ground> grounds() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ParameterRow> rows() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Assessment assess(Facts facts, java.time.YearMonth month, LocalDate knownOn) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome decide(Facts facts, java.time.YearMonth month, LocalDate knownOn) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Price price(
                String groundCode,
                int coefficientHundredths,
                java.time.YearMonth month,
                LocalDate knownOn) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean exists(String groundCode, java.time.YearMonth month, LocalDate knownOn) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ParameterRow row(String key, java.time.YearMonth month, LocalDate knownOn) {
            throw new UnsupportedOperationException();
        }
    }
}
