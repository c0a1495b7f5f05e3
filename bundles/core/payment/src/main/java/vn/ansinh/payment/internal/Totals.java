package vn.ansinh.payment.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.port.Movement;
import vn.ansinh.payment.port.TotalRow;

/** Sums by unit, shown ground, component and movement, in any order of adding. Not thread-safe. */
final class Totals {
    private final Map<Key, Sum> sums = new HashMap<>();

    void add(
            String unit,
            String ground,
            Component component,
            Movement movement,
            long amount,
            long previous,
            long change,
            long rate) {
        add(new Key(unit, ground, component, movement), 1, amount, previous, change, rate);
    }

    void add(TotalRow row) {
        add(
                new Key(row.unitCode(), row.ground(), row.component(), row.movement()),
                row.heads(),
                row.amountDong(),
                row.previousDong(),
                row.changeDong(),
                row.rateDong());
    }

    private void add(Key key, long heads, long amount, long previous, long change, long rate) {
        Sum sum = sums.computeIfAbsent(key, k -> new Sum());
        sum.heads = Math.addExact(sum.heads, heads);
        sum.amount = Math.addExact(sum.amount, amount);
        sum.previous = Math.addExact(sum.previous, previous);
        sum.change = Math.addExact(sum.change, change);
        sum.rate = Math.addExact(sum.rate, rate);
    }

    /** The sums, by unit, ground, component and movement. */
    List<TotalRow> rows() {
        return sums.entrySet().stream()
                .map(
                        e ->
                                new TotalRow(
                                        e.getKey().unit,
                                        e.getKey().ground,
                                        e.getKey().component,
                                        e.getKey().movement,
                                        e.getValue().heads,
                                        e.getValue().amount,
                                        e.getValue().previous,
                                        e.getValue().change,
                                        e.getValue().rate))
                .sorted(
                        Comparator.comparing(TotalRow::unitCode)
                                .thenComparing(TotalRow::ground)
                                .thenComparing(TotalRow::component)
                                .thenComparing(TotalRow::movement))
                .toList();
    }

    private record Key(String unit, String ground, Component component, Movement movement) {}

    private static final class Sum {
        private long heads;
        private long amount;
        private long previous;
        private long change;
        private long rate;
    }
}
