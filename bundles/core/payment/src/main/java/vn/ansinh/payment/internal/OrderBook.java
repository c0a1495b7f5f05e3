package vn.ansinh.payment.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ansinh.payment.api.OrderState;
import vn.ansinh.payment.api.Orders;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.internal.Points.Point;
import vn.ansinh.payment.port.BankLink.Outcome;
import vn.ansinh.payment.port.OrderStorage;
import vn.ansinh.payment.port.OrderStorage.Paid;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** Payment orders over the ports. */
final class OrderBook implements Orders {
    private static final int MOST_DIFFERENCES = 1_000;
    private static final Set<OrderState> OPEN_AGAIN =
            EnumSet.of(
                    OrderState.HELD,
                    OrderState.REJECTED,
                    OrderState.REVERSED,
                    OrderState.RETURNED,
                    OrderState.UNCLAIMED);
    private static final Set<RunState> SENDING =
            EnumSet.of(RunState.APPROVED, RunState.SENT, RunState.SETTLING);

    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final PaymentStorage runs;
    private final OrderStorage storage;
    private final LateHolds late;
    private final FileMaking files;
    private final Outbox outbox;
    private final RunProgress progress;
    private final Points points;

    OrderBook(
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            PaymentStorage runs,
            OrderStorage storage,
            LateHolds late,
            FileMaking files,
            Outbox outbox,
            RunProgress progress,
            Points points) {
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.runs = runs;
        this.storage = storage;
        this.late = late;
        this.files = files;
        this.outbox = outbox;
        this.progress = progress;
        this.points = points;
    }

    @Override
    public Sending send(TenantId tenant, Actor actor, long runId) {
        points.at(Point.BEFORE_CLAIM);
        Filing filing = unitOfWork.inTenant(tenant, actor, () -> file(tenant, actor, runId));
        if (filing.written() > 0) {
            points.at(Point.INTENT_WRITTEN);
        }
        int accepted = 0;
        int unknown = 0;
        int refused = 0;
        int waiting = 0;
        for (long fileId : outbox.intents(tenant, actor, runId)) {
            Optional<Outcome> outcome = outbox.call(tenant, actor, fileId);
            accepted += outcome.filter(o -> o == Outcome.ACCEPTED).isPresent() ? 1 : 0;
            refused += outcome.filter(o -> o == Outcome.REFUSED).isPresent() ? 1 : 0;
            waiting += outcome.isEmpty() ? 1 : 0;
            unknown +=
                    outcome.filter(o -> o == Outcome.UNKNOWN || o == Outcome.NEVER_SEEN).isPresent()
                            ? 1
                            : 0;
        }
        progress.follow(tenant, actor);
        return new Sending(filing.stopped(), filing.written(), accepted, unknown, refused, waiting);
    }

    /** Orders stopped and files written. */
    private record Filing(int stopped, int written) {}

    /**
     * Checks and files what waits in one transaction: what is filed is what was checked. With it
     * the run is sent and cannot be returned any more.
     */
    private Filing file(TenantId tenant, Actor actor, long runId) {
        StoredRun run = sendable(runId);
        if (run.state() != RunState.APPROVED && !files.waiting(runId)) {
            return new Filing(0, 0);
        }
        new SecondCount(storage).check(run);
        int held =
                late.hold(
                        run,
                        actor,
                        late.late(run).stream()
                                .filter(one -> LateHolds.NOT_DUE.contains(one.kind()))
                                .toList());
        int stopped = storage.stopChanged(run, OrderMaking.payeeDay(run, clock.today()), now());
        int written = 0;
        while (files.next(tenant, run).isPresent()) {
            points.at(Point.AFTER_CLAIM);
            written++;
        }
        progress.sent(tenant, run, actor);
        audit.record(
                "run.send",
                "run",
                runId,
                "held=" + held + " stopped=" + stopped + " files=" + written);
        return new Filing(stopped, written);
    }

