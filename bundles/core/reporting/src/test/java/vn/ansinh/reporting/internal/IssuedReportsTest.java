package vn.ansinh.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ansinh.reporting.internal.Office.ACTOR;
import static vn.ansinh.reporting.internal.Office.FEBRUARY;
import static vn.ansinh.reporting.internal.Office.MARCH;
import static vn.ansinh.reporting.internal.Office.TENANT;
import static vn.ansinh.reporting.internal.Office.line;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.ReportInput;
import vn.ansinh.locality.api.ReportInput.PaymentLineView;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.reporting.api.Reports.FormView;
import vn.ansinh.reporting.api.Reports.Issued;

class IssuedReportsTest {

    private final Office office = new Office();
    private final List<PaymentLineView> lines = new ArrayList<>();
    private final List<ReportInput.ChangeView> changes = new ArrayList<>();

    IssuedReportsTest() {
        office.formats.add(Forms.list(lines));
        office.formats.add(Forms.changes(changes));
    }

    @Test
    void readsEveryPageInTheOrderOfOfficesAndMasks() {
        office.run(
                31,
                MARCH,
                line(1, "Nguyễn Văn Đức", "T1", "5.5.a", 150, 650_000),
                line(2, "Trần Văn Dũng", "T1", "5.5.a", 100, 650_000),
                line(3, "Lê Thị Ánh", "T2", "5.4", 200, 650_000),
                line(4, "Lê Thị An", "T2", "9.9.z", 100, 650_000),
                line(5, "Bùi Văn Dũng", "T1", "5.5.a", 100, 650_000));

        issue("DS");

        assertThat(lines)
                .extracting(PaymentLineView::unitName, PaymentLineView::fullName)
                .containsExactly(
                        tuple("Thôn Hai", "Lê Thị An"),
                        tuple("Thôn Hai", "Lê Thị Ánh"),
                        tuple("Thôn Một", "Bùi Văn Dũng"),
                        tuple("Thôn Một", "Trần Văn Dũng"),
                        tuple("Thôn Một", "Nguyễn Văn Đức"));
        assertThat(lines)
                .extracting(PaymentLineView::groundCode)
                .containsExactly("Theo quyết định", "Theo quyết định", "5.5.a", "5.5.a", "5.5.a");
        assertThat(lines.get(1).groundTitle()).isEqualTo("Theo quyết định");
        assertThat(lines.get(4).groundTitle()).isEqualTo("Người cao tuổi");
        assertThat(lines.get(4).amountDong()).isEqualTo(975_000);
        assertThat(lines.get(4).account()).isEqualTo("00211");
    }

    @Test
    void saysWhatChangedAndWhy() {
        office.run(
                30,
                FEBRUARY,
                line(1, "Phạm Giữ", "T1", "5.5.a", 150, 500_000),
                line(2, "Phạm Hệ", "T1", "5.5.a", 100, 500_000),
                line(3, "Phạm Mất", "T1", "5.5.a", 100, 500_000),
                line(4, "Phạm Hết", "T1", "5.4", 100, 500_000),
                line(5, "Phạm Khác", "T1", "5.5.a", 100, 500_000),
                line(6, "Phạm Mức", "T1", "5.5.a", 100, 500_000),
                line(8, "Phạm Nhóm", "T1", "5.5.a", 100, 500_000));
        office.run(
                31,
                MARCH,
                line(1, "Phạm Giữ", "T1", "5.5.a", 150, 500_000),
                line(2, "Phạm Hệ", "T1", "5.5.a", 200, 500_000),
                line(6, "Phạm Mức", "T1", "5.5.a", 100, 650_000),
                line(7, "Phạm Tân", "T2", "5.5.a", 100, 500_000),
                line(8, "Phạm Nhóm", "T1", "5.6", 100, 500_000));
        office.deaths.put(3L, LocalDate.of(2026, 2, 14));
        office.differences.add(difference(4, 500_000, 0));
        office.differences.add(difference(5, 500_000, 750_000));

        issue("BD");

        assertThat(changes)
                .extracting(
                        ReportInput.ChangeView::fullName,
                        ReportInput.ChangeView::reason,
                        ReportInput.ChangeView::oldCoefficientHundredths,
                        ReportInput.ChangeView::newCoefficientHundredths,
                        ReportInput.ChangeView::oldAmountDong,
                        ReportInput.ChangeView::newAmountDong,
                        ReportInput.ChangeView::groundCode)
                .containsExactly(
                        tuple("Phạm Tân", "NEW", 0, 100, 0L, 500_000L, "5.5.a"),
                        tuple("Phạm Hệ", "COEFFICIENT", 100, 200, 500_000L, 1_000_000L, "5.5.a"),
                        tuple(
                                "Phạm Hết",
                                "CONDITION_LOST",
                                100,
                                0,
                                500_000L,
                                0L,
                                "Theo quyết định"),
                        tuple("Phạm Khác", "OTHER", 100, 0, 500_000L, 0L, "5.5.a"),
                        tuple("Phạm Mất", "DEATH", 100, 0, 500_000L, 0L, "5.5.a"),
                        tuple("Phạm Mức", "RATE", 100, 100, 500_000L, 650_000L, "5.5.a"),
                        tuple(
                                "Phạm Nhóm",
                                "OTHER",
                                100,
                                100,
                                500_000L,
                                500_000L,
                                "Theo quyết định"));
        assertThat(changes).allMatch(change -> change.fromMonth().equals(MARCH));
    }

