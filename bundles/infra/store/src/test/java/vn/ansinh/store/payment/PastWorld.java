package vn.ansinh.store.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.internal.BeneficiaryModule;
import vn.ansinh.beneficiary.port.FactRows;
import vn.ansinh.beneficiary.port.HouseholdRows;
import vn.ansinh.beneficiary.port.PersonFiles;
import vn.ansinh.beneficiary.port.Persons;
import vn.ansinh.beneficiary.port.ReviewRows;
import vn.ansinh.entitlement.api.DecisionBook;
import vn.ansinh.entitlement.api.DecisionBook.Capacity;
import vn.ansinh.entitlement.api.DecisionBook.DecisionDoc;
import vn.ansinh.entitlement.api.DecisionBook.Draft;
import vn.ansinh.entitlement.api.DecisionBook.Signature;
import vn.ansinh.entitlement.api.DecisionBook.Warning;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.entitlement.api.Effect;
import vn.ansinh.entitlement.api.Reason;
import vn.ansinh.entitlement.internal.DecisionModule;
import vn.ansinh.entitlement.port.DecisionStore;
import vn.ansinh.entitlement.port.Decisions;
import vn.ansinh.entitlement.port.PayeeStore;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.Corrections;
import vn.ansinh.payment.api.Corrections.Correction;
import vn.ansinh.payment.api.Corrections.DueItem;
import vn.ansinh.payment.api.Corrections.Query;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.Recoveries;
import vn.ansinh.payment.api.RunLife;
import vn.ansinh.payment.api.Unclaimed;
import vn.ansinh.payment.internal.ItemsModule;
import vn.ansinh.payment.internal.PaymentService;
import vn.ansinh.payment.internal.RunLifeService;
import vn.ansinh.payment.internal.RunListeners;
import vn.ansinh.payment.port.CorrectionStorage;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.RecoveryStorage;
import vn.ansinh.payment.port.RunStorage;
import vn.ansinh.payment.port.UnpaidLines;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;

/**
 * The product over real PostgreSQL with a clock that is set, for one locality (DỮ LIỆU GIẢ LẬP).
 */
final class PastWorld implements CivilClock {
    static final Actor ACTOR = new Actor("can-bo-gia-lap", "");
    private static final String CHAIR = "Chủ tịch UBND xã Giả Lập";

    final TestStore store;
    final TenantId tenant;
    final DecisionBook book;
    final Payments payments;
    final Corrections corrections;
    final RunLife life;
    final Recoveries recoveries;
    final Unclaimed unclaimed;
    private final Connection owner;
    private Instant now = Instant.parse("2026-01-10T02:00:00Z");
    private int numbers;

    /** Who signs. */
    String authority = CHAIR;

    PastWorld(TestStore store, Connection owner, String code) {
        this(store, owner, code, new LateLaw());
    }

    /** Under a law of the test's own. */
    PastWorld(TestStore store, Connection owner, String code, ActiveLaw law) {
        this.store = store;
        this.owner = owner;
        tenant = store.tenant(code);
        UnitOfWork unitOfWork = store.service(UnitOfWork.class);
        Audit audit = store.service(Audit.class);
        Localities localities = store.service(Localities.class);
        BeneficiaryModule people =
                new BeneficiaryModule(
                        store.service(Persons.class),
                        store.service(PersonFiles.class),
                        store.service(FactRows.class),
                        store.service(HouseholdRows.class),
                        store.service(ReviewRows.class),
                        unitOfWork,
                        audit,
                        this);
        book =
                new DecisionModule(
                                store.service(Decisions.class),
                                store.service(DecisionStore.class),
                                store.service(PayeeStore.class),
                                people.register(),
                                people.facts(),
                                law,
                                Engines.standard(),
                                localities,
                                unitOfWork,
                                audit,
                                this,
                                3)
                        .decisionBook();
        payments =
                new PaymentService(
                        localities,
                        law,
                        Engines.standard(),
                        unitOfWork,
                        audit,
                        this,
                        store.service(PaymentStorage.class),
                        new RunListeners(List.of()),
                        2,
                        8000);
        life =
                new RunLifeService(
                        localities,
                        law,
                        Engines.standard(),
                        unitOfWork,
                        audit,
                        this,
                        store.service(PaymentStorage.class),
                        store.service(RunStorage.class),
                        new RunListeners(List.of()),
                        2,
                        8000,
                        Long.MAX_VALUE);
        ItemsModule items =
                new ItemsModule(
                        localities,
                        law,
                        book,
                        unitOfWork,
                        audit,
                        this,
                        store.service(CorrectionStorage.class),
                        store.service(RecoveryStorage.class),
                        store.service(UnpaidLines.class),
                        store.service(ReviewRows.class),
                        true,
                        3,
                        0);
        corrections = items.corrections();
        recoveries = items.recoveries();
        unclaimed = items.unclaimed();
    }

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

