package vn.ansinh.itests.architecture;

import java.util.regex.Pattern;

/**
 * Words that only laws and localities may say: names of places, and standard rates in đồng. “Phải
 * dương” (must be positive) is no place.
 */
final class PlaceWords {

    private static final Pattern NAMES =
            Pattern.compile(
                    "long.?bi[eê]n|thanh.?tr[iì]\\b|\\bt[uứ].?k[yỳ]\\b|h[uư]ng.?[dđ][aạ]o"
                            + "|l[eê].?thanh.?ngh[iị]|\\bh[aà].?n[oộ]i\\b|(?<!p)h[aả]i.?d[uư][oơ]ng"
                            + "|h[aả]i.?ph[oò]ng",
                    Pattern.CASE_INSENSITIVE
                            | Pattern.UNICODE_CASE
                            | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern RATES =
            Pattern.compile("(?<![0-9])(360|380|440|500|540|550|650|700)[_.]?000(?![0-9])");

    private PlaceWords() {}

    /** Whether a line says one; comments in Javadoc may give examples. */
    static boolean in(String line) {
        if (line.strip().startsWith("*") || line.strip().startsWith("/**")) {
            return false;
        }
        return NAMES.matcher(line).find() || RATES.matcher(line).find();
    }
}
