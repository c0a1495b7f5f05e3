package vn.ansinh.reporting.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ReportFormat;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.reporting.port.ReportArchive;

/** An office with everything reporting needs, in memory. DỮ LIỆU GIẢ LẬP. */
final class Office {

    static final TenantId TENANT = new TenantId(7);
    static final Actor ACTOR = new Actor("can-bo", "lập báo cáo");
    static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final int PAGE_CAP = 2;

    final List<ReportFormat> formats = new ArrayList<>();
    final Map<Long, Payments.RunView> runs = new HashMap<>();
    final Map<Long, List<Payments.LineView>> lines = new HashMap<>();
    final List<Payments.Difference> differences = new ArrayList<>();
    final Map<Long, LocalDate> deaths = new HashMap<>();
    final Map<Long, ReportArchive.ArchivedReport> archived = new HashMap<>();
    final List<String> audited = new ArrayList<>();
    final Holding quarantine = new Holding();
    Instant now = Instant.parse("2026-03-09T18:30:00Z");
    boolean lawActive = true;
    private boolean inTransaction;

    IssuedReports reports(Duration limit) {
        return new IssuedReports(
                new OneLocality(),
                new Law(),
                new InputBuilder(new Runs(), new People()),
                new TimedFormats(limit, quarantine),
                new Transactions(),
                (action, kind, id, detail) -> audited.add(inside(action + " " + kind + " " + id)),
                new Clock(),
                (format, issuer, issuedOn, table) ->
                        (format + issuedOn + table).getBytes(StandardCharsets.UTF_8),
                new Archive());
    }

    IssuedReports reports() {
        return reports(Duration.ofSeconds(20));
    }

    /** A computed run. */
    void run(long id, YearMonth month, Payments.LineView... content) {
        run(id, month, Payments.RunState.COMPUTED, content.length, content);
    }

    void run(
            long id,
            YearMonth month,
            Payments.RunState state,
            long counted,
            Payments.LineView... content) {
        lines.put(id, List.of(content));
        runs.put(
                id,
                new Payments.RunView(
                        id, month, state, "law-" + id, now, counted, counted, 0, 0, "digest"));
    }

    static Payments.LineView line(
            long person, String name, String unit, String ground, int coefficient, long rate) {
        return new Payments.LineView(
                person * 10_000,
                person,
                name,
                "00104000" + person,
                1940,
                unit,
                ground,
                Component.MONTHLY,
                coefficient,
                rate,
                rate * coefficient / 100,
                "12/QĐ-UBND",
                "ACCOUNT",
                name,
                "Ngân hàng giả lập",
                "0021" + person);
    }

    private <T> T inside(T value) {
        if (!inTransaction) {
            throw new IllegalStateException("outside of a unit of work");
        }
        return value;
    }

    private static final class OneLocality implements Localities {
        @Override
        public List<TenantInfo> all() {
            return List.of(new TenantInfo(TENANT, "thu-nghiem", "Xã Thử Nghiệm"));
        }

        @Override
        public Optional<TenantInfo> byCode(String code) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TenantInfo create(String code, String name) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Law implements ActiveLaw {
        @Override
        public Optional<Active> of(String localityCode) {
            if (!lawActive) {
                return Optional.empty();
            }
            LocalityProfile profile =
                    new LocalityProfile(
                            localityCode,
                            "Xã Thử Nghiệm",
                            "xã",
                            "UBND thành phố Hà Nội",
                            "ha-noi",
                            List.of("vietnam"),
                            LocalDate.of(2025, 7, 1),
                            null,
                            List.of(),
                            "Thử Nghiệm",
                            "ỦY BAN NHÂN DÂN XÃ THỬ NGHIỆM",
                            List.of(
                                    new LocalityProfile.Unit("T2", "Thôn Hai", "thôn", "giả lập"),
                                    new LocalityProfile.Unit("T1", "Thôn Một", "thôn", "giả lập")),
                            List.of());
            return Optional.of(
                    new Active(profile, new GroundsOnly(), formats, "bundle", "1.0.0", "sha"));
        }

        @Override
        public Active require(String localityCode) {
            return of(localityCode)
                    .orElseThrow(
                            () ->
                                    new AnsinhException(
                                            ErrorCode.LAW_NOT_ACTIVE, "Chưa có chính sách."));
        }

        @Override
        public List<Active> all() {
            throw new UnsupportedOperationException();
        }
    }

    private final class Runs implements Payments {
        @Override
        public RunView compute(TenantId tenant, Actor actor, YearMonth month) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<RunView> runs(TenantId tenant, Actor actor) {
            return List.copyOf(runs.values());
        }

        @Override
        public Optional<RunView> run(TenantId tenant, Actor actor, long runId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<TotalView> totals(TenantId tenant, Actor actor, long runId, YearMonth month) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Reconciliation reconciliation(TenantId tenant, Actor actor, long runId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<LineView> lines(
                TenantId tenant,
                Actor actor,
                long runId,
                YearMonth month,
                String unit,
                long afterLine,
                int limit) {
            return lines.get(runId).stream()
                    .filter(line -> line.lineNo() > afterLine)
                    .limit(PAGE_CAP)
                    .toList();
        }

        @Override
        public List<ItemLineView> itemLines(
                TenantId tenant, Actor actor, long runId, long afterItem, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Difference> differences(TenantId tenant, Actor actor, long runId, int limit) {
            return differences;
        }

        @Override
        public List<Explanation> explain(TenantId tenant, Actor actor, long runId, long personId) {
            throw new UnsupportedOperationException();
        }
    }

    private final class People implements Register {
        @Override
        public Optional<Person> person(TenantId tenant, Actor actor, long id) {
            return Optional.of(
                    new Person(
                            id, "", "", "1940", null, null, "", "T1", deaths.get(id), List.of()));
        }

        @Override
        public List<Person> page(TenantId tenant, Actor actor, long afterId, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long count(TenantId tenant, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Person> holdersOf(
                TenantId tenant, Actor actor, Collection<String> personalIds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Person> withoutPersonalId(
                TenantId tenant, Actor actor, Collection<String> foldedNames) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Long> add(TenantId tenant, Actor actor, List<Person> persons) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void addFacts(TenantId tenant, Actor actor, long personId, List<Fact> facts) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void recordDeath(TenantId tenant, Actor actor, long personId, LocalDate death) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Transactions implements UnitOfWork {
        @Override
        public <T> T inTenant(TenantId tenant, Actor actor, Supplier<T> work) {
            inTransaction = true;
            try {
                return work.get();
            } finally {
                inTransaction = false;
            }
        }

        @Override
        public <T> T common(Actor actor, Supplier<T> work) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Clock implements CivilClock {
        @Override
        public Instant now() {
            return now;
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Asia/Ho_Chi_Minh");
        }

        @Override
        public boolean adjusted() {
            return true;
        }
    }

    private final class Archive implements ReportArchive {
        @Override
        public long add(ArchivedReport report) {
            long id = inside(archived.size() + 1L);
            archived.put(
                    id,
                    new ArchivedReport(
                            id,
                            report.formCode(),
                            report.month(),
                            report.format(),
                            report.fileName(),
                            report.sha256(),
                            report.cellsSha256(),
                            report.issuedAt(),
                            report.runId(),
                            report.snapshotHash(),
                            report.bytes().clone()));
            return id;
        }

        @Override
        public Optional<ArchivedReport> byId(long reportId) {
            return inside(Optional.ofNullable(archived.get(reportId)));
        }
    }
}
