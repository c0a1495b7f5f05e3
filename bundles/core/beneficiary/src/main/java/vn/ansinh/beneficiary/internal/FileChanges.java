package vn.ansinh.beneficiary.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.beneficiary.api.Change;
import vn.ansinh.beneficiary.api.Death;
import vn.ansinh.beneficiary.api.NewPerson;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.api.PersonChanges;
import vn.ansinh.beneficiary.api.PersonFile;
import vn.ansinh.beneficiary.api.PersonalId;
import vn.ansinh.beneficiary.api.PersonalId.Kind;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.beneficiary.api.Residence;
import vn.ansinh.beneficiary.api.ReviewCases.SubjectKind;
import vn.ansinh.beneficiary.api.Traits;
import vn.ansinh.beneficiary.port.PersonFiles;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.TenantId;

/** Files of people over stored rows. */
final class FileChanges implements PersonChanges {

    private final Desk desk;
    private final Register register;
    private final PersonFiles files;

    FileChanges(Desk desk, Register register, PersonFiles files) {
        this.desk = desk;
        this.register = register;
        this.files = files;
    }

    @Override
    public List<Long> add(TenantId tenant, Actor actor, List<NewPerson> people) {
        return desk.in(
                tenant,
                actor,
                () -> {
                    check(people);
                    List<Long> keys =
                            register.add(
                                    tenant,
                                    actor,
                                    people.stream().map(FileChanges::person).toList());
                    for (int i = 0; i < keys.size(); i++) {
                        complete(keys.get(i), people.get(i));
                    }
                    return keys;
                });
    }

