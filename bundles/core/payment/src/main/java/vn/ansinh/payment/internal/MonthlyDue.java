package vn.ansinh.payment.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.port.Case;
import vn.ansinh.payment.port.Chunk;
import vn.ansinh.payment.port.ParallelStorage;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.StoredRun;

/**
 * What decisions pay some people in a month by a law: of each component the highest, as a run takes
 * it, and nothing to the dead. Writes nothing.
 */
final class MonthlyDue {
    private static final int RANGE = 5_000;

    private final PaymentStorage payments;
    private final ParallelStorage ranges;

    MonthlyDue(PaymentStorage payments, ParallelStorage ranges) {
        this.payments = payments;
        this.ranges = ranges;
    }

    /** Heads and đồng, in the current unit of work. */
    Amount of(PolicySnapshot law, YearMonth month, Set<Long> people, LocalDate on, Instant at) {
        Prices prices = new Prices(law, month, on);
        StoredRun draft = StoredRun.draft(month, on, at, law.hash(), 0);
        long[] sum = new long[2];
        for (Chunk range : ranges.ranges(RANGE)) {
            payments.read(
                    draft,
                    range,
                    person -> {
                        if (people.contains(person.personId())) {
                            long dong = of(person, month, prices);
                            sum[0] += dong > 0 ? 1 : 0;
                            sum[1] = Math.addExact(sum[1], dong);
                        }
                    });
        }
        return new Amount(sum[0], sum[1]);
    }

    private static long of(Case person, YearMonth month, Prices prices) {
        if (person.death() != null && person.death().isBefore(month.atDay(1))) {
            return 0;
        }
        Map<Component, Long> highest = new EnumMap<>(Component.class);
        for (Case.Held held : person.held()) {
            Prices.Priced priced = prices.of(held.groundCode(), held.coefficientHundredths());
            if (priced.price().rateRow() >= 0) {
                highest.merge(held.component(), priced.price().amountDong(), Math::max);
            }
        }
        return highest.values().stream().mapToLong(Long::longValue).sum();
    }

    /** People with something, and đồng. */
    record Amount(long heads, long dong) {}
}
