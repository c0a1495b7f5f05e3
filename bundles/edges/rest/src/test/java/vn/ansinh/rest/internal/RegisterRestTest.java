package vn.ansinh.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ansinh.beneficiary.api.Change;
import vn.ansinh.beneficiary.api.NewPerson;
import vn.ansinh.beneficiary.api.PersonalId;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** People, facts, households and cases over HTTP. People are DỮ LIỆU GIẢ LẬP. */
class RegisterRestTest {
    private static final String HD = "localities/hung-dao";
    private static final String P = HD + "/people/11";
    private static final String H = HD + "/households/21";
    private static final String WHY = "\"paper\":\"GIẢ LẬP 3\",\"reason\":\"thử\"}";
    private static final String PERSON =
            "{\"traits\":{\"fullName\":\"Trần Văn Giả\",\"sex\":\"MALE\",\"birth\":\"1950\"},"
                    + "\"personalId\":\"001050000031\",\"cmnd\":[\"012345678\"],"
                    + "\"unitCode\":\"thon-1\",\"facts\":[{\"kind\":\"pension.dong\","
                    + "\"value\":\"0\",\"from\":\"2025-01-01\"}]}";

    private static final Map<String, String> HEADERS =
            Map.of("If-Match", "\"3\"", "X-Purpose", "x%C3%A9t");

    private final Fakes fakes = new Fakes();
    private final Map<String, Object[]> seen = new HashMap<>();
    private RestServer rest;

    @BeforeEach
    void start() throws Exception {
        fakes.answers.replaceAll(
                (name, answer) ->
                        arguments -> {
                            seen.put(name, arguments);
                            return answer.apply(arguments);
                        });
        rest = new RestServer(fakes);
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
    }

    /** An operation that the officer of the locality alone may call. */
    record Call(String operation, String method, String path, String body, int status) {
        Call(String operation, String method, String path, String body) {
            this(operation, method, path, body, 200);
        }
    }

