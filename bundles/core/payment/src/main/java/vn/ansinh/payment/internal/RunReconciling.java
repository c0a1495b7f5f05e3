package vn.ansinh.payment.internal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.ansinh.payment.api.Payments.Reconciliation;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.payment.port.TotalRow;

/** The equation of each month of a run with the month before, from the stored totals. */
final class RunReconciling {
    private final PaymentStorage storage;

    RunReconciling(PaymentStorage storage) {
        this.storage = storage;
    }

    /** One page per month, in order. */
    List<Reconciliation> of(StoredRun run) {
        return of(run, month -> storage.totals(run.id(), month));
    }

    /** The same by totals that are not stored yet; those of the month before are. */
    List<Reconciliation> of(StoredRun run, Function<YearMonth, List<TotalRow>> totals) {
        List<Reconciliation> pages = new ArrayList<>();
        for (YearMonth month : run.months()) {
            long before = run.only(month).previousRunId();
            YearMonth last = month.minusMonths(1);
            List<TotalRow> lastTotals = before == 0 ? List.of() : storage.totals(before, last);
            pages.add(Reconciling.of(last, lastTotals, totals.apply(month)));
        }
        return pages;
    }
}
