package vn.ansinh.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ansinh.beneficiary.api.Duplicates;
import vn.ansinh.beneficiary.api.Duplicates.Band;
import vn.ansinh.beneficiary.api.Duplicates.Pair;
import vn.ansinh.beneficiary.api.Duplicates.Side;
import vn.ansinh.beneficiary.api.Duplicates.State;
import vn.ansinh.beneficiary.api.PeopleFinder;
import vn.ansinh.beneficiary.api.PeopleFinder.By;
import vn.ansinh.beneficiary.api.Units;
import vn.ansinh.beneficiary.api.Units.Unit;
import vn.ansinh.entitlement.api.MonthlyLists;
import vn.ansinh.locality.api.Component;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.rest.internal.RestTest.Call;

/** Units, search, duplicates and monthly lists over HTTP. People are DỮ LIỆU GIẢ LẬP. */
class FindingRestTest {
    private static final String HD = "localities/hung-dao";
    private static final Unit UNIT =
            new Unit(
                    "09931",
                    "Xã Hưng Đạo",
                    "Xã",
                    "COMMUNE",
                    "01",
                    LocalDate.of(2025, 7, 1),
                    null,
                    "GIẢ LẬP");

    private final Fakes fakes = new Fakes();
    private RestServer rest;

    static Stream<Call> calls() {
        return Stream.of(
                new Call("findUnits", "GET", "units?q=hung%20dao", null, "ofpxn"),
                new Call("getUnit", "GET", "units/09931?on=2025-07-01", null, "ofpxn"),
                new Call("listUnmatchedUnits", "GET", "units/unmatched", null, "o"),
                new Call("listLocalityUnits", "GET", HD + "/units", null, "ofp"),
                new Call("searchPeople", "POST", HD + "/people:search", "{\"text\":\"gia\"}", "f"),
                new Call("listDuplicates", "GET", HD + "/duplicates", null, "f"),
                new Call("scanDuplicates", "POST", HD + "/duplicates/scan", null, "f"),
                new Call(
                        "judgeDuplicate",
                        "POST",
                        HD + "/duplicates/5/judgement",
                        "{\"same\":true,\"keep\":11,\"why\":\"Cùng giấy tờ\"}",
                        "f"),
                new Call("listEntering", "GET", HD + "/months/2026-03/entering", null, "f"),
                new Call("listLeaving", "GET", HD + "/months/2026-03/leaving", null, "f"),
                new Call("listChanging", "GET", HD + "/months/2026-03/changing", null, "f"));
    }

