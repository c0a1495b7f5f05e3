package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import vn.ansinh.payment.api.CashSheets;
import vn.ansinh.payment.api.CashSheets.Receipt;
import vn.ansinh.payment.api.CashSheets.SheetRow;
import vn.ansinh.payment.api.CashSheets.SheetView;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.reporting.api.PaymentPapers;

/** Cash by point and day. */
@Path("localities/{code}/orders/cash-sheets")
@Tag(name = "cash-sheets", description = "Chi tiền mặt theo điểm và ngày")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CashSheetsResource {
    private static final String PDF = "application/pdf";
    private static final int PAGE = 500;

    private final Localities localities;
    private final CashSheets sheets;
    private final ActiveLaw activeLaw;
    private final PaymentPapers papers;

    CashSheetsResource(
            Localities localities, CashSheets sheets, ActiveLaw activeLaw, PaymentPapers papers) {
        this.localities = localities;
        this.sheets = sheets;
        this.activeLaw = activeLaw;
        this.papers = papers;
    }

    /** Opens a sheet. */
    @POST
    @Needs(Permission.PAY)
    @Operation(
            operationId = "openCashSheet",
            summary = "Lập bảng chi tiền mặt của một đơn vị, một ngày")
    public SheetView open(
            @PathParam("code") String code, NewSheet sheet, @Context SecurityContext security) {
        NewSheet wanted = Input.required("body", sheet);
        return sheets.open(
                tenant(code),
                Caller.actor(security),
                wanted.runId(),
                Input.required("unitCode", wanted.unitCode()),
                Input.day("payOn", Input.required("payOn", wanted.payOn())));
    }

    /** Sheets of a run. */
    @GET
    @Needs(Permission.PAY)
    @Operation(operationId = "listCashSheets", summary = "Các bảng chi tiền mặt của một kỳ (run)")
    public List<SheetView> list(
            @PathParam("code") String code,
            @QueryParam("run") String run,
            @Context SecurityContext security) {
        return sheets.sheets(
                tenant(code), Caller.actor(security), Input.id("run", Input.required("run", run)));
    }

    /** Rows of a sheet. */
    @GET
    @Path("{id: [0-9]+}/rows")
    @Needs(Permission.PAY)
    @Operation(operationId = "listCashRows", summary = "Từng dòng của bảng với kết quả")
    public Page<SheetRow> rows(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        int most = Input.limit(limit);
        return Page.of(
                sheets.rows(tenant(code), Caller.actor(security), id, Input.after(after), most),
                most,
                SheetRow::orderId);
    }

    /** The sheet as a paper, to be signed or as recorded. */
    @GET
    @Path("{id: [0-9]+}/file")
    @Produces({ImportsResource.XLSX, PDF})
    @Needs(Permission.PAY)
    @Operation(
            operationId = "getCashSheetFile",
            summary = "Bảng chi tiền mặt để ký nhận: XLSX hoặc PDF",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Tệp",
                            content =
                                    @Content(
                                            mediaType = ImportsResource.XLSX,
                                            schema = @Schema(type = "string", format = "binary"))))
    public Response file(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Parameter(description = "XLSX hoặc PDF") @QueryParam("format") String format,
            @Context SecurityContext security) {
        Format wanted = Input.code("format", format == null ? "XLSX" : format, Format.class);
        SheetView sheet = sheets.sheet(tenant(code), Caller.actor(security), id);
        List<PaymentPapers.CashRow> rows = new ArrayList<>();
        List<SheetRow> page;
        long after = 0;
        do {
            page = sheets.rows(tenant(code), Caller.actor(security), id, after, PAGE);
            for (SheetRow row : page) {
                rows.add(paper(row));
                after = row.orderId();
            }
        } while (page.size() == PAGE);
        byte[] bytes =
                papers.cashSheet(
                        activeLaw.require(code).profile(),
                        sheet.payOn(),
                        new PaymentPapers.CashSheet(
                                sheet.unitCode(), sheet.payOn(), "kỳ số " + sheet.runId(), rows),
                        wanted.name());
        return Response.ok(bytes, wanted == Format.PDF ? PDF : ImportsResource.XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ReportsResource.attachment(
                                "bang-chi-" + id + "." + wanted.name().toLowerCase(Locale.ROOT)))
                .build();
    }

    private enum Format {
        XLSX,
        PDF
    }

    private static PaymentPapers.CashRow paper(SheetRow row) {
        Receipt receipt = row.receipt();
        if (receipt == null) {
            return new PaymentPapers.CashRow(
                    row.personName(),
                    row.payeeName(),
                    row.amountDong(),
                    null,
                    "",
                    "",
                    "",
                    "",
                    "",
                    "");
        }
        String proof =
                receipt.proof() == null
                        ? ""
                        : receipt.proof() == CashSheets.Proof.SIGNATURE ? "Ký nhận" : "Điểm chỉ";
        return new PaymentPapers.CashRow(
                row.personName(),
                row.payeeName(),
                row.amountDong(),
                receipt.outcome() == CashSheets.Outcome.COLLECTED,
                receipt.receivedBy(),
                receipt.relation(),
                receipt.idShown(),
                proof,
                receipt.witnesses(),
                receipt.note());
    }

    /** Records receipts. */
    @POST
    @Path("{id: [0-9]+}/receipts")
    @Needs(Permission.PAY)
    @Operation(
            operationId = "recordCash",
            summary = "Ghi ai đã nhận, giấy tờ, ký hay điểm chỉ; hoặc vì sao chưa nhận")
    public SheetView record(
            @PathParam("code") String code,
            @PathParam("id") long id,
            List<Receipt> receipts,
            @Context SecurityContext security) {
        return sheets.record(
                tenant(code), Caller.actor(security), id, Input.required("body", receipts));
    }

    /** Closes a sheet. */
    @POST
    @Path("{id: [0-9]+}/close")
    @Needs(Permission.PAY)
    @Operation(
            operationId = "closeCashSheet",
            summary = "Khóa bảng theo kiểm quỹ: giao = đã chi + nộp lại")
    public SheetView close(
            @PathParam("code") String code,
            @PathParam("id") long id,
            Counted counted,
            @Context SecurityContext security) {
        Counted cash = Input.required("body", counted);
        return sheets.close(
                tenant(code), Caller.actor(security), id, cash.paidDong(), cash.returnedDong());
    }

    private TenantId tenant(String code) {
        return localities.require(code).id();
    }

    /** A sheet to open; {@code payOn} is yyyy-MM-dd. */
    record NewSheet(long runId, String unitCode, String payOn) {}

    /** Cash as counted. */
    record Counted(long paidDong, long returnedDong) {}
}
