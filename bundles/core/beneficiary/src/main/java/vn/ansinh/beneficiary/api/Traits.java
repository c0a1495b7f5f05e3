package vn.ansinh.beneficiary.api;

import java.util.Objects;

/**
 * What describes a person and may be corrected by paper (thông tin nhân thân).
 *
 * @param name name
 * @param sex {@code MALE}, {@code FEMALE} or empty
 * @param birth birth as the paper gives it
 * @param ethnicity dân tộc, in words; may be empty
 * @param phone telephone; may be empty
 * @param address address in words; may be empty
 */
public record Traits(
        PersonName name, String sex, Birth birth, String ethnicity, String phone, String address) {
    public Traits {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(birth, "birth");
        sex = Objects.requireNonNullElse(sex, "");
        ethnicity = Names.tidy(Objects.requireNonNullElse(ethnicity, ""));
        phone = Names.tidy(Objects.requireNonNullElse(phone, ""));
        address = Names.tidy(Objects.requireNonNullElse(address, ""));
        if (!sex.isEmpty() && !sex.equals("MALE") && !sex.equals("FEMALE")) {
            throw new IllegalArgumentException("Giới tính là MALE, FEMALE hoặc bỏ trống.");
        }
    }
}
