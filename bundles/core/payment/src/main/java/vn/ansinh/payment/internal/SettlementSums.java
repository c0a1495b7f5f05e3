package vn.ansinh.payment.internal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.ansinh.payment.api.Funds.Settled;
import vn.ansinh.payment.api.Funds.Settlement;
import vn.ansinh.payment.api.Funds.Shares;
import vn.ansinh.payment.port.FundStorage.Amounts;
import vn.ansinh.payment.port.FundStorage.Fate;
import vn.ansinh.payment.port.Link;
import vn.ansinh.payment.port.Movement;

/** Sums of a settlement. */
final class SettlementSums {
    private static final int LINES = 0;
    private static final int APPROVED = 1;
    private static final int RECOVERED = 2;
    private static final int HELD = 3;
    private static final int SENT = 4;
    private static final int PAID = 5;
    private static final int RETURNED = 6;
    private static final int CARRIED = 7;
    private static final int SUMS = 8;

    private final Map<List<String>, long[]> rows = new TreeMap<>(SettlementSums::compare);

    private static int compare(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            int first = one.get(i).compareTo(other.get(i));
            if (first != 0) {
                return first;
            }
        }
        return 0;
    }

    void add(Shares shares, List<Amounts> amounts, YearMonth from, YearMonth to) {
        for (Amounts lines : amounts) {
            if (lines.month().isBefore(from) || lines.month().isAfter(to)) {
                continue;
            }
            for (FundSplit.Part part :
                    FundSplit.split(
                            shares, lines.ground(), lines.component(), lines.amountDong())) {
                add(
                        rows.computeIfAbsent(
                                List.of(
                                        part.source(),
                                        part.programme(),
                                        lines.month().toString(),
                                        lines.unitCode()),
                                key -> new long[SUMS]),
                        lines,
                        Math.multiplyExact(part.dong(), lines.count()));
            }
        }
    }

    private static void add(long[] sums, Amounts lines, long dong) {
        sums[LINES] += lines.count();
        boolean recovery = lines.movement() == Movement.RECOVERY;
        sums[recovery ? RECOVERED : APPROVED] += dong;
        long counted = lines.movement().signed(dong);
        Fate fate = lines.fate();
        if (fate == Fate.HELD) {
            sums[HELD] += counted;
        } else if (fate == Fate.PAID) {
            sums[PAID] += counted;
        } else if (fate == Fate.RETURNED) {
            sums[RETURNED] += counted;
        } else if (fate == Fate.CARRIED) {
            sums[CARRIED] += counted;
        }
        if (fate == Fate.SENT || fate == Fate.PAID || fate == Fate.RETURNED) {
            sums[SENT] += counted;
        }
    }

    Settlement settlement(Optional<Link> link) {
        List<Settled> all = new ArrayList<>();
        long[] total = new long[SUMS];
        rows.forEach(
                (key, sums) -> {
                    all.add(
                            row(
                                    key.get(0),
                                    key.get(1),
                                    YearMonth.parse(key.get(2)),
                                    key.get(3),
                                    sums));
                    for (int i = 0; i < SUMS; i++) {
                        total[i] = Math.addExact(total[i], sums[i]);
                    }
                });
        return new Settlement(
                all,
                row("", "", null, "", total),
                link.map(Link::sequence).orElse(0L),
                link.map(found -> HexFormat.of().formatHex(found.hash())).orElse(""));
    }

    private static Settled row(
            String source, String programme, YearMonth month, String unit, long[] sums) {
        return new Settled(
                source,
                programme,
                month,
                unit,
                sums[LINES],
                sums[APPROVED],
                sums[RECOVERED],
                sums[HELD],
                sums[SENT],
                sums[PAID],
                sums[RETURNED],
                sums[CARRIED]);
    }
}
