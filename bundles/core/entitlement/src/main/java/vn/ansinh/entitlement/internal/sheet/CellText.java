package vn.ansinh.entitlement.internal.sheet;

import java.util.Locale;
import vn.ansinh.entitlement.internal.sheet.LegacyText.Encoding;
import vn.ansinh.entitlement.port.Sheets.Cell;
import vn.ansinh.entitlement.port.Sheets.Kind;

/** The text of a cell in Unicode. */
final class CellText {

    private CellText() {}

    /** The encoding the font of a cell tells, or null. */
    static Encoding ofFont(Cell cell) {
        String font = cell.font().toLowerCase(Locale.ROOT);
        if (font.startsWith(".vn")) {
            return Encoding.TCVN3;
        }
        return font.startsWith("vni") ? Encoding.VNI : null;
    }

    /**
     * The text in Unicode.
     *
     * @param column encoding its column was found to have, or null
     */
    static String of(Cell cell, Encoding column) {
        String text = cell.text();
        if (cell.kind() != Kind.TEXT || LegacyText.unicode(text)) {
            return text;
        }
        Encoding font = ofFont(cell);
        Encoding known = font == null ? column : font;
        if (known != null) {
            String decoded = LegacyText.decode(text, known).orElse(null);
            if (decoded != null) {
                return decoded;
            }
        }
        return LegacyText.detect(text).flatMap(e -> LegacyText.decode(text, e)).orElse(text);
    }

    /** Whether the text is neither Vietnamese nor of an encoding we know. */
    static boolean unreadable(String text) {
        return !LegacyText.unicode(text) && !LegacyText.vietnamese(text);
    }
}
