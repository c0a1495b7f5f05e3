package vn.ansinh.beneficiary.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ansinh.beneficiary.internal.MemoryRegister.OFFICER;
import static vn.ansinh.beneficiary.internal.MemoryRegister.TENANT;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.beneficiary.api.Birth;
import vn.ansinh.beneficiary.api.Change;
import vn.ansinh.beneficiary.api.Death;
import vn.ansinh.beneficiary.api.NewPerson;
import vn.ansinh.beneficiary.api.PersonChanges;
import vn.ansinh.beneficiary.api.PersonFile;
import vn.ansinh.beneficiary.api.PersonName;
import vn.ansinh.beneficiary.api.PersonalId;
import vn.ansinh.beneficiary.api.PersonalId.Kind;
import vn.ansinh.beneficiary.api.Residence;
import vn.ansinh.beneficiary.api.ReviewCases.Outcome;
import vn.ansinh.beneficiary.api.ReviewCases.ReviewCase;
import vn.ansinh.beneficiary.api.Traits;
import vn.ansinh.platform.api.AnsinhException;

/** People are DỮ LIỆU GIẢ LẬP; today is 10/03/2026. */
class FileChangesTest {

    private static final String NUMBER = "001150000001";

    private final MemoryRegister memory = new MemoryRegister();
    private final PersonChanges changes = memory.module.changes();

    @Test
    void aNewPersonNeedsANumberOrAProvisionalIdentityAndAPlace() {
        NewPerson good = person(personal(NUMBER, "1950-01-01"));
        NewPerson provisional =
                person(
                        new PersonalId(
                                0,
                                Kind.PROVISIONAL,
                                "",
                                memory.today(),
                                LocalDate.of(2026, 9, 10),
                                "",
                                "chưa đăng ký khai sinh"));
        NewPerson nothing =
                new NewPerson(
                        traits("1950"),
                        List.of(),
                        new Residence("", "nơi khác", null, null, ""),
                        List.of());
        assertThatThrownBy(
                        () ->
                                changes.add(
                                        TENANT, OFFICER, List.of(good, provisional, good, nothing)))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e ->
                                assertThat(e.faults())
                                        .extracting(f -> f.row() + " " + f.field())
                                        .containsExactly("3 numbers", "4 numbers", "4 residence"));
        assertThat(memory.count()).isZero();

