package vn.ansinh.entitlement.internal.monthly;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.Assessment.ConditionResult;
import vn.ansinh.assessment.api.Assessment.GroundResult;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.api.PolicySnapshot.Due;
import vn.ansinh.entitlement.api.Favourable;
import vn.ansinh.entitlement.api.MonthlyLists.Entry;
import vn.ansinh.entitlement.api.MonthlyLists.Item;
import vn.ansinh.entitlement.api.MonthlyLists.Kind;
import vn.ansinh.entitlement.api.MonthlyLists.Since;
import vn.ansinh.entitlement.port.WatchedPeople.Held;
import vn.ansinh.entitlement.port.WatchedPeople.Watched;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;

/** One person in two months: what comes, what ends, what changes, and why. */
final class MonthComparison {

    private static final String BY_DECISION = "Theo quyết định";

    private final Engine engine;
    private final PolicySnapshot snapshot;
    private final YearMonth month;
    private final YearMonth before;
    private final LocalDate knownOn;
    private final Set<String> restricted;

    MonthComparison(Engine engine, PolicySnapshot snapshot, YearMonth month, LocalDate knownOn) {
        this.engine = engine;
        this.snapshot = snapshot;
        this.month = month;
        this.before = month.minusMonths(1);
        this.knownOn = knownOn;
        this.restricted =
                snapshot.grounds().stream()
                        .filter(Ground::restricted)
                        .map(Ground::code)
                        .collect(Collectors.toUnmodifiableSet());
    }

    Optional<Entry> entry(Watched person, Kind kind) {
        Favourable favourable = Favourable.of(person.facts());
        Facts facts =
                engine.facts(
                        person.earliestBirth(),
                        person.latestBirth(),
                        person.sex(),
                        null,
                        favourable.facts(),
                        knownOn);
        List<Due> now = snapshot.decide(facts, month, knownOn).dues();
        List<Due> then = snapshot.decide(facts, before, knownOn).dues();
        List<Component> concerned = new ArrayList<>(2);
        boolean news = false;
        for (Component component : Component.everyMonth()) {
            Due due = of(now, component);
            Due was = of(then, component);
            if (concerns(kind, person, component, due, was)) {
                concerned.add(component);
                news |= kind != Kind.ENTERING || was == null;
            }
        }
        if (concerned.isEmpty()) {
            return Optional.empty();
        }
        Assessment assessedNow = snapshot.assess(facts, month, knownOn);
        Assessment assessedThen = snapshot.assess(facts, before, knownOn);
        List<Item> items =
                concerned.stream()
                        .map(c -> item(kind, person, c, now, then, assessedNow, assessedThen))
                        .toList();
        return Optional.of(
                new Entry(
                        person.personId(),
                        person.fullName(),
                        person.birthText(),
                        person.unitCode(),
                        news ? Since.THIS_MONTH : Since.EARLIER,
                        items,
                        kind == Kind.ENTERING ? favourable.toAsk() : List.of()));
    }

    private static boolean concerns(
            Kind kind, Watched person, Component component, Due due, Due was) {
        boolean held = person.held().stream().anyMatch(h -> h.component() == component);
        return switch (kind) {
            case ENTERING -> due != null && !held;
            case LEAVING -> held && due == null && was != null;
            case CHANGING ->
                    held
                            && due != null
                            && was != null
                            && !(due.groundCode().equals(was.groundCode())
                                    && due.coefficientHundredths() == was.coefficientHundredths())
                            && person.held().stream().noneMatch(h -> decided(h, due));
        };
    }

    private static boolean decided(Held held, Due due) {
        return held.component() == due.component()
                && held.groundCode().equals(due.groundCode())
                && held.coefficientHundredths() == due.coefficientHundredths();
    }

    private Item item(
            Kind kind,
            Watched person,
            Component component,
            List<Due> now,
            List<Due> then,
            Assessment assessedNow,
            Assessment assessedThen) {
        Due due = kind == Kind.LEAVING ? of(then, component) : of(now, component);
        String code = due.groundCode();
        boolean hidden =
                restricted.contains(code)
                        || person.held().stream()
                                .anyMatch(h -> restricted.contains(h.groundCode()));
        if (hidden) {
            // Neither the ground nor what it asks may be read from the list.
            return new Item(component, BY_DECISION, BY_DECISION, BY_DECISION, "", due.amountDong());
        }
        GroundResult result = result(assessedNow, code);
        GroundResult earlier = result(assessedThen, code);
        List<ConditionResult> turned =
                kind == Kind.LEAVING ? turned(earlier, result) : turned(result, earlier);
        String title = (result == null ? earlier : result).title();
        return new Item(
                component,
                code,
                title,
                reason(kind, turned, title, of(then, component), due, result == null),
                clause(turned),
                due.amountDong());
    }

    /** What holds in the one and not in the other. */
    private static List<ConditionResult> turned(GroundResult holds, GroundResult fails) {
        if (holds == null || fails == null) {
            return List.of();
        }
        Map<String, ConditionResult> other =
                fails.conditions().stream()
                        .collect(
                                Collectors.toMap(
                                        ConditionResult::code, Function.identity(), (a, b) -> a));
        return holds.conditions().stream()
                .filter(
                        condition ->
                                condition.met()
                                        && other.containsKey(condition.code())
                                        && !other.get(condition.code()).met())
                .toList();
    }

    private String reason(
            Kind kind,
            List<ConditionResult> turned,
            String title,
            Due was,
            Due due,
            boolean groundGone) {
        String conditions =
                turned.stream().map(ConditionResult::sentence).collect(Collectors.joining("; "));
        return switch (kind) {
            case ENTERING ->
                    !conditions.isEmpty()
                            ? "Từ tháng " + text(month) + ": " + conditions
                            : was == null
                                    ? "Từ tháng " + text(month) + " thuộc diện: " + title
                                    : "Đủ điều kiện từ trước, chưa có quyết định hưởng: " + title;
            case LEAVING ->
                    groundGone
                            ? "Luật không còn diện này từ tháng " + text(month)
                            : conditions.isEmpty()
                                    ? "Không còn đủ điều kiện từ tháng " + text(month)
                                    : "Từ tháng " + text(month) + " không còn: " + conditions;
            case CHANGING ->
                    "Từ tháng "
                            + text(month)
                            + ": "
                            + was.groundCode()
                            + " hệ số "
                            + coefficient(was)
                            + " → "
                            + due.groundCode()
                            + " hệ số "
                            + coefficient(due);
        };
    }

    private static String clause(List<ConditionResult> turned) {
        return turned.stream()
                .map(condition -> condition.citation().vietnamese())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String coefficient(Due due) {
        return java.math.BigDecimal.valueOf(due.coefficientHundredths(), 2)
                .stripTrailingZeros()
                .toPlainString()
                .replace('.', ',');
    }

    private static String text(YearMonth month) {
        return "%02d/%d".formatted(month.getMonthValue(), month.getYear());
    }

    private static GroundResult result(Assessment assessment, String ground) {
        return assessment.grounds().stream()
                .filter(result -> result.groundCode().equals(ground))
                .findFirst()
                .orElse(null);
    }

    private static Due of(List<Due> dues, Component component) {
        for (Due due : dues) {
            if (due.component() == component) {
                return due;
            }
        }
        return null;
    }
}
