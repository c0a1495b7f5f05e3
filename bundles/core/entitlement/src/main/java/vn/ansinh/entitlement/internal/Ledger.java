package vn.ansinh.entitlement.internal;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ansinh.entitlement.api.Entitlements.Entitled;
import vn.ansinh.entitlement.api.Entitlements.PastChange;
import vn.ansinh.entitlement.internal.Steps.Span;
import vn.ansinh.entitlement.port.DecisionStore;
import vn.ansinh.entitlement.port.DecisionStore.Known;
import vn.ansinh.entitlement.port.DecisionStore.Row;
import vn.ansinh.locality.api.Component;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/**
 * Lays what decisions say down as entitlement rows: a row that no longer holds is ended, what holds
 * instead is added; nothing is rewritten.
 */
final class Ledger {

    private final DecisionStore store;

    Ledger(DecisionStore store) {
        this.store = store;
    }

    /** Replays per person, of everything known at an instant. */
    Map<Long, Replay> replay(Collection<Long> persons, Instant at) {
        Map<Long, List<Known>> known =
                store.known(persons, at).stream()
                        .collect(Collectors.groupingBy(one -> one.effect().personId()));
        return persons.stream()
                .distinct()
                .collect(
                        Collectors.toMap(
                                person -> person,
                                person -> Replay.of(known.getOrDefault(person, List.of()))));
    }

    /** Brings the rows of these people to what a replay says. */
    void settle(Map<Long, Replay> after, Instant at) {
        Map<Long, List<Row>> live =
                store.rows(after.keySet()).stream().collect(Collectors.groupingBy(Row::personId));
        List<Row> ended = new ArrayList<>();
        List<Row> added = new ArrayList<>();
        after.forEach(
                (person, replay) -> {
                    List<Entitled> wanted = new ArrayList<>(replay.paid());
                    for (Row row : live.getOrDefault(person, List.of())) {
                        if (!wanted.remove(row.entitled())) {
                            notBefore(row, at);
                            ended.add(row);
                        }
                    }
                    wanted.forEach(one -> added.add(new Row(0, person, one, null)));
                });
        store.end(ended, at);
        store.addRows(added, at);
    }

    /** A clock set back would end a row before it was granted. */
    private static void notBefore(Row row, Instant at) {
        if (row.grantedAt().isAfter(at)) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Đồng hồ hệ thống đang trước lúc ghi nhận quyết định trước đó; hãy chỉnh đồng hồ"
                            + " rồi ký lại.");
        }
    }

    /** What changed in months up to one, for payment to make arrears or recoveries of. */
    static List<PastChange> pastChanges(
            long decisionId,
            long person,
            List<Entitled> before,
            List<Entitled> after,
            YearMonth to) {
        List<PastChange> changes = new ArrayList<>();
        for (Component component : Component.everyMonth()) {
            Steps<YearMonth, Pair> steps = new Steps<>();
            fill(steps, before, component, to, (pair, one) -> new Pair(one, pair.after()));
            fill(steps, after, component, to, (pair, one) -> new Pair(pair.before(), one));
            for (Span<YearMonth, Pair> span : steps.spans()) {
                Pair pair = span.value();
                if (!pair.before().equals(pair.after())) {
                    changes.add(
                            new PastChange(
                                    decisionId,
                                    person,
                                    component,
                                    span.from(),
                                    span.until().minusMonths(1),
                                    pair.before().ground(),
                                    pair.before().coefficient(),
                                    pair.after().ground(),
                                    pair.after().coefficient()));
                }
            }
        }
        return changes;
    }

    private record Level(String ground, int coefficient) {
        private static final Level NOTHING = new Level("", 0);
    }

    private record Pair(Level before, Level after) {
        private static final Pair NOTHING = new Pair(Level.NOTHING, Level.NOTHING);
    }

    /** Puts one side of the comparison in. */
    private interface Side {
        Pair with(Pair pair, Level level);
    }

    private static void fill(
            Steps<YearMonth, Pair> steps,
            List<Entitled> entitled,
            Component component,
            YearMonth to,
            Side side) {
        YearMonth end = to.plusMonths(1);
        for (Entitled one : entitled) {
            if (one.component() == component && one.suspendedBy() == 0) {
                YearMonth until = one.to() == null ? end : one.to().plusMonths(1);
                Level level = new Level(one.ground(), one.coefficientHundredths());
                steps.change(
                        one.from(),
                        until.isBefore(end) ? until : end,
                        pair -> side.with(pair == null ? Pair.NOTHING : pair, level));
            }
        }
    }
}
