package vn.ansinh.gateway.bank.internal;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Vietnamese text as banks take it: capital letters A to Z without marks, digits and the signs of
 * the SWIFT character set. {@code Nguyễn Thị Ước} becomes {@code NGUYEN THI UOC}.
 */
final class Latin {

    private Latin() {}

    static String of(String text) {
        return bare(text)
                .replaceAll("[^A-Za-z0-9/?:().,'+-]", " ")
                .replaceAll(" +", " ")
                .replaceAll("^[ /:-]+", "")
                .strip()
                .toUpperCase(Locale.ROOT);
    }

    /** Whether a letter of the text is lost on the way, such as one of another script. */
    static boolean losesLetters(String text) {
        return bare(text).codePoints().anyMatch(c -> c > 'z' && Character.isLetterOrDigit(c));
    }

    private static String bare(String text) {
        // A stroke through the letter is no mark that could be taken off.
        String strokes = text.replace('đ', 'd').replace('Đ', 'D');
        return Normalizer.normalize(strokes, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }
}
