package vn.ansinh.beneficiary.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.beneficiary.port.Persons;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** The register over stored persons; every call is one unit of work with its audit record. */
public final class AuditedRegister implements Register {

    /** Largest page, so that one call cannot pull a whole register into memory. */
    static final int LARGEST_PAGE = 500;

    private static final int KEYS_PER_RECORD = 100;
    private static final String SUBJECT = "beneficiary";

    private final Persons persons;
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;

    public AuditedRegister(Persons persons, UnitOfWork unitOfWork, Audit audit, CivilClock clock) {
        this.persons = persons;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<Person> person(TenantId tenant, Actor actor, long personId) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    Optional<Person> found = persons.byId(personId);
                    audit.record("person.read", SUBJECT, personId, found.isEmpty() ? "none" : "");
                    return found.map(AuditedRegister::withoutRestricted);
                });
    }

    @Override
    public List<Person> page(TenantId tenant, Actor actor, long afterId, int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT, "Mỗi trang có từ 1 đến " + LARGEST_PAGE + " người.");
        }
        return readMany(tenant, actor, "person.page", () -> persons.page(afterId, limit)).stream()
                .map(AuditedRegister::withoutRestricted)
                .toList();
    }

    @Override
    public long count(TenantId tenant, Actor actor) {
        // A number of people is no personal data: no record.
        return unitOfWork.inTenant(tenant, actor, persons::count);
    }

    @Override
    public Map<String, Person> holdersOf(
            TenantId tenant, Actor actor, Collection<String> personalIds) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    Map<String, Person> found = persons.byPersonalIds(personalIds);
                    recordMany("person.match", found.values());
                    return found;
                });
    }

    @Override
    public List<Person> withoutPersonalId(
            TenantId tenant, Actor actor, Collection<String> foldedNames) {
        return readMany(
                tenant, actor, "person.match", () -> persons.withoutPersonalId(foldedNames));
    }

    @Override
    public List<Long> add(TenantId tenant, Actor actor, List<Person> added) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    checkFacts(added);
                    List<Long> keys = persons.add(added, clock.now());
                    recordKeys("person.add", keys);
                    return keys;
                });
    }

    @Override
    public void addFacts(TenantId tenant, Actor actor, long personId, List<Fact> facts) {
        unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    List<Fault> faults = Faults.ofFacts(facts);
                    if (!faults.isEmpty()) {
                        throw Faults.invalid(faults);
                    }
                    // A merged person's facts belong to its survivor.
                    persons.addFacts(require(personId).id(), facts, clock.now());
                    audit.record("person.facts", SUBJECT, personId, "facts='" + facts.size() + "'");
                    return null;
                });
    }

    @Override
    public void recordDeath(TenantId tenant, Actor actor, long personId, LocalDate death) {
        unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    Person person = require(personId);
                    if (death.equals(person.death())) {
                        return null;
                    }
                    if (person.death() != null) {
                        throw new AnsinhException(
                                ErrorCode.CONFLICT,
                                "Người này đã được ghi mất ngày "
                                        + person.death()
                                        + "; muốn sửa phải có giấy chứng tử.");
                    }
                    persons.recordDeath(person.id(), death, clock.now());
                    audit.record("person.death", SUBJECT, person.id(), "");
                    return null;
                });
    }

    private Person require(long personId) {
        return persons.byId(personId).orElseThrow(() -> Faults.noPerson(personId));
    }

    private static void checkFacts(List<Person> added) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < added.size(); i++) {
            int row = i + 1;
            Faults.ofFacts(added.get(i).facts())
                    .forEach(f -> faults.add(new Fault(row, "facts." + f.field(), f.sentence())));
        }
        if (!faults.isEmpty()) {
            throw Faults.invalid(faults);
        }
    }

    /** Restricted facts show in the restricted file only ({@code FactRecords}). */
    private static Person withoutRestricted(Person person) {
        if (person.facts().stream().noneMatch(Faults::restricted)) {
            return person;
        }
        return new Person(
                person.id(),
                person.fullName(),
                person.sex(),
                person.birthText(),
                person.earliestBirth(),
                person.latestBirth(),
                person.personalId(),
                person.unitCode(),
                person.death(),
                person.facts().stream().filter(fact -> !Faults.restricted(fact)).toList());
    }

    private List<Person> readMany(
            TenantId tenant, Actor actor, String action, Supplier<List<Person>> read) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    List<Person> found = read.get();
                    recordMany(action, found);
                    return found;
                });
    }

    private void recordMany(String action, Collection<Person> found) {
        recordKeys(action, found.stream().map(Person::id).sorted().toList());
    }

    /** Every person of a list stands in the trail, a hundred keys a record. */
    private void recordKeys(String action, List<Long> keys) {
        List<Audit.Entry> entries = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += KEYS_PER_RECORD) {
            List<Long> some = keys.subList(from, Math.min(from + KEYS_PER_RECORD, keys.size()));
            String ids = some.stream().map(String::valueOf).collect(Collectors.joining(","));
            entries.add(new Audit.Entry(action, SUBJECT, some.get(0), "ids='" + ids + "'"));
        }
        audit.recordAll(entries);
    }
}
