package vn.ansinh.payment.internal;

import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import vn.ansinh.payment.api.Payments.Reconciliation;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.RunPapers.Balance;
import vn.ansinh.payment.api.RunPapers.Sum;
import vn.ansinh.payment.port.Movement;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.RunStorage;
import vn.ansinh.payment.port.RunStorage.LineSums;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.payment.port.TotalRow;

/**
 * The reconciliation page: the equation of each month, totals against the lines as they are in the
 * table now, and what is to be drawn.
 */
final class RunBalance {
    private final PaymentStorage storage;
    private final RunStorage life;

    RunBalance(PaymentStorage storage, RunStorage life) {
        this.storage = storage;
        this.life = life;
    }

    /**
     * The page.
     *
     * @param whole whether the caller sees the whole locality; sums of some units are not compared
     *     with those of the run
     */
    Balance of(StoredRun run, boolean whole) {
        List<Reconciliation> months = new RunReconciling(storage).of(run);
        List<TotalRow> totals = storage.totals(run.id());
        Sum regular = sum(totals, m -> m.ofList() && m != Movement.STOPPED);
        Sum arrears = sum(totals, m -> m == Movement.ARREARS);
        Sum oneOff = sum(totals, m -> m == Movement.ONE_OFF);
        Sum recovery = sum(totals, m -> m == Movement.RECOVERY);
        long toDraw = regular.dong() + arrears.dong() + oneOff.dong() - recovery.dong();
        boolean balances =
                months.stream().allMatch(Reconciliation::balances)
                        && (!whole || toDraw == run.totalDong())
                        // A cancelled run has no lines any more.
                        && (!whole || run.state() == RunState.CANCELLED || linesAgree(run));
        return new Balance(months, regular, arrears, oneOff, recovery, toDraw, balances);
    }

    private boolean linesAgree(StoredRun run) {
        for (YearMonth month : run.months()) {
            LineSums lines = life.listSums(run.only(month));
            Sum totals =
                    sum(storage.totals(run.id(), month), m -> m.ofList() && m != Movement.STOPPED);
            if (lines.lines() != totals.lines() || lines.dong() != totals.dong()) {
                return false;
            }
        }
        return true;
    }

    private static Sum sum(List<TotalRow> rows, Predicate<Movement> which) {
        long lines = 0;
        long dong = 0;
        for (TotalRow row : rows) {
            if (which.test(row.movement())) {
                lines = Math.addExact(lines, row.heads());
                dong = Math.addExact(dong, row.amountDong());
            }
        }
        return new Sum(lines, dong);
    }
}
