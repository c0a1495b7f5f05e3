package vn.ansinh.reporting.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.Payments.LineView;

/** What changed for whom between the lines of two months. */
final class Changes {

    private Changes() {}

    /**
     * A change of one person's component.
     *
     * @param before line of the month before, or null when new
     * @param now line of the month, or null when stopped
     * @param reason a reason of {@link vn.ansinh.locality.api.ReportInput.ChangeView}
     */
    record Change(LineView before, LineView now, String reason) {
        /** The line that says who: the newer there is. */
        LineView shown() {
            return now != null ? now : before;
        }
    }

    /**
     * Compares.
     *
     * @param stopReason reason why a line of the month before has no successor
     */
    static List<Change> between(
            List<LineView> before, List<LineView> now, Function<LineView, String> stopReason) {
        Map<Key, LineView> old = byKey(before);
        Map<Key, LineView> current = byKey(now);
        List<Change> changes = new ArrayList<>();
        current.forEach(
                (key, line) -> {
                    LineView previous = old.get(key);
                    String reason = previous == null ? "NEW" : reason(previous, line);
                    if (reason != null) {
                        changes.add(new Change(previous, line, reason));
                    }
                });
        old.forEach(
                (key, line) -> {
                    if (!current.containsKey(key)) {
                        changes.add(new Change(line, null, stopReason.apply(line)));
                    }
                });
        return changes;
    }

    private static String reason(LineView before, LineView now) {
        if (before.coefficientHundredths() != now.coefficientHundredths()) {
            return "COEFFICIENT";
        }
        if (before.rateDong() != now.rateDong()) {
            return "RATE";
        }
        boolean same =
                before.amountDong() == now.amountDong()
                        && before.groundCode().equals(now.groundCode());
        return same ? null : "OTHER";
    }

    /** One line per person and component; the regular run has no second one. */
    private static Map<Key, LineView> byKey(List<LineView> lines) {
        Map<Key, LineView> byKey = new LinkedHashMap<>();
        for (LineView line : lines) {
            LineView twin = byKey.put(new Key(line.personId(), line.component()), line);
            if (twin != null) {
                throw new IllegalStateException(
                        "two lines of one component: " + twin.lineNo() + ", " + line.lineNo());
            }
        }
        return byKey;
    }

    private record Key(long personId, Component component) {}
}
