package vn.ansinh.activation.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.activation.api.Intake;
import vn.ansinh.activation.api.Releases;
import vn.ansinh.activation.port.Agreement;
import vn.ansinh.activation.port.Checker;
import vn.ansinh.activation.port.ReleaseArchive;
import vn.ansinh.activation.port.ReleaseArchive.Archived;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.UnitOfWork;

/**
 * The life of versions. One change at a time: a change may wait for a check that runs (seconds);
 * readers of the active law never wait.
 */
final class ReleaseService implements Releases, Intake {

    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.activation");
    private static final Actor SELF = Actor.system("activation");
    private static final Comparator<Archived> LAWS_FIRST =
            Comparator.comparing((Archived r) -> !"law".equals(r.kind()))
                    .thenComparing(Archived::since)
                    .thenComparing(Archived::sha256);

    private final ReleaseArchive archive;
    private final Checker checker;
    private final UnitOfWork unitOfWork;
    private final CivilClock clock;
    private final Switch points;
    private final Company company;
    private final boolean autoActivate;
    private long turn = -1;

    ReleaseService(
            ReleaseArchive archive,
            Checker checker,
            UnitOfWork unitOfWork,
            CivilClock clock,
            Switch points,
            Company company,
            boolean autoActivate) {
        this.archive = archive;
        this.checker = checker;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.points = points;
        this.company = company;
        this.autoActivate = autoActivate;
    }

    @Override
    public List<ReleaseView> all() {
        return common(archive::all).stream().map(Archived::view).toList();
    }

    @Override
    public List<String> strays() {
        return points.strays();
    }

