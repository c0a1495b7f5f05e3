package vn.ansinh.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.rest.internal.RestTest.Call;

/** Decisions, entitlements and payees over HTTP. DỮ LIỆU GIẢ LẬP. */
class DecisionsTest {
    private static final String HD = "localities/hung-dao";
    private static final String DRAFT =
            "{\"kind\":\"GRANT\",\"authority\":\"UBND xã\",\"effects\":[{\"row\":1,\"personId\":11,"
                    + "\"component\":\"MONTHLY\",\"ground\":\"5.6\",\"coefficientHundredths\":150,"
                    + "\"from\":\"2026-03\"}]}";
    private static final String SIGNATURE =
            "{\"number\":\"7/QĐ\",\"signedOn\":\"2026-03-05\",\"signer\":\"Giả Lập\","
                    + "\"capacity\":\"CHAIR\"}";

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

    static Stream<Call> calls() {
        String decision = HD + "/decisions/5";
        String person = HD + "/people/11";
        String account =
                "{\"from\":\"2026-04-01\",\"paper\":\"1/GĐN\",\"account\":{\"channel\":"
                        + "\"CASH_HOME\"}}";
        return Stream.of(
                new Call("listDecisions", "GET", HD + "/decisions", null, "f"),
                new Call("draftDecision", "POST", HD + "/decisions", DRAFT, "f"),
                new Call("getDecision", "GET", decision, null, "f"),
                new Call("editDecision", "PUT", decision, DRAFT, "f"),
                new Call("discardDecision", "POST", decision + ":discard", null, "f"),
                new Call("checkDecision", "POST", decision + ":check", SIGNATURE, "f"),
                new Call(
                        "signDecision",
                        "POST",
                        decision + ":sign",
                        "{\"signature\":" + SIGNATURE + ",\"confirmed\":[\"1/from\"]}",
                        "f"),
                new Call("listAnnex", "GET", decision + "/annex", null, "f"),
                new Call("downloadAnnex", "GET", decision + "/annex.csv", null, "f"),
                new Call("listEntitlements", "GET", person + "/entitlements", null, "f"),
                new Call("proposeDecision", "GET", person + "/entitlements/proposals", null, "f"),
                new Call(
                        "listPastChanges", "GET", person + "/entitlements/past-changes", null, "f"),
                new Call("listPayees", "GET", person + "/payees", null, "f"),
                new Call(
                        "namePayee",
                        "POST",
                        person + "/payees",
                        "{\"kind\":\"SELF\",\"from\":\"2026-04-01\",\"account\":{\"channel\":"
                                + "\"CASH_POINT\"}}",
                        "f"),
                new Call("changeAccount", "POST", person + "/payees/account", account, "f"),
                new Call("listSharedAccounts", "GET", HD + "/shared-accounts", null, "f"));
    }

    @Test
    void aDraftComesWithItsPlaceAndVersion() {
        HttpResponse<String> answer = rest.post("officer", HD + "/decisions", DRAFT);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/localities/hung-dao/decisions/5");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"3\"");
        JsonNode effect = RestServer.json(answer).at("/draft/effects/0");
        assertThat(effect.path("from").asText()).isEqualTo("2026-03");
        assertThat(effect.path("coefficientHundredths").asInt()).isEqualTo(150);
    }

    @Test
    void aChangeNamesTheVersionItRead() {
        for (String header : new String[] {"*", "3", "\"x\"", "\"3\", \"4\""}) {
            HttpResponse<String> answer =
                    rest.send(
                            "officer",
                            "PUT",
                            HD + "/decisions/5",
                            "application/json",
                            BodyPublishers.ofString(DRAFT),
                            "If-Match",
                            header);
            assertThat(answer.statusCode()).as(header).isEqualTo(422);
            assertThat(RestServer.json(answer).at("/faults/0/field").asText())
                    .isEqualTo("If-Match");
        }
        assertThat(fakes.calls).isEmpty();
    }

    @Test
    void anUnreadableBodySaysWhere() {
        HttpResponse<String> answer =
                rest.post(
                        "officer",
                        HD + "/decisions",
                        DRAFT.replace("\"2026-03\"", "\"tháng ba, bí mật\""));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RestServer.json(answer).path("detail").asText()).contains("effects[0].from");
        assertThat(answer.body()).doesNotContain("bí mật");
    }

    @Test
    void theAnnexIsAFileOfAllRowsWithoutRestrictedGrounds() {
        String file = rest.get("officer", HD + "/decisions/5/annex.csv").body();
        assertThat(file.lines()).hasSize(502);
        assertThat(file)
                .startsWith("\uFEFFSTT,")
                .contains("1,1,Người Giả Lập 1,T01,MONTHLY,5.1,\"1,50\",2026-03,")
                .contains("2,2,Người Giả Lập 2,T01,MONTHLY,Theo quyết định,")
                .contains(",'=1+1,")
                .doesNotContain(",5.2,");
    }

    @Test
    void aPurposeIsHandedOn() {
        String annex = HD + "/decisions/5/annex?limit=3";
        assertThat(rest.get("officer", annex).body()).doesNotContain("\"5.2\"");
        assertThat(rest.send("officer", "GET", annex, null, null, "X-Purpose", "doi-chieu").body())
                .contains("\"5.2\"");
    }

    @Test
    void entitlementsAreAskedForAMonthAndADay() {
        String path = HD + "/people/11/entitlements";
        assertThat(RestServer.json(rest.get("officer", path))).hasSize(2);
        JsonNode one =
                RestServer.json(rest.get("officer", path + "?month=2026-03&knownOn=2026-03-31"));
        assertThat(one).hasSize(1);
        assertThat(one.at("/0/coefficientHundredths").asInt()).isEqualTo(150);
        assertThat(rest.get("officer", path + "?month=3/2026").statusCode()).isEqualTo(422);
        assertThat(rest.get("officer", HD + "/decisions?kind=KING").statusCode()).isEqualTo(422);
    }

    @Test
    void annexesOfThousandsFitAndOtherBodiesDoNotGrow() {
        String long100k = DRAFT.replace("UBND xã", "x".repeat(100 * 1024));
        assertThat(rest.post("officer", HD + "/decisions", long100k).statusCode()).isEqualTo(201);
        assertThat(rest.post("officer", HD + "/people/11/payees", long100k).statusCode())
                .isEqualTo(413);
    }
}
