package vn.ansinh.entitlement.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.entitlement.api.Grant;
import vn.ansinh.entitlement.api.RunningDecisions.ImportResult;
import vn.ansinh.locality.api.Component;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.ErrorCode;

/** People, numbers and decisions are DỮ LIỆU GIẢ LẬP. */
class CsvRunningDecisionsTest {

    private static final String HEADING =
            "full_name,sex,birth,personal_id,unit_code,decision_number,decision_authority,signed_on,"
                    + "ground,coefficient,first_month,channel,payee_name,payee_relation,bank,account,"
                    + "death,disability_degree,disability_certificate_on,care,poverty_national,"
                    + "poverty_national_to\n";
    private static final String LAN =
            "Nguyễn Thị Lan,Nữ,1988-01-01,001188000011,T01,15/QĐ-GL,UBND Giả Lập,10/04/2023,5.6,"
                    + "\"2,0\",2023-02,Tài khoản,,,Ngân hàng Giả Lập,190012345678,,đặc biệt nặng,"
                    + "20/02/2023,OWN_HOUSEHOLD,Cận nghèo,2025-12-31\n";
    private static final String LAN_CARE =
            "Nguyễn Thị Lan,FEMALE,1988-01-01,001188000011,T01,15/QĐ-GL,UBND Giả Lập,2023-04-10,"
                    + "CARE.20.2.c,1.0,2023-04,CASH,Trần Văn Tư,CARER,,,,,,,,\n";
    private static final String HOA =
            "Lê Thị Hoà,Nữ,1943-04-10,,T02,16/QĐ-GL,UBND Giả Lập,2023-06-05,5.5.c,1,2023-04,CASH,,,"
                    + ",,,,,,,\n";

    private final InMemory store = new InMemory();
    private final TestLaw law = new TestLaw();
    private final CsvRunningDecisions decisions =
            new CsvRunningDecisions(
                    store, store, law, store, store, (action, kind, id, detail) -> {}, store);

    @Test
    void readsPeopleDecisionsGrantsAndFacts() {
        ImportResult result = read("# DỮ LIỆU GIẢ LẬP\n" + HEADING + LAN + LAN_CARE + "\n" + HOA);

        assertThat(result)
                .usingRecursiveComparison()
                .ignoringFields("warnings")
                .isEqualTo(new ImportResult(3, 2, 2, 3, 0, List.of()));
        assertThat(result.warnings())
                .containsExactly(
                        new Fault(6, "personal_id", "Chưa có số định danh cá nhân; cần bổ sung."));
        assertThat(store.grants)
                .extracting(
                        Grant::groundCode,
                        Grant::component,
                        Grant::coefficientHundredths,
                        g -> g.fromMonth().toString(),
                        Grant::payeeName,
                        Grant::payeeRelation,
                        Grant::personId,
                        Grant::decisionId)
                .containsExactly(
                        tuple(
                                "5.6",
                                Component.MONTHLY,
                                200,
                                "2023-02",
                                "Nguyễn Thị Lan",
                                "SELF",
                                1L,
                                1L),
                        tuple(
                                "CARE.20.2.c",
                                Component.CARE,
                                100,
                                "2023-04",
                                "Trần Văn Tư",
                                "CARER",
                                1L,
                                1L),
                        tuple(
                                "5.5.c",
                                Component.MONTHLY,
                                100,
                                "2023-04",
                                "Lê Thị Hoà",
                                "SELF",
                                2L,
                                2L));
        LocalDate signed = LocalDate.of(2023, 4, 10);
        LocalDate certificate = LocalDate.of(2023, 2, 20);
        LocalDate granted = LocalDate.of(2023, 2, 1);
        assertThat(store.persons.get(1L).facts())
                .containsExactlyInAnyOrder(
                        new Fact(
                                "disability.degree",
                                "EXTREMELY_SEVERE",
                                certificate,
                                null,
                                certificate,
                                "Giấy xác nhận khuyết tật"),
                        new Fact("care", "OWN_HOUSEHOLD", granted, null, signed, "QĐ 15/QĐ-GL"),
                        new Fact(
                                "poverty.national",
                                "NEAR_POOR",
                                granted,
                                LocalDate.of(2025, 12, 31),
                                signed,
                                "QĐ 15/QĐ-GL"));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        read(HEADING + LAN + LAN_CARE + HOA);
        store.writes = 0;

        ImportResult again = read(HEADING + LAN + LAN_CARE + HOA.replace("Hoà", "Hòa"));

        assertThat(again.unchanged()).isEqualTo(3);
        assertThat(again.personsAdded() + again.decisionsAdded() + again.grantsAdded()).isZero();
        assertThat(store.writes).isZero();
    }