    /** Nine o'clock of a day; every later call of the same day one minute on. */
    PastWorld on(String day) {
        Instant nine = LocalDate.parse(day).atTime(9, 0).atZone(zone()).toInstant();
        now = nine.isAfter(now) ? nine : now.plusSeconds(60);
        return this;
    }

    /** Before anything happened: another day to begin with. */
    PastWorld startingOn(String day) {
        now = LocalDate.parse(day).atTime(9, 0).atZone(zone()).toInstant();
        return this;
    }

    long person(String personalId) {
        LocalDate birth = LocalDate.of(1950, 5, 10);
        Person person =
                new Person(
                        0,
                        "Người giả lập",
                        "FEMALE",
                        birth.toString(),
                        birth,
                        birth,
                        personalId,
                        "U1",
                        null,
                        List.<Fact>of());
        return store.service(UnitOfWork.class)
                .inTenant(
                        tenant, ACTOR, () -> store.service(Persons.class).add(List.of(person), now))
                .get(0);
    }

    void died(long person, String day) throws SQLException {
        TestStore.run(
                owner,
                "update person set death_on = '"
                        + day
                        + "', death_recorded_at = '"
                        + now
                        + "' where tenant_id = "
                        + tenant.value()
                        + " and person_id = "
                        + person);
    }

    static Effect grant(long person, Component component, String ground, int coef, String from) {
        return Effect.on(1, person, component, YearMonth.parse(from)).with(ground, coef);
    }

    static Effect stop(long person, Reason reason, String from) {
        return Effect.on(1, person, null, YearMonth.parse(from)).because(reason);
    }

    static Effect money(long person, Component component, String from, long dong, int instalments) {
        return new Effect(
                0,
                1,
                person,
                component,
                null,
                "",
                0,
                from == null ? null : YearMonth.parse(from),
                null,
                null,
                dong,
                instalments,
                0,
                "",
                "",
                "giả lập");
    }

    /** Signs on the clock's day, confirming whatever is warned of. */
    DecisionDoc decide(DecisionKind kind, Effect... effects) {
        return sign(new Draft(kind, authority, "giả lập", 0, null, List.of(effects)));
    }

    DecisionDoc revoke(DecisionDoc target) {
        return sign(
                new Draft(DecisionKind.REVOKE, authority, "giả lập", target.id(), null, List.of()));
    }

    private DecisionDoc sign(Draft draft) {
        now = now.plusSeconds(60);
        DecisionDoc stored = book.draft(tenant, ACTOR, draft);
        Signature signature =
                new Signature(
                        ++numbers + "/QĐ-UBND",
                        today(),
                        null,
                        "Đỗ Giả Lập",
                        "Chủ tịch",
                        Capacity.CHAIR,
                        "",
                        null,
                        null);
        Set<String> seen =
                book.check(tenant, ACTOR, stored.id(), signature).warnings().stream()
                        .map(Warning::key)
                        .collect(Collectors.toSet());
        return book.sign(tenant, ACTOR, stored.id(), stored.version(), signature, seen);
    }

    RunView pay(String month) {
        now = now.plusSeconds(60);
        return payments.compute(tenant, ACTOR, YearMonth.parse(month));
    }

    /** Open proposals of a person after a new search: {@code month component cause delta}. */
    List<String> found(long person) {
        now = now.plusSeconds(60);
        corrections.search(tenant, ACTOR, person);
        return corrections.open(tenant, ACTOR, new Query(person, null), 0, 500).stream()
                .sorted(java.util.Comparator.comparing(Correction::month))
                .map(c -> c.month() + " " + c.component() + " " + c.cause() + " " + c.deltaDong())
                .toList();
    }

    Corrections.Accepted accept(DecisionDoc decision) {
        now = now.plusSeconds(60);
        return corrections.accept(tenant, ACTOR, decision.id());
    }

    List<DueItem> items(long person) {
        return corrections.items(tenant, ACTOR, person, false, 0, 500);
    }

    /** What lines of runs gave a person, recoveries as minus; regular lines included. */
    long paid(long person) throws SQLException {
        return number(
                "select coalesce(sum(case when movement = 'RECOVERY' then -amount_dong else"
                        + " amount_dong end), 0) from payment_line where tenant_id = :t"
                        + " and person_id = "
                        + person);
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(
                TestStore.one(owner, sql.replace(":t", String.valueOf(tenant.value()))));
    }
}
