package vn.ansinh.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.payment.api.PolicyDiffs.Change;
import vn.ansinh.payment.api.PolicyDiffs.Comparison;
import vn.ansinh.payment.api.PolicyDiffs.DiffView;
import vn.ansinh.payment.api.PolicyDiffs.Total;
import vn.ansinh.rest.internal.RestTest.Call;

/** Diffs of versions over HTTP. DỮ LIỆU GIẢ LẬP. */
class PolicyDiffsRestTest {
    private static final String HD = "localities/hung-dao";
    private static final YearMonth JULY = YearMonth.of(2026, 7);
    private static final String DIGEST = "cd".repeat(32);
    private static final String REQUEST =
            "{\"sha256\": \"" + Fakes.SHA + "\", \"from\": \"2026-07\", \"to\": \"2026-12\"}";
    private static final DiffView DIFF =
            new DiffView(
                    3,
                    Fakes.SHA,
                    "aa".repeat(32),
                    "bb".repeat(32),
                    JULY,
                    JULY.plusMonths(5),
                    LocalDate.of(2026, 12, 31),
                    Instant.EPOCH,
                    900,
                    1,
                    1,
                    600_000_000,
                    599_950_000,
                    DIGEST,
                    "lan",
                    "");

    private final Fakes fakes = new Fakes();
    private RestServer rest;

    static Stream<Call> calls() {
        String diff = HD + "/policy-diffs/3";
        return Stream.of(
                new Call("computePolicyDiff", "POST", HD + "/policy-diffs", REQUEST, "f"),
                new Call("listPolicyDiffs", "GET", HD + "/policy-diffs", null, "f"),
                new Call("getPolicyDiff", "GET", diff, null, "f"),
                new Call("getPolicyDiffTotals", "GET", diff + "/totals", null, "f"),
                new Call("getPolicyDiffChanges", "GET", diff + "/changes", null, "f"),
                new Call("getPolicyDiffFile", "GET", diff + "/file", null, "f"),
                new Call("comparePolicyDiff", "GET", diff + "/comparison?run=7", null, "f"),
                new Call(
                        "approvePolicyDiff",
                        "POST",
                        diff + ":approve",
                        "{\"digest\": \"" + DIGEST + "\"}",
                        "f"));
    }

    static void addTo(Map<String, Function<Object[], Object>> answers) {
        answers.put("PolicyDiffs.compute", a -> DIFF);
        answers.put("PolicyDiffs.diffs", a -> List.of(DIFF));
        answers.put(
                "PolicyDiffs.diff", a -> a[2].equals(3L) ? Optional.of(DIFF) : Optional.empty());
        answers.put("PolicyDiffs.approve", a -> DIFF);
        answers.put("PolicyDiffs.compare", a -> new Comparison(900, List.of(), List.of()));
        answers.put(
                "PolicyDiffs.totals",
                a ->
                        List.of(
                                new Total(
                                        JULY,
                                        "thon-1",
                                        "5.5.a",
                                        Component.MONTHLY,
                                        900,
                                        1,
                                        600_000_000,
                                        599_950_000,
                                        500_000_000,
                                        500_000_000)));
        answers.put(
                "PolicyDiffs.changes",
                a ->
                        List.of(
                                new Change(
                                        JULY,
                                        11,
                                        Component.MONTHLY,
                                        "thon-1",
                                        "5.5.a",
                                        650_000,
                                        600_000,
                                        "5.5.a",
                                        650_000,
                                        "5.5.a",
                                        600_000,
                                        "Điều 4 NĐ GIẢ LẬP")));
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
    void aDiffIsMadeReadAndAgreedToByItsDigest() {
        List<Object[]> asked = new ArrayList<>();
        fakes.answers.put(
                "PolicyDiffs.approve",
                a -> {
                    asked.add(a);
                    return DIFF;
                });
        JsonNode made = RestServer.json(rest.post("officer", HD + "/policy-diffs", REQUEST));
        assertThat(made.at("/falls").asInt()).isEqualTo(1);
        JsonNode changes = RestServer.json(rest.get("officer", HD + "/policy-diffs/3/changes"));
        assertThat(changes.at("/0/clause").asText()).isEqualTo("Điều 4 NĐ GIẢ LẬP");
        rest.post(
                "officer",
                HD + "/policy-diffs/3:approve",
                "{\"digest\": \"" + made.at("/digest").asText() + "\"}");
        assertThat(asked.get(0)[3]).isEqualTo(DIGEST);
    }

    @Test
    void whatIsMissingIsSaidByName() {
        HttpResponse<String> answer =
                rest.post("officer", HD + "/policy-diffs", REQUEST.replace("2026-12", "12/2026"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"to\"").contains("yyyy-MM");
        assertThat(rest.get("officer", HD + "/policy-diffs/4").statusCode()).isEqualTo(404);
        assertThat(rest.get("officer", HD + "/policy-diffs/3/comparison").statusCode())
                .isEqualTo(422);
    }

    @Test
    void theWorkbookHasTheFallsAndTheSums() {
        List<ReportTable> tables = new ArrayList<>();
        fakes.answers.put(
                "Renderer.render",
                a -> {
                    tables.add((ReportTable) a[3]);
                    return new byte[] {1};
                });
        rest.get("officer", HD + "/policy-diffs/3/file");
        assertThat(tables.get(0).rows().get(0).cells()).contains(11L, 650_000L, 600_000L, -50_000L);
        assertThat(tables.get(0).totals()).contains(600_000_000L, 599_950_000L, -50_000L);
    }
}
