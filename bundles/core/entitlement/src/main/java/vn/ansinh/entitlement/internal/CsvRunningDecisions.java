package vn.ansinh.entitlement.internal;

import java.io.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.entitlement.api.Grant;
import vn.ansinh.entitlement.api.RunningDecisions;
import vn.ansinh.entitlement.internal.Import.PersonPlan;
import vn.ansinh.entitlement.port.Decisions;
import vn.ansinh.entitlement.port.Decisions.Key;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** Running decisions from CSV: read, compare, and only then write, all in one unit of work. */
public final class CsvRunningDecisions implements RunningDecisions {

    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.entitlement");
    private static final int LARGEST_PAGE = 500;

    private final Decisions decisions;
    private final Register register;
    private final ActiveLaw activeLaw;
    private final Localities localities;
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;

    public CsvRunningDecisions(
            Decisions decisions,
            Register register,
            ActiveLaw activeLaw,
            Localities localities,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock) {
        this.decisions = decisions;
        this.register = register;
        this.activeLaw = activeLaw;
        this.localities = localities;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public ImportResult importCsv(TenantId tenant, Actor actor, String source, Reader csv) {
        ActiveLaw.Active law = activeLaw.require(codeOf(tenant));
        Findings findings = new Findings();
        List<CsvFile.Row> rows = CsvFile.read(source, csv, findings);
        findings.refuseIfAny(source);
        LineReader reader = new LineReader(law, clock.today(), findings);
        List<Line> lines = new ArrayList<>(rows.size());
        rows.forEach(row -> reader.read(row).ifPresent(lines::add));
        ImportResult result =
                unitOfWork.inTenant(
                        tenant,
                        actor,
                        () -> compareAndWrite(tenant, actor, source, lines, findings));
        LOG.info(
                "imported tenant='{}' rows='{}' persons='{}' decisions='{}' grants='{}' unchanged='{}'"
                        + " warnings='{}'",
                tenant.value(),
                result.rows(),
                result.personsAdded(),
                result.decisionsAdded(),
                result.grantsAdded(),
                result.unchanged(),
                result.warnings().size());
        return result;
    }

    /** Puts rows beside what is stored and writes what is new; inside the caller's unit of work. */
    ImportResult compareAndWrite(
            TenantId tenant, Actor actor, String source, List<Line> lines, Findings findings) {
        Map<String, Person> persons = storedPersons(tenant, actor, lines);
        List<Long> keys = persons.values().stream().map(Person::id).toList();
        Map<Long, List<Grant>> grants =
                decisions.grantsOf(keys).stream().collect(Collectors.groupingBy(Grant::personId));
        Map<Key, DecisionView> stored =
                decisions.byNumbers(
                        lines.stream()
                                .map(line -> line.decision().key().number())
                                .distinct()
                                .toList());
        Import plan = new Import(findings);
        int unchanged = plan.compare(lines, persons, grants, stored);
        findings.refuseIfAny(source);
        int personsAdded = write(tenant, actor, plan, stored);
        int grantsAdded = plan.persons().stream().mapToInt(p -> p.grants().size()).sum();
        ImportResult result =
                new ImportResult(
                        lines.size(),
                        personsAdded,
                        plan.newDecisions().size(),
                        grantsAdded,
                        unchanged,
                        findings.warnings());
        audit.record(
                "decision.import",
                "tenant",
                tenant.value(),
                "rows='"
                        + lines.size()
                        + "' persons='"
                        + personsAdded
                        + "' grants='"
                        + grantsAdded
                        + "' unchanged='"
                        + unchanged
                        + "'");
        return result;
    }

    /** Stored people of these rows by {@link Line#identity}. */
    Map<String, Person> storedPersons(TenantId tenant, Actor actor, List<Line> lines) {
        List<String> numbers = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Line line : lines) {
            if (line.person().personalId().isEmpty()) {
                names.add(Names.fold(line.person().fullName()));
            } else {
                numbers.add(line.person().personalId());
            }
        }
        Map<String, Person> stored = new HashMap<>();
        if (!numbers.isEmpty()) {
            stored.putAll(register.holdersOf(tenant, actor, numbers.stream().distinct().toList()));
        }
        if (!names.isEmpty()) {
            register.withoutPersonalId(tenant, actor, names.stream().distinct().toList())
                    .forEach(person -> stored.put(Line.identity(person), person));
        }
        return stored;
    }

