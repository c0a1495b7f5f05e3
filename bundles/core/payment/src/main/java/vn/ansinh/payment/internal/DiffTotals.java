package vn.ansinh.payment.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.ansinh.payment.api.PolicyDiffs.Total;

/** Sums of ranges put together. */
final class DiffTotals {
    private static final Comparator<Total> KEY =
            Comparator.comparing(Total::month)
                    .thenComparing(Total::unitCode)
                    .thenComparing(Total::ground)
                    .thenComparing(Total::component);

    private DiffTotals() {}

    static List<Total> of(Stream<Total> parts) {
        Map<Total, Total> sums = new TreeMap<>(KEY);
        parts.forEach(part -> sums.merge(part, part, DiffTotals::add));
        return List.copyOf(sums.values());
    }

    private static Total add(Total a, Total b) {
        return new Total(
                a.month(),
                a.unitCode(),
                a.ground(),
                a.component(),
                a.heads() + b.heads(),
                a.changed() + b.changed(),
                Math.addExact(a.oldDong(), b.oldDong()),
                Math.addExact(a.newDong(), b.newDong()),
                a.oldStateDong() + b.oldStateDong(),
                a.newStateDong() + b.newStateDong());
    }
}
