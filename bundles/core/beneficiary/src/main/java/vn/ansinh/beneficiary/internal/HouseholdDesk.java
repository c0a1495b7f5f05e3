package vn.ansinh.beneficiary.internal;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.beneficiary.api.Change;
import vn.ansinh.beneficiary.api.Households;
import vn.ansinh.beneficiary.api.PersonFile;
import vn.ansinh.beneficiary.api.Residence;
import vn.ansinh.beneficiary.api.ReviewCases.SubjectKind;
import vn.ansinh.beneficiary.port.HouseholdRows;
import vn.ansinh.beneficiary.port.PersonFiles;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/** Households over stored rows. */
final class HouseholdDesk implements Households {

    private final Desk desk;
    private final HouseholdRows rows;
    private final PersonFiles files;
    private final Recognising recognising;

    HouseholdDesk(Desk desk, HouseholdRows rows, PersonFiles files, Recognising recognising) {
        this.desk = desk;
        this.rows = rows;
        this.files = files;
        this.recognising = recognising;
    }

    @Override
    public long form(TenantId tenant, Actor actor, NewHousehold added) {
        return desk.in(
                tenant,
                actor,
                () -> {
                    if (added.unitCode() == null || added.unitCode().isBlank()) {
                        throw Faults.invalid("unitCode", "Thiếu đơn vị của hộ.");
                    }
                    long heads =
                            added.members().stream().filter(m -> HEAD.equals(m.relation())).count();
                    if (heads != 1) {
                        throw Faults.invalid("members", "Hộ phải có đúng một chủ hộ (HEAD).");
                    }
                    Set<Long> people = new HashSet<>();
                    if (!added.members().stream().allMatch(m -> people.add(m.personId()))) {
                        throw Faults.invalid("members", "Một người ghi hai lần trong hộ.");
                    }
                    long id = rows.form(added.kind(), added.unitCode(), added.from(), desk.now());
                    Household formed = require(id);
                    added.members()
                            .forEach(
                                    m ->
                                            enter(
                                                    formed,
                                                    m.personId(),
                                                    m.relation(),
                                                    added.from(),
                                                    added.paper()));
                    event(id, "FORMED", added.from(), 0, new Change(id, 0, added.paper(), ""));
                    return id;
                });
    }

    @Override
    public Optional<Household> household(TenantId tenant, Actor actor, long id) {
        return desk.in(
                tenant,
                actor,
                () -> {
                    Optional<Household> found = rows.household(id);
                    desk.record(
                            "household.read", Desk.HOUSEHOLD, id, found.isEmpty() ? "none" : "");
                    return found;
                });
    }

    @Override
    public List<Household> ofPerson(TenantId tenant, Actor actor, long personId) {
        return desk.in(
                tenant,
                actor,
                () -> {
                    desk.require(personId);
                    desk.record("person.households.read", Desk.PERSON, personId, "");
                    return rows.ofPerson(personId).stream().map(this::require).toList();
                });
    }

    @Override
    public void join(TenantId tenant, Actor actor, Change change, Joining joining) {
        desk.run(
                tenant,
                actor,
                () -> {
                    Household household = claim(change);
                    if (HEAD.equals(joining.relation())) {
                        throw Faults.invalid(
                                "relation", "Hộ đã có chủ hộ; muốn thay, hãy đổi chủ hộ.");
                    }
                    enter(
                            household,
                            joining.personId(),
                            joining.relation(),
                            joining.from(),
                            change.paper());
                    event(household.id(), "JOINED", joining.from(), 0, change);
                    review(household.id(), "JOINED", "Hộ có thêm người");
                });
    }

    @Override
    public void leave(TenantId tenant, Actor actor, Change change, long personId, LocalDate last) {
        desk.run(
                tenant,
                actor,
                () -> {
                    Household household = claim(change);
                    exit(household, personId, last, change);
                    event(household.id(), "LEFT", last, 0, change);
                    review(household.id(), "LEFT", "Hộ bớt người");
                });
    }

