package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.Difference;
import vn.ansinh.payment.api.Payments.Explanation;
import vn.ansinh.payment.api.Payments.LineView;
import vn.ansinh.payment.api.Payments.Reconciliation;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.Payments.TotalView;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** Payment runs of a locality, for its officers. Money is whole đồng. */
@Path("localities/{code}/runs")
@Tag(name = "runs", description = "Kỳ chi trả; số tiền là số nguyên đồng")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RunsResource {
    private final Localities localities;
    private final Payments payments;

    RunsResource(Localities localities, Payments payments) {
        this.localities = localities;
        this.payments = payments;
    }

    /** Computes a month, or answers with the run there is: the same request again is harmless. */
    @POST
    @Needs(Permission.COMPUTE_RUN)
    @Operation(
            operationId = "computeRun",
            summary = "Lập kỳ chi trả của một tháng; gọi lại không ghi gì thêm",
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
        YearMonth month = Input.month("month", Input.required("body", request).month());
        RunView run = payments.compute(tenant(code), Caller.actor(security), month);
        URI location = uri.getAbsolutePathBuilder().path(Long.toString(run.id())).build();
        return Response.ok(run).location(location).build();
    }

    /** Runs, newest month first. */
    @GET
    @Needs(Permission.READ_TOTALS)
    @Operation(operationId = "listRuns", summary = "Các kỳ chi trả, tháng mới nhất trước")
    public List<RunView> list(@PathParam("code") String code, @Context SecurityContext security) {
        return payments.runs(tenant(code), Caller.actor(security));
    }

    /** One run. */
    @GET
    @Path("{id}")
    @Needs(Permission.READ_TOTALS)
    @Operation(operationId = "getRun", summary = "Một kỳ chi trả")
    public RunView get(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return payments.run(tenant(code), Caller.actor(security), id)
                .orElseThrow(() -> Input.notFound("kỳ chi trả số " + id));
    }

    /** Totals. */
    @GET
    @Path("{id}/totals")
    @Needs(Permission.READ_TOTALS)
    @Operation(operationId = "getTotals", summary = "Tổng theo đơn vị, nhóm và khoản")
    public List<TotalView> totals(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return payments.totals(tenant(code), Caller.actor(security), id);
    }

    /** Reconciliation with the month before. */
    @GET
    @Path("{id}/reconciliation")
    @Needs(Permission.READ_TOTALS)
    @Operation(operationId = "getReconciliation", summary = "Cân đối với tháng trước")
    public Reconciliation reconciliation(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return payments.reconciliation(tenant(code), Caller.actor(security), id);
    }

    /** A page of lines. */
    @GET
    @Path("{id}/lines")
    @Needs(Permission.READ_PAYMENT)
    @Operation(operationId = "listLines", summary = "Các khoản phải trả, có tên người")
    public Page<LineView> lines(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Parameter(description = "Mã đơn vị; bỏ trống là tất cả") @QueryParam("unit")
                    String unit,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        int most = Input.limit(limit);
        return Page.of(
                payments.lines(
                        tenant(code),
                        Caller.actor(security),
                        id,
                        unit == null || unit.isBlank() ? null : unit,
                        Input.after(after),
                        most),
                most,
                LineView::lineNo);
    }

    /** Where assessment and decision differ. */
    @GET
    @Path("{id}/differences")
    @Needs(Permission.READ_PAYMENT)
    @Operation(
            operationId = "listDifferences",
            summary = "Chỗ kết quả xét khác quyết định: nêu ra, không chi trả theo")
    public List<Difference> differences(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        return payments.differences(tenant(code), Caller.actor(security), id, Input.limit(limit));
    }

    /** Why somebody gets what the run pays. */
    @GET
    @Path("{id}/explanations/{personId}")
    @Needs(Permission.READ_PAYMENT)
    @Operation(operationId = "explainPerson", summary = "Vì sao người này được số tiền này")
    public List<Explanation> explain(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @PathParam("personId") long personId,
            @Context SecurityContext security) {
        List<Explanation> explanations =
                payments.explain(tenant(code), Caller.actor(security), id, personId);
        if (explanations.isEmpty()) {
            throw Input.notFound("khoản nào của đối tượng số " + personId + " trong kỳ này");
        }
        return explanations;
    }

    private TenantId tenant(String code) {
        return localities.require(code).id();
    }

    /** A run to be computed. */
    record NewRun(@Schema(pattern = "^\\d{4}-\\d{2}$", example = "2026-03") String month) {}
}
