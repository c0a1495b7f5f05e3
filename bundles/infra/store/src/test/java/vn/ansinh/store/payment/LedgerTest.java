package vn.ansinh.store.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ansinh.store.TestStore.one;
import static vn.ansinh.store.TestStore.run;
import static vn.ansinh.store.payment.TestRuns.ANY;
import static vn.ansinh.store.payment.TestRuns.LEADER;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.payment.api.LedgerBook;
import vn.ansinh.payment.api.LedgerBook.LineName;
import vn.ansinh.payment.api.LedgerBook.LinkView;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.RunLife;
import vn.ansinh.payment.internal.LedgerService;
import vn.ansinh.payment.port.LedgerStorage;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;
import vn.ansinh.verifier.Main;

/** The verifier on a real export, changed in every way a thief would (DỮ LIỆU GIẢ LẬP). */
class LedgerTest {
    private static final Actor OPENING =
            new Actor("thanh-tra", "kiểm toán năm 2026").reachingRestricted();

    @TempDir static Path folder;
    private static TestStore store;
    private static Connection owner;
    private static RunLife life;
    private static LedgerBook book;
    private static TenantId tenant;
    private static long february;
    private static List<String> export;
    private static String root;

    @BeforeAll
    static void open() throws Exception {
        store = TestStore.fresh(4);
        owner = store.owner();
        life = TestRuns.life(store.store(), 0);
        book =
                new LedgerService(
                        store.service(Localities.class),
                        store.service(UnitOfWork.class),
                        store.service(Audit.class),
                        TestStore.clock(),
                        store.service(PaymentStorage.class),
                        store.service(LedgerStorage.class));
        tenant = store.tenant("so-cai");
        new TestPeople(owner, tenant, 1_000_000).add(250);
        long january = TestRuns.regular(life, tenant, "2026-01", "2026-01").id();
        TestRuns.approved(life, tenant, january);
        RunView two = TestRuns.regular(life, tenant, "2026-02", "2026-03");
        february = two.id();
        TestRuns.approved(life, tenant, february);
        // Returned and computed again: an older list of the same run stands in the chain.
        life.giveBack(tenant, LEADER, february, ANY, RunDuty.APPROVE, "xem lại tổng số");
        life.recompute(tenant, TestRuns.PREPARER, february, ANY);
        TestRuns.approved(life, tenant, february);
        export = export(tenant);
        List<LinkView> links = book.links(tenant, LEADER, 0, 100);
        LinkView last = links.get(links.size() - 1);
        root = last.sequence() + ":" + last.hash();
    }

    @AfterAll
    static void close() throws Exception {
        owner.close();
        store.close();
    }

    private static List<String> export(TenantId of) {
        return export(of, OPENING);
    }

    private static List<String> export(TenantId of, Actor actor) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.export(of, actor, out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static String verify(String command, String content, String against) throws Exception {
        Path file = folder.resolve("so-cai.jsonl");
        Files.writeString(file, content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status =
                Main.run(
                        new String[] {command, file.toString(), against},
                        new PrintStream(out, true, StandardCharsets.UTF_8));
        return status + " " + out.toString(StandardCharsets.UTF_8);
    }

    private static String verify(List<String> lines) throws Exception {
        return verify("export", String.join("\n", lines), root);
    }

    private static int first(String type, int after) {
        for (int i = after; i < export.size(); i++) {
            if (Forger.text(export.get(i), "type").equals(type)) {
                return i;
            }
        }
        throw new IllegalStateException(type);
    }

    @Test
    void whatWasNotTouchedVerifies() throws Exception {
        assertThat(verify(export)).startsWith("0 Nguyên vẹn: ").contains("2 kỳ chi trả, 825 khoản");
        assertThat(String.join("\n", export)).doesNotContain("Người giả lập");
        assertThat(one(owner, "select count(*) from audit_event where action = 'ledger.export'"))
                .isNotEqualTo("0");
    }

    @Test
    void linesOfRestrictedGroundsAreSealedUnlessOpened() throws Exception {
        List<String> sealed = export(tenant, LEADER);
        assertThat(String.join("\n", export)).contains("|R|");
        assertThat(String.join("\n", sealed)).doesNotContain("|R|").contains("\"sealed\":true");
        assertThat(verify(sealed)).startsWith("0 ").contains("khoản kín chỉ đối chiếu mã băm");
        LineName restricted = new LineName(YearMonth.parse("2026-03"), 1_000_138, 1, 0);
        assertThatThrownBy(() -> book.proof(tenant, LEADER, february, restricted))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN));
        assertThat(verify("proof", book.proof(tenant, OPENING, february, restricted), root))
                .startsWith("0 ");
        int at = first("line", 0);
        List<String> changed = new ArrayList<>(sealed);
        for (int i = at; i < changed.size(); i++) {
            if (changed.get(i).contains("\"sealed\":true")) {
                changed.set(i, Forger.with(changed.get(i), "leaf", "00".repeat(32)));
                break;
            }
        }
        assertThat(verify(changed)).startsWith("1 ");
    }

