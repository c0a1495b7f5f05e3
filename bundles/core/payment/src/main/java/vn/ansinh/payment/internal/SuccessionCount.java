package vn.ansinh.payment.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.payment.api.Successions.DryRun;
import vn.ansinh.payment.api.Successions.Plan;
import vn.ansinh.payment.api.Successions.Reason;
import vn.ansinh.payment.api.Successions.Sum;
import vn.ansinh.payment.api.Successions.Unmatched;
import vn.ansinh.payment.port.SuccessionRows;
import vn.ansinh.payment.port.SuccessionRows.Number;
import vn.ansinh.payment.port.SuccessionStorage.Who;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.Suspensions;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/**
 * Counts a succession, one tenant at a time: what goes where, what stays and why. The totals of an
 * old locality must be its parts together with what stays, or nothing is answered.
 */
final class SuccessionCount {
    /** What stays behind. */
    static final String STAYS = "";

    static final String DUE = "MONTHLY_DUE";
    static final String DUE_BEFORE = "MONTHLY_DUE_BEFORE";

    /** Counted once for each successor that takes a part of the same thing. */
    private static final Set<String> SHARED = Set.of("DECISIONS", "MEMBERS", DUE);

    private final Localities localities;
    private final ActiveLaw activeLaw;
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final Suspensions suspensions;
    private final SuccessionRows rows;
    private final MonthlyDue due;

    SuccessionCount(
            Localities localities,
            ActiveLaw activeLaw,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            Suspensions suspensions,
            SuccessionRows rows,
            MonthlyDue due) {
        this.localities = localities;
        this.activeLaw = activeLaw;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.suspensions = suspensions;
        this.rows = rows;
        this.due = due;
    }

    /**
     * Everything about a plan.
     *
     * @param carrying whether its localities are at rest because it is being carried
     */
    Counted of(Plan plan, Actor actor, boolean carrying) {
        Counting counting = new Counting(plan, actor);
        counting.findings();
        counting.numbers();
        counting.decisions();
        counting.parties(carrying);
        counting.sums();
        List<Unmatched> found =
                counting.unmatched.stream()
                        .sorted(
                                Comparator.comparing(Unmatched::locality)
                                        .thenComparing(Unmatched::reason)
                                        .thenComparing(Unmatched::id)
                                        .thenComparing(Unmatched::unit))
                        .toList();
        String hash = hash(plan, counting.sums, found);
        return new Counted(
                new DryRun(plan.id(), hash, counting.sums, found, counting.notes),
                Map.copyOf(counting.who));
    }

    /** Who is meant in an old locality, once it is known who stays. */
    static Who who(Plan plan, String predecessor, List<Long> excluded) {
        return new Who(
                plan.effective(),
                plan.units().stream().filter(u -> u.predecessor().equals(predecessor)).toList(),
                excluded);
    }

    TenantId tenant(String code) {
        return localities.require(code).id();
    }

    /** In the unit of work of a party. */
    <T> T in(String code, Actor actor, Supplier<T> work) {
        return unitOfWork.inTenant(tenant(code), actor, work);
    }

    /** What goes from an old locality to each place; the parts must be the whole. */
    List<Sum> of(Plan plan, String old, Who who, Actor actor) {
        List<String> places = new ArrayList<>(plan.successors());
        places.add(STAYS);
        return in(
                old,
                actor,
                () -> {
                    List<Sum> parts = new ArrayList<>();
                    Set<Long> everybody = new HashSet<>();
                    for (String place : places) {
                        parts.addAll(rows.before(old, place, who));
                        Set<Long> people = rows.people(place, who);
                        everybody.addAll(people);
                        parts.addAll(dues(plan, old, place, people));
                    }
                    List<Sum> totals = new ArrayList<>(rows.all(old, who));
                    add(totals, due(DUE_BEFORE, old, old, STAYS, plan, everybody));
                    requireTies(old, parts, totals);
                    audit.record(
                            "succession.count",
                            "locality",
                            tenant(old).value(),
                            "succession=" + plan.id());
                    return parts;
                });
    }

    /** What people get in the effective month by the old law and by that of their new place. */
    List<Sum> dues(Plan plan, String old, String place, Set<Long> people) {
        List<Sum> dues = new ArrayList<>();
        add(dues, due(DUE_BEFORE, old, old, place, plan, people));
        if (!place.isEmpty()) {
            add(dues, due(DUE, place, old, place, plan, people));
        }
        return dues;
    }

    /** What people get in a month by the law of a locality; null where that is not active. */
    private Sum due(
            String kind,
            String lawOf,
            String predecessor,
            String successor,
            Plan plan,
            Set<Long> people) {
        Instant at = clock.now().truncatedTo(ChronoUnit.MICROS);
        return activeLaw
                .of(lawOf)
                .map(law -> due.of(law.snapshot(), plan.effective(), people, clock.today(), at))
                .map(sum -> new Sum(predecessor, successor, kind, sum.heads(), sum.dong()))
                .orElse(null);
    }

    /** A dry run and who is meant in each old locality. */
    record Counted(DryRun dryRun, Map<String, Who> who) {}

    /** One counting. */
    private final class Counting {
        private final Plan plan;
        private final Actor actor;
        private final Map<String, Who> who = new TreeMap<>();
        private final List<Unmatched> unmatched = new ArrayList<>();
        private final List<Sum> sums = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        private Counting(Plan plan, Actor actor) {
            this.plan = plan;
            this.actor = actor;
        }