    private int write(TenantId tenant, Actor actor, Import plan, Map<Key, DecisionView> stored) {
        Instant now = clock.now();
        Map<Key, Long> decisionKeys = new HashMap<>();
        stored.forEach((key, view) -> decisionKeys.put(key, view.id()));
        List<Long> newKeys = decisions.add(plan.newDecisions(), now);
        for (int i = 0; i < newKeys.size(); i++) {
            decisionKeys.put(plan.newDecisions().get(i).key(), newKeys.get(i));
        }
        List<PersonPlan> added = plan.persons().stream().filter(p -> p.stored() == null).toList();
        List<Long> addedKeys =
                register.add(tenant, actor, added.stream().map(PersonPlan::newPerson).toList());
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < added.size(); i++) {
            grants.addAll(grantsOf(added.get(i), addedKeys.get(i), decisionKeys));
        }
        for (PersonPlan person : plan.persons()) {
            if (person.stored() != null) {
                change(tenant, actor, person);
                grants.addAll(grantsOf(person, person.stored().id(), decisionKeys));
            }
        }
        decisions.grant(grants, now);
        audit.recordAll(
                grants.stream()
                        .map(
                                grant ->
                                        new Audit.Entry(
                                                "entitlement.grant",
                                                "beneficiary",
                                                grant.personId(),
                                                "decision='" + grant.decisionId() + "'"))
                        .toList());
        return added.size();
    }

    private void change(TenantId tenant, Actor actor, PersonPlan person) {
        if (!person.facts().isEmpty()) {
            register.addFacts(tenant, actor, person.stored().id(), person.facts());
        }
        if (person.newDeath() != null) {
            register.recordDeath(tenant, actor, person.stored().id(), person.newDeath());
        }
    }

    private static List<Grant> grantsOf(
            PersonPlan person, long personKey, Map<Key, Long> decisionKeys) {
        return person.grants().stream()
                .map(line -> with(line.grant(), decisionKeys.get(line.decision().key()), personKey))
                .toList();
    }

    @Override
    public List<Grant> ofPerson(TenantId tenant, Actor actor, long personId) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    List<Grant> grants = decisions.grantsOf(List.of(personId));
                    audit.record(
                            "entitlement.read",
                            "beneficiary",
                            personId,
                            "count='" + grants.size() + "'");
                    OpenGrounds grounds = new OpenGrounds(activeLaw, codeOf(tenant), actor);
                    return grants.stream().map(grounds::shown).toList();
                });
    }

    @Override
    public List<DecisionView> decisions(TenantId tenant, Actor actor, long afterId, int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Mỗi trang có từ 1 đến " + LARGEST_PAGE + " quyết định.");
        }
        // A decision without its annex names nobody: no record.
        return unitOfWork.inTenant(tenant, actor, () -> decisions.page(afterId, limit));
    }

    String codeOf(TenantId tenant) {
        return localities.all().stream()
                .filter(locality -> locality.id().equals(tenant))
                .map(Localities.TenantInfo::code)
                .findFirst()
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.NOT_FOUND,
                                        "Không có địa phương số " + tenant.value() + "."));
    }

    private static Grant with(Grant g, long decisionId, long personId) {
        return new Grant(
                0,
                decisionId,
                g.decisionNumber(),
                g.signedOn(),
                personId,
                g.groundCode(),
                g.component(),
                g.coefficientHundredths(),
                g.fromMonth(),
                g.toMonth(),
                g.channel(),
                g.payeeName(),
                g.payeeRelation(),
                g.bank(),
                g.account());
    }
}