    private StoredRun sendable(long runId) {
        StoredRun run = runs.lock(require(runId));
        if (!SENDING.contains(run.state())) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Kỳ chi trả số "
                            + runId
                            + " đang ở trạng thái «"
                            + run.state().title()
                            + "» nên không gửi lệnh chi được.");
        }
        return run;
    }

    @Override
    public List<StateTotal> totals(TenantId tenant, Actor actor, long runId) {
        return onRun(tenant, actor, runId, run -> storage.totals(runId));
    }

    @Override
    public List<ChannelTotal> paidByChannel(TenantId tenant, Actor actor, long runId) {
        return onRun(tenant, actor, runId, run -> storage.paidByChannel(runId));
    }

    @Override
    public List<OrderView> orders(
            TenantId tenant, Actor actor, long runId, OrderState state, long after, int limit) {
        return onRun(
                tenant,
                actor,
                runId,
                run -> {
                    List<OrderView> found = storage.orders(runId, state, after, limit);
                    recordPeople("order.read", runId, found);
                    return found;
                });
    }

    @Override
    public OrderDetail order(TenantId tenant, Actor actor, long orderId) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    OrderView order = storage.byId(orderId).orElseThrow(() -> missing(orderId));
                    recordPeople("order.read", order.runId(), List.of(order));
                    return new OrderDetail(order, storage.lines(orderId), storage.events(orderId));
                });
    }

    @Override
    public List<Long> reissue(
            TenantId tenant, Actor actor, List<Long> orderIds, long runId, String reason) {
        requireReason(reason);
        List<Long> made =
                unitOfWork.inTenant(
                        tenant,
                        actor,
                        () -> {
                            StoredRun run = sendable(runId);
                            List<OrderView> orders = allOf(orderIds, OPEN_AGAIN);
                            recordPeople("order.reissue", runId, orders);
                            return storage.replace(
                                    orders,
                                    run,
                                    OrderMaking.payeeDay(run, clock.today()),
                                    reason,
                                    now());
                        });
        progress.follow(tenant, actor);
        return made;
    }

    @Override
    public void release(TenantId tenant, Actor actor, long orderId, String reason) {
        requireReason(reason);
        unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    OrderView order = allOf(List.of(orderId), EnumSet.of(OrderState.HELD)).get(0);
                    if (!order.reason().equals("NAME_DIFFERS")) {
                        throw new AnsinhException(
                                ErrorCode.CONFLICT,
                                "Lệnh chi số "
                                        + orderId
                                        + " dừng vì «"
                                        + order.reason()
                                        + "»; hãy sửa người nhận hoặc bỏ lệnh giữ rồi lập lại lệnh"
                                        + " chi.");
                    }
                    recordPeople("order.release", order.runId(), List.of(order));
                    return storage.move(
                            List.of(orderId), OrderState.HELD, OrderState.CREATED, reason, now());
                });
    }

    @Override
    public void leave(TenantId tenant, Actor actor, List<Long> orderIds, String reason) {
        requireReason(reason);
        unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    Set<OrderState> may = EnumSet.copyOf(OPEN_AGAIN);
                    may.remove(OrderState.UNCLAIMED);
                    List<OrderView> orders = allOf(orderIds, may);
                    recordPeople("order.leave", orders.get(0).runId(), orders);
                    for (OrderView order : orders) {
                        storage.move(
                                List.of(order.id()),
                                order.state(),
                                OrderState.UNCLAIMED,
                                reason,
                                now());
                    }
                    return null;
                });
        progress.follow(tenant, actor);
    }

    @Override
    public Matching matching(TenantId tenant, Actor actor, long runId) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    audit.record("order.matching", "run", runId, "");
                    List<StoredRun> asked =
                            runId != 0
                                    ? List.of(require(runId))
                                    : runs.runs().stream()
                                            .filter(run -> SENDING.contains(run.state()))
                                            .toList();
                    return matching(asked);
                });
    }

    private Matching matching(List<StoredRun> asked) {
        List<Difference> differences = new ArrayList<>(storage.notOurs(MOST_DIFFERENCES));
        Paid sum = new Paid(0, 0, 0, 0, 0);
        for (StoredRun run : asked) {
            sum = sum.plus(storage.paid(run));
            differences.addAll(storage.differences(run, MOST_DIFFERENCES));
        }
        return new Matching(
                sum.approvedDong(),
                sum.ordersDong(),
                sum.paidDong(),
                sum.bookedDong(),
                sum.cashDong(),
                differences);
    }

    @Override
    public List<Source> sources(TenantId tenant, Actor actor) {
        return unitOfWork.inTenant(tenant, actor, storage::sources);
    }

    @Override
    public void source(TenantId tenant, Actor actor, Source source) {
        if (!source.account().matches("[0-9A-Za-z]{4,34}")
                || source.bank().isBlank()
                || source.name().isBlank()) {
            String sentence =
                    "Tài khoản nguồn cần ngân hàng, chủ tài khoản và số tài khoản (4–34 chữ số"
                            + " hoặc chữ cái).";
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    sentence,
                    List.of(new Fault(0, "account", sentence)),
                    null);
        }
        unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    storage.source(source, now());
                    audit.record("payment-source.set", "locality", tenant.value(), "");
                    return null;
                });
    }

    private List<OrderView> allOf(List<Long> ids, Set<OrderState> may) {
        List<OrderView> orders = storage.byIds(ids);
        if (ids.isEmpty() || orders.size() != Set.copyOf(ids).size()) {
            throw new AnsinhException(ErrorCode.NOT_FOUND, "Có lệnh chi không tìm thấy.");
        }
        List<Fault> faults =
                orders.stream()
                        .filter(order -> !may.contains(order.state()))
                        .map(
                                order ->
                                        new Fault(
                                                0,
                                                "orderIds",
                                                "Lệnh chi số "
                                                        + order.id()
                                                        + " đang «"
                                                        + order.state().title()
                                                        + "»."))
                        .toList();
        if (!faults.isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Trạng thái lệnh chi không cho phép; không lệnh nào thay đổi.",
                    faults,
                    null);
        }
        return orders;
    }

    private static void requireReason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Hãy ghi lý do.",
                    List.of(new Fault(0, "reason", "Hãy ghi lý do.")),
                    null);
        }
    }

    private StoredRun require(long runId) {
        return runs.byId(runId)
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.NOT_FOUND,
                                        "Không có kỳ chi trả số " + runId + "."));
    }

    private static AnsinhException missing(long orderId) {
        return new AnsinhException(ErrorCode.NOT_FOUND, "Không có lệnh chi số " + orderId + ".");
    }

    private void recordPeople(String action, long runId, List<OrderView> orders) {
        if (!orders.isEmpty()) {
            String ids =
                    orders.stream()
                            .map(OrderView::personId)
                            .distinct()
                            .sorted()
                            .map(String::valueOf)
                            .collect(Collectors.joining(","));
            audit.record(
                    action,
                    "beneficiary",
                    orders.get(0).personId(),
                    "run=" + runId + " ids='" + ids + "'");
        }
    }

    private <T> T onRun(TenantId tenant, Actor actor, long runId, Function<StoredRun, T> work) {
        return unitOfWork.inTenant(tenant, actor, () -> work.apply(require(runId)));
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MICROS);
    }
}
