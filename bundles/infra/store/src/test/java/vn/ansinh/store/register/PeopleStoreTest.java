package vn.ansinh.store.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.beneficiary.api.Birth;
import vn.ansinh.beneficiary.api.Change;
import vn.ansinh.beneficiary.api.Death;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.FactRow;
import vn.ansinh.beneficiary.api.Households;
import vn.ansinh.beneficiary.api.Households.Household;
import vn.ansinh.beneficiary.api.Households.NewHousehold;
import vn.ansinh.beneficiary.api.Households.Recognition;
import vn.ansinh.beneficiary.api.Households.Relation;
import vn.ansinh.beneficiary.api.NewPerson;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.api.PersonFile;
import vn.ansinh.beneficiary.api.PersonName;
import vn.ansinh.beneficiary.api.PersonalId;
import vn.ansinh.beneficiary.api.PersonalId.Kind;
import vn.ansinh.beneficiary.api.Residence;
import vn.ansinh.beneficiary.api.ReviewCases.Outcome;
import vn.ansinh.beneficiary.api.ReviewCases.ReviewCase;
import vn.ansinh.beneficiary.api.Traits;
import vn.ansinh.beneficiary.internal.BeneficiaryModule;
import vn.ansinh.beneficiary.port.FactRows;
import vn.ansinh.beneficiary.port.HouseholdRows;
import vn.ansinh.beneficiary.port.PersonFiles;
import vn.ansinh.beneficiary.port.Persons;
import vn.ansinh.beneficiary.port.ReviewRows;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.OnceOnly;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;

/**
 * People, households and cases on real PostgreSQL; the clock stands at 15/03/2026. DỮ LIỆU GIẢ LẬP.
 */
class PeopleStoreTest {

    private static final Actor OFFICER = new Actor("can-bo-gia-lap", "thử nghiệm");
    private static final String NUMBER = "001150000001";

    private static TestStore store;
    private static BeneficiaryModule module;
    private static int localities;

    private TenantId tenant;

    @BeforeAll
    static void open() throws SQLException {
        store = TestStore.fresh();
        module =
                new BeneficiaryModule(
                        store.service(Persons.class),
                        store.service(PersonFiles.class),
                        store.service(FactRows.class),
                        store.service(HouseholdRows.class),
                        store.service(ReviewRows.class),
                        store.service(UnitOfWork.class),
                        store.service(Audit.class),
                        TestStore.clock());
    }

    @AfterAll
    static void close() throws SQLException {
        store.close();
    }

    @BeforeEach
    void freshLocality() {
        localities++;
        tenant = store.tenant("nguoi-gia-lap-" + localities);
    }

    @Test
    void aFileComesBackAsItWasWritten() {
        Traits traits =
                new Traits(
                        PersonName.whole("Y Blơ Niê"),
                        "MALE",
                        Birth.parse("07/1950"),
                        "Ê Đê",
                        "0900 000 000",
                        "thôn Giả Lập");
        List<PersonalId> numbers =
                List.of(
                        number(Kind.PERSONAL, NUMBER, "1950-07-01", null, ""),
                        number(Kind.CMND, "012345678", "1980-01-01", "2024-12-31", ""));
        long id =
                module.changes()
                        .add(
                                tenant,
                                OFFICER,
                                List.of(
                                        new NewPerson(
                                                traits,
                                                numbers,
                                                new Residence(
                                                        "U1",
                                                        "",
                                                        LocalDate.of(2001, 2, 3),
                                                        null,
                                                        "sổ GIẢ LẬP"),
                                                List.of(
                                                        fact("hiv", "YES"),
                                                        fact("study", study())))))
                        .get(0);

        PersonFile file = file(id);
        assertThat(file.traits()).isEqualTo(traits);
        assertThat(file.numbers())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .isEqualTo(numbers);
        assertThat(file.residences())
                .containsExactly(
                        new Residence("U1", "", LocalDate.of(2001, 2, 3), null, "sổ GIẢ LẬP"));
        assertThat(file.facts()).extracting(r -> r.fact().kind()).containsExactly("study");
        assertThat(module.facts().restricted(tenant, OFFICER, id))
                .extracting(r -> r.fact().value())
                .containsExactly("YES");
        assertThat(module.register().holdersOf(tenant, OFFICER, List.of(NUMBER, "000000000000")))
                .containsOnlyKeys(NUMBER);
    }

