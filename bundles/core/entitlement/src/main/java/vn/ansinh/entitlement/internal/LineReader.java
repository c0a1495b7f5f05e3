package vn.ansinh.entitlement.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.ansinh.activation.api.ActiveLaw.Active;
import vn.ansinh.beneficiary.api.Birth;
import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.api.PersonalIds;
import vn.ansinh.entitlement.api.Grant;
import vn.ansinh.entitlement.internal.CsvFile.Row;
import vn.ansinh.entitlement.port.Decisions.Key;
import vn.ansinh.entitlement.port.Decisions.NewDecision;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LocalityProfile;

/** Understands a row against the locality's units and the grounds of its active law. */
final class LineReader {

    private final Active law;
    private final LocalDate today;
    private final Findings findings;
    private final Map<String, LocalityProfile.Unit> units;
    private final Map<String, Ground> grounds;

    LineReader(Active law, LocalDate today, Findings findings) {
        this.law = law;
        this.today = today;
        this.findings = findings;
        units =
                law.profile().units().stream()
                        .collect(Collectors.toMap(LocalityProfile.Unit::code, unit -> unit));
        grounds =
                law.snapshot().grounds().stream()
                        .collect(Collectors.toMap(Ground::code, ground -> ground));
    }

    /** The row, or empty when a part without which it cannot be judged is missing or wrong. */
    Optional<Line> read(Row row) {
        Fields fields = new Fields(row, findings);
        String name = fields.required(Columns.FULL_NAME, Names::tidy);
        String sex = fields.required(Columns.SEX, text -> Values.code(text, Values.SEX));
        Birth birth = fields.required(Columns.BIRTH, Birth::parse);
        String unit = fields.required(Columns.UNIT_CODE, this::unit);
        LocalDate death = fields.optional(Columns.DEATH, this::past);
        String number = fields.required(Columns.DECISION_NUMBER, Names::tidy);
        String authority = fields.required(Columns.DECISION_AUTHORITY, Names::tidy);
        LocalDate signedOn = fields.required(Columns.SIGNED_ON, this::past);
        Ground ground = fields.required(Columns.GROUND, this::ground);
        Integer coefficient = fields.required(Columns.COEFFICIENT, Values::coefficientHundredths);
        YearMonth first = fields.required(Columns.FIRST_MONTH, Values::month);
        YearMonth last = fields.optional(Columns.LAST_MONTH, Values::month);
        String personalId = fields.optional(Columns.PERSONAL_ID, this::personalId);
        Component component = fields.optional(Columns.COMPONENT, this::component);
        Payee payee = Payee.of(fields, name);
        FactReader facts = new FactReader(fields, signedOn, first, number);
        if (fields.faulty()) {
            return Optional.empty();
        }
        Person person =
                new Person(
                        0,
                        name,
                        sex,
                        birth.text(),
                        birth.earliest(),
                        birth.latest(),
                        personalId == null ? "" : personalId,
                        unit,
                        death,
                        facts.facts());
        Grant grant =
                new Grant(
                        0,
                        0,
                        number,
                        signedOn,
                        0,
                        ground.code(),
                        ground.component(),
                        coefficient,
                        first,
                        last,
                        payee.channel(),
                        payee.name(),
                        payee.relation(),
                        payee.bank(),
                        payee.account());
        verify(fields, person, birth, grant, component);
        warnOfPerson(row.line(), person, birth);
        warnOfMonths(row.line(), person, grant, facts.certificateOn());
        return Optional.of(
                new Line(
                        row.line(),
                        person,
                        new NewDecision(new Key(number, signedOn), authority, "GRANT"),
                        grant));
    }

