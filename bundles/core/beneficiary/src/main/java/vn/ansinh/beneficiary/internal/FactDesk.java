package vn.ansinh.beneficiary.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.beneficiary.api.Birth;
import vn.ansinh.beneficiary.api.Change;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.FactRecords;
import vn.ansinh.beneficiary.api.FactRow;
import vn.ansinh.beneficiary.api.FactRow.Source;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.api.PersonFile;
import vn.ansinh.beneficiary.api.PersonalId;
import vn.ansinh.beneficiary.port.FactRows;
import vn.ansinh.beneficiary.port.PersonFiles;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;

/** Facts over stored rows. */
final class FactDesk implements FactRecords {

    private final Desk desk;
    private final PersonFiles files;
    private final FactRows rows;

    FactDesk(Desk desk, PersonFiles files, FactRows rows) {
        this.desk = desk;
        this.files = files;
        this.rows = rows;
    }

    @Override
    public List<FactRow> list(
            TenantId tenant, Actor actor, long personId, LocalDate on, LocalDate knownOn) {
        return desk.in(
                tenant,
                actor,
                () -> {
                    long id = desk.survivor(desk.require(personId)).id();
                    desk.record("person.facts.read", Desk.PERSON, id, "");
                    return known(id, knownOn).stream()
                            .filter(row -> !Faults.restricted(row.fact()))
                            .filter(row -> on == null || trueOn(row.fact(), on))
                            .toList();
                });
    }

    @Override
    public List<FactRow> restricted(TenantId tenant, Actor actor, long personId) {
        if (actor.purpose().isBlank()) {
            throw new AnsinhException(
                    ErrorCode.FORBIDDEN, "Phải nêu mục đích khi mở căn cứ được bảo mật.");
        }
        return desk.in(
                tenant,
                actor,
                () -> {
                    long id = desk.survivor(desk.require(personId)).id();
                    desk.record("person.restricted.read", Desk.PERSON, id, "");
                    return known(id, null).stream()
                            .filter(row -> Faults.restricted(row.fact()))
                            .toList();
                });
    }

    /**
     * What was known at the end of a day: the authority had learned of it and the register had not
     * yet said otherwise.
     */
    private List<FactRow> known(long personId, LocalDate day) {
        return rows.all(personId).stream()
                .filter(
                        row ->
                                day == null
                                        ? row.supersededAt() == null
                                        : !row.fact().knownSince().isAfter(day)
                                                && (row.supersededAt() == null
                                                        || desk.dayOf(row.supersededAt())
                                                                .isAfter(day)))
                .toList();
    }

    private static boolean trueOn(Fact fact, LocalDate day) {
        return !fact.from().isAfter(day) && (fact.to() == null || !fact.to().isBefore(day));
    }

    @Override
    public List<Long> add(TenantId tenant, Actor actor, Change change, List<Fact> facts) {
        return desk.in(
                tenant,
                actor,
                () -> {
                    Faults.checkFacts(facts, desk.today());
                    PersonFile file = desk.claim(change);
                    Instant now = desk.now();
                    List<Long> keys = new ArrayList<>();
                    facts.forEach(
                            fact -> keys.add(rows.add(file.id(), fact, Source.PAPER, 0, 0, now)));
                    desk.record(
                            "person.facts", Desk.PERSON, file.id(), "facts='" + keys.size() + "'");
                    return keys;
                });
    }

    @Override
    public long correct(TenantId tenant, Actor actor, Change change, long factId, Fact right) {
        return desk.in(
                tenant,
                actor,
                () -> {
                    Faults.needPaper(change);
                    Fact known = knownToday(right, right.to(), right.paper());
                    Faults.checkFacts(List.of(known), desk.today());
                    FactRow old = claim(change, factId);
                    if (!old.fact().kind().equals(right.kind())) {
                        throw Faults.invalid(
                                "kind", "Sửa căn cứ không đổi được loại; hãy thêm căn cứ khác.");
                    }
                    return replace(change, old, known, "person.fact.correct");
                });
    }

    @Override
    public long end(TenantId tenant, Actor actor, Change change, long factId, LocalDate last) {
        return desk.in(
                tenant,
                actor,
                () -> {
                    FactRow old = claim(change, factId);
                    if (last.isBefore(old.fact().from())) {
                        throw Faults.invalid("last", "Ngày cuối của căn cứ trước ngày đầu.");
                    }
                    String paper = change.paper().isEmpty() ? old.fact().paper() : change.paper();
                    return replace(
                            change, old, knownToday(old.fact(), last, paper), "person.fact.end");
                });
    }

    private FactRow claim(Change change, long factId) {
        PersonFile file = desk.claim(change);
        return file.facts().stream()
                .filter(row -> row.id() == factId)
                .findFirst()
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.NOT_FOUND,
                                        "Người này không có căn cứ số "
                                                + factId
                                                + " đang ghi nhận; có thể đã được sửa."));
    }

    /** The register learns it today: what was said before stays what was known before. */
    private Fact knownToday(Fact fact, LocalDate to, String paper) {
        return new Fact(fact.kind(), fact.value(), fact.from(), to, desk.today(), paper);
    }

    private long replace(Change change, FactRow old, Fact fact, String action) {
        Instant now = desk.now();
        if (!rows.supersede(change.id(), old.id(), now)) {
            throw Faults.stale();
        }
        long key = rows.add(change.id(), fact, Source.PAPER, 0, old.id(), now);
        desk.record(action, Desk.PERSON, change.id(), "fact='" + key + "'");
        return key;
    }

    @Override
    public Optional<Person> forAssessment(
            TenantId tenant, Actor actor, long personId, LocalDate knownOn) {
        return desk.in(
                tenant,
                actor,
                () -> {
                    Optional<PersonFile> found = files.file(personId).map(desk::survivor);
                    desk.record(
                            "person.assess",
                            Desk.PERSON,
                            found.map(PersonFile::id).orElse(personId),
                            found.isEmpty() ? "none" : "");
                    return found.map(file -> person(file, knownOn));
                });
    }

    private Person person(PersonFile file, LocalDate knownOn) {
        Birth birth = file.traits().birth();
        boolean deathKnown = file.death() != null && !file.death().knownOn().isAfter(knownOn);
        return new Person(
                file.id(),
                file.traits().name().full(),
                file.traits().sex(),
                birth.text(),
                birth.earliest(),
                birth.latest(),
                file.numbers().stream()
                        .filter(n -> n.kind() == PersonalId.Kind.PERSONAL && n.to() == null)
                        .map(PersonalId::number)
                        .findFirst()
                        .orElse(""),
                file.unitCode(),
                deathKnown ? file.death().on() : null,
                known(file.id(), knownOn).stream().map(FactRow::fact).toList());
    }
}
