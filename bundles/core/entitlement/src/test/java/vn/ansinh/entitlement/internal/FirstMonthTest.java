package vn.ansinh.entitlement.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** Cases NC10, NC14, NC24 and NC30 of the national cases; clauses as named there. */
class FirstMonthTest {

    private final TestLaw law = new TestLaw();

    /** NC10, NĐ 20/2021 Điều 5.5.c, 8.1.đ: from the month of 80, not of the signature. */
    @Test
    void olderPersonFromTheMonthOfEighty() {
        assertThat(first("5.5.c", "2023-06-05", "1943-04-10", null)).isEqualTo("2023-04");
    }

    /** National.md 0.7: with the year only, an age that gives money is reached on 1 January. */
    @Test
    void theYearOnlyGivesFromJanuary() {
        assertThat(first("5.5.c", "2023-06-05", "1943-01-01", null)).isEqualTo("2023-01");
    }

    /**
     * NC14, NĐ 20/2021 Điều 8.1.đ: the certificate counts; care support waits for the signature.
     */
    @Test
    void disabilityFromTheCertificateCareFromTheSignature() {
        assertThat(first("5.6", "2023-04-10", "1988-01-01", "2023-02-20")).isEqualTo("2023-02");
        assertThat(first("CARE.20.2.c", "2023-04-10", "1988-01-01", "2023-02-20"))
                .isEqualTo("2023-04");
    }

    /** NC24, NĐ 176/2025 Điều 4. */
    @Test
    void socialPensionFromTheSignature() {
        assertThat(first("HTXH.75", "2025-08-08", "1950-05-10", null)).isEqualTo("2025-08");
    }

    /** NC30, NĐ 335/2026 Điều 8.2: from 5/10/2026 the certificate no longer counts. */
    @Test
    void disabilityFromTheSignatureSinceOctober2026() {
        assertThat(first("5.6", "2026-11-06", "1990-09-09", "2026-10-12")).isEqualTo("2026-11");
        assertThat(first("5.6", "2026-10-05", "1990-09-09", "2026-09-12")).isEqualTo("2026-10");
        assertThat(first("5.6", "2026-10-02", "1990-09-09", "2026-09-12")).isEqualTo("2026-09");
    }

    @Test
    void withoutTheCertificateItCannotBeTold() {
        LocalDate signed = LocalDate.of(2023, 4, 10);
        assertThat(FirstMonth.of(law, "5.6", signed, LocalDate.of(1988, 1, 1), null)).isEmpty();
    }

    private String first(String ground, String signed, String birth, String certificate) {
        return FirstMonth.of(
                        law,
                        ground,
                        LocalDate.parse(signed),
                        LocalDate.parse(birth),
                        certificate == null ? null : LocalDate.parse(certificate))
                .map(YearMonth::toString)
                .orElseThrow();
    }
}
