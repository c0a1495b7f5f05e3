package vn.ansinh.rest.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.ansinh.beneficiary.api.Birth;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.FactRow;
import vn.ansinh.beneficiary.api.FactRow.Source;
import vn.ansinh.beneficiary.api.Households;
import vn.ansinh.beneficiary.api.Households.Household;
import vn.ansinh.beneficiary.api.PersonFile;
import vn.ansinh.beneficiary.api.PersonName;
import vn.ansinh.beneficiary.api.PersonalId;
import vn.ansinh.beneficiary.api.Residence;
import vn.ansinh.beneficiary.api.ReviewCases.ReviewCase;
import vn.ansinh.beneficiary.api.ReviewCases.SubjectKind;
import vn.ansinh.beneficiary.api.Traits;

/** What the register answers in tests: DỮ LIỆU GIẢ LẬP. Person 12 was merged into person 11. */
final class RegisterAnswers {
    static final FactRow FACT =
            new FactRow(
                    5,
                    new Fact(
                            "pension.dong",
                            "0",
                            LocalDate.of(2025, 1, 1),
                            null,
                            LocalDate.of(2025, 1, 5),
                            "GIẢ LẬP 2"),
                    Instant.parse("2025-01-05T01:00:00Z"),
                    null,
                    Source.PAPER,
                    0);

    private RegisterAnswers() {}

    static void put(Map<String, Function<Object[], Object>> answers) {
        PersonFile file =
                new PersonFile(
                        11,
                        3,
                        new Traits(
                                PersonName.split("Nguyễn Thị Giả Lập"),
                                "FEMALE",
                                Birth.parse("1948"),
                                "Kinh",
                                "",
                                ""),
                        "thon-1",
                        List.of(
                                new PersonalId(
                                        1,
                                        PersonalId.Kind.PERSONAL,
                                        "001148000011",
                                        LocalDate.of(1948, 1, 1),
                                        null,
                                        "",
                                        "")),
                        List.of(new Residence("thon-1", "", null, null, "")),
                        null,
                        List.of(FACT),
                        null,
                        List.of(12L));
        Household household =
                new Household(
                        21,
                        4,
                        Households.Kind.POVERTY,
                        "thon-1",
                        LocalDate.of(2025, 1, 1),
                        null,
                        List.of(),
                        List.of());
        answers.put(
                "PersonChanges.file",
                a -> a[2].equals(11L) || a[2].equals(12L) ? Optional.of(file) : Optional.empty());
        answers.put("PersonChanges.add", a -> List.of(31L));
        for (String nothing :
                List.of(
                        "PersonChanges.correct",
                        "PersonChanges.addNumber",
                        "PersonChanges.move",
                        "PersonChanges.die",
                        "Merges.unmerge",
                        "Households.join",
                        "Households.leave",
                        "Households.newHead",
                        "Households.merge",
                        "Households.move",
                        "Households.recognise",
                        "ReviewCases.close")) {
            answers.put(nothing, a -> null);
        }
        answers.put("Merges.merge", a -> 9L);
        answers.put("Merges.of", a -> List.of());
        answers.put("FactRecords.list", a -> List.of(FACT));
        answers.put("FactRecords.restricted", a -> List.of());
        answers.put("FactRecords.add", a -> List.of(41L));
        answers.put("FactRecords.correct", a -> 42L);
        answers.put("FactRecords.end", a -> 43L);
        answers.put("Households.form", a -> 21L);
        answers.put("Households.split", a -> 22L);
        answers.put("Households.ofPerson", a -> List.of(household));
        answers.put(
                "Households.household",
                a -> a[2].equals(21L) ? Optional.of(household) : Optional.empty());
        answers.put(
                "ReviewCases.page",
                a ->
                        List.of(
                                new ReviewCase(
                                        7,
                                        "MERGE",
                                        SubjectKind.PERSON,
                                        11,
                                        "Xem lại.",
                                        LocalDate.of(2026, 4, 1),
                                        "OPEN",
                                        Instant.parse("2026-03-01T01:00:00Z"),
                                        "")));
        answers.put("OnceOnly.answer", a -> ((Supplier<?>) a[5]).get());
    }
}
