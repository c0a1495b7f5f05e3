package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.util.List;
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
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.ParallelRun;
import vn.ansinh.payment.api.ParallelRun.DifferenceView;
import vn.ansinh.payment.api.ParallelRun.GoLive;
import vn.ansinh.payment.api.ParallelRun.MonthView;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** Parallel run with closed months, and going live. Money is whole đồng. */
@Path("localities/{code}/parallel")
@Tag(name = "parallel", description = "Chạy song song với các tháng đã chi trả")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ParallelResource {
    private final Localities localities;
    private final ParallelRun parallel;

    ParallelResource(Localities localities, ParallelRun parallel) {
        this.localities = localities;
        this.parallel = parallel;
    }

    /** Months with a paid list. */
    @GET
    @Needs(Permission.READ_TOTALS)
    @Operation(operationId = "listParallelMonths", summary = "Các tháng có danh sách đã chi trả")
    public List<MonthView> months(
            @PathParam("code") String code, @Context SecurityContext security) {
        return parallel.months(tenant(code), Caller.actor(security));
    }

    /** Compares a month; again it compares anew. */
    @POST
    @Path("{month: [0-9-]+}:compare")
    @Needs(Permission.COMPUTE_RUN)
    @Operation(
            operationId = "compareMonth",
            summary = "Tính thử tháng đã đóng và so với danh sách đã chi; không chi trả gì")
    public MonthView compare(
            @PathParam("code") String code,
            @PathParam("month") String month,
            @Context SecurityContext security) {
        return parallel.compare(tenant(code), Caller.actor(security), Input.month("month", month));
    }

    /** A page of differences. */
    @GET
    @Path("{month}/differences")
    @Needs(Permission.READ_PAYMENT)
    @Operation(operationId = "listParallelDifferences", summary = "Chênh lệch từng người")
    public Page<DifferenceView> differences(
            @PathParam("code") String code,
            @PathParam("month") String month,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        int most = Input.limit(limit);
        return Page.of(
                parallel.differences(
                        tenant(code),
                        Caller.actor(security),
                        Input.month("month", month),
                        Input.after(after),
                        most),
                most,
                DifferenceView::id);
    }

    /** The differences as a workbook. */
    @GET
    @Path("{month}/report")
    @Produces(ImportsResource.XLSX)
    @Needs(Permission.READ_PAYMENT)
    @Operation(
            operationId = "getParallelReport",
            summary = "Báo cáo chênh lệch dạng XLSX",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Tệp XLSX",
                            content =
                                    @Content(
                                            mediaType = ImportsResource.XLSX,
                                            schema = @Schema(type = "string", format = "binary"))))
    public Response report(
            @PathParam("code") String code,
            @PathParam("month") String month,
            @Context SecurityContext security) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parallel.report(tenant(code), Caller.actor(security), Input.month("month", month), out);
        return Response.ok(out.toByteArray(), ImportsResource.XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ReportsResource.attachment("chenh-lech-" + month + ".xlsx"))
                .build();
    }

    /** Explains a difference. */
    @POST
    @Path("{month}/differences/{id: [0-9]+}:explain")
    @Needs(Permission.COMPUTE_RUN)
    @Operation(operationId = "explainDifference", summary = "Giải trình một chênh lệch")
    public DifferenceView explain(
            @PathParam("code") String code,
            @PathParam("month") String month,
            @PathParam("id") long id,
            Reason request,
            @Context SecurityContext security) {
        return parallel.explain(
                tenant(code),
                Caller.actor(security),
                Input.month("month", month),
                id,
                Input.required("reason", Input.required("body", request).reason()));
    }

    /** Whether the locality is live. */
    @GET
    @Path("go-live")
    @Needs(Permission.READ_TOTALS)
    @Operation(operationId = "getGoLive", summary = "Đã vận hành chính thức hay đang chuẩn bị")
    public GoLive goLive(@PathParam("code") String code, @Context SecurityContext security) {
        return parallel.goLive(tenant(code), Caller.actor(security));
    }

    /** Declares the locality live. */
    @POST
    @Path("go-live")
    @Needs(Permission.APPROVE_RUN)
    @Operation(
            operationId = "declareGoLive",
            summary = "Khai báo vận hành chính thức; bị từ chối khi còn chênh lệch chưa giải trình")
    public GoLive declare(@PathParam("code") String code, @Context SecurityContext security) {
        return parallel.declareLive(tenant(code), Caller.actor(security));
    }

    private TenantId tenant(String code) {
        return localities.require(code).id();
    }

    /** An explanation. */
    record Reason(String reason) {}
}
