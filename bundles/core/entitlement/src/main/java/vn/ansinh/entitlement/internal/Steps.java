package vn.ansinh.entitlement.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A value over time: each key says what holds from it until the next key; null is nothing. Equal
 * neighbours are one step, so that equal contents have equal spans.
 */
final class Steps<K extends Comparable<? super K>, V> {

    private final NavigableMap<K, V> steps = new TreeMap<>();

    /**
     * A value and when it holds.
     *
     * @param from first key
     * @param until first key after, or null
     * @param value what holds
     */
    record Span<K, V>(K from, K until, V value) {}

    /**
     * Changes what holds from a key until another.
     *
     * @param until first key that stays as it is; null changes everything after {@code from}
     */
    void change(K from, K until, UnaryOperator<V> how) {
        if (until != null && until.compareTo(from) <= 0) {
            return;
        }
        cut(from);
        if (until != null) {
            cut(until);
        }
        (until == null ? steps.tailMap(from, true) : steps.subMap(from, true, until, false))
                .replaceAll((key, value) -> how.apply(value));
        join();
    }

    /** What holds, in order; nothing is left out. */
    List<Span<K, V>> spans() {
        List<Span<K, V>> spans = new ArrayList<>();
        for (Map.Entry<K, V> step : steps.entrySet()) {
            if (step.getValue() != null) {
                spans.add(
                        new Span<>(step.getKey(), steps.higherKey(step.getKey()), step.getValue()));
            }
        }
        return spans;
    }

    /** What holds at a key, or null. */
    V at(K key) {
        Map.Entry<K, V> step = steps.floorEntry(key);
        return step == null ? null : step.getValue();
    }

    private void cut(K at) {
        if (!steps.containsKey(at)) {
            steps.put(at, at(at));
        }
    }

    private void join() {
        V before = null;
        for (Iterator<V> values = steps.values().iterator(); values.hasNext(); ) {
            V value = values.next();
            if (Objects.equals(before, value)) {
                values.remove();
            }
            before = value;
        }
    }
}
