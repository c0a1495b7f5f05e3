package vn.ansinh.generator;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** How text stands in old spreadsheets: in the codes of fonts, or in decomposed Unicode. */
enum OldFonts {
    /** As it should be. */
    UNICODE(""),
    /**
     * TCVN 5712:1993 as used with the .Vn fonts: one character each; marked capitals lose height.
     */
    TCVN3(".VnTime"),
    /** VNI: the letter, then a character for its marks. */
    VNI("VNI-Times"),
    /** Unicode with each mark a character of its own. */
    DECOMPOSED("");

    private static final String LETTERS =
            "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";

    /** In the order of the letters: TCVN 5712:1993, table VN3. */
    private static final String TCVN3_CODES =
            "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00ADõö÷øùúûüýþ";

    private static final String TCVN3_CAPITALS = "ĂÂÊÔƠƯĐ";
    private static final String TCVN3_CAPITAL_CODES = "¡¢£¤¥¦§";

    /** In the order of the letters, two characters each; a blank stands for none. */
    private static final String VNI_CODES =
            "aøaûaõaùaïaêaèaúaüaéaëaâaàaåaãaáaäñ eøeûeõeùeïeâeàeåeãeáeäì æ ó í ò oøoûoõoùoïoâoàoåoãoáoä"
                    + "ô ôøôûôõôùôïuøuûuõuùuïö öøöûöõöùöïyøyûyõyùî ";

    private static final Map<Character, String> TO_TCVN3 = new HashMap<>();
    private static final Map<Character, String> TO_VNI = new HashMap<>();

    static {
        for (int i = 0; i < LETTERS.length(); i++) {
            char letter = LETTERS.charAt(i);
            String vni = VNI_CODES.substring(2 * i, 2 * i + 2).strip();
            TO_TCVN3.put(letter, String.valueOf(TCVN3_CODES.charAt(i)));
            TO_TCVN3.put(Character.toUpperCase(letter), String.valueOf(TCVN3_CODES.charAt(i)));
            TO_VNI.put(letter, vni);
            TO_VNI.put(Character.toUpperCase(letter), vni.toUpperCase(java.util.Locale.ROOT));
        }
        for (int i = 0; i < TCVN3_CAPITALS.length(); i++) {
            TO_TCVN3.put(TCVN3_CAPITALS.charAt(i), String.valueOf(TCVN3_CAPITAL_CODES.charAt(i)));
        }
    }

    private final String font;

    OldFonts(String font) {
        this.font = font;
    }

    /** Name of the font such text is shown in, or empty. */
    String font() {
        return font;
    }

    /** The text as it stands in the cell. */
    String write(String text) {
        return switch (this) {
            case UNICODE -> text;
            case DECOMPOSED -> Normalizer.normalize(text, Normalizer.Form.NFD);
            case TCVN3 -> replaced(text, TO_TCVN3);
            case VNI -> replaced(text, TO_VNI);
        };
    }

    private static String replaced(String text, Map<Character, String> codes) {
        StringBuilder out = new StringBuilder(text.length() * 2);
        for (char c : text.toCharArray()) {
            out.append(codes.getOrDefault(c, String.valueOf(c)));
        }
        return out.toString();
    }
}