    @Test
    void everyFlippedBitIsFound() throws Exception {
        for (int at : List.of(first("line", 0), first("chunk", 0), first("run", 0), 3)) {
            String line = export.get(at);
            for (String field : List.of("salt", "leaf", "text", "dong", "root", "hash", "event")) {
                if (line.contains("\"" + field + "\":")) {
                    String value = Forger.text(line, field);
                    char end = value.charAt(value.length() - 1) == '7' ? '6' : '7';
                    String flipped = value.substring(0, value.length() - 1) + end;
                    List<String> changed = new ArrayList<>(export);
                    changed.set(at, line.replace(value, flipped));
                    assertThat(verify(changed)).as(field + " in " + line).startsWith("1 ");
                }
            }
        }
    }

    @Test
    void aLineMadeLargerIsFound() throws Exception {
        int at = first("line", 0);
        List<String> changed = new ArrayList<>(export);
        changed.set(at, export.get(at).replace("|1000000|", "|1990000|"));
        assertThat(changed).isNotEqualTo(export);
        assertThat(verify(changed)).contains("không khớp mã băm của nó");
    }

    @Test
    void aRewriteOfEverythingIsFoundByTheEarlierRootAlone() throws Exception {
        List<String> changed = new ArrayList<>();
        int at = first("line", 0);
        for (int i = 0; i < export.size(); i++) {
            String line = export.get(i);
            // The same sums, by another decision.
            changed.add(
                    i == at ? line.replaceFirst("\\|\\d+\",\"leaf\"", "|9999\",\"leaf\"") : line);
        }
        assertThat(changed).isNotEqualTo(export);
        List<String> forged = Forger.rehash(changed);
        assertThat(verify(forged)).startsWith("1 ").contains("sổ đã bị viết lại");
        // Without the printed root nobody would see it: this is what the root is for.
        String last =
                forged.stream()
                        .filter(l -> l.contains("\"type\":\"link\""))
                        .reduce((a, b) -> b)
                        .get();
        String own = Forger.text(last, "seq") + ":" + Forger.text(last, "hash");
        assertThat(verify("export", String.join("\n", forged), own)).startsWith("0 ");
        // And rehashing what is not changed changes nothing.
        assertThat(Forger.rehash(export)).isEqualTo(export);
    }

    @Test
    void aCutTailIsFound() throws Exception {
        int run = first("run", 0);
        List<String> links = new ArrayList<>(export.subList(0, run - 1));
        assertThat(verify(links)).contains("phần cuối bị cắt");
        // Cut in the middle of the lines.
        assertThat(verify(export.subList(0, export.size() - 1))).startsWith("1 ");
        List<String> withoutLists = export.subList(0, run);
        assertThat(verify(withoutLists)).contains("thiếu danh sách");
    }

    @Test
    void aBackDatedOrReorderedLineIsFound() throws Exception {
        int at = first("line", 0);
        List<String> added = new ArrayList<>(export);
        String late = export.get(at + 1).replaceAll("\\|1000\\d\\d\\d\\|", "|1000000|");
        assertThat(late).isNotEqualTo(export.get(at + 1));
        added.add(at, Forger.rehash(List.of(late)).get(0));
        assertThat(verify(added)).contains("bị sửa, thêm, bớt hoặc đảo");

        List<String> swapped = new ArrayList<>(export);
        swapped.set(at, export.get(at + 1));
        swapped.set(at + 1, export.get(at));
        assertThat(verify(swapped)).contains("đứng sai thứ tự");

        List<String> dated = new ArrayList<>(export);
        int link = first("link", 3);
        dated.set(link, Forger.with(export.get(link), "at", "2025-01-01T00:00:00Z"));
        assertThat(verify(dated)).contains("khác nội dung đã băm");

        List<String> links = new ArrayList<>(export);
        links.set(2, export.get(3));
        links.set(3, export.get(2));
        assertThat(verify(links)).contains("thiếu, thừa hoặc đảo thứ tự");
    }

