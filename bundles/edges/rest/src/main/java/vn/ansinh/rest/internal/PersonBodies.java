package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import vn.ansinh.beneficiary.api.Birth;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.NewPerson;
import vn.ansinh.beneficiary.api.PersonName;
import vn.ansinh.beneficiary.api.PersonalId;
import vn.ansinh.beneficiary.api.PersonalId.Kind;
import vn.ansinh.beneficiary.api.Residence;
import vn.ansinh.beneficiary.api.Traits;

/** What callers send about a person; what cannot be is refused with its field. */
final class PersonBodies {
    private PersonBodies() {}

    /** Runs a constructor of the core, whose refusals are sentences for people. */
    static <T> T read(String field, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw Input.refused(field, e.getMessage());
        }
    }

    /** A person to be added. */
    record NewBody(
            TraitsBody traits,
            @Schema(description = "12 chữ số; bỏ trống khi chưa có") String personalId,
            @Schema(description = "Số chứng minh nhân dân 9 chữ số") List<String> cmnd,
            @Schema(description = "Khi chưa có số định danh: lý do và thời hạn")
                    Provisional provisional,
            @Schema(description = "Đơn vị cư trú trong địa phương") String unitCode,
            @Schema(description = "Ở đó từ ngày; bỏ trống khi không ai ghi")
                    LocalDate residentSince,
            String paper,
            List<FactBody> facts) {

        NewPerson person(LocalDate today) {
            Traits read = Input.required("traits", traits).traits();
            List<PersonalId> numbers = new ArrayList<>();
            if (personalId != null && !personalId.isBlank()) {
                // The number never changes and is given with the birth record.
                numbers.add(number(Kind.PERSONAL, personalId, read.birth().earliest(), null, ""));
            }
            for (String alias : cmnd == null ? List.<String>of() : cmnd) {
                numbers.add(number(Kind.CMND, alias, read.birth().earliest(), null, ""));
            }
            if (provisional != null) {
                numbers.add(
                        number(
                                Kind.PROVISIONAL,
                                "",
                                today,
                                Input.required("provisional.until", provisional.until()),
                                provisional.reason()));
            }
            Input.required("unitCode", unitCode);
            return new NewPerson(
                    read,
                    numbers,
                    read("unitCode", () -> new Residence(unitCode, "", residentSince, null, paper)),
                    (facts == null ? List.<FactBody>of() : facts)
                            .stream().map(fact -> fact.fact(today)).toList());
        }

        private PersonalId number(
                Kind kind, String digits, LocalDate from, LocalDate to, String reason) {
            return read("numbers", () -> new PersonalId(0, kind, digits, from, to, paper, reason));
        }
    }

    /** Why there is no number yet, and until when that is accepted. */
    record Provisional(String reason, LocalDate until) {}

    /** Name, birth and so on. */
    record TraitsBody(
            @Schema(example = "Nguyễn Thị Giả Lập") String fullName,
            @Schema(description = "Họ; bỏ trống cả ba phần thì tách theo lệ thường") String family,
            String middle,
            String given,
            @Schema(description = "Tên không có họ, để nguyên không tách") boolean nameWhole,
            @Schema(allowableValues = {"MALE", "FEMALE", ""}) String sex,
            @Schema(description = "yyyy, yyyy-MM hoặc yyyy-MM-dd", example = "1948") String birth,
            String ethnicity,
            String phone,
            String address) {

        Traits traits() {
            Input.required("fullName", fullName);
            Birth born = read("birth", () -> Birth.parse(Input.required("birth", birth)));
            return read("sex", () -> new Traits(name(), sex, born, ethnicity, phone, address));
        }

        private PersonName name() {
            if (nameWhole) {
                return PersonName.whole(fullName);
            }
            return given == null || given.isBlank()
                    ? PersonName.split(fullName)
                    : read(
                            "fullName",
                            () -> new PersonName(fullName, family, middle, given, false));
        }
    }

    /** A fact. */
    record FactBody(
            @Schema(description = "Loại theo docs/reference/facts.md", example = "pension.dong")
                    String kind,
            String value,
            LocalDate from,
            @Schema(description = "Ngày cuối; bỏ trống khi còn đúng") LocalDate to,
            @Schema(description = "Ngày cơ quan biết; mặc định hôm nay") LocalDate knownSince,
            String paper) {

        Fact fact(LocalDate today) {
            return new Fact(
                    Input.required("kind", kind),
                    Input.required("value", value),
                    Input.required("from", from),
                    to,
                    knownSince == null ? today : knownSince,
                    paper);
        }
    }

    /** Paper and reason of a change. */
    record Why(String paper, String reason) {}
}
