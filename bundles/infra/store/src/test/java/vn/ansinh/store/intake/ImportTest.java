package vn.ansinh.store.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.ansinh.store.intake.Intake.OFFICER;
import static vn.ansinh.store.intake.Intake.book;
import static vn.ansinh.store.intake.Intake.cells;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.entitlement.api.Grant;
import vn.ansinh.entitlement.api.Imports.FileKind;
import vn.ansinh.entitlement.api.Imports.Meaning;
import vn.ansinh.entitlement.api.Imports.RowView;
import vn.ansinh.entitlement.api.Imports.State;
import vn.ansinh.entitlement.api.Imports.UploadView;
import vn.ansinh.entitlement.api.Imports.Verdict;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.store.TestStore;

/** Imports of untidy workbooks on a real database. People are DỮ LIỆU GIẢ LẬP. */
class ImportTest {

    private static TestStore store;
    private static Connection owner;
    private static int tenants;

    private Intake intake;

    @BeforeAll
    static void open() throws Exception {
        store = TestStore.fresh();
        owner = store.owner();
    }

    @AfterAll
    static void close() throws Exception {
        owner.close();
        store.close();
    }

    @BeforeEach
    void fresh() {
        tenants++;
        intake = new Intake(store.store(), store.tenant("nhap-" + tenants));
    }

    /** What an officer really has: merged titles, groups, old encodings, totals, signatures. */
    static byte[] untidy() {
        return book(
                cells("UBND XÃ GIẢ LẬP"),
                cells("DANH SÁCH ĐỐI TƯỢNG ĐANG HƯỞNG TRỢ CẤP (DỮ LIỆU GIẢ LẬP)"),
                cells(),
                cells(
                        "STT",
                        "Họ và tên\nđối tượng",
                        "Năm sinh",
                        null,
                        "Số CCCD",
                        "Quyết định",
                        null,
                        null,
                        "Hệ số",
                        "Mức hưởng (nghìn đồng)",
                        "Hưởng từ tháng",
                        "Số TK",
                        "Ngân hàng",
                        "Ghi chú"),
                cells(null, null, "Nam", "Nữ", null, "Số", "Ngày", "Cơ quan ký"),
                cells(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14),
                cells("I", "Thôn Cộng Hòa"),
                cells(null, "Nhóm A"),
                cells(
                        1,
                        "NguyÔn V¨n Thµnh",
                        1950,
                        null,
                        "001050000011",
                        "12/QĐ-UBND",
                        "5/3/2025",
                        "UBND huyện Giả Lập",
                        "1,5",
                        750,
                        "4/2025",
                        "'0123456789",
                        "NH Giả Lập",
                        null),
                cells(
                        2,
                        "Trần Thị Bình",
                        null,
                        "15/7/1948",
                        "001148000012",
                        "QĐ số 12/QĐ-UBND ngày 05/03/2025 của UBND huyện Giả Lập",
                        null,
                        null,
                        1.5,
                        750,
                        "04/2025"),
                cells(null, "Cộng", null, null, null, null, null, null, null, "=SUM(J9:J10)"),
                cells("II", "Tổ dân phố số 2"),
                cells(null, "Nhóm B"),
                cells(
                        3,
                        "Leâ Vaên Höông",
                        "năm 1960",
                        null,
                        1060000013,
                        "13/QĐ-UBND",
                        "06-03-25",
                        "UBND huyện Giả Lập",
                        2,
                        1000,
                        "T4/2025"),
                cells(null, "Tổng cộng", null, null, null, null, null, null, null, 2500),
                cells(null, "Bằng chữ: hai triệu năm trăm nghìn đồng"),
                cells(null, null, null, null, null, "Giả Lập, ngày 1 tháng 4 năm 2025"),
                cells(null, "NGƯỜI LẬP BIỂU", null, null, null, "CHỦ TỊCH"),
                cells(null, "Phạm Giả Lập", null, null, null, "Hoàng Giả Lập"));
    }

    private List<RowView> rows(UploadView upload) {
        return intake.imports.rows(intake.tenant, OFFICER, upload.id(), 0, 500);
    }

