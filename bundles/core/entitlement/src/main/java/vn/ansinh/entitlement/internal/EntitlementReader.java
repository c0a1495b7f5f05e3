package vn.ansinh.entitlement.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.Assessment.GroundResult;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.api.PolicySnapshot.Due;
import vn.ansinh.beneficiary.api.FactRecords;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.entitlement.api.Effect;
import vn.ansinh.entitlement.api.Entitlements;
import vn.ansinh.entitlement.api.Reason;
import vn.ansinh.entitlement.port.DecisionStore;
import vn.ansinh.locality.api.Citation;
import vn.ansinh.locality.api.Component;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** Replays what somebody gets and sets it beside what the law says. */
final class EntitlementReader implements Entitlements {

    private static final String SUBJECT = "beneficiary";

    private final DecisionStore store;
    private final Register register;
    private final FactRecords facts;
    private final ActiveLaw activeLaw;
    private final Engine engine;
    private final Localities localities;
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;

    EntitlementReader(
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
        this.register = register;
        this.facts = facts;
        this.activeLaw = activeLaw;
        this.engine = engine;
        this.localities = localities;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Entitled> of(TenantId tenant, Actor actor, long personId, Instant knownAt) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    person(tenant, actor, personId);
                    List<Entitled> all = Replay.of(store.known(List.of(personId), knownAt)).all();
                    audit.record(
                            "entitlement.read", SUBJECT, personId, "count='" + all.size() + "'");
                    return all.stream().map(grounds(tenant, actor)::shown).toList();
                });
    }

    @Override
    public List<Proposal> propose(TenantId tenant, Actor actor, long personId, LocalDate signedOn) {
        PolicySnapshot law = activeLaw.require(Tenants.code(localities, tenant)).snapshot();
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    PersonLaw person =
                            PersonLaw.of(
                                    engine,
                                    law,
                                    facts,
                                    tenant,
                                    actor,
                                    person(tenant, actor, personId),
                                    signedOn);
                    List<Entitled> has =
                            Replay.of(store.known(List.of(personId), clock.now())).all();
                    List<Proposal> proposals = compare(person, has, signedOn);
                    audit.record(
                            "entitlement.propose",
                            SUBJECT,
                            personId,
                            "count='" + proposals.size() + "'");
                    if (!actor.opens() && restricted(person, has, proposals)) {
                        proposals = proposals.stream().map(OpenGrounds::bare).toList();
                    }
                    return proposals.stream().map(grounds(tenant, actor)::shown).toList();
                });
    }

    @Override
    public List<PastChange> pastChanges(TenantId tenant, Actor actor, long personId) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    person(tenant, actor, personId);
                    List<PastChange> changes = store.pastChanges(personId);
                    audit.record(
                            "arrears.read", SUBJECT, personId, "count='" + changes.size() + "'");
                    return changes.stream().map(grounds(tenant, actor)::shown).toList();
                });
    }

    private OpenGrounds grounds(TenantId tenant, Actor actor) {
        return new OpenGrounds(activeLaw, Tenants.code(localities, tenant), actor);
    }

    private Person person(TenantId tenant, Actor actor, long personId) {
        return register.person(tenant, actor, personId)
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.NOT_FOUND,
                                        "Không có đối tượng số " + personId + "."));
    }

    private static boolean restricted(
            PersonLaw person, List<Entitled> has, List<Proposal> proposals) {
        return Stream.concat(
                        has.stream().map(Entitled::ground),
                        proposals.stream().map(proposal -> proposal.effect().ground()))
                .anyMatch(person::restricted);
    }

    private static List<Proposal> compare(
            PersonLaw person, List<Entitled> has, LocalDate signedOn) {
        YearMonth month = YearMonth.from(signedOn);
        LocalDate death = person.person().death();
        if (death != null) {
            return stopAfterDeath(person.person().id(), has, YearMonth.from(death).plusMonths(1));
        }
        Assessment assessment = person.assess(month);
        List<Proposal> proposals = new ArrayList<>();
        for (Component component : Component.everyMonth()) {
            Optional<Due> due =
                    assessment.dues().stream()
                            .filter(one -> one.component() == component)
                            .findFirst();
            Optional<Entitled> running =
                    has.stream()
                            .filter(one -> one.component() == component && one.covers(month))
                            .findFirst();
            int row = proposals.size() + 1;
            long id = person.person().id();
            if (due.isPresent() && running.isEmpty()) {
                proposals.add(grant(row, person, due.get(), assessment, month));
            } else if (due.isPresent() && differs(due.get(), running.get())) {
                YearMonth from = firstMonthOf(due.get(), person, running.get(), month);
                Effect effect =
                        Effect.on(row, id, component, from)
                                .with(due.get().groundCode(), due.get().coefficientHundredths());
                proposals.add(proposal(DecisionKind.ADJUST, effect, due.get(), assessment));
            } else if (due.isEmpty() && running.isPresent()) {
                proposals.add(stop(row, person, running.get(), assessment, month));
            }
        }
        return proposals;
    }

    private static List<Proposal> stopAfterDeath(long person, List<Entitled> has, YearMonth from) {
        List<Proposal> proposals = new ArrayList<>();
        for (Component component : Component.everyMonth()) {
            has.stream()
                    .filter(one -> one.component() == component)
                    .filter(one -> one.to() == null || !one.to().isBefore(from))
                    .findFirst()
                    .ifPresent(
                            one ->
                                    proposals.add(
                                            new Proposal(
                                                    DecisionKind.STOP,
                                                    Effect.on(
                                                                    proposals.size() + 1,
                                                                    person,
                                                                    component,
                                                                    from)
                                                            .because(Reason.DEATH),
                                                    0,
                                                    List.of(),
                                                    List.of())));
        }
        return proposals;
    }

    private static boolean differs(Due due, Entitled running) {
        return !due.groundCode().equals(running.ground())
                || due.coefficientHundredths() != running.coefficientHundredths();
    }

    private static Proposal grant(
            int row, PersonLaw person, Due due, Assessment assessment, YearMonth signed) {
        Optional<YearMonth> lawful = person.firstMonth(due.groundCode());
        Effect effect =
                Effect.on(row, person.person().id(), due.component(), lawful.orElse(signed))
                        .with(due.groundCode(), due.coefficientHundredths());
        Proposal proposal = proposal(DecisionKind.GRANT, effect, due, assessment);
        if (lawful.isPresent()) {
            return proposal;
        }
        List<String> warnings = new ArrayList<>(proposal.warnings());
        warnings.add(
                "Tháng hưởng đầu tiên theo ngày cấp giấy xác nhận khuyết tật, mà hồ sơ chưa có ngày"
                        + " này.");
        return new Proposal(
                DecisionKind.GRANT, effect, due.amountDong(), proposal.clauses(), warnings);
    }

    /**
     * An adjustment counts from the month the condition changed: the first month it is due alike.
     */
    private static YearMonth firstMonthOf(
            Due due, PersonLaw person, Entitled running, YearMonth month) {
        YearMonth first = month;
        while (first.isAfter(running.from())
                && person.due(due.component(), first.minusMonths(1))
                        .filter(
                                before ->
                                        before.groundCode().equals(due.groundCode())
                                                && before.coefficientHundredths()
                                                        == due.coefficientHundredths())
                        .isPresent()) {
            first = first.minusMonths(1);
        }
        return first;
    }

    /** A stop counts from the first month nothing is due any more. */
    private static Proposal stop(
            int row, PersonLaw person, Entitled running, Assessment assessment, YearMonth month) {
        YearMonth first = month;
        while (first.isAfter(running.from())
                && person.due(running.component(), first.minusMonths(1)).isEmpty()) {
            first = first.minusMonths(1);
        }
        return new Proposal(
                DecisionKind.STOP,
                Effect.on(row, person.person().id(), running.component(), first)
                        .because(Reason.LOST_GROUND),
                0,
                List.of(),
                assessment.warnings());
    }

    private static Proposal proposal(
            DecisionKind kind, Effect effect, Due due, Assessment assessment) {
        List<String> clauses =
                assessment.grounds().stream()
                        .filter(GroundResult::chosen)
                        .filter(result -> result.groundCode().equals(due.groundCode()))
                        .flatMap(result -> result.offers().stream())
                        .filter(Assessment.Offer::counts)
                        .flatMap(
                                offer ->
                                        List.of(
                                                offer.coefficient().citation(),
                                                offer.rate().citation())
                                                .stream())
                        .map(Citation::vietnamese)
                        .distinct()
                        .toList();
        return new Proposal(
                kind,
                effect.noted(String.join("; ", clauses)),
                due.amountDong(),
                clauses,
                assessment.warnings());
    }
}
