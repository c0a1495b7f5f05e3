package vn.ansinh.generator;

import java.util.Locale;

/** Text that is the same on every machine, whatever its language. */
final class Text {

    private Text() {}

    static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
