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
    private final LocalDate firstDay;
    private final Prices oldPrices;
    private final Prices newPrices;
    private final Payable oldPay;
    private final Payable newPay;
    private final Map<Key, Sum> sums = new HashMap<>();
    private final Map<Granted, Long> stateAmounts = new HashMap<>();
    private final Map<Alike, Shown> alike = new HashMap<>();
    private final StringBuilder canonical = new StringBuilder(60);
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
        firstDay = month.atDay(1);
        oldPrices = new Prices(before, month, knownOn);
        newPrices = new Prices(after, month, knownOn);
        oldPay = new Payable(oldPrices);
        newPay = new Payable(newPrices);
    }

    /**
     * The next person: what decisions pay by either law and what is due by either; of those whom
     * decisions grant nothing only what is due.
     */
    void look(Case person) {
        oldPay.look(person, firstDay);
        newPay.look(person, firstDay);
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

    private void change(long person, String unit, int c, Held held, Due was, Due is) {
        Shown shown =
                alike.computeIfAbsent(
                        new Alike(
                                c,
                                ground(oldPay.held(c)),
                                coefficient(oldPay.held(c)),
                                ground(newPay.held(c)),
                                coefficient(newPay.held(c)),
                                was == null ? "" : was.groundCode(),
                                was == null ? 0 : was.coefficientHundredths(),
                                is == null ? "" : is.groundCode(),
                                is == null ? 0 : is.coefficientHundredths()),
                        key -> shown(c, held, was, is));
        changes.add(
                new Change(
                        month,
                        person,
                        Payable.COMPONENTS[c],
                        unit,
                        shown.ground,
                        shown.paidOld,
                        shown.paidNew,
                        shown.dueOldGround,
                        shown.dueOld,
                        shown.dueNewGround,
                        shown.dueNew,
                        shown.clause));
        canonical.setLength(0);
        canonical.append(month).append('|').append(person).append('|').append(unit);
        leaves.add(merkle.leaf(shown.digest, canonical));
        if (shown.paidNew < shown.paidOld) {
            falls++;
        }
    }

    private static String ground(Held held) {
        return held == null ? "" : held.groundCode();
    }

    private static int coefficient(Held held) {
        return held == null ? 0 : held.coefficientHundredths();
    }

    /** What a change says besides who and where: a few dozen of them, each worded once. */
    private Shown shown(int c, Held held, Due was, Due is) {
        String ground =
                held != null ? held.groundCode() : is != null ? is.groundCode() : was.groundCode();
        boolean hidden =
                restricted(ground)
                        || was != null && restricted(was.groundCode())
                        || is != null && restricted(is.groundCode());
        String said = hidden ? Prices.BY_DECISION : ground;
        long oldDong = oldPay.amountDong(c);
        long newDong = newPay.amountDong(c);
        String dueOldGround = shown(was, hidden);
        long dueOld = was == null ? 0 : was.amountDong();
        String dueNewGround = shown(is, hidden);
        long dueNew = is == null ? 0 : is.amountDong();
        String clause = hidden ? "" : clauses(c, was, is);
        List<Object> all =
                List.of(
                        Payable.COMPONENTS[c],
                        said,
                        oldDong,
                        newDong,
                        dueOldGround,
                        dueOld,
                        dueNewGround,
                        dueNew,
                        clause);
        return new Shown(
                said,
                oldDong,
                newDong,
                dueOldGround,
                dueOld,
                dueNewGround,
                dueNew,
                clause,
                merkle.leaf(NO_SALT, all.toString()));
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
        return stateAmounts.computeIfAbsent(
                new Granted(law == before, held.groundCode(), held.coefficientHundredths()),
                one -> law.statePrice(one.ground, one.coefficient, month, knownOn).amountDong());
    }

    private record Granted(boolean byOldLaw, String ground, int coefficient) {}

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

    /** What two laws make of somebody: changes with the same are worded alike. */
    private record Alike(
            int component,
            String oldGround,
            int oldCoefficient,
            String newGround,
            int newCoefficient,
            String dueOldGround,
            int dueOldCoefficient,
            String dueNewGround,
            int dueNewCoefficient) {}

    /** How a change is worded, and the digest of that. */
    private record Shown(
            String ground,
            long paidOld,
            long paidNew,
            String dueOldGround,
            long dueOld,
            String dueNewGround,
            long dueNew,
            String clause,
            byte[] digest) {}

    private static final class Sum {
        private long heads;
        private long changed;
        private long oldDong;
        private long newDong;
        private long oldState;
        private long newState;
    }
}
