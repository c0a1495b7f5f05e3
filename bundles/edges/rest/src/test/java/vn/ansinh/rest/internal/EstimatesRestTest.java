package vn.ansinh.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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
import vn.ansinh.payment.api.Estimates.Estimate;
import vn.ansinh.payment.api.Estimates.Kind;
import vn.ansinh.payment.api.Estimates.MonthTotal;
import vn.ansinh.payment.api.Estimates.Row;
import vn.ansinh.rest.internal.RestTest.Call;

/** Estimates and given facts over HTTP. DỮ LIỆU GIẢ LẬP. */
class EstimatesRestTest {
    private static final String HD = "localities/hung-dao";
    private static final String ONE =
            """
            {"cases": [{"id": "ba-lan", "month": "2026-03", "known_on": "2026-03-31",
              "birth": "1940", "sex": "FEMALE", "facts": [
                {"kind": "poverty.national", "value": "POOR", "from": "2025-12-20"}]}]}
            """;

    private final Fakes fakes = new Fakes();
    private RestServer rest;

    static Stream<Call> calls() {
        return Stream.of(
                new Call("getEstimate", "GET", HD + "/estimates/2027", null, "f"),
                new Call("getEstimateFile", "GET", HD + "/estimates/2027/file", null, "f"),
                new Call("assessFacts", "POST", HD + "/assessments", ONE, "ofp"));
    }

    static void addTo(Map<String, Function<Object[], Object>> answers) {
        YearMonth month = YearMonth.of(2027, 1);
        answers.put(
                "Estimates.of",
                a ->
                        new Estimate(
                                (Integer) a[2],
                                LocalDate.of(2026, 12, 15),
                                "cd".repeat(32),
                                List.of(new MonthTotal(month, 6, 3_900_000, 3_000_000, 900_000)),
                                List.of(
                                        new Row(
                                                month,
                                                "thon-1",
                                                "5.5.a",
                                                Kind.DECIDED,
                                                6,
                                                3_900_000,
                                                3_000_000,
                                                900_000)),
                                List.of("GIẢ LẬP")));
        answers.put("Renderer.render", a -> "PK-giả lập".getBytes(StandardCharsets.UTF_8));
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
    void anEstimateTellsMonthsSourcesAndKinds() {
        JsonNode answer = RestServer.json(rest.get("officer", HD + "/estimates/2027"));
        assertThat(answer.at("/months/0/month").asText()).isEqualTo("2027-01");
        assertThat(answer.at("/months/0/stateDong").asLong()).isEqualTo(3_000_000);
        assertThat(answer.at("/rows/0/localDong").asLong()).isEqualTo(900_000);
        assertThat(answer.at("/rows/0/kind").asText()).isEqualTo("DECIDED");
        for (String year : List.of("27", "abcd", "+2027")) {
            HttpResponse<String> refused = rest.get("officer", HD + "/estimates/" + year);
            assertThat(refused.statusCode()).as(year).isEqualTo(422);
            assertThat(RestServer.json(refused).at("/faults/0/field").asText()).isEqualTo("year");
        }
    }

    @Test
    void theWorkbookHasTheSameSums() {
        List<ReportTable> tables = new ArrayList<>();
        fakes.answers.put(
                "Renderer.render",
                a -> {
                    assertThat(a[0]).isEqualTo("XLSX");
                    tables.add((ReportTable) a[3]);
                    return new byte[] {1};
                });
        HttpResponse<String> answer = rest.get("officer", HD + "/estimates/2027/file");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("du-toan-2027.xlsx");
        ReportTable table = tables.get(0);
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().get(0).cells())
                .containsExactly(
                        "thon-1",
                        "5.5.a",
                        "Đang hưởng theo quyết định",
                        6L,
                        3_900_000L,
                        3_000_000L,
                        900_000L);
        assertThat(table.rows().get(1).subtotal()).isTrue();
        assertThat(table.totals()).contains(3_900_000L, 3_000_000L, 900_000L);
    }

    @Test
    void givenFactsAreAnsweredWithReasonsAndRestrictedGroundsStayHidden() {
        HttpResponse<String> answer = rest.post("partner", HD + "/assessments", ONE);
        JsonNode body = RestServer.json(answer);
        assertThat(body.at("/locality").asText()).isEqualTo("hung-dao");
        assertThat(body.at("/cases/0/id").asText()).isEqualTo("ba-lan");
        assertThat(body.at("/cases/0/reasons/month").asText()).isEqualTo("2026-03");
        assertThat(body.at("/cases/0/reasons/dues/0/amountDong").asLong()).isEqualTo(1_000_000);
        assertThat(answer.body()).contains("Theo quyết định").doesNotContain("NHÓM KÍN");
        // The engine alone was asked: no record was read, nothing was stored.
        assertThat(fakes.calls).containsOnly("Engine.facts");
    }

    @Test
    void everyFaultIsToldByCaseAndField() {
        HttpResponse<String> answer =
                rest.post(
                        "officer",
                        HD + "/assessments",
                        """
                        {"cases": [
                          {"id": "a", "month": "2026-13", "known_on": "2026-02-30", "birth": 1950,
                           "tuoi": "80", "facts": [{"kind": "khong.co", "value": "1"}, "x"]},
                          "b"]}
                        """);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
        List<String> faults = new ArrayList<>();
        RestServer.json(answer)
                .get("faults")
                .forEach(f -> faults.add(f.get("row").asInt() + " " + f.get("field").asText()));
        assertThat(faults)
                .containsExactlyInAnyOrder(
                        "1 birth",
                        "1 tuoi",
                        "1 month",
                        "1 known_on",
                        "1 birth",
                        "1 facts[1].kind",
                        "1 facts[2]",
                        "2 ");
        assertThat(fakes.calls).isEmpty();
        for (String wrong : List.of("{}", "{\"cases\":[]}", "{\"cases\":{}}")) {
            assertThat(rest.post("officer", HD + "/assessments", wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(rest.post("officer", HD + "/assessments", "[]").statusCode()).isEqualTo(400);
        String many = "{\"cases\":[" + "{},".repeat(AssessmentsResource.MOST_CASES) + "{}]}";
        assertThat(rest.post("officer", HD + "/assessments", many).body())
                .contains("nhiều nhất 100 trường hợp");
    }
}