    private void verify(
            Fields fields, Person person, Birth birth, Grant grant, Component component) {
        if (component != null && component != grant.component()) {
            fields.fault(
                    Columns.COMPONENT,
                    "Nhóm hưởng "
                            + grant.groundCode()
                            + " thuộc khoản "
                            + grant.component()
                            + ", không phải "
                            + component
                            + ".");
        }
        if (grant.toMonth() != null && grant.toMonth().isBefore(grant.fromMonth())) {
            fields.fault(Columns.LAST_MONTH, "Tháng cuối trước tháng đầu.");
        }
        if (birth.earliest().isAfter(grant.signedOn())) {
            fields.fault(Columns.BIRTH, "Ngày sinh sau ngày ký quyết định.");
        }
        if (person.death() != null && person.death().isBefore(birth.earliest())) {
            fields.fault(Columns.DEATH, "Ngày mất trước ngày sinh.");
        }
    }

    private void warnOfPerson(int row, Person person, Birth birth) {
        if (person.personalId().isEmpty()) {
            findings.warn(row, Columns.PERSONAL_ID, "Chưa có số định danh cá nhân; cần bổ sung.");
        } else {
            PersonalIds.warnings(person.personalId(), person.sex(), birth)
                    .forEach(text -> findings.warn(row, Columns.PERSONAL_ID, text));
        }
    }

    private void warnOfMonths(int row, Person person, Grant grant, LocalDate certificateOn) {
        if (!law.snapshot().exists(grant.groundCode(), grant.fromMonth(), grant.signedOn())) {
            findings.warn(
                    row,
                    Columns.GROUND,
                    "Theo luật biết ngày ký, nhóm hưởng "
                            + grant.groundCode()
                            + " không có trong tháng "
                            + vietnamese(grant.fromMonth())
                            + ".");
        }
        Optional<YearMonth> lawful =
                FirstMonth.of(
                        law.snapshot(),
                        grant.groundCode(),
                        grant.signedOn(),
                        person.earliestBirth(),
                        certificateOn);
        if (lawful.isEmpty()) {
            findings.warn(
                    row,
                    Columns.DISABILITY_CERTIFICATE_ON,
                    "Tháng hưởng đầu tiên theo ngày cấp giấy xác nhận khuyết tật, mà tệp chưa ghi ngày"
                            + " này; cần bổ sung.");
        } else if (!lawful.get().equals(grant.fromMonth())) {
            findings.warn(
                    row,
                    Columns.FIRST_MONTH,
                    "Quyết định ghi hưởng từ "
                            + vietnamese(grant.fromMonth())
                            + "; theo luật của ngày ký là "
                            + vietnamese(lawful.get())
                            + ". Vẫn chi theo quyết định.");
        }
    }

    private String unit(String code) {
        if (!units.containsKey(code)) {
            throw new IllegalArgumentException(
                    "Không có đơn vị mã «" + code + "» thuộc " + law.profile().name() + ".");
        }
        return code;
    }

    private Ground ground(String code) {
        Ground ground = grounds.get(code);
        if (ground == null) {
            throw new IllegalArgumentException(
                    "Nhóm hưởng «"
                            + code
                            + "» không có trong bộ chính sách của "
                            + law.profile().name()
                            + ".");
        }
        return ground;
    }

    private Component component(String text) {
        for (Component component : Component.everyMonth()) {
            if (component.name().equalsIgnoreCase(text)) {
                return component;
            }
        }
        throw new IllegalArgumentException(
                "«" + text + "» không phải khoản hưởng; hãy ghi MONTHLY, CARE hoặc để trống.");
    }

    private String personalId(String text) {
        if (!PersonalIds.wellFormed(text)) {
            throw new IllegalArgumentException(
                    "Số định danh cá nhân phải có đúng 12 chữ số; chưa có thì để trống.");
        }
        return text;
    }

    private LocalDate past(String text) {
        LocalDate day = Values.day(text);
        if (day.isAfter(today)) {
            throw new IllegalArgumentException(
                    "Ngày " + text + " chưa tới (hôm nay " + today + ").");
        }
        return day;
    }

    static String vietnamese(YearMonth month) {
        return "tháng " + month.getMonthValue() + "/" + month.getYear();
    }
}