    @Test
    void changesKeepImagesAndDeathHasThreeDates() throws SQLException {
        long id = person(NUMBER);
        module.changes()
                .correct(
                        tenant,
                        OFFICER,
                        change(id),
                        new Traits(
                                PersonName.split("Trần Thị Giả"),
                                "FEMALE",
                                Birth.parse("1951"),
                                "",
                                "",
                                ""));
        Death death =
                new Death(
                        LocalDate.of(2026, 1, 5),
                        LocalDate.of(2026, 1, 9),
                        LocalDate.of(2026, 3, 1),
                        "trích lục GIẢ LẬP");
        module.changes().die(tenant, OFFICER, change(id), death);
        assertThat(file(id).death()).isEqualTo(death);
        module.changes().die(tenant, OFFICER, change(id), null);
        assertThat(file(id).death()).isNull();
        assertThat(file(id).version()).isEqualTo(3);
        assertThat(
                        owner(
                                "select string_agg(version || ' ' || birth_text || ' ' ||"
                                        + " coalesce(death_on::text, '-'), ', ' order by version)"
                                        + " from person_past where tenant_id = "
                                        + tenant.value()))
                .isEqualTo("1 1950 -, 2 1951 -, 3 1951 2026-01-05");
    }

    @Test
    void numbersAndResidencesEndAndStay() throws SQLException {
        long id = person(NUMBER);
        module.changes()
                .addNumber(
                        tenant,
                        OFFICER,
                        change(id),
                        number(Kind.PERSONAL, "001151000001", "2026-02-01", null, ""));
        module.changes()
                .move(
                        tenant,
                        OFFICER,
                        change(id),
                        new Residence("", "Xã Khác", LocalDate.of(2026, 3, 1), null, ""));
        assertThat(file(id).numbers())
                .extracting(n -> n.number() + " " + n.to())
                .containsExactlyInAnyOrder(NUMBER + " 2026-01-31", "001151000001 null");
        assertThat(file(id).residences())
                .extracting(r -> r.unitCode() + r.outside() + " " + r.to())
                .containsExactly("U1 2026-02-28", "Xã Khác null");
        assertThat(file(id).unitCode()).isEqualTo("U1");
        // The row that said "without end" is still there.
        assertThat(
                        owner(
                                "select count(*) from personal_id where superseded_at is not null"
                                        + " and tenant_id = "
                                        + tenant.value()))
                .isEqualTo("1");
        long other = person("001152000001");
        assertThatThrownBy(
                        () ->
                                module.changes()
                                        .addNumber(
                                                tenant,
                                                OFFICER,
                                                change(other),
                                                number(
                                                        Kind.PERSONAL,
                                                        "001151000001",
                                                        "2026-03-01",
                                                        null,
                                                        "")))
                .hasMessageContaining("hợp nhất");
    }

    @Test
    void mergeAndUnmergeAndWhatOthersSee() {
        long one = person(NUMBER);
        long two = person("001152000001");
        PersonFile before = file(one);
        PersonFile beforeTwo = file(two);
        module.facts().add(tenant, OFFICER, change(one), List.of(fact("pension.dong", "0")));
        module.merges().merge(tenant, OFFICER, change(one), two);

        assertThat(module.register().person(tenant, OFFICER, one)).map(Person::id).contains(two);
        assertThat(module.register().holdersOf(tenant, OFFICER, List.of(NUMBER)).get(NUMBER).id())
                .isEqualTo(two);
        assertThat(module.register().page(tenant, OFFICER, 0, 10))
                .extracting(Person::id)
                .containsExactly(two);
        assertThat(module.register().count(tenant, OFFICER)).isEqualTo(1);
        assertThat(file(one).facts())
                .extracting(r -> r.source() + r.fact().kind())
                .containsExactly("MERGEpension.dong");
        // Added to the merged person, a fact goes to the survivor.
        module.register().addFacts(tenant, OFFICER, one, List.of(fact("supporter", "NOBODY")));

        module.merges().unmerge(tenant, OFFICER, change(one));
        assertThat(file(one).numbers()).isEqualTo(before.numbers());
        assertThat(file(one).traits()).isEqualTo(before.traits());
        assertThat(file(two).numbers()).isEqualTo(beforeTwo.numbers());
        assertThat(file(one).facts())
                .extracting(r -> r.fact().kind())
                .containsExactly("pension.dong");
        assertThat(file(two).facts()).extracting(r -> r.fact().kind()).containsExactly("supporter");
        assertThat(module.merges().of(tenant, OFFICER, two))
                .singleElement()
                .satisfies(m -> assertThat(m.unmergedAt()).isPresent());
        assertThat(module.reviews().page(tenant, OFFICER, true, 0, 10)).hasSize(2);
    }

