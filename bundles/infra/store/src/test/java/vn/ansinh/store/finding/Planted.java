package vn.ansinh.store.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import vn.ansinh.beneficiary.port.DuplicatePairs.Card;

/**
 * A population with planted duplicates of nine kinds and look-alikes that are two people, the same
 * at every run. DỮ LIỆU GIẢ LẬP. Frequencies of names are those people really have, so that
 * namesakes born in one year occur by themselves.
 */
final class Planted {

    /** How a duplicate came about. */
    enum Slip {
        MISSING_ID,
        ID_TYPO,
        MISSING_MIDDLE,
        NAME_TYPO,
        SWAPPED_DAY_MONTH,
        YEAR_ONLY,
        OTHER_TONE,
        YEAR_TYPO,
        WORD_ORDER
    }

    /** Two records of one person. */
    record Pair(long first, long second) {}

    private static final String[] FAMILY = {
        "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Hoàng", "Phan",
        "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Cao"
    };
    private static final String[] MALE_MIDDLE = {
        "Văn",
        "Văn",
        "Văn",
        "Đức",
        "Quốc",
        "Minh",
        "Hữu",
        "Công",
        "Xuân",
        "Ngọc",
        "Văn Minh",
        "Đình",
        "Trọng",
        "Thế",
        "Tiến"
    };
    private static final String[] FEMALE_MIDDLE = {
        "Thị",
        "Thị",
        "Thị",
        "Thị",
        "Thị Thu",
        "Thị Ngọc",
        "Thị Minh",
        "Thị Thanh",
        "Thị Kim",
        "Thị Hồng",
        "Thị Phương",
        "Thị Bích",
        "Thị Lan",
        "Thị Mai"
    };
    private static final String[] GIVEN = {
        "Hoa", "Lan", "Mai", "Hùng", "Dũng", "Tuấn", "Anh", "Bình", "Cường", "Đạt", "Giang", "Hà",
        "Hải", "Hạnh", "Hiền", "Hồng", "Huệ", "Hương", "Khánh", "Kim", "Lâm", "Linh", "Loan",
        "Long", "Lý", "Mạnh", "Nam", "Nga", "Ngọc", "Nhung", "Phong", "Phúc", "Phượng", "Quang",
        "Quý", "Sơn", "Tâm", "Thanh", "Thảo", "Thắng", "Thu", "Thủy", "Tiến", "Trang", "Trung",
        "Tú", "Uyên", "Vinh", "Xuân", "Yến", "Thành", "Hòa", "Tâm", "Đông", "Sáu", "Bảy", "Tư"
    };

    private final Random random = new Random(20260315);
    private final List<Card> cards = new ArrayList<>();
    private final List<Pair> truth = new ArrayList<>();
    private final List<Slip> slips = new ArrayList<>();
    private final Set<Pair> lookAlikes = new HashSet<>();
    private long nextId = 1;
    private long serial;

    Planted(int people, int pairs, int alike) {
        for (int i = 0; i < people; i++) {
            cards.add(somebody());
        }
        Slip[] kinds = Slip.values();
        for (int i = 0; i < pairs; i++) {
            Slip slip = kinds[i % kinds.length];
            Card one = somebody();
            Card two = again(one, slip);
            cards.add(one);
            cards.add(two);
            truth.add(new Pair(one.personId(), two.personId()));
            slips.add(slip);
        }
        for (int i = 0; i < alike; i++) {
            lookAlike(i % 3);
        }
    }

    List<Card> cards() {
        return cards;
    }

    List<Pair> truth() {
        return truth;
    }

    List<Slip> slips() {
        return slips;
    }

    Set<Pair> lookAlikes() {
        return lookAlikes;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private Card somebody() {
        boolean male = random.nextBoolean();
        String name =
                any(FAMILY) + " " + any(male ? MALE_MIDDLE : FEMALE_MIDDLE) + " " + any(GIVEN);
        LocalDate birth = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(30_000));
        boolean yearOnly = birth.getYear() < 1955 && random.nextInt(3) == 0;
        return new Card(
                nextId++,
                name,
                male ? "MALE" : "FEMALE",
                yearOnly ? Integer.toString(birth.getYear()) : birth.toString(),
                Set.of(number(male, birth.getYear())),
                Set.of(),
                random.nextInt(3) == 0 ? Set.of("9" + (100_000 + nextId)) : Set.of(),
                Set.of(),
                "T" + random.nextInt(13));
    }

