package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunKind;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.RunLife;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/**
 * The life of a run. Every move needs {@code If-Match} with the {@code ETag} of {@code life}: who
 * signs, signs what they read.
 */
@Path("localities/{code}/runs")
@Tag(name = "runs", description = "Kỳ chi trả; số tiền là số nguyên đồng")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RunLifeResource {
    private final Localities localities;
    private final RunLife life;

    RunLifeResource(Localities localities, RunLife life) {
        this.localities = localities;
        this.life = life;
    }

    /** Computes a run, or answers with the one there is: the same request again is harmless. */
    @POST
    @Needs(Permission.COMPUTE_RUN)
    @Operation(
            operationId = "computeRun",
            summary =
                    "Lập kỳ chi trả thường kỳ hoặc bổ sung của một hay vài tháng; gọi lại không ghi"
                            + " gì thêm",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Kỳ chi trả; địa chỉ ở đầu mục Location",
                            content = @Content(schema = @Schema(implementation = RunView.class))))
    public Response compute(
            @PathParam("code") String code,
            NewRun request,
            @Context UriInfo uri,
            @Context SecurityContext security) {
        Input.required("body", request);
        RunLife.Order order =
                new RunLife.Order(
                        request.kind() == null ? RunKind.REGULAR : request.kind(),
                        Input.month("month", request.month()),
                        request.lastMonth() == null
                                ? null
                                : Input.month("lastMonth", request.lastMonth()),
                        request.budgetYear() == null ? 0 : request.budgetYear(),
                        request.listDate());
        RunView run = life.compute(tenant(code), Caller.actor(security), order);
        URI location = uri.getAbsolutePathBuilder().path(Long.toString(run.id())).build();
        return Response.ok(run).location(location).build();
    }

    /** What to list next. */
    @GET
    @Path("proposal")
    @Needs(Permission.READ_TOTALS)
    @Operation(
            operationId = "proposeRun",
            summary = "Tháng nên lập tiếp: một tháng, hoặc hai tháng trước Tết; cán bộ chọn")
    public RunLife.Proposal propose(
            @PathParam("code") String code, @Context SecurityContext security) {
        return life.propose(tenant(code), Caller.actor(security));
    }

    /** What happened to a run and what can happen. */
    @GET
    @Path("{id}/life")
    @Needs(Permission.READ_TOTALS)
    @Operation(
            operationId = "getRunLife",
            summary = "Diễn biến của kỳ, việc làm được tiếp theo, ba đồng hồ",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Diễn biến; ETag là phiên bản cho bước tiếp theo",
                            content =
                                    @Content(
                                            schema = @Schema(implementation = RunLife.File.class))))
    public Response life(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        RunLife.File file = life.file(tenant(code), Caller.actor(security), id);
        return Response.ok(file).tag(Versions.tag(file.version())).build();
    }

    /** How far a run is computed. */
    @GET
    @Path("{id}/progress")
    @Needs(Permission.READ_TOTALS)
    @Operation(
            operationId = "getRunProgress",
            summary = "Tiến độ tính: số khoản, phần trăm, tốc độ, thời gian còn lại")
    public RunLife.Progress progress(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return life.progress(tenant(code), Caller.actor(security), id);
    }

    /** Computes again, as of now. */
    @POST
    @Path("{id}/recompute")
    @Needs(Permission.COMPUTE_RUN)
    @Operation(
            operationId = "recomputeRun",
            summary = "Tính lại kỳ đã tính hoặc bị trả lại; chữ ký của vòng trước mất hiệu lực")
    public RunView recompute(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context SecurityContext security) {
        return life.recompute(tenant(code), Caller.actor(security), id, Input.version(ifMatch));
    }

    /** Submits. */
    @POST
    @Path("{id}/submit")
    @Needs(Permission.COMPUTE_RUN)
    @Operation(
            operationId = "submitRun",
            summary = "Trình kỳ chi trả; kỳ không cân đối thì không trình được")
    public RunView submit(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Note note,
            @Context SecurityContext security) {
        return life.submit(
                tenant(code), Caller.actor(security), id, Input.version(ifMatch), text(note));
    }

    /** The accountant has checked. */
    @POST
    @Path("{id}/check")
    @Needs(Permission.CHECK_RUN)
    @Operation(operationId = "checkRun", summary = "Kế toán xác nhận đã kiểm")
    public RunView check(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Note note,
            @Context SecurityContext security) {
        return life.check(
                tenant(code), Caller.actor(security), id, Input.version(ifMatch), text(note));
    }

    /** Approves. */
    @POST
    @Path("{id}/approve")
    @Needs(Permission.APPROVE_RUN)
    @Operation(
            operationId = "approveRun",
            summary = "Duyệt chi; trên mức đã đặt thì cần người thứ hai duyệt")
    public RunView approve(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Note note,
            @Context SecurityContext security) {
        return life.approve(
                tenant(code), Caller.actor(security), id, Input.version(ifMatch), text(note));
    }

    /** The preparer takes it back. */
    @POST
    @Path("{id}/withdraw")
    @Needs(Permission.COMPUTE_RUN)
    @Operation(operationId = "withdrawRun", summary = "Người lập rút lại kỳ đã trình, kèm lý do")
    public RunView withdraw(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Note note,
            @Context SecurityContext security) {
        return back(code, id, ifMatch, RunDuty.PREPARE, note, security);
    }

    /** The accountant gives it back. */
    @POST
    @Path("{id}/refuse")
    @Needs(Permission.CHECK_RUN)
    @Operation(operationId = "refuseRun", summary = "Kế toán trả lại kỳ, kèm lý do")
    public RunView refuse(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Note note,
            @Context SecurityContext security) {
        return back(code, id, ifMatch, RunDuty.CHECK, note, security);
    }

    /** The approver gives it back. */
    @POST
    @Path("{id}/return")
    @Needs(Permission.APPROVE_RUN)
    @Operation(
            operationId = "returnRun",
            summary = "Người duyệt trả lại kỳ, cả kỳ đã duyệt mà chưa chuyển chi, kèm lý do")
    public RunView giveBack(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Note note,
            @Context SecurityContext security) {
        return back(code, id, ifMatch, RunDuty.APPROVE, note, security);
    }

    /** Gives it up. */
    @POST
    @Path("{id}/cancel")
    @Needs(Permission.COMPUTE_RUN)
    @Operation(
            operationId = "cancelRun",
            summary = "Hủy kỳ chưa duyệt hoặc bị trả lại, kèm lý do; các tháng của kỳ lập lại được")
    public RunView cancel(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Note note,
            @Context SecurityContext security) {
        return life.cancel(
                tenant(code), Caller.actor(security), id, Input.version(ifMatch), text(note));
    }

    private RunView back(
            String code,
            long id,
            String ifMatch,
            RunDuty duty,
            Note note,
            SecurityContext security) {
        return life.giveBack(
                tenant(code), Caller.actor(security), id, Input.version(ifMatch), duty, text(note));
    }

    private static String text(Note note) {
        return note == null || note.note() == null ? "" : note.note();
    }

    private TenantId tenant(String code) {
        return localities.require(code).id();
    }

    /** A run to be computed. */
    record NewRun(
            @Schema(description = "REGULAR khi bỏ trống", nullable = true) RunKind kind,
            @Schema(pattern = "^\\d{4}-\\d{2}$", example = "2026-03") String month,
            @Schema(pattern = "^\\d{4}-\\d{2}$", nullable = true, description = "Tháng cuối")
                    String lastMonth,
            @Schema(nullable = true, description = "Năm ngân sách; mặc định năm của tháng đầu")
                    Integer budgetYear,
            @Schema(nullable = true, description = "Ngày lập danh sách; mặc định hôm nay")
                    LocalDate listDate) {}

    /** A remark or a reason. */
    record Note(@Schema(description = "Ghi chú; khi trả lại, hủy là lý do") String note) {}
}