    @Test
    void aDeathAfterTheMonthIsNoReason() {
        office.run(30, FEBRUARY, line(3, "Phạm Còn", "T1", "5.5.a", 100, 500_000));
        office.run(31, MARCH);
        office.deaths.put(3L, LocalDate.of(2026, 4, 1));

        issue("BD");

        assertThat(changes).extracting(ReportInput.ChangeView::reason).containsExactly("OTHER");
    }

    @Test
    void doesNotCompareWithAMonthThatHasNoRun() {
        office.run(31, MARCH, line(1, "Phạm Một", "T1", "5.5.a", 100, 500_000));

        assertRefused(() -> issue("BD"), ErrorCode.CONFLICT, "Tháng 2/2026 chưa có kỳ chi trả");
        assertThat(issue("DS").fileName()).isEqualTo("thu-nghiem_DS_2026-03.csv");
    }

    @Test
    void refusesWithoutAComputedRun() {
        assertRefused(() -> issue("DS"), ErrorCode.CONFLICT, "Chưa có kỳ chi trả tháng 3/2026");
        office.run(31, MARCH, Payments.RunState.DRAFT, 0);
        assertRefused(() -> issue("DS"), ErrorCode.CONFLICT, "Chưa có kỳ chi trả tháng 3/2026");
        assertThat(office.archived).isEmpty();
    }

    @Test
    void refusesLinesThatAreNotAllThere() {
        office.run(
                31,
                MARCH,
                Payments.RunState.COMPUTED,
                2,
                line(1, "Phạm Một", "T1", "5.5.a", 100, 500_000));
        assertRefused(() -> issue("DS"), ErrorCode.INTERNAL, "có 2 khoản nhưng chỉ đọc được 1");
    }

    @Test
    void sameDataSameCellsWhateverTheDayAndFormat() {
        office.run(31, MARCH, line(1, "Phạm Một", "T1", "5.5.a", 100, 500_000));
        Issued first = issue("DS");
        office.now = Instant.parse("2026-05-01T00:00:00Z");
        Issued later = office.reports().issue(TENANT, ACTOR, "DS", MARCH, "PDF");
        office.run(31, MARCH, line(1, "Phạm Một", "T1", "5.5.a", 100, 500_001));
        Issued other = issue("DS");

        assertThat(later.cellsSha256()).isEqualTo(first.cellsSha256()).matches("[0-9a-f]{64}");
        assertThat(later.sha256()).isNotEqualTo(first.sha256());
        assertThat(other.cellsSha256()).isNotEqualTo(first.cellsSha256());
    }

