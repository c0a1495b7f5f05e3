package vn.ansinh.payment.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.api.PolicySnapshot.Due;
import vn.ansinh.entitlement.port.WatchedPeople.Watched;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.payment.api.PolicyDiffs.Change;
import vn.ansinh.payment.api.PolicyDiffs.Total;
import vn.ansinh.payment.internal.Prices.Priced;
import vn.ansinh.payment.port.Case;
import vn.ansinh.payment.port.Case.Held;

/**
 * One month by two laws: people come one by one, rows that differ are handed on, sums stay. Used by
 * one thread.
 */
final class DiffMonth {
    private static final byte[] NO_SALT = new byte[0];

    private final Engine engine;
    private final PolicySnapshot before;
    private final PolicySnapshot after;
    private final YearMonth month;
    private final LocalDate knownOn;
    private final Prices oldPrices;
    private final Prices newPrices;
    private final Payable oldPay;
    private final Payable newPay;
    private final Map<Key, Sum> sums = new HashMap<>();
    private final Map<String, Long> stateAmounts = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<byte[]> leaves = new ArrayList<>();
    private final Merkle merkle = new Merkle();
    private long falls;

    DiffMonth(
            Engine engine,
            PolicySnapshot before,
            PolicySnapshot after,
            YearMonth month,
            LocalDate knownOn) {
        this.engine = engine;
        this.before = before;
        this.after = after;
        this.month = month;
        this.knownOn = knownOn;
        oldPrices = new Prices(before, month, knownOn);
        newPrices = new Prices(after, month, knownOn);
        oldPay = new Payable(oldPrices);
        newPay = new Payable(newPrices);
    }

    /** Somebody whom decisions grant something. */
    void decided(Case person) {
        if (person.held().isEmpty()) {
            return;
        }
        oldPay.look(person, month.atDay(1));
        newPay.look(person, month.atDay(1));
        Facts facts =
                engine.facts(
                        person.earliestBirth(),
                        person.latestBirth(),
                        person.sex(),
                        person.death(),
                        person.facts(),
                        knownOn);
        List<Due> oldDues = before.decide(facts, month, knownOn).dues();
        List<Due> newDues = after.decide(facts, month, knownOn).dues();
        for (int c = 0; c < Payable.COMPONENTS.length; c++) {
            Held held = newPay.held(c) == null ? oldPay.held(c) : newPay.held(c);
            if (held != null) {
                sum(person.unitCode(), held, c);
            }
            Due was = of(oldDues, Payable.COMPONENTS[c]);
            Due is = of(newDues, Payable.COMPONENTS[c]);
            if (oldPay.amountDong(c) != newPay.amountDong(c) || !same(was, is)) {
                change(person.personId(), person.unitCode(), c, held, was, is);
            }
        }
    }

    /** Anybody alive: what would be due, or no longer, of which nothing is decided. */
    void watched(Watched person) {
        Facts facts =
                engine.facts(
                        person.earliestBirth(),
                        person.latestBirth(),
                        person.sex(),
                        null,
                        person.facts(),
                        knownOn);
        List<Due> oldDues = before.decide(facts, month, knownOn).dues();
        List<Due> newDues = after.decide(facts, month, knownOn).dues();
        for (int c = 0; c < Payable.COMPONENTS.length; c++) {
            Component component = Payable.COMPONENTS[c];
            Due was = of(oldDues, component);
            Due is = of(newDues, component);
            // Whom decisions pay anything was looked at above, with all components.
            if (person.held().isEmpty() && !same(was, is)) {
                oldPay.clear();
                newPay.clear();
                change(person.personId(), person.unitCode(), c, null, was, is);
            }
        }
    }

    private void change(long person, String unit, int c, Held held, Due was, Due is) {
        long oldDong = oldPay.amountDong(c);
        long newDong = newPay.amountDong(c);
        String ground =
                held != null ? held.groundCode() : is != null ? is.groundCode() : was.groundCode();
        boolean hidden =
                restricted(ground)
                        || was != null && restricted(was.groundCode())
                        || is != null && restricted(is.groundCode());
        Change change =
                new Change(
                        month,
                        person,
                        Payable.COMPONENTS[c],
                        unit,
                        hidden ? Prices.BY_DECISION : ground,
                        oldDong,
                        newDong,
                        shown(was, hidden),
                        was == null ? 0 : was.amountDong(),
                        shown(is, hidden),
                        is == null ? 0 : is.amountDong(),
                        hidden ? "" : clauses(c, was, is));
        changes.add(change);
        leaves.add(merkle.leaf(NO_SALT, change.toString()));
        if (newDong < oldDong) {
            falls++;
        }
    }

