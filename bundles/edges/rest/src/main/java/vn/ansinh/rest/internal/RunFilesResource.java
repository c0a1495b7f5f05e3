package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.Funds;
import vn.ansinh.payment.api.Orders;
import vn.ansinh.payment.api.Orders.ChannelTotal;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.reporting.api.PaymentPapers;
import vn.ansinh.reporting.api.PaymentPapers.Channel;
import vn.ansinh.reporting.api.PaymentPapers.FeeRow;
import vn.ansinh.reporting.api.PaymentPapers.Fees;
import vn.ansinh.reporting.api.PaymentPapers.Withdrawal;
import vn.ansinh.reporting.api.PaymentPapers.WithdrawalItem;

/** Papers of a run's money: the Treasury withdrawal and what paying cost. No person is in them. */
@Path("localities/{code}/runs")
@Tag(name = "run-files", description = "Giấy tờ về tiền của một kỳ chi trả")
@Consumes(MediaType.APPLICATION_JSON)
public final class RunFilesResource {
    private static final String PDF = "application/pdf";

    private final Localities localities;
    private final Payments payments;
    private final Orders orders;
    private final Funds funds;
    private final ActiveLaw activeLaw;
    private final PaymentPapers papers;
    private final CivilClock clock;

    RunFilesResource(
            Localities localities,
            Payments payments,
            Orders orders,
            Funds funds,
            ActiveLaw activeLaw,
            PaymentPapers papers,
            CivilClock clock) {
        this.localities = localities;
        this.payments = payments;
        this.orders = orders;
        this.funds = funds;
        this.activeLaw = activeLaw;
        this.papers = papers;
        this.clock = clock;
    }

