package vn.ansinh.payment.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.api.PolicySnapshot.Due;
import vn.ansinh.entitlement.api.Favourable;
import vn.ansinh.entitlement.port.WatchedPeople.Watched;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.payment.api.Estimates.Kind;
import vn.ansinh.payment.api.Estimates.Row;
import vn.ansinh.payment.internal.Prices.Priced;
import vn.ansinh.payment.port.Case;
import vn.ansinh.payment.port.Case.Held;

/**
 * One month run forward: people come one by one and only sums stay. What decisions pay is what a
 * run would pay; the assessment of today and of the month say what will have changed by then. Used
 * by one thread.
 */
final class EstimateMonth {

    private final Engine engine;
    private final PolicySnapshot snapshot;
    private final YearMonth today;
    private final YearMonth month;
    private final LocalDate knownOn;
    private final Prices prices;
    private final Map<Key, Sum> sums = new HashMap<>();
    private final Map<String, Long> stateAmounts = new HashMap<>();

    /**
     * @param today month that counts as now
     * @param month month to estimate
     * @param knownOn day as known on which law and facts are read
     */
    EstimateMonth(
            Engine engine,
            PolicySnapshot snapshot,
            YearMonth today,
            YearMonth month,
            LocalDate knownOn) {
        this.engine = engine;
        this.snapshot = snapshot;
        this.today = today;
        this.month = month;
        this.knownOn = knownOn;
        this.prices = new Prices(snapshot, month, knownOn);
    }

    /** Somebody whom decisions grant something for the month. */
    void decided(Case person) {
        if (person.held().isEmpty()
                || person.death() != null && person.death().isBefore(month.atDay(1))) {
            return;
        }
        Facts facts = facts(person);
        List<Due> then = snapshot.decide(facts, month, knownOn).dues();
        List<Due> now = null;
        for (Component component : Component.everyMonth()) {
            List<Held> held =
                    person.held().stream().filter(h -> h.component() == component).toList();
            if (held.isEmpty()) {
                continue;
            }
            Held best = highest(held);
            Due due = of(then, component);
            if (best != null && due != null && same(due, best)) {
                pay(person.unitCode(), best, Kind.DECIDED);
                continue;
            }
            if (now == null) {
                now = snapshot.decide(facts, today, knownOn).dues();
            }
            Due was = of(now, component);
            if (best == null) {
                // The law of the month has no rate for what was decided: only what it gives counts.
                if (due != null) {
                    pay(person.unitCode(), due, Kind.CHANGED);
                }
            } else if (was == null || due != null && same(due, was)) {
                // Nothing changes between today and then: the decision stands, right or wrong.
                pay(person.unitCode(), best, Kind.DECIDED);
            } else if (due == null) {
                pay(person.unitCode(), best, Kind.ENDING);
            } else {
                pay(person.unitCode(), due, Kind.CHANGED);
            }
        }
    }

    /** Anybody alive on the register: what is due and not granted. */
    void watched(Watched person) {
        Facts facts =
                engine.facts(
                        person.earliestBirth(),
                        person.latestBirth(),
                        person.sex(),
                        null,
                        Favourable.of(person.facts()).facts(),
                        knownOn);
        List<Due> now = null;
        for (Due due : snapshot.decide(facts, month, knownOn).dues()) {
            if (person.held().stream().anyMatch(h -> h.component() == due.component())) {
                continue;
            }
            if (now == null) {
                now = snapshot.decide(facts, today, knownOn).dues();
            }
            pay(
                    person.unitCode(),
                    due,
                    of(now, due.component()) == null ? Kind.NEW : Kind.UNDECIDED);
        }
    }

    /** The sums by unit, ground and kind, nothing merged. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        sums.forEach(
                (key, sum) ->
                        rows.add(
                                new Row(
                                        month,
                                        key.unit(),
                                        key.ground(),
                                        key.kind(),
                                        sum.heads,
                                        sum.amount,
                                        sum.state,
                                        sum.amount - sum.state)));
        rows.sort(
                Comparator.comparing(Row::unitCode)
                        .thenComparing(Row::ground)
                        .thenComparing(Row::kind));
        return rows;
    }

    private Facts facts(Case person) {
        List<DatedFact> facts = person.facts();
        return engine.facts(
                person.earliestBirth(),
                person.latestBirth(),
                person.sex(),
                person.death(),
                facts,
                knownOn);
    }

    /** One benefit of a component, the highest, of equal ones the older; null without a rate. */
    private Held highest(List<Held> held) {
        Held best = null;
        long most = -1;
        for (Held one : held) {
            Priced priced = prices.of(one.groundCode(), one.coefficientHundredths());
            long amount = priced.price().amountDong();
            if (priced.price().rateRow() >= 0
                    && (amount > most
                            || amount == most && one.entitlementId() < best.entitlementId())) {
                best = one;
                most = amount;
            }
        }
        return best;
    }

    private void pay(String unit, Held held, Kind kind) {
        Priced priced = prices.of(held.groundCode(), held.coefficientHundredths());
        add(
                unit,
                held.groundCode(),
                held.coefficientHundredths(),
                kind,
                priced.price().amountDong());
    }

    private void pay(String unit, Due due, Kind kind) {
        add(unit, due.groundCode(), due.coefficientHundredths(), kind, due.amountDong());
    }

    private void add(String unit, String ground, int coefficient, Kind kind, long amount) {
        Sum sum = sums.computeIfAbsent(new Key(unit, prices.shown(ground), kind), key -> new Sum());
        sum.heads++;
        sum.amount = Math.addExact(sum.amount, amount);
        sum.state += Math.min(amount, stateAmount(ground, coefficient));
    }

    /** What the State's own rate makes of the coefficient; a few dozen pairs, each asked once. */
    private long stateAmount(String ground, int coefficient) {
        return stateAmounts.computeIfAbsent(
                coefficient + " " + ground,
                pair -> snapshot.statePrice(ground, coefficient, month, knownOn).amountDong());
    }

    private static boolean same(Due due, Held held) {
        return due.groundCode().equals(held.groundCode())
                && due.coefficientHundredths() == held.coefficientHundredths();
    }

    private static boolean same(Due due, Due other) {
        return due.groundCode().equals(other.groundCode())
                && due.coefficientHundredths() == other.coefficientHundredths();
    }

    private static Due of(List<Due> dues, Component component) {
        for (Due due : dues) {
            if (due.component() == component) {
                return due;
            }
        }
        return null;
    }

    private record Key(String unit, String ground, Kind kind) {}

    private static final class Sum {
        private long heads;
        private long amount;
        private long state;
    }
}
