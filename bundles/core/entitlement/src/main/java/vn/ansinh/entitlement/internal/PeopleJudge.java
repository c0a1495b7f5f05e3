package vn.ansinh.entitlement.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.beneficiary.api.Birth;
import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.api.PersonalIds;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.entitlement.port.Staging.StagedRow;
import vn.ansinh.locality.api.LocalityProfile;

/** People without decisions. */
final class PeopleJudge extends Judge {

    private final ImportService.Scope scope;
    private final Register register;
    private final Set<String> units;

    PeopleJudge(ImportService.Scope scope, Register register) {
        this.scope = scope;
        this.register = register;
        this.units =
                scope.law().profile().units().stream()
                        .map(LocalityProfile.Unit::code)
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    void look(List<StagedRow> rows, Findings findings) {
        Map<Integer, Person> people = people(rows, findings);
        Map<String, Person> stored = stored(people);
        Map<String, Integer> first = new HashMap<>();
        people.forEach(
                (number, person) -> {
                    Integer before = first.putIfAbsent(Line.identity(person), number);
                    if (before != null) {
                        findings.fault(number, "", "Lặp lại người ở dòng " + before + " của tệp.");
                    }
                    Person there = stored.get(Line.identity(person));
                    if (there != null) {
                        beside(number, person, there, findings);
                    }
                });
    }

    private static void beside(int number, Person person, Person there, Findings findings) {
        if (Names.same(person.fullName(), there.fullName())
                && person.birthText().equals(there.birthText())) {
            findings.warn(number, "", "Người này đã có trong hệ thống; dòng này không đổi gì.");
        } else {
            findings.fault(
                    number,
                    "",
                    "Hệ thống đã có người mang số định danh này với họ tên hoặc ngày sinh khác; hãy"
                            + " xác minh.");
        }
    }

    private Map<Integer, Person> people(List<StagedRow> rows, Findings findings) {
        Map<Integer, Person> people = new java.util.LinkedHashMap<>();
        for (StagedRow row : rows) {
            Fields fields = new Fields(new CsvFile.Row(row.number(), row.fields()), findings);
            String name = fields.required(Columns.FULL_NAME, Names::tidy);
            String sex = fields.optional(Columns.SEX, text -> Values.code(text, Values.SEX));
            Birth birth = fields.required(Columns.BIRTH, Birth::parse);
            String unit = fields.required(Columns.UNIT_CODE, this::unit);
            if (fields.faulty()) {
                continue;
            }
            if (birth.earliest().isAfter(scope.today())) {
                fields.fault(Columns.BIRTH, "Ngày sinh chưa tới.");
                continue;
            }
            String number = row.fields().getOrDefault(Columns.PERSONAL_ID, "");
            if (number.isEmpty()) {
                findings.warn(
                        row.number(),
                        Columns.PERSONAL_ID,
                        "Chưa có số định danh cá nhân; cần bổ sung.");
            } else if (PersonalIds.wellFormed(number)) {
                PersonalIds.warnings(number, sex == null ? "" : sex, birth)
                        .forEach(text -> findings.warn(row.number(), Columns.PERSONAL_ID, text));
            }
            people.put(
                    row.number(),
                    new Person(
                            0,
                            name,
                            sex == null ? "" : sex,
                            birth.text(),
                            birth.earliest(),
                            birth.latest(),
                            number,
                            unit,
                            null,
                            List.of()));
        }
        return people;
    }

    private String unit(String code) {
        if (!units.contains(code)) {
            throw new IllegalArgumentException(
                    "Không có đơn vị «"
                            + code
                            + "» thuộc "
                            + scope.law().profile().name()
                            + "; hãy khai nghĩa của tên này.");
        }
        return code;
    }

    private Map<String, Person> stored(Map<Integer, Person> people) {
        Set<String> numbers = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Person person : people.values()) {
            if (person.personalId().isEmpty()) {
                names.add(Names.fold(person.fullName()));
            } else {
                numbers.add(person.personalId());
            }
        }
        Map<String, Person> stored = new HashMap<>();
        if (!numbers.isEmpty()) {
            stored.putAll(register.holdersOf(scope.tenant(), scope.actor(), numbers));
        }
        if (!names.isEmpty()) {
            register.withoutPersonalId(scope.tenant(), scope.actor(), names)
                    .forEach(person -> stored.put(Line.identity(person), person));
        }
        return stored;
    }

    @Override
    void take(List<StagedRow> rows) {
        Findings findings = new Findings();
        Map<Integer, Person> people = people(rows, findings);
        findings.refuseIfAny(scope.fileName());
        Map<String, Person> stored = stored(people);
        List<Person> added = new ArrayList<>();
        for (Person person : people.values()) {
            if (!stored.containsKey(Line.identity(person))) {
                added.add(person);
            }
        }
        register.add(scope.tenant(), scope.actor(), added);
    }
}
