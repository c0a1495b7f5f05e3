package vn.ansinh.payment.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.api.ReferenceRows;
import vn.ansinh.entitlement.api.DecisionBook;
import vn.ansinh.entitlement.api.DecisionBook.AnnexRow;
import vn.ansinh.entitlement.api.DecisionBook.DecisionDoc;
import vn.ansinh.entitlement.api.Effect;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.Corrections;
import vn.ansinh.payment.port.Chunk;
import vn.ansinh.payment.port.CorrectionStorage;
import vn.ansinh.payment.port.CorrectionStorage.Made;
import vn.ansinh.payment.port.CorrectionStorage.OneOff;
import vn.ansinh.payment.port.CorrectionStorage.Replaced;
import vn.ansinh.payment.port.CorrectionStorage.Stored;
import vn.ansinh.payment.port.FoundCorrection;
import vn.ansinh.payment.port.LineKey;
import vn.ansinh.payment.port.PastPerson;
import vn.ansinh.payment.port.RecoveryStorage;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** Corrections and due items over the ports. */
final class CorrectionService implements Corrections {
    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.payment");
    private static final int PEOPLE = 4000;
    private static final int ANNEX_PAGE = 500;

    /** Moves: the place before stops, the new one goes on from the same month. */
    private static final String MOVE =
            "NĐ 20/2021/NĐ-CP Điều 8.4, NĐ 335/2026/NĐ-CP Điều 8.3: chuyển nơi cư trú";

    private final Localities localities;
    private final ActiveLaw activeLaw;
    private final DecisionBook decisions;
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final CorrectionStorage storage;
    private final RecoveryStorage recoveries;
    private final boolean levelByDecision;

    CorrectionService(
            Localities localities,
            ActiveLaw activeLaw,
            DecisionBook decisions,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            CorrectionStorage storage,
            RecoveryStorage recoveries,
            boolean levelByDecision) {
        this.localities = localities;
        this.activeLaw = activeLaw;
        this.decisions = decisions;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.storage = storage;
        this.recoveries = recoveries;
        this.levelByDecision = levelByDecision;
    }

    @Override
    public Search search(TenantId tenant, Actor actor, long personId) {
        PolicySnapshot law = law(tenant);
        Instant at = now();
        List<YearMonth> months = unitOfWork.inTenant(tenant, actor, storage::paidMonths);
        List<Chunk> ranges =
                personId != 0
                        ? List.of(new Chunk(1, personId, personId))
                        : unitOfWork.inTenant(tenant, actor, () -> storage.ranges(PEOPLE));
        PastMonths past = new PastMonths(law, months, clock.today());
        long started = System.nanoTime();
        long persons = 0;
        Replaced sum = new Replaced(0, 0, 0, 0, 0);
        for (Chunk range : ranges) {
            long[] seen = new long[1];
            Replaced one =
                    unitOfWork.inTenant(
                            tenant, actor, () -> range(actor, range, months, past, at, seen));
            persons += seen[0];
            sum =
                    new Replaced(
                            sum.added() + one.added(),
                            sum.superseded() + one.superseded(),
                            sum.open() + one.open(),
                            sum.arrearsDong() + one.arrearsDong(),
                            sum.recoveryDong() + one.recoveryDong());
        }
        if (personId != 0 && persons == 0) {
            throw new AnsinhException(
                    ErrorCode.NOT_FOUND, "Không có đối tượng số " + personId + ".");
        }
        LOG.info(
                "corrections searched: tenant='{}' persons='{}' added='{}' superseded='{}' ms='{}'",
                tenant.value(),
                persons,
                sum.added(),
                sum.superseded(),
                (System.nanoTime() - started) / 1_000_000);
        return new Search(
                persons,
                months,
                sum.added(),
                sum.superseded(),
                sum.open(),
                sum.arrearsDong(),
                sum.recoveryDong());
    }