    private boolean restricted(String ground) {
        return oldPrices.isRestricted(ground) || newPrices.isRestricted(ground);
    }

    private static String shown(Due due, boolean hidden) {
        return due == null ? "" : hidden ? Prices.BY_DECISION : due.groundCode();
    }

    /** The clauses that the two amounts rest on; one that both rest on says nothing. */
    private String clauses(int c, Due was, Due is) {
        Set<String> old = new LinkedHashSet<>();
        Set<String> now = new LinkedHashSet<>();
        clauses(before, oldPay.priced(c), old);
        clauses(after, newPay.priced(c), now);
        clauses(before, oldPrices, was, old);
        clauses(after, newPrices, is, now);
        Set<String> gone = new LinkedHashSet<>(old);
        gone.removeAll(now);
        now.removeAll(old);
        List<String> said = new ArrayList<>();
        if (!now.isEmpty()) {
            said.add(String.join("; ", now));
        }
        if (!gone.isEmpty()) {
            said.add("thay cho " + String.join("; ", gone));
        }
        return String.join(", ", said);
    }

    private static void clauses(PolicySnapshot law, Prices prices, Due due, Set<String> into) {
        if (due != null) {
            clauses(law, prices.of(due.groundCode(), due.coefficientHundredths()), into);
        }
    }

    private static void clauses(PolicySnapshot law, Priced priced, Set<String> into) {
        if (priced == null) {
            return;
        }
        for (int row : new int[] {priced.price().rateRow(), priced.coefficientRow()}) {
            if (row >= 0) {
                into.add(law.rows().get(row).citation().vietnamese());
            }
        }
    }

    private void sum(String unit, Held held, int c) {
        boolean hidden = restricted(held.groundCode());
        Sum sum =
                sums.computeIfAbsent(
                        new Key(
                                unit,
                                hidden ? Prices.BY_DECISION : held.groundCode(),
                                held.component()),
                        key -> new Sum());
        long oldDong = oldPay.amountDong(c);
        long newDong = newPay.amountDong(c);
        sum.heads++;
        sum.changed += oldDong == newDong ? 0 : 1;
        sum.oldDong = Math.addExact(sum.oldDong, oldDong);
        sum.newDong = Math.addExact(sum.newDong, newDong);
        sum.oldState += Math.min(oldDong, state(before, oldPay.held(c)));
        sum.newState += Math.min(newDong, state(after, newPay.held(c)));
    }

    /** What the State's own rate makes of it; a few dozen pairs, each asked once. */
    private long state(PolicySnapshot law, Held held) {
        if (held == null) {
            return 0;
        }
        int coefficient = held.coefficientHundredths();
        String ground = held.groundCode();
        return stateAmounts.computeIfAbsent(
                (law == before ? "old " : "new ") + coefficient + " " + ground,
                pair -> law.statePrice(ground, coefficient, month, knownOn).amountDong());
    }

    private static boolean same(Due was, Due is) {
        return was == null || is == null
                ? was == is
                : was.groundCode().equals(is.groundCode())
                        && was.coefficientHundredths() == is.coefficientHundredths()
                        && was.amountDong() == is.amountDong();
    }

    private static Due of(List<Due> dues, Component component) {
        for (int i = 0; i < dues.size(); i++) {
            if (dues.get(i).component() == component) {
                return dues.get(i);
            }
        }
        return null;
    }

    /** Rows since the last call. */
    List<Change> take() {
        List<Change> taken = List.copyOf(changes);
        changes.clear();
        return taken;
    }

    /** Root over the rows since the last call, in their order. */
    byte[] takeRoot() {
        byte[] root = merkle.root(leaves);
        leaves.clear();
        return root;
    }

    long falls() {
        return falls;
    }

    /** The sums of the month. */
    List<Total> totals() {
        List<Total> totals = new ArrayList<>();
        sums.forEach(
                (key, sum) ->
                        totals.add(
                                new Total(
                                        month,
                                        key.unit(),
                                        key.ground(),
                                        key.component(),
                                        sum.heads,
                                        sum.changed,
                                        sum.oldDong,
                                        sum.newDong,
                                        sum.oldState,
                                        sum.newState)));
        return totals;
    }

    private record Key(String unit, String ground, Component component) {}

    private static final class Sum {
        private long heads;
        private long changed;
        private long oldDong;
        private long newDong;
        private long oldState;
        private long newState;
    }
}
