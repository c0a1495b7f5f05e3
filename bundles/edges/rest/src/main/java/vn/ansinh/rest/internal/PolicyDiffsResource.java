package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
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
import vn.ansinh.payment.api.PolicyDiffs;
import vn.ansinh.payment.api.PolicyDiffs.Change;
import vn.ansinh.payment.api.PolicyDiffs.Comparison;
import vn.ansinh.payment.api.PolicyDiffs.DiffView;
import vn.ansinh.payment.api.PolicyDiffs.Total;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.reporting.port.Renderer;

/** What a version not in force would change in a locality, and who agrees to it. */
@Path("localities/{code}/policy-diffs")
@Tag(
        name = "policy-diffs",
        description = "Bảng so sánh một bản chính sách với luật đang có hiệu lực")
@Produces(MediaType.APPLICATION_JSON)
public final class PolicyDiffsResource {
    /** As many rows as a workbook takes without harm; a larger diff is read in pages. */
    private static final int FILE_ROWS = 100_000;

    private final Localities localities;
    private final PolicyDiffs diffs;
    private final ActiveLaw activeLaw;
    private final Renderer renderer;

    PolicyDiffsResource(
            Localities localities, PolicyDiffs diffs, ActiveLaw activeLaw, Renderer renderer) {
        this.localities = localities;
        this.diffs = diffs;
        this.activeLaw = activeLaw;
        this.renderer = renderer;
    }

    /**
     * What to compare.
     *
     * @param sha256 version that passed its check
     * @param from first benefit month, yyyy-MM
     * @param to last benefit month, yyyy-MM
     * @param knownOn day as known on which both laws are read, yyyy-MM-dd, or nothing
     */
    record Request(
            String sha256,
            String from,
            String to,
            @Schema(nullable = true, description = "Bỏ trống: ngày cuối của tháng cuối")
                    String knownOn) {}

    /**
     * What is agreed to.
     *
     * @param digest digest of the diff that was looked at
     */
    record Agreement(String digest) {}

    /** Makes a diff. */
    @POST
    @Needs(Permission.COMPUTE_RUN)
    @Operation(
            operationId = "computePolicyDiff",
            summary = "Lập bảng so sánh từng người, từng tháng; không chi trả, không đổi gì")
    public DiffView compute(
            @PathParam("code") String code, Request request, @Context SecurityContext security) {
        Input.required("body", request);
        return diffs.compute(
                tenant(code),
                Caller.actor(security),
                Input.required("sha256", request.sha256()),
                Input.month("from", request.from()),
                Input.month("to", request.to()),
                request.knownOn() == null ? null : Input.day("knownOn", request.knownOn()));
    }

    /** Diffs. */
    @GET
    @Needs(Permission.READ_TOTALS)
    @Operation(operationId = "listPolicyDiffs", summary = "Các bảng so sánh, mới nhất trước")
    public List<DiffView> list(@PathParam("code") String code, @Context SecurityContext security) {
        return diffs.diffs(tenant(code), Caller.actor(security));
    }

    /** One diff. */
    @GET
    @Path("{id: [0-9]+}")
    @Needs(Permission.READ_TOTALS)
    @Operation(operationId = "getPolicyDiff", summary = "Một bảng so sánh: số tổng và mã")
    public DiffView get(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return require(code, id, security);
    }

    /** Its sums. */
    @GET
    @Path("{id: [0-9]+}/totals")
    @Needs(Permission.READ_TOTALS)
    @Operation(
            operationId = "getPolicyDiffTotals",
            summary = "Số tổng theo tháng, đơn vị, nhóm; phần mức chuẩn của Nhà nước riêng")
    public List<Total> totals(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return diffs.totals(tenant(code), Caller.actor(security), id);
    }

    /** Its rows. */
    @GET
    @Path("{id: [0-9]+}/changes")
    @Needs(Permission.READ_PAYMENT)
    @Operation(
            operationId = "getPolicyDiffChanges",
            summary = "Từng người đổi thế nào, mức giảm đứng trước")
    public List<Change> changes(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Parameter(description = "Bỏ qua bao nhiêu dòng đầu") @QueryParam("offset")
                    String offset,
            @Parameter(description = "Nhiều nhất bao nhiêu dòng") @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        int skipped = offset == null ? 0 : (int) Input.number("offset", offset, Integer.MAX_VALUE);
        return diffs.changes(tenant(code), Caller.actor(security), id, skipped, Input.limit(limit));
    }

    /** Rows as a workbook. */
    @GET
    @Path("{id: [0-9]+}/file")
    @Produces(ImportsResource.XLSX)
    @Needs(Permission.READ_PAYMENT)
    @Operation(
            operationId = "getPolicyDiffFile",
            summary = "Bảng so sánh dạng XLSX, mức giảm đứng trước, nhiều nhất 100.000 dòng",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Tệp XLSX",
                            content =
                                    @Content(
                                            mediaType = ImportsResource.XLSX,
                                            schema = @Schema(type = "string", format = "binary"))))
    public Response file(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        DiffView diff = require(code, id, security);
        List<Change> changes =
                diffs.changes(tenant(code), Caller.actor(security), id, 0, FILE_ROWS);
        byte[] bytes =
                renderer.render(
                        "XLSX",
                        activeLaw.require(code).profile(),
                        diff.knownOn(),
                        DiffTable.of(diff, changes));
        return Response.ok(bytes, ImportsResource.XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ReportsResource.attachment("so-sanh-" + id + ".xlsx"))
                .build();
    }

    /** Agrees. */
    @POST
    @Path("{id: [0-9]+}:approve")
    @Needs(Permission.APPROVE_RUN)
    @Operation(
            operationId = "approvePolicyDiff",
            summary = "Phê duyệt bằng mã của bảng; người lập không tự phê duyệt")
    public DiffView approve(
            @PathParam("code") String code,
            @PathParam("id") long id,
            Agreement agreement,
            @Context SecurityContext security) {
        Input.required("body", agreement);
        return diffs.approve(
                tenant(code),
                Caller.actor(security),
                id,
                Input.required("digest", agreement.digest()));
    }

    /** Compares with a run. */
    @GET
    @Path("{id: [0-9]+}/comparison")
    @Needs(Permission.READ_PAYMENT)
    @Operation(
            operationId = "comparePolicyDiff",
            summary = "Kỳ chi trả đầu tiên so với bảng: khớp bao nhiêu, lệch vì sao")
    public Comparison compare(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Parameter(description = "Số của kỳ chi trả", required = true) @QueryParam("run")
                    String run,
            @Context SecurityContext security) {
        return diffs.compare(
                tenant(code),
                Caller.actor(security),
                id,
                Input.number("run", Input.required("run", run), Long.MAX_VALUE));
    }

    private DiffView require(String code, long id, SecurityContext security) {
        return diffs.diff(tenant(code), Caller.actor(security), id)
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.NOT_FOUND,
                                        "Không có bảng so sánh số " + id + "."));
    }

    private TenantId tenant(String code) {
        return localities.require(code).id();
    }
}