    private Replaced range(
            Actor actor,
            Chunk range,
            List<YearMonth> months,
            PastMonths past,
            Instant at,
            long[] seen) {
        storage.lock();
        List<FoundCorrection> found = new ArrayList<>();
        List<PastPerson> people = storage.people(range, months, at);
        for (PastPerson person : people) {
            for (FoundCorrection one : past.of(person)) {
                found.add(paidElsewhere(one, actor, at) ? one.because(Cause.ELSEWHERE) : one);
            }
        }
        seen[0] = people.size();
        Replaced replaced = storage.replace(range, found, at);
        boolean one = range.fromPerson() == range.toPerson();
        audit.record(
                "correction.search",
                one ? "beneficiary" : "correction",
                one ? range.fromPerson() : range.number(),
                "persons="
                        + people.size()
                        + " added="
                        + replaced.added()
                        + " superseded="
                        + replaced.superseded());
        return replaced;
    }

    /** Asked only where a month without any line of ours would be paid. */
    private boolean paidElsewhere(FoundCorrection one, Actor actor, Instant at) {
        return one.cause() == Cause.DECISION
                && one.deltaDong() > 0
                && !one.hasLine()
                && !storage.paidElsewhere(one.personId(), one.month(), MOVE, actor.login(), at)
                        .isEmpty();
    }

