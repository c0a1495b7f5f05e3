package vn.ansinh.beneficiary.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import vn.ansinh.beneficiary.api.Birth;
import vn.ansinh.beneficiary.api.Death;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.FactRow;
import vn.ansinh.beneficiary.api.FactRow.Source;
import vn.ansinh.beneficiary.api.Merges.Merge;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.api.PersonFile;
import vn.ansinh.beneficiary.api.PersonName;
import vn.ansinh.beneficiary.api.PersonalId;
import vn.ansinh.beneficiary.api.Residence;
import vn.ansinh.beneficiary.api.Traits;
import vn.ansinh.beneficiary.port.FactRows;
import vn.ansinh.beneficiary.port.PersonFiles;
import vn.ansinh.beneficiary.port.Persons;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** The ports of people and facts in memory, one tenant, with a clock that can be set. */
final class MemoryRegister
        implements Persons, PersonFiles, FactRows, UnitOfWork, Audit, CivilClock {

    static final TenantId TENANT = new TenantId(1);
    static final Actor OFFICER = new Actor("can-bo", "");

    final List<String> trail = new ArrayList<>();
    final List<String> pasts = new ArrayList<>();
    Instant now = Instant.parse("2026-03-10T05:00:00Z");

    private final Map<Long, Row> rows = new LinkedHashMap<>();
    private final List<Merge> merges = new ArrayList<>();
    private long keys;

    final MemoryHouseholds households = new MemoryHouseholds();
    final MemoryReviews reviews = new MemoryReviews();
    final BeneficiaryModule module =
            new BeneficiaryModule(this, this, this, households, reviews, this, this, this);

    private static final class Row {
        private long version;
        private Traits traits;
        private String unit;
        private Death death;
        private Long into;
        private final List<PersonalId> numbers = new ArrayList<>();
        private final List<Residence> residences = new ArrayList<>();
        private final List<FactRow> facts = new ArrayList<>();
    }

    @Override
    public List<Long> add(List<Person> persons, Instant at) {
        List<Long> added = new ArrayList<>();
        for (Person person : persons) {
            Row row = new Row();
            row.traits =
                    new Traits(
                            PersonName.split(person.fullName()),
                            person.sex(),
                            new Birth(
                                    person.birthText(),
                                    person.earliestBirth(),
                                    person.latestBirth()),
                            "",
                            "",
                            "");
            row.unit = person.unitCode();
            row.residences.add(new Residence(person.unitCode(), "", null, null, ""));
            long key = ++keys;
            rows.put(key, row);
            if (!person.personalId().isEmpty()) {
                addNumber(
                        key,
                        new PersonalId(
                                0,
                                PersonalId.Kind.PERSONAL,
                                person.personalId(),
                                person.earliestBirth(),
                                null,
                                "",
                                ""),
                        at);
            }
            addFacts(key, person.facts(), at);
            added.add(key);
        }
        return added;
    }

    @Override
    public void addFacts(long personId, List<Fact> facts, Instant at) {
        facts.forEach(fact -> add(personId, fact, Source.PAPER, 0, 0, at));
    }

    @Override
    public void recordDeath(long personId, LocalDate death, Instant at) {
        rows.get(personId).death = new Death(death, null, today(), "");
    }

    @Override
    public Optional<Person> byId(long id) {
        return file(id).map(
                        file ->
                                file.mergedInto() == null
                                        ? person(file)
                                        : byId(file.mergedInto()).orElseThrow());
    }

    private static Person person(PersonFile file) {
        Birth birth = file.traits().birth();
        return new Person(
                file.id(),
                file.traits().name().full(),
                file.traits().sex(),
                birth.text(),
                birth.earliest(),
                birth.latest(),
                "",
                file.unitCode(),
                file.death() == null ? null : file.death().on(),
                file.facts().stream().map(FactRow::fact).toList());
    }

    @Override
    public Map<String, Person> byPersonalIds(Collection<String> personalIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Person> withoutPersonalId(Collection<String> foldedNames) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Person> page(long afterId, int limit) {
        return rows.keySet().stream()
                .filter(key -> rows.get(key).into == null)
                .map(key -> person(file(key).orElseThrow()))
                .toList();
    }

    @Override
    public long count() {
        return rows.size();
    }

    @Override
    public Optional<PersonFile> file(long id) {
        return Optional.ofNullable(rows.get(id))
                .map(
                        row ->
                                new PersonFile(
                                        id,
                                        row.version,
                                        row.traits,
                                        row.unit,
                                        row.numbers,
                                        row.residences,
                                        row.death,
                                        row.facts.stream()
                                                .filter(f -> f.supersededAt() == null)
                                                .toList(),
                                        row.into,
                                        rows.keySet().stream()
                                                .filter(k -> Objects.equals(rows.get(k).into, id))
                                                .toList()));
    }

    @Override
    public boolean touch(long personId, long version) {
        Row row = rows.get(personId);
        if (row == null || version >= 0 && version != row.version) {
            return false;
        }
        row.version++;
        return true;
    }

    @Override
    public void describe(long personId, Traits traits) {
        rows.get(personId).traits = traits;
    }

    @Override
    public void correct(long personId, Traits traits, String paper, String reason, Instant at) {
        pasts.add(personId + " " + rows.get(personId).traits.birth().text() + " " + paper);
        describe(personId, traits);
    }

    @Override
    public void setDeath(long personId, Death death, String paper, String reason, Instant at) {
        rows.get(personId).death = death;
    }

    @Override
    public Optional<Long> holder(String personalId) {
        return rows.keySet().stream()
                .filter(
                        key ->
                                rows.get(key).numbers.stream()
                                        .anyMatch(
                                                n ->
                                                        n.number().equals(personalId)
                                                                && n.to() == null))
                .findFirst();
    }

    @Override
    public void addNumber(long personId, PersonalId n, Instant at) {
        rows.get(personId)
                .numbers
                .add(
                        new PersonalId(
                                ++keys,
                                n.kind(),
                                n.number(),
                                n.from(),
                                n.to(),
                                n.paper(),
                                n.reason()));
    }

    @Override
    public void endNumber(long personId, long numberId, LocalDate last, Instant at) {
        rows.get(personId)
                .numbers
                .replaceAll(
                        n ->
                                n.id() == numberId
                                        ? new PersonalId(
                                                n.id(),
                                                n.kind(),
                                                n.number(),
                                                n.from(),
                                                last,
                                                n.paper(),
                                                n.reason())
                                        : n);
    }

    @Override
    public void move(long personId, Residence residence, Instant at) {
        Row row = rows.get(personId);
        row.residences.replaceAll(
                r ->
                        r.to() == null
                                ? new Residence(
                                        r.unitCode(),
                                        r.outside(),
                                        r.from(),
                                        residence.from().minusDays(1),
                                        r.paper())
                                : r);
        row.residences.add(residence);
        row.unit = residence.outside().isEmpty() ? residence.unitCode() : row.unit;
    }

    @Override
    public void settle(long personId, Residence residence) {
        rows.get(personId).residences.set(0, residence);
    }

    @Override
    public long merge(long personId, long survivorId, String paper, String reason, Instant at) {
        rows.get(personId).into = survivorId;
        merges.add(new Merge(++keys, personId, survivorId, paper, reason, at, Optional.empty()));
        return keys;
    }

    @Override
    public void unmerge(Merge merge, String paper, String reason, Instant at) {
        rows.get(merge.personId()).into = null;
        merges.replaceAll(
                m ->
                        m.id() == merge.id()
                                ? new Merge(
                                        m.id(),
                                        m.personId(),
                                        m.survivorId(),
                                        m.paper(),
                                        m.reason(),
                                        m.mergedAt(),
                                        Optional.of(at))
                                : m);
    }

    @Override
    public List<Merge> merges(long personId) {
        return merges.stream()
                .filter(m -> m.personId() == personId || m.survivorId() == personId)
                .toList();
    }

    @Override
    public List<FactRow> all(long personId) {
        return List.copyOf(rows.get(personId).facts);
    }

    @Override
    public long add(
            long personId, Fact fact, Source source, long sourceId, long replaces, Instant at) {
        rows.get(personId).facts.add(new FactRow(++keys, fact, at, null, source, sourceId));
        return keys;
    }

    @Override
    public boolean supersede(long personId, long factId, Instant at) {
        List<FactRow> facts = rows.get(personId).facts;
        boolean there = facts.stream().anyMatch(f -> f.id() == factId && f.supersededAt() == null);
        facts.replaceAll(
                f ->
                        f.id() == factId && f.supersededAt() == null
                                ? new FactRow(
                                        f.id(),
                                        f.fact(),
                                        f.recordedAt(),
                                        at,
                                        f.source(),
                                        f.sourceId())
                                : f);
        return there;
    }

    @Override
    public <T> T inTenant(TenantId tenant, Actor actor, Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T> T common(Actor actor, Supplier<T> work) {
        return work.get();
    }

    @Override
    public void record(String action, String subjectKind, long subjectId, String detail) {
        trail.add(action + " " + subjectId + (detail.isEmpty() ? "" : " " + detail));
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
}
