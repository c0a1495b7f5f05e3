package vn.ansinh.activation.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.activation.api.Quarantine;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.UnitOfWork;

/**
 * Time and failures of what bundles brought. Java cannot end a thread that loops in a rule: it is
 * left, and nobody else goes in. A call costs two writes to a place of its thread's own; {@link
 * #look} finds the ones that are not back.
 */
final class Budget implements Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.activation");
    private static final String LAW = "law:";
    private static final String REPORT = "report:";

    private final ActiveLaw activeLaw;
    private final Localities localities;
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final Duration limit;
    private final int faultsAllowed;
    private final LongSupplier nanos;
    private final Map<String, Hold> holds = new ConcurrentHashMap<>();
    private final Map<String, Integer> faults = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final ThreadLocal<Call> own = ThreadLocal.withInitial(this::register);

    /**
     * Budgets.
     *
     * @param limit how long one call of a rule may take
     * @param faultsAllowed how many calls of a part may fail before it is held
     */
    Budget(
            ActiveLaw activeLaw,
            Localities localities,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            Duration limit,
            int faultsAllowed,
            LongSupplier nanos) {
        this.activeLaw = activeLaw;
        this.localities = localities;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.limit = limit;
        this.faultsAllowed = faultsAllowed;
        this.nanos = nanos;
    }

    /** Why and since when a part is held, and who is still in it. */
    private record Hold(String why, Instant since, List<Thread> threads) {}

    /** The call a thread is in; {@code part} null while it is in none. */
    static final class Call {
        private final Thread thread = Thread.currentThread();
        private volatile String part;
        private long since;
    }

    static String law(String hash) {
        return LAW + hash;
    }

    private Call register() {
        Call call = new Call();
        calls.add(call);
        return call;
    }

    /** A rule of the part is called on this thread from now on. */
    Call enter(String part) {
        if (!holds.isEmpty()) {
            require(part);
        }
        Call call = own.get();
        call.since = nanos.getAsLong();
        call.part = part;
        return call;
    }

    /** It came back. */
    static void leave(Call call) {
        call.part = null;
    }

    /** Holds what is not back in its time. */
    void look() {
        for (Call call : calls) {
            String part = call.part;
            if (!call.thread.isAlive()) {
                calls.remove(call);
            } else if (part != null && nanos.getAsLong() - call.since > limit.toNanos()) {
                overTime(part, call.thread);
            }
        }
    }

    @Override
    public void overTime(String part, Thread thread) {
        Hold hold = hold(part, "một lần gọi không trở lại đúng hạn");
        if (!hold.threads().contains(thread)) {
            hold.threads().add(thread);
        }
    }

    @Override
    public void failed(String part, Throwable cause) {
        int count = faults.merge(part, 1, Integer::sum);
        LOG.warn("call failed part='{}' count='{}' cause='{}'", part, count, cause.getClass());
        if (count >= faultsAllowed) {
            hold(
                    part,
                    "%d lần gọi bị lỗi, lần cuối: %s".formatted(count, cause.getClass().getName()));
        }
    }

    private Hold hold(String part, String why) {
        return holds.computeIfAbsent(
                part,
                p -> {
                    LOG.error("held part='{}' why='{}'", part, why);
                    return new Hold(why, clock.now(), new CopyOnWriteArrayList<>());
                });
    }

    @Override
    public void require(String part) {
        Hold hold = holds.get(part);
        if (hold != null) {
            throw new AnsinhException(
                    ErrorCode.QUARANTINED,
                    ("%s đang bị cách ly từ %s vì %s; hãy báo người vận hành: kích hoạt bản khác, hoặc"
                                    + " xem và gỡ bằng ansinh:quarantine.")
                            .formatted(
                                    part.startsWith(REPORT)
                                            ? "Mẫu báo cáo này"
                                            : "Bộ chính sách này",
                                    hold.since(),
                                    hold.why()));
        }
    }

    @Override
    public List<Held> held() {
        List<Held> all = new ArrayList<>();
        holds.forEach(
                (part, hold) ->
                        all.add(
                                new Held(
                                        part,
                                        localities(part),
                                        hold.why(),
                                        hold.since(),
                                        stuck(part, hold))));
        all.sort(Comparator.comparing(Held::since).thenComparing(Held::part));
        return all;
    }

    private int stuck(String part, Hold hold) {
        return (int)
                hold.threads().stream()
                        .filter(Thread::isAlive)
                        .filter(thread -> part.startsWith(REPORT) || within(part, thread))
                        .count();
    }

    private boolean within(String part, Thread thread) {
        return calls.stream().anyMatch(c -> c.thread == thread && part.equals(c.part));
    }

    private List<String> localities(String part) {
        return part.startsWith(REPORT)
                ? List.of(part.substring(REPORT.length(), part.indexOf('/')))
                : activeLaw.all().stream()
                        .filter(active -> part.equals(law(active.snapshot().hash())))
                        .map(active -> active.profile().code())
                        .toList();
    }

    @Override
    public void lift(Actor actor, String part) {
        if (!holds.containsKey(part)) {
            throw new AnsinhException(
                    ErrorCode.NOT_FOUND, "Không có gì mang tên «" + part + "» đang bị cách ly.");
        }
        for (String code : localities(part)) {
            localities
                    .byCode(code)
                    .ifPresent(
                            place ->
                                    unitOfWork.inTenant(
                                            place.id(),
                                            actor,
                                            () -> {
                                                audit.record(
                                                        "quarantine.lift",
                                                        "tenant",
                                                        place.id().value(),
                                                        "part='" + part + "'");
                                                return null;
                                            }));
        }
        faults.remove(part);
        holds.remove(part);
        LOG.info("lifted part='{}' by='{}'", part, actor.login());
    }
}
