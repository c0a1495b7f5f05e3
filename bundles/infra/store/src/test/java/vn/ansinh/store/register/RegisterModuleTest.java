package vn.ansinh.store.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.beneficiary.internal.BeneficiaryModule;
import vn.ansinh.beneficiary.port.FactRows;
import vn.ansinh.beneficiary.port.HouseholdRows;
import vn.ansinh.beneficiary.port.PersonFiles;
import vn.ansinh.beneficiary.port.Persons;
import vn.ansinh.beneficiary.port.ReviewRows;
import vn.ansinh.entitlement.api.Grant;
import vn.ansinh.entitlement.api.RunningDecisions;
import vn.ansinh.entitlement.api.RunningDecisions.DecisionView;
import vn.ansinh.entitlement.api.RunningDecisions.ImportResult;
import vn.ansinh.entitlement.internal.EntitlementModule;
import vn.ansinh.entitlement.internal.GrantedPayees;
import vn.ansinh.entitlement.port.Decisions;
import vn.ansinh.entitlement.port.PayeeStore;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;

/** The register and the import on real PostgreSQL. People are DỮ LIỆU GIẢ LẬP. */
class RegisterModuleTest {

    private static final Actor OFFICER = new Actor("can-bo-gia-lap", "thử nghiệm");
    private static final String HEADING =
            "full_name,sex,birth,personal_id,unit_code,decision_number,decision_authority,signed_on,"
                    + "ground,coefficient,first_month,channel,pension_dong,death\n";

    private static TestStore store;
    private static int localities;

    private Register register;
    private RunningDecisions decisions;
    private TenantId tenant;

    @BeforeAll
    static void open() throws SQLException {
        store = TestStore.fresh();
    }

    @AfterAll
    static void close() throws SQLException {
        store.close();
    }

    @BeforeEach
    void freshLocality() {
        localities++;
        tenant = store.tenant("xa-gia-lap-" + localities);
        UnitOfWork unitOfWork = store.service(UnitOfWork.class);
        Audit audit = store.service(Audit.class);
        register =
                new BeneficiaryModule(
                                store.service(Persons.class),
                                store.service(PersonFiles.class),
                                store.service(FactRows.class),
                                store.service(HouseholdRows.class),
                                store.service(ReviewRows.class),
                                unitOfWork,
                                audit,
                                TestStore.clock())
                        .register();
        decisions =
                new EntitlementModule(
                                new GrantedPayees(
                                        store.service(Decisions.class),
                                        store.service(PayeeStore.class)),
                                register,
                                new GroundsOnlyLaw(),
                                store.service(Localities.class),
                                unitOfWork,
                                audit,
                                TestStore.clock())
                        .runningDecisions();
    }

    @Test
    void keepsWhatTheFileSays() {
        ImportResult result = read(HEADING + row(1) + row(2));

        assertThat(result.personsAdded()).isEqualTo(2);
        List<Person> people = register.page(tenant, OFFICER, 0, 10);
        assertThat(people)
                .extracting(Person::fullName, Person::birthText, Person::personalId)
                .containsExactly(
                        tuple("Nguyễn Thị Hoà 1", "1940-05", "001140000001"),
                        tuple("Nguyễn Thị Hoà 2", "1940-05", "001140000002"));
        assertThat(people.get(0).facts())
                .singleElement()
                .satisfies(
                        fact -> {
                            assertThat(fact.kind()).isEqualTo("pension.dong");
                            assertThat(fact.from()).isEqualTo(LocalDate.of(2025, 8, 1));
                            assertThat(fact.knownSince()).isEqualTo(LocalDate.of(2025, 8, 8));
                        });
        List<Grant> grants = decisions.ofPerson(tenant, OFFICER, people.get(0).id());
        assertThat(grants)
                .singleElement()
                .satisfies(
                        grant -> {
                            assertThat(grant.fromMonth()).hasToString("2025-08");
                            assertThat(grant.toMonth()).isNull();
                            assertThat(grant.decisionNumber()).isEqualTo("10/QĐ-GL");
                            assertThat(grant.signedOn()).isEqualTo(LocalDate.of(2025, 8, 8));
                        });
        assertThat(decisions.decisions(tenant, OFFICER, 0, 10))
                .extracting(DecisionView::number, DecisionView::kind, DecisionView::persons)
                .containsExactly(tuple("10/QĐ-GL", "GRANT", 2));
    }

