package vn.ansinh.payment.internal;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.entitlement.port.Sheets;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.payment.api.ParallelRun;
import vn.ansinh.payment.port.Chunk;
import vn.ansinh.payment.port.ParallelStorage;
import vn.ansinh.payment.port.ParallelStorage.Found;
import vn.ansinh.payment.port.ParallelStorage.PaidRow;
import vn.ansinh.payment.port.ParallelStorage.TrialLine;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/**
 * The parallel run. A trial goes through the same calculation as a run, with the law as it was
 * known when the list of the month was closed and the register as it is known now; its lines are
 * kept apart from debts and are thrown away by the next trial of the month.
 */
public final class ParallelService implements ParallelRun {

    private static final Logger LOG = LoggerFactory.getLogger(ParallelService.class);

    /** Row of law: last day of the month before on which a month's list may be closed. */
    private static final String LIST_DAY = "listLastDay";

    private static final int RANGE = 5_000;
    private static final int PAGE = 500;
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 1_000;

    private final Localities localities;
    private final ActiveLaw activeLaw;
    private final Engine engine;
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final PaymentStorage payments;
    private final ParallelStorage storage;
    private final Sheets sheets;

    public ParallelService(
            Localities localities,
            ActiveLaw activeLaw,
            Engine engine,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            PaymentStorage payments,
            ParallelStorage storage,
            Sheets sheets) {
        this.localities = localities;
        this.activeLaw = activeLaw;
        this.engine = engine;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.payments = payments;
        this.storage = storage;
        this.sheets = sheets;
    }

