package vn.ansinh.beneficiary.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ansinh.beneficiary.internal.MemoryRegister.OFFICER;
import static vn.ansinh.beneficiary.internal.MemoryRegister.TENANT;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.beneficiary.api.Change;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.FactRow;
import vn.ansinh.beneficiary.api.Households;
import vn.ansinh.beneficiary.api.Households.Household;
import vn.ansinh.beneficiary.api.Households.Joining;
import vn.ansinh.beneficiary.api.Households.Kind;
import vn.ansinh.beneficiary.api.Households.NewHousehold;
import vn.ansinh.beneficiary.api.Households.Recognition;
import vn.ansinh.beneficiary.api.Households.Relation;
import vn.ansinh.beneficiary.api.Households.Standard;
import vn.ansinh.beneficiary.api.Households.Status;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.api.ReviewCases.ReviewCase;
import vn.ansinh.platform.api.AnsinhException;

/** People are DỮ LIỆU GIẢ LẬP; today is 10/03/2026. Persons 1, 2, 3, 4. */
class HouseholdDeskTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    private final MemoryRegister memory = new MemoryRegister();
    private final Households households = memory.module.households();

    @BeforeEach
    void people() {
        LocalDate day = LocalDate.of(1950, 1, 1);
        for (String name : List.of("A", "B", "C", "D")) {
            memory.module
                    .register()
                    .add(
                            TENANT,
                            OFFICER,
                            List.of(
                                    new Person(
                                            0,
                                            name,
                                            "",
                                            "1950-01-01",
                                            day,
                                            day,
                                            "",
                                            "U1",
                                            null,
                                            List.of())));
        }
    }

    @Test
    void aDecisionGivesEveryMemberTheFactAndEndsTheOneBefore() {
        long id = form(Kind.POVERTY, 1, 2);
        recognise(id, Standard.NATIONAL, Status.POOR, "2025-01-01", "2024-12-20");
        recognise(id, Standard.LOCAL, Status.POOR, "2025-01-01", "2024-12-20");
        recognise(id, Standard.NATIONAL, Status.NEAR_POOR, "2026-01-01", "2025-12-20");

        for (long person : List.of(1L, 2L)) {
            assertThat(facts(person))
                    .containsExactlyInAnyOrder(
                            "poverty.national POOR 2025-01-01 2025-12-31",
                            "poverty.local POOR 2025-01-01 null",
                            "poverty.national NEAR_POOR 2026-01-01 null");
        }
        FactRow last = memory.file(1).orElseThrow().facts().get(2);
        assertThat(last.fact().paper())
                .isEqualTo("Quyết định số 9/QĐ-GL ngày 20/12/2025 của UBND xã Giả Lập");
        assertThat(last.source()).isEqualTo(FactRow.Source.POVERTY);
        assertThat(facts(3)).isEmpty();
        // As known before the second decision was recorded nothing of 2025 had an end.
        assertThat(memory.all(1)).hasSize(4);
    }

    @Test
    void onlyAHouseholdOfThePovertyListIsRecognised() {
        long id = form(Kind.RESIDENCE, 1, 2);
        assertThatThrownBy(
                        () ->
                                recognise(
                                        id,
                                        Standard.NATIONAL,
                                        Status.POOR,
                                        "2026-01-01",
                                        "2026-12-20"))
                .isInstanceOfSatisfying(
                        AnsinhException.class, e -> assertThat(e.faults()).hasSize(2));
        assertThat(facts(1)).isEmpty();
    }

    @Test
    void splittingOpensCasesAndChangesNoStatus() {
        long id = form(Kind.POVERTY, 1, 2, 3);
        recognise(id, Standard.NATIONAL, Status.POOR, "2025-01-01", "2024-12-20");
        memory.reviews.cases.clear();

        assertThatThrownBy(
                        () ->
                                households.split(
                                        TENANT, OFFICER, change(id), List.of(1L), 1, NEW_YEAR))
                .hasMessageContaining("đổi chủ hộ");
        long split = households.split(TENANT, OFFICER, change(id), List.of(2L, 3L), 2, NEW_YEAR);

        assertThat(members(id))
                .containsExactly("1 HEAD null", "2 con 2025-12-31", "3 con 2025-12-31");
        assertThat(members(split))
                .containsExactlyInAnyOrder("2 HEAD null", "3 người cùng tách hộ null");
        assertThat(memory.reviews.cases)
                .allMatch(opened -> opened.kind().equals("HOUSEHOLD_SPLIT"))
                .extracting(ReviewCase::subjectId)
                .containsExactly(id, split);
        assertThat(facts(2)).containsExactly("poverty.national POOR 2025-01-01 null");
        assertThat(households.household(TENANT, OFFICER, split).orElseThrow().statuses()).isEmpty();
    }

    @Test
    void mergingClosesOneHousehold() {
        long one = form(Kind.CARE, 1, 2);
        long two = form(Kind.CARE, 3, 4);
        households.merge(TENANT, OFFICER, change(two), one, NEW_YEAR);
        Household closed = households.household(TENANT, OFFICER, two).orElseThrow();
        assertThat(closed.closedOn()).isEqualTo("2025-12-31");
        assertThat(members(one)).hasSize(4).contains("3 nhập hộ null");
        assertThatThrownBy(() -> households.merge(TENANT, OFFICER, change(two), one, NEW_YEAR))
                .hasMessageContaining("đã đóng");
        long residence = form(Kind.RESIDENCE, 3);
        assertThatThrownBy(
                        () -> households.merge(TENANT, OFFICER, change(residence), one, NEW_YEAR))
                .hasMessageContaining("cùng loại");
    }

    @Test
    void onePersonHasOneHouseholdOfAKindAtATime() {
        long poverty = form(Kind.POVERTY, 1, 2);
        form(Kind.RESIDENCE, 1, 2);
        assertThatThrownBy(() -> form(Kind.POVERTY, 2)).hasMessageContaining("số " + poverty);
        households.leave(TENANT, OFFICER, change(poverty), 2, LocalDate.of(2025, 6, 30));
        assertThatThrownBy(() -> form(Kind.POVERTY, 2)).hasMessageContaining("số " + poverty);
        long own =
                households.form(
                        TENANT,
                        OFFICER,
                        new NewHousehold(
                                Kind.POVERTY,
                                "U1",
                                LocalDate.of(2025, 7, 1),
                                "",
                                List.of(new Relation(2, "HEAD"))));
        assertThat(households.ofPerson(TENANT, OFFICER, 2)).hasSize(3);
        households.join(TENANT, OFFICER, change(own), new Joining(3, "cháu", NEW_YEAR));
        assertThat(members(own)).containsExactly("2 HEAD null", "3 cháu null");
    }

    @Test
    void aNewHeadAndAMoveOfTheResidence() {
        long id = form(Kind.RESIDENCE, 1, 2);
        households.newHead(TENANT, OFFICER, change(id), 2, NEW_YEAR);
        assertThat(members(id))
                .containsExactlyInAnyOrder(
                        "1 HEAD 2025-12-31", "2 con 2025-12-31", "1 chủ hộ cũ null", "2 HEAD null");
        households.move(TENANT, OFFICER, change(id), "U9", LocalDate.of(2026, 2, 1));
        assertThat(memory.file(1).orElseThrow().unitCode()).isEqualTo("U9");
        assertThat(memory.file(3).orElseThrow().unitCode()).isEqualTo("U1");
        assertThat(memory.households.events)
                .containsExactly(id + " FORMED", id + " NEW_HEAD", id + " MOVED");
        assertThatThrownBy(
                        () ->
                                households.leave(
                                        TENANT, OFFICER, new Change(id, 0, "", ""), 1, NEW_YEAR))
                .hasMessageContaining("thay đổi");
    }

    @Test
    void aHouseholdHasOneHeadAndNobodyTwice() {
        for (List<Relation> members :
                List.of(
                        List.of(new Relation(1, "con")),
                        List.of(new Relation(1, "HEAD"), new Relation(2, "HEAD")),
                        List.of(new Relation(1, "HEAD"), new Relation(1, "con")))) {
            assertThatThrownBy(
                            () ->
                                    households.form(
                                            TENANT,
                                            OFFICER,
                                            new NewHousehold(Kind.CARE, "U1", START, "", members)))
                    .isInstanceOf(AnsinhException.class);
        }
    }

    private long form(Kind kind, long head, long... others) {
        List<Relation> members = new java.util.ArrayList<>(List.of(new Relation(head, "HEAD")));
        for (long other : others) {
            members.add(new Relation(other, "con"));
        }
        return households.form(
                TENANT, OFFICER, new NewHousehold(kind, "U1", START, "GIẢ LẬP", members));
    }

    private void recognise(
            long id, Standard standard, Status status, String from, String signedOn) {
        households.recognise(
                TENANT,
                OFFICER,
                change(id),
                new Recognition(
                        standard,
                        status,
                        "",
                        "9/QĐ-GL",
                        "UBND xã Giả Lập",
                        LocalDate.parse(signedOn),
                        LocalDate.parse(from),
                        null));
    }

    private List<String> facts(long person) {
        return memory.file(person).orElseThrow().facts().stream()
                .map(FactRow::fact)
                .map(HouseholdDeskTest::text)
                .toList();
    }

    private static String text(Fact fact) {
        return fact.kind() + " " + fact.value() + " " + fact.from() + " " + fact.to();
    }

    private List<String> members(long id) {
        return households.household(TENANT, OFFICER, id).orElseThrow().members().stream()
                .map(m -> m.personId() + " " + m.relation() + " " + m.to())
                .toList();
    }

    private static Change change(long id) {
        return new Change(id, Change.ANY_VERSION, "Giấy GIẢ LẬP", "thử");
    }
}
