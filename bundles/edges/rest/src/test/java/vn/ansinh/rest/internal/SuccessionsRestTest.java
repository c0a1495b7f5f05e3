package vn.ansinh.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.payment.api.Successions;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Suspensions.Suspension;
import vn.ansinh.rest.internal.RestTest.Call;

/** Successions over HTTP. DỮ LIỆU GIẢ LẬP. */
class SuccessionsRestTest {
    private static final String PLAN =
            """
            {"predecessors": ["tu-ky"], "successors": ["xa-tan-ky"], "effective": "2025-07",
             "units": [{"locality": "xa-tan-ky", "unit": "11113"}], "paper": "NQ GIẢ LẬP"}
            """;
    private static final String UNIT =
            """
            {"predecessor": "tu-ky", "oldUnit": "TK-2023-1", "successor": "xa-tan-ky",
             "newUnit": "11113", "reason": "NQ GIẢ LẬP", "byHand": true}
            """;

    private static final String HASH = "{\"hash\": \"" + "ab".repeat(32) + "\"}";
    private static final String WHY = "{\"reason\": \"Nghị quyết đổi ngày\"}";

    private final Fakes fakes = new Fakes();
    private RestServer rest;

    static Stream<Call> calls() {
        return Stream.of(
                new Call("listSuccessions", "GET", "successions", null, "o"),
                new Call("planSuccession", "POST", "successions", PLAN, "o"),
                new Call("getSuccession", "GET", "successions/3", null, "o"),
                new Call("assignSuccessionUnit", "PUT", "successions/3/units", UNIT, "o"),
                new Call("dryRunSuccession", "GET", "successions/3/dry-run", null, "o"),
                new Call("listSuccessionUnmatched", "GET", "successions/3/unmatched", null, "o"),
                new Call("proposeSuccession", "POST", "successions/3/propose", HASH, "o"),
                new Call("approveSuccession", "POST", "successions/3/approve", null, "o"),
                new Call("carrySuccession", "POST", "successions/3/carry", null, "o"),
                new Call("getSuspension", "GET", "localities/hung-dao/suspension", null, "ofp"),
                new Call("suspendLocality", "PUT", "localities/hung-dao/suspension", WHY, "o"),
                new Call(
                        "resumeLocality",
                        "POST",
                        "localities/hung-dao/suspension/resume",
                        null,
                        "o"),
                new Call("reverseSuccession", "POST", "successions/3/reverse", WHY, "o"),
                new Call(
                        "getPersonOrigin",
                        "GET",
                        "localities/hung-dao/people/11/origin",
                        null,
                        "f"));
    }

