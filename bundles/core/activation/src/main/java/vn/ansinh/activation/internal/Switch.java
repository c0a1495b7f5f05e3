package vn.ansinh.activation.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.activation.api.ActiveLaw.Active;
import vn.ansinh.activation.api.Releases.Approval;
import vn.ansinh.activation.api.Releases.State;
import vn.ansinh.activation.port.Candidates;
import vn.ansinh.activation.port.ReleaseArchive;
import vn.ansinh.activation.port.ReleaseArchive.Archived;
import vn.ansinh.activation.port.ReleaseArchive.InForce;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/**
 * Puts versions in and out of force: first the new line-up is compiled, then the database is told,
 * then readers see it, in one step. Not thread-safe; the release service calls it under its lock.
 */
final class Switch {

    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.activation");
    private static final Actor SELF = Actor.system("activation");

    private final Compiling compiling;
    private final ReleaseArchive archive;
    private final Candidates candidates;
    private final Localities localities;
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final ActiveTable table;
    private final Company company;
    private final LiveVersions live;

    Switch(
            Engine engine,
            ReleaseArchive archive,
            Candidates candidates,
            Localities localities,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            ActiveTable table,
            Company company) {
        this.compiling = new Compiling(engine);
        this.archive = archive;
        this.candidates = candidates;
        this.localities = localities;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.table = table;
        this.company = company;
        this.live = new LiveVersions(archive, candidates, unitOfWork);
    }

    /** The first law below a version that is not in force here, if any. */
    Optional<String> missing(Archived release) {
        return Lineup.missing(release.parent(), live.running(inForce()));
    }

    /** Codes in force that stand directly on a law. */
    List<String> standingOn(Archived law) {
        if (!"law".equals(law.kind())) {
            return List.of();
        }
        return common(
                () ->
                        archive.inForce().stream()
                                .flatMap(v -> archive.find(v.sha256()).stream())
                                .filter(v -> v.parent().equals(law.code()))
                                .map(Archived::code)
                                .sorted()
                                .toList());
    }

    /** What localities would have if a version were in force; only what is not as it is now. */
    List<Active> preview(Archived release) {
        return entry(release).changed();
    }

    /**
     * Puts a checked version in force.
     *
     * @throws AnsinhException CONFLICT while a law below is missing; BUNDLE_REFUSED when the bundle
     *     does not start or a law does not compile. Nothing has changed then.
     */
    void enter(Actor actor, Archived release) {
        enter(actor, release, entry(release));
    }

