package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.Corrections;
import vn.ansinh.payment.api.Corrections.Accepted;
import vn.ansinh.payment.api.Corrections.Cause;
import vn.ansinh.payment.api.Corrections.Correction;
import vn.ansinh.payment.api.Corrections.DueItem;
import vn.ansinh.payment.api.Corrections.Query;
import vn.ansinh.payment.api.Corrections.Search;
import vn.ansinh.payment.api.Corrections.Sum;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** Money for past months: proposals, and what decisions made due. */
@Path("localities/{code}/items")
@Tag(name = "items", description = "Truy lĩnh, thu hồi, khoản chi một lần")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ItemsResource {
    private final Localities localities;
    private final Corrections corrections;

    ItemsResource(Localities localities, Corrections corrections) {
        this.localities = localities;
        this.corrections = corrections;
    }

    /** Due items. */
    @GET
    @Needs(Permission.READ_PAYMENT)
    @Operation(
            operationId = "listItems",
            summary =
                    "Khoản truy lĩnh, thu hồi, chi một lần theo quyết định; mặc định khoản chưa chi")
    public Page<DueItem> items(
            @PathParam("code") String code,
            @QueryParam("personId") String personId,
            @Parameter(description = "true: kể cả khoản kỳ chi trả đã lấy") @QueryParam("all")
                    boolean all,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        int most = Input.limit(limit);
        return Page.of(
                corrections.items(
                        tenant(code),
                        Caller.actor(security),
                        Input.id("personId", personId),
                        !all,
                        Input.after(after),
                        most),
                most,
                DueItem::id);
    }

    /** Looks at past months anew. */
    @POST
    @Path("search")
    @Needs(Permission.DRAFT_DECISION)
    @Operation(
            operationId = "searchCorrections",
            summary =
                    "So lại các tháng đã chi với điều biết hôm nay: một người, hoặc mọi người khi bỏ"
                            + " trống; gọi lại khi không có gì đổi thì không thêm gì")
    public Search search(
            @PathParam("code") String code,
            @QueryParam("personId") String personId,
            @Context SecurityContext security) {
        return corrections.search(
                tenant(code), Caller.actor(security), Input.id("personId", personId));
    }

    /** Open proposals. */
    @GET
    @Path("proposals")
    @Needs(Permission.DRAFT_DECISION)
    @Operation(
            operationId = "listCorrections",
            summary = "Đề xuất truy lĩnh, thu hồi đang mở theo từng tháng; chưa chi gì")
    public Page<Correction> proposals(
            @PathParam("code") String code,
            @QueryParam("personId") String personId,
            @QueryParam("cause") String cause,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        int most = Input.limit(limit);
        return Page.of(
                corrections.open(
                        tenant(code),
                        Caller.actor(security),
                        new Query(
                                Input.id("personId", personId),
                                Input.code("cause", cause, Cause.class)),
                        Input.after(after),
                        most),
                most,
                Correction::id);
    }

    /** Proposals in sums. */
    @GET
    @Path("proposals/sums")
    @Needs(Permission.READ_TOTALS)
    @Operation(
            operationId = "sumCorrections",
            summary = "Tổng đề xuất đang mở theo nguyên nhân và tháng; không có tên người")
    public List<Sum> sums(@PathParam("code") String code, @Context SecurityContext security) {
        return corrections.sums(tenant(code), Caller.actor(security));
    }

    /** Makes due what a signed decision covers. */
    @POST
    @Path("decisions/{decisionId: \\d+}")
    @Needs(Permission.COMPUTE_RUN)
    @Operation(
            operationId = "acceptDecision",
            summary =
                    "Ghi thành khoản phải chi, phải thu những gì một quyết định đã ký cho phép; gọi"
                            + " lại không ghi gì thêm")
    public Accepted accept(
            @PathParam("code") String code,
            @PathParam("decisionId") long decisionId,
            @Context SecurityContext security) {
        return corrections.accept(tenant(code), Caller.actor(security), decisionId);
    }

    private TenantId tenant(String code) {
        return localities.require(code).id();
    }
}
