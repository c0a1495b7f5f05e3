package vn.ansinh.beneficiary.api;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Comparing Vietnamese names as people write them. */
public final class Names {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");

    /** The five tone marks: huyền, sắc, hỏi, ngã, nặng (combining forms). */
    private static final String TONES = "\u0300\u0301\u0309\u0303\u0323";

    private Names() {}

    /** One space between words, none around, composed Unicode. */
    public static String tidy(String name) {
        return Normalizer.normalize(
                SPACES.matcher(name).replaceAll(" ").strip(), Normalizer.Form.NFC);
    }

    /**
     * Small letters without any mark, for search: {@code Nguyễn Thị Hòa}, {@code NGUYỄN THỊ HOÀ}
     * and {@code nguyen thi hoa} are one.
     */
    public static String fold(String name) {
        String small = tidy(name).toLowerCase(Locale.ROOT).replace('đ', 'd');
        return MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
    }

    /**
     * Whether two spellings are the same name: letter case, Unicode form and the place of the tone
     * mark ({@code oà}/{@code òa}) do not matter; the tone itself does.
     */
    public static boolean same(String one, String other) {
        return toneLast(one).equals(toneLast(other));
    }

    /** Every word with its tone mark moved behind it. */
    private static String toneLast(String name) {
        StringBuilder all = new StringBuilder();
        for (String word : tidy(name).toLowerCase(Locale.ROOT).split(" ")) {
            StringBuilder letters = new StringBuilder();
            StringBuilder tones = new StringBuilder();
            Normalizer.normalize(word, Normalizer.Form.NFD)
                    .chars()
                    .forEach(c -> (TONES.indexOf(c) >= 0 ? tones : letters).append((char) c));
            all.append(letters).append(tones).append(' ');
        }
        return all.toString();
    }
}