    @Test
    void aPayloadThatVanishedWithoutRecordIsFound() throws Exception {
        int at = first("line", 0);
        List<String> changed = new ArrayList<>(export);
        changed.set(
                at, export.get(at).replaceFirst("\"salt\".*\"leaf\"", "\"erased\":true,\"leaf\""));
        assertThat(verify(changed)).contains("phần riêng bị xóa khác với việc tiêu hủy đã ghi sổ");
    }

    @Test
    void oneOfManyPaymentsIsProvedInTwoKilobytes() throws Exception {
        LineName line = new LineName(YearMonth.parse("2026-03"), 1_000_137, 1, 0);
        String proof = book.proof(tenant, LEADER, february, line);

        assertThat(proof.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(2048);
        assertThat(verify("proof", proof, root))
                .startsWith("0 Đúng: ")
                .contains("2026-03|1000137|1|0");
        assertThat(verify("proof", proof.replace("|1000137|", "|1000138|"), root)).startsWith("1 ");
        String other = root.replaceFirst(":..", ":00");
        assertThat(verify("proof", proof, other)).contains("không phải mắt xích đã in");
        assertThatThrownBy(
                        () ->
                                book.proof(
                                        tenant,
                                        LEADER,
                                        february,
                                        new LineName(line.month(), 1_000_137, 3, 0)))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void erasingOnePersonKeepsEverythingVerifiable() throws Exception {
        TenantId old = store.tenant("het-han-luu");
        new TestPeople(owner, old, 2_000_000).add(40);
        run(
                owner,
                "update entitlement set from_month = '2025-01-01' where tenant_id = "
                        + old.value());
        for (String month : List.of("2025-01", "2025-02", "2025-03")) {
            TestRuns.approved(life, old, TestRuns.regular(life, old, month, month).id());
        }
        List<LinkView> links = book.links(old, LEADER, 0, 100);
        String printed =
                links.get(links.size() - 1).sequence() + ":" + links.get(links.size() - 1).hash();
        long person = 2_000_011;
        // Ten years are not over.
        assertThatThrownBy(() -> book.erase(old, LEADER, person, "QĐ 1/QĐ-UBND"))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
        run(owner, "update retention_rule set months = 12 where subject = 'payment_line'");
        try {
            assertThat(book.erase(old, LEADER, person, "QĐ 1/QĐ-UBND")).isEqualTo(2);
            // The database itself keeps what is younger, whoever asks.
            assertThatThrownBy(
                            () ->
                                    run(
                                            owner,
                                            "insert into erasure (tenant_id, person_id,"
                                                    + " before_month, paper, erased_by, erased_at,"
                                                    + " lines) values ("
                                                    + old.value()
                                                    + ", 2000012, '2025-04-01', 'x', 'x',"
                                                    + " '2026-03-15T02:00:00Z', 3)"))
                    .hasMessageContaining("still to be kept");
        } finally {
            run(owner, "update retention_rule set months = 120 where subject = 'payment_line'");
        }

        assertThat(
                        one(
                                owner,
                                "select string_agg(coalesce(salt::text, '-') || ground || unit_code"
                                        + " || decision_id || ' ' || amount_dong, ';' order by"
                                        + " for_month) from payment_line where person_id = "
                                        + person
                                        + " and for_month < '2025-03-01'"))
                .matches("-0 \\d{6,7};-0 \\d{6,7}");
        String all = String.join("\n", export(old));
        assertThat(verify("export", all, printed))
                .startsWith("0 Nguyên vẹn")
                .contains("phần riêng của 1 người đã tiêu hủy");
        assertThat(verify("export", all.replace("\"erased\":true", "\"erased\":false"), printed))
                .startsWith("1 ");
        assertThat(one(owner, "select count(*) from audit_event where action = 'ledger.erase'"))
                .isEqualTo("1");
    }
}
