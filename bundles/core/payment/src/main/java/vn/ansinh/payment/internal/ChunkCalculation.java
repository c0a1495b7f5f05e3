package vn.ansinh.payment.internal;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.api.PolicySnapshot.Due;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.payment.api.Payments.RunKind;
import vn.ansinh.payment.internal.Prices.Priced;
import vn.ansinh.payment.port.Case;
import vn.ansinh.payment.port.Case.Held;
import vn.ansinh.payment.port.Case.Previous;
import vn.ansinh.payment.port.Chunk;
import vn.ansinh.payment.port.ChunkResult;
import vn.ansinh.payment.port.Line;
import vn.ansinh.payment.port.LineKey;
import vn.ansinh.payment.port.Movement;
import vn.ansinh.payment.port.StoredDifference;
import vn.ansinh.payment.port.StoredDifference.Kind;
import vn.ansinh.payment.port.StoredRun;

/**
 * Turns the people of one chunk into lines, totals and differences. Decisions are paid; what the
 * assessment says is compared and never paid. Used by one thread, for one chunk.
 */
final class ChunkCalculation implements Consumer<Case> {
    private static final Component[] COMPONENTS = Component.everyMonth().toArray(new Component[0]);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT = 16;
    private static final int SALTS_AT_ONCE = 64;

    private final int tenant;
    private final StoredRun run;
    private final Engine engine;
    private final PolicySnapshot snapshot;
    private final Prices prices;
    private final LocalDate firstDay;
    private final Merkle merkle = new Merkle();
    private final Totals totals = new Totals();
    private final List<Line> lines = new ArrayList<>();
    private final List<byte[]> leaves = new ArrayList<>();
    private final List<StoredDifference> differences = new ArrayList<>();
    private final StringBuilder canonical = new StringBuilder(120);
    private final byte[] salts = new byte[SALT * SALTS_AT_ONCE];
    private final Held[] best = new Held[COMPONENTS.length];
    private final Priced[] bestPrice = new Priced[COMPONENTS.length];
    private final Previous[] previous = new Previous[COMPONENTS.length];
    private int salt = SALTS_AT_ONCE;
    private int persons;
    private long total;

    ChunkCalculation(
            int tenant, StoredRun run, Engine engine, PolicySnapshot snapshot, Prices prices) {
        this.tenant = tenant;
        this.run = run;
        this.engine = engine;
        this.snapshot = snapshot;
        this.prices = prices;
        this.firstDay = run.month().atDay(1);
    }

    @Override
    public void accept(Case person) {
        Arrays.fill(best, null);
        Arrays.fill(previous, null);
        for (Previous line : person.previous()) {
            previous[line.component().ordinal()] = line;
        }
        for (Held held : person.held()) {
            choose(person, held);
        }
        // Due in full for the month of death, nothing from the month after (NĐ 20/2021 Điều 8.2).
        boolean dead = person.death() != null && person.death().isBefore(firstDay);
        boolean paid = false;
        for (int c = 0; c < COMPONENTS.length; c++) {
            if (best[c] != null && !dead) {
                line(person, c);
                paid = true;
            } else {
                if (best[c] != null) {
                    difference(person, c, Kind.DECEASED, "", 0);
                }
                if (previous[c] != null) {
                    stopped(previous[c]);
                }
            }
        }
        if (paid) {
            persons++;
            compare(person);
        }
    }

    /** What the chunk gave. */
    ChunkResult result(Chunk chunk) {
        return new ChunkResult(
                chunk.number(),
                true,
                persons,
                lines.size(),
                total,
                differences.size(),
                merkle.root(leaves),
                totals.rows(),
                lines,
                differences);
    }

    /** One benefit of a component, the highest; the other is listed. */
    private void choose(Case person, Held held) {
        int c = held.component().ordinal();
        Priced priced = prices.of(held.groundCode(), held.coefficientHundredths());
        if (priced.price().rateRow() < 0) {
            differences.add(
                    new StoredDifference(
                            person.personId(),
                            held.component(),
                            Kind.NO_LAW,
                            held.entitlementId(),
                            priced.shownGround(),
                            0,
                            "",
                            0));
            return;
        }
        if (best[c] == null) {
            best[c] = held;
            bestPrice[c] = priced;
            return;
        }
        Held loser = held;
        Priced loserPrice = priced;
        if (priced.price().amountDong() > bestPrice[c].price().amountDong()
                || priced.price().amountDong() == bestPrice[c].price().amountDong()
                        && held.entitlementId() < best[c].entitlementId()) {
            loser = best[c];
            loserPrice = bestPrice[c];
            best[c] = held;
            bestPrice[c] = priced;
        }
        differences.add(
                new StoredDifference(
                        person.personId(),
                        held.component(),
                        Kind.NOT_HIGHEST,
                        loser.entitlementId(),
                        loserPrice.shownGround(),
                        loserPrice.price().amountDong(),
                        bestPrice[c].shownGround(),
                        bestPrice[c].price().amountDong()));
    }

