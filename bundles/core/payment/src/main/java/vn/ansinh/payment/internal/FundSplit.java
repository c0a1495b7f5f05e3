package vn.ansinh.payment.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.ansinh.payment.api.Funds;
import vn.ansinh.payment.api.Funds.Rounding;
import vn.ansinh.payment.api.Funds.Row;
import vn.ansinh.payment.api.Funds.Share;
import vn.ansinh.payment.api.Funds.Shares;

/** The split of a line by source: a pure function of ground, component, amount and shares. */
final class FundSplit {
    private static final int WHOLE = 1000;
    private static final List<Share> UNASSIGNED = List.of(new Share(Funds.NO_SOURCE, WHOLE));

    private FundSplit() {}

    /** A part of a line. */
    record Part(String programme, String source, long dong) {}

    /** Parts of a line; together the amount, none of them negative. */
    static List<Part> split(Shares shares, String ground, int component, long amountDong) {
        Row row =
                shares.rows().stream()
                        .filter(r -> r.ground().isEmpty() || r.ground().equals(ground))
                        .filter(r -> r.component() == 0 || r.component() == component)
                        .max(
                                Comparator.comparing((Row r) -> !r.ground().isEmpty())
                                        .thenComparing(r -> r.component() != 0))
                        .orElse(new Row("", 0, Funds.NO_PROGRAMME, UNASSIGNED));
        int rest = shares.rounding() == Rounding.LAST_TAKES_REST ? last(row) : largest(row);
        long left = amountDong;
        long[] dong = new long[row.shares().size()];
        for (int i = 0; i < dong.length; i++) {
            if (i != rest) {
                long exact = Math.multiplyExact(amountDong, row.shares().get(i).permille());
                long half = shares.rounding() == Rounding.LAST_TAKES_REST ? WHOLE / 2 : 0;
                dong[i] = Math.min((exact + half) / WHOLE, left);
                left -= dong[i];
            }
        }
        dong[rest] = left;
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < dong.length; i++) {
            parts.add(new Part(row.programme(), row.shares().get(i).source(), dong[i]));
        }
        return parts;
    }

    private static int last(Row row) {
        return row.shares().size() - 1;
    }

    private static int largest(Row row) {
        int largest = 0;
        for (int i = 1; i < row.shares().size(); i++) {
            if (row.shares().get(i).permille() > row.shares().get(largest).permille()) {
                largest = i;
            }
        }
        return largest;
    }
}
