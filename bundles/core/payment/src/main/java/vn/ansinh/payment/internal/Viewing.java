package vn.ansinh.payment.internal;

import java.util.List;
import vn.ansinh.payment.api.Payments.Difference;
import vn.ansinh.payment.api.Payments.LineView;
import vn.ansinh.payment.api.Payments.TotalView;
import vn.ansinh.payment.port.Movement;
import vn.ansinh.payment.port.StoredDifference;
import vn.ansinh.payment.port.StoredLine;
import vn.ansinh.payment.port.TotalRow;

/** Stored rows as people see them. */
final class Viewing {
    private Viewing() {}

    static List<TotalView> totals(List<TotalRow> rows) {
        Totals sums = new Totals();
        for (TotalRow row : rows) {
            if (row.movement().ofList() && row.movement() != Movement.STOPPED) {
                sums.add(
                        new TotalRow(
                                row.unitCode(),
                                row.ground(),
                                row.component(),
                                Movement.SAME,
                                row.heads(),
                                row.amountDong(),
                                0,
                                0,
                                0));
            }
        }
        return sums.rows().stream()
                .map(
                        row ->
                                new TotalView(
                                        row.unitCode(),
                                        row.ground(),
                                        row.component(),
                                        row.heads(),
                                        row.amountDong()))
                .toList();
    }

    static LineView line(StoredLine stored) {
        LineView line = stored.line();
        if (!stored.restricted()) {
            return line;
        }
        return new LineView(
                line.lineNo(),
                line.personId(),
                line.fullName(),
                line.personalId(),
                line.birthYear(),
                line.unitCode(),
                Prices.BY_DECISION,
                line.component(),
                line.coefficientHundredths(),
                line.rateDong(),
                line.amountDong(),
                line.decisionNumber(),
                line.channel(),
                line.payeeName(),
                line.bank(),
                line.account());
    }

    static Difference difference(StoredDifference stored) {
        return new Difference(
                stored.personId(),
                stored.component(),
                stored.decidedGround(),
                stored.decidedDong(),
                stored.assessedGround(),
                stored.assessedDong(),
                stored.kind().name());
    }
}
