package vn.ansinh.assess;

import java.util.ArrayList;
import java.util.List;

/** Every fault of a file with its place; a file with one is refused whole. */
final class Faults {

    private final List<String> lines = new ArrayList<>();

    void add(String place, String sentence) {
        lines.add(place + ": " + sentence);
    }

    int count() {
        return lines.size();
    }

    /** Throws what was found, if anything. */
    void refuse(String file) {
        if (!lines.isEmpty()) {
            throw new IllegalArgumentException(
                    file + " có " + lines.size() + " lỗi:\n" + String.join("\n", lines));
        }
    }
}
