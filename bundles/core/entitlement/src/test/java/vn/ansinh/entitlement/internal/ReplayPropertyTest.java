package vn.ansinh.entitlement.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.entitlement.api.Effect;
import vn.ansinh.entitlement.api.Entitlements.Entitled;
import vn.ansinh.entitlement.api.Entitlements.PastChange;
import vn.ansinh.entitlement.port.DecisionStore.Known;
import vn.ansinh.locality.api.Component;

/** The replay against one that looks at a single month at a time. */
class ReplayPropertyTest {

    private static final YearMonth FIRST = YearMonth.of(2025, 1);
    private static final int MONTHS = 30;
    private static final List<DecisionKind> KINDS = List.of(DecisionKind.values());

    /** Whatever is decided in whatever order, every month is what the naive replay says. */
    @Property(tries = 2_000)
    void everyMonthAgreesWithTheNaiveReplay(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 14) int count) {
        List<Known> known = decisions(new Random(seed), count);
        List<Entitled> all = Replay.of(known).all();
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = FIRST.plusMonths(i);
            for (Component component : Component.values()) {
                assertThat(at(all, component, month))
                        .as("%s %s of %s", component, month, known)
                        .isEqualTo(naive(known, month).get(component));
            }
        }
    }

    /** No two spans of a component share a month, and none could be joined with the next. */
    @Property(tries = 1_000)
    void spansNeitherOverlapNorRepeat(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 14) int count) {
        List<Entitled> all = Replay.of(decisions(new Random(seed), count)).all();
        for (int i = 1; i < all.size(); i++) {
            Entitled before = all.get(i - 1);
            Entitled next = all.get(i);
            if (before.component() == next.component()) {
                assertThat(before.to()).isNotNull().isBefore(next.from());
                boolean touching = before.to().plusMonths(1).equals(next.from());
                assertThat(touching && said(before).equals(said(next))).isFalse();
            }
        }
    }

    /** Taking any decision back, and any revocation back, is as if it had never been signed. */
    @Property(tries = 1_000)
    void revokingIsAsIfNeverSigned(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int count) {
        Random random = new Random(seed);
        List<Known> before = decisions(random, count);
        List<Known> signed = new ArrayList<>(before);
        signed.add(known(count + 1, kind(random), 0, random));
        List<Known> revoked = new ArrayList<>(signed);
        revoked.add(about(count + 2, DecisionKind.REVOKE, count + 1));
        List<Known> unrevoked = new ArrayList<>(revoked);
        unrevoked.add(about(count + 3, DecisionKind.REVOKE, count + 2));

        assertThat(Replay.of(revoked).all()).isEqualTo(Replay.of(before).all());
        assertThat(Replay.of(unrevoked).all()).isEqualTo(Replay.of(signed).all());
    }

    /** Past changes are exactly the months in which what is paid differs. */
    @Property(tries = 1_000)
    void pastChangesAreTheMonthsThatDiffer(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int count) {
        Random random = new Random(seed);
        List<Known> known = decisions(random, count);
        List<Entitled> before = Replay.of(known.subList(0, count - 1)).all();
        List<Entitled> after = Replay.of(known).all();
        YearMonth to = FIRST.plusMonths(random.nextInt(MONTHS));
        List<PastChange> changes = Ledger.pastChanges(1, 1, before, after, to);
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = FIRST.plusMonths(i);
            for (Component component : Component.values()) {
                boolean differs =
                        !paid(before, component, month).equals(paid(after, component, month));
                boolean listed =
                        changes.stream()
                                .filter(one -> one.component() == component)
                                .anyMatch(
                                        one ->
                                                !month.isBefore(one.from())
                                                        && !month.isAfter(one.to()));
                assertThat(listed).isEqualTo(differs && !month.isAfter(to));
            }
        }
    }

    /** Negative control: the comparison notices a month that is left out. */
    @Example
    void theComparisonNoticesAMonth() {
        Known grant = known(1, DecisionKind.GRANT, 0, new Random(1));
        List<Entitled> all = Replay.of(List.of(grant)).all();
        YearMonth month = all.get(0).from();
        assertThat(at(all, all.get(0).component(), month)).isNotNull();
        assertThat(naive(List.of(), month).get(all.get(0).component())).isNull();
    }

    private static List<Known> decisions(Random random, int count) {
        List<Known> known = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            DecisionKind kind = kind(random);
            boolean about = kind.aboutDecision();
            known.add(
                    about && id == 1
                            ? known(id, DecisionKind.GRANT, 0, random)
                            : known(id, kind, about ? 1 + random.nextInt(id - 1) : 0, random));
        }
        return known;
    }

    /** Half of the decisions grant, so that there is something to change. */
    private static DecisionKind kind(Random random) {
        return random.nextInt(3) == 0
                ? DecisionKind.GRANT
                : KINDS.get(random.nextInt(KINDS.size()));
    }

    private static Known known(long id, DecisionKind kind, long target, Random random) {
        Component component = Component.values()[random.nextInt(3)];
        YearMonth from = FIRST.plusMonths(random.nextInt(MONTHS));
        Effect effect =
                Effect.on(1, 7, component, from)
                        .with("G" + random.nextInt(3), 100 + 50 * random.nextInt(4));
        if (random.nextInt(3) == 0) {
            effect = effect.until(from.plusMonths(random.nextInt(8)));
        }
        if (kind == DecisionKind.ADJUST && random.nextInt(3) == 0) {
            effect = effect.moving(Component.values()[random.nextInt(3)]);
        }
        Effect numbered = numbered(id, effect, kind == DecisionKind.CORRECT_TEXT ? target : 0);
        LocalDate effectiveOn = from.atDay(1 + random.nextInt(2) * 14);
        return new Known(id, kind, target, effectiveOn, from.atDay(5), numbered);
    }

    private static Known about(long id, DecisionKind kind, long target) {
        Effect effect = numbered(id, Effect.on(1, 7, null, null), 0);
        return new Known(id, kind, target, null, LocalDate.of(2025, 1, 1), effect);
    }

    private static Effect numbered(long id, Effect e, long targetEffect) {
        return new Effect(
                id,
                e.row(),
                e.personId(),
                e.component(),
                e.toComponent(),
                e.ground(),
                e.coefficientHundredths(),
                e.from(),
                e.to(),
                e.reason(),
                0,
                0,
                targetEffect,
                "",
                "",
                "");
    }

    /** One month alone: decisions that stand, one after the other. */
    private static Map<Component, String> naive(List<Known> known, YearMonth month) {
        Map<Component, String[]> cells = new EnumMap<>(Component.class);
        for (int i = 0; i < known.size(); i++) {
            Known one = known.get(i);
            if (!stands(known, i) || repealed(known, one.decisionId(), month)) {
                continue;
            }
            Effect effect = one.effect();
            for (int j = 0; j < known.size(); j++) {
                if (known.get(j).kind() == DecisionKind.CORRECT_TEXT
                        && known.get(j).effect().targetEffectId() == one.effect().id()
                        && stands(known, j)) {
                    effect = known.get(j).effect();
                }
            }
            boolean in =
                    effect.from() != null
                            && !month.isBefore(effect.from())
                            && (effect.to() == null || !month.isAfter(effect.to()));
            if (in) {
                step(cells, one, effect);
            }
        }
        Map<Component, String> said = new EnumMap<>(Component.class);
        cells.forEach((component, cell) -> said.put(component, String.join(" ", cell)));
        return said;
    }

    private static void step(Map<Component, String[]> cells, Known one, Effect effect) {
        String by = String.valueOf(one.decisionId());
        String[] cell = cells.get(effect.component());
        switch (one.kind()) {
            case GRANT ->
                    cells.put(
                            effect.component(),
                            new String[] {
                                effect.ground(), "" + effect.coefficientHundredths(), by, "0"
                            });
            case STOP -> cells.remove(effect.component());
            case SUSPEND -> {
                if (cell != null) {
                    cell[3] = by;
                }
            }
            case RESUME -> {
                if (cell != null) {
                    cell[3] = "0";
                }
            }
            case ADJUST -> {
                if (cell != null) {
                    String[] adjusted = {
                        effect.ground(), "" + effect.coefficientHundredths(), by, cell[3]
                    };
                    cells.remove(effect.component());
                    cells.put(
                            effect.toComponent() == null
                                    ? effect.component()
                                    : effect.toComponent(),
                            adjusted);
                }
            }
            default -> {
                // says nothing of a month
            }
        }
    }

    private static boolean stands(List<Known> known, int index) {
        Set<Long> revokers = new HashSet<>();
        for (int i = index + 1; i < known.size(); i++) {
            if (known.get(i).kind() == DecisionKind.REVOKE
                    && known.get(i).targetDecisionId() == known.get(index).decisionId()
                    && stands(known, i)) {
                revokers.add(known.get(i).decisionId());
            }
        }
        return revokers.isEmpty();
    }

    private static boolean repealed(List<Known> known, long decisionId, YearMonth month) {
        for (int i = 0; i < known.size(); i++) {
            Known one = known.get(i);
            if (one.kind() == DecisionKind.REPEAL
                    && one.targetDecisionId() == decisionId
                    && stands(known, i)
                    && !month.atDay(1).isBefore(one.effectiveOn())) {
                return true;
            }
        }
        return false;
    }

    private static String at(List<Entitled> all, Component component, YearMonth month) {
        return all.stream()
                .filter(one -> one.component() == component && one.covers(month))
                .map(ReplayPropertyTest::said)
                .findFirst()
                .orElse(null);
    }

    private static String paid(List<Entitled> all, Component component, YearMonth month) {
        return all.stream()
                .filter(one -> one.component() == component && one.covers(month))
                .filter(one -> one.suspendedBy() == 0)
                .map(one -> one.ground() + one.coefficientHundredths())
                .findFirst()
                .orElse("");
    }

    private static String said(Entitled one) {
        return one.ground()
                + " "
                + one.coefficientHundredths()
                + " "
                + one.decisionId()
                + " "
                + one.suspendedBy();
    }
}
