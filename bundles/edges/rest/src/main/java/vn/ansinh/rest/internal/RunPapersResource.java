package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
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
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.RunPapers;
import vn.ansinh.payment.api.RunPapers.Balance;
import vn.ansinh.payment.api.RunPapers.Hold;
import vn.ansinh.payment.api.RunPapers.HoldKind;
import vn.ansinh.payment.api.RunPapers.Late;
import vn.ansinh.payment.api.RunPapers.NewHold;
import vn.ansinh.payment.api.RunPapers.Sheet;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.reporting.port.Renderer;

/** Papers of a run and single lines that are held. */
@Path("localities/{code}/runs")
@Tag(name = "runs", description = "Kỳ chi trả; số tiền là số nguyên đồng")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RunPapersResource {
    private final Localities localities;
    private final RunPapers papers;
    private final ActiveLaw activeLaw;
    private final Renderer renderer;
    private final CivilClock clock;
    private final Once once;

    RunPapersResource(
            Localities localities,
            RunPapers papers,
            ActiveLaw activeLaw,
            Renderer renderer,
            CivilClock clock,
            Once once) {
        this.localities = localities;
        this.papers = papers;
        this.activeLaw = activeLaw;
        this.renderer = renderer;
        this.clock = clock;
        this.once = once;
    }

    /** The reconciliation page. */
    @GET
    @Path("{id}/balance")
    @Needs(Permission.READ_TOTALS)
    @Operation(
            operationId = "getRunBalance",
            summary = "Trang cân đối: từng tháng với tháng trước, rồi tổng phải rút")
    public Balance balance(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return papers.balance(tenant(code), Caller.actor(security), id);
    }

    /** The approval sheet. */
    @GET
    @Path("{id}/sheet")
    @Needs(Permission.READ_PAYMENT)
    @Operation(
            operationId = "getRunSheet",
            summary = "Tờ trình duyệt chi: tổng, mã băm danh sách, gốc sổ cái, chênh lệch, giữ lại")
    public Sheet sheet(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return papers.sheet(tenant(code), Caller.actor(security), id);
    }

    /** The approval sheet to be signed. */
    @GET
    @Path("{id}/sheet/file")
    @Produces({"application/pdf", ImportsResource.XLSX})
    @Needs(Permission.READ_PAYMENT)
    @Operation(
            operationId = "getRunSheetFile",
            summary = "Tờ trình duyệt chi dạng PDF hoặc XLSX",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Tệp",
                            content =
                                    @Content(
                                            mediaType = "application/pdf",
                                            schema = @Schema(type = "string", format = "binary"))))
    public Response file(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @QueryParam("format") String format,
            @Context SecurityContext security) {
        boolean xlsx = "XLSX".equals(format);
        if (!xlsx && format != null && !format.equals("PDF")) {
            throw Input.refused("format", "format là PDF hoặc XLSX.");
        }
        Sheet sheet = papers.sheet(tenant(code), Caller.actor(security), id);
        byte[] bytes =
                renderer.render(
                        xlsx ? "XLSX" : "PDF",
                        activeLaw.require(code).profile(),
                        clock.today(),
                        SheetTable.of(sheet));
        return Response.ok(bytes, xlsx ? ImportsResource.XLSX : "application/pdf")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ReportsResource.attachment(
                                "to-trinh-duyet-chi-" + id + (xlsx ? ".xlsx" : ".pdf")))
                .build();
    }

    /** Held lines. */
    @GET
    @Path("{id}/holds")
    @Needs(Permission.READ_PAYMENT)
    @Operation(operationId = "listHolds", summary = "Các khoản bị giữ lại của kỳ")
    public List<Hold> holds(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return papers.holds(tenant(code), Caller.actor(security), id);
    }

    /** Late events. */
    @GET
    @Path("{id}/late")
    @Needs(Permission.READ_PAYMENT)
    @Operation(
            operationId = "listLateEvents",
            summary = "Khoản của kỳ đã duyệt mà việc ghi nhận sau khi lập danh sách nói ngược lại")
    public List<Late> late(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return papers.late(tenant(code), Caller.actor(security), id);
    }

    /** Holds what late events speak against. */
    @POST
    @Path("{id}/late/hold")
    @Needs(Permission.COMPUTE_RUN)
    @Operation(
            operationId = "holdLateEvents",
            summary = "Giữ lại mọi khoản có việc ghi nhận muộn; gọi lại không giữ thêm")
    public Held holdLate(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return new Held(papers.holdLate(tenant(code), Caller.actor(security), id));
    }

    /** Holds a line. */
    @POST
    @Path("{id}/holds")
    @Needs(Permission.COMPUTE_RUN)
    @Operation(
            operationId = "holdLine",
            summary = "Giữ lại một khoản của kỳ đã duyệt, chưa chuyển chi; danh sách không mở lại",
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            description = "Số hiệu lần giữ",
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Once.Created.class))))
    public Response hold(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(Once.KEY) String key,
            HoldBody body,
            @Context SecurityContext security) {
        Input.required("body", body);
        NewHold hold =
                new NewHold(
                        id,
                        Input.month("month", body.month()),
                        Input.required("personId", body.personId()),
                        Input.required("component", body.component()),
                        body.sequence() == null ? 0 : body.sequence(),
                        Input.required("kind", body.kind()),
                        Input.required("reason", body.reason()));
        TenantId tenant = tenant(code);
        Once.Created created =
                once.create(
                        tenant,
                        Caller.actor(security),
                        key,
                        "holdLine " + id,
                        body,
                        () -> List.of(papers.hold(tenant, Caller.actor(security), hold)));
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    /** Releases a line. */
    @POST
    @Path("{id}/holds/{holdId}/release")
    @Needs(Permission.APPROVE_RUN)
    @Operation(
            operationId = "releaseHold",
            summary = "Thôi giữ một khoản, kèm lý do; người thôi giữ khác người giữ")
    public Released release(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @PathParam("holdId") long holdId,
            RunLifeResource.Note note,
            @Context SecurityContext security) {
        papers.release(
                tenant(code),
                Caller.actor(security),
                holdId,
                Input.required("note", Input.required("body", note).note()));
        return new Released(holdId);
    }

    private TenantId tenant(String code) {
        return localities.require(code).id();
    }

    /** A line to hold. */
    record HoldBody(
            @Schema(pattern = "^\\d{4}-\\d{2}$") String month,
            Long personId,
            Component component,
            @Schema(nullable = true, description = "0 là khoản của danh sách") Integer sequence,
            HoldKind kind,
            String reason) {}

    /** How many lines were held. */
    record Held(int lines) {}

    /** A released hold. */
    record Released(long id) {}
}
