package vn.ansinh.store.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ansinh.store.payment.PastWorld.grant;
import static vn.ansinh.store.payment.TestRuns.LEADER;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ansinh.entitlement.api.DecisionBook.DecisionDoc;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.AuditFile;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.RunLife;
import vn.ansinh.payment.internal.AuditFileService;
import vn.ansinh.payment.port.AuditFileStorage;
import vn.ansinh.payment.port.FundStorage;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;

/** The auditor's file of a real database (DỮ LIỆU GIẢ LẬP). */
class AuditFileTest {
    private static final YearMonth MARCH = YearMonth.parse("2026-03");
    private static TestStore store;
    private static Connection owner;
    private static TenantId tenant;
    private static AuditFile file;
    private static RunView run;

    @BeforeAll
    static void open() throws Exception {
        store = TestStore.fresh(4);
        owner = store.owner();
        tenant = store.tenant("thanh-tra");
        new TestPeople(owner, tenant, 1_000_000).add(80);
        RunLife life = TestRuns.life(store.store(), 0);
        run = TestRuns.regular(life, tenant, "2026-03", "2026-03");
        TestRuns.approved(life, tenant, run.id());
        file =
                new AuditFileService(
                        store.service(UnitOfWork.class),
                        store.service(Audit.class),
                        store.service(PaymentStorage.class),
                        store.service(AuditFileStorage.class),
                        store.service(FundStorage.class));
    }

    @AfterAll
    static void close() throws Exception {
        owner.close();
        store.close();
    }

    private static Map<String, byte[]> read(Actor actor) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.write(tenant, actor, MARCH, MARCH, out);
        return files(out.toByteArray());
    }

    private static Map<String, byte[]> files(byte[] archive) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    @Test
    void everyPartIsThereAndTheManifestHolds() throws Exception {
        Map<String, byte[]> files = read(LEADER);

        assertThat(files).hasSize(AuditFileStorage.Part.values().length + 2);
        String manifest = text(files, "ke-khai-tep.csv");
        for (Map.Entry<String, byte[]> entry : files.entrySet()) {
            String sha =
                    HexFormat.of()
                            .formatHex(
                                    MessageDigest.getInstance("SHA-256").digest(entry.getValue()));
            assertThat(manifest.contains(entry.getKey() + ",") && manifest.contains(sha))
                    .isEqualTo(!entry.getKey().equals("ke-khai-tep.csv"));
        }
        String lines = text(files, "2-khoan-chi.csv");
        assertThat(lines.lines()).hasSize((int) run.lines() + 1);
        assertThat(lines).contains("7/QĐ-UBND").contains("CHUA-PHAN/CHUA-PHAN-NGUON=750000");
        assertThat(text(files, "5-dien-bien-ky-chi.csv")).contains("SUBMITTED,APPROVED");
        assertThat(text(files, "11-so-cai.csv")).contains("RUN_APPROVED");
        assertThat(text(files, "doc-truoc.txt"))
                .contains("Gốc sổ cái khi lập hồ sơ: mắt xích số 4");
        for (byte[] content : files.values()) {
            assertThat(new String(content, StandardCharsets.UTF_8)).doesNotContain("Người giả lập");
        }
        assertThat(
                        TestStore.one(
                                owner,
                                "select count(*) from audit_event where action = 'audit.file'"))
                .isNotEqualTo("0");
    }

    /** What became known and waits for a decision is told; what was decided since is told too. */
    @Test
    void proposalsThatNobodyHadDecidedAreTold() throws Exception {
        PastWorld w = new PastWorld(store, owner, "de-xuat").on("2026-02-20");
        long person = w.person("");
        w.decide(DecisionKind.GRANT, grant(person, Component.MONTHLY, "R", 250, "2026-02"));
        w.pay("2026-02");
        DecisionDoc care =
                w.on("2026-02-22")
                        .decide(
                                DecisionKind.GRANT,
                                grant(person, Component.CARE, "C", 100, "2026-02"));
        w.found(person);
        String waits = "2026-02," + person + ",3,DECISION,500000,0,C,";
        assertThat(proposals(w, YearMonth.of(2026, 2))).contains(waits);
        assertThat(proposals(w, YearMonth.of(2026, 1))).doesNotContain("DECISION");
        w.on("2026-03-01").accept(care);
        assertThat(proposals(w, YearMonth.of(2026, 2))).contains(waits);
        assertThat(proposals(w, YearMonth.of(2026, 3))).doesNotContain("DECISION");
    }

    private static String proposals(PastWorld w, YearMonth month) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.write(w.tenant, LEADER, month, month, out);
        return text(files(out.toByteArray()), "12-de-xuat-chua-quyet.csv");
    }

    @Test
    void restrictedGroundsShowOnlyWithRightAndPurpose() throws Exception {
        String restricted = ",R,";
        Actor inspector = new Actor("thanh-tra", "", "", "", Set.of());
        assertThat(text(read(inspector), "2-khoan-chi.csv"))
                .doesNotContain(restricted)
                .contains("Theo quyết định");
        assertThat(text(read(inspector.reachingRestricted()), "2-khoan-chi.csv"))
                .doesNotContain(restricted);
        Actor purposeful =
                new Actor("thanh-tra", "", "kiểm toán năm 2026", "", Set.of()).reachingRestricted();
        assertThat(text(read(purposeful), "2-khoan-chi.csv")).contains(restricted);
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsAndARightOfUnitsAreRefused() {
        refused(ErrorCode.INVALID_INPUT, LEADER, MARCH.plusMonths(1));
        refused(ErrorCode.FORBIDDEN, new Actor("x", "", "", "", Set.of("U1")), MARCH);
    }

    private static void refused(ErrorCode code, Actor actor, YearMonth from) {
        assertThatThrownBy(
                        () -> file.write(tenant, actor, from, MARCH, new ByteArrayOutputStream()))
                .isInstanceOfSatisfying(
                        AnsinhException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