    @Test
    void readsWhatAnOfficerReallyHas() {
        UploadView upload = intake.upload(FileKind.RUNNING, "Danh sách.xlsx", untidy());

        assertThat(rows(upload))
                .filteredOn(row -> row.verdict() == Verdict.REFUSED)
                .as("refused rows")
                .isEmpty();
        assertThat(upload.counts().accepted() + upload.counts().warnings()).isEqualTo(3);
        assertThat(upload.counts().proposals()).isEqualTo(1);
        assertThat(upload.counts().amountDong()).isEqualTo(2_500_000);
        assertThat(intake.register.count(intake.tenant, OFFICER)).isZero();

        UploadView done = intake.confirm(upload);

        assertThat(done.state()).isEqualTo(State.CONFIRMED);
        List<Person> people = intake.register.page(intake.tenant, OFFICER, 0, 10);
        assertThat(people)
                .extracting(
                        Person::fullName,
                        Person::sex,
                        Person::birthText,
                        Person::personalId,
                        Person::unitCode)
                .containsExactlyInAnyOrder(
                        tuple("Nguyễn Văn Thành", "MALE", "1950", "001050000011", "T01"),
                        tuple("Trần Thị Bình", "FEMALE", "1948-07-15", "001148000012", "T01"),
                        tuple("Lê Văn Hương", "MALE", "1960", "001060000013", "T02"));
        List<Grant> grants =
                people.stream()
                        .flatMap(
                                p ->
                                        intake
                                                .running
                                                .ofPerson(intake.tenant, OFFICER, p.id())
                                                .stream())
                        .toList();
        assertThat(grants)
                .extracting(
                        Grant::groundCode,
                        Grant::coefficientHundredths,
                        g -> g.fromMonth().toString(),
                        Grant::channel,
                        Grant::account)
                .containsExactlyInAnyOrder(
                        tuple("A", 150, "2025-04", "ACCOUNT", "0123456789"),
                        tuple("A", 150, "2025-04", "CASH", ""),
                        tuple("B", 200, "2025-04", "CASH", ""));
    }