    @Override
    public void newHead(
            TenantId tenant, Actor actor, Change change, long personId, LocalDate from) {
        desk.run(
                tenant,
                actor,
                () -> {
                    Household household = claim(change);
                    Membership next = open(household, personId);
                    Membership head = head(household);
                    if (next.personId() == head.personId()) {
                        throw Faults.conflict("Người này đang là chủ hộ.");
                    }
                    after(head.from(), from);
                    after(next.from(), from);
                    for (Membership member : List.of(head, next)) {
                        rows.leave(
                                household.id(),
                                member.personId(),
                                from.minusDays(1),
                                change.paper(),
                                desk.now());
                    }
                    // What the old head is to the new one is not known by itself.
                    rows.join(
                            household,
                            new Membership(head.personId(), "chủ hộ cũ", from, null),
                            change.paper(),
                            desk.now());
                    rows.join(
                            household,
                            new Membership(personId, HEAD, from, null),
                            change.paper(),
                            desk.now());
                    event(household.id(), "NEW_HEAD", from, 0, change);
                    review(household.id(), "NEW_HEAD", "Hộ đổi chủ hộ");
                });
    }

    @Override
    public long split(
            TenantId tenant,
            Actor actor,
            Change change,
            List<Long> personIds,
            long newHead,
            LocalDate from) {
        return desk.in(
                tenant,
                actor,
                () -> {
                    Household household = claim(change);
                    if (!personIds.contains(newHead)) {
                        throw Faults.invalid(
                                "newHead", "Chủ hộ mới phải là một trong những người tách hộ.");
                    }
                    for (long person : Set.copyOf(personIds)) {
                        exit(household, person, from.minusDays(1), change);
                    }
                    long id = rows.form(household.kind(), household.unitCode(), from, desk.now());
                    Household formed = require(id);
                    for (long person : Set.copyOf(personIds)) {
                        String relation = person == newHead ? HEAD : "người cùng tách hộ";
                        enter(formed, person, relation, from, change.paper());
                    }
                    event(household.id(), "SPLIT", from, id, change);
                    event(id, "FORMED", from, household.id(), change);
                    review(household.id(), "SPLIT", "Hộ đã tách");
                    review(id, "SPLIT", "Hộ mới do tách hộ");
                    return id;
                });
    }

    @Override
    public void merge(
            TenantId tenant, Actor actor, Change change, long intoHousehold, LocalDate from) {
        desk.run(
                tenant,
                actor,
                () -> {
                    if (change.id() == intoHousehold) {
                        throw Faults.invalid("into", "Hai hộ phải khác nhau.");
                    }
                    Household household = claim(change);
                    Household into = claim(new Change(intoHousehold, Change.ANY_VERSION, "", ""));
                    if (household.kind() != into.kind()) {
                        throw Faults.conflict("Chỉ nhập được hai hộ cùng loại.");
                    }
                    for (Membership member : household.members()) {
                        if (member.to() == null) {
                            after(member.from(), from);
                            rows.leave(
                                    household.id(),
                                    member.personId(),
                                    from.minusDays(1),
                                    change.paper(),
                                    desk.now());
                            enter(into, member.personId(), "nhập hộ", from, change.paper());
                        }
                    }
                    rows.place(household.id(), household.unitCode(), from.minusDays(1));
                    event(household.id(), "MERGED", from, into.id(), change);
                    event(into.id(), "JOINED", from, household.id(), change);
                    review(household.id(), "MERGED", "Hộ đã nhập vào hộ số " + into.id());
                    review(into.id(), "MERGED", "Hộ nhận thêm hộ số " + household.id());
                });
    }

    @Override
    public void move(TenantId tenant, Actor actor, Change change, String unitCode, LocalDate from) {
        desk.run(
                tenant,
                actor,
                () -> {
                    Household household = claim(change);
                    if (unitCode == null || unitCode.isBlank()) {
                        throw Faults.invalid("unitCode", "Thiếu đơn vị mới của hộ.");
                    }
                    rows.place(household.id(), unitCode, null);
                    if (household.kind() == Kind.RESIDENCE) {
                        household.members().stream()
                                .filter(m -> m.to() == null)
                                .forEach(m -> movePerson(m.personId(), unitCode, from, change));
                    }
                    event(household.id(), "MOVED", from, 0, change);
                    review(household.id(), "MOVED", "Hộ chuyển đơn vị");
                });
    }

