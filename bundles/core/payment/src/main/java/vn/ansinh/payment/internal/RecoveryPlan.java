package vn.ansinh.payment.internal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.payment.port.RecoveryStorage.ClaimMonth;
import vn.ansinh.payment.port.RecoveryStorage.Slice;

/**
 * Cuts a claim: first what is set off against arrears, then equal instalments, one a month; the
 * first ones carry the đồng that do not divide. The oldest month is paid back first.
 */
final class RecoveryPlan {
    private final List<ClaimMonth> months;
    private final List<Slice> slices = new ArrayList<>();
    private int at;
    private long used;

    private RecoveryPlan(List<ClaimMonth> months) {
        this.months = months;
    }

    /**
     * The items of a claim.
     *
     * @param setOffDong part set off
     * @param instalments instalments of the rest; 0: the rest is not kept back from lines
     * @param first month of the first instalment
     */
    static List<Slice> of(
            List<ClaimMonth> months, long setOffDong, int instalments, YearMonth first) {
        RecoveryPlan plan = new RecoveryPlan(months);
        plan.take(setOffDong, true, null);
        long rest = months.stream().mapToLong(ClaimMonth::amountDong).sum() - setOffDong;
        for (int i = 0; i < instalments; i++) {
            plan.take(part(rest, instalments, i), false, first.plusMonths(i));
        }
        return plan.slices;
    }

    /** The instalment of this number, from 0. */
    static long part(long rest, int instalments, int number) {
        return rest / instalments + (number < rest % instalments ? 1 : 0);
    }

    private void take(long amount, boolean setOff, YearMonth from) {
        long left = amount;
        while (left > 0) {
            ClaimMonth month = months.get(at);
            long part = Math.min(left, month.amountDong() - used);
            slices.add(new Slice(month, part, setOff, from));
            used += part;
            left -= part;
            if (used == month.amountDong()) {
                at++;
                used = 0;
            }
        }
    }
}