        List<Long> keys = changes.add(TENANT, OFFICER, List.of(good, provisional));
        assertThat(read(keys.get(0)).numbers())
                .extracting(PersonalId::number)
                .containsExactly(NUMBER);
        assertThat(read(keys.get(1)).numbers())
                .extracting(PersonalId::kind)
                .containsExactly(Kind.PROVISIONAL);
        assertThat(memory.reviews.cases)
                .extracting(c -> c.kind() + " " + c.subjectId() + " " + c.dueOn())
                .containsExactly("PROVISIONAL_ID " + keys.get(1) + " 2026-09-10");
        assertThatThrownBy(() -> changes.add(TENANT, OFFICER, List.of(good)))
                .hasMessageContaining("đã có người khác giữ");
    }

    @Test
    void thePersonalIdEndsTheProvisionalIdentityAndTheNumberBefore() {
        long id =
                add(
                        new PersonalId(
                                0,
                                Kind.PROVISIONAL,
                                "",
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2026, 9, 10),
                                "",
                                "chưa có giấy tờ"));
        changes.addNumber(TENANT, OFFICER, change(id), personal(NUMBER, "1950-01-01"));
        assertThat(read(id).numbers())
                .extracting(n -> n.kind() + " " + n.to())
                .containsExactly("PROVISIONAL 2026-03-10", "PERSONAL null");

        changes.addNumber(TENANT, OFFICER, change(id), personal("001151000001", "2026-03-01"));
        changes.addNumber(
                TENANT,
                OFFICER,
                change(id),
                new PersonalId(0, Kind.CMND, "012345678", LocalDate.of(1980, 1, 1), null, "", ""));
        assertThat(read(id).numbers())
                .extracting(n -> n.number() + " " + n.to())
                .containsExactly(
                        " 2026-03-10",
                        NUMBER + " 2026-02-28",
                        "001151000001 null",
                        "012345678 null");

        long other = add(personal("001152000001", "1950-01-01"));
        assertThatThrownBy(
                        () ->
                                changes.addNumber(
                                        TENANT,
                                        OFFICER,
                                        change(other),
                                        personal("001151000001", "2026-03-01")))
                .hasMessageContaining("hợp nhất");
    }

    @Test
    void numbersAreOfTheirShape() {
        assertThatThrownBy(() -> personal("12345678901", "1950-01-01"))
                .hasMessageContaining("12 chữ số");
        assertThatThrownBy(() -> new PersonalId(0, Kind.CMND, "12", LocalDate.EPOCH, null, "", ""))
                .hasMessageContaining("9 chữ số");
        assertThatThrownBy(
                        () ->
                                new PersonalId(
                                        0, Kind.PROVISIONAL, "", LocalDate.EPOCH, null, "", "x"))
                .hasMessageContaining("thời hạn");
    }

    @Test
    void aCorrectionNeedsPaperKeepsTheImageAndAsksForReview() {
        long id = add(personal(NUMBER, "1950-01-01"));
        assertThatThrownBy(
                        () ->
                                changes.correct(
                                        TENANT,
                                        OFFICER,
                                        new Change(id, -1, "", "sai"),
                                        traits("1949")))
                .hasMessageContaining("giấy tờ");
        changes.correct(TENANT, OFFICER, change(id), traits("1949"));
        assertThat(read(id).traits().birth().text()).isEqualTo("1949");
        assertThat(memory.pasts).containsExactly(id + " 1950 Giấy GIẢ LẬP");
        assertThat(memory.reviews.cases)
                .extracting(ReviewCase::kind)
                .containsExactly("TRAITS_CORRECTED");
        // Nothing that money hangs on: no case.
        changes.correct(
                TENANT,
                OFFICER,
                change(id),
                new Traits(PersonName.split("Trần Văn Khác"), "", Birth.parse("1949"), "", "", ""));
        assertThat(memory.reviews.cases).hasSize(1);
    }

    @Test
    void movingOutAndInOpensCasesMovingWithinDoesNot() {
        long id = add(personal(NUMBER, "1950-01-01"));
        changes.move(TENANT, OFFICER, change(id), inside("U2", "2026-01-01"));
        assertThat(memory.reviews.cases).isEmpty();
        assertThat(read(id).unitCode()).isEqualTo("U2");
        changes.move(
                TENANT,
                OFFICER,
                change(id),
                new Residence("", "Xã Khác", LocalDate.of(2026, 2, 1), null, ""));
        changes.move(TENANT, OFFICER, change(id), inside("U3", "2026-03-01"));
        assertThat(memory.reviews.cases)
                .extracting(ReviewCase::kind)
                .containsExactly("MOVED_OUT", "MOVED_IN");
        assertThat(read(id).residences())
                .extracting(r -> r.unitCode() + r.outside() + " " + r.from() + " " + r.to())
                .containsExactly(
                        "U1 null 2025-12-31",
                        "U2 2026-01-01 2026-01-31",
                        "Xã Khác 2026-02-01 2026-02-28",
                        "U3 2026-03-01 null");
        assertThatThrownBy(
                        () -> changes.move(TENANT, OFFICER, change(id), inside("U4", "2026-03-01")))
                .hasMessageContaining("2026-03-01");
    }

    @Test
    void aDeathIsCorrectedAndTakenBackByPaperOnly() {
        long id = add(personal(NUMBER, "1950-01-01"));
        Change bare = new Change(id, Change.ANY_VERSION, "", "");
        changes.die(TENANT, OFFICER, bare, death("2026-02-03"));
        assertThat(read(id).death().on()).isEqualTo("2026-02-03");
        assertThatThrownBy(() -> changes.die(TENANT, OFFICER, bare, death("2026-02-04")))
                .isInstanceOf(AnsinhException.class);
        changes.die(TENANT, OFFICER, change(id), death("2026-02-04"));
        assertThat(read(id).death().on()).isEqualTo("2026-02-04");
        changes.die(TENANT, OFFICER, change(id), null);
        assertThat(read(id).death()).isNull();
        assertThatThrownBy(() -> changes.die(TENANT, OFFICER, change(id), null))
                .hasMessageContaining("chưa ghi");
        assertThatThrownBy(() -> death("2026-03-12")).hasMessageContaining("trước ngày mất");
        assertThatThrownBy(() -> changes.die(TENANT, OFFICER, change(id), death("1949-12-31")))
                .hasMessageContaining("ngày sinh");
    }

    @Test
    void aCaseIsClosedOnceWithANote() {
        long id = add(personal(NUMBER, "1950-01-01"));
        changes.die(TENANT, OFFICER, change(id), death("2026-02-03"));
        var reviews = memory.module.reviews();
        assertThat(reviews.page(TENANT, OFFICER, true, 0, 10))
                .extracting(ReviewCase::dueOn)
                .containsExactly(LocalDate.of(2026, 4, 9));
        assertThatThrownBy(() -> reviews.close(TENANT, OFFICER, 1, Outcome.DONE, " "))
                .isInstanceOf(AnsinhException.class);
        reviews.close(TENANT, OFFICER, 1, Outcome.DONE, "đã dừng hưởng");
        assertThat(reviews.page(TENANT, OFFICER, true, 0, 10)).isEmpty();
        assertThat(reviews.page(TENANT, OFFICER, false, 0, 10))
                .extracting(ReviewCase::closingNote)
                .containsExactly("đã dừng hưởng");
        assertThatThrownBy(() -> reviews.close(TENANT, OFFICER, 1, Outcome.DONE, "nữa"))
                .hasMessageContaining("đang mở");
    }

    private long add(PersonalId number) {
        return changes.add(TENANT, OFFICER, List.of(person(number))).get(0);
    }

    private static NewPerson person(PersonalId number) {
        return new NewPerson(
                traits("1950"),
                List.of(number),
                new Residence("U1", "", null, null, ""),
                List.of());
    }

    private static Traits traits(String birth) {
        return new Traits(PersonName.split("Trần Văn Giả"), "", Birth.parse(birth), "", "", "");
    }

    private static PersonalId personal(String number, String from) {
        return new PersonalId(0, Kind.PERSONAL, number, LocalDate.parse(from), null, "GIẢ LẬP", "");
    }

    private static Residence inside(String unit, String from) {
        return new Residence(unit, "", LocalDate.parse(from), null, "");
    }

    private static Death death(String on) {
        return new Death(LocalDate.parse(on), null, LocalDate.of(2026, 3, 10), "");
    }

    private static Change change(long id) {
        return new Change(id, Change.ANY_VERSION, "Giấy GIẢ LẬP", "thử");
    }

    private PersonFile read(long id) {
        return changes.file(TENANT, OFFICER, id).orElseThrow();
    }
}