    @BeforeEach
    void start() throws Exception {
        fakes.answers.put("Units.byName", a -> List.of(UNIT));
        fakes.answers.put(
                "Units.byCode", a -> a[0].equals("09931") ? Optional.of(UNIT) : Optional.empty());
        fakes.answers.put(
                "Units.predecessors",
                a -> List.of(new Units.Link(UNIT, "UNSTATED", "VERIFIED", "GIẢ LẬP")));
        fakes.answers.put("Units.successors", a -> List.of());
        fakes.answers.put("Units.findings", a -> List.of());
        fakes.answers.put("Units.match", a -> new Units.Match(Units.Verdict.NOT_LISTED, null));
        fakes.answers.put(
                "PeopleFinder.find",
                a ->
                        List.of(
                                new PeopleFinder.Hit(
                                        11, "Giả Lập", "FEMALE", "1948", "thon-1", false, 0,
                                        By.NAME)));
        Side side = new Side(11, "Giả Lập", "FEMALE", "1948", "", "thon-1", false);
        Pair pair =
                new Pair(
                        5,
                        side,
                        side,
                        90,
                        Band.HIGH,
                        List.of("cùng họ tên"),
                        State.OPEN,
                        0,
                        Instant.parse("2026-03-05T01:00:00Z"),
                        "",
                        "");
        fakes.answers.put("Duplicates.pairs", a -> List.of(pair));
        fakes.answers.put("Duplicates.scan", a -> new Duplicates.Scan(2, 1, 1, 0, 0));
        fakes.answers.put("Duplicates.judge", a -> pair);
        fakes.answers.put(
                "MonthlyLists.of",
                a ->
                        new MonthlyLists.MonthlyList(
                                Fakes.MARCH,
                                (MonthlyLists.Kind) a[4],
                                1,
                                List.of(
                                        new MonthlyLists.Entry(
                                                11,
                                                "Giả Lập",
                                                "1951-03-20",
                                                "thon-1",
                                                MonthlyLists.Since.THIS_MONTH,
                                                List.of(
                                                        new MonthlyLists.Item(
                                                                Component.MONTHLY,
                                                                "HTXH.75",
                                                                "Hưu trí xã hội",
                                                                "Từ tháng 03/2026: …",
                                                                "khoản 1 Điều 2",
                                                                500_000)),
                                                List.of("chưa có tờ khai")))));
        rest = new RestServer(fakes);
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
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
            if (call.may().contains(letter)) {
                assertThat(answer.statusCode()).as(login + answer.body()).isEqualTo(200);
            } else {
                assertThat(answer.statusCode()).as(login).isEqualTo(403);
                assertThat(fakes.calls).as("no core is reached").isEmpty();
            }
        }
    }

    @Test
    void aUnitComesWithItsLinks() {
        JsonNode unit = RestServer.json(rest.get("nobody", "units/09931"));
        assertThat(unit.at("/unit/validFrom").asText()).isEqualTo("2025-07-01");
        assertThat(unit.at("/predecessors/0/source").asText()).isEqualTo("GIẢ LẬP");
        assertThat(rest.get("nobody", "units/99999").statusCode()).isEqualTo(404);
        assertThat(rest.get("nobody", "units").statusCode()).isEqualTo(422);
        assertThat(rest.get("nobody", "units?q=a&on=2025-13-01").statusCode()).isEqualTo(422);
    }

    @Test
    void namesAreNeverInTheAddress() {
        assertThat(rest.get("officer", HD + "/people:search?text=gia").statusCode()).isEqualTo(405);
        JsonNode found =
                RestServer.json(
                        rest.post(
                                "officer", HD + "/people:search", "{\"text\":\"a\",\"limit\":1}"));
        assertThat(found.at("/items/0/by").asText()).isEqualTo("NAME");
        assertThat(found.at("/next").asLong()).isEqualTo(11);
        assertThat(rest.post("officer", HD + "/people:search", "{\"ten\":\"a\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void duplicatesTakeKnownStatesAndWholeJudgements() {
        assertThat(rest.get("officer", HD + "/duplicates?state=SAI").statusCode()).isEqualTo(422);
        assertThat(
                        rest.post("officer", HD + "/duplicates/5/judgement", "{\"why\":\"x\"}")
                                .statusCode())
                .isEqualTo(422);
        fakes.failure = new AnsinhException(ErrorCode.CONFLICT, "Cặp số 5 không còn chờ.");
        assertThat(
                        rest.post(
                                        "officer",
                                        HD + "/duplicates/5/judgement",
                                        "{\"same\":false,\"why\":\"x\"}")
                                .statusCode())
                .isEqualTo(409);
    }

    @Test
    void onePersonIsAnsweredWithTheMergeToCall() {
        Side first = new Side(11, "Giả Lập", "FEMALE", "1948", "", "thon-1", false);
        Side second = new Side(12, "Giả Lập", "FEMALE", "1948", "", "thon-1", false);
        fakes.answers.put(
                "Duplicates.judge",
                a ->
                        new Pair(
                                5,
                                first,
                                second,
                                90,
                                Band.HIGH,
                                List.of("cùng họ tên"),
                                (boolean) a[3] ? State.SAME : State.DIFFERENT,
                                (long) a[4],
                                Instant.parse("2026-03-05T01:00:00Z"),
                                "officer",
                                "x"));
        String path = HD + "/duplicates/5/judgement";
        for (long keep : new long[] {11, 12}) {
            long absorbed = 23 - keep;
            JsonNode one =
                    RestServer.json(
                            rest.post(
                                    "officer",
                                    path,
                                    "{\"same\":true,\"keep\":" + keep + ",\"why\":\"x\"}"));
            assertThat(one.at("/pair/state").asText()).isEqualTo("SAME");
            assertThat(one.at("/merge/path").asText())
                    .isEqualTo(HD + "/people/" + absorbed + "/merge");
            assertThat(one.at("/merge/personId").asLong()).isEqualTo(absorbed);
            assertThat(one.at("/merge/survivorId").asLong()).isEqualTo(keep);
        }
        JsonNode two =
                RestServer.json(rest.post("officer", path, "{\"same\":false,\"why\":\"x\"}"));
        assertThat(two.at("/pair/state").asText()).isEqualTo("DIFFERENT");
        assertThat(two.at("/merge").isObject()).isFalse();
    }

    @Test
    void aListSaysWhyAndWithWhichClause() {
        JsonNode list = RestServer.json(rest.get("officer", HD + "/months/2026-03/leaving"));
        assertThat(list.at("/kind").asText()).isEqualTo("LEAVING");
        assertThat(list.at("/entries/0/items/0/clause").asText()).isEqualTo("khoản 1 Điều 2");
        assertThat(rest.get("officer", HD + "/months/2026-3/leaving").statusCode()).isEqualTo(422);
    }
}
