package vn.ansinh.entitlement.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.beneficiary.api.FactRecords;
import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.entitlement.api.DecisionBook;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.entitlement.api.Effect;
import vn.ansinh.entitlement.api.Entitlements.PastChange;
import vn.ansinh.entitlement.port.DecisionStore;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** Draft, check, sign; what is signed is replayed and laid down as entitlements. */
final class SignedDecisions implements DecisionBook {

    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.entitlement");
    private static final int LARGEST_PAGE = 500;
    private static final String SUBJECT = "decision";

    private final DecisionStore store;
    private final Ledger ledger;
    private final Register register;
    private final FactRecords facts;
    private final ActiveLaw activeLaw;
    private final Engine engine;
    private final Localities localities;
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;

    SignedDecisions(
            DecisionStore store,
            Register register,
            FactRecords facts,
            ActiveLaw activeLaw,
            Engine engine,
            Localities localities,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock) {
        this.store = store;
        this.ledger = new Ledger(store);
        this.register = register;
        this.facts = facts;
        this.activeLaw = activeLaw;
        this.engine = engine;
        this.localities = localities;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a signature would do. */
    private record Plan(DecisionDoc doc, List<Effect> effects, Remarks remarks) {}

    @Override
    public DecisionDoc draft(TenantId tenant, Actor actor, Draft draft) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    Draft whole = checked(tenant, actor, draft);
                    long id = store.addDraft(whole, Names.fold(whole.authority()), clock.now());
                    audit.record("decision.draft", SUBJECT, id, count(whole.effects().size()));
                    return require(id);
                });
    }

    @Override
    public DecisionDoc edit(TenantId tenant, Actor actor, long id, int version, Draft draft) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    require(id);
                    Draft whole = checked(tenant, actor, draft);
                    String authority = Names.fold(whole.authority());
                    orConflict(store.replaceDraft(id, version, whole, authority));
                    audit.record("decision.edit", SUBJECT, id, count(whole.effects().size()));
                    return require(id);
                });
    }

    @Override
    public DecisionDoc discard(TenantId tenant, Actor actor, long id, int version) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    require(id);
                    orConflict(store.discard(id, version));
                    audit.record("decision.discard", SUBJECT, id, "");
                    return require(id);
                });
    }

    @Override
    public Check check(TenantId tenant, Actor actor, long id, Signature signature) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    audit.record("decision.check", SUBJECT, id, "");
                    return plan(tenant, actor, require(id), signature).remarks().check();
                });
    }

    @Override
    public DecisionDoc sign(
            TenantId tenant,
            Actor actor,
            long id,
            int version,
            Signature signature,
            Set<String> confirmed) {
        DecisionDoc signed =
                unitOfWork.inTenant(
                        tenant,
                        actor,
                        () -> {
                            store.lock();
                            DecisionDoc doc = require(id);
                            orConflict(doc.state() == State.DRAFT && doc.version() == version);
                            Plan plan = plan(tenant, actor, doc, signature);
                            plan.remarks().refuseIfFaulty();
                            refuseUnconfirmed(plan.remarks().warnings(), confirmed);
                            apply(actor, plan, version, signature);
                            return require(id);
                        });
        LOG.info(
                "signed tenant='{}' decision='{}' kind='{}' persons='{}' warnings='{}'",
                tenant.value(),
                id,
                signed.draft().kind(),
                signed.persons(),
                signed.warnings().size());
        return signed;
    }

    @Override
    public Optional<DecisionDoc> decision(TenantId tenant, Actor actor, long id) {
        // Without its annex a decision names nobody but officials: no record.
        return unitOfWork.inTenant(tenant, actor, () -> store.byId(id));
    }

    @Override
    public List<DecisionDoc> find(
            TenantId tenant, Actor actor, Query query, long afterId, int limit) {
        page(limit);
        return unitOfWork.inTenant(tenant, actor, () -> store.find(query, afterId, limit));
    }

    @Override
    public List<AnnexRow> annex(TenantId tenant, Actor actor, long id, long afterId, int limit) {
        page(limit);
        OpenGrounds grounds = new OpenGrounds(activeLaw, Tenants.code(localities, tenant), actor);
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    require(id);
                    List<AnnexRow> rows = store.annex(id, afterId, limit);
                    audit.record("decision.annex", SUBJECT, id, count(rows.size()));
                    return rows.stream().map(grounds::shown).toList();
                });
    }

    private Draft checked(TenantId tenant, Actor actor, Draft draft) {
        Remarks remarks = new Remarks();
        Draft whole = whole(draft);
        checkDraft(tenant, whole, remarks);
        for (Effect effect : whole.effects()) {
            if (effect.personId() > 0
                    && register.person(tenant, actor, effect.personId()).isEmpty()) {
                remarks.fault(effect.row(), "personId", "Không có người này trong địa phương.");
            }
        }
        remarks.refuseIfFaulty();
        return whole;
    }

    /** REVOKE and REPEAL without an annex concern everybody of their target. */
    private Draft whole(Draft draft) {
        boolean everybody =
                (draft.kind() == DecisionKind.REVOKE || draft.kind() == DecisionKind.REPEAL)
                        && draft.effects().isEmpty();
        if (!everybody) {
            return draft;
        }
        List<Effect> effects = new ArrayList<>();
        store.effects(draft.targetDecisionId()).stream()
                .map(Effect::personId)
                .filter(person -> person > 0)
                .distinct()
                .forEach(person -> effects.add(Effect.on(effects.size() + 1, person, null, null)));
        return new Draft(
                draft.kind(),
                draft.authority(),
                draft.about(),
                draft.targetDecisionId(),
                draft.effectiveOn(),
                effects);
    }

    private void checkDraft(TenantId tenant, Draft draft, Remarks remarks) {
        DecisionDoc target = target(draft);
        List<Effect> targets = target == null ? List.of() : store.effects(target.id());
        PolicySnapshot law = needsLaw(draft, target) ? law(tenant) : null;
        new DraftCheck(draft, target, targets, law, remarks).run();
    }

    private DecisionDoc target(Draft draft) {
        return draft.targetDecisionId() == 0
                ? null
                : store.byId(draft.targetDecisionId()).orElse(null);
    }

    private static boolean needsLaw(Draft draft, DecisionDoc target) {
        DecisionKind kind =
                draft.kind() == DecisionKind.CORRECT_TEXT && target != null
                        ? target.draft().kind()
                        : draft.kind();
        return kind == DecisionKind.GRANT || kind == DecisionKind.ADJUST;
    }

    private PolicySnapshot law(TenantId tenant) {
        return activeLaw.require(Tenants.code(localities, tenant)).snapshot();
    }

    private Plan plan(TenantId tenant, Actor actor, DecisionDoc doc, Signature signature) {
        List<Effect> effects = store.effects(doc.id());
        Draft d = doc.draft();
        Draft draft =
                new Draft(
                        d.kind(),
                        d.authority(),
                        d.about(),
                        d.targetDecisionId(),
                        d.effectiveOn(),
                        effects);
        DecisionDoc target = target(draft);
        Remarks remarks = new Remarks();
        checkDraft(tenant, draft, remarks);
        SigningCheck signing = new SigningCheck(signature, clock.today(), remarks);
        signing.signature(
                draft,
                target,
                signature.signedOn() == null
                        ? List.of()
                        : store.authoritiesOf(signature.number(), signature.signedOn().getYear()));
        if (!remarks.faulty()) {
            compare(tenant, actor, doc, effects, signature.signedOn(), signing, remarks);
        }
        return new Plan(doc, effects, remarks);
    }

    private void compare(
            TenantId tenant,
            Actor actor,
            DecisionDoc doc,
            List<Effect> effects,
            LocalDate signedOn,
            SigningCheck signing,
            Remarks remarks) {
        Draft draft = doc.draft();
        DecisionKind kind = draft.kind();
        boolean lawful = kind == DecisionKind.GRANT || kind == DecisionKind.ADJUST;
        Optional<ActiveLaw.Active> active = activeLaw.of(Tenants.code(localities, tenant));
        PolicySnapshot law =
                lawful ? law(tenant) : active.map(ActiveLaw.Active::snapshot).orElse(null);
        Preview preview = new Preview(store, doc, effects, signedOn, clock.now());
        for (Effect effect : effects) {
            if (effect.personId() == 0) {
                continue;
            }
            Optional<Person> person = register.person(tenant, actor, effect.personId());
            if (person.isEmpty()) {
                remarks.fault(effect.row(), "personId", "Không có người này trong địa phương.");
                continue;
            }
            signing.row(
                    kind,
                    effect,
                    preview.before(effect.personId()).all(),
                    preview.after(effect.personId()).all(),
                    lawful
                            ? PersonLaw.of(
                                    engine, law, facts, tenant, actor, person.get(), signedOn)
                            : null);
            signing.death(effect, person.get().death());
            if (preview.laterSigned(effect.personId())) {
                remarks.warn(
                        effect.row(),
                        "signedOn",
                        "Đã ghi nhận một quyết định ký sau ngày này cho cùng người; quyết định ghi"
                                + " nhận sau sẽ thay thế.");
            }
            signing.reason(effect, law);
        }
    }

    private static void refuseUnconfirmed(List<Warning> warnings, Set<String> confirmed) {
        List<Fault> missing =
                warnings.stream()
                        .filter(warning -> !confirmed.contains(warning.key()))
                        .map(w -> new Fault(w.row(), w.field(), w.sentence()))
                        .toList();
        if (!missing.isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Có "
                            + missing.size()
                            + " điểm khác với đề xuất theo luật; người ký phải xác nhận từng điểm.",
                    missing,
                    null);
        }
    }

    private void apply(Actor actor, Plan plan, int version, Signature signature) {
        long id = plan.doc().id();
        Instant now = clock.now();
        List<Long> persons =
                plan.effects().stream()
                        .map(Effect::personId)
                        .filter(person -> person > 0)
                        .distinct()
                        .toList();
        Map<Long, Replay> before = ledger.replay(persons, now);
        store.addWarnings(id, plan.remarks().warnings(), actor.login(), now);
        orConflict(store.sign(id, version, signature, now));
        Map<Long, Replay> after = ledger.replay(persons, now);
        ledger.settle(after, now);
        YearMonth past = YearMonth.from(clock.today());
        List<PastChange> changes = new ArrayList<>();
        for (long person : persons) {
            changes.addAll(
                    Ledger.pastChanges(
                            id, person, before.get(person).all(), after.get(person).all(), past));
        }
        store.addPastChanges(changes, now);
        String detail = "decision='" + id + "' kind='" + plan.doc().draft().kind() + "'";
        audit.recordAll(
                persons.stream()
                        .map(p -> new Audit.Entry("entitlement.change", "beneficiary", p, detail))
                        .toList());
        audit.record("decision.sign", SUBJECT, id, count(persons.size()));
    }

    private DecisionDoc require(long id) {
        return store.byId(id)
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.NOT_FOUND, "Không có quyết định số " + id + "."));
    }

    private static void orConflict(boolean done) {
        if (!done) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Quyết định không còn là dự thảo hoặc vừa được sửa ở nơi khác; hãy tải lại.");
        }
    }

    private static void page(int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT, "Mỗi trang có từ 1 đến " + LARGEST_PAGE + " dòng.");
        }
    }

    private static String count(int count) {
        return "count='" + count + "'";
    }
}
