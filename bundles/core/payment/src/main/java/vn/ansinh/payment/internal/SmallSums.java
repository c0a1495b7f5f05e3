package vn.ansinh.payment.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ansinh.payment.api.Estimates;
import vn.ansinh.payment.api.Estimates.Kind;
import vn.ansinh.payment.api.Estimates.Row;

/**
 * Merges sums of few payments of one month: first the grounds of a unit, then what is still small
 * over all units, and when that is small too, the smallest of the others joins it, so that it
 * cannot be told apart. Only where a kind has fewer payments in the whole locality does a small sum
 * show, without ground and unit. Totals stay as they are.
 */
final class SmallSums {

    private static final Comparator<Row> ORDER =
            Comparator.comparing(Row::unitCode).thenComparing(Row::ground).thenComparing(Row::kind);

    private SmallSums() {}

    /** The rows of one month with small ones merged. */
    static List<Row> merge(List<Row> rows) {
        Map<Kind, List<Row>> byKind =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Row::kind, LinkedHashMap::new, Collectors.toList()));
        List<Row> merged = new ArrayList<>();
        byKind.values().forEach(kind -> merged.addAll(ofKind(kind)));
        merged.sort(ORDER);
        return merged;
    }

    private static List<Row> ofKind(List<Row> rows) {
        List<Row> shown = new ArrayList<>();
        Map<String, Row> fewOfUnit = new HashMap<>();
        for (Row row : rows) {
            if (small(row)) {
                fewOfUnit.merge(row.unitCode(), few(row, row.unitCode()), SmallSums::sum);
            } else {
                shown.add(row);
            }
        }
        Row few = fewOfAll(fewOfUnit.values(), shown);
        if (few != null && small(few) && !shown.isEmpty()) {
            Row least = shown.stream().min(Comparator.comparingLong(Row::heads)).orElseThrow();
            shown.remove(least);
            few = sum(few, least);
        }
        if (few != null) {
            shown.add(few);
        }
        return shown;
    }

    /** Shows what is enough by unit; the rest of all units together, or null. */
    private static Row fewOfAll(Collection<Row> fewOfUnit, List<Row> shown) {
        Row rest = null;
        for (Row row : fewOfUnit) {
            if (!small(row)) {
                shown.add(row);
            } else {
                Row unnamed = few(row, "");
                rest = rest == null ? unnamed : sum(rest, unnamed);
            }
        }
        return rest;
    }

    private static boolean small(Row row) {
        return row.heads() < Estimates.SMALL;
    }

    private static Row few(Row row, String unit) {
        return new Row(
                row.month(),
                unit,
                Estimates.FEW,
                row.kind(),
                row.heads(),
                row.amountDong(),
                row.stateDong(),
                row.localDong());
    }

    private static Row sum(Row into, Row more) {
        return new Row(
                into.month(),
                into.unitCode(),
                into.ground(),
                into.kind(),
                into.heads() + more.heads(),
                Math.addExact(into.amountDong(), more.amountDong()),
                into.stateDong() + more.stateDong(),
                into.localDong() + more.localDong());
    }
}
