package vn.ansinh.generator;

import java.util.Map;
import java.util.Random;

/**
 * Names that look right for a region, a sex, a generation and a people, put together by chance. The
 * tables are own lists of common Vietnamese names; no name is taken from a register.
 */
final class Names {

    /** Ethnic groups met in the localities and their neighbourhood. */
    private static final String[] MINORITIES = {"Mường", "Tày", "Nùng", "Thái", "Mông", "Dao"};

    private static final String COMMON =
            "Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Phạm Hoàng Vũ Đặng Bùi Đỗ Ngô"
                    + " Dương Đinh Phan Lý Đào Lưu Trịnh";

    private static final Map<Rates.Territory, String[]> FAMILY =
            Map.of(
                    Rates.Territory.NATIONAL, words(COMMON + " Hồ Huỳnh Võ Mai Cao Tô"),
                    Rates.Territory.HA_NOI, words(COMMON + " Kiều Phùng Cấn Khuất Tạ Chu"),
                    Rates.Territory.HAI_DUONG, words(COMMON + " Phạm Vũ Đoàn Nhữ Tăng Hà"),
                    Rates.Territory.HAI_PHONG, words(COMMON + " Phạm Vũ Đào Khúc Lương Mạc"));

    private static final Map<String, String[]> MINORITY_FAMILY =
            Map.of(
                    "Mường", words("Bùi Đinh Quách Hà Bạch Nguyễn"),
                    "Tày", words("Nông Hoàng Ma Lục Triệu Vi"),
                    "Nùng", words("Nông Hoàng Lương Lý Vi Long"),
                    "Thái", words("Lò Quàng Cà Lường Tòng Hà"),
                    "Mông", words("Giàng Sùng Vàng Thào Hạng Mùa"),
                    "Dao", words("Bàn Triệu Đặng Phàn Chảo Lý"));

    private static final String[] MIDDLE_FEMALE_OLD = words("Thị Thị Thị Thị Thị Thị");
    private static final String[] MIDDLE_FEMALE = {
        "Thị", "Thị", "Thị", "Thị Thu", "Thị Kim", "Thị Thanh", "Ngọc"
    };
    private static final String[] MIDDLE_FEMALE_YOUNG = {
        "Thị", "Thị Ngọc", "Phương", "Khánh", "Bảo", "Minh", "Thảo", "Gia", "Hà"
    };
    private static final String[] MIDDLE_MALE_OLD = words("Văn Văn Văn Văn Đình Hữu Bá Danh");
    private static final String[] MIDDLE_MALE = words("Văn Văn Văn Đức Hữu Công Xuân Quang Mạnh");
    private static final String[] MIDDLE_MALE_YOUNG =
            words("Văn Đức Minh Quang Tuấn Gia Anh Hoàng Bảo Đăng Nhật");

    private static final String[] GIVEN_FEMALE_OLD =
            words(
                    "Tẹo Mùi Tý Nhớn Bé Gái Thơm Ngát Sửu Dần Tỵ Ngọ Thìn Nụ Chắt Vượn Cúc Lụa Nhài"
                            + " Hợi Sen Tâm Đào Mận Thoa Chanh Tít Vân Nhàn Xuyến");
    private static final String[] GIVEN_FEMALE =
            words(
                    "Lan Hoa Hương Mai Thủy Hòa Nga Bích Tuyết Loan Oanh Nhàn Thoa Quý Phượng Yến"
                            + " Hằng Hạnh Liên Thúy Hải Thanh Xuân Minh Dung Hiền Huệ Nhung Vân Hà");
    private static final String[] GIVEN_FEMALE_YOUNG =
            words(
                    "Linh Trang Anh Ngân Chi My Vy Nhi Thảo Quỳnh Uyên Trâm Hân Ngọc Châu Diệp Giang"
                            + " Thư Khanh Ly Mai Tú Yến An");
    private static final String[] GIVEN_MALE_OLD =
            words(
                    "Ất Giáp Bính Đinh Mão Thìn Tỵ Khuê Luận Hoạt Toán Chế Cầu Bưởi Cư Điềm Gội Hách"
                            + " Kỷ Nhuận Phấn Sước Tước Vượng Xuyến Đê Trọng Cửu Tải Hòe");
    private static final String[] GIVEN_MALE =
            words(
                    "Hùng Dũng Bình Sơn Tuấn Khoa Thành Quang Đạt Tiến Lộc Vượng Chiến Thắng Tường"
                            + " Toàn Hòa Cường Hải Thủy Nam Long Trung Kiên Hưng Phúc Tùng Việt");
    private static final String[] GIVEN_MALE_YOUNG =
            words(
                    "Huy Khang Bảo Minh Nam Phong Đức Khôi Duy Kiệt Nguyên Phát Quân Thịnh Đăng Hiếu"
                            + " Long Sơn Tùng Việt An Bách");
    private static final String[] GIVEN_MONG = words("Páo Chứ Dính Súa Mỷ Dơ Vảng Chá Lử Sình");

    /** Given names whose tone mark is written in two ways, both in use. */
    private static final String[] TWO_WAYS = words("Hòa Thủy Thúy Hóa Khỏe Hòe Thùy");

    private Names() {}

    /** A people: Kinh, or for some in a hundred another one. */
    static String people(Random random, int minorityPercent) {
        return random.nextInt(100) < minorityPercent ? pick(random, MINORITIES) : "Kinh";
    }

    static String name(
            Random random, boolean female, int birthYear, Rates.Territory region, String people) {
        return family(random, region, people)
                + ' '
                + middleAndGiven(random, female, birthYear, people);
    }

    static String family(Random random, Rates.Territory region, String people) {
        return pick(random, MINORITY_FAMILY.getOrDefault(people, FAMILY.get(region)));
    }

    static String middleAndGiven(Random random, boolean female, int birthYear, String people) {
        if (people.equals("Mông")) {
            return (female ? "Thị " : "A ") + pick(random, GIVEN_MONG);
        }
        return middle(random, female, birthYear) + ' ' + given(random, female, birthYear);
    }

    static String middle(Random random, boolean female, int birthYear) {
        if (birthYear < 1955) {
            return pick(random, female ? MIDDLE_FEMALE_OLD : MIDDLE_MALE_OLD);
        }
        if (birthYear < 1990) {
            return pick(random, female ? MIDDLE_FEMALE : MIDDLE_MALE);
        }
        return pick(random, female ? MIDDLE_FEMALE_YOUNG : MIDDLE_MALE_YOUNG);
    }

    static String given(Random random, boolean female, int birthYear) {
        if (birthYear < 1955) {
            return pick(random, female ? GIVEN_FEMALE_OLD : GIVEN_MALE_OLD);
        }
        if (birthYear < 1990) {
            return pick(random, female ? GIVEN_FEMALE : GIVEN_MALE);
        }
        return pick(random, female ? GIVEN_FEMALE_YOUNG : GIVEN_MALE_YOUNG);
    }

    /** A given name whose tone mark has two places. */
    static String givenWithTwoSpellings(Random random) {
        return pick(random, TWO_WAYS);
    }

    private static String pick(Random random, String[] list) {
        return list[random.nextInt(list.length)];
    }

    private static String[] words(String text) {
        return text.split(" ");
    }
}
