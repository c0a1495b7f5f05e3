package vn.ansinh.reporting.internal;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.ansinh.locality.api.LocalityProfile;

/**
 * The order of lists in offices: by unit as the locality lists its units, then by given name (the
 * last word), then by the rest of the name, all in the Vietnamese alphabet.
 */
final class VietnameseOrder {

    private final Map<String, Integer> unitPlace;
    private final Collator collator = Collator.getInstance(new Locale("vi"));

    VietnameseOrder(LocalityProfile profile) {
        unitPlace =
                IntStream.range(0, profile.units().size())
                        .boxed()
                        .collect(
                                Collectors.toMap(
                                        i -> profile.units().get(i).code(), i -> i, Math::min));
    }

    /** Sorts; the key decides between namesakes, so that the order is always the same. */
    <T> List<T> sort(
            List<T> items,
            Function<T, String> unitCode,
            Function<T, String> fullName,
            ToLongFunction<T> key) {
        Comparator<Keyed<T>> order =
                Comparator.comparingInt((Keyed<T> k) -> k.unit)
                        .thenComparing(k -> k.unitCode)
                        .thenComparing(k -> k.given)
                        .thenComparing(k -> k.rest)
                        .thenComparingLong(k -> k.key);
        return items.stream()
                .map(item -> keyed(item, unitCode, fullName, key))
                .sorted(order)
                .map(k -> k.item)
                .toList();
    }

    private <T> Keyed<T> keyed(
            T item,
            Function<T, String> unitCode,
            Function<T, String> fullName,
            ToLongFunction<T> key) {
        String name = fullName.apply(item).strip();
        int lastWord = name.lastIndexOf(' ') + 1;
        String unit = unitCode.apply(item);
        return new Keyed<>(
                item,
                unitPlace.getOrDefault(unit, Integer.MAX_VALUE),
                unit,
                collator.getCollationKey(name.substring(lastWord)),
                collator.getCollationKey(name.substring(0, lastWord)),
                key.applyAsLong(item));
    }

    private record Keyed<T>(
            T item, int unit, String unitCode, CollationKey given, CollationKey rest, long key) {}
}