    private void check(List<NewPerson> people) {
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < people.size(); i++) {
            int row = i + 1;
            NewPerson person = people.get(i);
            String number = personalId(person);
            boolean provisional =
                    person.numbers().stream().anyMatch(n -> n.kind() == Kind.PROVISIONAL);
            if (number.isEmpty() && !provisional) {
                faults.add(
                        new Fault(
                                row,
                                "numbers",
                                "Thiếu số định danh cá nhân; nếu chưa có, ghi định danh tạm với"
                                        + " lý do và thời hạn."));
            }
            if (!number.isEmpty() && (!seen.add(number) || files.holder(number).isPresent())) {
                faults.add(
                        new Fault(
                                row, "numbers", "Số định danh cá nhân này đã có người khác giữ."));
            }
            if (person.residence().unitCode().isEmpty()) {
                faults.add(new Fault(row, "residence", "Người mới phải có đơn vị cư trú."));
            }
            if (person.traits().birth().earliest().isAfter(desk.today())) {
                faults.add(new Fault(row, "birth", "Ngày sinh sau hôm nay."));
            }
            Faults.ofFacts(person.facts())
                    .forEach(f -> faults.add(new Fault(row, "facts." + f.field(), f.sentence())));
        }
        if (!faults.isEmpty()) {
            throw Faults.invalid(faults);
        }
    }

    private static String personalId(NewPerson person) {
        return person.numbers().stream()
                .filter(n -> n.kind() == Kind.PERSONAL && n.to() == null)
                .map(PersonalId::number)
                .findFirst()
                .orElse("");
    }

    private static Person person(NewPerson added) {
        Traits traits = added.traits();
        return new Person(
                0,
                traits.name().full(),
                traits.sex(),
                traits.birth().text(),
                traits.birth().earliest(),
                traits.birth().latest(),
                personalId(added),
                added.residence().unitCode(),
                null,
                added.facts());
    }

    private void complete(long key, NewPerson person) {
        files.describe(key, person.traits());
        files.settle(key, person.residence());
        String stored = personalId(person);
        person.numbers().stream()
                .filter(n -> n.kind() != Kind.PERSONAL || !n.number().equals(stored))
                .forEach(n -> store(key, n));
    }

    @Override
    public Optional<PersonFile> file(TenantId tenant, Actor actor, long personId) {
        return desk.in(
                tenant,
                actor,
                () -> {
                    Optional<PersonFile> found =
                            files.file(personId)
                                    .map(desk::survivor)
                                    .map(
                                            file ->
                                                    file.withFacts(
                                                            file.facts().stream()
                                                                    .filter(
                                                                            row ->
                                                                                    !Faults
                                                                                            .restricted(
                                                                                                    row
                                                                                                            .fact()))
                                                                    .toList()));
                    desk.record(
                            "person.read",
                            Desk.PERSON,
                            found.map(PersonFile::id).orElse(personId),
                            found.map(f -> f.id() == personId ? "" : "merged='" + personId + "'")
                                    .orElse("none"));
                    return found;
                });
    }

    @Override
    public void correct(TenantId tenant, Actor actor, Change change, Traits traits) {
        desk.run(
                tenant,
                actor,
                () -> {
                    Faults.needPaper(change);
                    PersonFile file = desk.claim(change);
                    files.correct(file.id(), traits, change.paper(), change.reason(), desk.now());
                    desk.record("person.correct", Desk.PERSON, file.id(), "");
                    if (!traits.birth().equals(file.traits().birth())
                            || !traits.sex().equals(file.traits().sex())) {
                        desk.review(
                                "TRAITS_CORRECTED",
                                SubjectKind.PERSON,
                                file.id(),
                                "Ngày sinh hoặc giới tính đã sửa: xét lại mức hưởng, truy lĩnh"
                                        + " hoặc thu hồi.");
                    }
                });
    }

    @Override
    public void addNumber(TenantId tenant, Actor actor, Change change, PersonalId number) {
        desk.run(
                tenant,
                actor,
                () -> {
                    PersonFile file = desk.claim(change);
                    if (number.kind() == Kind.PERSONAL && number.to() == null) {
                        replaceNumber(file, number);
                    }
                    store(file.id(), number);
                    desk.record(
                            "person.number",
                            Desk.PERSON,
                            file.id(),
                            "kind='" + number.kind() + "'");
                });
    }

    /** A provisional identity is looked at again when its term is over. */
    private void store(long personId, PersonalId number) {
        files.addNumber(personId, number, desk.now());
        if (number.kind() == Kind.PROVISIONAL) {
            desk.review(
                    "PROVISIONAL_ID",
                    SubjectKind.PERSON,
                    personId,
                    "Định danh tạm hết hạn: bổ sung số định danh cá nhân hoặc gia hạn.",
                    number.to());
        }
    }

    private void replaceNumber(PersonFile file, PersonalId number) {
        files.holder(number.number())
                .ifPresent(
                        holder -> {
                            throw Faults.conflict(
                                    "Số định danh cá nhân này đang thuộc hồ sơ số "
                                            + holder
                                            + "; nếu là một người, hãy hợp nhất hai hồ sơ.");
                        });
        for (PersonalId before : file.numbers()) {
            if (before.kind() == Kind.PERSONAL && before.to() == null) {
                if (!number.from().isAfter(before.from())) {
                    throw Faults.invalid(
                            "from",
                            "Số mới phải có hiệu lực sau ngày "
                                    + before.from()
                                    + " của số đang dùng.");
                }
                files.endNumber(file.id(), before.id(), number.from().minusDays(1), desk.now());
            } else if (before.kind() == Kind.PROVISIONAL && before.to().isAfter(desk.today())) {
                LocalDate last = before.from().isAfter(desk.today()) ? before.from() : desk.today();
                files.endNumber(file.id(), before.id(), last, desk.now());
            }
        }
    }

    @Override
    public void move(TenantId tenant, Actor actor, Change change, Residence residence) {
        desk.run(
                tenant,
                actor,
                () -> {
                    PersonFile file = desk.claim(change);
                    if (residence.from() == null || residence.to() != null) {
                        throw Faults.invalid(
                                "from", "Chuyển nơi cư trú cần ngày đầu, chưa có ngày cuối.");
                    }
                    Residence now =
                            file.residences().stream()
                                    .filter(r -> r.to() == null)
                                    .findFirst()
                                    .orElse(null);
                    if (now != null
                            && now.from() != null
                            && !residence.from().isAfter(now.from())) {
                        throw Faults.invalid(
                                "from", "Ngày chuyển phải sau ngày " + now.from() + " đến nơi cũ.");
                    }
                    files.move(file.id(), residence, desk.now());
                    desk.record("person.move", Desk.PERSON, file.id(), "");
                    boolean wasInside = now == null || now.outside().isEmpty();
                    boolean isInside = residence.outside().isEmpty();
                    if (wasInside != isInside) {
                        desk.review(
                                isInside ? "MOVED_IN" : "MOVED_OUT",
                                SubjectKind.PERSON,
                                file.id(),
                                isInside
                                        ? "Chuyển đến địa phương: kiểm tra hồ sơ và chế độ nơi cũ."
                                        : "Chuyển khỏi địa phương: xem xét chuyển hồ sơ, dừng chi"
                                                + " trả.");
                    }
                });
    }

    @Override
    public void die(TenantId tenant, Actor actor, Change change, Death death) {
        desk.run(
                tenant,
                actor,
                () -> {
                    PersonFile file = desk.claim(change);
                    if (file.death() != null || death == null) {
                        Faults.needPaper(change);
                    }
                    if (death == null && file.death() == null) {
                        throw Faults.conflict("Hồ sơ này chưa ghi khai tử.");
                    }
                    if (death != null
                            && (death.on().isAfter(desk.today())
                                    || death.knownOn().isAfter(desk.today())
                                    || death.on().isBefore(file.traits().birth().earliest()))) {
                        throw Faults.invalid(
                                "on", "Ngày mất nằm giữa ngày sinh và hôm nay; hãy xem lại.");
                    }
                    files.setDeath(file.id(), death, change.paper(), change.reason(), desk.now());
                    desk.record(
                            death == null ? "person.death.undo" : "person.death",
                            Desk.PERSON,
                            file.id(),
                            "");
                    desk.review(
                            "DEATH",
                            SubjectKind.PERSON,
                            file.id(),
                            file.death() == null
                                    ? "Đã ghi khai tử: dừng hưởng, xem xét mai táng phí và thu hồi."
                                    : "Khai tử đã sửa: xem lại tháng dừng hưởng và khoản đã chi.");
                });
    }
}