    private void line(Case person, int c) {
        Held held = best[c];
        Priced priced = bestPrice[c];
        PolicySnapshot.Price price = priced.price();
        Previous before = previous[c];
        boolean samePlace =
                before != null
                        && before.unitCode().equals(person.unitCode())
                        && before.groundCode().equals(held.groundCode());
        if (before != null && !samePlace) {
            stopped(before);
        }
        long was = samePlace ? before.amountDong() : 0;
        long byRate = samePlace ? byRate(before, price) : 0;
        long byCoefficient = samePlace ? price.amountDong() - was - byRate : 0;
        Movement movement = samePlace ? movement(byRate, byCoefficient) : Movement.NEW;
        totals.add(
                person.unitCode(),
                priced.shownGround(),
                held.component(),
                movement,
                price.amountDong(),
                was,
                byCoefficient,
                byRate);
        byte[] lineSalt = nextSalt();
        byte[] leaf = merkle.leaf(lineSalt, canonical(person, held, price));
        lines.add(
                new Line(
                        person.personId(),
                        held.component(),
                        0,
                        person.unitCode(),
                        held.groundCode(),
                        priced.restricted(),
                        price.coefficientHundredths(),
                        price.rateDong(),
                        price.amountDong(),
                        movement,
                        before == null ? 0 : before.amountDong(),
                        held.entitlementId(),
                        held.decisionId(),
                        price.rateRow(),
                        priced.coefficientRow(),
                        price.uncertain(),
                        lineSalt,
                        leaf));
        leaves.add(leaf);
        total = Math.addExact(total, price.amountDong());
    }

    /**
     * What the new rate alone makes of last month's amount; all of it when only the rate changed.
     */
    private static long byRate(Previous before, PolicySnapshot.Price price) {
        if (before.rateDong() == price.rateDong()) {
            return 0;
        }
        long now =
                before.coefficientHundredths() == price.coefficientHundredths()
                        ? price.amountDong()
                        : price.rateDong() * before.coefficientHundredths() / 100;
        return now - before.amountDong();
    }

    private static Movement movement(long byRate, long byCoefficient) {
        if (byCoefficient > 0) {
            return Movement.INCREASED;
        }
        if (byCoefficient < 0) {
            return Movement.DECREASED;
        }
        return byRate == 0 ? Movement.SAME : Movement.RATE;
    }

    private void stopped(Previous line) {
        totals.add(
                line.unitCode(),
                line.restricted() ? Prices.BY_DECISION : line.groundCode(),
                line.component(),
                Movement.STOPPED,
                0,
                line.amountDong(),
                0,
                0);
    }

    /**
     * The line as hashed: tenant, run's month, person, component code, sequence, unit, ground,
     * coefficient × 100, rate, amount, entitlement, decision, with | between.
     */
    private CharSequence canonical(Case person, Held held, PolicySnapshot.Price price) {
        canonical.setLength(0);
        return canonical
                .append(tenant)
                .append('|')
                .append(run.month())
                .append('|')
                .append(person.personId())
                .append('|')
                .append(LineKey.code(held.component()))
                .append("|0|")
                .append(person.unitCode())
                .append('|')
                .append(held.groundCode())
                .append('|')
                .append(price.coefficientHundredths())
                .append('|')
                .append(price.rateDong())
                .append('|')
                .append(price.amountDong())
                .append('|')
                .append(held.entitlementId())
                .append('|')
                .append(held.decisionId());
    }

    private byte[] nextSalt() {
        if (salt == SALTS_AT_ONCE) {
            RANDOM.nextBytes(salts);
            salt = 0;
        }
        int from = SALT * salt++;
        return Arrays.copyOfRange(salts, from, from + SALT);
    }

    private void compare(Case person) {
        Facts facts =
                engine.facts(
                        person.earliestBirth(),
                        person.latestBirth(),
                        person.sex(),
                        person.death(),
                        person.facts(),
                        run.listDate());
        List<Due> dues = snapshot.decide(facts, run.month(), run.listDate()).dues();
        for (int c = 0; c < COMPONENTS.length; c++) {
            Due due = due(dues, COMPONENTS[c]);
            if (best[c] == null) {
                // Who is supplemented has the rest in the list: only that one compares it.
                if (due != null && run.kind() == RunKind.REGULAR) {
                    difference(person, c, Kind.NOT_DECIDED, due.groundCode(), due.amountDong());
                }
            } else if (due == null) {
                difference(person, c, Kind.NOT_ASSESSED, "", 0);
            } else if (due.amountDong() != bestPrice[c].price().amountDong()) {
                difference(person, c, Kind.AMOUNT, due.groundCode(), due.amountDong());
            }
        }
    }

    private static Due due(List<Due> dues, Component component) {
        for (int i = 0; i < dues.size(); i++) {
            if (dues.get(i).component() == component) {
                return dues.get(i);
            }
        }
        return null;
    }

    private void difference(Case person, int c, Kind kind, String assessedGround, long assessed) {
        boolean decided = best[c] != null;
        differences.add(
                new StoredDifference(
                        person.personId(),
                        COMPONENTS[c],
                        kind,
                        decided ? best[c].entitlementId() : 0,
                        decided ? bestPrice[c].shownGround() : "",
                        decided ? bestPrice[c].price().amountDong() : 0,
                        assessedGround.isEmpty() ? "" : prices.shown(assessedGround),
                        assessed));
    }
}
