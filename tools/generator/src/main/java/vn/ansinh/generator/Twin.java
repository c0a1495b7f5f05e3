package vn.ansinh.generator;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Random;

/** A second record beside a person's own: the same person once more, or somebody alike. */
enum Twin {
    NAME_TYPO(true, "gõ sai một chữ trong tên"),
    MISSING_MIDDLE(true, "thiếu tên đệm"),
    DAY_MONTH_SWAPPED(true, "đảo ngày và tháng sinh, không có số định danh"),
    OLD_ID(true, "ghi theo chứng minh nhân dân 9 số cũ"),
    MOVED(true, "đăng ký lại ở đơn vị khác sau khi chuyển đến, chưa ghi số định danh"),
    TONE_PLACEMENT(true, "đặt dấu thanh theo cách khác, không có số định danh"),
    MERGED_CELLS(true, "dòng thứ hai của ô gộp: chỉ có tên và năm sinh"),
    NO_TONES(true, "tên gõ không dấu"),
    YEAR_ONLY(true, "chỉ ghi năm sinh, không có số định danh"),
    ID_TYPO(true, "gõ sai một chữ số của số định danh"),
    /** Twins: born on a day, of one family, with given names and numbers of their own. */
    TWINS(false, "anh chị em sinh đôi"),
    FATHER_AND_SON(false, "cha và con cùng họ tên, cùng nhà"),
    NAMESAKE(false, "trùng họ tên và năm sinh, người ở đơn vị khác");

    private final boolean duplicate;
    private final String reason;

    Twin(boolean duplicate, String reason) {
        this.duplicate = duplicate;
        this.reason = reason;
    }

    /** Whether both records are one person. */
    boolean duplicate() {
        return duplicate;
    }

    /** The reason, in Vietnamese. */
    String reason() {
        return reason;
    }

    /** Whether it can be planted beside somebody born on that day. */
    boolean fits(LocalDate birth) {
        return this != DAY_MONTH_SWAPPED
                || birth.getDayOfMonth() <= 12 && birth.getDayOfMonth() != birth.getMonthValue();
    }

    /** Whom it is planted beside. */
    Case of(Case why, Place place) {
        return this == FATHER_AND_SON ? place.pensionCase() : why;
    }

    /** The second record. */
    RegisterRow second(Life life, Place place, Ids ids, Random random) {
        RegisterRow same =
                new RegisterRow(
                        life.key + (duplicate ? "-D" : "-L"),
                        life.name,
                        life.female,
                        life.birthText(),
                        life.personalId,
                        life.oldId,
                        life.people,
                        life.unit,
                        life.hamlet,
                        "");
        String[] words = life.name.split(" ");
        LocalDate birth = life.birth;
        return switch (this) {
            case NAME_TYPO -> same.named(typo(life.name)).numbered("", "");
            case MISSING_MIDDLE ->
                    same.named(words[0] + ' ' + words[words.length - 1]).numbered("", life.oldId);
            case DAY_MONTH_SWAPPED ->
                    same.born(
                                    LocalDate.of(
                                                    birth.getYear(),
                                                    birth.getDayOfMonth(),
                                                    birth.getMonthValue())
                                            .toString())
                            .numbered("", "");
            case OLD_ID -> same.numbered("", ids.oldId(life.index));
            case MOVED -> {
                int other = life.index + 1;
                yield same.living(place.unit(other), place.hamletName(other)).numbered("", "");
            }
            case TONE_PLACEMENT -> same.named(otherTonePlacement(life.name)).numbered("", "");
            case MERGED_CELLS, YEAR_ONLY ->
                    same.born(String.valueOf(birth.getYear())).numbered("", "");
            case NO_TONES -> same.named(withoutTones(life.name)).numbered("", "");
            case ID_TYPO -> same.numbered(oneDigitOff(life.personalId), "");
            case TWINS ->
                    same.named(
                                    life.name.substring(0, life.name.lastIndexOf(' ') + 1)
                                            + otherGiven(life, random))
                            .numbered(own(life, ids, birth.getYear()), "");
            case FATHER_AND_SON -> {
                LocalDate son = birth.plusYears(27);
                yield same.born(son.toString()).numbered(own(life, ids, son.getYear()), "");
            }
            case NAMESAKE -> {
                int other = life.index + 2;
                LocalDate otherDay =
                        LocalDate.ofYearDay(birth.getYear(), 1 + (birth.getDayOfYear() + 90) % 365);
                yield same.born(otherDay.toString())
                        .living(place.unit(other), place.hamletName(other))
                        .numbered(own(life, ids, birth.getYear()), "");
            }
        };
    }

    private static String own(Life life, Ids ids, int year) {
        return ids.personalId(life.female, year, life.index, true);
    }

    private static String otherGiven(Life life, Random random) {
        String given = life.name.substring(life.name.lastIndexOf(' ') + 1);
        String other = given;
        while (other.equals(given)) {
            other = Names.given(random, life.female, life.birth.getYear());
        }
        return other;
    }

    /** A letter of the given name doubled: the commonest slip that stays readable. */
    static String typo(String name) {
        int last = name.length() - 1;
        return name.substring(0, last) + name.charAt(last) + name.charAt(last);
    }

    /** Hòa and hoà, thủy and thuỷ, khỏe and khoẻ: the mark on the other of the two vowels. */
    static String otherTonePlacement(String name) {
        String marks = Normalizer.normalize(name, Normalizer.Form.NFD);
        String moved =
                marks.replaceAll(
                        "(?i)([ou])([\\u0300\\u0301\\u0303\\u0309\\u0323])([aey])", "$1$3$2");
        return Normalizer.normalize(moved, Normalizer.Form.NFC);
    }

    static String withoutTones(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }

    private static String oneDigitOff(String id) {
        // Among the last six, where no rule would betray it.
        char wrong = (char) ('0' + (id.charAt(9) - '0' + 1) % 10);
        return id.substring(0, 9) + wrong + id.substring(10);
    }
}