    @Test
    void aFaultInTheLastRowLeavesNothing() throws SQLException {
        String file = HEADING + row(1) + row(2) + row(3).replace("2025-08,", "2025-13,");

        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.faults()).singleElement().extracting("row").isEqualTo(4));
        assertThat(rows("person")).isZero();
        assertThat(rows("decision")).isZero();
    }

    /** The database refuses in the last batch: what was flushed before goes too. */
    @Test
    void aFailureWhileWritingLeavesNothing() throws SQLException {
        UnitOfWork unitOfWork = store.service(UnitOfWork.class);
        assertThatThrownBy(
                        () ->
                                unitOfWork.inTenant(
                                        tenant,
                                        OFFICER,
                                        () -> {
                                            read(HEADING + row(1) + row(2));
                                            throw new IllegalStateException("pulled plug");
                                        }))
                .hasMessage("pulled plug");
        assertThat(rows("person")).isZero();
        assertThat(rows("entitlement")).isZero();
        assertThat(rows("audit_event")).isZero();
    }

    @Test
    void theSameFileAgainChangesNothing() throws SQLException {
        String file = HEADING + row(1) + row(2);
        read(file);
        ImportResult again = read(file);

        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(again.personsAdded() + again.decisionsAdded() + again.grantsAdded()).isZero();
        assertThat(rows("person")).isEqualTo(2);
        assertThat(rows("fact")).isEqualTo(2);
        assertThat(rows("entitlement")).isEqualTo(2);
    }

    @Test
    void aDeathLearntLaterIsRecorded() {
        read(HEADING + row(1));
        read(HEADING + row(1).replace(",0,\n", ",0,2026-02-03\n"));

        assertThat(register.page(tenant, OFFICER, 0, 10))
                .extracting(Person::death)
                .containsExactly(LocalDate.of(2026, 2, 3));
    }

    @Test
    void anotherTenantSeesNothingAndMayHoldTheSamePerson() {
        read(HEADING + row(1));
        long key = register.page(tenant, OFFICER, 0, 1).get(0).id();
        TenantId other = store.tenant("xa-khac-" + localities);

        assertThat(register.page(other, OFFICER, 0, 10)).isEmpty();
        assertThat(register.person(other, OFFICER, key)).isEmpty();
        assertThat(register.holdersOf(other, OFFICER, List.of("001140000001"))).isEmpty();
        assertThat(decisions.ofPerson(other, OFFICER, key)).isEmpty();
        assertThat(decisions.decisions(other, OFFICER, 0, 10)).isEmpty();
        assertThatThrownBy(
                        () -> register.recordDeath(other, OFFICER, key, LocalDate.of(2026, 1, 1)))
                .isInstanceOf(AnsinhException.class);

        tenant = other;
        assertThat(read(HEADING + row(1)).personsAdded()).isEqualTo(1);
    }

    @Test
    void everyPersonOfAnImportStandsInTheTrail() throws SQLException {
        read(HEADING + row(1) + row(2));
        try (Connection owner = store.owner()) {
            String trail =
                    TestStore.one(
                            owner,
                            "select string_agg(action || ' ' || n, ', ' order by action) from"
                                    + " (select action, count(*) n from audit_event where tenant_id ="
                                    + tenant.value()
                                    + " and actor = 'can-bo-gia-lap' group by action) a");
            assertThat(trail).isEqualTo("decision.import 1, entitlement.grant 2, person.add 1");
            assertThat(
                            TestStore.one(
                                    owner,
                                    "select count(*) from audit_event where detail ~* 'nguy|0011400'"))
                    .isEqualTo("0");
        }
    }

    /** Thousands of rows go in batches; the count says that none was lost at a batch's edge. */
    @Test
    void thousandsOfRows() throws SQLException {
        StringBuilder file = new StringBuilder(HEADING);
        for (int i = 1; i <= 2_001; i++) {
            file.append(row(i));
        }
        assertThat(read(file.toString()).grantsAdded()).isEqualTo(2_001);
        assertThat(rows("person")).isEqualTo(2_001);
        assertThat(rows("personal_id")).isEqualTo(2_001);
        assertThat(read(file.toString()).unchanged()).isEqualTo(2_001);
    }

    /**
     * Payment scans a tenant's people by key: the keys must be index conditions under the policy.
     */
    @Test
    void scansByPersonUseTheKey() throws SQLException {
        read(HEADING + row(1));
        try (Connection app = store.app()) {
            TestStore.run(app, "set enable_seqscan = off");
            TestStore.run(app, "set ansinh.tenant = '" + tenant.value() + "'");
            for (String table : List.of("fact", "entitlement")) {
                StringBuilder plan = new StringBuilder();
                try (var statement = app.createStatement();
                        var lines =
                                statement.executeQuery(
                                        "explain select * from "
                                                + table
                                                + " where person_id > 5 and person_id <= 900"
                                                + " order by person_id limit 100")) {
                    while (lines.next()) {
                        plan.append(lines.getString(1)).append('\n');
                    }
                }
                assertThat(plan.toString())
                        .contains("Index Cond: ((tenant_id =")
                        .contains("person_id > 5")
                        .doesNotContain("Sort Key: person_id");
            }
        }
    }

    private ImportResult read(String csv) {
        return decisions.importCsv(tenant, OFFICER, "gia-lap.csv", new StringReader(csv));
    }

    private long rows(String table) throws SQLException {
        try (Connection owner = store.owner()) {
            return Long.parseLong(
                    TestStore.one(
                            owner,
                            "select count(*) from "
                                    + table
                                    + " where tenant_id = "
                                    + tenant.value()));
        }
    }

    private static String row(int number) {
        return "Nguyễn Thị Hoà "
                + number
                + ",Nữ,1940-05,%012d".formatted(1_140_000_000L + number)
                + ",T01,10/QĐ-GL,UBND Giả Lập,2025-08-08,HTXH.75,1.0,2025-08,CASH,0,\n";
    }
}
