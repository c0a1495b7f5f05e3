package vn.ansinh.payment.internal;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.ansinh.payment.api.Funds;
import vn.ansinh.payment.port.FundStorage;
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

/** Funds over the ports. */
public final class FundService implements Funds {
    private static final String CODE = "[A-Z0-9-]{1,30}";
    private static final int WHOLE = 1000;

    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final PaymentStorage payments;
    private final FundStorage storage;
    private final FundNeeds needs;

    /** Over the ports. */
    public FundService(
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            PaymentStorage payments,
            FundStorage storage,
            FundNeeds needs) {
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.payments = payments;
        this.storage = storage;
        this.needs = needs;
    }

    @Override
    public List<Source> sources(TenantId tenant, Actor actor) {
        return in(tenant, actor, storage::sources);
    }

    @Override
    public void addSource(TenantId tenant, Actor actor, Source source) {
        List<Fault> faults = new ArrayList<>();
        code(faults, "code", source.code());
        if (source.name() == null || source.name().isBlank()) {
            faults.add(new Fault(0, "name", "Hãy ghi tên nguồn."));
        }
        if (source.level() == null) {
            faults.add(new Fault(0, "level", "Hãy ghi cấp ngân sách của nguồn."));
        }
        refuse(faults);
        in(
                tenant,
                actor,
                () -> {
                    storage.lock();
                    if (storage.sources().stream().anyMatch(s -> s.code().equals(source.code()))) {
                        throw RunRules.refused("Đã có nguồn «" + source.code() + "».");
                    }
                    storage.add(source, now());
                    audit.record("fund.source", "tenant", tenant.value(), "code=" + source.code());
                    return null;
                });
    }

    @Override
    public Shares shares(TenantId tenant, Actor actor, int budgetYear) {
        return in(tenant, actor, () -> storage.newest(budgetYear).orElse(Shares.none(budgetYear)));
    }

    @Override
    public long layDown(TenantId tenant, Actor actor, Shares shares) {
        return in(
                tenant,
                actor,
                () -> {
                    refuse(faults(shares));
                    long version = storage.write(shares, now());
                    audit.record(
                            "fund.shares",
                            "tenant",
                            tenant.value(),
                            "year=" + shares.budgetYear() + " version=" + version);
                    return version;
                });
    }

    private List<Fault> faults(Shares shares) {
        List<Fault> faults = new ArrayList<>();
        year(faults, shares.budgetYear());
        paper(faults, shares.paper());
        if (shares.rounding() == null) {
            faults.add(new Fault(0, "rounding", "Hãy chọn cách làm tròn."));
        }
        if (shares.rows().isEmpty()) {
            faults.add(new Fault(0, "rows", "Hãy ghi ít nhất một dòng tỷ lệ."));
        }
        Set<String> known =
                storage.sources().stream().map(Source::code).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        int number = 0;
        for (Row row : shares.rows()) {
            number++;
            if (row.ground() == null || row.component() < 0 || row.component() > 9) {
                faults.add(new Fault(number, "component", "Chế độ là số từ 0 đến 9."));
            }
            if (!seen.add(row.ground() + "|" + row.component())) {
                faults.add(new Fault(number, "ground", "Nhóm và chế độ này đã có ở dòng trên."));
            }
            code(number, faults, "programme", row.programme());
            if (row.shares().stream().mapToInt(Share::permille).sum() != WHOLE
                    || row.shares().stream().anyMatch(share -> share.permille() < 1)) {
                faults.add(new Fault(number, "shares", "Các tỷ lệ phải dương và cộng đủ 1000‰."));
            }
            Set<String> sources = new HashSet<>();
            for (Share share : row.shares()) {
                if (!known.contains(share.source()) || !sources.add(share.source())) {
                    faults.add(
                            new Fault(
                                    number,
                                    "source",
                                    "Không có nguồn «"
                                            + share.source()
                                            + "», hoặc nguồn ghi hai lần."));
                }
            }
        }
        return faults;
    }

    @Override
    public List<Account> accounts(TenantId tenant, Actor actor, int budgetYear) {
        return in(tenant, actor, () -> storage.accounts(budgetYear));
    }

