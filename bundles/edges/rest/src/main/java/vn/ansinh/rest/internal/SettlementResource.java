package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import javax.ws.rs.GET;
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
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.locality.api.ReportTable.Column;
import vn.ansinh.locality.api.ReportTable.Kind;
import vn.ansinh.payment.api.Funds;
import vn.ansinh.payment.api.Funds.Settled;
import vn.ansinh.payment.api.Funds.Settlement;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.reporting.port.Renderer;

/** Settlement of a budget year: sums only, no person. Money is whole đồng. */
@Path("localities/{code}/settlement/{year: [0-9]{4}}")
@Tag(name = "settlement", description = "Thanh quyết toán theo nguồn, chương trình, tháng, đơn vị")
@Produces(MediaType.APPLICATION_JSON)
public final class SettlementResource {
    private static final String CSV = "text/csv";
    private static final List<Column> COLUMNS =
            List.of(
                    new Column("source", "Nguồn", Kind.TEXT, 14),
                    new Column("programme", "Chương trình", Kind.TEXT, 14),
                    new Column("month", "Tháng", Kind.TEXT, 8),
                    new Column("unit", "Đơn vị", Kind.TEXT, 12),
                    new Column("lines", "Số khoản", Kind.NUMBER, 8),
                    new Column("approved", "Đã duyệt", Kind.DONG, 13),
                    new Column("recovered", "Thu hồi", Kind.DONG, 11),
                    new Column("held", "Giữ lại", Kind.DONG, 11),
                    new Column("sent", "Đã chuyển chi", Kind.DONG, 13),
                    new Column("paid", "Đã nhận", Kind.DONG, 13),
                    new Column("returned", "Hoàn trả, chưa nhận", Kind.DONG, 12),
                    new Column("carried", "Chuyển kỳ sau", Kind.DONG, 12));

    private final Localities localities;
    private final Funds funds;
    private final ActiveLaw activeLaw;
    private final Renderer renderer;
    private final CivilClock clock;

    SettlementResource(
            Localities localities,
            Funds funds,
            ActiveLaw activeLaw,
            Renderer renderer,
            CivilClock clock) {
        this.localities = localities;
        this.funds = funds;
        this.activeLaw = activeLaw;
        this.renderer = renderer;
        this.clock = clock;
    }

    /** The settlement. */
    @GET
    @Needs(Permission.READ_TOTALS)
    @Operation(
            operationId = "getSettlement",
            summary = "Thanh quyết toán các kỳ đã duyệt của năm ngân sách, kèm gốc sổ cái")
    public Settlement settlement(
            @PathParam("code") String code,
            @PathParam("year") int year,
            @Parameter(
                            description =
                                    "Tháng hưởng đầu; bỏ trống là tháng 01 năm trước năm ngân sách")
                    @QueryParam("from")
                    String from,
            @Parameter(description = "Tháng hưởng cuối; bỏ trống là tháng 12 năm sau")
                    @QueryParam("to")
                    String to,
            @Context SecurityContext security) {
        return of(code, year, from, to, security);
    }

    /** The same as a file. */
    @GET
    @Path("file")
    @Produces({ImportsResource.XLSX, CSV})
    @Needs(Permission.READ_TOTALS)
    @Operation(
            operationId = "getSettlementFile",
            summary = "Thanh quyết toán dạng XLSX hoặc CSV",
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
            @PathParam("year") int year,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @Parameter(description = "XLSX (mặc định) hoặc CSV") @QueryParam("format")
                    String format,
            @Context SecurityContext security) {
        String kind = format == null ? "XLSX" : format;
        if (!kind.equals("XLSX") && !kind.equals("CSV")) {
            throw Input.refused("format", "«format» là một trong: XLSX, CSV.");
        }
        Settlement settlement = of(code, year, from, to, security);
        byte[] bytes =
                renderer.render(
                        kind,
                        activeLaw.require(code).profile(),
                        clock.today(),
                        table(year, settlement));
        return Response.ok(bytes, kind.equals("CSV") ? CSV : ImportsResource.XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ReportsResource.attachment(
                                "quyet-toan-" + year + (kind.equals("CSV") ? ".csv" : ".xlsx")))
                .build();
    }

    private Settlement of(String code, int year, String from, String to, SecurityContext security) {
        YearMonth first = from == null ? YearMonth.of(year - 1, 1) : Input.month("from", from);
        YearMonth last = to == null ? YearMonth.of(year + 1, 12) : Input.month("to", to);
        return funds.settlement(
                localities.require(code).id(), Caller.actor(security), year, first, last);
    }

    private static ReportTable table(int year, Settlement settlement) {
        return new ReportTable(
                "THANH QUYẾT TOÁN KINH PHÍ TRỢ GIÚP XÃ HỘI NĂM " + year,
                "",
                COLUMNS,
                settlement.rows().stream().map(row -> new ReportTable.Row("", cells(row))).toList(),
                cells(settlement.total()),
                List.of(
                        "Gốc sổ cái: mắt xích số "
                                + settlement.ledgerLinks()
                                + ", "
                                + settlement.ledgerRoot()),
                List.of(),
                List.of(new ReportTable.Signature("NGƯỜI LẬP", "")));
    }

    private static List<Object> cells(Settled row) {
        return Arrays.asList(
                row.source().isEmpty() ? "Cộng" : row.source(),
                row.programme(),
                row.month() == null ? "" : row.month().toString(),
                row.unitCode(),
                row.lines(),
                row.approvedDong(),
                row.recoveredDong(),
                row.heldDong(),
                row.sentDong(),
                row.paidDong(),
                row.returnedDong(),
                row.carriedDong());
    }
}
