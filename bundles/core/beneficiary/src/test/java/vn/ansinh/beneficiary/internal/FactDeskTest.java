package vn.ansinh.beneficiary.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ansinh.beneficiary.internal.MemoryRegister.OFFICER;
import static vn.ansinh.beneficiary.internal.MemoryRegister.TENANT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.beneficiary.api.Change;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.FactRecords;
import vn.ansinh.beneficiary.api.FactRow;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** People are DỮ LIỆU GIẢ LẬP. */
class FactDeskTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 10);
    private static final LocalDate SECOND = LocalDate.of(2026, 2, 10);
    private static final LocalDate THIRD = LocalDate.of(2026, 3, 10);

    private final MemoryRegister memory = new MemoryRegister();
    private final FactRecords facts = memory.module.facts();
    private long person;

    @BeforeEach
    void somebody() {
        on(FIRST);
        LocalDate day = LocalDate.of(1950, 1, 1);
        person =
                memory.module
                        .register()
                        .add(
                                TENANT,
                                OFFICER,
                                List.of(
                                        new Person(
                                                0,
                                                "A B",
                                                "",
                                                "1950-01-01",
                                                day,
                                                day,
                                                "",
                                                "U1",
                                                null,
                                                List.of())))
                        .get(0);
    }

    /** Every day of the calendar, as known on every day on which something was learnt. */
    @Test
    void anyDayAsKnownOnAnyDay() {
        long wrong = add("pension.dong", "0", "2025-06-01").get(0);
        on(SECOND);
        long right =
                facts.correct(
                        TENANT,
                        OFFICER,
                        change(),
                        wrong,
                        fact("pension.dong", "700000", "2025-06-01"));
        on(THIRD);
        facts.end(TENANT, OFFICER, change(), right, LocalDate.of(2026, 2, 28));

        LocalDate inFebruary = LocalDate.of(2026, 2, 20);
        assertThat(values(inFebruary, FIRST.minusDays(1))).isEmpty();
        assertThat(values(inFebruary, FIRST)).containsExactly("0");
        assertThat(values(inFebruary, SECOND.minusDays(1))).containsExactly("0");
        assertThat(values(inFebruary, SECOND)).containsExactly("700000");
        assertThat(values(THIRD, SECOND)).containsExactly("700000");
        assertThat(values(THIRD, THIRD)).isEmpty();
        assertThat(values(inFebruary, THIRD)).containsExactly("700000");
        assertThat(values(inFebruary, null)).containsExactly("700000");
        assertThat(values(LocalDate.of(2025, 5, 31), THIRD)).isEmpty();
        assertThat(memory.all(person)).hasSize(3);
    }

    @Test
    void theEngineReadsWhatWasKnownToo() {
        long wrong = add("hiv", "YES", "2025-06-01").get(0);
        add("pension.dong", "0", "2025-06-01");
        on(SECOND);
        facts.end(TENANT, OFFICER, change(), wrong, LocalDate.of(2026, 1, 31));

        assertThat(facts.forAssessment(TENANT, OFFICER, person, FIRST).orElseThrow().facts())
                .extracting(f -> f.kind() + " " + f.to())
                .containsExactly("hiv null", "pension.dong null");
        assertThat(facts.forAssessment(TENANT, OFFICER, person, SECOND).orElseThrow().facts())
                .extracting(f -> f.kind() + " " + f.to())
                .containsExactly("pension.dong null", "hiv 2026-01-31");
        assertThat(facts.forAssessment(TENANT, OFFICER, 99, SECOND)).isEmpty();
    }

    @Test
    void restrictedFactsShowForAPurposeOnly() {
        add("hiv", "YES", "2025-06-01");
        add("pension.dong", "0", "2025-06-01");

        assertThat(facts.list(TENANT, OFFICER, person, null, null))
                .extracting(row -> row.fact().kind())
                .containsExactly("pension.dong");
        assertThat(memory.module.changes().file(TENANT, OFFICER, person).orElseThrow().facts())
                .hasSize(1);
        assertThat(memory.module.register().person(TENANT, OFFICER, person).orElseThrow().facts())
                .hasSize(1);
        assertThat(memory.module.register().page(TENANT, OFFICER, 0, 10).get(0).facts()).hasSize(1);

        memory.trail.clear();
        assertThatThrownBy(() -> facts.restricted(TENANT, OFFICER, person))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN));
        assertThat(memory.trail).isEmpty();
        assertThat(facts.restricted(TENANT, new Actor("can-bo", "xét trợ cấp"), person))
                .extracting(row -> row.fact().kind())
                .containsExactly("hiv");
        assertThat(memory.trail).containsExactly("person.restricted.read " + person);
    }

    @Test
    void whatTheCatalogueDoesNotKnowIsRefusedWhole() {
        List<Fact> bad =
                List.of(
                        fact("pension.dong", "0", "2025-06-01"),
                        fact("pension.xu", "0", "2025-06-01"),
                        fact("disability.degree", "VERY", "2025-06-01"),
                        fact("hiv", "có lẽ", "2025-06-01"),
                        new Fact(
                                "supporter",
                                "NOBODY",
                                FIRST,
                                FIRST.minusDays(1),
                                FIRST.plusDays(1),
                                ""));
        assertThatThrownBy(() -> facts.add(TENANT, OFFICER, change(), bad))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> {
                            assertThat(e.faults())
                                    .extracting(f -> f.row() + " " + f.field())
                                    .containsExactly(
                                            "2 kind", "3 value", "4 value", "5 to", "5 knownSince");
                            assertThat(e.faults()).noneMatch(f -> f.sentence().contains("có lẽ"));
                        });
        assertThat(memory.all(person)).isEmpty();
        assertThatThrownBy(
                        () ->
                                memory.module
                                        .register()
                                        .addFacts(TENANT, OFFICER, person, bad.subList(0, 2)))
                .isInstanceOf(AnsinhException.class);
    }

    @Test
    void aCorrectionNeedsPaperTheSameKindAndAFactThatIsThere() {
        long id = add("pension.dong", "0", "2025-06-01").get(0);
        Fact right = fact("pension.dong", "1", "2025-06-01");
        assertThatThrownBy(
                        () ->
                                facts.correct(
                                        TENANT, OFFICER, new Change(person, -1, "", ""), id, right))
                .isInstanceOf(AnsinhException.class);
        assertThatThrownBy(
                        () ->
                                facts.correct(
                                        TENANT,
                                        OFFICER,
                                        change(),
                                        id,
                                        fact("supporter", "NOBODY", "2025-06-01")))
                .hasMessageContaining("loại");
        facts.correct(TENANT, OFFICER, change(), id, right);
        assertThatThrownBy(() -> facts.correct(TENANT, OFFICER, change(), id, right))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void aVersionThatIsNotTheStoredOneIsStale() {
        long version = memory.file(person).orElseThrow().version();
        facts.add(
                TENANT,
                OFFICER,
                new Change(person, version, "", ""),
                List.of(fact("pension.dong", "0", "2025-06-01")));
        assertThatThrownBy(
                        () ->
                                facts.add(
                                        TENANT,
                                        OFFICER,
                                        new Change(person, version, "", ""),
                                        List.of(fact("pension.dong", "0", "2025-06-01"))))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.STALE));
    }

    private void on(LocalDate day) {
        memory.now = Instant.parse(day + "T05:00:00Z");
    }

    private List<Long> add(String kind, String value, String from) {
        return facts.add(TENANT, OFFICER, change(), List.of(fact(kind, value, from)));
    }

    private Fact fact(String kind, String value, String from) {
        return new Fact(kind, value, LocalDate.parse(from), null, memory.today(), "GIẢ LẬP");
    }

    private Change change() {
        return new Change(person, Change.ANY_VERSION, "Giấy GIẢ LẬP", "thử");
    }

    private List<String> values(LocalDate on, LocalDate knownOn) {
        return facts.list(TENANT, OFFICER, person, on, knownOn).stream()
                .map(FactRow::fact)
                .map(Fact::value)
                .toList();
    }
}
