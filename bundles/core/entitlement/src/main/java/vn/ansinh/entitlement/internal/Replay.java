package vn.ansinh.entitlement.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.entitlement.api.Effect;
import vn.ansinh.entitlement.api.Entitlements.Entitled;
import vn.ansinh.entitlement.internal.Steps.Span;
import vn.ansinh.entitlement.port.DecisionStore.Known;
import vn.ansinh.locality.api.Component;

/**
 * What decisions say one person gets, replayed in the order in which they became known. A revoked
 * decision is left out, a repealed one has no effect from its month on, a corrected row counts as
 * corrected. Since a replay starts from nothing, taking a decision back restores by itself whatever
 * it had replaced.
 */
final class Replay {

    private final Map<Component, Steps<YearMonth, Cell>> components =
            new EnumMap<>(Component.class);

    /** What holds in a month; {@code suspendedBy} 0: it is paid. */
    private record Cell(String ground, int coefficient, long decisionId, long suspendedBy) {
        Cell suspended(long by) {
            return new Cell(ground, coefficient, decisionId, by);
        }
    }

    private Replay() {
        for (Component component : Component.everyMonth()) {
            components.put(component, new Steps<>());
        }
    }

    /** Replays what is known of one person, oldest first. */
    static Replay of(List<Known> known) {
        Replay replay = new Replay();
        List<Known> standing = standing(known);
        Map<Long, YearMonth> repealed = repealed(standing);
        Map<Long, Effect> corrected = corrected(standing);
        for (Known one : standing) {
            Effect effect = corrected.getOrDefault(one.effect().id(), one.effect());
            replay.apply(one, effect, repealed.get(one.decisionId()));
        }
        return replay;
    }

    /** Everything, suspended spans included, by component and month. */
    List<Entitled> all() {
        List<Entitled> all = new ArrayList<>();
        components.forEach(
                (component, steps) -> {
                    for (Span<YearMonth, Cell> span : steps.spans()) {
                        all.add(entitled(component, span));
                    }
                });
        return all;
    }

    /** What is paid. */
    List<Entitled> paid() {
        return all().stream().filter(entitled -> entitled.suspendedBy() == 0).toList();
    }

    /** What is left when revocations, the later first, have taken out what they revoke. */
    private static List<Known> standing(List<Known> known) {
        Set<Long> revoked = new HashSet<>();
        List<Known> standing = new ArrayList<>();
        for (int i = known.size() - 1; i >= 0; i--) {
            Known one = known.get(i);
            if (!revoked.contains(one.decisionId())) {
                standing.add(0, one);
                if (one.kind() == DecisionKind.REVOKE) {
                    revoked.add(one.targetDecisionId());
                }
            }
        }
        return standing;
    }

    private static Map<Long, YearMonth> repealed(List<Known> standing) {
        Map<Long, YearMonth> repealed = new HashMap<>();
        for (Known one : standing) {
            if (one.kind() == DecisionKind.REPEAL) {
                repealed.merge(
                        one.targetDecisionId(),
                        firstMonthWithout(one.effectiveOn()),
                        (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        return repealed;
    }

    /** Months are whole: repealed within a month, that month still stands. */
    static YearMonth firstMonthWithout(LocalDate effectiveOn) {
        YearMonth month = YearMonth.from(effectiveOn);
        return effectiveOn.getDayOfMonth() == 1 ? month : month.plusMonths(1);
    }

    private static Map<Long, Effect> corrected(List<Known> standing) {
        Map<Long, Effect> corrected = new HashMap<>();
        for (Known one : standing) {
            if (one.kind() == DecisionKind.CORRECT_TEXT && one.effect().targetEffectId() != 0) {
                corrected.put(one.effect().targetEffectId(), one.effect());
            }
        }
        return corrected;
    }

    private void apply(Known known, Effect effect, YearMonth repealedFrom) {
        YearMonth until = effect.to() == null ? null : effect.to().plusMonths(1);
        if (repealedFrom != null && (until == null || repealedFrom.isBefore(until))) {
            until = repealedFrom;
        }
        long by = known.decisionId();
        switch (known.kind()) {
            case GRANT ->
                    change(
                            effect,
                            until,
                            cell ->
                                    new Cell(
                                            effect.ground(),
                                            effect.coefficientHundredths(),
                                            by,
                                            0));
            case ADJUST -> {
                change(effect, until, cell -> cell == null ? null : adjusted(cell, effect, by));
                move(effect, until);
            }
            case SUSPEND -> change(effect, until, cell -> cell == null ? null : cell.suspended(by));
            case RESUME -> change(effect, until, cell -> cell == null ? null : cell.suspended(0));
            case STOP -> change(effect, until, cell -> null);
            case RECOVER, CORRECT_TEXT, REVOKE, REPEAL, ONE_OFF, LEVEL, WRITE_OFF -> {
                // No effect of their own on what somebody gets.
            }
        }
    }

    private void change(Effect effect, YearMonth until, UnaryOperator<Cell> how) {
        components.forEach(
                (component, steps) -> {
                    if (effect.component() == null || effect.component() == component) {
                        steps.change(effect.from(), until, how);
                    }
                });
    }

    private static Cell adjusted(Cell cell, Effect effect, long by) {
        return new Cell(
                effect.ground().isEmpty() ? cell.ground() : effect.ground(),
                effect.coefficientHundredths() == 0
                        ? cell.coefficient()
                        : effect.coefficientHundredths(),
                by,
                cell.suspendedBy());
    }

    private void move(Effect effect, YearMonth until) {
        if (effect.toComponent() == null || effect.toComponent() == effect.component()) {
            return;
        }
        Steps<YearMonth, Cell> from = components.get(effect.component());
        Steps<YearMonth, Cell> to = components.get(effect.toComponent());
        for (Span<YearMonth, Cell> span : from.spans()) {
            YearMonth first = span.from().isBefore(effect.from()) ? effect.from() : span.from();
            YearMonth end =
                    until == null || span.until() != null && span.until().isBefore(until)
                            ? span.until()
                            : until;
            if (end == null || first.isBefore(end)) {
                to.change(first, end, cell -> span.value());
            }
        }
        from.change(effect.from(), until, cell -> null);
    }

    private static Entitled entitled(Component component, Span<YearMonth, Cell> span) {
        Cell cell = span.value();
        return new Entitled(
                component,
                cell.ground(),
                cell.coefficient(),
                span.from(),
                span.until() == null ? null : span.until().minusMonths(1),
                cell.decisionId(),
                cell.suspendedBy());
    }
}