    private void movePerson(long personId, String unitCode, LocalDate from, Change change) {
        PersonFile file = desk.claim(new Change(personId, Change.ANY_VERSION, change.paper(), ""));
        file.residences().stream()
                .filter(r -> r.to() == null && r.from() != null)
                .forEach(r -> after(r.from(), from));
        files.move(personId, new Residence(unitCode, "", from, null, change.paper()), desk.now());
        desk.record("person.move", Desk.PERSON, personId, "");
    }

    @Override
    public void recognise(TenantId tenant, Actor actor, Change change, Recognition recognition) {
        desk.run(
                tenant,
                actor,
                () -> {
                    recognising.recognise(claim(change), recognition);
                    desk.record(
                            "household.recognise",
                            Desk.HOUSEHOLD,
                            change.id(),
                            "standard='" + recognition.standard() + "'");
                });
    }

    private Household claim(Change change) {
        boolean current = rows.touch(change.id(), change.version());
        Household household = require(change.id());
        if (!current) {
            throw Faults.stale();
        }
        if (household.closedOn() != null) {
            throw Faults.conflict("Hộ số " + household.id() + " đã đóng.");
        }
        return household;
    }

    private Household require(long id) {
        return rows.household(id).orElseThrow(() -> Faults.noHousehold(id));
    }

    private void enter(
            Household household, long personId, String relation, LocalDate from, String paper) {
        Objects.requireNonNull(from, "from");
        if (relation == null || relation.isBlank()) {
            throw Faults.invalid("relation", "Thiếu quan hệ với chủ hộ.");
        }
        PersonFile file = desk.require(personId);
        if (file.mergedInto() != null) {
            throw Faults.conflict(
                    "Hồ sơ số " + personId + " đã hợp nhất vào số " + file.mergedInto() + ".");
        }
        for (long id : rows.ofPerson(personId)) {
            Household other = require(id);
            boolean within =
                    other.kind() == household.kind()
                            && other.members().stream()
                                    .filter(m -> m.personId() == personId)
                                    .anyMatch(m -> m.to() == null || !m.to().isBefore(from));
            if (within) {
                throw Faults.conflict(
                        "Hồ sơ số " + personId + " đang thuộc hộ số " + id + " cùng loại.");
            }
        }
        rows.join(household, new Membership(personId, relation, from, null), paper, desk.now());
    }

    private void exit(Household household, long personId, LocalDate last, Change change) {
        Membership member = open(household, personId);
        if (HEAD.equals(member.relation())) {
            throw Faults.conflict("Người này là chủ hộ; hãy đổi chủ hộ trước.");
        }
        after(member.from(), last.plusDays(1));
        rows.leave(household.id(), personId, last, change.paper(), desk.now());
    }

    private static void after(LocalDate before, LocalDate from) {
        if (!from.isAfter(before)) {
            throw Faults.invalid("from", "Ngày thay đổi phải sau ngày " + before + ".");
        }
    }

    private static Membership open(Household household, long personId) {
        return household.members().stream()
                .filter(m -> m.personId() == personId && m.to() == null)
                .findFirst()
                .orElseThrow(
                        () ->
                                Faults.conflict(
                                        "Hồ sơ số "
                                                + personId
                                                + " không đang ở hộ số "
                                                + household.id()
                                                + "."));
    }

    private static Membership head(Household household) {
        return household.members().stream()
                .filter(m -> HEAD.equals(m.relation()) && m.to() == null)
                .findFirst()
                .orElseThrow(
                        () -> Faults.conflict("Hộ số " + household.id() + " không có chủ hộ."));
    }

    private void event(long id, String kind, LocalDate on, long other, Change change) {
        rows.event(id, kind, on, other, change.paper(), change.reason(), desk.now());
        desk.record("household.change", Desk.HOUSEHOLD, id, "kind='" + kind + "'");
    }

    private void review(long id, String kind, String what) {
        desk.review(
                "HOUSEHOLD_" + kind,
                SubjectKind.HOUSEHOLD,
                id,
                what + ": xem xét tình trạng nghèo, người phụng dưỡng và người chăm sóc.");
    }
}
