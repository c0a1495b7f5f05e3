package vn.ansinh.generator;

import java.util.List;

/** Running decisions as docs/reference/running-decisions.md wants them. */
final class RunningFile {

    static final List<String> COLUMNS =
            List.of(
                    "full_name",
                    "sex",
                    "birth",
                    "personal_id",
                    "unit_code",
                    "death",
                    "decision_number",
                    "decision_authority",
                    "signed_on",
                    "ground",
                    "component",
                    "coefficient",
                    "first_month",
                    "last_month",
                    "channel",
                    "payee_name",
                    "payee_relation",
                    "bank",
                    "account",
                    "poverty_national",
                    "poverty_national_to",
                    "poverty_local",
                    "disability_degree",
                    "disability_certificate_on",
                    "supporter",
                    "pension_dong",
                    "pension_from",
                    "social_pension_requested_on",
                    "social_pension_transferred_on",
                    "care");

    private RunningFile() {}

    /** Whether the person still drew something in the months on the lists or shortly before. */
    static boolean running(Life life, Place place) {
        return life.grants.stream()
                .anyMatch(
                        g -> g.last() == null || !g.last().isBefore(place.month().minusMonths(3)));
    }

    /** A row for each grant; the facts stand on the first. */
    static void write(CsvOut out, Life life) {
        boolean first = true;
        for (Life.Grant grant : life.grants) {
            Life.Payee payee = grant.payee();
            out.row(
                    life.name,
                    life.sexText(),
                    life.birthText(),
                    life.personalId,
                    life.unit.code(),
                    life.death,
                    grant.number(),
                    grant.authority(),
                    grant.signed(),
                    grant.ground(),
                    grant.component(),
                    Truth.coefficient(grant.tenths()),
                    grant.first(),
                    grant.last(),
                    payee.byAccount() ? "ACCOUNT" : "CASH",
                    payee.name(),
                    payee.relation(),
                    payee.bank(),
                    payee.account(),
                    first ? life.poverty : null,
                    first ? life.povertyTo : null,
                    first ? life.povertyLocal : null,
                    first ? life.degree : null,
                    first ? life.certificate : null,
                    first ? life.supporter : null,
                    first ? life.pensionDong : null,
                    first ? life.pensionFrom : null,
                    first ? life.requestedOn : null,
                    first ? life.transferredOn : null,
                    first ? life.care : null);
            first = false;
        }
    }
}