    /** Province, century and sex, year, six digits that no two people share. */
    private String number(boolean male, int year) {
        serial++;
        int sex = (year >= 2000 ? 2 : 0) + (male ? 0 : 1);
        return "001%d%02d%06d".formatted(sex, year % 100, serial * 7_919 % 1_000_000);
    }

    private Card again(Card one, Slip slip) {
        String name = one.fullName();
        String birth = one.birthText().length() > 4 ? one.birthText() : one.birthText() + "-05-17";
        Set<String> ids = Set.of();
        switch (slip) {
            case MISSING_ID -> birth = one.birthText();
            case ID_TYPO -> {
                char[] digits = one.personalIds().iterator().next().toCharArray();
                int at = 6 + random.nextInt(6);
                digits[at] = (char) ('0' + (digits[at] - '0' + 1 + random.nextInt(9)) % 10);
                ids = Set.of(new String(digits));
                birth = one.birthText();
            }
            case MISSING_MIDDLE -> {
                String[] words = name.split(" ");
                List<String> left = new ArrayList<>(List.of(words));
                left.remove(1);
                name = String.join(" ", left);
            }
            case NAME_TYPO -> {
                int at = name.lastIndexOf(' ') + 1;
                name = name.substring(0, at) + swap(name.substring(at));
            }
            case SWAPPED_DAY_MONTH -> birth = swapped(birth);
            case YEAR_ONLY -> birth = birth.substring(0, 4);
            case OTHER_TONE -> name = name.replace("Thị", "Thi").replace("Văn", "Van");
            case YEAR_TYPO ->
                    birth = (Integer.parseInt(birth.substring(0, 4)) + 1) + birth.substring(4);
            case WORD_ORDER -> {
                int at = name.lastIndexOf(' ');
                name = name.substring(at + 1) + " " + name.substring(0, at);
            }
        }
        if (!birth.substring(0, 4).equals(birth) && birth.endsWith("02-29")) {
            birth = birth.substring(0, 8) + "28";
        }
        return new Card(
                nextId++,
                name,
                one.sex(),
                birth,
                ids,
                Set.of(),
                one.accounts(),
                Set.of(),
                random.nextInt(5) == 0 ? "T" + random.nextInt(13) : one.unitCode());
    }

    private static String swap(String word) {
        return word.length() < 3
                ? word + "n"
                : word.substring(0, 1) + word.charAt(2) + word.charAt(1) + word.substring(3);
    }

    private static String swapped(String birth) {
        int month = Integer.parseInt(birth.substring(5, 7));
        int day = Integer.parseInt(birth.substring(8));
        return day <= 12
                ? birth.substring(0, 5) + "%02d-%02d".formatted(day, month)
                : birth.substring(0, 5) + "%02d-%02d".formatted(month, day == 28 ? 27 : day - 1);
    }

    /** Two people: twins, father and son of one name, namesakes of one age. */
    private void lookAlike(int kind) {
        Card one = somebody();
        String number = one.personalIds().iterator().next();
        String name = one.fullName();
        int year = Integer.parseInt(one.birthText().substring(0, 4));
        boolean male = one.sex().equals("MALE");
        Card two =
                switch (kind) {
                    // The next number of the same register, the same day, family and middle name.
                    case 0 ->
                            like(
                                    one,
                                    name.substring(0, name.lastIndexOf(' ')) + " " + another(name),
                                    one.birthText(),
                                    number.substring(0, 11)
                                            + (char) ('0' + (number.charAt(11) - '0' + 1) % 10));
                    case 1 -> like(one, name, Integer.toString(year + 27), number(male, year + 27));
                    default ->
                            like(
                                    one,
                                    name,
                                    LocalDate.of(year, 1, 1)
                                            .plusDays(random.nextInt(365))
                                            .toString(),
                                    number(male, year));
                };
        cards.add(one);
        cards.add(two);
        lookAlikes.add(new Pair(one.personId(), two.personId()));
    }

    private String another(String name) {
        String given = any(GIVEN);
        return name.endsWith(" " + given) ? "Hiếu" : given;
    }

    private Card like(Card one, String name, String birth, String number) {
        return new Card(
                nextId++,
                name,
                one.sex(),
                birth,
                Set.of(number),
                Set.of(),
                one.accounts(),
                Set.of(),
                one.unitCode());
    }
}