    @Override
    public List<Correction> open(
            TenantId tenant, Actor actor, Query query, long afterId, int limit) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    List<Correction> page =
                            storage.open(query, afterId, limit).stream()
                                    .map(CorrectionService::shown)
                                    .toList();
                    record("correction.read", page.stream().map(Correction::personId).toList());
                    return page;
                });
    }

    private static Correction shown(Stored stored) {
        Correction c = stored.view();
        if (!stored.restricted()) {
            return c;
        }
        return new Correction(
                c.id(),
                c.personId(),
                c.component(),
                c.month(),
                c.cause(),
                c.owedDong(),
                c.settledDong(),
                c.citesSequence(),
                c.payeeKind(),
                c.source(),
                c.budgetYear(),
                c.decisionId(),
                Prices.BY_DECISION,
                c.instrument(),
                c.uncertain(),
                c.foundAt());
    }

    @Override
    public List<Sum> sums(TenantId tenant, Actor actor) {
        return unitOfWork.inTenant(tenant, actor, storage::sums);
    }

    @Override
    public Accepted accept(TenantId tenant, Actor actor, long decisionId) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    storage.lock();
                    DecisionDoc decision = Decided.signed(decisions, tenant, actor, decisionId);
                    Accepted accepted = accept(tenant, actor, decision);
                    audit.record(
                            "correction.accept",
                            "decision",
                            decisionId,
                            "items="
                                    + accepted.items()
                                    + " arrears="
                                    + accepted.arrearsDong()
                                    + " one-off="
                                    + accepted.oneOffDong()
                                    + " claimed="
                                    + accepted.claimedDong());
                    return accepted;
                });
    }

    private Accepted accept(TenantId tenant, Actor actor, DecisionDoc decision) {
        Instant at = now();
        long id = decision.id();
        return switch (decision.draft().kind()) {
            case ONE_OFF -> oneOff(tenant, actor, decision, at);
            case RECOVER -> recover(tenant, actor, decision, at);
            case LEVEL -> arrears(id, storage.levelDue(id, at));
            case WRITE_OFF ->
                    throw new AnsinhException(
                            ErrorCode.CONFLICT,
                            "Quyết định xóa khoản phải thu hồi không có gì để chi; hãy dùng lệnh"
                                    + " xóa khoản phải thu hồi.");
            case GRANT, ADJUST, SUSPEND, RESUME, STOP, CORRECT_TEXT, REVOKE, REPEAL ->
                    arrears(id, storage.decidedDue(id, !levelByDecision, at));
        };
    }

    private static Accepted arrears(long decisionId, Made made) {
        return new Accepted(decisionId, made.items(), made.dong(), 0, 0, List.of());
    }

    private Accepted recover(TenantId tenant, Actor actor, DecisionDoc decision, Instant at) {
        List<YearMonth> months = storage.paidMonths();
        List<Effect> rows = effects(tenant, actor, decision.id());
        if (months.isEmpty() || alreadyClaimed(decision.id(), rows)) {
            return new Accepted(decision.id(), 0, 0, 0, 0, List.of());
        }
        YearMonth last = months.get(months.size() - 1);
        Claims claims =
                new Claims(
                        storage,
                        recoveries,
                        decision.id(),
                        last,
                        KeepShare.percent(law(tenant), last, clock.today()),
                        at);
        rows.forEach(claims::row);
        if (!claims.faults().isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Quyết định thu hồi có "
                            + claims.faults().size()
                            + " dòng không khớp; chưa ghi nhận dòng nào.",
                    claims.faults(),
                    null);
        }
        return new Accepted(
                decision.id(), claims.items(), 0, 0, claims.claimedDong(), claims.notes());
    }

    /** All rows of a decision are claimed together, so one claim says that it was done. */
    private boolean alreadyClaimed(long decisionId, List<Effect> rows) {
        return !rows.isEmpty()
                && recoveries.page(rows.get(0).personId(), false, 0, ANNEX_PAGE).stream()
                        .anyMatch(one -> one.decisionId() == decisionId);
    }

    private Accepted oneOff(TenantId tenant, Actor actor, DecisionDoc decision, Instant at) {
        ReferenceRows law = new ReferenceRows(law(tenant));
        LocalDate signedOn = decision.signature().signedOn();
        List<String> notes = new ArrayList<>();
        long items = 0;
        long dong = 0;
        for (Effect effect : effects(tenant, actor, decision.id())) {
            String instrument = effect.note();
            Optional<ReferenceRows.Amount> lawful =
                    effect.ground().isEmpty()
                            ? Optional.empty()
                            : law.oneOff(effect.ground(), effect.from(), signedOn);
            if (lawful.isPresent()) {
                instrument = lawful.get().row().citation().vietnamese() + "; " + effect.note();
                if (lawful.get().row().unit().contains("đồng") || lawful.get().rate() != null) {
                    compare(effect, lawful.get(), notes);
                }
            }
            boolean due =
                    storage.oneOffDue(
                            new OneOff(
                                    decision.id(),
                                    effect.personId(),
                                    LineKey.code(effect.component()),
                                    effect.from(),
                                    effect.amountDong(),
                                    effect.component() == Component.FUNERAL ? "HEIR" : "SELF",
                                    instrument,
                                    clock.today().getYear(),
                                    signedOn),
                            at);
            if (due) {
                items++;
                dong += effect.amountDong();
            }
        }
        return new Accepted(decision.id(), items, 0, dong, 0, notes);
    }

    private static void compare(Effect effect, ReferenceRows.Amount law, List<String> notes) {
        if (effect.amountDong() < law.value()) {
            notes.add(
                    "Dòng "
                            + effect.row()
                            + ": quyết định "
                            + Texts.dong(effect.amountDong())
                            + ", thấp hơn mức tối thiểu "
                            + Texts.dong(law.value())
                            + " theo "
                            + law.row().citation().vietnamese()
                            + ".");
        }
        if (law.uncertain()) {
            notes.add("Dòng " + effect.row() + ": mức theo luật dựa trên nguồn chưa xác nhận.");
        }
    }

    private List<Effect> effects(TenantId tenant, Actor actor, long decisionId) {
        List<Effect> all = new ArrayList<>();
        List<AnnexRow> page;
        do {
            long after = all.isEmpty() ? 0 : all.get(all.size() - 1).id();
            page = decisions.annex(tenant, actor, decisionId, after, ANNEX_PAGE);
            page.forEach(row -> all.add(row.effect()));
        } while (page.size() == ANNEX_PAGE);
        return all;
    }

    @Override
    public List<DueItem> items(
            TenantId tenant,
            Actor actor,
            long personId,
            boolean openOnly,
            long afterId,
            int limit) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    List<DueItem> page = storage.items(personId, openOnly, afterId, limit);
                    record("item.read", page.stream().map(DueItem::personId).toList());
                    return page;
                });
    }

    private void record(String action, List<Long> persons) {
        List<Long> ids = persons.stream().distinct().sorted().toList();
        if (!ids.isEmpty()) {
            String all = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
            audit.record(action, "beneficiary", ids.get(0), "ids='" + all + "'");
        }
    }

    private PolicySnapshot law(TenantId tenant) {
        return activeLaw.require(Decided.code(localities, tenant)).snapshot();
    }

    /** The store keeps microseconds. */
    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MICROS);
    }
}