    static void addTo(Map<String, Function<Object[], Object>> answers) {
        Successions.Plan plan =
                new Successions.Plan(
                        3,
                        Successions.State.PLANNED,
                        List.of("tu-ky"),
                        List.of("xa-tan-ky"),
                        java.time.YearMonth.of(2025, 7),
                        "NQ GIẢ LẬP",
                        List.of(),
                        "",
                        "",
                        "",
                        0,
                        0,
                        0,
                        List.of(),
                        List.of());
        answers.put(
                "Suspensions.of",
                a -> Optional.of(new Suspension("hung-dao", Instant.EPOCH, "Chờ bàn giao hồ sơ")));
        answers.put("Suspensions.suspend", a -> null);
        answers.put("Suspensions.resume", a -> null);
        answers.put("Successions.all", a -> List.of(plan));
        answers.put("Successions.plan", a -> 3L);
        answers.put("Successions.get", a -> plan);
        answers.put("Successions.assign", a -> null);
        answers.put("Successions.propose", a -> null);
        answers.put("Successions.approve", a -> null);
        answers.put("Successions.carry", a -> plan);
        answers.put("Successions.reverse", a -> plan);
        answers.put(
                "Successions.dryRun",
                a ->
                        new Successions.DryRun(
                                3,
                                "ab".repeat(32),
                                List.of(
                                        new Successions.Sum(
                                                "tu-ky", "xa-tan-ky", "ARREARS", 2, 1_500_000)),
                                List.of(
                                        new Successions.Unmatched(
                                                "tu-ky", "RUN", 7, "", Successions.Reason.RUN_OPEN),
                                        new Successions.Unmatched(
                                                "tu-ky",
                                                "PERSON",
                                                11,
                                                "",
                                                Successions.Reason.PERSON_NOWHERE)),
                                List.of()));
        answers.put(
                "Successions.origin",
                a ->
                        Optional.of(
                                new Successions.Origin(
                                        3,
                                        "tu-ky",
                                        "huyện Tứ Kỳ",
                                        "11086",
                                        Instant.parse("2025-07-01T00:00:00Z"),
                                        "chuyển từ huyện Tứ Kỳ")));
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
    void aDryRunTellsSumsAndPagesOfRows() {
        JsonNode found = RestServer.json(rest.get("operator", "successions/3/dry-run"));
        assertThat(found.at("/sums/0/dong").asLong()).isEqualTo(1_500_000);
        assertThat(found.at("/blocked").asBoolean()).isTrue();
        assertThat(found.at("/unmatched").asInt()).isEqualTo(2);
        JsonNode first = RestServer.json(rest.get("operator", "successions/3/unmatched?limit=1"));
        assertThat(first.at("/items/0/reason").asText()).isEqualTo("RUN_OPEN");
        assertThat(first.at("/items/0/sentence").asText()).contains("Kỳ chi trả chưa đóng");
        JsonNode second =
                RestServer.json(
                        rest.get(
                                "operator",
                                "successions/3/unmatched?limit=5&after=" + first.at("/next")));
        assertThat(second.at("/items/0/id").asLong()).isEqualTo(11);
        assertThat(second.at("/next").isNull()).isTrue();
    }

    @Test
    void aPersonSaysWhereItCameFrom() {
        assertThat(rest.get("officer", "localities/hung-dao/people/11/origin").body())
                .contains("chuyển từ huyện Tứ Kỳ");
        fakes.answers.put("Successions.origin", a -> Optional.empty());
        assertThat(rest.get("officer", "localities/hung-dao/people/11/origin").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPlanNeedsAMonth() {
        assertThat(
                        rest.post("operator", "successions", PLAN.replace("2025-07", "7/2025"))
                                .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aDifferenceIsToldSumBySum() {
        fakes.answers.put(
                "Successions.carry",
                a -> {
                    throw new AnsinhException(
                            ErrorCode.NOT_RECONCILED,
                            "1 số đối chiếu lệch",
                            List.of(new AnsinhException.Fault(1, "ARREARS", "tu-ky → xa-tan-ky")),
                            null);
                });
        var answer = rest.post("operator", "successions/3/carry", "");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(RestServer.json(answer).at("/code").asText()).isEqualTo("AS-0201");
        assertThat(RestServer.json(answer).at("/faults/0/field").asText()).isEqualTo("ARREARS");
    }

    @Test
    void aLocalityIsPutAtRestWithAReason() {
        HttpResponse<String> put =
                rest.send(
                        "operator",
                        "PUT",
                        "localities/hung-dao/suspension",
                        "application/json",
                        java.net.http.HttpRequest.BodyPublishers.ofString(
                                "{\"reason\":\"Chờ bàn giao hồ sơ\"}"));
        assertThat(RestServer.json(put).at("/resting").asBoolean()).isTrue();
        assertThat(RestServer.json(put).at("/reason").asText()).isEqualTo("Chờ bàn giao hồ sơ");
        assertThat(fakes.calls).contains("Suspensions.suspend");
    }

    @Test
    void aProposalNamesItsDryRun() {
        assertThat(rest.post("operator", "successions/3/propose", "{}").statusCode())
                .isEqualTo(422);
    }
}
