package vn.ansinh.generator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Every decision of the last years about a person: grant, adjust, suspend, resume, stop. */
final class DecisionFile {

    static final List<String> COLUMNS =
            List.of(
                    "person_key",
                    "kind",
                    "decision_number",
                    "decision_authority",
                    "signed_on",
                    "ground",
                    "component",
                    "coefficient",
                    "from_month",
                    "to_month",
                    "reason");

    private final CsvOut out;
    private final Place place;
    private final Lives lives;

    DecisionFile(CsvOut out, Place place, Lives lives) {
        this.out = out;
        this.place = place;
        this.lives = lives;
    }

    void write(Life life) {
        for (Life.Grant grant : life.grants) {
            boolean adjusted =
                    life.formerCertificate != null && grant.component().equals("MONTHLY");
            if (adjusted) {
                raised(life, grant);
            }
            row(
                    life,
                    adjusted ? "ADJUST" : "GRANT",
                    grant,
                    grant.tenths(),
                    grant.number(),
                    grant.signed(),
                    grant.first(),
                    grant.last(),
                    adjusted ? "mức độ khuyết tật tăng" : "");
            if (life.oncePausedFrom != null) {
                paused(life, grant);
            }
            if (grant.last() != null) {
                ended(life, grant);
            }
        }
    }

    /** Granted first for a severe disability, by the certificate of then. */
    private void raised(Life life, Life.Grant grant) {
        LocalDate signed = Lives.tuesday(YearMonth.from(life.formerCertificate).plusMonths(1));
        row(
                life,
                "GRANT",
                grant,
                // Both degrees lie half a coefficient apart in every band of age.
                grant.tenths() - 5,
                lives.number(signed, 0),
                signed,
                YearMonth.from(life.formerCertificate),
                grant.first().minusMonths(1),
                "");
    }

    private void paused(Life life, Life.Grant grant) {
        LocalDate suspended = Lives.tuesday(life.oncePausedFrom);
        LocalDate resumed = Lives.tuesday(life.oncePausedTo);
        row(
                life,
                "SUSPEND",
                grant,
                grant.tenths(),
                lives.number(suspended, 1),
                suspended,
                life.oncePausedFrom,
                life.oncePausedTo,
                "ba tháng liền không nhận tiền");
        row(
                life,
                "RESUME",
                grant,
                grant.tenths(),
                lives.number(resumed, 2),
                resumed,
                life.oncePausedFrom,
                null,
                "đã đến nhận; được truy lĩnh các tháng tạm dừng");
    }

    private void ended(Life life, Life.Grant grant) {
        boolean suspended = life.suspendedFrom != null;
        YearMonth from = grant.last().plusMonths(1);
        YearMonth known =
                life.deathKnownOn == null ? grant.last() : YearMonth.from(life.deathKnownOn);
        LocalDate signed = Lives.tuesday(known);
        String reason =
                suspended
                        ? "ba tháng liền không nhận tiền"
                        : life.death != null ? "chết" : "không còn thuộc hộ nghèo";
        row(
                life,
                suspended ? "SUSPEND" : "STOP",
                grant,
                grant.tenths(),
                lives.number(signed, suspended ? 1 : 3),
                signed,
                from,
                null,
                reason);
    }

    private void row(
            Life life,
            String kind,
            Life.Grant grant,
            int tenths,
            String number,
            LocalDate signed,
            YearMonth from,
            YearMonth to,
            String reason) {
        out.row(
                life.key,
                kind,
                number,
                place.authorityOn(signed),
                signed,
                grant.ground(),
                grant.component(),
                Truth.coefficient(tenths),
                from,
                to,
                reason);
    }
}
