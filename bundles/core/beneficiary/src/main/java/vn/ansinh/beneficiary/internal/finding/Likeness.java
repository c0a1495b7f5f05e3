package vn.ansinh.beneficiary.internal.finding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vn.ansinh.beneficiary.internal.finding.Compared.BirthPart;

/**
 * How alike two records are: points for and against, each with its reason. The weights are chosen
 * so that two strong signs reach the top band and one strong sign against (another person's number,
 * another given name, another generation) keeps a look-alike out: twins share everything but the
 * given name, father and son share everything but the year.
 */
final class Likeness {

    /** From here on: almost certainly one person. */
    static final int HIGH = 70;

    /** Below nobody is asked. */
    static final int LOWEST = 50;

    private static final int MOST = 100;
    private static final int NEAR_YEARS = 2;

    /** A sign with its points. */
    enum Sign {
        SAME_ID(60, "cùng số định danh"),
        SAME_ALIAS(45, "cùng số chứng minh nhân dân 9 số"),
        ID_TYPO(30, "số định danh khác một chữ số hoặc đảo hai chữ số liền nhau"),
        OTHER_ID(-30, "hai số định danh khác hẳn nhau"),
        SAME_NAME(40, "cùng họ tên"),
        SAME_LETTERS(36, "họ tên cùng chữ, khác dấu"),
        WORD_ORDER(32, "họ tên cùng các chữ, khác thứ tự"),
        MISSING_WORD(28, "họ tên thiếu một chữ đệm"),
        NAME_TYPO(26, "họ tên sai khác một ký tự"),
        OTHER_NAME(-35, "họ tên khác nhau"),
        SAME_BIRTH(30, "cùng ngày sinh"),
        SAME_BIRTH_MONTH(24, "cùng tháng sinh, một bên không ghi ngày"),
        SAME_YEAR_ONLY(18, "cùng năm sinh, ít nhất một bên chỉ ghi năm"),
        SWAPPED_BIRTH(24, "ngày và tháng sinh đảo chỗ"),
        BIRTH_TYPO(16, "ngày sinh sai khác một chỗ (ngày, tháng hoặc năm)"),
        OTHER_DAY(-10, "cùng năm sinh, khác ngày tháng"),
        OTHER_BIRTH(-40, "năm sinh khác nhau"),
        OTHER_SEX(-30, "giới tính khác nhau"),
        SAME_UNIT(8, "cùng đơn vị cư trú"),
        SAME_ACCOUNT(14, "cùng tài khoản nhận tiền"),
        SAME_HOUSEHOLD(8, "cùng hộ");

        private final int points;
        private final String sentence;

        Sign(int points, String sentence) {
            this.points = points;
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    /**
     * The sum.
     *
     * @param score 0 to 100
     * @param signs what it rests on, the heaviest first
     */
    record Outcome(int score, List<Sign> signs) {}

    private Likeness() {}

    static Outcome of(Compared one, Compared other) {
        List<Sign> signs = new ArrayList<>(8);
        name(one, other, signs);
        ids(one, other, signs);
        if (!Collections.disjoint(one.aliases(), other.aliases())) {
            signs.add(Sign.SAME_ALIAS);
        }
        birth(one.birth(), other.birth(), signs);
        if (!one.sex().isEmpty() && !other.sex().isEmpty() && !one.sex().equals(other.sex())) {
            signs.add(Sign.OTHER_SEX);
        }
        if (one.unit().equals(other.unit())) {
            signs.add(Sign.SAME_UNIT);
        }
        if (!Collections.disjoint(one.accounts(), other.accounts())) {
            signs.add(Sign.SAME_ACCOUNT);
        }
        if (!Collections.disjoint(one.households(), other.households())) {
            signs.add(Sign.SAME_HOUSEHOLD);
        }
        int points = 0;
        for (Sign sign : signs) {
            points += sign.points;
        }
        signs.sort((a, b) -> Integer.compare(Math.abs(b.points), Math.abs(a.points)));
        return new Outcome(Math.max(0, Math.min(MOST, points)), signs);
    }

    private static void ids(Compared one, Compared other, List<Sign> signs) {
        if (one.ids().length == 0 || other.ids().length == 0) {
            return;
        }
        boolean near = false;
        for (long a : one.ids()) {
            for (long b : other.ids()) {
                if (a == b) {
                    signs.add(Sign.SAME_ID);
                    return;
                }
                near |= Typos.nearNumbers(a, b);
            }
        }
        signs.add(near ? Sign.ID_TYPO : Sign.OTHER_ID);
    }

    private static void name(Compared one, Compared other, List<Sign> signs) {
        if (one.folded().equals(other.folded())) {
            signs.add(one.toned().equals(other.toned()) ? Sign.SAME_NAME : Sign.SAME_LETTERS);
        } else if (one.sortedWords().equals(other.sortedWords())) {
            signs.add(Sign.WORD_ORDER);
        } else if (missingMiddle(one.words(), other.words())
                || missingMiddle(other.words(), one.words())) {
            signs.add(Sign.MISSING_WORD);
        } else if (Typos.oneTypo(one.folded(), other.folded())) {
            signs.add(Sign.NAME_TYPO);
        } else {
            signs.add(Sign.OTHER_NAME);
        }
    }

    /**
     * Same family and given name, and the shorter is the longer without one or two middle words.
     */
    private static boolean missingMiddle(String[] longer, String[] shorter) {
        int missing = longer.length - shorter.length;
        if (missing < 1 || missing > 2 || shorter.length < 2) {
            return false;
        }
        if (!longer[0].equals(shorter[0])
                || !longer[longer.length - 1].equals(shorter[shorter.length - 1])) {
            return false;
        }
        int at = 0;
        for (String word : longer) {
            if (at < shorter.length && word.equals(shorter[at])) {
                at++;
            }
        }
        return at == shorter.length;
    }

    private static void birth(BirthPart one, BirthPart other, List<Sign> signs) {
        if (one.year() == other.year()) {
            if (one.month() == 0 || other.month() == 0) {
                signs.add(Sign.SAME_YEAR_ONLY);
            } else if (one.day() == 0 || other.day() == 0) {
                signs.add(one.month() == other.month() ? Sign.SAME_BIRTH_MONTH : Sign.OTHER_DAY);
            } else if (one.month() == other.month() && one.day() == other.day()) {
                signs.add(Sign.SAME_BIRTH);
            } else if (one.month() == other.day() && one.day() == other.month()) {
                signs.add(Sign.SWAPPED_BIRTH);
            } else if (one.month() == other.month() || one.day() == other.day()) {
                signs.add(Sign.BIRTH_TYPO);
            } else {
                signs.add(Sign.OTHER_DAY);
            }
            return;
        }
        boolean sameDay =
                one.day() != 0 && one.day() == other.day() && one.month() == other.month();
        boolean nearYear =
                Math.abs(one.year() - other.year()) <= NEAR_YEARS
                        || Typos.swappedDigits(one.year(), other.year());
        signs.add(sameDay && nearYear ? Sign.BIRTH_TYPO : Sign.OTHER_BIRTH);
    }
}