    @Test
    void keepsAndServesWhatWasIssued() {
        office.run(31, MARCH, line(1, "Phạm Một", "T1", "5.5.a", 100, 500_000));
        Issued issued = issue("DS");
        office.run(32, MARCH, line(1, "Phạm Một", "T1", "5.5.a", 200, 500_000));
        office.lawActive = false;

        assertThat(office.reports().issued(TENANT, ACTOR, issued.id()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(issued);
        assertThat(new String(issued.bytes(), StandardCharsets.UTF_8))
                .startsWith("CSV2026-03-10")
                .contains("Phạm Một");
        assertThat(office.archived.get(issued.id()).runId()).isEqualTo(31);
        assertThat(office.archived.get(issued.id()).snapshotHash()).isEqualTo("law-31");
        assertThat(office.audited).containsExactly("report.issue report 1", "report.read report 1");
        assertThat(office.reports().issued(TENANT, ACTOR, 99)).isEmpty();
        assertThat(office.audited).hasSize(2);
    }

    @Test
    void doesNotServeAnAlteredArchive() {
        office.run(31, MARCH, line(1, "Phạm Một", "T1", "5.5.a", 100, 500_000));
        Issued issued = issue("DS");
        office.archived.get(issued.id()).bytes()[0]++;

        assertRefused(
                () -> office.reports().issued(TENANT, ACTOR, issued.id()),
                ErrorCode.INTERNAL,
                "không còn khớp mã SHA-256");
    }

    @Test
    void offersTheFormsOfTheActiveBundleOnly() {
        office.formats.add(new Forms.Form("XX", "noi-khac", input -> null));
        assertThat(office.reports().forms(TENANT))
                .containsExactly(new FormView("BD", "Mẫu BD"), new FormView("DS", "Mẫu DS"));
        assertRefused(() -> issue("XX"), ErrorCode.NOT_FOUND, "không có mẫu báo cáo «XX»");
        assertRefused(
                () -> office.reports().issue(TENANT, ACTOR, "DS", MARCH, "DOC"),
                ErrorCode.INVALID_INPUT,
                "XLSX, PDF hoặc CSV");

        office.lawActive = false;
        assertThat(office.reports().forms(TENANT)).isEmpty();
        assertRefused(() -> issue("DS"), ErrorCode.LAW_NOT_ACTIVE, "Chưa có chính sách");
    }

    @Test
    void aFormThatNeverEndsCostsItsLimitOnce() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        office.formats.add(
                Forms.form(
                        "LAP",
                        input -> {
                            started.countDown();
                            while (end.getCount() > 0) {
                                Thread.onSpinWait();
                            }
                            return Forms.table(List.of());
                        }));
        office.run(31, MARCH);
        IssuedReports reports = office.reports(Duration.ofMillis(300));

        assertRefused(
                () -> reports.issue(TENANT, ACTOR, "LAP", MARCH, "CSV"),
                ErrorCode.INTERNAL,
                "Mẫu báo cáo LAP tính quá");
        started.await();
        long from = System.nanoTime();
        assertRefused(
                () -> reports.issue(TENANT, ACTOR, "LAP", MARCH, "CSV"),
                ErrorCode.QUARANTINED,
                "report:");
        assertThat(office.quarantine.overTime)
                .singleElement()
                .asString()
                .matches("report:[a-z-]+/LAP@.+");
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofMillis(250));
        assertThat(reports.issue(TENANT, ACTOR, "DS", MARCH, "CSV").id()).isEqualTo(1);
        end.countDown();
    }

    @Test
    void aFormThatFailsIsNamed() {
        office.formats.add(
                Forms.form(
                        "HONG",
                        input -> {
                            throw new IllegalStateException("hỏng");
                        }));
        office.formats.add(Forms.form("RONG", input -> null));
        office.run(31, MARCH);
        assertRefused(() -> issue("HONG"), ErrorCode.INTERNAL, "Mẫu báo cáo HONG bị lỗi khi tính");
        assertRefused(() -> issue("RONG"), ErrorCode.INTERNAL, "Mẫu báo cáo RONG bị lỗi khi tính");
        assertThat(office.quarantine.failed)
                .hasSize(2)
                .anyMatch(f -> f.endsWith(" IllegalStateException"))
                .anyMatch(f -> f.endsWith(" NullPointerException"));
        assertThat(office.archived).isEmpty();
    }

    private Issued issue(String form) {
        return office.reports().issue(TENANT, ACTOR, form, MARCH, "CSV");
    }

    private static void assertRefused(ThrowingCallable call, ErrorCode code, String sentence) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(code);
                            assertThat(e.getMessage()).contains(sentence);
                        });
    }

    private static Payments.Difference difference(long person, long decided, long assessed) {
        return new Payments.Difference(
                person, Component.MONTHLY, "5.5.a", decided, "", assessed, "STOP");
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.api.Assertions.tuple(values);
    }
}
