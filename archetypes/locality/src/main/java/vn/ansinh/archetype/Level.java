package vn.ansinh.archetype;

import java.util.Arrays;
import java.util.Optional;

/** The levels of administration a locality can be of (cấp hành chính). */
enum Level {
    XA("xa", "xã", true),
    PHUONG("phuong", "phường", true),
    DAC_KHU("dac-khu", "đặc khu", true),
    HUYEN("huyen", "huyện", false),
    QUAN("quan", "quận", false);

    private final String option;
    private final String vietnamese;
    private final boolean today;

    Level(String option, String vietnamese, boolean today) {
        this.option = option;
        this.vietnamese = vietnamese;
        this.today = today;
    }

    static Optional<Level> of(String option) {
        return Arrays.stream(values())
                .filter(
                        level ->
                                level.option.equals(option)
                                        || level.vietnamese.equalsIgnoreCase(option))
                .findFirst();
    }

    /** As people write it within a sentence. */
    String vietnamese() {
        return vietnamese;
    }

    /** As a name begins with it, e.g. {@code Xã}. */
    String title() {
        return vietnamese.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + vietnamese.substring(1);
    }

    /** Whether it exists since 1 July 2025; districts ended the day before. */
    boolean today() {
        return today;
    }
}
