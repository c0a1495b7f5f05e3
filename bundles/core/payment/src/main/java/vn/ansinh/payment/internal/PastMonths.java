package vn.ansinh.payment.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.api.ReferenceRows;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.payment.api.Corrections.Cause;
import vn.ansinh.payment.internal.Prices.Priced;
import vn.ansinh.payment.port.FoundCorrection;
import vn.ansinh.payment.port.PastPerson;
import vn.ansinh.payment.port.PastPerson.Paid;
import vn.ansinh.payment.port.PastPerson.Span;

/**
 * What past months lack or paid too much: owed as known now, by the law known now, against what is
 * settled. Since each month is brought to what is owed, the order of corrections does not matter
 * and a second look finds nothing.
 */
final class PastMonths {

    /** Row that lets a new level reach who no longer received when it came into force. */
    private static final String FOR_ENDED = "setting.arrearsForEnded2026";

    private final PolicySnapshot snapshot;
    private final LocalDate today;
    private final List<YearMonth> months;
    private final Map<YearMonth, Prices> prices = new HashMap<>();
    private final boolean endedToo;

    PastMonths(PolicySnapshot snapshot, List<YearMonth> months, LocalDate today) {
        this.snapshot = snapshot;
        this.today = today;
        this.months = months;
        for (YearMonth month : months) {
            prices.put(month, new Prices(snapshot, month, today));
        }
        this.endedToo =
                new ReferenceRows(snapshot)
                        .row(FOR_ENDED, YearMonth.from(today), today)
                        .map(ParameterRow::value)
                        .map(value -> !value.equals("off"))
                        .orElse(true);
    }

    /** Corrections of one person. */
    List<FoundCorrection> of(PastPerson person) {
        List<FoundCorrection> found = new ArrayList<>(0);
        for (YearMonth month : months) {
            for (Component component : Component.everyMonth()) {
                FoundCorrection one = of(person, month, component);
                if (one != null) {
                    found.add(one);
                }
            }
        }
        return found;
    }

    private FoundCorrection of(PastPerson person, YearMonth month, Component component) {
        Paid line = line(person, month, component);
        Span held = null;
        Priced price = null;
        boolean dead = person.death() != null && person.death().isBefore(month.atDay(1));
        if (!dead) {
            for (Span one : person.held()) {
                if (one.component() != component || !one.covers(month)) {
                    continue;
                }
                Priced priced = prices.get(month).of(one.ground(), one.coefficientHundredths());
                if (priced.price().rateRow() >= 0 && higher(priced, one, price, held)) {
                    held = one;
                    price = priced;
                }
            }
        }
        long owed = held == null ? 0 : price.price().amountDong();
        long settled = line == null ? 0 : line.amountDong();
        for (PastPerson.Settled one : person.settlements()) {
            if (one.component() == component && one.month().equals(month)) {
                settled = Math.addExact(settled, one.amountDong());
            }
        }
        if (owed == settled) {
            return null;
        }
        return held == null
                ? overpaid(person, month, component, line, settled, dead)
                : changed(person, month, line, held, price, settled);
    }

    /** The same choice as in a run: the highest, then the older entitlement. */
    private static boolean higher(Priced priced, Span one, Priced best, Span held) {
        if (held == null) {
            return true;
        }
        long amount = priced.price().amountDong();
        long standing = best.price().amountDong();
        return amount > standing
                || amount == standing && one.entitlementId() < held.entitlementId();
    }

    private FoundCorrection overpaid(
            PastPerson person,
            YearMonth month,
            Component component,
            Paid line,
            long settled,
            boolean dead) {
        String ground = line == null ? "" : line.ground();
        int coefficient = line == null ? 0 : line.coefficientHundredths();
        return new FoundCorrection(
                person.personId(),
                component,
                month,
                dead ? Cause.DEATH : Cause.DECISION,
                0,
                settled,
                line != null,
                // Who had received it, also when that was after a death.
                settled > 0 ? payee(person, component, month.atDay(1)) : now(person, component),
                line == null ? "STATE" : source(month, ground, coefficient),
                0,
                line == null ? 0 : line.decisionId(),
                person.unitCode(),
                ground,
                line != null && line.restricted(),
                coefficient,
                line == null ? 0 : line.rateDong(),
                "",
                false);
    }

    private FoundCorrection changed(
            PastPerson person, YearMonth month, Paid line, Span held, Priced price, long settled) {
        PolicySnapshot.Price counted = price.price();
        ParameterRow rate = snapshot.rows().get(counted.rateRow());
        long owed = counted.amountDong();
        return new FoundCorrection(
                person.personId(),
                held.component(),
                month,
                cause(person, line, held, counted, rate, settled),
                owed,
                settled,
                line != null,
                owed > settled
                        ? now(person, held.component())
                        : payee(person, held.component(), month.atDay(1)),
                source(month, held.ground(), held.coefficientHundredths()),
                held.entitlementId(),
                held.decisionId(),
                person.unitCode(),
                held.ground(),
                price.restricted(),
                counted.coefficientHundredths(),
                counted.rateDong(),
                rate.citation().vietnamese(),
                counted.uncertain());
    }

    private Cause cause(
            PastPerson person,
            Paid line,
            Span held,
            PolicySnapshot.Price counted,
            ParameterRow rate,
            long settled) {
        boolean onlyRate =
                line != null
                        && line.ground().equals(held.ground())
                        && line.coefficientHundredths() == counted.coefficientHundredths()
                        && line.rateDong() != counted.rateDong();
        if (!onlyRate) {
            return Cause.DECISION;
        }
        boolean receives =
                (person.death() == null || !person.death().isBefore(rate.inForce()))
                        && held.covers(YearMonth.from(rate.inForce()));
        return counted.amountDong() > settled && !receives && !endedToo
                ? Cause.LAW_ENDED
                : Cause.LAW;
    }

    /** Whose money a line is: nothing is netted across. */
    private String source(YearMonth month, String ground, int coefficient) {
        if (!snapshot.exists(ground, month, today)) {
            return "STATE";
        }
        long all = prices.get(month).of(ground, coefficient).price().amountDong();
        long state = snapshot.statePrice(ground, coefficient, month, today).amountDong();
        return state <= 0 ? "LOCAL" : state < all ? "MIXED" : "STATE";
    }

    private static Paid line(PastPerson person, YearMonth month, Component component) {
        for (Paid one : person.lines()) {
            if (one.component() == component && one.month().equals(month)) {
                return one;
            }
        }
        return null;
    }

    /** Who receives what is paid now: of the dead their heirs. */
    private String now(PastPerson person, Component component) {
        return person.death() != null ? "HEIR" : payee(person, component, today);
    }

    private static String payee(PastPerson person, Component component, LocalDate day) {
        for (PastPerson.PayeeSpan one : person.payees()) {
            if (one.component() == component
                    && !day.isBefore(one.from())
                    && (one.to() == null || !day.isAfter(one.to()))) {
                return one.kind();
            }
        }
        return "SELF";
    }
}
