package vn.ansinh.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.service.blueprint.container.ServiceUnavailableException;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.ErrorCode;

class RestTest {
    private static final String HD = "localities/hung-dao";

    private final Fakes fakes = new Fakes();
    private RestServer rest;

    @BeforeEach
    void start() throws Exception {
        rest = new RestServer(fakes);
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
    }

    /**
     * One operation with those who may call it: o operator, f officer of the locality, p partner of
     * the locality, x officer of another one, n an account without rights.
     */
    record Call(String operation, String method, String path, String body, String may) {
        HttpResponse<String> as(RestServer rest, String login) {
            String type =
                    path.endsWith(":import")
                                    || path.contains("/imports?")
                                    || path.contains("/notices?")
                            ? "text/csv"
                            : "application/json";
            return body == null
                    ? call(rest, login, null, null)
                    : call(rest, login, type, BodyPublishers.ofString(body));
        }

        private HttpResponse<String> call(
                RestServer rest, String login, String type, BodyPublisher body) {
            return login == null
                    ? rest.send(null, method, path, type, body)
                    : rest.send(login, method, path, type, body, "If-Match", "\"1\"");
        }
    }

    static Stream<Call> calls() {
        String run = HD + "/runs/7";
        String release = "releases/" + Fakes.SHA;
        return Stream.concat(
                Stream.of(
                                DecisionsTest.calls(),
                                FileFakes.calls(),
                                EstimatesRestTest.calls(),
                                RunLifeRestTest.calls(),
                                PolicyDiffsRestTest.calls(),
                                LedgerRestTest.calls(),
                                OrdersRestTest.calls(),
                                ItemsRestTest.calls(),
                                SuccessionsRestTest.calls())
                        .flatMap(calls -> calls),
                Stream.of(
                        new Call("listLocalities", "GET", "localities", null, "ofpxn"),
                        new Call("getLocality", "GET", HD, null, "ofp"),
                        new Call(
                                "createLocality",
                                "POST",
                                "localities",
                                "{\"code\":\"tu-ky\",\"name\":\"Xã Tứ Kỳ\"}",
                                "o"),
                        new Call("listAccounts", "GET", HD + "/accounts", null, "o"),
                        new Call(
                                "issueAccount",
                                "POST",
                                HD + "/accounts",
                                "{\"login\":\"can-bo\",\"role\":\"OFFICER\"}",
                                "o"),
                        new Call("closeAccount", "POST", HD + "/accounts/can-bo:close", null, "o"),
                        new Call("listRights", "GET", HD + "/accounts/rights", null, "o"),
                        new Call(
                                "grantRight",
                                "POST",
                                HD + "/accounts/can-bo/rights",
                                "{\"title\":\"Chủ tịch\",\"from\":\"2026-03-01\"}",
                                "o"),
                        new Call(
                                "withdrawRight",
                                "POST",
                                HD + "/accounts/rights/5:withdraw",
                                null,
                                "o"),
                        new Call("listDelegations", "GET", HD + "/accounts/delegations", null, "o"),
                        new Call(
                                "delegate",
                                "POST",
                                HD + "/accounts/delegations",
                                "{\"from\":\"a\",\"to\":\"b\",\"firstDay\":\"2026-03-01\","
                                        + "\"lastDay\":\"2026-03-02\",\"paper\":\"7/GUQ\"}",
                                "o"),
                        new Call(
                                "endDelegation",
                                "POST",
                                HD + "/accounts/delegations/6:end",
                                null,
                                "o"),
                        new Call("listTitles", "GET", HD + "/accounts/titles", null, "o"),
                        new Call(
                                "setTitles",
                                "PUT",
                                HD + "/accounts/titles",
                                "[{\"title\":\"Chủ tịch\",\"role\":\"LEADER\"}]",
                                "o"),
                        new Call("listUnitsBelow", "GET", HD + "/accounts/units", null, "o"),
                        new Call(
                                "setUnitsBelow",
                                "PUT",
                                HD + "/accounts/units",
                                "[{\"unit\":\"to-1\",\"above\":\"thon-1\"}]",
                                "o"),
                        new Call("listOperators", "GET", "operators", null, "o"),
                        new Call(
                                "issueOperator",
                                "POST",
                                "operators",
                                "{\"login\":\"van-hanh\"}",
                                "o"),
                        new Call("closeOperator", "POST", "operators/van-hanh:close", null, "o"),
                        new Call("getMe", "GET", "me", null, "ofpxn"),
                        new Call(
                                "changeSecret",
                                "POST",
                                "me/secret",
                                "{\"old\":\"cũ\",\"fresh\":\"mới\"}",
                                "ofpxn"),
                        new Call("searchAudit", "GET", HD + "/audit?person=11", null, "f"),
                        new Call(
                                "importDecisions",
                                "POST",
                                HD + "/decisions:import",
                                "a,b\n1,2\n",
                                "f"),
                        new Call("listPeople", "GET", HD + "/people", null, "f"),
                        new Call("listGrants", "GET", HD + "/people/11/decisions", null, "f"),
                        new Call(
                                "assessPerson",
                                "GET",
                                HD + "/people/11/assessment?month=2026-03",
                                null,
                                "f"),
                        new Call("listRuns", "GET", HD + "/runs", null, "f"),
                        new Call("getRun", "GET", run, null, "f"),
                        new Call("getTotals", "GET", run + "/totals", null, "f"),
                        new Call("getReconciliation", "GET", run + "/reconciliation", null, "f"),
                        new Call("listLines", "GET", run + "/lines", null, "f"),
                        new Call("listItemLines", "GET", run + "/item-lines", null, "f"),
                        new Call("listDifferences", "GET", run + "/differences", null, "f"),
                        new Call("explainPerson", "GET", run + "/explanations/11", null, "f"),
                        new Call("listForms", "GET", HD + "/reports", null, "f"),
                        new Call(
                                "issueReport",
                                "POST",
                                HD + "/reports",
                                "{\"form\":\"HD-R2\",\"month\":\"2026-03\",\"format\":\"PDF\"}",
                                "f"),
                        new Call("getReport", "GET", HD + "/reports/3", null, "f"),
                        new Call("listReleases", "GET", "releases", null, "o"),
                        new Call("activateRelease", "POST", release + ":activate", null, "o"),
                        new Call("withdrawRelease", "POST", release + ":withdraw", null, "o")));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void onlyTheNamedRolesMay(Call call) {
        assertThat(call.as(rest, null).statusCode()).isEqualTo(401);
        for (String login : List.of("operator", "officer", "partner", "other", "nobody")) {
            String letter =
                    switch (login) {
                        case "officer" -> "f";
                        case "other" -> "x";
                        default -> login.substring(0, 1);
                    };
            fakes.calls.clear();
            HttpResponse<String> answer = call.as(rest, login);
            if (call.may.contains(letter)) {
                assertThat(answer.statusCode()).as(login + answer.body()).isIn(200, 201);
            } else {
                assertThat(problem(answer, 403)).as(login).isEqualTo("AS-0004");
                assertThat(fakes.calls).as("no core is reached").isEmpty();
            }
        }
    }

    @Test
    void theDescriptionNamesEveryOperationWithItsProblems() {
        HttpResponse<String> answer = rest.get(null, "openapi.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode api = RestServer.json(answer);
        Set<String> described = new TreeSet<>();
        for (JsonNode path : api.get("paths")) {
            for (JsonNode operation : path) {
                described.add(operation.path("operationId").asText());
                assertThat(operation.path("summary").asText()).isNotBlank();
                assertThat(operation.path("tags")).hasSize(1);
                for (String status : List.of("401", "403", "422", "500", "503")) {
                    assertThat(operation.at("/responses/" + status + "/content"))
                            .as(operation.path("operationId") + " " + status)
                            .hasToString(
                                    "{\"application/problem+json\":{\"schema\":{\"$ref\":"
                                            + "\"#/components/schemas/Problem\"}}}");
                }
                Set<String> good = new TreeSet<>();
                operation.path("responses").fieldNames().forEachRemaining(good::add);
                assertThat(good).as("%s", operation).containsAnyOf("200", "201");
                assertThat(good).doesNotContain("default");
            }
        }
        assertThat(described)
                .containsExactlyElementsOf(
                        new TreeSet<>(
                                Stream.of(
                                                calls().map(Call::operation),
                                                RegisterRestTest.calls()
                                                        .map(RegisterRestTest.Call::operation),
                                                FindingRestTest.calls().map(Call::operation))
                                        .flatMap(operations -> operations)
                                        .toList()));
        assertThat(api.at("/paths/~1releases~1{sha}:activate/post").isMissingNode()).isFalse();
        JsonNode run = api.at("/components/schemas/RunView/properties");
        assertThat(run.at("/totalDong/type").asText()).isEqualTo("integer");
        assertThat(run.at("/pinnedAt/format").asText()).isEqualTo("date-time");
        assertThat(api.at("/components/schemas/YearMonth/type").asText()).isEqualTo("string");
        assertThat(api.at("/components/schemas/Problem/properties/faults").isMissingNode())
                .isFalse();
        List<String> references = new ArrayList<>();
        api.findValues("$ref").forEach(ref -> references.add(ref.asText().substring(1)));
        assertThat(references).isNotEmpty().allMatch(ref -> !api.at(ref).isMissingNode());
    }

    @Test
    void credentialsAreReadStrictly() {
        for (String header :
                List.of(
                        "Basic",
                        "Basic !!!",
                        "Basic " + "gICA", // no UTF-8
                        RestServer.basic("operator"),
                        RestServer.basic("operator:sai"),
                        RestServer.basic(":"),
                        "Bearer x")) {
            HttpResponse<String> answer = rest.sendAs(header, "GET", "localities", null, null);
            assertThat(problem(answer, 401)).as(header).isEqualTo("AS-0003");
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .hasValue("Basic realm=\"An Sinh\", charset=\"UTF-8\"");
        }
        String right = RestServer.basic("operator:mật khẩu: operator");
        assertThat(rest.sendAs(right, "GET", "localities", null, null).statusCode()).isEqualTo(200);
    }

    @Test
    void listsShowOnlyWhatTheAccountIsFor() {
        assertThat(RestServer.json(rest.get("operator", "localities"))).hasSize(2);
        JsonNode own = RestServer.json(rest.get("other", "localities"));
        assertThat(own).hasSize(1);
        assertThat(own.at("/0/code").asText()).isEqualTo("long-bien");
        assertThat(own.at("/0/law").isNull()).isTrue();
        assertThat(RestServer.json(rest.get("nobody", "localities"))).isEmpty();
    }

    @Test
    void aLocalityThatIsNotThereLooksLikeOneThatIsNotYours() {
        assertThat(problem(rest.get("officer", "localities/khong-co/people"), 403))
                .isEqualTo("AS-0004");
        assertThat(problem(rest.get("operator", "localities/khong-co"), 404)).isEqualTo("AS-0001");
    }

    @Test
    void moneyIsAnIntegerAndMonthsAndInstantsAreTexts() {
        HttpResponse<String> answer = rest.get("officer", HD + "/runs/7");
        assertThat(answer.body())
                .contains("\"totalDong\":1625000")
                .contains("\"month\":\"2026-03\"")
                .contains("\"pinnedAt\":\"2026-03-05T01:00:00Z\"");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(rest.get("officer", HD + "/people").body())
                .contains("Nguyễn Thị Giả Lập")
                .doesNotContain("001148000011")
                .doesNotContain("POOR");
    }

    @Test
    void computingPointsToTheRun() {
        HttpResponse<String> answer = rest.post("officer", HD + "/runs", "{\"month\":\"2026-03\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/cxf/api/v1/localities/hung-dao/runs/7");
    }

    @Test
    void pagesEndWithNull() {
        JsonNode full = RestServer.json(rest.get("officer", HD + "/runs/7/lines?limit=2"));
        assertThat(full.path("next").asLong()).isEqualTo(2);
        JsonNode last = RestServer.json(rest.get("officer", HD + "/runs/7/lines?limit=3"));
        assertThat(last.path("next").isNull()).isTrue();
        for (String wrong : List.of("limit=0", "limit=501", "limit=x", "after=-1", "limit=")) {
            assertThat(problem(rest.get("officer", HD + "/runs/7/lines?" + wrong), 422))
                    .as(wrong)
                    .isEqualTo("AS-0002");
        }
    }

    @Test
    void aReportComesAsAFile() {
        HttpResponse<String> issued =
                rest.post(
                        "officer",
                        HD + "/reports",
                        "{\"form\":\"HD-R2\",\"month\":\"2026-03\",\"format\":\"PDF\"}");
        assertThat(issued.statusCode()).isEqualTo(201);
        assertThat(issued.headers().firstValue("Location").orElseThrow())
                .endsWith("/localities/hung-dao/reports/3");
        assertThat(issued.body()).doesNotContain("bytes");
        HttpResponse<String> file = rest.get("officer", HD + "/reports/3");
        assertThat(file.body()).isEqualTo("%PDF-giả lập");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue(
                        "attachment; filename=\"Danh_sach_chi_tra_thang_3_dot_1.pdf\";"
                                + " filename*=UTF-8''Danh%20s%C3%A1ch%20chi%20tr%E1%BA%A3"
                                + "%20th%C3%A1ng%203%20%C4%91%E1%BB%A3t%201.pdf");
    }

    @Test
    void theSecretIsAnsweredOnceAndOnlyLocalRolesAreIssued() {
        JsonNode issued =
                RestServer.json(
                        rest.post(
                                "operator",
                                HD + "/accounts",
                                "{\"login\":\"kho-bac\",\"role\":\"PARTNER\"}"));
        assertThat(issued.path("secret").asText()).isEqualTo("một-lần-duy-nhất");
        assertThat(fakes.calls).containsExactly("Identity.issue operator kho-bac PARTNER hung-dao");
        HttpResponse<String> operator =
                rest.post(
                        "operator",
                        HD + "/accounts",
                        "{\"login\":\"kho-bac\",\"role\":\"OPERATOR\"}");
        assertThat(problem(operator, 422)).isEqualTo("AS-0002");
        assertThat(rest.get("operator", HD + "/accounts").body())
                .isEqualTo("[{\"login\":\"officer\",\"roles\":[\"OFFICER\"]}]");
    }

    @Test
    void aRestrictedGroundShowsAsTheDecisions() {
        String body = rest.get("officer", HD + "/people/11/assessment?month=2026-03").body();
        assertThat(body)
                .contains("Theo quyết định")
                .contains("\"amountDong\":1000000")
                .doesNotContain("5.kín")
                .doesNotContain("NHÓM KÍN");
    }

    @Test
    void refusedInputSaysWhichField() {
        String runs = HD + "/runs";
        for (String month : List.of("2026-13", "2026-3", "3/2026", "", "+12026-03")) {
            HttpResponse<String> answer =
                    rest.post("officer", runs, "{\"month\":\"" + month + "\"}");
            assertThat(problem(answer, 422)).as(month).isEqualTo("AS-0002");
            assertThat(RestServer.json(answer).at("/faults/0/field").asText()).isEqualTo("month");
        }
        assertThat(problem(rest.post("officer", runs, "{\"month\":"), 400)).isEqualTo("AS-0002");
        assertThat(problem(rest.post("officer", runs, "{\"monat\":\"2026-03\"}"), 400))
                .isEqualTo("AS-0002");
        assertThat(rest.post("officer", runs, "").statusCode()).isIn(400, 422);
        String body = "{\"login\":\"a\",\"role\":\"KING\"}";
        assertThat(problem(rest.post("operator", HD + "/accounts", body), 400))
                .isEqualTo("AS-0002");
        String assessment = HD + "/people/11/assessment?month=2026-03&knownOn=";
        assertThat(problem(rest.get("officer", assessment + "5.3.2026"), 422)).isEqualTo("AS-0002");
    }

    @Test
    void faultsOfTheCoreAreHandedOn() {
        fakes.failure =
                new AnsinhException(
                        ErrorCode.INVALID_INPUT,
                        "Có 1 lỗi.",
                        List.of(new Fault(4, "signed_on", "Ngày ký không đúng.")),
                        null);
        HttpResponse<String> answer =
                rest.send(
                        "officer",
                        "POST",
                        HD + "/decisions:import",
                        "text/csv; charset=UTF-8",
                        BodyPublishers.ofString("a\n1\n"));
        assertThat(problem(answer, 422)).isEqualTo("AS-0002");
        assertThat(RestServer.json(answer).path("faults"))
                .hasToString(
                        "[{\"row\":4,\"field\":\"signed_on\","
                                + "\"sentence\":\"Ngày ký không đúng.\"}]");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        HttpResponse<String> answer =
                rest.send(
                        "officer",
                        "POST",
                        HD + "/decisions:import",
                        "text/csv",
                        BodyPublishers.ofByteArray(new byte[] {'a', '\n', (byte) 0xC5, 'x'}));
        assertThat(problem(answer, 422)).isEqualTo("AS-0002");
    }

    @Test
    void bodiesHaveALargestSizeWithAndWithoutALength() {
        String large = "{\"month\":\"" + "x".repeat(Envelope.MOST_JSON_BYTES) + "\"}";
        assertThat(problem(rest.post("officer", HD + "/runs", large), 413)).isEqualTo("AS-0002");
        HttpResponse<String> chunked =
                rest.send(
                        "officer",
                        "POST",
                        HD + "/runs",
                        "application/json",
                        BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(large.getBytes())));
        assertThat(problem(chunked, 413)).isEqualTo("AS-0002");
        assertThat(fakes.calls).isEmpty();
    }

    @Test
    void wrongAddressesMethodsAndTypesAreProblemsToo() {
        assertThat(problem(rest.get("officer", "nowhere"), 404)).isEqualTo("AS-0001");
        assertThat(problem(rest.get("officer", HD + "/runs/seven"), 404)).isEqualTo("AS-0001");
        assertThat(problem(rest.get("officer", HD + "/people/13"), 404)).isEqualTo("AS-0001");
        HttpResponse<String> method = rest.send("officer", "DELETE", HD + "/runs/7", null, null);
        assertThat(problem(method, 405)).isEqualTo("AS-0002");
        assertThat(method.headers().firstValue("Allow").orElse(""))
                .contains("GET")
                .doesNotContain("DELETE");
        HttpResponse<String> type =
                rest.send(
                        "officer",
                        "POST",
                        HD + "/runs",
                        "application/xml",
                        BodyPublishers.ofString("<month/>"));
        assertThat(problem(type, 415)).isEqualTo("AS-0002");
    }

    @Test
    void nothingOfTheInsideLeaks() {
        fakes.failure = new IllegalStateException("jdbc:postgresql://bí-mật");
        HttpResponse<String> answer = rest.get("officer", HD + "/people/11");
        assertThat(problem(answer, 500)).isEqualTo("AS-0999");
        assertThat(answer.body()).doesNotContain("bí-mật").contains("urn:uuid:");
        fakes.failure = new AnsinhException(ErrorCode.INTERNAL, "chi tiết bí-mật");
        assertThat(rest.get("officer", HD + "/people/11").body()).doesNotContain("bí-mật");
    }

    @Test
    void aServiceThatIsAwayIs503() {
        fakes.failure = new ServiceUnavailableException("away", "(objectClass=Register)");
        HttpResponse<String> answer = rest.get("officer", HD + "/people/11");
        assertThat(problem(answer, 503)).isEqualTo("AS-0901");
        assertThat(answer.body()).doesNotContain("objectClass");
        fakes.failure = new AnsinhException(ErrorCode.STORE_FULL, "Đĩa đã đầy.");
        assertThat(problem(rest.post("officer", HD + "/runs", "{\"month\":\"2026-03\"}"), 503))
                .isEqualTo("AS-0902");
        fakes.failure = new AnsinhException(ErrorCode.LAW_NOT_ACTIVE, "Chính sách chưa hiệu lực.");
        HttpResponse<String> law = rest.post("officer", HD + "/runs", "{\"month\":\"2026-03\"}");
        assertThat(problem(law, 409)).isEqualTo("AS-0101");
        assertThat(RestServer.json(law).path("detail").asText())
                .isEqualTo("Chính sách chưa hiệu lực.");
    }

    /** The code of a problem answer, which is complete. */
    private static String problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        JsonNode problem = RestServer.json(answer);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("type").asText())
                .isEqualTo("urn:ansinh:error:" + problem.path("code").asText());
        return problem.path("code").asText();
    }
}