    @Test
    void aDeathLearntLaterIsRecorded() {
        read(HEADING + LAN);
        ImportResult again =
                read(HEADING + LAN.replace("190012345678,,", "190012345678,2026-01-20,"));

        assertThat(again.unchanged()).isZero();
        assertThat(store.persons.get(1L).death()).isEqualTo(LocalDate.of(2026, 1, 20));
    }

    @Test
    void aFactThatChangedLaterIsAddedAndTheOldFileStaysKnown() {
        read(HEADING + HOA);
        String heading = HEADING.replace("poverty_national_to", "poverty_national_from");
        String changed = HOA.strip();
        String poor = changed.substring(0, changed.length() - 1) + "NEAR_POOR,2024-01-01\n";
        String none = changed.substring(0, changed.length() - 1) + "NONE,2025-01-01\n";

        assertThat(read(heading + poor).unchanged()).isZero();
        assertThat(read(heading + none).unchanged()).isZero();
        assertThat(read(heading + poor).unchanged()).isEqualTo(1);
        assertThat(refused(heading + poor.replace("2024", "2023")).faults()).hasSize(1);
        assertThat(store.persons.get(1L).facts())
                .extracting(Fact::value)
                .containsExactly("NEAR_POOR", "NONE");
    }

    @Test
    void everyFaultOfEveryRowIsNamedAndNothingWritten() {
        AnsinhException refused =
                refused(
                        HEADING
                                + LAN
                                + HOA.replace("T02", "T99").replace("5.5.c", "9.9.z")
                                + HOA.replace("1943-04-10", "30/02/1943")
                                        .replace("CASH", "ACCOUNT"));

        assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_INPUT);
        assertThat(refused.faults())
                .extracting(Fault::row, Fault::field)
                .containsExactly(
                        tuple(3, "unit_code"),
                        tuple(3, "ground"),
                        tuple(4, "birth"),
                        tuple(4, "bank"),
                        tuple(4, "account"));
        assertThat(refused.faults().get(0).sentence()).contains("«T99»").contains("Xã Giả Lập");
        assertThat(store.writes).isZero();
    }

    @Test
    void contradictionsWithWhatIsStoredAreRefused() {
        read(HEADING + LAN);
        store.writes = 0;

        assertThat(fields(LAN.replace("Lan", "Lân"))).contains("full_name");
        assertThat(fields(LAN.replace("\"2,0\"", "1.5"))).containsExactly("decision_number");
        assertThat(fields(LAN.replace("UBND Giả Lập", "UBND Khác")))
                .containsExactly("decision_authority");
        assertThat(fields(LAN.replace("15/QĐ-GL", "99/QĐ-GL"))).containsExactly("first_month");
        assertThat(fields(LAN.replace("Cận nghèo", "Nghèo"))).containsExactly("poverty.national");
        assertThat(store.writes).isZero();
    }

    @Test
    void aRowTwiceInOneFileIsAFault() {
        assertThat(refused(HEADING + HOA + HOA).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.sentence()).contains("lặp lại"));
    }

    @Test
    void aFirstMonthOtherThanTheLawsWarnsAndIsKept() {
        ImportResult result = read(HEADING + HOA.replace("1,2023-04", "1,2023-06"));

        assertThat(result.warnings())
                .extracting(Fault::field, Fault::sentence)
                .contains(
                        tuple(
                                "first_month",
                                "Quyết định ghi hưởng từ tháng 6/2023; theo luật của ngày ký là"
                                        + " tháng 4/2023. Vẫn chi theo quyết định."));
        assertThat(store.grants.get(0).fromMonth()).hasToString("2023-06");
    }

    @Test
    void aGroundThatIsGoneWarns() {
        ImportResult result =
                read(
                        HEADING
                                + HOA.replace("2023-06-05", "2025-08-05")
                                        .replace("2023-04", "2025-08"));
        assertThat(result.warnings()).extracting(Fault::field).contains("ground");
    }

    @Test
    void headingsAreChecked() {
        List<Fault> faults = refused("full_name,ho_ten,sex,sex\nA,B,C,D\n").faults();

        assertThat(faults).extracting(Fault::field).contains("ho_ten", "sex", "birth", "ground");
        assertThat(refused("").faults()).hasSize(1);
        assertThat(refused(HEADING).faults()).hasSize(1);
        assertThat(refused(HEADING + "Lan,Nữ\n").faults()).extracting(Fault::row).contains(2);
        assertThat(refused(HEADING + "\"Lan,Nữ\n").faults()).isEmpty();
    }

    /** The page for people names every column, so that officers can fill it. */
    @Test
    void everyColumnIsInTheManual() throws IOException {
        String page = Files.readString(Path.of("../../../docs/reference/running-decisions.md"));
        assertThat(Columns.ALL).allMatch(column -> page.contains("`" + column + "`"));
    }

    @Test
    void aRestrictedGroundIsForWhoMayOpenIt() {
        read(HEADING + LAN);
        law.restricted = "5.6";
        Actor officer = new Actor("can-bo-gia-lap", "trả lời người dân");
        assertThat(decisions.ofPerson(InMemory.TENANT, officer, 1))
                .singleElement()
                .satisfies(grant -> assertThat(grant.groundCode()).isEmpty())
                .satisfies(grant -> assertThat(grant.coefficientHundredths()).isEqualTo(200));
        assertThat(decisions.ofPerson(InMemory.TENANT, officer.reachingRestricted(), 1))
                .extracting(Grant::groundCode)
                .containsExactly("5.6");
        law.restricted = "";
        assertThat(decisions.ofPerson(InMemory.TENANT, officer, 1))
                .extracting(Grant::groundCode)
                .containsExactly("5.6");
    }

    @Test
    void semicolonsAndAByteOrderMarkAreRead() {
        String heading = HEADING.replace(',', ';');
        String row = HOA.replace(',', ';');
        assertThat(read("\uFEFF" + heading + row).grantsAdded()).isEqualTo(1);
    }

    @Test
    void withoutActiveLawNothingIsRead() {
        law.active = false;
        assertThat(refused(HEADING + LAN).code()).isEqualTo(ErrorCode.LAW_NOT_ACTIVE);
        assertThat(store.writes).isZero();
    }

    @Test
    void sentencesRepeatNoPersonalId() {
        String text =
                refused(HEADING + LAN.replace("001188000011", "00118800001X")).faults().toString();
        assertThat(text).contains("12 chữ số").doesNotContain("00118800001X");
    }

    private ImportResult read(String csv) {
        return decisions.importCsv(
                InMemory.TENANT, Actor.system("test"), "gia-lap.csv", new StringReader(csv));
    }

    private AnsinhException refused(String csv) {
        AnsinhException e = catchThrowableOfType(AnsinhException.class, () -> read(csv));
        assertThat(e).as("refused").isNotNull();
        return e;
    }

    private List<String> fields(String row) {
        return refused(HEADING + row).faults().stream().map(Fault::field).distinct().toList();
    }

    @Test
    void aPersonWithoutPersonalIdIsFoundAgainByNameBirthAndUnit() {
        read(HEADING + HOA);
        Person stored = store.persons.get(1L);
        assertThat(Line.identity(stored)).isEqualTo("le thi hoa|1943-04-10|T02");
        assertThat(read(HEADING + HOA).unchanged()).isEqualTo(1);
    }
}