    static Stream<Call> calls() {
        return Stream.of(
                new Call("getPerson", "GET", P, null),
                new Call("addPerson", "POST", HD + "/people", PERSON, 201),
                new Call(
                        "addPeople", "POST", HD + "/people:batch", "{\"people\":[" + PERSON + "]}"),
                new Call(
                        "correctPerson",
                        "PUT",
                        P,
                        "{\"traits\":{\"fullName\":\"Y Giả\",\"nameWhole\":true,"
                                + "\"birth\":\"1948\"},"
                                + WHY),
                new Call(
                        "addNumber",
                        "POST",
                        P + "/numbers",
                        "{\"kind\":\"CMND\",\"number\":\"012345679\",\"from\":\"1990-01-01\","
                                + WHY),
                new Call(
                        "movePerson",
                        "POST",
                        P + "/residences",
                        "{\"outside\":\"Xã Giả Lập\",\"from\":\"2026-02-01\"," + WHY),
                new Call("recordDeath", "PUT", P + "/death", "{\"on\":\"2026-02-01\"," + WHY),
                new Call("undoDeath", "POST", P + "/death/undo", "{" + WHY),
                new Call("mergePerson", "POST", P + "/merge", "{\"survivorId\":12," + WHY),
                new Call("unmergePerson", "POST", P + "/unmerge", "{" + WHY),
                new Call("listMerges", "GET", P + "/merges", null),
                new Call("listHouseholdsOfPerson", "GET", P + "/households", null),
                new Call("listFacts", "GET", P + "/facts?on=2026-01-01&knownOn=2026-01-02", null),
                new Call("listRestrictedFacts", "GET", P + "/facts/restricted", null),
                new Call(
                        "addFacts",
                        "POST",
                        P + "/facts",
                        "[{\"kind\":\"pension.dong\",\"value\":\"0\",\"from\":\"2025-01-01\"}]"),
                new Call(
                        "correctFact",
                        "PUT",
                        P + "/facts/5",
                        "{\"fact\":{\"kind\":\"pension.dong\",\"value\":\"1\",\"from\":"
                                + "\"2025-01-01\",\"paper\":\"GIẢ LẬP\"},\"reason\":\"thử\"}"),
                new Call("endFact", "POST", P + "/facts/5/end", "{\"last\":\"2026-01-31\"}"),
                new Call(
                        "formHousehold",
                        "POST",
                        HD + "/households",
                        "{\"kind\":\"POVERTY\",\"unitCode\":\"thon-1\",\"from\":\"2025-01-01\","
                                + "\"members\":[{\"personId\":11,\"relation\":\"HEAD\"}]}",
                        201),
                new Call("getHousehold", "GET", H, null),
                new Call(
                        "joinHousehold",
                        "POST",
                        H + "/members",
                        "{\"personId\":12,\"relation\":\"con\",\"from\":\"2026-01-01\"}"),
                new Call(
                        "leaveHousehold",
                        "POST",
                        H + "/members/12/leave",
                        "{\"last\":\"2026-01-01\"}"),
                new Call(
                        "newHead",
                        "POST",
                        H + "/head",
                        "{\"personId\":12,\"from\":\"2026-01-01\"}"),
                new Call(
                        "splitHousehold",
                        "POST",
                        H + "/split",
                        "{\"personIds\":[12],\"newHead\":12,\"from\":\"2026-01-01\"}"),
                new Call(
                        "mergeHousehold",
                        "POST",
                        H + "/merge",
                        "{\"into\":22,\"from\":\"2026-01-01\"}"),
                new Call(
                        "moveHousehold",
                        "POST",
                        H + "/move",
                        "{\"unitCode\":\"thon-2\",\"from\":\"2026-01-01\"}"),
                new Call(
                        "recogniseHousehold",
                        "POST",
                        H + "/recognitions",
                        "{\"standard\":\"NATIONAL\",\"status\":\"POOR\",\"cause\":\"\","
                                + "\"decisionNumber\":\"9/QĐ-GL\",\"authority\":\"UBND xã\","
                                + "\"signedOn\":\"2025-12-20\",\"from\":\"2026-01-01\"}"),
                new Call("listReviewCases", "GET", HD + "/review-cases", null),
                new Call(
                        "closeReviewCase",
                        "POST",
                        HD + "/review-cases/7/close",
                        "{\"outcome\":\"DONE\",\"note\":\"đã xem\"}"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void onlyTheOfficerOfTheLocalityMay(Call call) {
        assertThat(send(call, null, HEADERS).statusCode()).isEqualTo(401);
        for (String login : List.of("operator", "partner", "other", "nobody")) {
            fakes.calls.clear();
            assertThat(send(call, login, HEADERS).statusCode()).as(login).isEqualTo(403);
            assertThat(fakes.calls).as("no core is reached").isEmpty();
        }
        HttpResponse<String> answer = send(call, "officer", HEADERS);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(call.status());
    }

    @Test
    void aPersonIsReadWithItsVersionAndAMergedOneSaysSo() {
        HttpResponse<String> answer = rest.get("officer", HD + "/people/12");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"3\"");
        JsonNode person = RestServer.json(answer);
        assertThat(person.path("askedId").asLong()).isEqualTo(12);
        assertThat(person.path("id").asLong()).isEqualTo(11);
        assertThat(person.path("mergedFrom")).hasToString("[12]");
        assertThat(person.path("middle").asText()).isEqualTo("Thị Giả");
        assertThat(person.path("personalId").asText()).isEqualTo("001148000011");
        assertThat(person.at("/facts/0/id").asLong()).isEqualTo(5);
        assertThat(rest.get("officer", HD + "/people/99").statusCode()).isEqualTo(404);
    }

    @Test
    void aChangeNamesTheVersionItSaw() {
        Call death = call("recordDeath");
        HttpResponse<String> without = send(death, "officer", Map.of());
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(RestServer.json(without).at("/faults/0/field").asText()).isEqualTo("If-Match");
        assertThat(send(death, "officer", Map.of("If-Match", "W/\"3\"")).statusCode())
                .isEqualTo(422);
        send(death, "officer", Map.of("If-Match", "\"3\""));
        assertThat(seen.get("PersonChanges.die")[2])
                .isEqualTo(new Change(11, 3, "GIẢ LẬP 3", "thử"));
        send(death, "officer", Map.of("If-Match", "*"));
        assertThat(((Change) seen.get("PersonChanges.die")[2]).version())
                .isEqualTo(Change.ANY_VERSION);
        fakes.failure = new AnsinhException(ErrorCode.STALE, "Đã thay đổi.");
        HttpResponse<String> stale = send(death, "officer", Map.of("If-Match", "\"2\""));
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(RestServer.json(stale).path("code").asText()).isEqualTo("AS-0301");
    }

    @Test
    void aKeyGoesToTheStoreWithTheRequest() {
        HttpResponse<String> added =
                send(call("addPerson"), "officer", Map.of("Idempotency-Key", "khoa-1"));
        assertThat(added.body()).isEqualTo("{\"ids\":[31]}");
        assertThat(added.headers().firstValue("Location").orElse("")).endsWith("/people/31");
        Object[] asked = seen.get("OnceOnly.answer");
        assertThat(asked[2]).isEqualTo("khoa-1");
        assertThat(asked[3]).isEqualTo("addPerson");
        assertThat((String) asked[4]).contains("Trần Văn Giả");

        // The second time the store answers and nobody is added.
        fakes.calls.clear();
        fakes.answers.put("OnceOnly.answer", a -> "{\"ids\":[31]}");
        HttpResponse<String> again =
                send(call("addPerson"), "officer", Map.of("Idempotency-Key", "khoa-1"));
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(added.body());
        assertThat(fakes.calls).containsExactly("OnceOnly.answer");
    }

    @Test
    void aNewPersonArrivesWhole() {
        send(call("addPerson"), "officer", Map.of());
        NewPerson person = (NewPerson) ((List<?>) seen.get("PersonChanges.add")[2]).get(0);
        assertThat(person.traits().name().family()).isEqualTo("Trần");
        assertThat(person.numbers())
                .extracting(PersonalId::kind)
                .containsExactly(PersonalId.Kind.PERSONAL, PersonalId.Kind.CMND);
        assertThat(person.residence().from()).isNull();
        // Fakes' clock: the day is the default of "known since".
        assertThat(person.facts().get(0).knownSince()).isEqualTo("2026-03-05");
    }

    @Test
    void aBatchIsRefusedWithEveryFault() {
        String bad =
                "{\"people\":["
                        + PERSON
                        + ","
                        + PERSON.replace("001050000031", "12")
                        + ","
                        + PERSON.replace("\"1950\"", "\"1950-13\"")
                        + "]}";
        HttpResponse<String> answer = rest.post("officer", HD + "/people:batch", bad);
        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode faults = RestServer.json(answer).path("faults");
        assertThat(faults.findValuesAsText("row")).containsExactly("2", "3");
        assertThat(faults.findValuesAsText("field")).containsExactly("numbers", "birth");
        assertThat(seen).doesNotContainKey("PersonChanges.add");
    }

    @Test
    void restrictedFactsNeedAPurpose() {
        assertThat(rest.get("officer", P + "/facts/restricted").statusCode()).isEqualTo(422);
        assertThat(seen).doesNotContainKey("FactRecords.restricted");
        for (String bad : List.of("  ", "%zz")) {
            assertThat(
                            send(call("listRestrictedFacts"), "officer", Map.of("X-Purpose", bad))
                                    .statusCode())
                    .isEqualTo(422);
        }
        assertThat(seen).doesNotContainKey("FactRecords.restricted");
        send(call("listRestrictedFacts"), "officer", HEADERS);
        assertThat(((Actor) seen.get("FactRecords.restricted")[1]).purpose()).isEqualTo("xét");
    }

    private static Call call(String operation) {
        return calls().filter(c -> c.operation().equals(operation)).findFirst().orElseThrow();
    }

    private HttpResponse<String> send(Call call, String login, Map<String, String> headers) {
        return rest.sendWith(
                headers,
                login == null ? null : RestServer.basic(login + ":mật khẩu: " + login),
                call.method(),
                call.path(),
                call.body() == null ? null : "application/json",
                call.body() == null ? null : BodyPublishers.ofString(call.body()));
    }
}
