package vn.ansinh.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.payment.api.BankFiles.FileDetail;
import vn.ansinh.payment.api.BankFiles.FileState;
import vn.ansinh.payment.api.BankFiles.FileView;
import vn.ansinh.payment.api.BankFiles.Settled;
import vn.ansinh.payment.api.CashSheets.SheetView;
import vn.ansinh.payment.api.Notices.Taken;
import vn.ansinh.payment.api.OrderState;
import vn.ansinh.payment.api.Orders.ChannelTotal;
import vn.ansinh.payment.api.Orders.Matching;
import vn.ansinh.payment.api.Orders.OrderDetail;
import vn.ansinh.payment.api.Orders.OrderView;
import vn.ansinh.payment.api.Orders.Sending;
import vn.ansinh.payment.api.Orders.Source;
import vn.ansinh.rest.internal.RestTest.Call;

/** Orders over HTTP. DỮ LIỆU GIẢ LẬP. */
class OrdersRestTest {
    private static final String HD = "localities/hung-dao/";
    private static final String IDS = "{\"orderIds\":[5],\"runId\":7,\"reason\":\"giả lập\"}";
    private static final String SHEETS = HD + "orders/cash-sheets";

    private final Fakes fakes = new Fakes();
    private RestServer rest;

    private static final String WITHDRAWAL =
            "{\"unitCode\":\"1234567\",\"account\":\"9527.1\",\"treasury\":\"KBNN giả lập\","
                    + "\"cash\":false,\"sources\":[{\"source\":\"NSTW\",\"code\":\"12\","
                    + "\"chapter\":\"824\",\"branch\":\"398\",\"subItem\":\"7149\"}]}";

    static Stream<Call> calls() {
        return Stream.of(
                new Call("listOrders", "GET", HD + "orders?run=7&state=HELD", null, "f"),
                new Call("getOrderTotals", "GET", HD + "orders/totals?run=7", null, "f"),
                new Call("getOrder", "GET", HD + "orders/5", null, "f"),
                new Call("sendOrders", "POST", HD + "orders/send", "{\"runId\":7}", "f"),
                new Call("reissueOrders", "POST", HD + "orders/reissue", IDS, "f"),
                new Call(
                        "releaseOrder", "POST", HD + "orders/5/release", "{\"reason\":\"x\"}", "f"),
                new Call(
                        "leaveOrders",
                        "POST",
                        HD + "orders/leave",
                        "{\"orderIds\":[5],\"reason\":\"x\"}",
                        "f"),
                new Call("matchOrders", "GET", HD + "orders/matching", null, "f"),
                new Call("listPaymentSources", "GET", HD + "orders/sources", null, "f"),
                new Call(
                        "setPaymentSource",
                        "PUT",
                        HD + "orders/sources",
                        "{\"bank\":\"BIDV\",\"account\":\"1234\",\"name\":\"UBND giả lập\"}",
                        "f"),
                new Call("listBankFiles", "GET", HD + "bank-files?run=7", null, "f"),
                new Call("getBankFile", "GET", HD + "bank-files/3", null, "f"),
                new Call("readBankFile", "GET", HD + "bank-files/3/content", null, "f"),
                new Call("handOutBankFile", "POST", HD + "bank-files/3/hand-out", null, "f"),
                new Call("settleBankFiles", "POST", HD + "bank-files/settle", null, "f"),
                new Call("takeNotices", "POST", HD + "notices?name=a", "x", "f"),
                new Call("listNoticeFiles", "GET", HD + "notices", null, "f"),
                new Call("listNotices", "GET", HD + "notices/T1R7P5S1", null, "f"),
                new Call("getCashSheetFile", "GET", SHEETS + "/3/file?format=PDF", null, "f"),
                new Call("makeWithdrawal", "POST", HD + "runs/7/withdrawal", WITHDRAWAL, "f"),
                new Call("getRunFees", "GET", HD + "runs/7/fees?format=PDF", null, "f"),
                new Call("listCashSheets", "GET", SHEETS + "?run=7", null, "f"),
                new Call(
                        "openCashSheet",
                        "POST",
                        SHEETS,
                        "{\"runId\":7,\"unitCode\":\"thon-1\",\"payOn\":\"2026-03-16\"}",
                        "f"),
                new Call("listCashRows", "GET", SHEETS + "/2/rows", null, "f"),
                new Call(
                        "recordCash",
                        "POST",
                        SHEETS + "/2/receipts",
                        "[{\"orderId\":5,\"outcome\":\"RETURNED\",\"note\":\"đi vắng\"}]",
                        "f"),
                new Call(
                        "closeCashSheet",
                        "POST",
                        SHEETS + "/2/close",
                        "{\"paidDong\":1,\"returnedDong\":2}",
                        "f"));
    }

