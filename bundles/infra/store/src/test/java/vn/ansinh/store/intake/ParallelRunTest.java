package vn.ansinh.store.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ansinh.store.intake.Intake.OFFICER;
import static vn.ansinh.store.intake.Intake.book;
import static vn.ansinh.store.intake.Intake.cells;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.entitlement.api.Imports.FileKind;
import vn.ansinh.entitlement.api.Imports.UploadView;
import vn.ansinh.payment.api.ParallelRun.DifferenceView;
import vn.ansinh.payment.api.ParallelRun.Kind;
import vn.ansinh.payment.api.ParallelRun.MonthView;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.store.TestStore;

/**
 * The parallel run finds every planted error of a paid list and nothing else. People are DỮ LIỆU
 * GIẢ LẬP; the clock of the tests stands in March 2026, the list is February's.
 */
class ParallelRunTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 2);
    private static final String[] GIVEN = {
        "An", "Bình", "Châu", "Dũng", "Giang", "Hà", "Hùng", "Khánh", "Lan", "Minh", "Nga", "Oanh",
        "Phúc", "Quang", "Sơn", "Thảo", "Tuấn", "Uyên", "Vinh", "Yến"
    };
    private static final String[] MIDDLE = {"Văn", "Thị", "Đức", "Ngọc", "Xuân", "Thu"};

    private static TestStore store;
    private static Connection owner;
    private static int tenants;

    private Intake intake;
    private List<Object[]> paper;

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
    void sixtyPeople() {
        tenants++;
        intake = new Intake(store.store(), store.tenant("song-song-" + tenants));
        StringBuilder csv =
                new StringBuilder(
                        "full_name,sex,birth,personal_id,unit_code,decision_number,"
                                + "decision_authority,signed_on,ground,coefficient,first_month,"
                                + "last_month,channel,death\n");
        paper = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            csv.append(name(i))
                    .append(',')
                    .append(i % 2 == 0 ? "Nam" : "Nữ")
                    .append(',')
                    .append(birth(i))
                    .append(',')
                    .append(number(i))
                    .append(",T0")
                    .append(1 + i % 3)
                    .append(",10/QĐ-GL,UBND xã,2025-03-05,")
                    .append(i % 2 == 0 ? "A,1.5" : "B,2.0")
                    .append(",2025-04,")
                    .append(i == 7 ? "2026-01" : "")
                    .append(",CASH,")
                    .append(i == 8 ? "2026-01-20" : "")
                    .append('\n');
            if (i != 7 && i != 8) {
                paper.add(row(i));
            }
        }
        UploadView people =
                intake.upload(
                        FileKind.RUNNING,
                        "dang-huong.csv",
                        csv.toString().getBytes(StandardCharsets.UTF_8));
        intake.confirm(people);
    }

    private static String name(int i) {
        return "Nguyễn " + MIDDLE[i % 6] + " " + GIVEN[i % 20] + " " + GIVEN[(i * 7 + i / 20) % 20];
    }

    private static String birth(int i) {
        // Number 5 turned 80 in January 2026; everybody else is far from any age band.
        return i == 5
                ? "1946-01-10"
                : String.format("19%02d-%02d-%02d", 51 + i % 8 * 2, 1 + i % 12, 1 + i % 28);
    }

    private static String number(int i) {
        return "001" + (i % 2) + birth(i).substring(2, 4) + String.format("%06d", 1000 + i * 37);
    }

    private static Object[] row(int i) {
        String[] birth = birth(i).split("-");
        return cells(
                i + 1,
                name(i),
                birth[2] + "/" + birth[1] + "/" + birth[0],
                number(i),
                new String[] {"Thôn Cộng Hòa", "TDP số 2", "Thôn Đông"}[i % 3],
                i % 2 == 0 ? 1.5 : 2.0,
                i % 2 == 0 ? 750_000 : 1_000_000,
                "");
    }

    private Object[] of(int i) {
        return paper.stream().filter(row -> row[0].equals(i + 1)).findFirst().orElseThrow();
    }

    private MonthView compare() {
        List<Object[]> rows = new ArrayList<>();
        rows.add(cells("DANH SÁCH CHI TRẢ THÁNG 02/2026 (DỮ LIỆU GIẢ LẬP)"));
        rows.add(
                cells(
                        "STT",
                        "Họ và tên",
                        "Ngày sinh",
                        "Số CCCD",
                        "Thôn",
                        "Hệ số",
                        "Số tiền",
                        "Ký nhận"));
        rows.addAll(paper);
        rows.add(cells(null, "Tổng cộng", null, null, null, null, "=SUM(G3:G60)"));
        UploadView list = intake.paid(MONTH, book(rows.toArray(new Object[0][])));
        assertThat(list.counts().refused()).isZero();
        intake.confirm(list);
        return intake.parallel.compare(intake.tenant, OFFICER, MONTH);
    }

    private List<DifferenceView> differences() {
        return intake.parallel.differences(intake.tenant, OFFICER, MONTH, 0, 500);
    }

    @Test
    void anHonestListHasNoDifference() {
        MonthView view = compare();
        assertThat(differences()).isEmpty();
        assertThat(view.agreeing()).isEqualTo(58);
        assertThat(view.paperDong()).isEqualTo(view.ourDong());
        assertThat(intake.parallel.declareLive(intake.tenant, OFFICER).live()).isTrue();
    }

    @Test
    void findsEveryPlantedErrorAndNothingElse() throws Exception {
        Map<String, Kind> planted = new TreeMap<>();
        of(0)[6] = 1.5 * 450_000; // an old rate, same coefficient
        planted.put(name(0), Kind.RATE);
        of(5)[5] = 3.0; // coefficient of the other age band
        of(5)[6] = 1_500_000;
        planted.put(name(5), Kind.AGE_BAND);
        paper.add(cells(61, name(7), birth(7), number(7), "TDP số 2", 2.0, 1_000_000, ""));
        planted.put(name(7), Kind.LOST_GROUND); // the decision ended in January
        paper.add(cells(62, name(8), birth(8), number(8), "Thôn Đông", 1.5, 750_000, ""));
        planted.put(name(8), Kind.LOST_GROUND); // died in January
        of(10)[5] = 2.5; // another coefficient
        of(10)[6] = 1_250_000;
        planted.put(name(10), Kind.COEFFICIENT);
        Object[] twice = of(11).clone(); // twice
        twice[0] = 63;
        paper.add(twice);
        planted.put(name(11), Kind.DUPLICATE_IN_PAPER);
        paper.add(
                cells(
                        64,
                        "Phạm Giả Lập Lạ",
                        "01/02/1944",
                        "001044999999",
                        "Thôn Đông",
                        1.5,
                        750_000,
                        ""));
        planted.put("Phạm Giả Lập Lạ", Kind.MISSING_HERE);
        paper.remove(of(12));
        planted.put(name(12), Kind.MISSING_THERE);
        String typo = number(14).substring(0, 11) + (number(14).charAt(11) == '9' ? '1' : '9');
        of(14)[3] = typo; // one digit of the number
        planted.put(name(14), Kind.NAME_OR_ID);
        of(15)[1] = "Nguyễn Thị Khác Hẳn"; // another name under the same number
        planted.put("Nguyễn Thị Khác Hẳn", Kind.NAME_OR_ID);
        of(16)[3] = null; // no number: found by name, birth and unit, no difference
        of(17)[1] = name(17).toUpperCase(java.util.Locale.ROOT); // capitals: no difference
        of(18)[6] = 900_000; // coefficient written as decided, other amount
        planted.put(name(18), Kind.RATE);
        of(19)[5] = null; // only an amount of another coefficient
        of(19)[6] = 1_500_000;
        planted.put(name(19), Kind.COEFFICIENT);

        MonthView view = compare();

        Map<String, Kind> found = new TreeMap<>();
        for (DifferenceView one : differences()) {
            assertThat(found.put(one.fullName(), one.kind())).as(one.sentence()).isNull();
        }
        assertThat(found).isEqualTo(planted);
        assertThat(view.unexplained()).isEqualTo(planted.size());
        long gap = differences().stream().mapToLong(d -> d.paperDong() - d.ourDong()).sum();
        assertThat(gap).isEqualTo(view.paperDong() - view.ourDong());
        goesLiveOnlyWhenExplained();
    }

    private void goesLiveOnlyWhenExplained() throws Exception {
        assertThatThrownBy(() -> intake.parallel.declareLive(intake.tenant, OFFICER))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT))
                .hasMessageContaining("chưa giải trình");
        List<DifferenceView> open = differences();
        for (DifferenceView one : open) {
            intake.parallel.explain(
                    intake.tenant, OFFICER, MONTH, one.id(), "Sai trên giấy, đã lập biên bản");
        }
        // Comparing again keeps what was explained.
        MonthView again = intake.parallel.compare(intake.tenant, OFFICER, MONTH);
        assertThat(again.unexplained()).isZero();
        assertThat(differences()).extracting(DifferenceView::id).hasSize(open.size());
        assertThat(intake.parallel.declareLive(intake.tenant, OFFICER).explained())
                .isEqualTo(open.size());
        // A trial pays nothing: no run, no debt, no link in the ledger.
        String none = "where tenant_id = " + intake.tenant.value();
        for (String table : List.of("payment_run", "payment_line", "ledger_link")) {
            assertThat(TestStore.one(owner, "select count(*) from " + table + " " + none))
                    .isEqualTo("0");
        }
    }

    @Test
    void anotherListOfTheMonthReplacesTheFirst() {
        paper.remove(of(12));
        assertThat(compare().unexplained()).isEqualTo(1);
        paper.add(row(12));
        assertThat(compare().unexplained()).isZero();
        assertThat(differences()).isEmpty();
    }

    @Test
    void noLifeWithoutAList() {
        assertThatThrownBy(() -> intake.parallel.declareLive(intake.tenant, OFFICER))
                .hasMessageContaining("Chưa có tháng nào");
        assertThatThrownBy(() -> intake.parallel.compare(intake.tenant, OFFICER, MONTH))
                .hasMessageContaining("Chưa có danh sách đã chi trả");
    }

    @Test
    void theReportHasEveryDifference() throws Exception {
        paper.remove(of(12));
        compare();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        intake.parallel.report(intake.tenant, OFFICER, MONTH, out);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(book.getSheet("Chênh lệch").getRow(1).getCell(2).getStringCellValue())
                    .isEqualTo(name(12));
            assertThat(book.getSheet("Tổng hợp")).isNotNull();
        }
    }
}
