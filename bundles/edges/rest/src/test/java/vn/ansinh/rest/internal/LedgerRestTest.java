package vn.ansinh.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.payment.api.Funds.Account;
import vn.ansinh.payment.api.Funds.Coverage;
import vn.ansinh.payment.api.Funds.Need;
import vn.ansinh.payment.api.Funds.Settled;
import vn.ansinh.payment.api.Funds.Settlement;
import vn.ansinh.payment.api.Funds.Shares;
import vn.ansinh.payment.api.LedgerBook.LinkView;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.rest.internal.RestTest.Call;

/** Funds, settlement, ledger and the auditor's file over HTTP (DỮ LIỆU GIẢ LẬP). */
class LedgerRestTest {
    private static final String HD = "localities/hung-dao";
    private static final String SOURCE =
            "{\"code\":\"NSTW\",\"name\":\"Ngân sách trung ương\",\"level\":\"CENTRAL\"}";
    private static final String SHARES =
            "{\"version\":0,\"budgetYear\":2026,\"rounding\":\"LARGEST_TAKES_REST\",\"paper\":\"1/QĐ\","
                    + "\"rows\":[{\"ground\":\"\",\"component\":0,\"programme\":\"TCXH\","
                    + "\"shares\":[{\"source\":\"NSTW\",\"permille\":1000}]}]}";
    private static final String GRANT =
            "{\"budgetYear\":2026,\"programme\":\"TCXH\",\"source\":\"NSTW\","
                    + "\"amountDong\":5000000,\"paper\":\"2/QĐ\"}";
    private static final String PROOF = "/ledger/proof?run=7&month=2026-03&person=11&component=1";

    private final Fakes fakes = new Fakes();
    private RestServer rest;

    static Stream<Call> calls() {
        String erasure = "{\"personId\":11,\"paper\":\"3/BB-TH\"}";
        String audit = "/audit-file?from=2026-01&to=2026-03";
        return Stream.of(
                new Call("listFundSources", "GET", HD + "/funds/sources", null, "f"),
                new Call("addFundSource", "POST", HD + "/funds/sources", SOURCE, "f"),
                new Call("getFundShares", "GET", HD + "/funds/2026/shares", null, "f"),
                new Call("layDownFundShares", "POST", HD + "/funds/shares", SHARES, "f"),
                new Call("listFundAccounts", "GET", HD + "/funds/2026/accounts", null, "f"),
                new Call("listFundEntries", "GET", HD + "/funds/accounts/3/entries", null, "f"),
                new Call("grantFunds", "POST", HD + "/funds/grants", GRANT, "f"),
                new Call("getRunFunds", "GET", HD + "/funds/runs/7", null, "f"),
                new Call("getSettlement", "GET", HD + "/settlement/2026", null, "f"),
                new Call("getSettlementFile", "GET", HD + "/settlement/2026/file", null, "f"),
                new Call("listLedgerLinks", "GET", HD + "/ledger", null, "f"),
                new Call("exportLedger", "GET", HD + "/ledger/export", null, "f"),
                new Call("proveLine", "GET", HD + PROOF, null, "f"),
                new Call("erasePayload", "POST", HD + "/ledger/erasures", erasure, "f"),
                new Call("getAuditFile", "GET", HD + audit, null, "f"));
    }