    static void addTo(Map<String, Function<Object[], Object>> answers) {
        OrderView order =
                new OrderView(
                        5,
                        7,
                        7,
                        1,
                        0,
                        11,
                        "thon-1",
                        "SELF",
                        "Người giả lập",
                        "ACCOUNT",
                        "BIDV",
                        "9704",
                        500_000,
                        "T1R7P5S1",
                        OrderState.HELD,
                        "NAME_DIFFERS");
        FileView file =
                new FileView(
                        3,
                        7,
                        "T1R7F1",
                        "BIDV",
                        "1234",
                        LocalDate.of(2026, 3, 16),
                        1,
                        500_000,
                        Fakes.SHA,
                        FileState.INTENT,
                        "",
                        0);
        SheetView sheet =
                new SheetView(2, 7, "thon-1", LocalDate.of(2026, 3, 16), 1, 500_000, 0, 0, true);
        answers.put("Orders.orders", a -> List.of(order));
        answers.put("Orders.totals", a -> List.of());
        answers.put(
                "Orders.paidByChannel",
                a ->
                        List.of(
                                new ChannelTotal("ACCOUNT", 3, 1_500_000),
                                new ChannelTotal("CASH_POINT", 2, 1_000_000),
                                new ChannelTotal("E_WALLET", 1, 500_000),
                                new ChannelTotal("SOCIAL_ACCOUNT", 4, 2_000_000)));
        answers.put("PaymentPapers.withdrawal", a -> new byte[] {2});
        answers.put("PaymentPapers.fees", a -> a[2].toString().getBytes(StandardCharsets.UTF_8));
        answers.put("Orders.order", a -> new OrderDetail(order, List.of(), List.of()));
        answers.put("Orders.send", a -> new Sending(0, 1, 1, 0, 0, 0));
        answers.put("Orders.reissue", a -> List.of(6L));
        answers.put("Orders.release", a -> null);
        answers.put("Orders.leave", a -> null);
        answers.put("Orders.matching", a -> new Matching(1, 1, 1, 1, 0, List.of()));
        answers.put("Orders.sources", a -> List.of(new Source("", "BIDV", "1234", "UBND giả lập")));
        answers.put("Orders.source", a -> null);
        answers.put("BankFiles.files", a -> List.of(file));
        answers.put("BankFiles.file", a -> new FileDetail(file, List.of()));
        answers.put("BankFiles.content", a -> "<x/>".getBytes(StandardCharsets.UTF_8));
        answers.put("BankFiles.handOut", a -> "<x/>".getBytes(StandardCharsets.UTF_8));
        answers.put("BankFiles.settle", a -> new Settled(1, 1, 0, 0, 0, 0));
        answers.put("Notices.take", a -> new Taken(4, false, 1, 1, 1));
        answers.put("Notices.files", a -> List.of());
        answers.put("Notices.entries", a -> List.of());
        answers.put("CashSheets.open", a -> sheet);
        answers.put("CashSheets.sheets", a -> List.of(sheet));
        answers.put("CashSheets.sheet", a -> sheet);
        answers.put("PaymentPapers.cashSheet", a -> new byte[] {1});
        answers.put("CashSheets.rows", a -> List.of());
        answers.put("CashSheets.record", a -> sheet);
        answers.put("CashSheets.close", a -> sheet);
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
    void ordersAreReadAndSent() {
        HttpResponse<String> list = rest.get("officer", HD + "orders?run=7&state=HELD");
        assertThat(RestServer.json(list).at("/items/0/reason").asText()).isEqualTo("NAME_DIFFERS");
        assertThat(rest.get("officer", HD + "orders").statusCode()).isEqualTo(422);
        assertThat(rest.get("officer", HD + "orders?run=7&state=X").statusCode()).isEqualTo(422);
        HttpResponse<String> sent = rest.post("officer", HD + "orders/send", "{\"runId\":7}");
        assertThat(RestServer.json(sent).at("/accepted").asInt()).isEqualTo(1);
        HttpResponse<String> file = rest.post("officer", HD + "bank-files/3/hand-out", "");
        assertThat(file.body()).isEqualTo("<x/>");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("lenh-chi-3.xml");
    }

    @Test
    void aWithdrawalNeedsTheCodesOfEverySourceWithMoney() {
        HttpResponse<String> made = rest.post("officer", HD + "runs/7/withdrawal", WITHDRAWAL);
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("giay-rut-du-toan-7.xlsx");
        HttpResponse<String> lacking =
                rest.post(
                        "officer", HD + "runs/7/withdrawal", WITHDRAWAL.replace("NSTW", "NSTINH"));
        assertThat(lacking.statusCode()).isEqualTo(422);
        assertThat(lacking.body()).contains("«NSTW»");
    }

    @Test
    void accountsOfEveryKindPayOneFee() {
        assertThat(rest.get("officer", HD + "runs/7/fees").body())
                .contains("FeeRow[channel=ACCOUNT, orders=8, amountDong=4000000]")
                .contains("FeeRow[channel=CASH_POINT, orders=2, amountDong=1000000]");
    }

    @Test
    void aNoticeFileIsTaken() {
        HttpResponse<String> taken =
                rest.send(
                        "officer",
                        "POST",
                        HD + "notices?name=a.xml",
                        "application/octet-stream",
                        java.net.http.HttpRequest.BodyPublishers.ofString("<x/>"));
        assertThat(RestServer.json(taken).at("/moved").asInt()).isEqualTo(1);
        assertThat(fakes.calls).contains("Notices.take");
    }
}
