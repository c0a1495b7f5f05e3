package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.Difference;
import vn.ansinh.payment.api.Payments.Explanation;
import vn.ansinh.payment.api.Payments.ItemLineView;
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
            @Parameter(description = "Tháng của kỳ, yyyy-MM; bỏ trống là cả kỳ")
                    @QueryParam("month")
                    String month,
            @Context SecurityContext security) {
        return payments.totals(
                tenant(code),
                Caller.actor(security),
                id,
                month == null ? null : Input.month("month", month));
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
            @Parameter(description = "Tháng của kỳ, yyyy-MM; bỏ trống là tháng đầu")
                    @QueryParam("month")
                    String month,
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
                        month == null ? null : Input.month("month", month),
                        unit == null || unit.isBlank() ? null : unit,
                        Input.after(after),
                        most),
                most,
                LineView::lineNo);
    }

    /** A page of the lines of due items. */
    @GET
    @Path("{id}/item-lines")
    @Needs(Permission.READ_PAYMENT)
    @Operation(
            operationId = "listItemLines",
            summary =
                    "Khoản truy lĩnh, thu hồi, chi một lần mà kỳ chi trả đã lấy, có tên người; cộng"
                            + " với các khoản của từng tháng là tổng của kỳ")
    public Page<ItemLineView> itemLines(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        int most = Input.limit(limit);
        return Page.of(
                payments.itemLines(
                        tenant(code), Caller.actor(security), id, Input.after(after), most),
                most,
                ItemLineView::itemId);
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
}
