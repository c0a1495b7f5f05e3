package vn.ansinh.generator;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Names, numbers and accounts that look right and belong to nobody. */
final class People {

    private static final String[] FAMILY = {
        "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Phạm", "Hoàng",
        "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Đinh", "Phan", "Lý", "Kiều", "Phùng", "Cấn"
    };
    private static final String[] MIDDLE_FEMALE = {
        "Thị", "Thị", "Thị", "Thị Thu", "Thị Kim", "Ngọc"
    };
    private static final String[] MIDDLE_MALE = {"Văn", "Văn", "Văn", "Đức", "Hữu", "Công", "Xuân"};
    private static final String[] GIVEN_FEMALE = {
        "Lan", "Hoa", "Hương", "Mai", "Thủy", "Hòa", "Nga", "Bích", "Tuyết", "Loan", "Oanh", "Nhàn",
        "Mùi", "Tẹo", "Thoa", "Quý", "Phượng", "Yến", "Xuyến", "Đào"
    };
    private static final String[] GIVEN_MALE = {
        "Hùng", "Dũng", "Bình", "Sơn", "Tuấn", "Khoa", "Thành", "Quang", "Đạt", "Tiến", "Lộc",
        "Vượng", "Chiến", "Thắng", "Tường", "Ất", "Toàn", "Hoạt", "Khuê", "Luận"
    };
    private static final String[] BANKS = {
        "Ngân hàng Giả Lập Nông thôn", "Ngân hàng Giả Lập Công thương", "Ngân hàng Giả Lập Bưu điện"
    };

    /**
     * Not the code of any province: no number of the register office begins with it, so none of
     * these can be a real person's.
     */
    private static final String NO_PROVINCE = "003";

    private static final int MILLION = 1_000_000;

    /** Without a common divisor with a million: every serial gives another six digits. */
    private static final long STRIDE = 386_209;

    private final Random random;
    private final long offset;
    private final Map<String, Integer> serials = new HashMap<>();

    People(Random random) {
        this.random = random;
        offset = random.nextInt(MILLION);
    }

    String name(boolean female) {
        return pick(FAMILY)
                + ' '
                + pick(female ? MIDDLE_FEMALE : MIDDLE_MALE)
                + ' '
                + pick(female ? GIVEN_FEMALE : GIVEN_MALE);
    }

    /** Twelve digits with century, sex and year of birth as the law lays them out; never twice. */
    String personalId(boolean female, int birthYear) {
        int century = (birthYear - 1900) / 100 * 2;
        String head =
                NO_PROVINCE + (century + (female ? 1 : 0)) + "%02d".formatted(birthYear % 100);
        int serial = serials.merge(head, 1, Integer::sum);
        if (serial > MILLION) {
            throw new IllegalStateException(
                    "more people of one year and sex than there are numbers");
        }
        return head + "%06d".formatted((offset + serial * STRIDE) % MILLION);
    }

    String bank() {
        return pick(BANKS);
    }

    String account() {
        return "9999%08d".formatted(random.nextInt(100 * MILLION));
    }

    private String pick(String[] list) {
        return list[random.nextInt(list.length)];
    }
}
