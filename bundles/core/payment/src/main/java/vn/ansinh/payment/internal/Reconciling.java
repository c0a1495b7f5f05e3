package vn.ansinh.payment.internal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ansinh.payment.api.Payments.Reconciliation;
import vn.ansinh.payment.port.Movement;
import vn.ansinh.payment.port.TotalRow;

/**
 * The equation between two months. What was paid last month comes from last month's own totals,
 * what changed from comparing lines with lines: when a line of last month was altered since, the
 * two do not meet.
 */
final class Reconciling {
    private Reconciling() {}

    static Reconciliation of(YearMonth previousMonth, List<TotalRow> last, List<TotalRow> now) {
        Map<List<String>, long[]> rows = new TreeMap<>(Reconciling::compare);
        long[] all = new long[13];
        for (TotalRow row : last) {
            if (row.movement().ofList() && row.movement() != Movement.STOPPED) {
                for (long[] sums : List.of(at(rows, row), all)) {
                    sums[0] += row.heads();
                    sums[1] += row.amountDong();
                }
            }
        }
        for (TotalRow row : now.stream().filter(r -> r.movement().ofList()).toList()) {
            for (long[] sums : List.of(at(rows, row), all)) {
                add(sums, row);
            }
        }
        List<Reconciliation.Row> result = new ArrayList<>();
        rows.forEach((key, sums) -> result.add(row(key.get(0), key.get(1), sums)));
        result.add(row("", "", all));
        boolean balances = result.stream().allMatch(Reconciliation.Row::balances);
        return new Reconciliation(previousMonth, result, balances);
    }

    private static void add(long[] sums, TotalRow row) {
        switch (row.movement()) {
            case NEW -> {
                sums[2] += row.heads();
                sums[3] += row.amountDong();
            }
            case INCREASED -> {
                sums[4] += row.heads();
                sums[5] += row.changeDong();
            }
            case STOPPED -> {
                sums[6] += row.heads();
                sums[7] += row.previousDong();
            }
            case DECREASED -> {
                sums[8] += row.heads();
                sums[9] -= row.changeDong();
            }
            case SAME, RATE -> {}
            case ARREARS, RECOVERY, ONE_OFF ->
                    throw new IllegalArgumentException(row.movement() + " is not of the list");
        }
        sums[10] += row.rateDong();
        if (row.movement() != Movement.STOPPED) {
            sums[11] += row.heads();
            sums[12] += row.amountDong();
        }
    }

    private static long[] at(Map<List<String>, long[]> rows, TotalRow row) {
        return rows.computeIfAbsent(List.of(row.unitCode(), row.ground()), k -> new long[13]);
    }

    private static Reconciliation.Row row(String unit, String ground, long[] s) {
        return new Reconciliation.Row(
                unit, ground, s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9], s[10],
                s[11], s[12]);
    }

    private static int compare(List<String> a, List<String> b) {
        int unit = a.get(0).compareTo(b.get(0));
        return unit != 0 ? unit : a.get(1).compareTo(b.get(1));
    }
}