    @Override
    public synchronized void activate(Actor actor, String sha256) {
        Archived release = require(sha256);
        if (release.state() == State.ACTIVE) {
            return;
        }
        if (release.state() == State.WITHDRAWN || release.state() == State.STAGED) {
            release = check(release);
        }
        if (release.state() != State.CHECKED) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Chưa kích hoạt được «%s» phiên bản %s: %s."
                            .formatted(
                                    release.code(),
                                    release.version(),
                                    String.join("; ", release.findings())));
        }
        if (autoActivate || wasReplacedByWhatIsInForce(release)) {
            points.enter(actor, release);
        } else {
            points.enterApproved(actor, release);
        }
        settle();
    }

    /** The way back: it was in force until the version that is in force now came. */
    private boolean wasReplacedByWhatIsInForce(Archived release) {
        return common(archive::all).stream()
                .filter(r -> r.state() == State.ACTIVE && Clash.sameSeat(r, release))
                .anyMatch(r -> release.findings().contains(Sayings.replacedBy(r.version())));
    }

    @Override
    public synchronized List<ActiveLaw.Active> preview(String sha256) {
        Archived release = require(sha256);
        if (release.state() != State.CHECKED) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Chỉ đối chiếu được bản đã qua kiểm tra và chưa có hiệu lực; «%s» phiên bản %s: %s."
                            .formatted(
                                    release.code(),
                                    release.version(),
                                    release.state() == State.ACTIVE
                                            ? "đang có hiệu lực"
                                            : String.join("; ", release.findings())));
        }
        return points.preview(release);
    }

    @Override
    public void approve(Approval approval) {
        archive.addApproval(approval);
    }

    @Override
    public List<Approval> approvals(String sha256) {
        return common(() -> archive.approvals(sha256));
    }

    @Override
    public synchronized void withdraw(Actor actor, String sha256) {
        Archived release = require(sha256);
        List<String> holders = holders(release);
        if (!holders.isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Không rút được luật «%s» phiên bản %s: %s đang dựa trên luật này. Hãy rút trước rồi rút luật sau."
                            .formatted(
                                    release.code(), release.version(), String.join(", ", holders)));
        }
        leave(actor, release, Sayings.withdrawnBy(actor.login()));
    }

    @Override
    public synchronized void offer(Offer offer) {
        Archived release =
                new Archived(
                        offer.kind(),
                        offer.code(),
                        offer.parent(),
                        offer.symbolicName(),
                        offer.version(),
                        offer.sha256(),
                        State.STAGED,
                        List.of(),
                        clock.now());
        if (common(() -> archive.add(release, offer.bytes()))) {
            LOG.info(
                    "staged kind='{}' code='{}' name='{}' version='{}' sha256='{}'",
                    offer.kind(),
                    offer.code(),
                    offer.symbolicName(),
                    offer.version(),
                    offer.sha256());
            List<String> findings = new ArrayList<>(offer.findings());
            findings.addAll(Clash.of(release, common(archive::all)));
            if (!findings.isEmpty()) {
                state(release, State.REFUSED, findings);
            }
        } else {
            offeredAgain(require(offer.sha256()));
        }
        settle();
    }

    private void offeredAgain(Archived known) {
        boolean takenBack =
                known.findings().stream().anyMatch(f -> f.startsWith(Sayings.FILE_GONE));
        if (takenBack && known.state() == State.WITHDRAWN) {
            state(known, State.STAGED, List.of());
        } else if (takenBack && known.state() == State.ACTIVE) {
            state(known, State.ACTIVE, List.of());
        }
    }

    @Override
    public synchronized boolean takeBack(String sha256) {
        Optional<Archived> found = common(() -> archive.find(sha256));
        if (found.isEmpty()) {
            return true;
        }
        Archived release = found.get();
        List<String> holders = holders(release);
        if (holders.isEmpty()) {
            leave(SELF, release, Sayings.FILE_GONE);
            return true;
        }
        List<String> findings = List.of(Sayings.heldBy(holders));
        if (!findings.equals(release.findings())) {
            state(release, release.state(), findings);
        }
        return false;
    }

    @Override
    public synchronized void came(String sha256) {
        points.came(sha256);
    }

    @Override
    public synchronized void lost(String sha256) {
        points.lost(sha256);
    }

    /** Brings back what was in force before the container stopped; how many are not back yet. */
    synchronized int restore() {
        Agreement.Look look = company.look();
        points.coming();
        int missing = points.restore();
        settle();
        served(look, missing);
        return missing;
    }

    /**
     * Looks what other nodes did: serves what they put in force, lets go of what they took out, and
     * answers the one that asks. A look is one short query; nothing happens while nothing changed.
     *
     * @return how many versions in force are not here
     */
    synchronized int follow() {
        Agreement.Look look = company.look();
        int missing = 0;
        if (look.turn() != turn) {
            missing = points.restore();
            points.tidy();
        }
        served(look, missing);
        return missing;
    }

    private void served(Agreement.Look look, int missing) {
        if (missing == 0 && look.turn() != turn) {
            company.serves(look.turn());
            turn = look.turn();
        }
        if (look.call() != 0) {
            points.prepare(look.call(), look.sha256());
        }
    }

    private List<String> holders(Archived release) {
        return release.state() == State.ACTIVE ? points.standingOn(release) : List.of();
    }

    private void leave(Actor actor, Archived release, String finding) {
        if (release.state() == State.ACTIVE) {
            points.leave(actor, release, finding);
        } else if (release.state() != State.REFUSED) {
            state(release, State.WITHDRAWN, List.of(finding));
            points.retire(release.sha256());
        }
    }

    /**
     * Takes every version as far as it can go by itself. One may wait for another that arrived
     * later, so it goes round until nothing moves: the order of arrival does not matter.
     */
    private void settle() {
        boolean moved;
        do {
            moved = false;
            List<Archived> all = new ArrayList<>(common(archive::all));
            all.sort(LAWS_FIRST);
            for (Archived release : all) {
                moved |= Sayings.unsettled(release) && advance(release);
            }
        } while (moved);
    }

    /** Whether the version's state changed. */
    private boolean advance(Archived release) {
        Archived now = release.state() == State.STAGED ? check(release) : release;
        if (now.state() == State.CHECKED) {
            Optional<String> missing = points.missing(now);
            if (missing.isPresent()) {
                now = say(now, List.of(Sayings.waitsFor(missing.get())));
            } else if (!autoActivate) {
                now = say(now, List.of());
            } else {
                now = enter(now);
            }
        }
        return now.state() != release.state();
    }

    private Archived enter(Archived release) {
        Optional<Archived> newer =
                common(archive::all).stream()
                        .filter(r -> r.state() == State.ACTIVE && Clash.sameSeat(r, release))
                        .filter(r -> Versions.compare(r.version(), release.version()) >= 0)
                        .findFirst();
        if (newer.isPresent()) {
            return say(release, List.of(Sayings.lowerThan(newer.get().version())));
        }
        try {
            points.enter(SELF, release);
            return require(release.sha256());
        } catch (AnsinhException e) {
            if (e.code() == ErrorCode.STORE_UNAVAILABLE) {
                throw e;
            }
            LOG.error("not activated code='{}' sha256='{}'", release.code(), release.sha256(), e);
            return say(release, List.of(e.getMessage()));
        }
    }

    /** Checks a version with the laws below it; while one of them is unknown it stays staged. */
    private Archived check(Archived release) {
        List<Archived> layers = new ArrayList<>();
        String at = release.parent();
        while (!at.isEmpty()) {
            Optional<Archived> law = bestLaw(at);
            if (law.isEmpty() || layers.contains(law.get())) {
                return state(release, State.STAGED, List.of(Sayings.waitsFor(at)));
            }
            layers.add(0, law.get());
            at = law.get().parent();
        }
        List<byte[]> below =
                layers.stream().map(l -> common(() -> archive.bytes(l.sha256()))).toList();
        byte[] bytes = common(() -> archive.bytes(release.sha256()));
        List<String> findings = checker.check(bytes, below);
        return state(release, findings.isEmpty() ? State.CHECKED : State.REFUSED, findings);
    }

    /** The law in force of a code, or else the highest version that passed its check. */
    private Optional<Archived> bestLaw(String code) {
        return common(archive::all).stream()
                .filter(r -> "law".equals(r.kind()) && r.code().equals(code))
                .filter(r -> r.state() == State.ACTIVE || r.state() == State.CHECKED)
                .max(
                        Comparator.comparing((Archived r) -> r.state() == State.ACTIVE)
                                .thenComparing(Archived::version, Versions::compare));
    }

    private Archived say(Archived release, List<String> findings) {
        return release.findings().equals(findings)
                ? release
                : state(release, release.state(), findings);
    }

    private Archived state(Archived release, State state, List<String> findings) {
        if (release.state() == state && release.findings().equals(findings)) {
            return release;
        }
        common(
                () -> {
                    archive.state(release.sha256(), state, findings, clock.now());
                    return null;
                });
        LOG.info(
                "version kind='{}' code='{}' version='{}' sha256='{}' state='{}' findings='{}'",
                release.kind(),
                release.code(),
                release.version(),
                release.sha256(),
                state,
                findings);
        return require(release.sha256());
    }

    private Archived require(String sha256) {
        return common(() -> archive.find(sha256))
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.NOT_FOUND,
                                        "Không có phiên bản nào mang mã sha256 «%s»."
                                                .formatted(sha256)));
    }

    private <T> T common(Supplier<T> work) {
        return unitOfWork.common(SELF, work);
    }
}