    @Override
    public Account grant(TenantId tenant, Actor actor, Grant grant) {
        List<Fault> faults = new ArrayList<>();
        year(faults, grant.budgetYear());
        code(faults, "programme", grant.programme());
        paper(faults, grant.paper());
        if (grant.amountDong() == 0) {
            faults.add(new Fault(0, "amountDong", "Số tiền phải khác 0."));
        }
        refuse(faults);
        return in(
                tenant,
                actor,
                () -> {
                    storage.lock();
                    if (storage.sources().stream()
                            .noneMatch(s -> s.code().equals(grant.source()))) {
                        refuse(
                                List.of(
                                        new Fault(
                                                0,
                                                "source",
                                                "Không có nguồn «" + grant.source() + "».")));
                    }
                    if (account(grant).isEmpty()) {
                        storage.open(grant.budgetYear(), grant.programme(), grant.source());
                    }
                    Account account = account(grant).orElseThrow();
                    if (account.freeDong() + grant.amountDong() < 0) {
                        throw new AnsinhException(
                                ErrorCode.FUNDS_SHORT,
                                "Hạn mức chỉ còn "
                                        + Texts.dong(account.freeDong())
                                        + " chưa giữ chỗ và chưa chi; không giảm được "
                                        + Texts.dong(-grant.amountDong())
                                        + ", thiếu "
                                        + Texts.dong(-grant.amountDong() - account.freeDong())
                                        + ".");
                    }
                    storage.enter(
                            account.id(), "CEILING", grant.amountDong(), 0, grant.paper(), now());
                    audit.record(
                            "fund.grant",
                            "tenant",
                            tenant.value(),
                            "account=" + account.id() + " dong=" + grant.amountDong());
                    return account(grant).orElseThrow();
                });
    }

    private Optional<Account> account(Grant grant) {
        return storage.accounts(grant.budgetYear()).stream()
                .filter(
                        account ->
                                account.programme().equals(grant.programme())
                                        && account.source().equals(grant.source()))
                .findFirst();
    }

    @Override
    public List<Entry> entries(TenantId tenant, Actor actor, long accountId, int limit) {
        return in(tenant, actor, () -> storage.entries(accountId, limit));
    }

    @Override
    public Coverage coverage(TenantId tenant, Actor actor, long runId) {
        return in(
                tenant,
                actor,
                () ->
                        needs.coverage(
                                payments.byId(runId)
                                        .orElseThrow(
                                                () ->
                                                        new AnsinhException(
                                                                ErrorCode.NOT_FOUND,
                                                                "Không có kỳ chi trả số "
                                                                        + runId
                                                                        + "."))));
    }

    @Override
    public Settlement settlement(
            TenantId tenant, Actor actor, int budgetYear, YearMonth from, YearMonth to) {
        if (!actor.units().isEmpty()) {
            throw RunRules.forbidden("Thanh quyết toán là của cả địa phương.");
        }
        return in(
                tenant,
                actor,
                () -> {
                    SettlementSums sums = new SettlementSums();
                    // The chain first: no run moves while its lines are summed.
                    var link = payments.lastLink();
                    for (StoredRun run : payments.runs()) {
                        if (run.budgetYear() == budgetYear && run.state().settles()) {
                            sums.add(shares(run), storage.amounts(run), from, to);
                        }
                    }
                    audit.record("settlement.read", "tenant", tenant.value(), "year=" + budgetYear);
                    return sums.settlement(link);
                });
    }

    private Shares shares(StoredRun run) {
        return storage.versionOf(run.id())
                .map(storage::version)
                .orElse(Shares.none(run.budgetYear()));
    }

    private <T> T in(TenantId tenant, Actor actor, Supplier<T> work) {
        return unitOfWork.inTenant(tenant, actor, work);
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static void year(List<Fault> faults, int year) {
        if (year < 2000 || year > 2100) {
            faults.add(new Fault(0, "budgetYear", "Năm ngân sách viết bốn chữ số, ví dụ 2026."));
        }
    }

    private static void paper(List<Fault> faults, String paper) {
        if (paper == null || paper.isBlank()) {
            faults.add(new Fault(0, "paper", "Hãy ghi số quyết định giao hoặc điều chỉnh."));
        }
    }

    private static void code(List<Fault> faults, String field, String code) {
        code(0, faults, field, code);
    }

    private static void code(int row, List<Fault> faults, String field, String code) {
        if (code == null || !code.matches(CODE)) {
            faults.add(
                    new Fault(row, field, "Mã gồm chữ hoa không dấu, số, gạch nối; dài nhất 30."));
        }
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT, faults.get(0).sentence(), faults, null);
        }
    }
}
