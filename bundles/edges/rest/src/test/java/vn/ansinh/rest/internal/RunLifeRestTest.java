package vn.ansinh.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.payment.api.Payments.Reconciliation;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.RunLife;
import vn.ansinh.payment.api.RunPapers;
import vn.ansinh.payment.api.RunPapers.Sum;
import vn.ansinh.rest.internal.RestTest.Call;

/** The life of runs over HTTP. DỮ LIỆU GIẢ LẬP. */
class RunLifeRestTest {
    private static final String RUNS = "localities/hung-dao/runs";
    private static final String RUN = RUNS + "/7";
    private static final String NOTE = "{\"note\":\"thiếu quyết định\"}";
    private static final String HOLD =
            "{\"month\":\"2026-03\",\"personId\":11,\"component\":\"MONTHLY\",\"kind\":\"DEATH\","
                    + "\"reason\":\"báo tử muộn\"}";

    private final Fakes fakes = new Fakes();
    private RestServer rest;

    static Stream<Call> calls() {
        return Stream.of(
                new Call("computeRun", "POST", RUNS, "{\"month\":\"2026-03\"}", "f"),
                new Call("proposeRun", "GET", RUNS + "/proposal", null, "f"),
                new Call("getRunLife", "GET", RUN + "/life", null, "f"),
                new Call("getRunProgress", "GET", RUN + "/progress", null, "f"),
                new Call("recomputeRun", "POST", RUN + "/recompute", null, "f"),
                new Call("submitRun", "POST", RUN + "/submit", NOTE, "f"),
                new Call("checkRun", "POST", RUN + "/check", NOTE, "f"),
                new Call("approveRun", "POST", RUN + "/approve", NOTE, "f"),
                new Call("withdrawRun", "POST", RUN + "/withdraw", NOTE, "f"),
                new Call("refuseRun", "POST", RUN + "/refuse", NOTE, "f"),
                new Call("returnRun", "POST", RUN + "/return", NOTE, "f"),
                new Call("cancelRun", "POST", RUN + "/cancel", NOTE, "f"),
                new Call("getRunBalance", "GET", RUN + "/balance", null, "f"),
                new Call("getRunSheet", "GET", RUN + "/sheet", null, "f"),
                new Call("getRunSheetFile", "GET", RUN + "/sheet/file", null, "f"),
                new Call("listHolds", "GET", RUN + "/holds", null, "f"),
                new Call("listLateEvents", "GET", RUN + "/late", null, "f"),
                new Call("holdLateEvents", "POST", RUN + "/late/hold", null, "f"),
                new Call("holdLine", "POST", RUN + "/holds", HOLD, "f"),
                new Call("releaseHold", "POST", RUN + "/holds/5/release", NOTE, "f"));
    }

    static void addTo(Map<String, Function<Object[], Object>> answers) {
        for (String move :
                List.of(
                        "compute",
                        "recompute",
                        "submit",
                        "check",
                        "approve",
                        "giveBack",
                        "cancel")) {
            answers.put("RunLife." + move, a -> Fakes.RUN);
        }
        answers.put(
                "RunLife.propose",
                a -> new RunLife.Proposal(Fakes.MARCH, Fakes.MARCH.plusMonths(1), "Tết"));
        answers.put(
                "RunLife.progress",
                a -> new RunLife.Progress(7, RunState.DRAFT, 10, 4, 32_000, 40, 8_000, 6));
        answers.put(
                "RunLife.file",
                a ->
                        new RunLife.File(
                                Fakes.RUN,
                                3,
                                1,
                                true,
                                0,
                                List.of(new RunLife.Move(RunState.APPROVED, RunDuty.APPROVE)),
                                List.of(),
                                List.of(
                                        new RunLife.Clock(
                                                "Duyệt danh sách",
                                                LocalDate.of(2026, 2, 24),
                                                null,
                                                RunLife.ClockStatus.OVERDUE,
                                                "Điều 34",
                                                ""))));
        answers.put("RunPapers.balance", a -> balance());
        answers.put(
                "RunPapers.sheet",
                a ->
                        new RunPapers.Sheet(
                                Fakes.RUN,
                                "0a".repeat(32),
                                4,
                                balance(),
                                1,
                                0,
                                new Sum(1, 650_000),
                                975_000,
                                List.of(
                                        new RunPapers.Signed(
                                                "can-bo",
                                                "",
                                                Instant.parse("2026-03-05T01:00:00Z"))),
                                List.of(),
                                List.of(),
                                1));
        answers.put("RunPapers.hold", a -> 5L);
        answers.put("RunPapers.release", a -> null);
        answers.put("RunPapers.late", a -> List.of());
        answers.put("RunPapers.holdLate", a -> 2);
        answers.put("RunPapers.holds", a -> List.of());
    }

