package vn.ansinh.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.Corrections;
import vn.ansinh.payment.api.Recoveries;
import vn.ansinh.payment.api.Unclaimed;
import vn.ansinh.rest.internal.RestTest.Call;

/** Money beside the list over HTTP. DỮ LIỆU GIẢ LẬP. */
class ItemsRestTest {
    private static final String ITEMS = "localities/hung-dao/items";
    private static final String RECOVERIES = "localities/hung-dao/recoveries";
    private static final String UNCLAIMED = "localities/hung-dao/unclaimed";
    private static final String TRANSFER =
            "{\"amountDong\":500000,\"on\":\"2026-03-01\",\"voucher\":\"GNT-01\"}";

    private static final Recoveries.Recovery CLAIM =
            new Recoveries.Recovery(
                    5, 11, "SELF", "STATE", 2026, 9, 1_000_000, 300_000, 0, 0, 700_000, List.of(),
                    List.of());

    private final Fakes fakes = new Fakes();
    private RestServer rest;

    static Stream<Call> calls() {
        return Stream.of(
                new Call("listItems", "GET", ITEMS, null, "f"),
                new Call("searchCorrections", "POST", ITEMS + "/search?personId=11", null, "f"),
                new Call("listCorrections", "GET", ITEMS + "/proposals", null, "f"),
                new Call("sumCorrections", "GET", ITEMS + "/proposals/sums", null, "f"),
                new Call("acceptDecision", "POST", ITEMS + "/decisions/9", null, "f"),
                new Call("listRecoveries", "GET", RECOVERIES, null, "f"),
                new Call("getRecovery", "GET", RECOVERIES + "/5", null, "f"),
                new Call("transferRecovery", "POST", RECOVERIES + "/5/transfers", TRANSFER, "f"),
                new Call("writeOffRecoveries", "POST", RECOVERIES + "/decisions/9", null, "f"),
                new Call("listUnclaimed", "GET", UNCLAIMED, null, "f"),
                new Call("getUnclaimedFile", "GET", UNCLAIMED + "/file?on=2026-12-31", null, "f"),
                new Call("sumUnclaimed", "GET", UNCLAIMED + "/sums", null, "f"),
                new Call("reviewUnclaimed", "POST", UNCLAIMED + "/review", null, "f"));
    }

    static void addTo(Map<String, Function<Object[], Object>> answers) {
        answers.put(
                "Corrections.search",
                a -> new Corrections.Search(1, List.of(Fakes.MARCH), 1, 0, 1, 240_000, 0));
        answers.put("Corrections.open", a -> List.of());
        answers.put("Corrections.sums", a -> List.of());
        answers.put("Corrections.items", a -> List.of());
        answers.put(
                "Corrections.accept",
                a -> new Corrections.Accepted(9, 4, 240_000, 0, 0, List.of()));
        answers.put("Recoveries.page", a -> List.of(CLAIM));
        answers.put("Recoveries.recovery", a -> CLAIM);
        answers.put("Recoveries.transfer", a -> CLAIM);
        answers.put("Recoveries.writeOff", a -> List.of(CLAIM));
        answers.put(
                "Unclaimed.page",
                a ->
                        List.of(
                                new Unclaimed.Debt(
                                        1100,
                                        11,
                                        Fakes.MARCH,
                                        Component.MONTHLY,
                                        750_000,
                                        "CASH_POINT",
                                        LocalDate.of(2026, 3, 5),
                                        301)));
        answers.put("Unclaimed.sums", a -> List.of(new Unclaimed.Sum(2026, 1, 750_000)));
        answers.put("Unclaimed.review", a -> 2);
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
    void aClaimSaysWhatIsOpen() {
        HttpResponse<String> claim = rest.get("officer", RECOVERIES + "/5");
        assertThat(RestServer.json(claim).at("/totalDong").asLong()).isEqualTo(1_000_000);
        assertThat(RestServer.json(claim).at("/recoveredDong").asLong()).isEqualTo(300_000);
    }

    @Test
    void theYearEndListingIsAFileOfTheDayAskedFor() {
        List<Object> days = new ArrayList<>();
        Function<Object[], Object> page = fakes.answers.get("Unclaimed.page");
        fakes.answers.put(
                "Unclaimed.page",
                a -> {
                    days.add(a[2]);
                    return page.apply(a);
                });
        HttpResponse<String> file = rest.get("officer", UNCLAIMED + "/file?on=2026-12-31");
        assertThat(file.body())
                .isEqualTo(
                        "id,personId,month,component,amountDong,channel,since,days\n"
                                + "1100,11,2026-03,MONTHLY,750000,CASH_POINT,2026-03-05,301\n");
        assertThat(days).containsExactly(LocalDate.of(2026, 12, 31));
        assertThat(rest.get("officer", UNCLAIMED + "?on=31/12/2026").statusCode()).isEqualTo(422);
    }

    @Test
    void whoReadsCannotTake() {
        assertThat(rest.post("partner", ITEMS + "/decisions/9", "").statusCode()).isEqualTo(403);
        assertThat(rest.post("officer", ITEMS + "/decisions/9", "").statusCode()).isEqualTo(200);
    }
}