    static void addTo(Map<String, Function<Object[], Object>> answers) {
        Account account = new Account(3, 2026, "TCXH", "NSTW", 5_000_000, 1_000_000, 0);
        Settled row =
                new Settled(
                        "NSTW",
                        "TCXH",
                        YearMonth.of(2026, 3),
                        "thon-1",
                        2,
                        1_625_000,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0);
        answers.put("Funds.sources", a -> List.of());
        answers.put("Funds.addSource", a -> null);
        answers.put("Funds.shares", a -> Shares.none((Integer) a[2]));
        answers.put("Funds.layDown", a -> 4L);
        answers.put("Funds.accounts", a -> List.of(account));
        answers.put("Funds.entries", a -> List.of());
        answers.put("Funds.grant", a -> account);
        answers.put(
                "Funds.coverage",
                a ->
                        new Coverage(
                                List.of(new Need("TCXH", "NSTW", 1_625_000, -1)),
                                List.of("chưa giao hạn mức")));
        answers.put("Funds.settlement", a -> new Settlement(List.of(row), row, 5, "ab"));
        answers.put(
                "LedgerBook.links",
                a -> List.of(new LinkView(5, "RUN_APPROVED", 7, Instant.EPOCH, "v2|", "ab")));
        answers.put("LedgerBook.export", a -> write(a[2], "{\"type\":\"export\"}\n"));
        answers.put("LedgerBook.proof", a -> "{\"salt\":\"x\"}");
        answers.put("LedgerBook.erase", a -> 2);
        answers.put("AuditFile.write", a -> write(a[4], "PK"));
    }

    private static Object write(Object out, String text) {
        try {
            ((OutputStream) out).write(text.getBytes(StandardCharsets.UTF_8));
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void start() throws Exception {
        rest = new RestServer(fakes);
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
    }

    @Test
    void financeLaysDownFunds() {
        assertThat(rest.post("finance", HD + "/funds/sources", SOURCE).body()).contains("NSTW");
        assertThat(rest.post("finance", HD + "/funds/shares", SHARES).body()).contains("[4]");
        assertThat(rest.post("finance", HD + "/funds/grants", GRANT).body()).contains("[3]");
        HttpResponse<String> empty = rest.post("finance", HD + "/funds/grants", "null");
        assertThat(empty.statusCode()).isEqualTo(422);
        // Money does not open the chain of people's payments.
        assertThat(rest.get("finance", HD + "/ledger/export").statusCode()).isEqualTo(403);
    }

    @Test
    void aRefusalForMoneyIsAProblemWithItsCode() {
        fakes.answers.put(
                "Funds.grant",
                a -> {
                    throw new AnsinhException(ErrorCode.FUNDS_SHORT, "thiếu 1.000 đồng");
                });
        HttpResponse<String> refused = rest.post("finance", HD + "/funds/grants", GRANT);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("AS-0202").contains("thiếu 1.000 đồng");
    }

    @Test
    void filesComeWholeOrAsAProblem() {
        HttpResponse<String> export = rest.get("officer", HD + "/ledger/export");
        assertThat(export.body()).isEqualTo("{\"type\":\"export\"}\n");
        assertThat(export.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("so-cai-hung-dao.jsonl");
        fakes.answers.put(
                "AuditFile.write",
                a -> {
                    write(a[4], "half");
                    throw new AnsinhException(ErrorCode.STORE_UNAVAILABLE, "mất kết nối");
                });
        HttpResponse<String> half = rest.get("officer", HD + "/audit-file?from=2026-01&to=2026-03");
        assertThat(half.statusCode()).isEqualTo(503);
        assertThat(half.body()).doesNotContain("half");
        assertThat(rest.get("officer", HD + "/audit-file?from=2026-01").statusCode())
                .isEqualTo(422);
    }

    @Test
    void theSettlementIsATableToo() {
        List<ReportTable> tables = new ArrayList<>();
        fakes.answers.put(
                "Renderer.render",
                a -> {
                    assertThat(a[0]).isEqualTo("CSV");
                    tables.add((ReportTable) a[3]);
                    return new byte[] {1};
                });
        String path = HD + "/settlement/2026/file?format=";
        assertThat(rest.get("officer", path + "CSV").statusCode()).isEqualTo(200);
        assertThat(tables.get(0).rows()).hasSize(1);
        assertThat(tables.get(0).notes().toString()).contains("mắt xích số 5");
        assertThat(rest.get("officer", path + "PDF").statusCode()).isEqualTo(422);
    }
}