        private void findings() {
            for (String old : plan.predecessors()) {
                Who everybody = who(plan, old, List.of());
                List<Unmatched> found = in(old, () -> rows.unmatched(old, everybody));
                unmatched.addAll(found);
                who.put(old, who(plan, old, excluded(found)));
            }
        }

        private List<Long> excluded(List<Unmatched> found) {
            return found.stream()
                    .filter(one -> one.reason() == Reason.UNPAID_WITH_RECOVERY)
                    .map(Unmatched::id)
                    .distinct()
                    .sorted()
                    .toList();
        }

        /** A number is held by one person of a locality: who would be the second stays. */
        private void numbers() {
            Map<String, Set<Long>> staying = new HashMap<>();
            for (String successor : plan.successors()) {
                Map<String, String> holder = new HashMap<>();
                Map<String, List<Number>> coming = new TreeMap<>();
                Set<String> taken = new HashSet<>();
                for (String old : plan.predecessors()) {
                    List<Number> numbers = in(old, () -> rows.numbers(successor, who.get(old)));
                    coming.put(old, numbers);
                    for (Number number : numbers) {
                        if (holder.putIfAbsent(number.text(), old) != null) {
                            taken.add(number.text());
                        }
                    }
                }
                taken.addAll(in(successor, () -> rows.held(List.copyOf(holder.keySet()))));
                coming.forEach(
                        (old, numbers) ->
                                numbers.stream()
                                        .filter(number -> taken.contains(number.text()))
                                        .forEach(
                                                number ->
                                                        staying.computeIfAbsent(
                                                                        old, k -> new TreeSet<>())
                                                                .add(number.id())));
            }
            staying.forEach(
                    (old, ids) -> {
                        ids.forEach(
                                id ->
                                        unmatched.add(
                                                new Unmatched(
                                                        old,
                                                        "PERSON",
                                                        id,
                                                        "",
                                                        Reason.NUMBER_TAKEN)));
                        ids.addAll(who.get(old).excluded());
                        who.put(old, who(plan, old, List.copyOf(ids)));
                    });
        }

        private void decisions() {
            for (String successor : plan.successors()) {
                Set<String> there = new HashSet<>(in(successor, rows::decisionsHere));
                for (String old : plan.predecessors()) {
                    for (Number one : in(old, () -> rows.decisions(successor, who.get(old)))) {
                        if (!there.add(one.text())) {
                            unmatched.add(
                                    new Unmatched(
                                            old,
                                            "DECISION",
                                            one.id(),
                                            "",
                                            Reason.DECISION_NUMBER_TAKEN));
                        }
                    }
                }
            }
        }

        private void parties(boolean carrying) {
            for (String successor : plan.successors()) {
                if (in(successor, rows::hasRuns)) {
                    unmatched.add(
                            new Unmatched(successor, "RUN", 0, "", Reason.SUCCESSOR_HAS_RUNS));
                }
                if (activeLaw.of(successor).isEmpty()) {
                    notes.add(
                            "Chính sách của «"
                                    + successor
                                    + "» chưa có hiệu lực: chưa đối chiếu được tiền hằng tháng, chỉ"
                                    + " đối chiếu số chế độ và tổng hệ số.");
                }
            }
            List<String> all = new ArrayList<>(plan.predecessors());
            all.addAll(plan.successors());
            for (String code : all) {
                if (!carrying && suspensions.of(code).isPresent()) {
                    unmatched.add(new Unmatched(code, "LOCALITY", 0, "", Reason.AT_REST));
                }
            }
        }

        private void sums() {
            for (String old : plan.predecessors()) {
                sums.addAll(SuccessionCount.this.of(plan, old, who.get(old), actor));
            }
        }

        private <T> T in(String code, Supplier<T> work) {
            return SuccessionCount.this.in(code, actor, work);
        }
    }

    private static void add(List<Sum> sums, Sum one) {
        if (one != null) {
            sums.add(one);
        }
    }

    /** sum(old) = sum of its parts + what stays, for everything that is in one place only. */
    static void requireTies(String old, List<Sum> parts, List<Sum> totals) {
        for (Sum total : totals) {
            long heads = 0;
            long dong = 0;
            for (Sum part : parts) {
                if (part.kind().equals(total.kind())) {
                    heads += part.heads();
                    dong += part.dong();
                }
            }
            if (!SHARED.contains(total.kind())
                    && (heads != total.heads() || dong != total.dong())) {
                throw new IllegalStateException(
                        "the parts of "
                                + old
                                + " are not the whole: "
                                + total
                                + " "
                                + heads
                                + " "
                                + dong);
            }
        }
    }

    private static String hash(Plan plan, List<Sum> sums, List<Unmatched> unmatched) {
        StringBuilder text = new StringBuilder("v1|" + plan.effective() + '|' + plan.paper());
        plan.units()
                .forEach(
                        u ->
                                text.append("\nU|")
                                        .append(u.predecessor())
                                        .append('|')
                                        .append(u.oldUnit())
                                        .append('|')
                                        .append(u.successor())
                                        .append('|')
                                        .append(u.newUnit()));
        sums.forEach(
                s ->
                        text.append("\nS|")
                                .append(s.predecessor())
                                .append('|')
                                .append(s.successor())
                                .append('|')
                                .append(s.kind())
                                .append('|')
                                .append(s.heads())
                                .append('|')
                                .append(s.dong()));
        unmatched.forEach(
                u ->
                        text.append("\nX|")
                                .append(u.locality())
                                .append('|')
                                .append(u.kind())
                                .append('|')
                                .append(u.id())
                                .append('|')
                                .append(u.unit())
                                .append('|')
                                .append(u.reason()));
        return HexFormat.of().formatHex(sha256(text.toString()));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
