package vn.ansinh.store.entitlement;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.api.Register;
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
import vn.ansinh.entitlement.api.Entitlements;
import vn.ansinh.entitlement.api.Payees;
import vn.ansinh.entitlement.internal.DecisionModule;
import vn.ansinh.entitlement.port.DecisionStore;
import vn.ansinh.entitlement.port.Decisions;
import vn.ansinh.entitlement.port.PayeeStore;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;

/** The product's services over real PostgreSQL with a clock that is set. DỮ LIỆU GIẢ LẬP. */
final class World implements CivilClock {

    static final Actor OFFICER = new Actor("can-bo-gia-lap", "");
    static final String CHAIR = "Chủ tịch UBND xã Giả Lập";

    final TestStore store;
    final EntitlementLaw law = new EntitlementLaw();
    final Register register;
    final DecisionBook book;
    final Entitlements entitlements;
    final Payees payees;
    final Decisions running;
    TenantId tenant;
    Instant now = Instant.parse("2026-03-15T02:00:00Z");
    private int numbers;

    World(TestStore store, String code) {
        this.store = store;
        tenant = store.tenant(code);
        UnitOfWork unitOfWork = store.service(UnitOfWork.class);
        Audit audit = store.service(Audit.class);
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
        register = people.register();
        DecisionModule module =
                new DecisionModule(
                        store.service(Decisions.class),
                        store.service(DecisionStore.class),
                        store.service(PayeeStore.class),
                        register,
                        people.facts(),
                        law,
                        Engines.standard(),
                        store.service(Localities.class),
                        unitOfWork,
                        audit,
                        this,
                        3);
        book = module.decisionBook();
        entitlements = module.entitlements();
        payees = module.payees();
        running = module.decisions();
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

    void today(String day) {
        now = LocalDate.parse(day).atTime(9, 0).atZone(zone()).toInstant();
    }

    /** A person of these groups, e.g. {@code MONTHLY=A}. */
    long person(String... groups) {
        LocalDate since = LocalDate.of(2025, 1, 1);
        List<Fact> facts =
                Arrays.stream(groups)
                        .map(group -> group.split("="))
                        .map(g -> new Fact("group." + g[0], g[1], since, null, since, ""))
                        .collect(Collectors.toCollection(ArrayList::new));
        return person(facts);
    }

    /** A person with a disability certificate of a day, who qualifies as D. */
    long disabled(String certificateOn) {
        LocalDate since = LocalDate.parse(certificateOn);
        return person(
                List.of(
                        new Fact("group.MONTHLY", "D", since, null, since, ""),
                        new Fact(FactKinds.DISABILITY_DEGREE, "SEVERE", since, null, since, "")));
    }

    /** A person who qualifies as R by a fact of the restricted file. */
    long restricted() {
        LocalDate since = LocalDate.of(2025, 1, 1);
        return person(List.of(new Fact(FactKinds.HIV, "YES", since, null, since, "")));
    }

    private long person(List<Fact> facts) {
        LocalDate birth = LocalDate.of(1950, 5, 10);
        Person person =
                new Person(
                        0,
                        "Nguyễn Thị Giả Lập",
                        "FEMALE",
                        birth.toString(),
                        birth,
                        birth,
                        "",
                        "T01",
                        null,
                        facts);
        // Past the register's catalogue of facts: the made-up law has kinds of its own.
        return store.service(UnitOfWork.class)
                .inTenant(
                        tenant,
                        OFFICER,
                        () -> store.service(Persons.class).add(List.of(person), now))
                .get(0);
    }

    DecisionDoc draft(DecisionKind kind, Effect... effects) {
        return book.draft(
                tenant, OFFICER, new Draft(kind, CHAIR, "giả lập", 0, null, List.of(effects)));
    }

    DecisionDoc about(DecisionKind kind, DecisionDoc target, String on, Effect... effects) {
        LocalDate day = on == null ? null : LocalDate.parse(on);
        return book.draft(
                tenant,
                OFFICER,
                new Draft(kind, CHAIR, "giả lập", target.id(), day, List.of(effects)));
    }

    Signature signature(String number, String signedOn) {
        return new Signature(
                number,
                LocalDate.parse(signedOn),
                null,
                "Đỗ Giả Lập",
                "Phó Chủ tịch",
                Capacity.DEPUTY,
                "",
                null,
                null);
    }

    /** Signs on the day the clock shows, confirming whatever is warned of. */
    DecisionDoc sign(DecisionDoc draft) {
        return sign(draft, today().toString());
    }

    DecisionDoc sign(DecisionDoc draft, String signedOn) {
        Signature signature = signature(++numbers + "/QĐ-UBND", signedOn);
        Set<String> confirmed =
                book.check(tenant, OFFICER, draft.id(), signature).warnings().stream()
                        .map(Warning::key)
                        .collect(Collectors.toSet());
        return book.sign(tenant, OFFICER, draft.id(), draft.version(), signature, confirmed);
    }

    /** What payment reads at an instant, as {@code component ground coefficient from..to}. */
    List<String> paidAt(long person, Instant at) {
        return rows(
                "select component || ' ' || ground || ' ' || coefficient_hundredths || ' '"
                        + " || to_char(from_month, 'YYYY-MM') || '..'"
                        + " || coalesce(to_char(to_month, 'YYYY-MM'), '') from entitlement"
                        + " where tenant_id = "
                        + tenant.value()
                        + " and person_id = "
                        + person
                        + " and granted_at <= '"
                        + at
                        + "' and (ended_at is null or ended_at > '"
                        + at
                        + "') order by array_position(array['MONTHLY', 'SINGLE_PARENT', 'CARE'],"
                        + " component), from_month");
    }

    List<String> paid(long person) {
        return paidAt(person, now);
    }

    List<String> rows(String sql) {
        try (Connection owner = store.owner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (row.next()) {
                all.add(row.getString(1));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static YearMonth month(String text) {
        return YearMonth.parse(text);
    }
}