    @Test
    void householdsThroughTime() {
        long one = person(NUMBER);
        long two = person("001152000001");
        Households households = module.households();
        long id =
                households.form(
                        tenant,
                        OFFICER,
                        new NewHousehold(
                                Households.Kind.POVERTY,
                                "U1",
                                LocalDate.of(2025, 1, 1),
                                "",
                                List.of(new Relation(one, "HEAD"), new Relation(two, "vợ"))));
        households.recognise(tenant, OFFICER, change(id), poor("2025-01-01", "2024-12-20"));
        households.recognise(tenant, OFFICER, change(id), poor("2026-01-01", "2025-12-20"));
        households.newHead(tenant, OFFICER, change(id), two, LocalDate.of(2026, 2, 1));
        long split =
                households.split(
                        tenant, OFFICER, change(id), List.of(one), one, LocalDate.of(2026, 3, 1));

        Household household = households.household(tenant, OFFICER, id).orElseThrow();
        assertThat(household.version()).isEqualTo(4);
        assertThat(household.members())
                .extracting(m -> m.personId() + " " + m.relation() + " " + m.to())
                .containsExactlyInAnyOrder(
                        one + " HEAD 2026-01-31",
                        two + " vợ 2026-01-31",
                        one + " chủ hộ cũ 2026-02-28",
                        two + " HEAD null");
        assertThat(household.statuses())
                .extracting(s -> s.from() + " " + s.to())
                .containsExactly("2025-01-01 2025-12-31", "2026-01-01 null");
        assertThat(households.ofPerson(tenant, OFFICER, one))
                .extracting(Household::id)
                .containsExactly(id, split);
        assertThat(file(two).facts())
                .extracting(r -> r.source() + " " + r.fact().from() + " " + r.fact().to())
                .containsExactlyInAnyOrder(
                        "POVERTY 2025-01-01 2025-12-31", "POVERTY 2026-01-01 null");
        assertThat(
                        module.facts()
                                .list(
                                        tenant,
                                        OFFICER,
                                        one,
                                        LocalDate.of(2025, 5, 5),
                                        LocalDate.of(2025, 6, 1)))
                .extracting(FactRow::fact)
                .extracting(Fact::value)
                .containsExactly("POOR");

        List<ReviewCase> cases = module.reviews().page(tenant, OFFICER, true, 0, 10);
        assertThat(cases)
                .extracting(ReviewCase::kind)
                .containsExactly("HOUSEHOLD_NEW_HEAD", "HOUSEHOLD_SPLIT", "HOUSEHOLD_SPLIT");
        module.reviews().close(tenant, OFFICER, cases.get(0).id(), Outcome.DISMISSED, "không đổi");
        assertThat(module.reviews().page(tenant, OFFICER, true, 0, 10)).hasSize(2);
        assertThat(module.reviews().page(tenant, OFFICER, false, 0, 10)).hasSize(3);
    }

