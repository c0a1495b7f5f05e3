package vn.ansinh.identity.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.ansinh.identity.api.AuditTrail.Entry;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Identity.Right;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.identity.api.Staff.Delegation;
import vn.ansinh.identity.api.Staff.Held;
import vn.ansinh.identity.api.Staff.StoredDelegation;
import vn.ansinh.identity.api.Staff.Title;
import vn.ansinh.identity.api.Staff.UnitBelow;
import vn.ansinh.identity.port.Accounts;
import vn.ansinh.identity.port.SecretHasher;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** Everything around the room, in memory: DỮ LIỆU GIẢ LẬP. */
final class World implements Accounts {
    static final Actor OPERATOR = new Actor(Identity.ADMINISTRATOR, "");
    static final String HERE = "hung-dao";
    static final String THERE = "long-bien";
    static final Right OFFICER = new Right(Role.OFFICER, HERE);

    final AtomicLong nanoTime = new AtomicLong();
    final CountingHasher hasher = new CountingHasher();
    final List<String> audit = new ArrayList<>();
    final List<Entry> events = new ArrayList<>();
    final Map<String, Set<String>> unitsBelow = new HashMap<>();
    LocalDate today = LocalDate.of(2026, 3, 15);
    boolean away;
    int saves;

    private final Map<String, String> hashes = new HashMap<>();
    private final Set<String> closed = new LinkedHashSet<>();
    private final List<Held> rights = new ArrayList<>();
    private final List<StoredDelegation> delegations = new ArrayList<>();
    private final Map<String, List<Title>> titles = new HashMap<>();

    IdentityModule module(Path folder) {
        IdentityModule module =
                new IdentityModule(
                        new IdentityPorts(
                                this,
                                query -> events,
                                hasher,
                                localities(),
                                unitOfWork(),
                                (action, kind, id, detail) ->
                                        audit.add(action + " " + kind + " " + id + " " + detail),
                                clock()),
                        folder.toString(),
                        new SignInLimits(3, 5, 30, 10),
                        nanoTime::get);
        module.start();
        return module;
    }

    void forgetAll() {
        hashes.clear();
        rights.clear();
    }

    private CivilClock clock() {
        return new CivilClock() {
            @Override
            public Instant now() {
                return today.atTime(9, 0).atZone(zone()).toInstant();
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("Asia/Ho_Chi_Minh");
            }

            @Override
            public boolean adjusted() {
                return true;
            }
        };
    }

    private static UnitOfWork unitOfWork() {
        return new UnitOfWork() {
            @Override
            public <T> T inTenant(TenantId tenant, Actor actor, Supplier<T> work) {
                return work.get();
            }

            @Override
            public <T> T common(Actor actor, Supplier<T> work) {
                return work.get();
            }
        };
    }

    private static Localities localities() {
        return new Localities() {
            @Override
            public List<TenantInfo> all() {
                return List.of(byCode(HERE).orElseThrow(), byCode(THERE).orElseThrow());
            }

            @Override
            public Optional<TenantInfo> byCode(String code) {
                return Set.of(HERE, THERE).contains(code)
                        ? Optional.of(
                                new TenantInfo(new TenantId(code.equals(HERE) ? 1 : 2), code, code))
                        : Optional.empty();
            }

            @Override
            public TenantInfo create(String code, String name) {
                throw new AssertionError("not here");
            }
        };
    }

    @Override
    public Optional<Stored> byLogin(String login) {
        if (away) {
            throw new AnsinhException(ErrorCode.STORE_UNAVAILABLE, "DỮ LIỆU GIẢ LẬP");
        }
        return Optional.ofNullable(hashes.get(login))
                .map(
                        hash ->
                                new Stored(
                                        login,
                                        hash,
                                        closed.contains(login),
                                        rights.stream()
                                                .filter(h -> h.login().equals(login))
                                                .filter(h -> h.endedAt() == null)
                                                .map(Held::right)
                                                .collect(Collectors.toSet())));
    }

    @Override
    public List<Stored> ofLocality(String localityCode) {
        return hashes.keySet().stream()
                .map(login -> byLogin(login).orElseThrow())
                .filter(
                        account ->
                                account.rights().stream()
                                        .anyMatch(r -> r.localityCode().equals(localityCode)))
                .sorted(Comparator.comparing(Stored::login))
                .toList();
    }

    @Override
    public void save(String login, String secretHash, String by) {
        saves++;
        hashes.put(login, secretHash);
    }

    @Override
    public void close(String login, String by) {
        closed.add(login);
    }

    @Override
    public long addRight(String login, Right right, String paper, String by) {
        long id = rights.size() + 1L;
        rights.add(new Held(id, login, right, paper, Instant.EPOCH, by, null, ""));
        return id;
    }

    @Override
    public boolean endRight(String localityCode, long rightId, String by) {
        for (int i = 0; i < rights.size(); i++) {
            Held h = rights.get(i);
            if (h.id() == rightId
                    && h.endedAt() == null
                    && h.right().localityCode().equals(localityCode)) {
                rights.set(
                        i,
                        new Held(
                                h.id(),
                                h.login(),
                                h.right(),
                                h.paper(),
                                h.grantedAt(),
                                h.grantedBy(),
                                Instant.EPOCH,
                                by));
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Held> rights(String localityCode) {
        return rights.stream().filter(h -> h.right().localityCode().equals(localityCode)).toList();
    }

    @Override
    public long addDelegation(Delegation delegation, String by) {
        long id = delegations.size() + 1L;
        delegations.add(new StoredDelegation(id, delegation, Instant.EPOCH, by, null));
        return id;
    }

    @Override
    public boolean endDelegation(String localityCode, long delegationId, String by) {
        return delegations.removeIf(
                d -> d.id() == delegationId && d.delegation().localityCode().equals(localityCode));
    }

    @Override
    public List<StoredDelegation> delegations(String localityCode) {
        return List.copyOf(delegations);
    }

    @Override
    public List<Delegation> delegatedTo(String login, LocalDate day) {
        return delegations.stream()
                .map(StoredDelegation::delegation)
                .filter(d -> d.to().equals(login))
                .filter(d -> !day.isBefore(d.firstDay()) && !day.isAfter(d.lastDay()))
                .toList();
    }

    @Override
    public List<Title> titles(String localityCode) {
        return titles.getOrDefault(localityCode, List.of());
    }

    @Override
    public void saveTitles(String localityCode, List<Title> wanted) {
        titles.put(localityCode, wanted);
    }

    @Override
    public List<UnitBelow> units(String localityCode) {
        return List.of();
    }

    @Override
    public void saveUnits(String localityCode, List<UnitBelow> wanted) {
        unitsBelow.clear();
        wanted.forEach(
                row ->
                        unitsBelow
                                .computeIfAbsent(row.above(), above -> new LinkedHashSet<>())
                                .add(row.unit()));
    }

    @Override
    public Set<String> withUnitsBelow(String localityCode, Set<String> units) {
        Set<String> all = new LinkedHashSet<>(units);
        units.forEach(unit -> all.addAll(unitsBelow.getOrDefault(unit, Set.of())));
        return all;
    }

    /** Cheap and readable: the hash is the reversed secret. Argon2 is tested where it lives. */
    static final class CountingHasher implements SecretHasher {
        int compared;

        @Override
        public String hash(char[] secret) {
            return new StringBuilder(new String(secret)).reverse().toString();
        }

        @Override
        public boolean matches(char[] secret, String hash) {
            compared++;
            return hash(secret).equals(hash);
        }
    }
}
