package vn.ansinh.beneficiary.api;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The 12-digit personal identification number (số định danh cá nhân; Luật Căn cước 26/2023/QH15
 * Điều 12). It has no checksum. Digit 4 gives century and sex, digits 5–6 the year of birth; a
 * mismatch can be genuine where birth data were corrected, so it warns and never refuses.
 */
public final class PersonalIds {

    private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");
    private static final int HIGHEST_PROVINCE = 96;

    private PersonalIds() {}

    /** Whether it is 12 digits; anything else is refused. */
    public static boolean wellFormed(String number) {
        return TWELVE_DIGITS.matcher(number).matches();
    }

    /**
     * What an officer should verify, in Vietnamese; empty when sex and year agree. The sentences do
     * not repeat the number.
     *
     * @param number a well-formed number
     * @param sex {@code MALE}, {@code FEMALE} or empty
     * @param birth birth as the papers give it
     */
    public static List<String> warnings(String number, String sex, Birth birth) {
        List<String> warnings = new ArrayList<>();
        int centuryAndSex = number.charAt(3) - '0';
        String sexOfNumber = centuryAndSex % 2 == 0 ? "MALE" : "FEMALE";
        int yearOfNumber =
                1900 + 100 * (centuryAndSex / 2) + Integer.parseInt(number.substring(4, 6));
        if (!sex.isEmpty() && !sex.equals(sexOfNumber)) {
            warnings.add(
                    "Chữ số thứ 4 của số định danh cá nhân là của "
                            + (sexOfNumber.equals("MALE") ? "nam" : "nữ")
                            + ", khác giới tính đã ghi; cần xác minh.");
        }
        if (yearOfNumber != birth.earliest().getYear()) {
            warnings.add(
                    "Số định danh cá nhân cho năm sinh "
                            + yearOfNumber
                            + ", khác năm sinh đã ghi "
                            + birth.earliest().getYear()
                            + "; cần xác minh.");
        }
        int province = Integer.parseInt(number.substring(0, 3));
        if (province == 0 || province > HIGHEST_PROVINCE && province < 100) {
            warnings.add(
                    "Ba chữ số đầu của số định danh cá nhân không phải mã tỉnh; cần xác minh.");
        }
        return warnings;
    }
}