    /** The withdrawal of what a run needs, by source. */
    @POST
    @Path("{id}/withdrawal")
    @Produces({ImportsResource.XLSX, PDF})
    @Needs(Permission.PAY)
    @Operation(
            operationId = "makeWithdrawal",
            summary =
                    "Giấy rút dự toán của kỳ chi trả: số tiền theo từng nguồn, mã ngân sách nhập vào",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Tệp",
                            content =
                                    @Content(
                                            mediaType = ImportsResource.XLSX,
                                            schema = @Schema(type = "string", format = "binary"))))
    public Response withdrawal(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Parameter(description = "XLSX hoặc PDF") @QueryParam("format") String format,
            WithdrawalBody body,
            @Context SecurityContext security) {
        WithdrawalBody wanted = Input.required("body", body);
        TenantId tenant = localities.require(code).id();
        RunView run = run(tenant, id, security);
        Map<String, Long> bySource = new TreeMap<>();
        funds.coverage(tenant, Caller.actor(security), id)
                .needs()
                .forEach(need -> bySource.merge(need.source(), need.needDong(), Math::addExact));
        Withdrawal paper =
                new Withdrawal(
                        text(wanted.form()),
                        text(wanted.number()),
                        Input.required("unitCode", wanted.unitCode()),
                        Input.required("account", wanted.account()),
                        Input.required("treasury", wanted.treasury()),
                        run.budgetYear(),
                        wanted.cash(),
                        items(
                                bySource,
                                codes(wanted.sources()),
                                "Chi trả kinh phí " + period(run)));
        Format as = format(format);
        return file(
                papers.withdrawal(
                        activeLaw.require(code).profile(), clock.today(), paper, as.name()),
                as,
                "giay-rut-du-toan-" + id);
    }

    private static Map<String, Codes> codes(List<Codes> sources) {
        Map<String, Codes> codes = new TreeMap<>();
        Input.required("sources", sources)
                .forEach(one -> codes.put(Input.required("source", one.source()), one));
        return codes;
    }

    /** Every source with money has its codes, or all that have none are named. */
    private static List<WithdrawalItem> items(
            Map<String, Long> bySource, Map<String, Codes> codes, String content) {
        List<WithdrawalItem> items = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        bySource.forEach(
                (source, dong) -> {
                    Codes of = codes.get(source);
                    if (of == null) {
                        faults.add(
                                new Fault(
                                        0,
                                        "sources",
                                        "Thiếu mã ngân sách (nguồn, chương, ngành kinh tế, nội dung"
                                                + " kinh tế) của nguồn «"
                                                + source
                                                + "»."));
                    } else if (dong > 0) {
                        items.add(
                                new WithdrawalItem(
                                        content,
                                        text(of.code()),
                                        text(of.chapter()),
                                        text(of.branch()),
                                        text(of.subItem()),
                                        dong));
                    }
                });
        if (!faults.isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Giấy rút dự toán chưa đủ mã ngân sách.",
                    faults,
                    null);
        }
        return items;
    }

    /** What paying a run cost, by channel. */
    @GET
    @Path("{id}/fees")
    @Produces({ImportsResource.XLSX, PDF})
    @Needs(Permission.PAY)
    @Operation(
            operationId = "getRunFees",
            summary = "Chi phí chi trả của kỳ theo kênh, theo mức phí đã cấu hình",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Tệp",
                            content =
                                    @Content(
                                            mediaType = ImportsResource.XLSX,
                                            schema = @Schema(type = "string", format = "binary"))))
    public Response fees(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Parameter(description = "XLSX hoặc PDF") @QueryParam("format") String format,
            @Context SecurityContext security) {
        TenantId tenant = localities.require(code).id();
        RunView run = run(tenant, id, security);
        List<FeeRow> rows = rows(orders.paidByChannel(tenant, Caller.actor(security), id));
        Format as = format(format);
        return file(
                papers.fees(
                        activeLaw.require(code).profile(),
                        clock.today(),
                        new Fees(period(run), rows),
                        as.name()),
                as,
                "chi-phi-chi-tra-" + id);
    }

    /** Cash by place; accounts of every kind and wallets are one channel, whose fee is one. */
    private static List<FeeRow> rows(List<ChannelTotal> totals) {
        Map<Channel, FeeRow> rows = new EnumMap<>(Channel.class);
        for (ChannelTotal total : totals) {
            Channel channel =
                    switch (total.channel()) {
                        case "CASH_POINT" -> Channel.CASH_POINT;
                        case "CASH_HOME" -> Channel.CASH_HOME;
                        default -> Channel.ACCOUNT;
                    };
            rows.merge(
                    channel,
                    new FeeRow(channel, total.orders(), total.amountDong()),
                    (one, other) ->
                            new FeeRow(
                                    channel,
                                    one.orders() + other.orders(),
                                    Math.addExact(one.amountDong(), other.amountDong())));
        }
        return List.copyOf(rows.values());
    }

    private RunView run(TenantId tenant, long id, SecurityContext security) {
        return payments.run(tenant, Caller.actor(security), id)
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.NOT_FOUND, "Không có kỳ chi trả số " + id + "."));
    }

    private static String period(RunView run) {
        String last = "tháng " + run.lastMonth().getMonthValue() + "/" + run.lastMonth().getYear();
        return run.month().equals(run.lastMonth())
                ? last
                : "tháng "
                        + run.month().getMonthValue()
                        + "/"
                        + run.month().getYear()
                        + " đến "
                        + last;
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    private enum Format {
        XLSX,
        PDF
    }

    private static Format format(String format) {
        return Input.code("format", format == null ? "XLSX" : format, Format.class);
    }

    private static Response file(byte[] bytes, Format format, String name) {
        return Response.ok(bytes, format == Format.PDF ? PDF : ImportsResource.XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ReportsResource.attachment(
                                name + "." + format.name().toLowerCase(Locale.ROOT)))
                .build();
    }

    /**
     * A withdrawal: {@code unitCode} is the unit that uses the budget (mã ĐVQHNS), {@code treasury}
     * the Treasury office, {@code cash} whether it is drawn in cash.
     */
    record WithdrawalBody(
            String form,
            String number,
            String unitCode,
            String account,
            String treasury,
            boolean cash,
            List<Codes> sources) {}

    /** Codes of the budget for one source of the funds. */
    record Codes(String source, String code, String chapter, String branch, String subItem) {}
}