    /**
     * The same, if what it changes where there is a law already was approved.
     *
     * @throws AnsinhException CONFLICT too while a locality's diff is not approved
     */
    void enterApproved(Actor actor, Archived release) {
        Entry entry = entry(release);
        List<Approval> approvals = common(() -> archive.approvals(release.sha256()));
        List<String> open =
                entry.changed().stream()
                        .filter(next -> !agreed(next, approvals))
                        .map(next -> next.profile().code())
                        .toList();
        if (!open.isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Chưa kích hoạt được «%s» phiên bản %s: bảng so sánh với luật đang có hiệu lực chưa được phê duyệt cho %s. Hãy lập bảng so sánh và để người thứ hai phê duyệt."
                            .formatted(release.code(), release.version(), String.join(", ", open)));
        }
        enter(actor, release, entry);
    }

    /** A locality that had no law changes nothing for anybody. */
    private boolean agreed(Active next, List<Approval> approvals) {
        String code = next.profile().code();
        Optional<String> now = table.of(code).map(active -> active.snapshot().hash());
        String hash = next.snapshot().hash();
        return now.isEmpty()
                || now.get().equals(hash)
                || approvals.stream()
                        .anyMatch(
                                a ->
                                        a.code().equals(code)
                                                && a.fromHash().equals(now.get())
                                                && a.toHash().equals(hash));
    }

    /** A version compiled with everything that stands on it, not in force yet. */
    private record Entry(Live entering, Optional<InForce> old, Lineup next, List<Active> changed) {}

    private Entry entry(Archived release) {
        Live entering = live.open(release);
        List<InForce> before = inForce();
        Optional<InForce> old = before.stream().filter(v -> sameSeat(v, release)).findFirst();
        List<Live> after = new ArrayList<>(live.running(before));
        old.ifPresent(v -> after.removeIf(l -> l.release().sha256().equals(v.sha256())));
        after.add(entering);
        Optional<String> missing = Lineup.missing(release.parent(), after);
        if (missing.isPresent()) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Chưa kích hoạt được «%s» phiên bản %s: luật «%s» chưa có hiệu lực. Hãy kích hoạt luật đó trước."
                            .formatted(release.code(), release.version(), missing.get()));
        }
        Lineup next =
                compiling.of(
                        after,
                        table.lineup(),
                        fault -> {
                            throw fault;
                        });
        return new Entry(entering, old, next, next.changedSince(table.lineup()));
    }

    private void enter(Actor actor, Archived release, Entry entry) {
        Live entering = entry.entering();
        Optional<InForce> old = entry.old();
        List<Active> changed = entry.changed();
        long call = company.agree(release, entry.next().digestOf(release.sha256()));
        Supplier<Object> write =
                () -> {
                    company.end(call);
                    return record(release, old, changed);
                };
        if (entering.isLaw()) {
            unitOfWork.common(actor, write);
        } else {
            TenantId tenant = localities.create(release.code(), entering.profile().name()).id();
            audited(tenant, actor, "locality.activate", detail(release), write);
        }
        compiling.replaced(table.lineup());
        table.exchange(entry.next(), table.lineup());
        LOG.info(
                "activated kind='{}' code='{}' version='{}' sha256='{}' replaced='{}' recompiled='{}'",
                release.kind(),
                release.code(),
                release.version(),
                release.sha256(),
                old.map(InForce::version).orElse(""),
                changed.size());
        if (entering.isLaw()) {
            tellTenants(actor, release, changed);
        }
        company.awaitServing();
        live.retireOlder(release, old);
        compiling.keep(live::holds);
    }

    private Object record(Archived release, Optional<InForce> old, List<Active> changed) {
        Instant now = clock.now();
        old.filter(v -> !v.sha256().equals(release.sha256()))
                .ifPresent(
                        v ->
                                archive.state(
                                        v.sha256(),
                                        State.CHECKED,
                                        List.of(Sayings.replacedBy(release.version())),
                                        now));
        archive.state(release.sha256(), State.ACTIVE, List.of(), now);
        archive.putInForce(inForce(release, "", now));
        for (Active active : changed) {
            Archived its =
                    active.sha256().equals(release.sha256())
                            ? release
                            : archive.find(active.sha256()).orElseThrow();
            archive.putInForce(inForce(its, active.snapshot().hash(), now));
        }
        return null;
    }

    private static InForce inForce(Archived release, String snapshotHash, Instant from) {
        return new InForce(
                release.kind(),
                release.code(),
                release.symbolicName(),
                release.version(),
                release.sha256(),
                snapshotHash,
                from);
    }

    /** Takes an active version out of force; nothing in force stands on it. */
    void leave(Actor actor, Archived release, String finding) {
        List<Live> after = new ArrayList<>(live.running(inForce()));
        after.removeIf(l -> l.release().sha256().equals(release.sha256()));
        Lineup next =
                compiling.of(
                        after,
                        table.lineup(),
                        fault -> {
                            throw fault;
                        });
        Supplier<Object> write =
                () -> {
                    archive.takeOutOfForce(release.kind(), release.code());
                    archive.state(release.sha256(), State.WITHDRAWN, List.of(finding), clock.now());
                    return null;
                };
        if ("law".equals(release.kind())) {
            unitOfWork.common(actor, write);
        } else {
            TenantId tenant = localities.require(release.code()).id();
            audited(tenant, actor, "locality.withdraw", detail(release), write);
        }
        table.exchange(next, table.lineup());
        company.awaitServing();
        LOG.info(
                "withdrawn kind='{}' code='{}' version='{}' sha256='{}'",
                release.kind(),
                release.code(),
                release.version(),
                release.sha256());
        retire(release.sha256());
    }

    /**
     * Brings back what is in force but not live, and lets readers see it in one step.
     *
     * @return how many versions could not be brought back yet
     */
    int restore() {
        int missing = 0;
        for (InForce version : inForce()) {
            try {
                live.open(common(() -> archive.find(version.sha256()).orElseThrow()));
            } catch (AnsinhException e) {
                if (e.code() == ErrorCode.STORE_UNAVAILABLE) {
                    throw e;
                }
                missing++;
                LOG.warn(
                        "not back yet kind='{}' code='{}' version='{}' sha256='{}' cause='{}'",
                        version.kind(),
                        version.code(),
                        version.version(),
                        version.sha256(),
                        e.getMessage());
            }
        }
        refresh();
        return missing;
    }

    List<String> strays() {
        return candidates.strays();
    }

    /** A bundle is there (again). */
    void came(String sha256) {
        boolean wanted = inForce().stream().anyMatch(v -> v.sha256().equals(sha256));
        if (wanted && !live.holds(sha256)) {
            live.open(common(() -> archive.find(sha256).orElseThrow()));
            refresh();
        }
    }

    /**
     * A bundle went by itself. Told late it may be back meanwhile: it was let go of, and opened
     * again for a diff or an activation.
     */
    void lost(String sha256) {
        if (!candidates.runs(sha256) && live.lost(sha256)) {
            LOG.warn("bundle is gone though nobody withdrew it sha256='{}'", sha256);
            refresh();
        }
    }

    /**
     * Exchanges the line-up for what is in force and live now; what does not compile is left out.
     */
    private void refresh() {
        Lineup before = table.lineup();
        List<InForce> inForce = inForce();
        Lineup next = compiling.of(live.running(inForce), before, e -> LOG.error("left out", e));
        table.exchange(next, elsewhere(inForce, next));
        for (Active active : next.changedSince(before)) {
            LOG.info(
                    "active code='{}' version='{}' snapshot='{}'",
                    active.profile().code(),
                    active.version(),
                    active.snapshot().hash());
        }
        for (String code : next.goneSince(before)) {
            LOG.warn("not active any more code='{}'", code);
        }
    }

    /**
     * Localities in force that are not here, or that come out otherwise here: others serve them. A
     * node that is alone serves what it has, after an update of the product too.
     */
    private Set<String> elsewhere(List<InForce> inForce, Lineup here) {
        if (company.others().isEmpty()) {
            return Set.of();
        }
        return inForce.stream()
                .filter(v -> "locality".equals(v.kind()))
                .filter(
                        v ->
                                here.of(v.code())
                                        .filter(a -> a.snapshot().hash().equals(v.snapshotHash()))
                                        .isEmpty())
                .map(InForce::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Before anything is opened: what is in force is not here yet. */
    void coming() {
        table.exchange(table.lineup(), elsewhere(inForce(), table.lineup()));
    }

    /** Another node asks whether this one could serve a version: says so, and serves it not yet. */
    void prepare(long call, String sha256) {
        String digest = "";
        String fault = "";
        try {
            Archived release = common(() -> archive.find(sha256).orElseThrow());
            digest = entry(release).next().digestOf(sha256);
        } catch (RuntimeException | LinkageError e) {
            // Told to the node that asks, which refuses the version by it.
            LOG.warn("not ready sha256='{}'", sha256, e);
            fault = e.getMessage() == null ? e.toString() : e.getMessage();
        }
        company.answer(call, digest, fault);
    }

    /** Lets go of a bundle that is not in force. */
    void retire(String sha256) {
        live.retire(sha256);
        compiling.keep(live::holds);
    }

    /** Lets go of what another node replaced or withdrew. */
    void tidy() {
        live.tidy(inForce().stream().map(InForce::sha256).collect(Collectors.toUnmodifiableSet()));
        compiling.keep(live::holds);
    }

    /** The law is in force already: a trail that cannot be written is reported, not undone. */
    private void tellTenants(Actor actor, Archived law, List<Active> changed) {
        for (Active active : changed) {
            try {
                TenantId tenant = localities.require(active.profile().code()).id();
                audited(tenant, actor, "law.activate", detail(law), () -> null);
            } catch (RuntimeException e) {
                LOG.error("no audit record code='{}'", active.profile().code(), e);
            }
        }
    }

    private void audited(
            TenantId tenant, Actor actor, String action, String detail, Supplier<Object> write) {
        unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    Object result = write.get();
                    audit.record(action, "locality", tenant.value(), detail);
                    return result;
                });
    }

    private static String detail(Archived release) {
        return "code='%s' version='%s' sha256='%s'"
                .formatted(release.code(), release.version(), release.sha256());
    }

    private List<InForce> inForce() {
        return common(archive::inForce);
    }

    private static boolean sameSeat(InForce version, Archived release) {
        return version.kind().equals(release.kind()) && version.code().equals(release.code());
    }

    private <T> T common(Supplier<T> work) {
        return unitOfWork.common(SELF, work);
    }
}