    @Override
    public MonthView compare(TenantId tenant, Actor actor, YearMonth month) {
        PolicySnapshot snapshot = law(tenant);
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    storage.lock();
                    return compareLocked(tenant, snapshot, month);
                });
    }

    private MonthView compareLocked(TenantId tenant, PolicySnapshot snapshot, YearMonth month) {
        if (!month.isBefore(YearMonth.from(clock.today()))) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Tháng " + Texts.month(month) + " chưa kết thúc nên chưa so sánh được.");
        }
        List<PaidRow> paper = storage.paid(month);
        if (paper.isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Chưa có danh sách đã chi trả của tháng "
                            + Texts.month(month)
                            + "; hãy nhập danh sách trước.");
        }
        Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
        trial(tenant, snapshot, month, now);
        PaperComparison comparison = new PaperComparison(month, rates(snapshot));
        List<Found> found = comparison.compare(storage.registered(month), paper);
        storage.replace(month, found, comparison.agreeing(), now);
        audit.record(
                "parallel.compare",
                "tenant",
                tenant.value(),
                "month='"
                        + month
                        + "' rows='"
                        + paper.size()
                        + "' agreeing='"
                        + comparison.agreeing()
                        + "' differences='"
                        + found.size()
                        + "'");
        LOG.info(
                "parallel run: tenant='{}' month='{}' rows='{}' agreeing='{}' differences='{}'",
                tenant.value(),
                month,
                paper.size(),
                comparison.agreeing(),
                found.size());
        return view(month);
    }

    /** The day a list was closed in a month: as the law says, else the month's last day. */
    private static LocalDate listed(PolicySnapshot snapshot, YearMonth month) {
        ParameterRow day = snapshot.row(LIST_DAY, month, month.atEndOfMonth());
        return day == null ? month.atEndOfMonth() : month.atDay(Integer.parseInt(day.value()));
    }

    private void trial(TenantId tenant, PolicySnapshot snapshot, YearMonth month, Instant now) {
        LocalDate listed = listed(snapshot, month.minusMonths(1));
        StoredRun draft = StoredRun.draft(month, listed, now, snapshot.hash(), 0);
        Prices prices = new Prices(snapshot, month, listed);
        storage.openTrial(draft);
        for (Chunk range : storage.ranges(RANGE)) {
            ChunkCalculation calculation =
                    new ChunkCalculation(tenant.value(), draft, engine, snapshot, prices);
            payments.read(draft, range, calculation);
            storage.addLines(
                    month,
                    calculation.result(range).lines().stream()
                            .map(
                                    line ->
                                            new TrialLine(
                                                    line.personId(),
                                                    line.component(),
                                                    line.groundCode(),
                                                    line.restricted(),
                                                    line.coefficientHundredths(),
                                                    line.rateDong(),
                                                    line.amountDong()))
                            .toList());
        }
    }

    /** Every rate the law has had: a list that still pays an old one is told by it. */
    private static Set<Long> rates(PolicySnapshot snapshot) {
        return snapshot.rows().stream()
                .filter(row -> row.key().startsWith("rate."))
                .map(row -> row.value().strip())
                .filter(value -> value.matches("[0-9]{1,12}"))
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }

    @Override
    public List<MonthView> months(TenantId tenant, Actor actor) {
        return unitOfWork.inTenant(tenant, actor, storage::months);
    }

    @Override
    public List<DifferenceView> differences(
            TenantId tenant, Actor actor, YearMonth month, long after, int limit) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    view(month);
                    List<DifferenceView> page = storage.differences(month, after, limit);
                    read(tenant, month, page.size());
                    return page;
                });
    }

    private void read(TenantId tenant, YearMonth month, long count) {
        audit.record(
                "parallel.read",
                "tenant",
                tenant.value(),
                "month='" + month + "' differences='" + count + "'");
    }

    @Override
    public void report(TenantId tenant, Actor actor, YearMonth month, OutputStream xlsx) {
        unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    MonthView view = view(month);
                    sheets.write(xlsx, book -> write(book, view));
                    read(tenant, month, view.differences());
                    return null;
                });
    }

    private void write(Sheets.Book book, MonthView view) {
        book.sheet(
                "Chênh lệch",
                List.of(
                        "Số",
                        "Loại",
                        "Họ và tên",
                        "Mã đối tượng",
                        "Vị trí trong danh sách đã chi",
                        "Đã chi (đồng)",
                        "Hệ thống tính (đồng)",
                        "Chênh (đồng)",
                        "Vì sao",
                        "Giải trình",
                        "Người giải trình"));
        Map<Kind, long[]> sums = new EnumMap<>(Kind.class);
        long after = 0;
        for (List<DifferenceView> page = storage.differences(view.month(), after, PAGE);
                !page.isEmpty();
                page = storage.differences(view.month(), after, PAGE)) {
            for (DifferenceView one : page) {
                long gap = one.paperDong() - one.ourDong();
                long[] sum = sums.computeIfAbsent(one.kind(), kind -> new long[2]);
                sum[0]++;
                sum[1] += gap;
                book.row(
                        Arrays.asList(
                                one.id(),
                                one.kind().title(),
                                one.fullName(),
                                one.personId() == 0 ? null : one.personId(),
                                one.paper(),
                                one.paperDong(),
                                one.ourDong(),
                                gap,
                                one.sentence(),
                                one.reason(),
                                one.explainedBy()),
                        one.reason().isEmpty() ? "REFUSED" : "");
                after = one.id();
            }
        }
        book.sheet("Tổng hợp", List.of("Tháng " + Texts.month(view.month()), "Số", "Đồng"));
        book.row(List.of("Danh sách đã chi", view.paperRows(), view.paperDong()), "");
        book.row(List.of("Hệ thống tính", view.ourPersons(), view.ourDong()), "");
        book.row(List.of("Người khớp đến từng đồng", view.agreeing()), "");
        book.row(List.of("Chênh lệch", view.differences()), "");
        book.row(List.of("Chưa giải trình", view.unexplained()), "");
        sums.forEach((kind, sum) -> book.row(List.of(kind.title(), sum[0], sum[1]), ""));
    }

    @Override
    public DifferenceView explain(
            TenantId tenant, Actor actor, YearMonth month, long differenceId, String reason) {
        String text = reason == null ? "" : reason.strip();
        if (text.length() < SHORTEST_REASON || text.length() > LONGEST_REASON) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Giải trình có từ "
                            + SHORTEST_REASON
                            + " đến "
                            + LONGEST_REASON
                            + " ký tự; hãy ghi rõ lý do.");
        }
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    one(month, differenceId);
                    storage.explain(month, differenceId, text, actor.login(), clock.now());
                    audit.record(
                            "parallel.explain",
                            "difference",
                            differenceId,
                            "month='" + month + "'");
                    return one(month, differenceId);
                });
    }

    private DifferenceView one(YearMonth month, long id) {
        return storage.difference(month, id)
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.NOT_FOUND,
                                        "Không có chênh lệch số "
                                                + id
                                                + " trong tháng "
                                                + Texts.month(month)
                                                + "."));
    }

    @Override
    public GoLive goLive(TenantId tenant, Actor actor) {
        return unitOfWork.inTenant(tenant, actor, storage::goLive);
    }

    @Override
    public GoLive declareLive(TenantId tenant, Actor actor) {
        PolicySnapshot snapshot = law(tenant);
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    storage.lock();
                    if (storage.goLive().live()) {
                        throw conflict("Địa phương này đã vận hành chính thức.");
                    }
                    List<MonthView> months = new ArrayList<>();
                    for (MonthView month : storage.months()) {
                        months.add(compareLocked(tenant, snapshot, month.month()));
                    }
                    if (months.isEmpty()) {
                        throw conflict(
                                "Chưa có tháng nào được so sánh với danh sách đã chi trả; hãy nhập ít"
                                        + " nhất một tháng.");
                    }
                    long open = months.stream().mapToLong(MonthView::unexplained).sum();
                    if (open > 0) {
                        throw conflict(
                                "Còn "
                                        + open
                                        + " chênh lệch chưa giải trình; hãy sửa dữ liệu hoặc giải"
                                        + " trình từng chênh lệch rồi khai báo lại.");
                    }
                    long explained = months.stream().mapToLong(MonthView::differences).sum();
                    storage.declare(
                            actor.login(),
                            clock.now(),
                            months.stream().map(MonthView::month).toList(),
                            explained);
                    audit.record(
                            "tenant.live",
                            "tenant",
                            tenant.value(),
                            "months='" + months.size() + "' explained='" + explained + "'");
                    return storage.goLive();
                });
    }

    private static AnsinhException conflict(String sentence) {
        return new AnsinhException(ErrorCode.CONFLICT, sentence);
    }

    private MonthView view(YearMonth month) {
        return storage.months().stream()
                .filter(view -> view.month().equals(month))
                .findFirst()
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.NOT_FOUND,
                                        "Chưa có danh sách đã chi trả của tháng "
                                                + Texts.month(month)
                                                + "."));
    }

    private PolicySnapshot law(TenantId tenant) {
        String code =
                localities.all().stream()
                        .filter(locality -> locality.id().equals(tenant))
                        .findFirst()
                        .map(Localities.TenantInfo::code)
                        .orElseThrow(
                                () ->
                                        new AnsinhException(
                                                ErrorCode.NOT_FOUND, "Không có địa phương này."));
        return activeLaw.require(code).snapshot();
    }
}
