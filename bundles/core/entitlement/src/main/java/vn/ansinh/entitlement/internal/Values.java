package vn.ansinh.entitlement.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.beneficiary.api.Names;

/**
 * Reads single values as officers write them. Every refusal is an {@link IllegalArgumentException}
 * with a Vietnamese sentence that says what to write instead.
 */
final class Values {

    static final Map<String, String> SEX =
            Map.of("male", "MALE", "nam", "MALE", "female", "FEMALE", "nu", "FEMALE");
    static final Map<String, String> POVERTY =
            Map.of(
                    "poor", "POOR",
                    "ngheo", "POOR",
                    "ho ngheo", "POOR",
                    "near_poor", "NEAR_POOR",
                    "can ngheo", "NEAR_POOR",
                    "ho can ngheo", "NEAR_POOR",
                    "none", "NONE",
                    "khong", "NONE");
    static final Map<String, String> DEGREE =
            Map.of(
                    "severe", "SEVERE",
                    "nang", "SEVERE",
                    "extremely_severe", "EXTREMELY_SEVERE",
                    "dac biet nang", "EXTREMELY_SEVERE",
                    "mild", "MILD",
                    "nhe", "MILD");
    static final Map<String, String> SUPPORTER =
            Map.of("nobody", "NOBODY", "on_allowance", "ON_ALLOWANCE", "able", "ABLE");
    static final Map<String, String> CARE =
            Map.of("own_household", "OWN_HOUSEHOLD", "taken_in", "TAKEN_IN");
    static final Map<String, String> CHANNEL =
            Map.of(
                    "account",
                    "ACCOUNT",
                    "tai khoan",
                    "ACCOUNT",
                    "cash",
                    "CASH",
                    "tien mat",
                    "CASH");
    static final Map<String, String> RELATION =
            Map.of(
                    "self", "SELF",
                    "ban than", "SELF",
                    "guardian", "GUARDIAN",
                    "nguoi giam ho", "GUARDIAN",
                    "carer", "CARER",
                    "nguoi cham soc", "CARER",
                    "household", "HOUSEHOLD",
                    "ho gia dinh", "HOUSEHOLD");

    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern VIETNAMESE_DAY = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern ISO_MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern VIETNAMESE_MONTH = Pattern.compile("(\\d{1,2})/(\\d{4})");
    private static final Pattern COEFFICIENT = Pattern.compile("(\\d{1,2})(?:[.,](\\d{1,2}))?");
    private static final Pattern DONG = Pattern.compile("\\d{1,12}|\\d{1,3}(?:\\.\\d{3}){1,3}");

    private Values() {}

    /** A code, written as the code or in Vietnamese. */
    static String code(String text, Map<String, String> codes) {
        String code = codes.get(Names.fold(text));
        if (code == null) {
            throw new IllegalArgumentException(
                    "«"
                            + text
                            + "» không có trong danh mục; hãy ghi một trong: "
                            + String.join(
                                    ", ", codes.values().stream().distinct().sorted().toList())
                            + ".");
        }
        return code;
    }

    /** A day, {@code yyyy-MM-dd} or {@code dd/MM/yyyy}. */
    static LocalDate day(String text) {
        Matcher iso = ISO_DAY.matcher(text);
        Matcher vietnamese = VIETNAMESE_DAY.matcher(text);
        try {
            if (iso.matches()) {
                return LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
            }
            if (vietnamese.matches()) {
                return LocalDate.of(
                        number(vietnamese, 3), number(vietnamese, 2), number(vietnamese, 1));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Ngày «" + text + "» không có trong lịch.", e);
        }
        throw new IllegalArgumentException(
                "«" + text + "» không phải ngày; hãy ghi 2026-03-15 hoặc 15/03/2026.");
    }

    /** A month, {@code yyyy-MM} or {@code MM/yyyy}. */
    static YearMonth month(String text) {
        Matcher iso = ISO_MONTH.matcher(text);
        Matcher vietnamese = VIETNAMESE_MONTH.matcher(text);
        try {
            if (iso.matches()) {
                return YearMonth.of(number(iso, 1), number(iso, 2));
            }
            if (vietnamese.matches()) {
                return YearMonth.of(number(vietnamese, 2), number(vietnamese, 1));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Tháng «" + text + "» không có trong lịch.", e);
        }
        throw new IllegalArgumentException(
                "«" + text + "» không phải tháng; hãy ghi 2026-03 hoặc 03/2026.");
    }

    /** A coefficient × 100: {@code 1}, {@code 1.5} or {@code 1,5}; at most two decimals. */
    static int coefficientHundredths(String text) {
        Matcher matcher = COEFFICIENT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "«" + text + "» không phải hệ số; hãy ghi như 1,5 hoặc 2.0.");
        }
        String decimals =
                matcher.group(2) == null ? "00" : (matcher.group(2) + "0").substring(0, 2);
        int hundredths = number(matcher, 1) * 100 + Integer.parseInt(decimals);
        if (hundredths == 0) {
            throw new IllegalArgumentException("Hệ số phải lớn hơn 0.");
        }
        return hundredths;
    }

    /** Whole đồng, with or without points between thousands. */
    static String dong(String text) {
        if (!DONG.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "«"
                            + text
                            + "» không phải số tiền; hãy ghi số đồng như 2900000 hoặc 2.900.000.");
        }
        return String.valueOf(Long.parseLong(text.replace(".", "")));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
