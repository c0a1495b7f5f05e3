package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.ansinh.beneficiary.api.Death;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.FactRow;
import vn.ansinh.beneficiary.api.PersonFile;
import vn.ansinh.beneficiary.api.PersonalId;
import vn.ansinh.beneficiary.api.Residence;
import vn.ansinh.beneficiary.api.Traits;

/**
 * A person's file as officers read it, without restricted facts.
 *
 * @param askedId key that was asked for; another than {@code id} when it was merged into this one
 */
@Schema(
        description =
                "Hồ sơ đối tượng; askedId khác id khi hồ sơ được hỏi đã hợp nhất vào hồ sơ này")
record PersonView(
        long id,
        long askedId,
        @Schema(description = "Phiên bản; gửi lại trong If-Match khi sửa") long version,
        String fullName,
        String family,
        String middle,
        String given,
        boolean nameWhole,
        String sex,
        String birthText,
        LocalDate earliestBirth,
        LocalDate latestBirth,
        String ethnicity,
        String phone,
        String address,
        String personalId,
        List<PersonalId> numbers,
        String unitCode,
        List<Residence> residences,
        @Schema(nullable = true) LocalDate death,
        @Schema(nullable = true) Death deathRecord,
        List<FactView> facts,
        List<Long> mergedFrom) {

    static PersonView of(PersonFile file, long askedId) {
        Traits traits = file.traits();
        return new PersonView(
                file.id(),
                askedId,
                file.version(),
                traits.name().full(),
                traits.name().family(),
                traits.name().middle(),
                traits.name().given(),
                traits.name().whole(),
                traits.sex(),
                traits.birth().text(),
                traits.birth().earliest(),
                traits.birth().latest(),
                traits.ethnicity(),
                traits.phone(),
                traits.address(),
                file.numbers().stream()
                        .filter(n -> n.kind() == PersonalId.Kind.PERSONAL && n.to() == null)
                        .map(PersonalId::number)
                        .findFirst()
                        .orElse(""),
                file.numbers(),
                file.unitCode(),
                file.residences(),
                file.death() == null ? null : file.death().on(),
                file.death(),
                file.facts().stream().map(FactView::of).toList(),
                file.mergedFrom());
    }

    /** A fact with its two time axes. */
    record FactView(
            long id,
            String kind,
            String value,
            LocalDate from,
            @Schema(nullable = true) LocalDate to,
            LocalDate knownSince,
            String paper,
            FactRow.Source source,
            Instant recordedAt,
            @Schema(nullable = true) Instant supersededAt) {

        static FactView of(FactRow row) {
            Fact fact = row.fact();
            return new FactView(
                    row.id(),
                    fact.kind(),
                    fact.value(),
                    fact.from(),
                    fact.to(),
                    fact.knownSince(),
                    fact.paper(),
                    row.source(),
                    row.recordedAt(),
                    row.supersededAt());
        }
    }
}