    @Test
    void theSameFileAgainChangesNothing() throws Exception {
        byte[] file = untidy();
        intake.confirm(intake.upload(FileKind.RUNNING, "a.xlsx", file));
        String before = fingerprint();

        UploadView again = intake.upload(FileKind.RUNNING, "ten khac.xlsx", file);

        assertThat(again.state()).isEqualTo(State.CONFIRMED);
        intake.confirm(again);
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void theSameContentInAnotherFileChangesNothing() throws Exception {
        intake.confirm(intake.upload(FileKind.RUNNING, "a.csv", csv("")));
        String before = fingerprint();

        UploadView again = intake.upload(FileKind.RUNNING, "a.csv", csv("# ghi chú\n"));

        assertThat(again.state()).isEqualTo(State.JUDGED);
        intake.confirm(again);
        assertThat(fingerprint()).isEqualTo(before);
    }

    private static byte[] csv(String remark) {
        return (remark
                        + "full_name,sex,birth,personal_id,unit_code,decision_number,"
                        + "decision_authority,signed_on,ground,coefficient,first_month,channel\n"
                        + "Nguyễn Giả Lập,Nam,1940-05,001040000001,T01,10/QĐ-GL,UBND xã,"
                        + "2025-08-08,A,\"1,5\",2025-08,CASH\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String fingerprint() throws Exception {
        String t = "tenant_id = " + intake.tenant.value();
        return TestStore.one(
                owner,
                "select (select string_agg(p::text, '|' order by person_id) from person p where "
                        + t
                        + ") || (select string_agg(e::text, '|' order by entitlement_id) from"
                        + " entitlement e where "
                        + t
                        + ") || (select count(*) from decision where "
                        + t
                        + ")");
    }

    @Test
    void oneRefusedRowHoldsBackAll() throws Exception {
        byte[] bad =
                new String(csv(""), StandardCharsets.UTF_8)
                        .concat(
                                "Lê Giả Lập,Nam,1941,001041000002,T09,10/QĐ-GL,UBND xã,2025-08-08,A,"
                                        + "1,2025-08,CASH\n")
                        .getBytes(StandardCharsets.UTF_8);
        UploadView upload = intake.upload(FileKind.RUNNING, "a.csv", bad);

        assertThat(upload.counts().refused()).isEqualTo(1);
        assertThat(rows(upload).get(1).why().get(0)).contains("Mã đơn vị").contains("T09");
        assertThatThrownBy(() -> intake.confirm(upload))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT);
                            assertThat(e.faults()).hasSize(1);
                        });
        assertThat(intake.register.count(intake.tenant, OFFICER)).isZero();
        // Taught once, the same file is taken.
        intake.imports.teach(
                intake.tenant, OFFICER, new Meaning("VALUE", "unit_code", "T09", "T02"));
        UploadView taught = intake.upload(FileKind.RUNNING, "a.csv", bad);
        assertThat(taught.counts().refused()).isZero();
    }

    @Test
    void proposalsAreNeverTakenSilently() {
        UploadView upload = intake.upload(FileKind.RUNNING, "a.xlsx", untidy());

        assertThatThrownBy(() -> intake.imports.confirm(intake.tenant, OFFICER, upload.id(), false))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT))
                .hasMessageContaining("đề nghị");
        assertThat(intake.register.count(intake.tenant, OFFICER)).isZero();
    }

    @Test
    void rowsGoWhenAnUploadEnds() throws Exception {
        UploadView one = intake.upload(FileKind.RUNNING, "a.xlsx", untidy());
        assertThat(waiting()).isNotEqualTo("0");
        intake.imports.abandon(intake.tenant, OFFICER, one.id());
        assertThat(waiting()).isEqualTo("0");
        intake.confirm(intake.upload(FileKind.RUNNING, "a.xlsx", untidy()));
        assertThat(waiting()).isEqualTo("0");
        assertThatThrownBy(() -> rows(one)).hasMessageContaining("đã được xóa");
    }

    private String waiting() throws Exception {
        return TestStore.one(
                owner,
                "select count(*) from intake_row where tenant_id = " + intake.tenant.value());
    }

    @Test
    void theVerdictWorkbookHasTheOfficersRowsAndWhy() throws Exception {
        UploadView upload = intake.upload(FileKind.RUNNING, "a.xlsx", untidy());
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        intake.imports.verdicts(intake.tenant, OFFICER, upload.id(), out);

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            Row title = book.getSheetAt(0).getRow(0);
            int last = title.getLastCellNum() - 1;
            assertThat(title.getCell(last - 1).getStringCellValue()).isEqualTo("Kết quả");
            assertThat(title.getCell(last).getStringCellValue()).isEqualTo("Vì sao");
            Row third = null;
            for (Row row : book.getSheetAt(0)) {
                if (row.getCell(0).toString().equals("14.0")) {
                    third = row;
                }
            }
            assertThat(third).isNotNull();
            assertThat(third.getCell(2).getStringCellValue()).isEqualTo("Lê Văn Hương");
            assertThat(third.getCell(last).getStringCellValue()).contains("mất số 0 ở đầu");
            assertThat(book.getSheet("Tổng hợp")).isNotNull();
        }
    }

    @Test
    void aColumnIsNamedOnce() {
        byte[] strange =
                book(
                        cells("STT", "Danh tính", "Năm sinh", "CCCD", "Thôn"),
                        cells(1, "Nguyễn Giả Lập", 1950, "001050000014", "Thôn Đông"));
        assertThatThrownBy(() -> intake.upload(FileKind.PEOPLE, "x.xlsx", strange))
                .hasMessageContaining("Danh tính");

        intake.imports.teach(
                intake.tenant, OFFICER, new Meaning("COLUMN", "full_name", "Danh tính", ""));
        UploadView upload = intake.upload(FileKind.PEOPLE, "x.xlsx", strange);

        assertThat(upload.counts().warnings()).isEqualTo(1);
        intake.confirm(upload);
        assertThat(intake.register.page(intake.tenant, OFFICER, 0, 10))
                .extracting(Person::fullName, Person::unitCode)
                .containsExactly(tuple("Nguyễn Giả Lập", "T03"));
    }

    @Test
    void balancesAreKept() throws Exception {
        UploadView upload =
                intake.upload(
                        FileKind.RUNNING,
                        "b.csv",
                        new String(csv(""), StandardCharsets.UTF_8)
                                .replace("channel\n", "channel,Số dư\n")
                                .replace("CASH\n", "CASH,(1.500.000)\n")
                                .getBytes(StandardCharsets.UTF_8));
        intake.confirm(upload);
        assertThat(
                        TestStore.one(
                                owner,
                                "select amount_dong from opening_balance where tenant_id = "
                                        + intake.tenant.value()))
                .isEqualTo("-1500000");
    }

    @Test
    void anotherTenantSeesNothing() {
        UploadView upload = intake.upload(FileKind.RUNNING, "a.xlsx", untidy());
        Intake other = new Intake(store.store(), store.tenant("nhap-khac"));
        assertThat(other.imports.uploads(other.tenant, OFFICER)).isEmpty();
        assertThatThrownBy(() -> other.imports.one(other.tenant, OFFICER, upload.id()))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