    @Test
    void twoWhoChangeAtOnce() {
        long id = person(NUMBER);
        long version = file(id).version();
        Change first = new Change(id, version, "Giấy GIẢ LẬP", "thử");
        module.facts().add(tenant, OFFICER, first, List.of(fact("pension.dong", "0")));
        assertThatThrownBy(
                        () ->
                                module.facts()
                                        .add(
                                                tenant,
                                                OFFICER,
                                                first,
                                                List.of(fact("supporter", "NOBODY"))))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.STALE));
        assertThat(file(id).facts()).hasSize(1);
        assertThat(file(id).version()).isEqualTo(version + 1);
    }

    @Test
    void aRequestWithAKeyTakesEffectOnce() {
        OnceOnly once = store.service(OnceOnly.class);
        List<Long> added = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String answer =
                    once.answer(
                            tenant,
                            OFFICER,
                            "khóa",
                            "addPerson",
                            "nội dung",
                            () -> {
                                added.add(person(NUMBER));
                                return "{\"ids\":" + added + "}";
                            });
            assertThat(answer).isEqualTo("{\"ids\":" + added + "}");
        }
        assertThat(added).hasSize(1);
        assertThatThrownBy(
                        () -> once.answer(tenant, OFFICER, "khóa", "addPerson", "khác", () -> "x"))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
        // What failed may be tried again with the same key.
        assertThatThrownBy(
                        () ->
                                once.answer(
                                        tenant,
                                        OFFICER,
                                        "hỏng",
                                        "addPerson",
                                        "",
                                        () -> {
                                            throw new IllegalStateException("giả lập");
                                        }))
                .hasMessage("giả lập");
        assertThat(once.answer(tenant, OFFICER, "hỏng", "addPerson", "", () -> "được"))
                .isEqualTo("được");
        // A key is its caller's and its locality's.
        assertThat(
                        once.answer(
                                tenant,
                                new Actor("khac", ""),
                                "khóa",
                                "addPerson",
                                "khác",
                                () -> "khác"))
                .isEqualTo("khác");
        TenantId other = store.tenant("noi-khac-" + localities);
        assertThat(once.answer(other, OFFICER, "khóa", "addPerson", "khác", () -> "nơi khác"))
                .isEqualTo("nơi khác");
    }

    @Test
    void anotherTenantSeesNothing() throws SQLException {
        long one = person(NUMBER);
        long two = person("001152000001");
        module.facts().add(tenant, OFFICER, change(one), List.of(fact("hiv", "YES")));
        long household =
                module.households()
                        .form(
                                tenant,
                                OFFICER,
                                new NewHousehold(
                                        Households.Kind.POVERTY,
                                        "U1",
                                        LocalDate.of(2025, 1, 1),
                                        "",
                                        List.of(new Relation(one, "HEAD"))));
        module.households()
                .recognise(tenant, OFFICER, change(household), poor("2025-01-01", "2024-12-20"));
        module.changes()
                .correct(
                        tenant,
                        OFFICER,
                        change(two),
                        new Traits(
                                PersonName.split("Lê Giả"), "", Birth.parse("1952"), "", "", ""));
        module.merges().merge(tenant, OFFICER, change(two), one);
        store.service(OnceOnly.class).answer(tenant, OFFICER, "khóa", "addPerson", "", () -> "x");

        TenantId other = store.tenant("xa-khac-" + localities);
        assertThat(module.changes().file(other, OFFICER, one)).isEmpty();
        assertThat(module.households().household(other, OFFICER, household)).isEmpty();
        assertThat(module.reviews().page(other, OFFICER, false, 0, 10)).isEmpty();
        assertThat(module.facts().forAssessment(other, OFFICER, one, LocalDate.of(2026, 3, 15)))
                .isEmpty();
        assertThatThrownBy(() -> module.facts().restricted(other, OFFICER, one))
                .hasMessageContaining("Không có đối tượng");
        assertThatThrownBy(() -> module.merges().unmerge(other, OFFICER, change(two)))
                .hasMessageContaining("Không có đối tượng");
        try (Connection app = store.app()) {
            for (String table :
                    List.of(
                            "person_past",
                            "residence",
                            "person_merge",
                            "household",
                            "household_member",
                            "household_event",
                            "poverty_status",
                            "review_case",
                            "request_answer",
                            "fact",
                            "personal_id")) {
                String count = "select count(*) > 0 from " + table;
                TestStore.run(app, "set ansinh.tenant = '" + other.value() + "'");
                assertThat(TestStore.one(app, count)).as(table).isEqualTo("f");
                // Control: the same question of the owner of the rows finds them.
                TestStore.run(app, "set ansinh.tenant = '" + tenant.value() + "'");
                assertThat(TestStore.one(app, count)).as(table).isEqualTo("t");
            }
        }
    }

    @Test
    void theApplicationCannotRewriteOrDelete() throws SQLException {
        try (Connection app = store.app()) {
            for (String table :
                    List.of(
                            "person",
                            "personal_id",
                            "fact",
                            "residence",
                            "person_merge",
                            "household",
                            "household_member",
                            "poverty_status",
                            "review_case",
                            "person_past",
                            "household_event",
                            "request_answer")) {
                assertThatThrownBy(() -> TestStore.run(app, "delete from " + table))
                        .as(table)
                        .hasMessageContaining("permission denied");
            }
            for (String table : List.of("person_past", "household_event", "request_answer")) {
                assertThatThrownBy(
                                () -> TestStore.run(app, "update " + table + " set tenant_id = 1"))
                        .as(table)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    /** Reading a file and finding a holder are index conditions under the policy. */
    @Test
    void lookUpsUseTheirIndexes() throws SQLException {
        person(NUMBER);
        try (Connection app = store.app()) {
            TestStore.run(app, "set enable_seqscan = off");
            TestStore.run(app, "set ansinh.tenant = '" + tenant.value() + "'");
            for (String query :
                    List.of(
                            "select * from personal_id where number = '1' and superseded_at is null",
                            "select * from residence where person_id = 5",
                            "select * from household_member where person_id = 5",
                            "select * from review_case where case_id > 5 and state = 'OPEN'"
                                    + " order by case_id limit 5",
                            "select * from person where merged_into = 5")) {
                StringBuilder plan = new StringBuilder();
                try (var statement = app.createStatement();
                        var lines = statement.executeQuery("explain " + query)) {
                    while (lines.next()) {
                        plan.append(lines.getString(1)).append('\n');
                    }
                }
                assertThat(plan.toString()).as(query).contains("Index Cond: ((tenant_id =");
                assertThat(plan.toString())
                        .as(query)
                        .containsPattern("Index Cond:.* 5|Index Cond:.*'1'");
            }
        }
    }

    /** 50,000 people with two facts each: well under the half minute an import may take. */
    @Test
    void fiftyThousandPeople() throws SQLException {
        List<Person> people = new ArrayList<>();
        LocalDate day = LocalDate.of(1950, 1, 1);
        List<Fact> facts = List.of(fact("pension.dong", "0"), fact("supporter", "NOBODY"));
        for (int i = 0; i < 50_000; i++) {
            people.add(
                    new Person(
                            0,
                            "Nguyễn Giả Lập",
                            "MALE",
                            "1950-01-01",
                            day,
                            day,
                            "%012d".formatted(1_050_000_000L + i),
                            "U" + i % 7,
                            null,
                            facts));
        }
        Instant start = Instant.now();
        List<Long> keys = module.register().add(tenant, OFFICER, people);
        Duration took = Duration.between(start, Instant.now());
        System.out.println("added 50000 people with 100000 facts in " + took.toMillis() + " ms");

        assertThat(keys).hasSize(50_000).doesNotHaveDuplicates();
        assertThat(
                        owner(
                                "select count(*) || ' ' || count(distinct person_id) from fact where"
                                        + " tenant_id = "
                                        + tenant.value()))
                .isEqualTo("100000 50000");
        assertThat(module.register().person(tenant, OFFICER, keys.get(12_345)).orElseThrow())
                .satisfies(p -> assertThat(p.personalId()).isEqualTo("001050012345"))
                .satisfies(p -> assertThat(p.facts()).isEqualTo(facts));
        assertThat(took).isLessThan(Duration.ofSeconds(30));
    }

    private long person(String number) {
        return module.changes()
                .add(
                        tenant,
                        OFFICER,
                        List.of(
                                new NewPerson(
                                        new Traits(
                                                PersonName.split("Trần Văn Giả"),
                                                "MALE",
                                                Birth.parse("1950"),
                                                "",
                                                "",
                                                ""),
                                        List.of(
                                                number(
                                                        Kind.PERSONAL,
                                                        number,
                                                        "1950-01-01",
                                                        null,
                                                        "")),
                                        new Residence("U1", "", null, null, ""),
                                        List.of())))
                .get(0);
    }

    private static PersonalId number(
            Kind kind, String number, String from, String to, String reason) {
        return new PersonalId(
                0,
                kind,
                number,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                "",
                reason);
    }

    private static Fact fact(String kind, String value) {
        return new Fact(
                kind, value, LocalDate.of(2025, 1, 1), null, LocalDate.of(2025, 1, 5), "GIẢ LẬP");
    }

    /** Some value the catalogue has for it. */
    private static String study() {
        return vn.ansinh.locality.api.FactKinds.find("study").values().keySet().iterator().next();
    }

    private static Recognition poor(String from, String signedOn) {
        return new Recognition(
                Households.Standard.NATIONAL,
                Households.Status.POOR,
                "thiếu việc làm",
                "9/QĐ-GL",
                "UBND xã",
                LocalDate.parse(signedOn),
                LocalDate.parse(from),
                null);
    }

    private static Change change(long id) {
        return new Change(id, Change.ANY_VERSION, "Giấy GIẢ LẬP", "thử");
    }

    private PersonFile file(long id) {
        return module.changes().file(tenant, OFFICER, id).orElseThrow();
    }

    private static String owner(String sql) throws SQLException {
        try (Connection owner = store.owner()) {
            return TestStore.one(owner, sql);
        }
    }
}
