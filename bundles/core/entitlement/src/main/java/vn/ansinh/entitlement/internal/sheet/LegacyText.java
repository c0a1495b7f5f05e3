package vn.ansinh.entitlement.internal.sheet;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns text of older Vietnamese encodings, which a spreadsheet holds as Latin letters, into
 * Unicode: TCVN3 (TCVN 5712:1993, the fonts {@code .Vn…}), VNI Windows (the fonts {@code VNI-…})
 * and the Windows code page 1258. Text is turned only when it cannot be Vietnamese as it stands and
 * is Vietnamese, word for word, in exactly one of them.
 */
public final class LegacyText {

    /** An encoding. */
    public enum Encoding {
        /** TCVN 5712:1993. */
        TCVN3("TCVN3"),
        /** VNI for Windows. */
        VNI("VNI"),
        /** Windows-1258. */
        CP1258("Windows-1258");

        private final String title;

        Encoding(String title) {
            this.title = title;
        }

        /** As people call it. */
        public String title() {
            return title;
        }
    }

    /** 0xA1 to 0xFE of TCVN 5712:1993; blanks are capitals with a tone that VN3 does not use. */
    private static final String TCVN3 =
            "ĂÂÊÔƠƯĐăâêôơưđẰ     àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụ"
                    + "ừửữứựỳỷỹýỵ";

    /** VNI: single signs, small letters; the capitals are their capitals. */
    private static final String VNI_SINGLE = "ñđôơöưììííæỉóĩòịîỵ";

    /** VNI: signs behind a vowel and what they add to it (combining marks). */
    private static final String[] VNI_MARKS = {
        "ø\u0300",
        "ù\u0301",
        "û\u0309",
        "õ\u0303",
        "ï\u0323",
        "â\u0302",
        "à\u0302\u0300",
        "á\u0302\u0301",
        "å\u0302\u0309",
        "ã\u0302\u0303",
        "ä\u0302\u0323",
        "ê\u0306",
        "è\u0306\u0300",
        "é\u0306\u0301",
        "ú\u0306\u0309",
        "ü\u0306\u0303",
        "ë\u0306\u0323"
    };

    private static final String VNI_VOWELS = "aeouyôöAEOUYÔÖ";
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}\\u00A1-\\u00FF]+");
    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final Charset VIETNAMESE = Charset.forName("windows-1258");

    private LegacyText() {}

    /** Whether every word with letters beyond ASCII is Vietnamese as it stands. */
    public static boolean vietnamese(String text) {
        return words(text).stream().filter(LegacyText::beyondAscii).allMatch(Syllables::valid);
    }

    /**
     * Whether the text cannot be of an older encoding: it is plain ASCII or has a letter that those
     * encodings, read as Latin letters, never show.
     */
    public static boolean unicode(String text) {
        return !beyondAscii(text) || text.chars().anyMatch(c -> c > 0xFF && !latin(c));
    }

    /** The one encoding in which the text is Vietnamese while it is not as it stands. */
    public static Optional<Encoding> detect(String text) {
        if (unicode(text) || vietnamese(text)) {
            return Optional.empty();
        }
        List<Encoding> fitting = new ArrayList<>();
        for (Encoding encoding : Encoding.values()) {
            if (decode(text, encoding).isPresent()) {
                fitting.add(encoding);
            }
        }
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** The text in Unicode, or empty when it is not Vietnamese in this encoding. */
    public static Optional<String> decode(String text, Encoding encoding) {
        if (unicode(text)) {
            return Optional.empty();
        }
        String decoded =
                Normalizer.normalize(
                        switch (encoding) {
                            case TCVN3 -> tcvn3(text);
                            case VNI -> vni(text);
                            case CP1258 -> new String(text.getBytes(LATIN), VIETNAMESE);
                        },
                        Normalizer.Form.NFC);
        return decoded.indexOf('\uFFFD') < 0 && vietnamese(decoded)
                ? Optional.of(decoded)
                : Optional.empty();
    }

    private static String tcvn3(String text) {
        StringBuilder all = new StringBuilder();
        Matcher word = WORDS.matcher(text);
        int end = 0;
        while (word.find()) {
            all.append(text, end, word.start());
            StringBuilder letters = new StringBuilder();
            boolean capitals = true;
            for (char c : word.group().toCharArray()) {
                boolean high = c >= 0xA1 && c <= 0xFE;
                char letter = high ? TCVN3.charAt(c - 0xA1) : c;
                letters.append(letter == ' ' ? '\uFFFD' : letter);
                capitals &= high && c > 0xA7 || Character.isUpperCase(letter);
            }
            // The capital fonts (.VnTimeH) show small letters as capitals.
            // One capital alone begins a word.
            boolean plainCapitals = word.group().chars().filter(c -> c < 0x80).count() > 1;
            all.append(
                    capitals && plainCapitals
                            ? letters.toString().toUpperCase(Locale.ROOT)
                            : letters.toString());
            end = word.end();
        }
        return all.append(text.substring(end)).toString();
    }

    private static String vni(String text) {
        StringBuilder all = new StringBuilder();
        boolean afterVowel = false;
        for (char c : text.toCharArray()) {
            String mark = afterVowel ? vniMark(c) : null;
            if (mark != null) {
                all.append(mark);
                afterVowel = false;
            } else {
                all.append(vniSingle(c));
                afterVowel = VNI_VOWELS.indexOf(c) >= 0;
            }
        }
        return all.toString();
    }

    private static String vniMark(char c) {
        char small = Character.toLowerCase(c);
        for (String mark : VNI_MARKS) {
            if (mark.charAt(0) == small) {
                return mark.substring(1);
            }
        }
        return null;
    }

    private static char vniSingle(char c) {
        int place = VNI_SINGLE.indexOf(Character.toLowerCase(c));
        if (place < 0 || place % 2 == 1) {
            return c < 0x80 ? c : '\uFFFD';
        }
        char letter = VNI_SINGLE.charAt(place + 1);
        return Character.isUpperCase(c) ? Character.toUpperCase(letter) : letter;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORDS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC));
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    private static boolean beyondAscii(String text) {
        return text.chars().anyMatch(c -> c > 0x7F);
    }

    /** Signs of Windows-1252 that are beyond Latin-1: quotes, dashes, the euro. */
    private static boolean latin(int c) {
        return LATIN.newEncoder().canEncode((char) c);
    }
}
