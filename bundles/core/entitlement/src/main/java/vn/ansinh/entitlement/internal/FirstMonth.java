package vn.ansinh.entitlement.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.ParameterRow;

/**
 * The first month a decision pays for (tháng hưởng đầu tiên), by the law known on the day it was
 * signed: NĐ 20/2021 Điều 8.1.đ, NĐ 176/2025 Điều 4, from 5/10/2026 NĐ 335/2026 Điều 8.2 and 31.
 * The rule of a ground is the row {@code firstMonth.GROUND}: {@code signature} (the default),
 * {@code certificate} (of the disability) or {@code age} (the month of the birthday {@code
 * age.GROUND.lower}).
 */
final class FirstMonth {

    static final String SIGNATURE = "signature";
    static final String CERTIFICATE = "certificate";
    static final String AGE = "age";

    private FirstMonth() {}

    /**
     * The month the law of the time gives.
     *
     * @param earliestBirth first day the record allows: the age gives money (national.md 0.7)
     * @param certificateOn day of the disability certificate, or null
     * @return empty when the certificate it rests on is not known
     */
    static Optional<YearMonth> of(
            PolicySnapshot law,
            String ground,
            LocalDate signedOn,
            LocalDate earliestBirth,
            LocalDate certificateOn) {
        YearMonth signed = YearMonth.from(signedOn);
        ParameterRow row = law.row("firstMonth." + ground, signed, signedOn);
        String rule = row == null ? SIGNATURE : row.value();
        return switch (rule) {
            case SIGNATURE -> Optional.of(signed);
            case CERTIFICATE -> Optional.ofNullable(certificateOn).map(YearMonth::from);
            case AGE -> Optional.of(birthday(law, ground, signed, signedOn, earliestBirth));
            default ->
                    throw new IllegalStateException(
                            "row firstMonth." + ground + " has the unknown value " + rule);
        };
    }

    private static YearMonth birthday(
            PolicySnapshot law, String ground, YearMonth month, LocalDate on, LocalDate birth) {
        String key = "age." + ground + ".lower";
        ParameterRow row = law.row(key, month, on);
        if (row == null) {
            throw new IllegalStateException("firstMonth." + ground + " is age, but no row " + key);
        }
        return YearMonth.from(birth.plusYears(Integer.parseInt(row.value())));
    }
}