    private static RunPapers.Balance balance() {
        Reconciliation page =
                new Reconciliation(
                        Fakes.MARCH.minusMonths(1),
                        List.of(
                                new Reconciliation.Row(
                                        "", "", 1, 650_000, 1, 975_000, 0, 0, 0, 0, 0, 0, 0, 2,
                                        1_625_000)),
                        true);
        return new RunPapers.Balance(
                List.of(page),
                new Sum(2, 1_625_000),
                new Sum(0, 0),
                new Sum(0, 0),
                new Sum(0, 0),
                1_625_000,
                true);
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
    void aMoveCarriesTheVersionThatWasRead() {
        List<Object> versions = new ArrayList<>();
        fakes.answers.put(
                "RunLife.approve",
                a -> {
                    versions.add(a[3]);
                    return Fakes.RUN;
                });
        HttpResponse<String> file = rest.get("officer", RUN + "/life");
        String tag = file.headers().firstValue("ETag").orElseThrow();
        assertThat(RestServer.json(file).at("/clocks/0/status").asText()).isEqualTo("OVERDUE");
        HttpResponse<String> approved =
                rest.send(
                        "officer",
                        "POST",
                        RUN + "/approve",
                        "application/json",
                        BodyPublishers.ofString("{}"),
                        "If-Match",
                        tag);
        assertThat(approved.statusCode()).isEqualTo(200);
        assertThat(versions).containsExactly(3);
        HttpResponse<String> blind = rest.post("officer", RUN + "/approve", "{}");
        assertThat(blind.statusCode()).isEqualTo(422);
        assertThat(RestServer.json(blind).at("/faults/0/field").asText()).isEqualTo("If-Match");
        assertThat(versions).hasSize(1);
    }

    @Test
    void whoReturnsDoesTheirOwnDuty() {
        List<Object> duties = new ArrayList<>();
        fakes.answers.put(
                "RunLife.giveBack",
                a -> {
                    duties.add(a[4] + " " + a[5]);
                    return Fakes.RUN;
                });
        for (String path : List.of("withdraw", "refuse", "return")) {
            rest.send(
                    "officer",
                    "POST",
                    RUN + "/" + path,
                    "application/json",
                    BodyPublishers.ofString(NOTE),
                    "If-Match",
                    "\"3\"");
        }
        assertThat(duties)
                .containsExactly(
                        "PREPARE thiếu quyết định",
                        "CHECK thiếu quyết định",
                        "APPROVE thiếu quyết định");
    }

    @Test
    void aRunOfTwoMonthsIsAskedFor() {
        List<RunLife.Order> orders = new ArrayList<>();
        fakes.answers.put(
                "RunLife.compute",
                a -> {
                    orders.add((RunLife.Order) a[2]);
                    return Fakes.RUN;
                });
        rest.post(
                "officer",
                RUNS,
                "{\"kind\":\"SUPPLEMENTARY\",\"month\":\"2026-02\",\"lastMonth\":\"2026-03\","
                        + "\"budgetYear\":2026,\"listDate\":\"2026-02-01\"}");
        RunLife.Order order = orders.get(0);
        assertThat(order.kind().name()).isEqualTo("SUPPLEMENTARY");
        assertThat(order.lastMonth()).isEqualTo(Fakes.MARCH);
        assertThat(order.budgetYear()).isEqualTo(2026);
        assertThat(order.listDate()).isEqualTo("2026-02-01");
    }

    @Test
    void theSheetIsAFileToBeSigned() {
        List<ReportTable> tables = new ArrayList<>();
        fakes.answers.put(
                "Renderer.render",
                a -> {
                    tables.add((ReportTable) a[3]);
                    return ((String) a[0]).getBytes(StandardCharsets.UTF_8);
                });
        HttpResponse<String> pdf = rest.get("officer", RUN + "/sheet/file");
        assertThat(pdf.body()).isEqualTo("PDF");
        assertThat(pdf.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("to-trinh-duyet-chi-7.pdf");
        assertThat(rest.get("officer", RUN + "/sheet/file?format=XLSX").body()).isEqualTo("XLSX");
        assertThat(rest.get("officer", RUN + "/sheet/file?format=DOC").statusCode()).isEqualTo(422);
        ReportTable table = tables.get(0);
        assertThat(table.totals()).containsExactly("Đề nghị chi", null, 975_000L);
        assertThat(table.rows().get(6).cells()).containsExactly("Tháng này", 2L, 1_625_000L);
        assertThat(table.signatures()).hasSize(3);
        JsonNode sheet = RestServer.json(rest.get("officer", RUN + "/sheet"));
        assertThat(sheet.at("/held/dong").asLong()).isEqualTo(650_000);
        assertThat(sheet.at("/balance/toDrawDong").asLong()).isEqualTo(1_625_000);
    }

    @Test
    void aHoldIsCreatedAndReleased() {
        HttpResponse<String> held = rest.post("officer", RUN + "/holds", HOLD);
        assertThat(held.statusCode()).isEqualTo(201);
        assertThat(RestServer.json(held).at("/ids/0").asLong()).isEqualTo(5);
        assertThat(rest.post("officer", RUN + "/holds/5/release", "{}").statusCode())
                .isEqualTo(422);
        assertThat(rest.post("officer", RUN + "/holds/5/release", NOTE).statusCode())
                .isEqualTo(200);
    }
}
