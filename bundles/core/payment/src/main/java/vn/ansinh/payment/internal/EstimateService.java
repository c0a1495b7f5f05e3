package vn.ansinh.payment.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.entitlement.port.WatchedPeople;
import vn.ansinh.payment.api.Estimates;
import vn.ansinh.payment.port.Chunk;
import vn.ansinh.payment.port.ParallelStorage;
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

/** Estimates over the ports: reads people as a run does, month by month, and writes nothing. */
public final class EstimateService implements Estimates {

    private static final Logger LOG = LoggerFactory.getLogger(EstimateService.class);
    private static final int RANGE = 5_000;

    private static final List<String> NOTES =
            List.of(
                    "Dự toán theo luật và hồ sơ biết đến ngày lập; không chi trả, không thay quyết"
                            + " định.",
                    "Khoản «Dự kiến hưởng mới» coi giấy tờ chưa có trong hồ sơ (tờ khai, lương hưu)"
                            + " là đủ; «Đủ điều kiện, chưa có quyết định» cần cán bộ rà soát.",
                    "Mức chuẩn của Nhà nước = mức của trung ương × hệ số; phần địa phương tăng thêm"
                            + " là phần còn lại.",
                    "Một người có hai khoản được đếm hai lần; nhóm dưới 5 khoản được gộp.");

    private final Localities localities;
    private final ActiveLaw activeLaw;
    private final Engine engine;
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final PaymentStorage payments;
    private final ParallelStorage ranges;
    private final WatchedPeople people;

    /** Over the ports. */
    public EstimateService(
            Localities localities,
            ActiveLaw activeLaw,
            Engine engine,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            PaymentStorage payments,
            ParallelStorage ranges,
            WatchedPeople people) {
        this.localities = localities;
        this.activeLaw = activeLaw;
        this.engine = engine;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.payments = payments;
        this.ranges = ranges;
        this.people = people;
    }

    @Override
    public Estimate of(TenantId tenant, Actor actor, int year) {
        Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
        LocalDate knownOn = now.atZone(clock.zone()).toLocalDate();
        YearMonth today = YearMonth.from(knownOn);
        if (year < today.getYear() || year > today.getYear() + YEARS_AHEAD) {
            String sentence =
                    "Chỉ lập dự toán cho các năm từ "
                            + today.getYear()
                            + " đến "
                            + (today.getYear() + YEARS_AHEAD)
                            + ".";
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    sentence,
                    List.of(new AnsinhException.Fault(0, "year", sentence)),
                    null);
        }
        // One reading of the law for the whole estimate.
        PolicySnapshot snapshot = activeLaw.require(code(tenant)).snapshot();
        long started = System.nanoTime();
        List<MonthTotal> totals = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    YearMonth first = YearMonth.of(year, 1);
                    for (YearMonth month = first.isBefore(today) ? today : first;
                            month.getYear() == year;
                            month = month.plusMonths(1)) {
                        List<Row> sums = sums(snapshot, today, month, knownOn, now);
                        totals.add(total(month, sums));
                        rows.addAll(SmallSums.merge(sums));
                    }
                    audit.record("estimate.read", "tenant", tenant.value(), "year='" + year + "'");
                    return null;
                });
        LOG.info(
                "estimate: tenant='{}' year='{}' months='{}' rows='{}' ms='{}'",
                tenant.value(),
                year,
                totals.size(),
                rows.size(),
                (System.nanoTime() - started) / 1_000_000);
        return new Estimate(year, knownOn, snapshot.hash(), totals, rows, NOTES);
    }

    private List<Row> sums(
            PolicySnapshot snapshot,
            YearMonth today,
            YearMonth month,
            LocalDate knownOn,
            Instant now) {
        EstimateMonth sums = new EstimateMonth(engine, snapshot, today, month, knownOn);
        StoredRun draft = StoredRun.draft(month, knownOn, now, snapshot.hash(), 0);
        for (Chunk range : ranges.ranges(RANGE)) {
            payments.read(draft, range, sums::decided);
        }
        people.forEach(month, sums::watched);
        return sums.rows();
    }

    private static MonthTotal total(YearMonth month, List<Row> rows) {
        long heads = 0;
        long amount = 0;
        long state = 0;
        for (Row row : rows) {
            if (row.kind().counts()) {
                heads += row.heads();
                amount = Math.addExact(amount, row.amountDong());
                state += row.stateDong();
            }
        }
        return new MonthTotal(month, heads, amount, state, amount - state);
    }

    private String code(TenantId tenant) {
        return localities.all().stream()
                .filter(locality -> locality.id().equals(tenant))
                .findFirst()
                .map(Localities.TenantInfo::code)
                .orElseThrow(
                        () -> new AnsinhException(ErrorCode.NOT_FOUND, "Không có địa phương này."));
    }
}
